/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "firmware/package.h"
#include "samples.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct
{
  const char *sentence;
  const char *name;
  const char *content;
  const char *said;
} refusals[] = {
  { "an empty file", "digicap.dav", "", "is empty" },
  { "a web page", "NVR_K51_BL_ML_STD_V4.1.64_190119.zip",
    "\n<!DOCTYPE html><html><head><title>Sign in</title>", "web page" },
  { "a web page with a mark of order", "digicap.dav", "\xef\xbb\xbf<HTML>", "web page" },
  { "a text", "digicap.dav", "Release notes of V4.1.64", "is a text" },
  { "a PDF document", "notes.dav", "%PDF-1.4 \x01\x02", "PDF" },
  { "an archive of another kind", "a.zip", "Rar!\x1a\x07", "does not open" },
  { "a program", "setup.dav", "MZ\x90\x01", "program" },
  { "a picture", "a.dav", "\x89PNG\r\n\x1a\n", "picture" },
  { "a download that the browser still writes", "NVR_K51.zip.crdownload", "\x01\x02\x03",
    "not finished" },
  { "a download that another browser still writes", "NVR_K51.zip.part", "\x01\x02\x03",
    "not finished" },
};

static void
check_refused (const char *sentence, GBytes *bytes, const char *name, int code, const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierPackage) package = palier_package_parse_bytes (bytes, name, NULL, &error);

  g_test_message ("%s", sentence);
  g_assert_null (package);
  g_assert_error (error, PALIER_ERROR, code);
  if (!strstr (palier_error_get_sentence (error), said))
    g_error ("%s: “%s”", sentence, palier_error_get_sentence (error));
}

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GBytes) bytes
          = g_bytes_new_static (refusals[i].content, strlen (refusals[i].content));

      check_refused (refusals[i].sentence, bytes, refusals[i].name, PALIER_ERROR_NOT_A_PACKAGE,
                     refusals[i].said);
    }
}

static const struct
{
  const char *sentence;
  const char *name;
  const char *archive_name;
  const char *version; /* NULL: it says none */
} names[] = {
  { "listed for the I-series", "a/NVR_K51_BL_ML_STD_V4.21.008_190625.zip",
    "NVR_K51_BL_ML_STD_V4.21.008_190625", "V4.21.008 build 190625" },
  { "with the word build", "NVR_K56_ML_STD_V3.4.96_Build171130.zip",
    "NVR_K56_ML_STD_V3.4.96_Build171130", "V3.4.96 build 171130" },
  { "without a platform", "Firmware__V4.61.030_240123_S3000554085.zip",
    "Firmware__V4.61.030_240123_S3000554085", "V4.61.030 build 240123" },
  { "the V20 of the platform is no version", "NVR_K51_V20_S_BL_ML_STD_V4.1.25_181028.ZIP",
    "NVR_K51_V20_S_BL_ML_STD_V4.1.25_181028", "V4.1.25 build 181028" },
  { "a bare identifier", "1f0c7a52-3b0e-4e1b-9d4e-0a4c2f1a9b77.zip",
    "1f0c7a52-3b0e-4e1b-9d4e-0a4c2f1a9b77", NULL },
  { "the name that all of them unpack to", "DIGICAP.DAV", NULL, NULL },
  { "two versions in one name", "from_V3.4.92_170518_to_V4.50.00_210802.zip",
    "from_V3.4.92_170518_to_V4.50.00_210802", NULL },
  { "a date that is none leaves the numbers", "NVR_K51_V4.50.00_999999.zip",
    "NVR_K51_V4.50.00_999999", "V4.50.00" },
  { "no name at all", NULL, NULL, NULL },
};

static void
test_names (void)
{
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PalierPackage) package
          = palier_package_parse_bytes (bytes, names[i].name, NULL, NULL);
      PalierVersion version;
      g_autofree char *text = palier_package_get_version (package, &version)
                                  ? palier_version_to_string (&version)
                                  : NULL;

      g_test_message ("%s", names[i].sentence);
      g_assert_cmpstr (palier_package_get_archive_name (package), ==, names[i].archive_name);
      g_assert_cmpstr (text, ==, names[i].version);
    }
}

static void
test_foreign (void)
{
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (PalierPackage) package
    = palier_package_parse_bytes (bytes, "NVR_K51_BL_ML_STD_V3.4.101_180904.zip", NULL, NULL);

  g_assert_true (sample_has_finding (package, "NI-K"));
  g_assert_false (sample_has_finding (package, "catalogue knows this file"));
}

static void
test_zip (void)
{
  g_autoptr (GBytes) firmware = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (GBytes) notes = g_bytes_new_static ("notes", 5);
  const SampleMember members[] = { { "readme.txt", notes }, { "folder/DigiCap.dav", firmware } };
  g_autoptr (GBytes) zip = sample_zip (members, G_N_ELEMENTS (members), NULL);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, zip);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierPackage) package
      = palier_package_parse_bytes (zip, "NVR_K51_V4.50.00_210802.zip", NULL, &error);
  g_autoptr (GBytes) sent = NULL;

  g_assert_no_error (error);
  sent = palier_package_get_bytes (package);
  g_assert_true (g_bytes_equal (sent, firmware));
  g_assert_cmpstr (palier_package_get_sha256 (package), ==, sha256);
  g_assert_cmpuint (palier_package_get_size (package), ==, g_bytes_get_size (zip));
  g_assert_cmpint (palier_package_get_complete (package), ==, PALIER_COMPLETE_YES);
}

static void
test_wrong_zips (void)
{
  g_autoptr (GBytes) firmware = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (GBytes) page = g_bytes_new_static ("<html>", 6);
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (40 << 20), 40 << 20);
  const struct
  {
    const char *sentence;
    SampleMember members[2];
    const char *password;
    const char *said;
  } rows[] = {
    { "no firmware in it",
      { { "readme.txt", page }, { "other.dav", firmware } },
      NULL,
      "holds no digicap.dav" },
    { "two of them",
      { { "a/digicap.dav", firmware }, { "b/digicap.dav", firmware } },
      NULL,
      "more than one" },
    { "a name that climbs out",
      { { "digicap.dav", firmware }, { "../../.profile", page } },
      NULL,
      "outside of itself" },
    { "an absolute name",
      { { "/etc/digicap.dav", firmware }, { "a", page } },
      NULL,
      "outside of itself" },
    { "a name that climbs out backwards",
      { { "..\\digicap.dav", firmware }, { "a", page } },
      NULL,
      "outside of itself" },
    { "a link in its place", { { "digicap.dav", NULL }, { "a", page } }, NULL, "not a file" },
    { "a web page in its place", { { "digicap.dav", page }, { "a", page } }, NULL, "web page" },
    { "a password", { { "digicap.dav", firmware }, { "a", page } }, "secret", "password" },
    { "a bomb", { { "digicap.dav", zeros }, { "a", page } }, NULL, "far more than" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) zip = sample_zip (rows[i].members, 2, rows[i].password);

      check_refused (rows[i].sentence, zip, "a.zip", PALIER_ERROR_NOT_A_PACKAGE, rows[i].said);
    }
}

/* However it is cut, an archive that lost its end is no package. */
static void
test_cut_zip (void)
{
  g_autoptr (GBytes) firmware = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  const SampleMember member = { "digicap.dav", firmware };
  g_autoptr (GBytes) zip = sample_zip (&member, 1, NULL);

  for (gsize n = 4; n < g_bytes_get_size (zip) - 80; n++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (zip, 0, n);
      g_autoptr (GError) error = NULL;
      g_autoptr (PalierPackage) package = palier_package_parse_bytes (cut, "a.zip", NULL, &error);

      if (package && palier_package_get_complete (package) == PALIER_COMPLETE_YES)
        {
          g_autoptr (GBytes) sent = palier_package_get_bytes (package);

          g_assert_true (g_bytes_equal (sent, firmware));
        }
      else if (!package)
        g_assert_true (error->domain == PALIER_ERROR);
    }
}

static void
test_files (void)
{
  char *folder = sample_folder_new ();
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (GBytes) other = sample_container ("kernel", "kernex", PALIER_SWKH_LANGUAGE_ML);
  g_autofree char *path = sample_write (folder, "digicap.dav", bytes);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe.dav", NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierPackage) package = palier_package_open (path, NULL, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (palier_package_get_path (package), ==, path);
  g_assert_true (palier_package_verify (package, NULL, &error));
  g_cancellable_cancel (cancelled);
  g_assert_null (palier_package_open (path, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  again = sample_write (folder, "digicap.dav", other);
  g_assert_false (palier_package_verify (package, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_PACKAGE_DAMAGED);
  g_clear_error (&error);
  g_unlink (path);
  g_assert_false (palier_package_verify (package, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  g_clear_error (&error);
  g_assert_null (palier_package_open (folder, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_null (palier_package_open (pipe_path, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  sample_folder_remove (folder);
}

/* A file may be written over in its place long after it was checked: what was checked is what goes out. */
static void
test_written_over (void)
{
  char *folder = sample_folder_new ();
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autofree char *path = sample_write (folder, "digicap.dav", bytes);
  g_autoptr (PalierPackage) package = palier_package_open (path, NULL, NULL);
  g_autoptr (GBytes) sent = palier_package_get_bytes (package);
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);

  g_assert_cmpint (pwrite (fd, "another firmware", 16, 0), ==, 16);
  g_assert_true (g_bytes_equal (sent, bytes));
  g_assert_cmpint (ftruncate (fd, 0), ==, 0);
  close (fd);
  g_assert_true (g_bytes_equal (sent, bytes));
  g_assert_false (palier_package_verify (package, NULL, NULL));
  sample_folder_remove (folder);
}

/* Beyond two gibibytes nothing is read: the file is sparse, and looked at by its size alone. */
static void
test_too_large (void)
{
  char *folder = sample_folder_new ();
  g_autofree char *path = g_build_filename (folder, "digicap.dav", NULL);
  int fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (ftruncate (fd, (G_GUINT64_CONSTANT (2) << 30) + 1), ==, 0);
  close (fd);
  g_assert_null (palier_package_open (path, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_A_PACKAGE);
  g_assert_nonnull (strstr (palier_error_get_sentence (error), "far too large"));
  sample_folder_remove (folder);
}

int
main (int argc, char **argv)
{
  sample_init (&argc, &argv);
  g_test_add_func ("/package/what cannot be one is refused, and said why", test_refusals);
  g_test_add_func ("/package/what a name says", test_names);
  g_test_add_func ("/package/a name that is another family’s", test_foreign);
  g_test_add_func ("/package/an archive with one digicap.dav", test_zip);
  g_test_add_func ("/package/archives that are no vendor’s", test_wrong_zips);
  g_test_add_func ("/package/an archive that was cut", test_cut_zip);
  g_test_add_func ("/package/a file is read, hashed and verified again", test_files);
  g_test_add_func ("/package/a file that is written over after the check", test_written_over);
  g_test_add_func ("/package/a file beyond all sense", test_too_large);
  return sample_run ();
}
