/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answer.h"

#include "base/error.h"
#include "recorder/wire.h"

/* Then it is gone: a search whose pages never end would make every input slow. */
#define MAX_ANSWERS 4

gboolean __wrap_palier_wire_exchange (PalierWire *self,
                                      const char *base,
                                      const PalierRequest *request,
                                      const char *authorization,
                                      PalierReply *reply,
                                      GCancellable *cancellable,
                                      GError **error);

static GBytes *body;
static guint answers;

gboolean
__wrap_palier_wire_exchange (PalierWire *self,
                             const char *base,
                             const PalierRequest *request,
                             const char *authorization,
                             PalierReply *reply,
                             GCancellable *cancellable,
                             GError **error)
{
  if (answers++ >= MAX_ANSWERS)
    {
      palier_error_set (error, PALIER_ERROR_CONNECTION_LOST, "%u answers", answers);
      return FALSE;
    }
  reply->answer.status = 200;
  reply->answer.body = g_bytes_ref (body);
  reply->answer.content_type = g_strdup ("application/xml");
  return TRUE;
}

PalierConnection *
answer_with (const guint8 *data, gsize size)
{
  static PalierConnection *connection;

  if (!connection)
    connection = palier_connection_new ("192.0.2.1", NULL);
  g_clear_pointer (&body, g_bytes_unref);
  body = g_bytes_new (data, size);
  answers = 0;
  return connection;
}
