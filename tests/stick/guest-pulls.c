/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "guest.h"

#define SERIAL "PULL0001"
#define PULLS 20
#define SIZE (4 * MIB)

typedef struct
{
  char *name;
  char *sha256;
} Saved;

typedef struct
{
  double at;
  gboolean asked;
} Pull;

static void
saved_free (gpointer data)
{
  Saved *saved = data;

  g_free (saved->name);
  g_free (saved->sha256);
  g_free (saved);
}

/* The host pulls a moment after it is asked, while the write goes on. */
static void
pull_cb (double fraction, gpointer data)
{
  Pull *pull = data;

  if (pull->asked || fraction < pull->at)
    return;
  pull->asked = TRUE;
  guest_say ("pull");
}

static guint
count_lost (const char *folder, GPtrArray *all)
{
  guint lost = 0;

  for (guint i = 0; i < all->len; i++)
    {
      Saved *saved = g_ptr_array_index (all, i);
      g_autofree char *path = g_build_filename (folder, saved->name, NULL);

      if (!palier_verify_file (path, saved->sha256, NULL, NULL, NULL, NULL))
        lost++;
    }
  return lost;
}

static gboolean
save (const char *folder, char *name, gsize size, GPtrArray *all, Pull *pull, GError **error)
{
  g_autoptr (GBytes) content = folder_bytes (size);
  Saved *saved = g_new0 (Saved, 1);

  saved->name = name;
  if (!palier_write_verified (folder, name, content, NULL, &saved->sha256, pull ? pull_cb : NULL,
                              pull, NULL, error))
    {
      saved_free (saved);
      return FALSE;
    }
  g_ptr_array_add (all, saved);
  guest_say ("sha %s %s", saved->name, saved->sha256);
  return TRUE;
}

/* Writes while it is pulled. Either the file was saved for good, or it is said that the stick is gone. */
static void
pull_once (guint i, GPtrArray *all)
{
  g_autoptr (PalierStick) stick = guest_await (SERIAL);
  g_autofree char *folder = stick ? guest_mount (stick) : NULL;
  Pull pull = { (double) i / PULLS, FALSE };
  g_autoptr (GError) error = NULL;
  gboolean saved;

  if (!folder)
    return;
  saved = save (folder, g_strdup_printf ("pulled-%02u.bin", i), SIZE, all, &pull, &error);
  if (!pull.asked)
    guest_say ("pull");
  guest_ok (saved || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_PLACE_GONE), error,
            "pulled at %u %% of a write: %s", 100 * i / PULLS,
            saved ? "it had been saved" : "said to be gone");
  guest_ok (guest_await_gone (SERIAL), NULL, "and it leaves the list");
}

static void
push_and_look (guint i, GPtrArray *all)
{
  g_autoptr (PalierStick) stick = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  guint before = all->len;

  guest_say ("push");
  stick = guest_await (SERIAL);
  folder = stick ? guest_mount (stick) : NULL;
  if (!folder)
    return;
  guest_ok (count_lost (folder, all) == 0, NULL, "pushed back in: none of %u saved files is lost",
            before);
  if (!save (folder, g_strdup_printf ("again-%02u.bin", i), MIB / 4 + i, all, NULL, &error))
    guest_ok (FALSE, error, "the stick takes a file again");
}

void
guest_pulls (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (saved_free);
  g_autoptr (PalierStick) stick = guest_await (SERIAL);
  g_autofree char *folder = stick ? guest_mount (stick) : NULL;
  g_autoptr (GError) error = NULL;

  if (!folder
      || !guest_ok (save (folder, g_strdup ("first.bin"), 2 * MIB, all, NULL, &error), error,
                    "a first backup"))
    return;
  for (guint i = 0; i < PULLS; i++)
    {
      pull_once (i, all);
      push_and_look (i, all);
    }
  g_clear_object (&stick);
  stick = guest_await (SERIAL);
  guest_ok (stick && palier_stick_take_out (stick, NULL, &error), error,
            "the stick is switched off in the end");
}
