/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "form.h"
#include "problem-box.h"
#include "session-after.h"
#include "sheet-box.h"
#include "sheet-row.h"
#include <glib/gi18n.h>

struct _PalierSheetBox
{
  GtkBox parent_instance;

  PalierSession *session;
  PalierProblemBox *problem;
  GtkLabel *summary;
  GtkWidget *password_group;
  GtkWidget *password;
  GtkListBox *rows;
  GtkSpinner *spinner;
  GtkWidget *look;
  GtkWidget *all;
};

G_DEFINE_FINAL_TYPE (PalierSheetBox, palier_sheet_box, GTK_TYPE_BOX)

static char *
dup_summary (PalierReprogram *reprogram)
{
  guint same = palier_reprogram_count (reprogram, PALIER_REPROGRAM_SAME)
               + palier_reprogram_count (reprogram, PALIER_REPROGRAM_DONE);
  guint all = g_list_model_get_n_items (G_LIST_MODEL (reprogram));

  if (palier_reprogram_count (reprogram, PALIER_REPROGRAM_UNKNOWN) == all)
    return NULL;
  if (same == all)
    return g_strdup (_("Everything is as it was before."));
  /* translators: both are numbers of settings */
  return g_strdup_printf (_("%1$u of %2$u settings are as they were before; the others are below."), same, all);
}

static void
update (PalierSheetBox *self)
{
  PalierReprogram *reprogram = palier_session_get_reprogram (self->session);
  gboolean busy, waits;
  g_autofree char *summary = NULL;
  guint open, all;

  if (reprogram == NULL)
    return;
  all = g_list_model_get_n_items (G_LIST_MODEL (reprogram));
  busy = palier_reprogram_get_busy (reprogram);
  open = palier_reprogram_count (reprogram, PALIER_REPROGRAM_DIFFERS)
         + palier_reprogram_count (reprogram, PALIER_REPROGRAM_FAILED);
  waits = palier_reprogram_count_cameras_without_password (reprogram) > 0;
  summary = dup_summary (reprogram);
  palier_form_show_text (self->summary, summary);
  /* Rows that are as before hide: without any other the list would be a line across the page. */
  gtk_widget_set_visible (GTK_WIDGET (self->rows), palier_reprogram_count (reprogram, PALIER_REPROGRAM_SAME)
                                                           + palier_reprogram_count (reprogram, PALIER_REPROGRAM_UNKNOWN)
                                                       < all);
  palier_problem_box_set_error (self->problem, busy ? NULL : palier_reprogram_get_error (reprogram));
  gtk_widget_set_visible (self->password_group, waits || *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0');
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_sensitive (self->look, !busy);
  palier_form_set_shown (self->all, open > 1);
  gtk_widget_set_sensitive (self->all, !busy);
}

static GtkWidget *
new_row_cb (gpointer item, gpointer session)
{
  return palier_sheet_row_new (item, session);
}

static void
look_cb (PalierSheetBox *self)
{
  palier_session_look_again (self->session);
}

static void
all_cb (PalierSheetBox *self)
{
  palier_session_put_back (self->session, NULL);
}

GtkWidget *
palier_sheet_box_get_all (PalierSheetBox *self)
{
  return self->all;
}

void
palier_sheet_box_bind (PalierSheetBox *self, PalierSession *session)
{
  PalierReprogram *reprogram = palier_session_get_reprogram (session);

  gtk_widget_set_visible (GTK_WIDGET (self), reprogram != NULL);
  if (reprogram == NULL)
    return;
  if (self->session == NULL)
    {
      self->session = g_object_ref (session);
      gtk_list_box_bind_model (self->rows, G_LIST_MODEL (reprogram), new_row_cb, session, NULL);
      palier_form_bind_password (session, PALIER_PASSWORD_CAMERAS, self->password);
      g_signal_connect_object (reprogram, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (reprogram, "finished", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (reprogram, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  palier_session_look_again (session);
  update (self);
}

static void
palier_sheet_box_dispose (GObject *object)
{
  PalierSheetBox *self = PALIER_SHEET_BOX (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (palier_sheet_box_parent_class)->dispose (object);
}

static void
palier_sheet_box_class_init (PalierSheetBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_sheet_box_dispose;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/sheet-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, summary);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, password_group);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, password);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, rows);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, spinner);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, look);
  gtk_widget_class_bind_template_child (widget_class, PalierSheetBox, all);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
}

static void
palier_sheet_box_init (PalierSheetBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
