/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/upload.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/response-status.h"

#include <string.h>

static gboolean
write_form (GOutputStream *stream,
            const PalierUpload *upload,
            const char *boundary,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *head = g_strdup_printf ("--%s\r\nContent-Disposition: form-data; name=\"%s\"; "
                                           "filename=\"%s\"\r\n"
                                           "Content-Type: application/octet-stream\r\n\r\n",
                                           boundary, upload->part, upload->file_name);
  g_autofree char *tail = g_strdup_printf ("\r\n--%s--\r\n", boundary);
  gsize length;
  const void *content = g_bytes_get_data (upload->content, &length);

  return g_output_stream_write_all (stream, head, strlen (head), NULL, cancellable, error)
         && g_output_stream_write_all (stream, content, length, NULL, cancellable, error)
         && g_output_stream_write_all (stream, tail, strlen (tail), NULL, cancellable, error)
         && g_output_stream_close (stream, cancellable, error);
}

/* The form is built in a file without a name and mapped, so that a hundred megabytes are not held
 * twice in memory. */
static GBytes *
build_form (const PalierUpload *upload,
            const char *boundary,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("palier-XXXXXX", &stream, error);
  g_autofree char *name = NULL;

  if (file
      && write_form (g_io_stream_get_output_stream (G_IO_STREAM (stream)), upload, boundary,
                     cancellable, error))
    {
      name = g_file_get_path (file);
      mapped = g_mapped_file_new (name, FALSE, error);
    }
  if (file)
    g_file_delete (file, NULL, NULL);
  palier_error_adopt (error, PALIER_ERROR_COMPUTER);
  return mapped ? g_mapped_file_get_bytes (mapped) : NULL;
}

static gboolean
send_form (PalierConnection *connection,
           const PalierUpload *upload,
           PalierAnswer *answer,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *boundary = g_strdup_printf ("palier-%08x%08x", g_random_int (), g_random_int ());
  g_autofree char *type = g_strconcat ("multipart/form-data; boundary=", boundary, NULL);
  g_autoptr (GBytes) form = build_form (upload, boundary, cancellable, error);
  const PalierRequest request = {
    .method = "POST",
    .path = upload->path,
    .flags = PALIER_REQUEST_LONG,
    .content_type = type,
    .body = form,
    .progress = upload->progress,
    .progress_data = upload->progress_data,
  };

  return form && palier_connection_send (connection, &request, answer, cancellable, error);
}

/* Only words about the method: any other refusal is about the file or the moment, and stands. */
static gboolean
wants_form (const PalierAnswer *answer)
{
  g_auto (PalierResponseStatus) status = { 0 };

  if (answer->status == 405 || answer->status == 501)
    return TRUE;
  palier_response_status_parse (answer->body, &status);
  return status.sub_status && g_ascii_strcasecmp (status.sub_status, "methodNotAllowed") == 0;
}

gboolean
palier_upload_send (PalierConnection *connection,
                    const PalierUpload *upload,
                    gboolean *reboot_needed,
                    GCancellable *cancellable,
                    GError **error)
{
  const PalierRequest request = {
    .method = "PUT",
    .path = upload->path,
    .flags = PALIER_REQUEST_LONG,
    .content_type = "application/octet-stream",
    .body = upload->content,
    .progress = upload->progress,
    .progress_data = upload->progress_data,
  };
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (GError) local = NULL;
  gboolean done = palier_connection_ask (connection, &request, &answer, cancellable, &local);

  if (!done && wants_form (&answer))
    {
      g_clear_error (&local);
      palier_answer_clear (&answer);
      done = send_form (connection, upload, &answer, cancellable, &local);
    }
  if (done && reboot_needed)
    *reboot_needed = palier_response_wants_restart (&answer);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&local));
  return done;
}
