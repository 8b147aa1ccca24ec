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
  GtkSliceListModel *slice; /* those that have a row so far */
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

static gboolean
grow_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  PalierFoundBox *self = PALIER_FOUND_BOX (widget);
  guint wanted = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));
  guint size = gtk_slice_list_model_get_size (self->slice);

  if (size < wanted)
    gtk_slice_list_model_set_size (self->slice, size + PALIER_FOUND_BOX_ROWS_A_FRAME);
  if (size + PALIER_FOUND_BOX_ROWS_A_FRAME < wanted)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
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
  gtk_list_box_set_show_separators (self->found, many);
  gtk_widget_set_css_classes (list, (const char *[]){ many ? "many" : "boxed-list", NULL });
}

/* The slice never has more room than it needs: what comes in a flood comes a few at a time. */
static void
list_cb (PalierFoundBox *self)
{
  GListModel *all = palier_session_get_recorders (self->session);
  guint n = g_list_model_get_n_items (gtk_slice_list_model_get_model (self->slice));

  gtk_slice_list_model_set_size (
      self->slice, MIN (gtk_slice_list_model_get_size (self->slice), MAX (n, PALIER_FOUND_BOX_ROWS_A_FRAME)));
  if (self->tick == 0 && gtk_slice_list_model_get_size (self->slice) < n)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), grow_cb, NULL, NULL);
  gtk_widget_set_visible (self->search, g_list_model_get_n_items (all) > MANY);
  place_list (self, g_list_model_get_n_items (all) > MANY);
  gtk_widget_set_visible (GTK_WIDGET (self->found), n > 0);
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

static GtkWidget *
new_row_cb (gpointer found, gpointer session)
{
  return palier_found_row_new (session, found);
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

  if (self->found != NULL)
    gtk_list_box_bind_model (self->found, NULL, NULL, NULL, NULL);
  g_clear_object (&self->slice);
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
  GtkFilterListModel *filtered;

  self->session = g_object_ref (session);
  self->discovery = g_object_ref (palier_session_get_discovery (session));
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (all), g_object_ref (self->filter));
  self->slice = gtk_slice_list_model_new (G_LIST_MODEL (filtered), 0, PALIER_FOUND_BOX_ROWS_A_FRAME);
  gtk_list_box_bind_model (self->found, G_LIST_MODEL (self->slice), new_row_cb, session, NULL);
  g_signal_connect_object (filtered, "items-changed", G_CALLBACK (list_cb), self, G_CONNECT_SWAPPED);
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
