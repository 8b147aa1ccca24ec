/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "follow.h"

#define LONGEST_SECONDS 20

static void
check_shadow (Follow *self)
{
  GListModel *model = G_LIST_MODEL (self->sticks);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, self->shadow->len);
  for (guint i = 0; i < self->shadow->len; i++)
    {
      g_autoptr (PalierStick) stick = g_list_model_get_item (model, i);

      g_assert_true (stick == g_ptr_array_index (self->shadow, i));
    }
}

static void
items_changed_cb (GListModel *model, guint at, guint removed, guint added, gpointer data)
{
  Follow *self = data;

  g_assert_cmpuint (removed + added, >, 0);
  if (removed)
    g_ptr_array_remove_range (self->shadow, at, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->shadow, (int) (at + i), g_list_model_get_item (model, at + i));
  check_shadow (self);
}

void
follow_start (Follow *self, PalierSticks *sticks)
{
  self->sticks = sticks;
  self->shadow = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (sticks, "items-changed", G_CALLBACK (items_changed_cb), self);
  palier_sticks_start (sticks);
}

void
follow_stop (Follow *self)
{
  g_signal_handlers_disconnect_by_data (self->sticks, self);
  g_clear_pointer (&self->shadow, g_ptr_array_unref);
  palier_sticks_stop (self->sticks);
}

char *
follow_text (Follow *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->shadow->len; i++)
    {
      PalierStick *stick = g_ptr_array_index (self->shadow, i);
      guint n = palier_stick_get_n_volumes (stick);

      g_string_append_printf (text, "%s%s", i ? " " : "", palier_stick_get_port (stick));
      for (guint j = 0; j < n; j++)
        {
          PalierVolume *volume = palier_stick_get_volume (stick, j);
          const char *label = palier_volume_get_label (volume);

          g_string_append_printf (text, "[%s%s]", label ? label : "-",
                                  palier_volume_get_mount (volume) ? " mounted" : "");
        }
    }
  return g_string_free (text, FALSE);
}

static gboolean
too_long_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
reads (Follow *self, const char *text, PalierSticksState state)
{
  g_autofree char *now = text ? follow_text (self) : NULL;

  return g_strcmp0 (now, text) == 0 && (text || palier_sticks_get_state (self->sticks) == state);
}

static void
iterate_until (Follow *self, const char *text, PalierSticksState state)
{
  gboolean too_long = FALSE;
  guint timer = g_timeout_add_seconds (LONGEST_SECONDS, too_long_cb, &too_long);

  while (!too_long && !reads (self, text, state))
    g_main_context_iteration (NULL, TRUE);
  if (too_long)
    {
      g_autofree char *now = follow_text (self);

      g_error ("the list reads “%s” (state %d), should be “%s” (state %d)", now,
               palier_sticks_get_state (self->sticks), text, state);
    }
  g_source_remove (timer);
}

void
follow_until (Follow *self, const char *text)
{
  iterate_until (self, text, PALIER_STICKS_READY);
}

void
follow_until_state (Follow *self, PalierSticksState state)
{
  iterate_until (self, NULL, state);
}
