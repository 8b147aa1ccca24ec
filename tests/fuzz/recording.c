/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "recording/recording-text.h"

#include <string.h>

/* A recording that can be read can be written, and is the same when it is read again. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = palier_recording_text_parse ((const char *) data, size, &error);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true ((list == NULL) == (error != NULL));
  if (!list)
    return 0;
  for (guint i = 0; i < list->len; i++)
    {
      const PalierRecorded *one = list->pdata[i];

      g_assert_true (one->method && one->target);
      g_assert_true (!one->body || g_utf8_validate (one->body, -1, NULL));
    }
  text = palier_recording_text_write (list, NULL);
  again = palier_recording_text_parse (text, strlen (text), NULL);
  g_assert_nonnull (again);
  g_assert_cmpuint (again->len, ==, list->len);
  return 0;
}
