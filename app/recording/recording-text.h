/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A recording as a text: lines, so that a person can read it, cut it and mend it.
 *
 *   palier-recording 1             first line; anything else is no recording
 *   # a remark
 *   request GET /ISAPI/System/deviceInfo
 *   > a line of its body, where it had one
 *   answer 200
 *   header Content-Type: application/xml
 *   < a line of the answer's body
 *   omitted 5120 bytes: a file     in place of a body that is not kept
 *   end                            last line: without it the text was cut short */
typedef struct
{
  char *method;
  char *target; /* path with its query */
  char *request;      /* body; NULL: none */
  guint status;
  char *type;      /* Content-Type; NULL: not told */
  char *challenge; /* WWW-Authenticate, without its nonce; NULL */
  char *body;      /* UTF-8; NULL: none or omitted */
  char *omitted;   /* why there is none: "5120 bytes: a file"; NULL */
} PalierRecorded;

void palier_recorded_free (PalierRecorded *self);
GPtrArray *palier_recorded_list_new (void); /* of PalierRecorded, owned */

gboolean palier_recording_text_is (const char *text, gsize length); /* begins like one */
/* remarks: lines without their "# "; may be NULL. */
char *palier_recording_text_write (GPtrArray *list, const char *remarks);
/* NULL with PALIER_ERROR_DATA_FILE naming the line: not a recording, a later version, cut short, more than 16 MiB or
 * 4096 exchanges, no UTF-8. */
GPtrArray *palier_recording_text_parse (const char *text, gsize length, GError **error);

#define PALIER_RECORDING_MAX (16 * 1024 * 1024)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierRecorded, palier_recorded_free)
