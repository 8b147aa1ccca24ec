/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/recording.h"

#include "base/error.h"
#include "base/save.h"
#include "recording/questions.h"
#include "recording/scrub.h"

#include <glib/gi18n-lib.h>

struct _PalierRecording
{
  PalierConnection *connection; /* NULL: finished */
  GMutex lock;                  /* of heard: the tap is in another thread */
  GPtrArray *heard;             /* of PalierHeard; NULL: finished */
  PalierStandIns *stand_ins;
  guint n_answers;
  char *text;
};

static gboolean
bytes_equal (GBytes *a, GBytes *b)
{
  return a == b || (a && b && g_bytes_equal (a, b));
}

/* A sign-in asks again and again for the same; what the second answer adds is nothing. */
static gboolean
was_heard (PalierRecording *self, const PalierRequest *request, const PalierAnswer *answer)
{
  for (guint i = 0; i < self->heard->len; i++)
    {
      const PalierHeard *one = self->heard->pdata[i];

      if (answer->status == 401 && one->status == 401)
        return TRUE;
      if (answer->status != 401 && one->status != 401 && g_str_equal (one->method, request->method)
          && g_str_equal (one->target, request->path) && bytes_equal (one->request, request->body))
        return TRUE;
    }
  return FALSE;
}

static void
tap_cb (const PalierRequest *request, const PalierAnswer *answer, const char *challenges, gpointer data)
{
  PalierRecording *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  PalierHeard *heard;

  if (!palier_questions_may_keep (request->method, request->path) || was_heard (self, request, answer))
    return;
  heard = g_new0 (PalierHeard, 1);
  heard->method = g_strdup (request->method);
  heard->target = g_strdup (request->path);
  heard->request = request->body ? g_bytes_ref (request->body) : NULL;
  heard->status = answer->status;
  heard->type = g_strdup (answer->content_type);
  heard->challenges = g_strdup (challenges);
  heard->body = answer->body ? g_bytes_ref (answer->body) : NULL;
  g_ptr_array_add (self->heard, heard);
}

PalierRecording *
palier_recording_new (PalierConnection *connection)
{
  PalierRecording *self = g_new0 (PalierRecording, 1);

  g_mutex_init (&self->lock);
  self->connection = g_object_ref (connection);
  self->heard = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_heard_free);
  self->stand_ins = palier_stand_ins_new ();
  palier_connection_set_tap (connection, tap_cb, self);
  return self;
}

/* Nothing more will come of asking on. */
static gboolean
is_over (const GError *error, guint question)
{
  static const PalierErrorCode codes[]
      = { PALIER_ERROR_UNREACHABLE, PALIER_ERROR_WRONG_PASSWORD, PALIER_ERROR_LOCKED, PALIER_ERROR_CERTIFICATE,
          PALIER_ERROR_NOT_A_RECORDER, PALIER_ERROR_NOT_ACTIVATED };

  if (question == 0 || error->domain != PALIER_ERROR)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (error->code == (int) codes[i])
      return TRUE;
  return FALSE;
}

gboolean
palier_recording_ask (PalierRecording *self,
                      PalierRecordingProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  guint total = palier_questions_count ();

  g_return_val_if_fail (self->connection, FALSE);
  for (guint i = 0; i < total; i++)
    {
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!palier_questions_ask (i, self->connection, cancellable, &local) && is_over (local, i))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (progress)
        progress (i + 1, total, data);
    }
  return TRUE;
}

static void
stop (PalierRecording *self)
{
  if (self->connection)
    palier_connection_set_tap (self->connection, NULL, NULL);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->heard, g_ptr_array_unref);
}

void
palier_recording_finish (PalierRecording *self)
{
  static const char remarks[]
      = "What a video recorder answered, kept by Palier. Its format is told in palier(1).\n"
        "Serial numbers, addresses, names and every secret are stand-ins; “text-1” stands where it was\n"
        "not known that a text is harmless. Read it before you pass it on: any line may be cut or changed.\n"
        "“palier practice --scenario FILE” plays it.";
  g_autoptr (GPtrArray) list = NULL;

  g_return_if_fail (self->connection);
  palier_connection_set_tap (self->connection, NULL, NULL);
  list = palier_scrub (self->heard, self->stand_ins);
  stop (self);
  self->n_answers = list->len;
  self->text = palier_recording_text_write (list, remarks);
}

PalierRecording *
palier_recording_take (PalierConnection *connection,
                       PalierRecordingProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (PalierRecording) self = palier_recording_new (connection);

  if (!palier_recording_ask (self, progress, data, cancellable, error))
    return NULL;
  palier_recording_finish (self);
  return g_steal_pointer (&self);
}

const char *
palier_recording_get_text (PalierRecording *self)
{
  return self->text;
}

static void
add_line (GString *out, char *line)
{
  g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
  g_free (line);
}

static guint
count (PalierRecording *self, const PalierIdentity *identities)
{
  guint n = 0;

  for (; *identities < PALIER_N_IDENTITIES; identities++)
    n += palier_stand_ins_count (self->stand_ins, *identities);
  return n;
}

char *
palier_recording_dup_summary (PalierRecording *self)
{
  static const PalierIdentity numbers[] = { PALIER_IDENTITY_SERIAL, PALIER_IDENTITY_ID, PALIER_N_IDENTITIES };
  static const PalierIdentity addresses[] = { PALIER_IDENTITY_MAC,  PALIER_IDENTITY_ADDRESS, PALIER_IDENTITY_HOST,
                                              PALIER_IDENTITY_MAIL, PALIER_N_IDENTITIES };
  static const PalierIdentity names[]
      = { PALIER_IDENTITY_RECORDER, PALIER_IDENTITY_CAMERA, PALIER_IDENTITY_USER,  PALIER_IDENTITY_NETWORK,
          PALIER_IDENTITY_NAME,     PALIER_IDENTITY_PLACE,  PALIER_N_IDENTITIES };
  static const PalierIdentity secrets[] = { PALIER_IDENTITY_SECRET, PALIER_N_IDENTITIES };
  static const PalierIdentity texts[] = { PALIER_IDENTITY_TEXT, PALIER_N_IDENTITIES };
  GString *out = g_string_new (NULL);
  guint n = self->n_answers;

  /* translators: %u is how many answers of the recorder the recording holds. */
  add_line (out, g_strdup_printf (ngettext ("%u answer was kept.", "%u answers were kept.", n), n));
  /* translators: what was replaced in a recording; %1$u serial numbers and identifiers, %2$u network addresses,
   * %3$u names, %4$u secrets such as passwords and keys, %5$u other texts. */
  add_line (out, g_strdup_printf (_ ("Replaced: serial numbers and identifiers %1$u, addresses %2$u, names %3$u, "
                                     "secrets %4$u, other texts %5$u."),
                                  count (self, numbers), count (self, addresses), count (self, names),
                                  count (self, secrets), count (self, texts)));
  return g_string_free (out, FALSE);
}

gboolean
palier_recording_save (PalierRecording *self, const char *path, GError **error)
{
  g_return_val_if_fail (self->text, FALSE);
  return palier_save (path, self->text, -1, error);
}

void
palier_recording_free (PalierRecording *self)
{
  stop (self);
  palier_stand_ins_free (self->stand_ins);
  g_free (self->text);
  g_mutex_clear (&self->lock);
  g_free (self);
}
