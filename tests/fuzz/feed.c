/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include <stdlib.h>

/* The targets without a fuzzer: each file of a corpus, and each beginning of it, as a cut connection
 * leaves one. Prints TAP. */

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (!dir)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* In a block of its very size, so that reading past the end is seen. */
static void
feed (const char *contents, gsize size)
{
  g_autofree char *copy = size > 0 ? g_memdup2 (contents, size) : g_strdup ("");

  LLVMFuzzerTestOneInput ((const uint8_t *) copy, size);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = NULL;

  if (argc != 2)
    g_error ("usage: %s FOLDER", argv[0]);
  names = list (argv[1]);
  g_print ("1..%u\n", names->len);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (argv[1], names->pdata[i], NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (!g_file_get_contents (path, &contents, &length, NULL))
        g_error ("%s cannot be read", path);
      for (gsize size = 0; size <= length; size++)
        feed (contents, size);
      g_print ("ok %u - %s\n", i + 1, (const char *) names->pdata[i]);
    }
  return names->len > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
