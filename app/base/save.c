/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/save.h"

#include "base/error.h"
#include "base/sandbox.h"

gboolean
palier_save (const char *path, const char *content, gssize length, GError **error)
{
  if (!palier_sandbox_check (path, error))
    return FALSE;
  if (g_file_set_contents_full (path, content, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0644, error))
    return TRUE;
  palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
  return FALSE;
}
