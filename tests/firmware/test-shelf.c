/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "firmware/shelf.h"
#include "samples.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static void
test_shelf (void)
{
  char *folder = sample_folder_new ();
  g_autofree char *path = g_build_filename (folder, "deep", "shelf.json", NULL);
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (PalierPackage) package
      = palier_package_parse_bytes (bytes, "x/digicap.dav", NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierShelf) shelf = palier_shelf_open (path, &error);
  g_autoptr (PalierShelf) again = NULL;
  const char *sha256 = palier_package_get_sha256 (package);
  PalierVersion version;
  GStatBuf st;

  g_assert_no_error (error);
  g_assert_null (palier_shelf_find (shelf, sha256));
  g_assert_true (palier_version_parse ("V3.4.92 build 170518", &version, NULL));
  g_assert_true (palier_shelf_add (shelf, package, "i-series", &version, &error));
  g_assert_true (palier_shelf_add (shelf, package, "i-series", &version, &error));
  g_assert_nonnull (palier_shelf_find (shelf, sha256));
  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
  again = palier_shelf_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (palier_shelf_find (again, sha256)->name, ==, "digicap.dav");
  g_assert_cmpstr (palier_shelf_find (again, sha256)->family, ==, "i-series");
  g_assert_true (palier_version_equal (&palier_shelf_find (again, sha256)->version, &version));
  g_assert_null (palier_shelf_find (again, "00"));
  g_assert_null (palier_shelf_find (again, NULL));
  sample_folder_remove (folder);
}

/* A declaration never stands against what the file shows. */
static void
test_shelf_refuses (void)
{
  char *folder = sample_folder_new ();
  g_autofree char *path = g_build_filename (folder, "shelf.json", NULL);
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (bytes, 0, 100);
  g_autoptr (GBytes) labelled
      = sample_container (PALIER_CONTAINER_PRACTICE_NAME, SAMPLE_LABEL, PALIER_SWKH_LANGUAGE_ML);
  const struct
  {
    const char *sentence;
    GBytes *bytes;
    const char *name;
  } rows[] = {
    { "another version in its name", bytes, "NVR_K51_V4.50.00_210802.zip" },
    { "another build in its name", bytes, "NVR_K51_V3.4.92_160901.zip" },
    { "broken", broken, "digicap.dav" },
    { "made for practice", labelled, "digicap.dav" },
  };
  g_autoptr (PalierShelf) shelf = palier_shelf_open (path, NULL);
  PalierVersion version;

  g_assert_true (palier_version_parse ("V3.4.92 build 170518", &version, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PalierPackage) package
          = palier_package_parse_bytes (rows[i].bytes, rows[i].name, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].sentence);
      g_assert_false (palier_shelf_add (shelf, package, "i-series", &version, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_RULE);
      g_assert_null (palier_shelf_find (shelf, palier_package_get_sha256 (package)));
    }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  sample_folder_remove (folder);
}

/* A shelf that cannot be read is said, never overwritten as if it were empty. */
static void
test_shelf_hostile (void)
{
  static const char *const texts[] = { "",
                                       "[]",
                                       "{}",
                                       "{\"format\": 2, \"packages\": []}",
                                       "{\"format\": 1}",
                                       "{\"format\": 1, \"packages\": [1]}",
                                       "{\"format\": 1, \"packages\": [{\"sha256\": \"00\"}]}",
                                       "{\"format\": 1, \"pack" };
  char *folder = sample_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autofree char *path = sample_write (folder, "shelf.json", bytes);
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", texts[i]);
      g_assert_null (palier_shelf_open (path, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
    }
  sample_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  sample_init (&argc, &argv);
  g_test_add_func ("/shelf/what was declared once is known", test_shelf);
  g_test_add_func ("/shelf/no declaration against the file", test_shelf_refuses);
  g_test_add_func ("/shelf/a damaged shelf is an error", test_shelf_hostile);
  return sample_run ();
}
