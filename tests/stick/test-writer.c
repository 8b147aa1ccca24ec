/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "folder.h"
#include "stick/space.h"
#include "stick/writer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* SHA-256 of "abc", FIPS 180-2 appendix B.1. */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct
{
  double last;
  guint told;
} Told;

static void
tell_cb (double fraction, gpointer data)
{
  Told *told = data;

  g_assert_cmpfloat (fraction, >=, told->last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  told->last = fraction;
  told->told++;
}

static void
test_written (void)
{
  char *folder = folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autofree char *path = NULL, *sha256 = NULL, *list = NULL;
  Told told = { 0, 0 };
  GStatBuf st;

  g_assert_true (
      palier_write_verified (folder, "a.bin", abc, &path, &sha256, tell_cb, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (sha256, ==, ABC);
  g_assert_true (folder_holds (folder, "a.bin", "abc"));
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 07777, ==, 0600);
  g_assert_cmpfloat (told.last, ==, 1.0);
  g_assert_true (palier_verify_file (path, ABC, NULL, NULL, NULL, &error));
  list = folder_list (folder);
  g_assert_cmpstr (list, ==, "a.bin,kept.txt");
  folder_remove (folder);
}

static void
test_sizes (void)
{
  static const gsize sizes[] = { 0, 1, MIB - 1, MIB, MIB + 1, 4 * MIB, 9 * MIB + 7 };
  char *folder = folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = folder_bytes (sizes[i]);
      g_autofree char *want = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
      g_autofree char *name = g_strdup_printf ("%zu.bin", sizes[i]);
      g_autofree char *path = NULL, *sha256 = NULL, *sha256_copy = NULL;
      Told told = { 0, 0 };

      palier_write_verified (folder, name, content, &path, &sha256, tell_cb, &told, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sha256, ==, want);
      g_assert_true (folder_holds_bytes (folder, name, content));
      palier_copy_verified (path, folder, "copy.bin", PALIER_WRITE_MOVE_ASIDE, NULL, &sha256_copy,
                            NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (sha256_copy, ==, want);
      g_assert_true (folder_holds_bytes (folder, "copy.bin", content));
    }
  folder_remove (folder);
}

/* As long, and not the same: that is no copy of it. */
static void
test_as_long (void)
{
  char *folder = folder_new ();
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;

  folder_put (folder, "a.bin", "abd");
  g_assert_false (palier_write_verified (folder, "a.bin", abc, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_IN_THE_WAY);
  g_assert_true (folder_holds (folder, "a.bin", "abd"));
  folder_remove (folder);
}

static void
test_in_the_way (void)
{
  char *folder = folder_new ();
  g_autofree char *source = g_build_filename (folder, "kept.txt", NULL);
  g_autofree char *moved_to = NULL, *moved_again = NULL;
  g_autoptr (GError) error = NULL;

  folder_put (folder, "digicap.dav", "the other landing");
  g_assert_false (palier_copy_verified (source, folder, "digicap.dav", PALIER_WRITE_PLAIN, NULL,
                                        NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_IN_THE_WAY);
  g_assert_true (folder_holds (folder, "digicap.dav", "the other landing"));
  g_clear_error (&error);

  folder_put (folder, "digicap (1).dav", "an older one");
  palier_copy_verified (source, folder, "digicap.dav", PALIER_WRITE_MOVE_ASIDE, NULL, NULL,
                        &moved_to, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (moved_to, ==, "digicap (2).dav");
  g_assert_true (folder_holds (folder, "digicap.dav", "was here before"));
  g_assert_true (folder_holds (folder, "digicap (1).dav", "an older one"));
  g_assert_true (folder_holds (folder, "digicap (2).dav", "the other landing"));

  palier_copy_verified (source, folder, "digicap.dav", PALIER_WRITE_MOVE_ASIDE, NULL, NULL,
                        &moved_again, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (moved_again); /* the same content counts as written: nothing moves */
  folder_remove (folder);
}

static void
test_refused_places (void)
{
  char *folder = folder_new ();
  g_autofree char *missing = g_build_filename (folder, "gone", NULL);
  g_autofree char *file = g_build_filename (folder, "kept.txt", NULL);
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (palier_write_verified (missing, "a", abc, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CANNOT_WRITE);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  g_assert_false (palier_write_verified (file, "a", abc, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CANNOT_WRITE);
  g_clear_error (&error);
  g_assert_false (
      palier_copy_verified (missing, folder, "a", 0, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  g_clear_error (&error);
  g_assert_false (
      palier_copy_verified (folder, folder, "a", 0, NULL, NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  folder_remove (folder);
}

static void
test_verify (void)
{
  char *folder = folder_new ();
  g_autofree char *path = g_build_filename (folder, "abc", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (palier_verify_file (path, ABC, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  g_clear_error (&error);
  folder_put (folder, "abc", "abd");
  g_assert_false (palier_verify_file (path, ABC, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_READ_BACK);
  g_clear_error (&error);
  folder_put (folder, "abc", "abc");
  g_assert_true (palier_verify_file (path, ABC, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  folder_remove (folder);
}

static void
test_leftovers (void)
{
  char *folder = folder_new ();
  g_autofree char *busy = g_build_filename (folder, ".palier-0000000b.part", NULL);
  g_autoptr (GBytes) abc = g_bytes_new_static ("abc", 3);
  g_autofree char *list = NULL;
  int other;

  folder_put (folder, ".palier-0000000a.part", "left by a pulled stick");
  folder_put (folder, ".palier-0000000b.part", "being written by another Palier");
  folder_put (folder, ".palier-notes", "not ours to remove");
  other = g_open (busy, O_RDONLY | O_CLOEXEC, 0);
  g_assert_cmpint (flock (other, LOCK_EX), ==, 0);
  g_assert_true (palier_write_verified (folder, "a", abc, NULL, NULL, NULL, NULL, NULL, NULL));
  list = folder_list (folder);
  g_assert_cmpstr (list, ==, ".palier-0000000b.part,.palier-notes,a,kept.txt");
  close (other);
  folder_remove (folder);
}

static void
test_space (void)
{
  static const struct
  {
    const char *sentence;
    PalierSpace space;
    guint64 size;
    int code; /* -1: it fits */
  } rows[] = {
    { "an empty stick takes a small file", { 1 << 30, 1 << 30, TRUE }, 1000, -1 },
    { "the last byte is not given away",
      { 1 << 30, 1 << 20, TRUE },
      1 << 20,
      PALIER_ERROR_DISK_FULL },
    { "more than is free does not fit", { 1 << 30, 10, FALSE }, 11, PALIER_ERROR_DISK_FULL },
    { "a place that does not say is tried", { 0, 0, FALSE }, 1 << 30, -1 },
    { "FAT holds 4 GiB less one byte", { G_MAXINT64, G_MAXINT64, TRUE }, G_MAXUINT32, -1 },
    { "FAT does not hold 4 GiB",
      { G_MAXINT64, G_MAXINT64, TRUE },
      G_MAXUINT32 + 1ull,
      PALIER_ERROR_FILE_TOO_LARGE },
    { "others hold 4 GiB", { G_MAXINT64, G_MAXINT64, FALSE }, G_MAXUINT32 + 1ull, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean fits = palier_space_check (&rows[i].space, rows[i].size, &error);

      g_test_message ("%s", rows[i].sentence);
      g_assert_cmpint (fits, ==, rows[i].code < 0);
      g_assert_cmpint (error ? error->code : -1, ==, rows[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stick/writer/written", test_written);
  g_test_add_func ("/stick/writer/sizes", test_sizes);
  g_test_add_func ("/stick/writer/in-the-way", test_in_the_way);
  g_test_add_func ("/stick/writer/as-long", test_as_long);
  g_test_add_func ("/stick/writer/refused-places", test_refused_places);
  g_test_add_func ("/stick/writer/verify", test_verify);
  g_test_add_func ("/stick/writer/leftovers", test_leftovers);
  g_test_add_func ("/stick/writer/space", test_space);
  return g_test_run ();
}
