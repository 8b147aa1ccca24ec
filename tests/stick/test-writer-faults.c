/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "faults.h"
#include "folder.h"
#include "stick/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define SIZE (9 * MIB + 5)

static GBytes *content;

typedef struct
{
  const char *sentence;
  FaultCall call;
  guint nth;
  int outcome;
  int code; /* -1: written all the same */
} Row;

static const Row rows[] = {
  { "a stick with its lock switch on", FAULT_CREATE, 1, EROFS, PALIER_ERROR_READ_ONLY },
  { "a folder that is not ours", FAULT_CREATE, 1, EACCES, PALIER_ERROR_CANNOT_WRITE },
  { "a stick pulled out before the first byte", FAULT_WRITE, 1, ENODEV, PALIER_ERROR_PLACE_GONE },
  { "a stick pulled out in the middle", FAULT_WRITE, 5, EIO, PALIER_ERROR_PLACE_GONE },
  { "a stick that the kernel turns read-only", FAULT_WRITE, 3, EROFS, PALIER_ERROR_PLACE_GONE },
  { "a stick that fills earlier than it said", FAULT_WRITE, 7, ENOSPC, PALIER_ERROR_DISK_FULL },
  { "pulled out while a window is on its way", FAULT_PUSH, 2, EIO, PALIER_ERROR_PLACE_GONE },
  { "full when the file is brought to it", FAULT_SYNC, 1, ENOSPC, PALIER_ERROR_DISK_FULL },
  { "pulled out when the file is brought to it", FAULT_SYNC, 1, EIO, PALIER_ERROR_PLACE_GONE },
  { "pulled out at the rename", FAULT_RENAME, 1, EIO, PALIER_ERROR_PLACE_GONE },
  { "another program took the name meanwhile", FAULT_RENAME, 1, EEXIST,
    PALIER_ERROR_FILE_IN_THE_WAY },
  { "pulled out when the name is brought to it", FAULT_SYNC, 2, EIO, PALIER_ERROR_PLACE_GONE },
  { "pulled out when the folder is brought to it", FAULT_SYNC, 3, EIO, PALIER_ERROR_PLACE_GONE },
  { "gone before it is read back", FAULT_OPEN, 4, ENOENT, PALIER_ERROR_PLACE_GONE },
  { "pulled out while it is read back", FAULT_READ, 4, EIO, PALIER_ERROR_PLACE_GONE },
  { "a stick that changes a bit as it reads", FAULT_READ, 2, FAULT_FLIP,
    PALIER_ERROR_NOT_READ_BACK },
  { "a stick that changes a bit as it writes", FAULT_WRITE, 6, FAULT_FLIP,
    PALIER_ERROR_NOT_READ_BACK },
  { "a stick smaller than it claims", FAULT_READ, 8, FAULT_SHORT, PALIER_ERROR_NOT_READ_BACK },
  { "room cannot be asked for", FAULT_STATFS, 1, EIO, PALIER_ERROR_PLACE_GONE },
  { "a signal falls into a write", FAULT_WRITE, 4, EINTR, -1 },
  { "a write that does half", FAULT_WRITE, 4, FAULT_SHORT, -1 },
  { "a file system that renames only plainly", FAULT_RENAME, 1, EINVAL, -1 },
  { "a file system that cannot sync a folder", FAULT_SYNC, 3, EINVAL, -1 },
  { "a file system that cannot push windows", FAULT_PUSH, 1, ENOSYS, -1 },
  { "a signal falls into reading back", FAULT_READ, 3, EINTR, -1 },
};

static void
test_faults (gconstpointer data)
{
  const Row *row = data;
  char *folder = folder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = NULL;
  gboolean written;

  fault_set (row->call, row->nth, row->outcome);
  written =
      palier_write_verified (folder, "devCfg.bin", content, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_cmpuint (fault_count (), >=, row->nth);
  fault_set (FAULT_NONE, 0, 0);
  g_assert_cmpint (written, ==, row->code < 0);
  g_assert_cmpint (error ? error->code : -1, ==, row->code);
  g_assert_true (folder_holds (folder, "kept.txt", "was here before"));
  list = folder_list (folder);
  g_assert_cmpstr (list, ==, written ? "devCfg.bin,kept.txt" : "kept.txt");

  g_clear_error (&error); /* the same place, put right, takes it */
  palier_write_verified (folder, "devCfg.bin", content, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (folder_holds_bytes (folder, "devCfg.bin", content));
  folder_remove (folder);
}

/* With consent the file in the way is moved; whatever breaks then, its content must still be there. */
static gboolean
move_and_break (guint nth, gboolean lasting, const char *source, GError **error)
{
  char *folder = folder_new ();
  gboolean written, kept;

  folder_put (folder, "digicap.dav", "the other landing");
  (lasting ? fault_set_from : fault_set) (FAULT_ANY, nth, EIO);
  written = palier_copy_verified (source, folder, "digicap.dav", PALIER_WRITE_MOVE_ASIDE, NULL,
                                  NULL, NULL, NULL, NULL, NULL, error);
  if (fault_count () < nth)
    g_assert_true (written);
  fault_set (FAULT_NONE, 0, 0);
  kept = folder_holds (folder, "digicap.dav", "the other landing")
         || folder_holds (folder, "digicap (1).dav", "the other landing");
  g_assert_true (kept);
  g_assert_true (folder_holds (folder, "kept.txt", "was here before"));
  if (written)
    g_assert_true (folder_holds_bytes (folder, "digicap.dav", content));
  folder_remove (folder);
  return written;
}

static char *
put_source (const char *folder)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);
  char *path = g_build_filename (folder, "source.bin", NULL);

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  return path;
}

static void
test_sweep (gconstpointer lasting)
{
  char *folder = folder_new ();
  g_autofree char *source = put_source (folder);
  guint calls, failed = 0;

  fault_set (FAULT_ANY, G_MAXUINT, EIO);
  g_assert_true (palier_copy_verified (source, folder, "counted", 0, NULL, NULL, NULL, NULL, NULL,
                                       NULL, NULL));
  calls = fault_count ();
  g_assert_cmpuint (calls, >, 30);
  for (guint nth = 1; nth <= calls; nth++)
    {
      g_autoptr (GError) error = NULL;

      if (!move_and_break (nth, lasting != NULL, source, &error))
        failed++;
    }
  g_assert_cmpuint (failed, >=, calls - 6); /* looking for leftovers may fail and harm nothing */
  folder_remove (folder);
}

typedef struct
{
  double at;
  GCancellable *cancellable;
} Stop;

static void
stop_cb (double fraction, gpointer data)
{
  Stop *stop = data;

  if (fraction >= stop->at)
    g_cancellable_cancel (stop->cancellable);
}

static void
test_cancelled (void)
{
  for (guint i = 0; i < 20; i++)
    {
      char *folder = folder_new ();
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Stop stop = { i / 20.0, cancellable };
      g_autoptr (GError) error = NULL;
      g_autofree char *list = NULL;

      palier_write_verified (folder, "devCfg.bin", content, NULL, NULL, stop_cb, &stop, cancellable,
                             &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      list = folder_list (folder);
      g_assert_cmpstr (list, ==, "kept.txt");
      folder_remove (folder);
    }
}

static void
test_fat_limit (void)
{
  char *folder = folder_new ();
  g_autofree char *source = g_build_filename (folder, "huge", NULL);
  g_autoptr (GError) error = NULL;
  int fd = g_open (source, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (ftruncate (fd, (off_t) (4ll << 30)), ==, 0);
  close (fd);
  fault_set (FAULT_STATFS, 1, FAULT_FAT);
  palier_copy_verified (source, folder, "digicap.dav", 0, NULL, NULL, NULL, NULL, NULL, NULL,
                        &error);
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_TOO_LARGE);
  fault_set (FAULT_NONE, 0, 0);
  folder_remove (folder);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  content = folder_bytes (SIZE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/stick/faults/", rows[i].sentence, NULL);

      g_test_add_data_func (path, &rows[i], test_faults);
    }
  g_test_add_data_func ("/stick/faults/each call fails once", NULL, test_sweep);
  g_test_add_data_func ("/stick/faults/each call and all after it fail", "lasting", test_sweep);
  g_test_add_func ("/stick/faults/cancelled anywhere", test_cancelled);
  g_test_add_func ("/stick/faults/4 GiB on FAT", test_fat_limit);
  status = g_test_run ();
  g_bytes_unref (content);
  return status;
}
