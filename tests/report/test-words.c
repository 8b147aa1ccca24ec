/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/words.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

static char *catalogues;

/* The report's language is its own: neither LANGUAGE nor another thread's report changes it. */
static gpointer
speak (gpointer data)
{
  gboolean french = GPOINTER_TO_INT (data);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (PalierWords) words = palier_words_new_from_folder (french ? "fr" : "en", catalogues);
      const char *text = palier_words_get (words, "Copy the configuration");

      g_assert_cmpstr (text, ==, french ? "Copier la configuration" : "Copy the configuration");
    }
  return NULL;
}

static void
test_two_at_once (void)
{
  GThread *french = g_thread_new ("fr", speak, GINT_TO_POINTER (TRUE));
  GThread *english = g_thread_new ("en", speak, GINT_TO_POINTER (FALSE));

  g_thread_join (french);
  g_thread_join (english);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "en");
}

static void
test_numbers (void)
{
  static const struct
  {
    guint64 bytes;
    const char *english, *french;
  } sizes[] = {
    { 0, "0.0 kB", "0,0\u00a0ko" },           { 999, "1.0 kB", "1,0\u00a0ko" },
    { 8123456, "8.1 MB", "8,1\u00a0Mo" },     { 53349999, "53.3 MB", "53,3\u00a0Mo" },
    { 4000000000, "4.0 GB", "4,0\u00a0Go" },  { 6001175126016, "6.0 TB", "6,0\u00a0To" },
    { G_MAXUINT64, "18446744.1 TB", "18446744,1\u00a0To" },
  };
  g_autoptr (PalierWords) english = palier_words_new_from_folder ("en", catalogues);
  g_autoptr (PalierWords) french = palier_words_new_from_folder ("fr", catalogues);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *one = palier_words_size (english, sizes[i].bytes);
      g_autofree char *other = palier_words_size (french, sizes[i].bytes);

      g_assert_cmpstr (one, ==, sizes[i].english);
      g_assert_cmpstr (other, ==, sizes[i].french);
    }
}

static void
test_dates (void)
{
  g_autoptr (PalierWords) words = palier_words_new_from_folder ("en", catalogues);
  g_autofree char *there = palier_words_moment (words, "2026-08-21T14:05:59.123456-04:00");
  g_autofree char *none = palier_words_moment (words, NULL);
  g_autofree char *wrong = palier_words_time (words, "soon");
  g_autofree char *duration = palier_words_duration (words, 3900);

  g_assert_cmpstr (there, ==, "2026-08-21 14:05");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (wrong, ==, "");
  g_assert_cmpstr (duration, ==, "1 h 05");
}

static void
test_fill (void)
{
  g_autoptr (PalierWords) words = palier_words_new_from_folder ("en", catalogues);
  g_autofree char *filled = palier_words_fill (words, "It is %s ahead", "4 s");
  g_autofree char *hostile = palier_words_fill (words, "%n %d %s", "%s%n");
  g_autofree char *plain = palier_words_fill (words, "Nothing", "4 s");

  g_assert_cmpstr (filled, ==, "It is 4 s ahead");
  g_assert_cmpstr (hostile, ==, "%n %d %s%n");
  g_assert_cmpstr (plain, ==, "Nothing");
}

/* Cut anywhere, it is English or it is right; it never reads past its end. */
static void
test_damaged (void)
{
  g_autofree char *whole = NULL;
  g_autofree char *folder = g_dir_make_tmp ("palier-words-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "fr", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (inner, GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *from = g_build_filename (catalogues, "fr", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *language = g_build_filename (folder, "fr", NULL);
  gsize length = 0;

  g_assert_true (g_file_get_contents (from, &whole, &length, NULL));
  g_assert_cmpint (g_mkdir_with_parents (inner, 0700), ==, 0);
  for (gsize n = 0; n < length; n += 1 + length / 97)
    {
      g_autoptr (PalierWords) words = NULL;
      const char *text;

      g_assert_true (g_file_set_contents (path, whole, (gssize) n, NULL));
      words = palier_words_new_from_folder ("fr", folder);
      text = palier_words_get (words, "Copy the configuration");
      g_assert_true (g_str_equal (text, "Copy the configuration") || g_str_equal (text, "Copier la configuration"));
    }
  g_assert_cmpint (g_remove (path) | g_rmdir (inner) | g_rmdir (language) | g_rmdir (folder), ==, 0);
}

static void
test_missing (void)
{
  g_autoptr (PalierWords) words = palier_words_new_from_folder ("fr", "/nonexistent");
  g_autoptr (PalierWords) other = palier_words_new_from_folder ("de", catalogues);

  g_assert_cmpstr (palier_words_get_language (words), ==, "en");
  g_assert_cmpstr (palier_words_get_language (other), ==, "en");
  g_assert_cmpstr (palier_words_get (words, "Step"), ==, "Step");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  g_test_add_func ("/words/two-at-once", test_two_at_once);
  g_test_add_func ("/words/numbers", test_numbers);
  g_test_add_func ("/words/dates", test_dates);
  g_test_add_func ("/words/fill", test_fill);
  g_test_add_func ("/words/damaged", test_damaged);
  g_test_add_func ("/words/missing", test_missing);
  return g_test_run ();
}
