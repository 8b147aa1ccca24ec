/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

#include <string.h>

#define ENTRY(i, at)                                                                               \
  (PALIER_SWKH_HEADER_SIZE + (i)*PALIER_SWKH_ENTRY_SIZE + PALIER_SWKH_NAME_SIZE + (at))
#define HEADER_END (PALIER_SWKH_HEADER_SIZE + 3 * PALIER_SWKH_ENTRY_SIZE)

static PalierPackage *
parse (GBytes *bytes, const char *name)
{
  g_autoptr (GError) error = NULL;
  PalierPackage *package = palier_package_parse_bytes (bytes, name, NULL, &error);

  g_assert_no_error (error);
  return package;
}

static void
test_whole (void)
{
  g_autoptr (GBytes) bytes
      = sample_container ("hicore.tar.lzma", "kernel", PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (PalierPackage) package
      = parse (bytes, "/some/where/NVR_K51_BL_ML_STD_V4.1.64_190119.zip");
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GBytes) sent = palier_package_get_bytes (package);
  PalierVersion version;

  g_assert_cmpint (palier_package_get_container (package), ==, PALIER_CONTAINER_SWKH);
  g_assert_cmpint (palier_package_get_complete (package), ==, PALIER_COMPLETE_YES);
  g_assert_false (palier_package_is_broken (package));
  g_assert_cmpstr (palier_package_get_language (package), ==, "ML");
  g_assert_cmpstr (palier_package_get_sha256 (package), ==, sha256);
  g_assert_cmpstr (palier_package_get_archive_name (package), ==,
                   "NVR_K51_BL_ML_STD_V4.1.64_190119");
  g_assert_cmpuint (palier_package_get_size (package), ==, g_bytes_get_size (bytes));
  g_assert_cmpuint (palier_package_get_files (package)->len, ==, 3);
  g_assert_cmpstr (palier_package_get_files (package)->pdata[0], ==, "hicore.tar.lzma");
  g_assert_true (palier_package_get_version (package, &version));
  g_assert_cmpuint (version.build, ==, 190119);
  g_assert_null (palier_package_get_only_for_serial (package));
  g_assert_true (g_bytes_equal (sent, bytes));
  g_assert_true (sample_has_finding (package, "is complete"));
  g_assert_true (sample_has_finding (package, "catalogue knows this file"));
  g_assert_true (sample_has_finding (package, "unusually small"));
}

/* The masked start of each container, from the published headers. */
static void
test_recognised (void)
{
  static const struct
  {
    const char *sentence;
    guint8 raw[4];
    const char *nick;
  } rows[] = {
    { "the old one", { 0xe9, 0x9a, 0xf7, 0xb6 }, "SWKH" },
    { "the middle one", { 0x8a, 0xff, 0xf7, 0xb6 }, "HK20" },
    { "the new one", { 0x8a, 0xfe, 0xf7, 0xb6 }, "HK30" },
    { "the old one, clear", { 'S', 'W', 'K', 'H' }, "unknown" },
    { "anything else", { 0, 1, 2, 3 }, "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s", rows[i].sentence);
      g_assert_cmpstr (palier_container_get_nick (palier_container_recognise (rows[i].raw, 4)), ==,
                       rows[i].nick);
      g_assert_cmpint (palier_container_recognise (rows[i].raw, 3), ==, PALIER_CONTAINER_UNKNOWN);
    }
}

static void
test_mask (void)
{
  guint8 bytes[64], again[64];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) i;
  memcpy (again, bytes, sizeof again);
  palier_container_mask (bytes, sizeof bytes);
  g_assert_cmpuint (bytes[0], ==, 0xba);
  g_assert_cmpuint (bytes[15], ==, 15 ^ 0xbe);
  g_assert_cmpuint (bytes[16], ==, 16 ^ 0xcd); /* the key moves on by one each sixteen bytes */
  g_assert_cmpuint (bytes[47], ==, 47 ^ 0xcd);
  palier_container_mask (bytes, sizeof bytes);
  g_assert_cmpmem (bytes, sizeof bytes, again, sizeof again);
}

static void
test_unreadable (void)
{
  static const guint8 new_one[] = { 0x8a, 0xfe, 0xf7, 0xb6, 1, 2, 3, 4 };
  static const guint8 nothing_known[] = { 0, 1, 2, 3, 4, 5, 6, 7 };
  g_autoptr (GBytes) hk30 = g_bytes_new_static (new_one, sizeof new_one);
  g_autoptr (GBytes) other = g_bytes_new_static (nothing_known, sizeof nothing_known);
  g_autoptr (PalierPackage) unread = parse (hk30, "digicap.dav");
  g_autoptr (PalierPackage) unknown = parse (other, "digicap.dav");
  PalierVersion version;

  g_assert_cmpint (palier_package_get_complete (unread), ==, PALIER_COMPLETE_UNKNOWN);
  g_assert_false (palier_package_is_broken (unread));
  g_assert_null (palier_package_get_language (unread));
  g_assert_null (palier_package_get_archive_name (unread));
  g_assert_false (palier_package_get_version (unread, &version));
  g_assert_true (sample_has_finding (unread, "cannot be read"));
  g_assert_cmpint (palier_package_get_container (unknown), ==, PALIER_CONTAINER_UNKNOWN);
  g_assert_cmpint (palier_package_get_complete (unknown), ==, PALIER_COMPLETE_UNKNOWN);
}

static const struct
{
  const char *sentence;
  gsize at;
  guint32 value;
  gboolean resum;
  const char *finding;
} breaks[] = {
  { "a length that its files do not add up to", PALIER_SWKH_AT_LENGTH, 500, TRUE,
    "header contradicts itself" },
  { "more files than the length has room for", PALIER_SWKH_AT_FILES, 4, TRUE,
    "header contradicts itself" },
  { "no files", PALIER_SWKH_AT_FILES, 0, TRUE, "header contradicts itself" },
  { "more files than there can be", PALIER_SWKH_AT_FILES, 0xffffffff, TRUE,
    "header contradicts itself" },
  { "a length beyond the end", PALIER_SWKH_AT_LENGTH, 0xffffffff, TRUE,
    "header contradicts itself" },
  { "a file that begins beyond the end", ENTRY (1, 0), 100000, TRUE, "ends too early" },
  { "a file that ends beyond the end", ENTRY (2, 4), 100000, TRUE, "ends too early" },
  { "an offset and a size whose sum would wrap", ENTRY (1, 0), 0xfffffff0, TRUE, "ends too early" },
  { "a file inside the header", ENTRY (1, 0), 12, TRUE, "lie over each other" },
  { "a file over another", ENTRY (1, 0), HEADER_END + 1, TRUE, "lie over each other" },
  { "a header that was changed", PALIER_SWKH_AT_CODES, 1, FALSE, "check sum inside the file" },
  { "a file’s sum that is wrong", ENTRY (1, 8), 1, TRUE, "check sum inside the file" },
};

static void
test_broken (void)
{
  g_autoptr (GBytes) whole = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);

  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autoptr (GBytes) bytes
          = sample_changed (whole, breaks[i].at, breaks[i].value, breaks[i].resum);
      g_autoptr (PalierPackage) package = parse (bytes, "digicap.dav");

      g_test_message ("%s", breaks[i].sentence);
      g_assert_true (palier_package_is_broken (package));
      g_assert_cmpint (palier_package_get_complete (package), ==, PALIER_COMPLETE_NO);
      if (!sample_has_finding (package, breaks[i].finding))
        g_error ("%s: no finding “%s”", breaks[i].sentence, breaks[i].finding);
    }
}

/* A download that stops anywhere, or loses one byte anywhere, is never taken for whole. */
static void
test_every_cut_and_every_byte (void)
{
  g_autoptr (GBytes) whole = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);
  gsize size = g_bytes_get_size (whole);

  for (gsize n = 4; n < size; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_from_bytes (whole, 0, n);
      g_autoptr (PalierPackage) package = parse (bytes, "digicap.dav");

      g_assert_true (palier_package_is_broken (package));
    }
  for (gsize i = 4; i < size; i++)
    {
      guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PalierPackage) package = NULL;

      copy[i] ^= 0x40;
      bytes = g_bytes_new_take (copy, size);
      package = parse (bytes, "digicap.dav");
      g_assert_cmpint (palier_package_get_complete (package), ==, PALIER_COMPLETE_NO);
    }
}

/* That the sums are plain byte sums is hearsay: where none of them holds, they are of another kind.
 */
static void
test_other_sums (void)
{
  g_autoptr (GBytes) bytes = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_ML);

  for (guint i = 0; i < 3; i++)
    {
      GBytes *changed = sample_changed (bytes, ENTRY (i, 8), 0x12345678, FALSE);

      g_bytes_unref (bytes);
      bytes = changed;
    }
  g_autoptr (PalierPackage) package = parse (bytes, "digicap.dav");
  g_assert_false (palier_package_is_broken (package));
  g_assert_cmpint (palier_package_get_complete (package), ==, PALIER_COMPLETE_UNKNOWN);
  g_assert_true (sample_has_finding (package, "not of the known kind"));
}

static void
test_language (void)
{
  g_autoptr (GBytes) chinese = sample_container ("kernel", "kernel", PALIER_SWKH_LANGUAGE_CN);
  g_autoptr (GBytes) silent = sample_container ("kernel", "kernel", 0xffffffff);
  g_autoptr (PalierPackage) cn = parse (chinese, "digicap.dav");
  g_autoptr (PalierPackage) none = parse (silent, "digicap.dav");

  g_assert_cmpstr (palier_package_get_language (cn), ==, "CN");
  g_assert_true (sample_has_finding (cn, "sold in China"));
  g_assert_null (palier_package_get_language (none));
  g_assert_cmpint (palier_package_get_complete (none), ==, PALIER_COMPLETE_YES);
}

static const struct
{
  const char *sentence;
  const char *label;
  gboolean believed;
} labels[] = {
  { "the whole account", SAMPLE_LABEL, TRUE },
  { "not practice",
    "{\"practice\": false, \"serial\": \"A\", \"family\": \"f\", \"package\": \"custom\", "
    "\"version\": "
    "\"V4.50.00\"}",
    FALSE },
  { "practice in words",
    "{\"practice\": \"true\", \"serial\": \"A\", \"family\": \"f\", \"package\": \"custom\", "
    "\"version\": \"V4.50.00\"}",
    FALSE },
  { "no serial number",
    "{\"practice\": true, \"family\": \"f\", \"package\": \"custom\", \"version\": \"V4.50.00\"}",
    FALSE },
  { "an empty serial number",
    "{\"practice\": true, \"serial\": \"\", \"family\": \"f\", \"package\": \"custom\", "
    "\"version\": \"V4.50.00\"}",
    FALSE },
  { "a kind that is none",
    "{\"practice\": true, \"serial\": \"A\", \"family\": \"f\", \"package\": \"x\", \"version\": "
    "\"V4.50.00\"}",
    FALSE },
  { "a version that is none",
    "{\"practice\": true, \"serial\": \"A\", \"family\": \"f\", \"package\": \"custom\", "
    "\"version\": \"4\"}",
    FALSE },
  { "a list", "[1]", FALSE },
  { "nothing", "", FALSE },
  { "no JSON", "practice", FALSE },
};

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GBytes) bytes = sample_container (PALIER_CONTAINER_PRACTICE_NAME, labels[i].label,
                                                   PALIER_SWKH_LANGUAGE_ML);
      g_autoptr (PalierPackage) package = parse (bytes, "practice-V3.4.92.dav");
      PalierVersion version;

      g_test_message ("%s", labels[i].sentence);
      g_assert_true (palier_package_is_broken (package) != labels[i].believed);
      g_assert_true ((palier_package_get_only_for_serial (package) != NULL) == labels[i].believed);
      if (!labels[i].believed)
        continue;
      g_assert_cmpstr (palier_package_get_only_for_serial (package), ==, "A1234");
      g_assert_cmpstr (palier_package_get_family (package), ==, "i-series");
      g_assert_false (palier_package_is_custom (package));
      g_assert_true (palier_package_get_version (package, &version));
      g_assert_cmpuint (version.build, ==, 170518);
      g_assert_true (sample_has_finding (package, "practice package"));
    }
}

/* Only the first file speaks for the package. */
static void
test_label_elsewhere (void)
{
  g_autoptr (GBytes) first = g_bytes_new_static ("kernel", 6);
  g_autoptr (GBytes) second = g_bytes_new_static (SAMPLE_LABEL, strlen (SAMPLE_LABEL));
  const PalierContainerFile files[]
      = { { "kernel", first }, { PALIER_CONTAINER_PRACTICE_NAME, second } };
  g_autoptr (GBytes) bytes = palier_container_build_swkh (files, 2, PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (PalierPackage) package = parse (bytes, "digicap.dav");

  g_assert_null (palier_package_get_only_for_serial (package));
  g_assert_false (palier_package_is_broken (package));
}

/* Bytes at random behind a right beginning are read within bounds. */
static void
test_noise (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GBytes) whole = sample_container (PALIER_CONTAINER_PRACTICE_NAME, SAMPLE_LABEL,
                                                   PALIER_SWKH_LANGUAGE_ML);
      gsize size = g_bytes_get_size (whole);
      guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (PalierPackage) package = NULL;

      for (guint n = (guint) g_test_rand_int_range (1, 12); n > 0; n--)
        copy[g_test_rand_int_range (4, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      bytes = g_bytes_new_take (copy, (gsize) g_test_rand_int_range (4, (gint32) size + 1));
      package = parse (bytes, "digicap.dav");
      g_assert_cmpint (palier_package_get_container (package), ==, PALIER_CONTAINER_SWKH);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/container/a whole one is read whole", test_whole);
  g_test_add_func ("/container/each is told by its first four bytes", test_recognised);
  g_test_add_func ("/container/the mask undoes itself", test_mask);
  g_test_add_func ("/container/what cannot be read is said to be so", test_unreadable);
  g_test_add_func ("/container/what contradicts itself is broken", test_broken);
  g_test_add_func ("/container/no cut and no lost byte passes", test_every_cut_and_every_byte);
  g_test_add_func ("/container/sums of another kind prove nothing", test_other_sums);
  g_test_add_func ("/container/its language", test_language);
  g_test_add_func ("/container/a practice package’s account of itself", test_labels);
  g_test_add_func ("/container/only the first file speaks for it", test_label_elsewhere);
  g_test_add_func ("/container/noise stays within bounds", test_noise);
  return g_test_run ();
}
