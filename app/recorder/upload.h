/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* A file for the recorder: PUT as it is, or, where PUT is refused as a method, POST as a form. */
typedef struct
{
  const char *path; /* with its query */
  const char *part; /* name of the form's part */
  const char *file_name;
  GBytes *content;
  PalierProgressFunc progress;
  gpointer progress_data;
} PalierUpload;

/* reboot_needed may be NULL. */
gboolean palier_upload_send (PalierConnection *connection, const PalierUpload *upload, gboolean *reboot_needed,
                             GCancellable *cancellable, GError **error);
