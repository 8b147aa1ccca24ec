/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "base/sandbox.h"
#include "folder.h"
#include "stick/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

/* A small file system of its own, seen by this process alone; NULL, and skipped aloud, where that is not
 * allowed. */
static char *
mount_small (void)
{
  char *folder = g_dir_make_tmp ("palier-stick-XXXXXX", NULL);

  if (unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
      && mount ("tmpfs", folder, "tmpfs", 0, "size=4m") == 0)
    {
      folder_put (folder, "kept.txt", "was here before");
      return folder;
    }
  g_test_skip_printf ("no file system can be mounted here: %s", g_strerror (errno));
  g_rmdir (folder);
  g_free (folder);
  return NULL;
}

static void
unmount_small (char *folder)
{
  g_assert_cmpint (umount (folder), ==, 0);
  g_rmdir (folder);
  g_free (folder);
}

static void
assert_untouched (const char *folder, const char *want)
{
  g_autofree char *list = folder_list (folder);

  g_assert_cmpstr (list, ==, want);
  g_assert_true (folder_holds (folder, "kept.txt", "was here before"));
}

static void
eat_cb (double fraction, gpointer data)
{
  g_autofree char *path = g_build_filename (data, "eaten", NULL);
  g_autofree char *block = g_malloc0 (MIB);
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  while (write (fd, block, MIB) > 0)
    ;
  close (fd);
}

static void
test_full (void)
{
  char *folder = mount_small ();
  g_autoptr (GBytes) small = folder_bytes (2 * MIB);
  g_autoptr (GBytes) large = folder_bytes (5 * MIB);
  g_autoptr (GError) error = NULL;

  if (!folder)
    return;
  g_assert_false (palier_write_verified (folder, "a", large, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DISK_FULL);
  assert_untouched (folder, "kept.txt");
  g_clear_error (&error);
  g_assert_false (
      palier_write_verified (folder, "a", small, NULL, NULL, eat_cb, folder, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DISK_FULL);
  assert_untouched (folder, "eaten,kept.txt");
  unmount_small (folder);
}

static void
test_read_only (void)
{
  char *folder = mount_small ();
  g_autoptr (GBytes) content = folder_bytes (10);
  g_autoptr (GError) error = NULL;

  if (!folder)
    return;
  g_assert_cmpint (mount (NULL, folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
  g_assert_false (
      palier_write_verified (folder, "a", content, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_READ_ONLY);
  assert_untouched (folder, "kept.txt");
  unmount_small (folder);
}

typedef struct
{
  char *folder;
  gboolean pulled;
} Pull;

/* What UDisks2 does when a stick is pulled: its mount point is empty from then on. */
static void
detach_cb (double fraction, gpointer data)
{
  Pull *pull = data;

  if (!pull->pulled)
    g_assert_cmpint (umount2 (pull->folder, MNT_DETACH), ==, 0);
  pull->pulled = TRUE;
}

static void
test_mount_point_left (void)
{
  Pull pull = { mount_small (), FALSE };
  g_autoptr (GBytes) content = folder_bytes (2 * MIB);
  g_autofree char *list = NULL;

  if (!pull.folder)
    return;
  palier_write_verified (pull.folder, "a", content, NULL, NULL, detach_cb, &pull, NULL, NULL);
  list = folder_list (pull.folder);
  g_assert_cmpstr (list, ==, ""); /* nothing went to the computer's own disk */
  g_rmdir (pull.folder);
  g_free (pull.folder);
}

/* A Flatpak's home can be written to, and is forgotten; what is mounted into it from outside is not. */
static void
test_sandbox (void)
{
  char *folder = mount_small ();
  g_autoptr (GBytes) content = folder_bytes (10);
  g_autofree char *inside = g_build_filename ("/tmp", "palier-not-there", "yet", NULL);
  g_autoptr (GError) error = NULL;

  if (!folder)
    return;
  g_assert_true (palier_sandbox_check (inside, &error));
  g_setenv ("FLATPAK_ID", "io.github.palier.Palier", TRUE);
  g_assert_false (palier_sandbox_check (inside, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_PLACE_NOT_KEPT);
  g_clear_error (&error);
  g_assert_false (palier_write_verified ("/tmp", "a", content, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_PLACE_NOT_KEPT);
  g_clear_error (&error);
  palier_write_verified (folder, "a", content, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unsetenv ("FLATPAK_ID");
  unmount_small (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stick/mounts/full", test_full);
  g_test_add_func ("/stick/mounts/read-only", test_read_only);
  g_test_add_func ("/stick/mounts/mount point left behind", test_mount_point_left);
  g_test_add_func ("/stick/mounts/what a sandbox forgets", test_sandbox);
  return g_test_run ();
}
