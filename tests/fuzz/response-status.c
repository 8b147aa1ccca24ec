/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "recorder/response-status.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const guint codes[] = { 200, 401, 403, 500 };
  const PalierRequest request = { .method = "PUT", .path = "/ISAPI/System/reboot" };
  g_autoptr (GBytes) body = g_bytes_new (data, size);
  g_auto (PalierResponseStatus) status = { 0 };

  palier_response_status_parse (body, &status);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const PalierAnswer answer = { .status = codes[i], .body = body };
      g_autoptr (GError) error = NULL;

      g_assert_true (palier_response_check (&request, &answer, &error) == (error == NULL));
      g_assert_true (codes[i] == 200 || error);
      palier_response_wants_restart (&answer);
    }
  return 0;
}
