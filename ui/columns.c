/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "columns.h"

#define SPACING 24     /* between columns */
#define ROW_SPACING 12 /* where they have become rows, what belongs together stays together */

struct _PalierColumns
{
  GtkWidget parent_instance;

  int column_width; /* what one column needs at least, before columns are made */
};

typedef enum
{
  PROP_COLUMN_WIDTH = 1,
  N_PROPS
} PalierColumnsProperty;

G_DEFINE_FINAL_TYPE (PalierColumns, palier_columns, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static guint
count_shown (PalierColumns *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

/* Larger text needs wider columns. */
static int
get_wanted_width (PalierColumns *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) ((gint64) self->column_width * dpi / (96 * 1024)) : self->column_width;
}

/* A column is never narrower than what its widest child cannot do without. */
static int
get_column_minimum (PalierColumns *self)
{
  int widest = get_wanted_width (self);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

static guint
count_columns (PalierColumns *self, int width)
{
  guint n = count_shown (self);
  guint fit = (guint) MAX (1, (width + SPACING) / (get_column_minimum (self) + SPACING));

  return MAX (1, MIN (n, fit));
}

static int
get_row_height (GtkWidget *first, guint columns, int width, GtkWidget **next)
{
  GtkWidget *child = first;
  int tallest = 0;

  for (guint placed = 0; child != NULL && placed < columns; child = gtk_widget_get_next_sibling (child))
    {
      int natural = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      tallest = MAX (tallest, natural);
      placed++;
    }
  *next = child;
  return tallest;
}

static int
get_height (PalierColumns *self, int width)
{
  guint columns = count_columns (self, width);
  int each = (width - (int) (columns - 1) * SPACING) / (int) columns;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int height = 0;

  while (child != NULL)
    {
      int row = get_row_height (child, columns, each, &child);

      height += row > 0 ? row + (height > 0 ? ROW_SPACING : 0) : 0;
    }
  return height;
}

static void
palier_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  PalierColumns *self = PALIER_COLUMNS (widget);
  int one = 0, widest = get_wanted_width (self);
  int n = (int) MAX (1, count_shown (self));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0, child_natural = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
      one = MAX (one, child_minimum);
      widest = MAX (widest, child_natural);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = one;
      *natural = n * widest + (n - 1) * SPACING;
    }
  else
    {
      /* Without a width, the least height that any width needs: that of the widest. */
      *minimum = *natural = get_height (self, for_size < 0 ? n * widest + (n - 1) * SPACING : for_size);
    }
}

static void
palier_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalierColumns *self = PALIER_COLUMNS (widget);
  guint columns = count_columns (self, width);
  int each = (width - (int) (columns - 1) * SPACING) / (int) columns;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *row = gtk_widget_get_first_child (widget);
  int y = 0;

  while (row != NULL)
    {
      GtkWidget *end = NULL;
      int tallest = get_row_height (row, columns, each, &end);
      int placed = 0;

      for (GtkWidget *child = row; child != end; child = gtk_widget_get_next_sibling (child))
        {
          int x = placed * (each + SPACING);

          if (!gtk_widget_should_layout (child))
            continue;
          gtk_widget_size_allocate (
              child, &(GtkAllocation){ mirrored ? width - x - each : x, y, each, tallest }, -1);
          placed++;
        }
      y += tallest > 0 ? tallest + ROW_SPACING : 0;
      row = end;
    }
}

static GtkSizeRequestMode
palier_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
palier_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PALIER_COLUMNS (object)->column_width = g_value_get_int (value);
}

static void
palier_columns_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (palier_columns_parent_class)->dispose (object);
}

static void
palier_columns_class_init (PalierColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = palier_columns_set_property;
  object_class->dispose = palier_columns_dispose;
  widget_class->measure = palier_columns_measure;
  widget_class->size_allocate = palier_columns_size_allocate;
  widget_class->get_request_mode = palier_columns_get_request_mode;
  properties[PROP_COLUMN_WIDTH] = g_param_spec_int ("column-width", NULL, NULL, 0, G_MAXINT, 380,
                                                    G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_columns_init (PalierColumns *self)
{
}

PalierColumns *
palier_columns_new (int column_width)
{
  return g_object_new (PALIER_TYPE_COLUMNS, "column-width", column_width, NULL);
}
