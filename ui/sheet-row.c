/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "form.h"
#include "problem-box.h"
#include "sheet-row.h"
#include <glib/gi18n.h>

#define PALIER_TYPE_SHEET_ROW (palier_sheet_row_get_type ())
G_DECLARE_FINAL_TYPE (PalierSheetRow, palier_sheet_row, PALIER, SHEET_ROW, GtkListBoxRow)

struct _PalierSheetRow
{
  GtkListBoxRow parent_instance;

  PalierReprogramItem *item;
  PalierSession *session;
  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *before, *now;
  GtkLabel *where;
  PalierProblemBox *problem;
  GtkWidget *put;
};

G_DEFINE_FINAL_TYPE (PalierSheetRow, palier_sheet_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *word, *icon, *css_class;
} looks[] = {
  [PALIER_REPROGRAM_UNKNOWN] = { N_("not looked at yet"), "content-loading-symbolic", "dim-label" },
  [PALIER_REPROGRAM_SAME] = { N_("as before"), "emblem-ok-symbolic", "success" },
  [PALIER_REPROGRAM_DIFFERS] = { N_("can be put back"), "edit-undo-symbolic", "accent" },
  [PALIER_REPROGRAM_BY_HAND] = { N_("by hand"), "input-mouse-symbolic", "warning" },
  [PALIER_REPROGRAM_WORKING] = { N_("being put back"), "content-loading-symbolic", "accent" },
  [PALIER_REPROGRAM_DONE] = { N_("put back, and read back"), "emblem-ok-symbolic", "success" },
  [PALIER_REPROGRAM_FAILED] = { N_("did not work"), "dialog-error-symbolic", "error" },
};

static void
update (PalierSheetRow *self)
{
  PalierReprogramState state = palier_reprogram_item_get_state (self->item);
  PalierReprogram *reprogram = palier_session_get_reprogram (self->session);
  const char *now = palier_reprogram_item_get_now (self->item);
  const char *where = palier_reprogram_item_get_where (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self), state != PALIER_REPROGRAM_SAME && state != PALIER_REPROGRAM_UNKNOWN);
  gtk_image_set_from_icon_name (self->icon, looks[state].icon);
  gtk_label_set_text (self->state, _(looks[state].word));
  gtk_widget_set_css_classes (GTK_WIDGET (self->state),
                              (const char *[]){ "caption-heading", looks[state].css_class, NULL });
  gtk_label_set_text (self->before, palier_reprogram_item_get_before (self->item));
  gtk_label_set_text (self->now, now != NULL ? now : _("not there"));
  palier_form_show_text (self->where, state == PALIER_REPROGRAM_BY_HAND && where != NULL ? _(where) : NULL);
  palier_problem_box_set_error (self->problem,
                                state == PALIER_REPROGRAM_FAILED ? palier_reprogram_item_get_problem (self->item) : NULL);
  gtk_widget_set_visible (self->put, state == PALIER_REPROGRAM_DIFFERS || state == PALIER_REPROGRAM_FAILED);
  gtk_widget_set_sensitive (self->put, reprogram != NULL && !palier_reprogram_get_busy (reprogram));
}

static void
put_cb (PalierSheetRow *self)
{
  palier_session_put_back (self->session, self->item);
}

static void
palier_sheet_row_dispose (GObject *object)
{
  PalierSheetRow *self = PALIER_SHEET_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (palier_sheet_row_parent_class)->dispose (object);
}

static void
palier_sheet_row_class_init (PalierSheetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palier_sheet_row_dispose;
}

static GtkWidget *
new_side (const char *title, GtkLabel *value)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (side), palier_form_new_label (title, "caption"));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (value));
  return side;
}

static void
palier_sheet_row_init (PalierSheetRow *self)
{
  self->icon = GTK_IMAGE (palier_form_new_icon ("content-loading-symbolic", NULL));
  self->state = GTK_LABEL (gtk_label_new (NULL));
  self->before = GTK_LABEL (palier_form_new_label ("", NULL));
  self->now = GTK_LABEL (palier_form_new_label ("", NULL));
  self->where = GTK_LABEL (palier_form_new_label ("", NULL));
  self->problem = g_object_new (PALIER_TYPE_PROBLEM_BOX, NULL);
  self->put = gtk_button_new_with_label (_("Put back"));
  gtk_widget_set_halign (self->put, GTK_ALIGN_END);
  g_signal_connect_object (self->put, "clicked", G_CALLBACK (put_cb), self, G_CONNECT_SWAPPED);
  g_object_set (self, "activatable", FALSE, "focusable", FALSE, NULL);
}

static char *
dup_title (PalierReprogramItem *item)
{
  const char *topic = _(palier_topic_get_title (palier_reprogram_item_get_topic (item)));
  const char *what = palier_reprogram_item_get_what (item);

  return *what != '\0' ? g_strdup_printf ("%s · %s", topic, what) : g_strdup (topic);
}

static GtkWidget *
new_top (PalierSheetRow *self, const char *title)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = GTK_WIDGET (palier_columns_new (120));

  /* One below the other with large text, rather than one of them letter by letter. */
  gtk_widget_set_hexpand (words, TRUE);
  g_object_set (self->state, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 1.0F, "justify",
                GTK_JUSTIFY_RIGHT, NULL);
  gtk_widget_set_parent (palier_form_new_label (title, "heading"), words);
  gtk_widget_set_parent (GTK_WIDGET (self->state), words);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (top), words);
  return top;
}

GtkWidget *
palier_sheet_row_new (PalierReprogramItem *item, PalierSession *session)
{
  PalierSheetRow *self = g_object_new (PALIER_TYPE_SHEET_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = g_object_new (PALIER_TYPE_COLUMNS, "column-width", 150, NULL);
  g_autofree char *title = dup_title (item);
  /* translators: %s is a setting, as in "Cameras · 3" */
  g_autofree char *name = g_strdup_printf (_("Put back: %s"), title);

  self->item = g_object_ref (item);
  self->session = g_object_ref (session);
  gtk_widget_add_css_class (box, "step-row");
  gtk_widget_set_parent (new_side (_("Before"), self->before), sides);
  gtk_widget_set_parent (new_side (_("Now"), self->now), sides);
  gtk_box_append (GTK_BOX (box), new_top (self, title));
  gtk_box_append (GTK_BOX (box), sides);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->where));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), self->put);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->put), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (item, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (palier_session_get_reprogram (session), "notify::busy", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
