/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/hash.h"

void
palier_hash_init (PalierHash *self)
{
  sha256_init (self);
}

void
palier_hash_add (PalierHash *self, const guint8 *data, gsize length)
{
  sha256_update (self, length, data);
}

char *
palier_hash_end (PalierHash *self)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  GString *hex = g_string_sized_new (2 * sizeof digest);

  sha256_digest (self, sizeof digest, digest);
  for (guint i = 0; i < sizeof digest; i++)
    g_string_append_printf (hex, "%02x", digest[i]);
  return g_string_free (hex, FALSE);
}
