/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "run/journal-file.h"

#include <sys/mman.h>
#include <unistd.h>

/* A journal is read from a file: here one that is in no folder. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int fd = memfd_create ("journal", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  root = palier_journal_file_load (path, NULL, &error);
  close (fd);
  g_assert_true ((root == NULL) == (error != NULL));
  if (!root)
    return 0;
  g_assert_false (palier_journal_file_is_finished (root) && palier_journal_file_is_begun (root));
  json_object_unref (root);
  return 0;
}
