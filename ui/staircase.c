/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "staircase.h"
#include <glib/gi18n.h>

#define LINE 5       /* thickness of treads and risers */
#define GAP 6        /* between a tread and what stands on or below it */
#define MAX_STEPS 6  /* where it stands, and five landings */

typedef struct
{
  GtkWidget *tread;
  GtkWidget *riser;  /* from the tread below; NULL for the first */
  GtkWidget *marker; /* stands on the tread */
  GtkWidget *words;  /* version, and what it is, below the tread */
  GtkWidget *pill;   /* what is asked before this landing, or after the last */
  GtkLabel *note;
} Step;

struct _PalierStaircase
{
  GtkWidget parent_instance;

  Step steps[MAX_STEPS];
  guint n;
  GtkWidget *repair;
  guint reached;
  gboolean climbing;
};

G_DEFINE_FINAL_TYPE (PalierStaircase, palier_staircase, GTK_TYPE_WIDGET)

static int
measure (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/* Height that every step shares: its words below the tread, the marker above the next lower one. */
static int
get_rise (PalierStaircase *self, int tread)
{
  int rise = 0;

  for (guint i = 0; i < self->n; i++)
    rise = MAX (rise, measure (self->steps[i].words, GTK_ORIENTATION_VERTICAL, tread)
                          + measure (self->steps[i].pill, GTK_ORIENTATION_VERTICAL, -1));
  return rise + 3 * GAP + LINE;
}

static int
get_headroom (PalierStaircase *self)
{
  int marker = self->n > 0 ? measure (self->steps[self->n - 1].marker, GTK_ORIENTATION_VERTICAL, -1) : 0;

  return marker + measure (self->repair, GTK_ORIENTATION_VERTICAL, -1) + 3 * GAP;
}

static void
palier_staircase_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  PalierStaircase *self = PALIER_STAIRCASE (widget);
  int n = (int) MAX (1, self->n);
  int widest = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int tread = for_size > 0 ? for_size / n : 140;

      *minimum = *natural = get_headroom (self) + get_rise (self, tread) * n;
      return;
    }
  for (guint i = 0; i < self->n; i++)
    {
      int child = 0;

      gtk_widget_measure (self->steps[i].words, GTK_ORIENTATION_HORIZONTAL, -1, &child, NULL, NULL, NULL);
      widest = MAX (widest, child);
    }
  *minimum = widest * n;
  *natural = MAX (*minimum, 150 * n);
}

static void
place (PalierStaircase *self, GtkWidget *child, int x, int y, int width, int height)
{
  int all = gtk_widget_get_width (GTK_WIDGET (self));
  int mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? all - x - width : x;
  int least = 0;

  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ mirrored, y, MAX (width, least), height }, -1);
}

/* A pill stands against the riser that it is about, and stays inside the staircase. */
static void
place_pill (PalierStaircase *self, GtkWidget *pill, int middle, int y, int all)
{
  int width = MIN (all, measure (pill, GTK_ORIENTATION_HORIZONTAL, -1));
  int height = measure (pill, GTK_ORIENTATION_VERTICAL, width);

  place (self, pill, CLAMP (middle - width / 2, 0, MAX (0, all - width)), y, width, height);
}

static void
place_step (PalierStaircase *self, guint i, int tread, int rise, int y, int all)
{
  Step *step = &self->steps[i];
  int x = (int) i * tread;
  int marker = measure (step->marker, GTK_ORIENTATION_VERTICAL, -1);
  int words = measure (step->words, GTK_ORIENTATION_VERTICAL, tread);

  place (self, step->tread, x, y, tread, LINE);
  place (self, step->words, x, y + LINE + GAP, tread, words);
  place (self, step->marker, x + (tread - marker) / 2, y - marker - GAP, marker, marker);
  place (self, step->riser, x, y, LINE, rise + LINE);
  if (step->pill != NULL)
    place_pill (self, step->pill, x,
                y + rise - GAP - measure (step->pill, GTK_ORIENTATION_VERTICAL, -1), all);
}

static void
palier_staircase_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PalierStaircase *self = PALIER_STAIRCASE (widget);
  int tread, rise, top;

  if (self->n == 0)
    return;
  tread = width / (int) self->n;
  rise = get_rise (self, tread);
  top = get_headroom (self);
  for (guint i = 0; i < self->n; i++)
    place_step (self, i, tread, rise, top + (int) (self->n - 1 - i) * rise, width);
  place_pill (self, self->repair, width - tread / 2, 0, width);
}

static GtkSizeRequestMode
palier_staircase_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
clear (PalierStaircase *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  memset (self->steps, 0, sizeof self->steps);
  self->repair = NULL;
  self->n = 0;
}

static void
palier_staircase_dispose (GObject *object)
{
  clear (PALIER_STAIRCASE (object));
  G_OBJECT_CLASS (palier_staircase_parent_class)->dispose (object);
}

static void
palier_staircase_class_init (PalierStaircaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_staircase_dispose;
  widget_class->measure = palier_staircase_measure;
  widget_class->size_allocate = palier_staircase_size_allocate;
  widget_class->get_request_mode = palier_staircase_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "staircase");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
palier_staircase_init (PalierStaircase *self)
{
}

static GtkWidget *
new_line (PalierStaircase *self, const char *css_class)
{
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (line, css_class);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  return line;
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_pill (PalierStaircase *self, const char *text, const char *css_class)
{
  GtkWidget *pill = new_label (text, "caption-heading");

  gtk_widget_add_css_class (pill, "pill-note");
  gtk_widget_add_css_class (pill, css_class);
  gtk_widget_set_parent (pill, GTK_WIDGET (self));
  return pill;
}

static void
add_step (PalierStaircase *self, const PalierVersion *version, const char *unknown)
{
  Step *step = &self->steps[self->n];
  g_autofree char *build = version != NULL ? palier_version_build_to_string (version) : NULL;
  /* translators: %s is a build date, as in 170518; the word "build" stays as it is */
  g_autofree char *build_text = build != NULL ? g_strdup_printf (_("build %s"), build) : NULL;

  if (self->n > 0)
    step->riser = new_line (self, "riser");
  step->tread = new_line (self, "tread");
  step->marker = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (step->marker, "marker");
  gtk_widget_set_parent (step->marker, GTK_WIDGET (self));
  step->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (step->words), new_label (version != NULL ? version->spelling : unknown, "heading"));
  if (build_text != NULL)
    gtk_box_append (GTK_BOX (step->words), new_label (build_text, "caption"));
  step->note = GTK_LABEL (new_label ("", "caption"));
  gtk_box_append (GTK_BOX (step->words), GTK_WIDGET (step->note));
  gtk_widget_set_parent (step->words, GTK_WIDGET (self));
  self->n++;
}

void
palier_staircase_set_plan (PalierStaircase *self, const PalierPlan *plan)
{
  clear (self);
  add_step (self, plan->from_known ? &plan->from : NULL, _("unknown version"));
  for (guint i = 0; i < plan->landings->len && self->n < MAX_STEPS; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

      add_step (self, &landing->version, NULL);
      if (landing->default_before)
        self->steps[self->n - 1].pill = new_pill (self, _("full default first"), "strong");
    }
  if (plan->verdict == PALIER_VERDICT_CLIMB && plan->repair_advised)
    self->repair = new_pill (self, _("then: repair"), "advised");
  palier_staircase_set_reached (self, 0, FALSE);
}

static const char *
get_note (PalierStaircase *self, guint i)
{
  if (i == self->reached)
    return self->n > 1 && i == self->n - 1 ? _("top, reached") : _("here now");
  if (i < self->reached)
    return _("was here");
  return i == self->n - 1 ? _("top") : _("landing");
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (widget == NULL)
    return;
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

void
palier_staircase_set_reached (PalierStaircase *self, guint reached, gboolean climbing)
{
  self->reached = reached;
  self->climbing = climbing;
  for (guint i = 0; i < self->n; i++)
    {
      Step *step = &self->steps[i];
      gboolean top = self->n > 1 && i == self->n - 1;

      gtk_label_set_text (step->note, get_note (self, i));
      if (step->pill != NULL)
        gtk_widget_set_visible (step->pill, i > reached);
      set_class (step->tread, "reached", i <= reached);
      set_class (step->riser, "reached", i <= reached);
      set_class (step->riser, "climbing", climbing && i == reached + 1);
      set_class (step->tread, "climbing", climbing && i == reached + 1);
      set_class (step->marker, "here", i == reached && !top);
      gtk_widget_set_visible (step->marker, i <= reached);
      gtk_image_set_from_icon_name (GTK_IMAGE (step->marker), i < reached || (i == reached && top)
                                                                  ? "emblem-ok-symbolic"
                                                                  : "media-record-symbolic");
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
