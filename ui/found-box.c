/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "found-box.h"
#include "found-row.h"
#include <glib/gi18n.h>

/* From here on a list is searched rather than read. */
#define MANY 8

struct _PalierFoundBox
{
  AdwBin parent_instance;

  PalierSession *session;
  PalierDiscovery *discovery;
  GtkFilter *filter;
  GListModel *listed; /* those that match what is searched for; each has a row, or will have */
  guint tick;

  GtkWidget *again;
  GtkWidget *search;
  GtkScrolledWindow *scroller;
  AdwBin *whole;
  GtkListBox *found;
  GtkWidget *nothing;
  GtkSpinner *spinner;
  GtkLabel *why;
  GtkLabel *remedy;
};

G_DEFINE_FINAL_TYPE (PalierFoundBox, palier_found_box, ADW_TYPE_BIN)

static guint chosen_signal;

/* Rows are the costly part: their texts are measured at several widths. FALSE: some have none yet. */
static gboolean
add_some (PalierFoundBox *self)
{
  guint n = g_list_model_get_n_items (self->listed);
  guint made = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PalierFound) found = g_list_model_get_item (self->listed, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->found, (int) i);

      if (row != NULL && palier_found_row_get_found (PALIER_FOUND_ROW (row)) == found)
        continue;
      if (made++ == PALIER_FOUND_BOX_ROWS_A_FRAME)
        return FALSE;
      gtk_list_box_insert (self->found, palier_found_row_new (self->session, found), (int) i);
    }
  return TRUE;
}

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  PalierFoundBox *self = PALIER_FOUND_BOX (widget);

  if (!add_some (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Whatever a model on the way announces anew, a row that is still wanted stays. */
static void
drop_gone (PalierFoundBox *self)
{
  g_autoptr (GHashTable) listed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  GtkWidget *next;

  for (guint i = 0; i < g_list_model_get_n_items (self->listed); i++)
    g_hash_table_add (listed, g_list_model_get_item (self->listed, i));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->found)); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!g_hash_table_contains (listed, palier_found_row_get_found (PALIER_FOUND_ROW (row))))
        gtk_list_box_remove (self->found, row);
    }
}

/* A few stand there whole; many scroll by themselves, so that the form below is never far. */
static void
place_list (PalierFoundBox *self, gboolean many)
{
  GtkWidget *list = GTK_WIDGET (self->found);

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), many);
  gtk_widget_set_visible (GTK_WIDGET (self->whole), !many);
  if (many == (adw_bin_get_child (self->whole) == NULL))
    return;
  g_object_ref (list);
  gtk_scrolled_window_set_child (self->scroller, NULL);
  adw_bin_set_child (self->whole, many ? NULL : list);
  if (many)
    gtk_scrolled_window_set_child (self->scroller, list);
  g_object_unref (list);
  gtk_widget_set_css_classes (list, (const char *[]){ many ? "many" : "boxed-list", NULL });
  gtk_list_box_set_show_separators (self->found, many); /* a class of its own, and so after the others */
}

/* What comes in a flood gets its rows a few at a time; a search that ends tells of many places in one go. */
static void
list_cb (PalierFoundBox *self)
{
  GListModel *all = palier_session_get_recorders (self->session);
  gboolean many = g_list_model_get_n_items (all) > MANY;

  drop_gone (self);
  if (self->tick == 0)
    {
      add_some (self);
      self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
    }
  gtk_widget_set_visible (self->search, many);
  place_list (self, many);
  gtk_widget_set_visible (GTK_WIDGET (self->found), g_list_model_get_n_items (self->listed) > 0);
}

static void
nothing_cb (PalierFoundBox *self)
{
  PalierNothing why = palier_discovery_get_why_nothing (self->discovery);

  gtk_widget_set_visible (self->nothing, why != PALIER_NOTHING_SOMETHING);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), why == PALIER_NOTHING_YET);
  gtk_spinner_set_spinning (self->spinner, why == PALIER_NOTHING_YET);
  palier_form_show_text (self->why, palier_nothing_get_sentence (why));
  palier_form_show_text (self->remedy, palier_nothing_get_remedy (why));
}

static void
again_cb (PalierFoundBox *self)
{
  palier_discovery_start (self->discovery);
  nothing_cb (self);
}

static void
row_cb (PalierFoundBox *self)
{
  g_signal_emit (self, chosen_signal, 0);
}

static void
search_cb (PalierFoundBox *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static gboolean
matches_cb (gpointer found, gpointer data)
{
  PalierFoundBox *self = data;

  return palier_found_matches (found, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
palier_found_box_map (GtkWidget *widget)
{
  PalierFoundBox *self = PALIER_FOUND_BOX (widget);

  GTK_WIDGET_CLASS (palier_found_box_parent_class)->map (widget);
  palier_discovery_start (self->discovery);
  nothing_cb (self);
}

static void
palier_found_box_unmap (GtkWidget *widget)
{
  palier_discovery_stop (PALIER_FOUND_BOX (widget)->discovery);
  GTK_WIDGET_CLASS (palier_found_box_parent_class)->unmap (widget);
}

static void
palier_found_box_dispose (GObject *object)
{
  PalierFoundBox *self = PALIER_FOUND_BOX (object);

  g_clear_object (&self->listed);
  g_clear_object (&self->filter);
  g_clear_object (&self->discovery);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (palier_found_box_parent_class)->dispose (object);
}

static void
palier_found_box_class_init (PalierFoundBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_found_box_dispose;
  widget_class->map = palier_found_box_map;
  widget_class->unmap = palier_found_box_unmap;
  chosen_signal = g_signal_new ("chosen", PALIER_TYPE_FOUND_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/found-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, again);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, search);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, scroller);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, whole);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, found);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, nothing);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, spinner);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, why);
  gtk_widget_class_bind_template_child (widget_class, PalierFoundBox, remedy);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
}

static void
name (GtkWidget *widget, const char *text)
{
  gtk_widget_set_tooltip_text (widget, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
palier_found_box_init (PalierFoundBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name (self->again, _("Search again"));
  name (self->search, _("Part of a model, serial number or address"));
  g_object_set (self->search, "placeholder-text", _("Model, serial number or address"), NULL);
}

void
palier_found_box_set_session (PalierFoundBox *self, PalierSession *session)
{
  GListModel *all = palier_session_get_recorders (session);

  self->session = g_object_ref (session);
  self->discovery = g_object_ref (palier_session_get_discovery (session));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  self->listed = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), g_object_ref (self->filter)));
  g_signal_connect_object (self->listed, "items-changed", G_CALLBACK (list_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->discovery, "notify::nothing", G_CALLBACK (nothing_cb), self, G_CONNECT_SWAPPED);
  /* Told at its next tick; a recorder that is listed already does not wait for that. */
  g_signal_connect_object (self->discovery, "items-changed", G_CALLBACK (nothing_cb), self, G_CONNECT_SWAPPED);
  list_cb (self);
  nothing_cb (self);
}

gboolean
palier_found_box_grab_first (PalierFoundBox *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->found, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
