/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"
#include <gtk/gtk.h>

/* The list of recorders, practice first, and the one that was chosen from it. */

static gpointer
found_new_cb (gpointer discovered, gpointer data)
{
  PalierFound *found = palier_found_new (discovered);

  g_object_unref (discovered);
  return found;
}

static void
take_address (PalierSession *self)
{
  g_autofree char *address = palier_found_dup_address (self->chosen);

  g_object_set (self, "address", address != NULL ? address : "", NULL);
}

/* It answers from a new address, or was activated meanwhile: the form follows. */
static void
chosen_changed_cb (PalierSession *self)
{
  if (self->busy)
    return;
  take_address (self);
  if (palier_found_get_activated (self->chosen) != PALIER_TOLD_NOTHING)
    palier_session_set_inactive (self, palier_found_get_activated (self->chosen) == PALIER_TOLD_NO);
}

static void
set_chosen (PalierSession *self, PalierFound *found)
{
  if (self->chosen == found)
    return;
  if (self->chosen != NULL)
    g_signal_handlers_disconnect_by_func (self->chosen, chosen_changed_cb, self);
  g_set_object (&self->chosen, found);
  if (found != NULL)
    g_signal_connect_object (found, "changed", G_CALLBACK (chosen_changed_cb), self, G_CONNECT_SWAPPED);
  palier_session_notify (self, "chosen");
}

/* Silent for a while and back, it stands in the list anew: it stays the chosen one, wherever it is. */
static void
recorders_cb (PalierSession *self, guint position, guint removed, guint added)
{
  for (guint i = position; self->chosen != NULL && i < position + added; i++)
    {
      g_autoptr (PalierFound) found = g_list_model_get_item (self->recorders, i);

      if (!palier_found_is_same (found, self->chosen))
        continue;
      set_chosen (self, found);
      chosen_changed_cb (self);
      return;
    }
}

/* Typed over: what was known of the one before is no longer said of this one. */
static void
address_cb (PalierSession *self)
{
  g_autofree char *mine = self->chosen != NULL ? palier_found_dup_address (self->chosen) : NULL;

  palier_session_forget_approach (self);
  if (g_strcmp0 (mine, self->address) == 0)
    {
      palier_session_watch_elsewhere (self);
      return;
    }
  set_chosen (self, NULL);
  palier_session_set_inactive (self, FALSE);
  self->was_inactive = FALSE;
}

void
palier_session_make_list (PalierSession *self)
{
  GListStore *practice = g_list_store_new (PALIER_TYPE_FOUND);
  GListStore *both = g_list_store_new (G_TYPE_LIST_MODEL);

  if (self->practice != NULL)
    {
      g_autoptr (PalierFound) found = palier_found_new_practice (self->practice);

      g_list_store_append (practice, found);
    }
  self->discovery = palier_discovery_new (NULL, NULL);
  self->mapped = G_LIST_MODEL (
      gtk_map_list_model_new (G_LIST_MODEL (g_object_ref (self->discovery)), found_new_cb, NULL, NULL));
  g_list_store_append (both, practice);
  g_list_store_append (both, self->mapped);
  self->recorders = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (both)));
  g_object_unref (practice);
  g_signal_connect_object (self->recorders, "items-changed", G_CALLBACK (recorders_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::address", G_CALLBACK (address_cb), NULL);
}

void
palier_session_set_discovery (PalierSession *self, PalierDiscovery *discovery)
{
  g_set_object (&self->discovery, discovery);
  gtk_map_list_model_set_model (GTK_MAP_LIST_MODEL (self->mapped), G_LIST_MODEL (discovery));
}

void
palier_session_drop_list (PalierSession *self)
{
  set_chosen (self, NULL);
  if (self->discovery != NULL)
    palier_discovery_stop (self->discovery);
  g_clear_object (&self->recorders);
  g_clear_object (&self->mapped);
  g_clear_object (&self->discovery);
}

PalierDiscovery *
palier_session_get_discovery (PalierSession *self)
{
  return self->discovery;
}

GListModel *
palier_session_get_recorders (PalierSession *self)
{
  return self->recorders;
}

PalierFound *
palier_session_get_chosen (PalierSession *self)
{
  return self->chosen;
}

void
palier_session_choose (PalierSession *self, PalierFound *found)
{
  gboolean practised = palier_session_uses_practice (self);

  palier_session_clear_problem (self);
  /* Heard of when the password is there too. */
  g_object_freeze_notify (G_OBJECT (self));
  set_chosen (self, found);
  take_address (self);
  palier_session_set_inactive (self, palier_found_get_activated (found) == PALIER_TOLD_NO);
  if (palier_found_is_practice (found))
    {
      g_object_set (self, "user", palier_practice_get_user (self->practice), NULL);
      palier_session_set_password (self, PALIER_PASSWORD_SIGN_IN, palier_practice_get_password (self->practice));
    }
  else if (practised)
    {
      /* A real recorder would count it as a wrong one. */
      palier_session_set_password (self, PALIER_PASSWORD_SIGN_IN, NULL);
    }
  g_object_thaw_notify (G_OBJECT (self));
  palier_session_look (self);
}

gboolean
palier_session_uses_practice (PalierSession *self)
{
  g_autofree char *address = palier_session_dup_string (self, "address");
  g_autofree char *typed = palier_session_dup_string (self, "screen-serial");

  /* Without a network it is known by what its screen shows. */
  if (self->at_screen)
    return self->practice != NULL && g_ascii_strcasecmp (typed, palier_practice_get_serial (self->practice)) == 0;
  return self->practice != NULL
         && g_strcmp0 (address, palier_practice_get_address (self->practice)) == 0;
}
