/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovery-private.h"

#include "base/error.h"

static gboolean
flag_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  return flag_cb (data);
}

static void
attach (GSource *source, GSourceFunc callback, gboolean *flag, GMainContext *context)
{
  g_source_set_callback (source, callback, flag, NULL);
  g_source_attach (source, context);
}

static char *
dup_place_of (PalierDiscovery *discovery, const char *serial)
{
  GListModel *model = G_LIST_MODEL (discovery);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PalierDiscovered) item = g_list_model_get_item (model, i);
      const char *told = palier_discovered_get_probe (item)->serial;
      char *place = told && g_ascii_strcasecmp (told, serial) == 0
                      ? palier_discovered_dup_place (item)
                      : NULL;

      if (place)
        return place;
    }
  return NULL;
}

static char *
search (GMainContext *context, const char *serial, guint seconds, GCancellable *cancellable)
{
  g_autoptr (PalierDiscovery) discovery = palier_discovery_new (NULL, NULL);
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (seconds);
  g_autoptr (GSource) cancel = cancellable ? g_cancellable_source_new (cancellable) : NULL;
  gboolean over = FALSE;
  char *place = NULL;

  attach (timeout, flag_cb, &over, context);
  if (cancel)
    attach (cancel, G_SOURCE_FUNC (cancelled_cb), &over, context);
  palier_discovery_start (discovery);
  while (!over && !place)
    {
      g_main_context_iteration (context, TRUE);
      place = dup_place_of (discovery, serial);
    }
  palier_discovery_stop (discovery);
  g_source_destroy (timeout);
  if (cancel)
    g_source_destroy (cancel);
  return place;
}

char *
palier_discovery_find_serial (const char *serial,
                              guint seconds,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GMainContext) context = NULL;
  char *place;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  place = search (context, serial, seconds, cancellable);
  g_main_context_pop_thread_default (context);
  if (!place && !g_cancellable_set_error_if_cancelled (cancellable, error))
    palier_error_set (error, PALIER_ERROR_UNREACHABLE, "no answer to the search");
  return place;
}
