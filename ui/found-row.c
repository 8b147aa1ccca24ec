/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "found-row.h"
#include <glib/gi18n.h>

struct _PalierFoundRow
{
  AdwActionRow parent_instance;

  PalierSession *session;
  PalierFound *found;
  GtkWidget *warning;
  GtkWidget *chosen;
};

G_DEFINE_FINAL_TYPE (PalierFoundRow, palier_found_row, ADW_TYPE_ACTION_ROW)

static void
chosen_cb (PalierFoundRow *self)
{
  gtk_widget_set_visible (self->chosen, palier_session_get_chosen (self->session) == self->found);
}

static void
update (PalierFoundRow *self)
{
  g_autofree char *title = palier_found_dup_title (self->found);
  g_autofree char *detail = palier_found_dup_detail (self->found);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), detail);
  gtk_widget_set_visible (self->warning, palier_found_get_reach (self->found) != PALIER_REACH_YES);
}

static void
palier_found_row_activate (AdwActionRow *row)
{
  PalierFoundRow *self = PALIER_FOUND_ROW (row);

  palier_session_choose (self->session, self->found);
}

static void
palier_found_row_dispose (GObject *object)
{
  PalierFoundRow *self = PALIER_FOUND_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->found);
  G_OBJECT_CLASS (palier_found_row_parent_class)->dispose (object);
}

static void
palier_found_row_class_init (PalierFoundRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palier_found_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = palier_found_row_activate;
}

static void
palier_found_row_init (PalierFoundRow *self)
{
  /* What stands here was sent by anybody on the network: text, never markup. */
  g_object_set (self, "use-markup", FALSE, "title-lines", 0, "subtitle-lines", 0, "activatable", TRUE, NULL);
  self->warning = palier_form_new_icon ("dialog-warning-symbolic", "warning");
  self->chosen = palier_form_new_icon ("object-select-symbolic", "accent");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chosen), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Chosen"), -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->warning);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->chosen);
  palier_form_keep_exact (GTK_WIDGET (self));
}

GtkWidget *
palier_found_row_new (PalierSession *session, PalierFound *found)
{
  PalierFoundRow *self = g_object_new (PALIER_TYPE_FOUND_ROW, NULL);

  self->session = g_object_ref (session);
  self->found = g_object_ref (found);
  g_signal_connect_object (found, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  update (self);
  chosen_cb (self);
  return GTK_WIDGET (self);
}

PalierFound *
palier_found_row_get_found (PalierFoundRow *self)
{
  return self->found;
}
