/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/checkup.h"

/* Serial number → PalierSecret, which is locked in memory and wiped when it is let go. */
static GHashTable *known;
static GMutex lock;

static GHashTable *
get_known (void)
{
  if (!known)
    known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                   (GDestroyNotify) palier_secret_unref);
  return known;
}

void
palier_passwords_note (const char *serial, PalierSecret *password)
{
  g_mutex_lock (&lock);
  g_hash_table_insert (get_known (), g_strdup (serial), palier_secret_ref (password));
  g_mutex_unlock (&lock);
}

gboolean
palier_passwords_are_shared (const char *serial, PalierSecret *password)
{
  GHashTableIter iter;
  gpointer other, secret;
  gboolean shared = FALSE;

  g_mutex_lock (&lock);
  g_hash_table_iter_init (&iter, get_known ());
  while (!shared && g_hash_table_iter_next (&iter, &other, &secret))
    shared = !g_str_equal (other, serial) && palier_secret_equal (secret, password);
  g_mutex_unlock (&lock);
  return shared;
}

void
palier_passwords_forget (void)
{
  g_mutex_lock (&lock);
  g_clear_pointer (&known, g_hash_table_unref);
  g_mutex_unlock (&lock);
}
