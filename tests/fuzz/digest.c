/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "recorder/digest.h"

#include <string.h>

/* A header's value: what ends a line never comes so far. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *challenges = g_strndup ((const char *) data, size);
  g_autoptr (PalierDigest) digest = NULL;
  g_autoptr (PalierSecret) password = palier_secret_new ("Stairs-2016");
  g_autofree char *header = NULL;

  g_strdelimit (challenges, "\r\n", ' ');
  digest = palier_digest_new (challenges);
  if (!digest)
    return 0;
  header = palier_digest_sign (digest, "admin", password, "GET", "/ISAPI/System/deviceInfo", NULL);
  g_assert_true (g_str_has_prefix (header, "Digest "));
  g_assert_null (strpbrk (header, "\r\n"));
  g_assert_cmpuint (palier_digest_get_count (digest), ==, 1);
  return 0;
}
