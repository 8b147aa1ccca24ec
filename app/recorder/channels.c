/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/channels.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"
#include "recorder/json.h"

#include <string.h>

#define STATES "/ISAPI/System/workingstatus/chanStatus?format=json"
#define CAMERA_LIST "/ISAPI/ContentMgmt/InputProxy/ipcConfig"
#define SMALLEST_SHEET 32

static int
read_number (PalierJson *item, const char *name)
{
  guint64 value;

  return palier_json_get_uint (item, name, &value) && value <= 1000 ? (int) value : -1;
}

/* Numbers or booleans: both were seen. */
static int
read_flag (PalierJson *item, const char *name)
{
  gboolean flag;
  int number = read_number (item, name);

  if (number >= 0)
    return number != 0;
  return palier_json_get_boolean (item, name, &flag) ? flag : -1;
}

static PalierChannelState *
read_state (PalierJson *item)
{
  int channel = read_number (item, "chanNo");
  int bad_signal = read_flag (item, "signal"); /* 0 is good */
  PalierChannelState *state;

  if (channel < 1)
    return NULL;
  state = g_new0 (PalierChannelState, 1);
  state->channel = (guint) channel;
  state->online = read_flag (item, "online");
  state->records = read_flag (item, "record");
  state->has_picture = bad_signal < 0 ? -1 : !bad_signal;
  state->trouble = read_number (item, "recordStatus");
  return state;
}

/* Some wrap the list once more. */
static GPtrArray *
find_items (PalierJson *json)
{
  g_autoptr (PalierJson) inner = palier_json_dup_object (json, "ChanStatusList");

  return palier_json_dup_array (inner ? inner : json, "ChanStatus");
}

GPtrArray *
palier_channel_states_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (PalierJson) json = NULL;
  g_autoptr (GError) local = NULL;
  g_auto (PalierAnswer) answer = { 0 };

  if (palier_connection_get (connection, STATES, &answer, cancellable, &local))
    json = palier_json_parse (g_bytes_get_data (answer.body, NULL), g_bytes_get_size (answer.body), &local);
  if (!json && !palier_error_is_not_told (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  items = json ? find_items (json) : NULL;
  for (guint i = 0; items && i < items->len; i++)
    {
      PalierChannelState *state = read_state (items->pdata[i]);

      if (state)
        g_ptr_array_add (states, state);
    }
  return g_steal_pointer (&states);
}

GBytes *
palier_camera_list_export (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  const PalierRequest request = { .method = "GET", .path = CAMERA_LIST, .flags = PALIER_REQUEST_SLOW };
  g_auto (PalierAnswer) answer = { 0 };
  gsize size;
  const char *data;

  if (!palier_connection_send (connection, &request, &answer, cancellable, error))
    return NULL;
  data = g_bytes_get_data (answer.body, &size);
  if (size >= SMALLEST_SHEET && !g_strstr_len (data, (gssize) MIN (size, 500), "<ResponseStatus")
      && !g_strstr_len (data, (gssize) MIN (size, 500), "<html"))
    return g_steal_pointer (&answer.body);
  palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "%" G_GSIZE_FORMAT " bytes", size);
  return NULL;
}
