/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "procedure/version.h"

static const struct
{
  const char *sentence;
  const char *text;
  const char *read; /* NULL: refused */
} spellings[] = {
  { "as device information is joined", "V3.4.92 build 170518", "V3.4.92 build 170518" },
  { "as discovery tells it, without a blank", "V3.5.38build 191215", "V3.5.38 build 191215" },
  { "two numbers and a comma", "V5.0, build 191213", "V5.0 build 191213" },
  { "two numbers and a blank", "V7.3 build 170818", "V7.3 build 170818" },
  { "as archives are named", "V4.1.25_181028", "V4.1.25 build 181028" },
  { "as some archives are named", "V3.4.96_Build171130", "V3.4.96 build 171130" },
  { "as the page writes it", "v4.50.00", "V4.50.00" },
  { "as the notice writes it", "v.4.1.25", "V4.1.25" },
  { "zeros in front are kept as written", "V4.22.005 build 191208", "V4.22.005 build 191208" },
  { "no build", "V4.50.00", "V4.50.00" },
  { "capitals in build", "V3.4.92 BUILD 170518", "V3.4.92 build 170518" },
  { "blanks around it", "  V3.4.92 build 170518\n", "V3.4.92 build 170518" },
  { "three digits in the last part", "V3.4.101 build 180904", "V3.4.101 build 180904" },
  { "a build of the year 2005 keeps its zero", "V1.0.1 build 050607", "V1.0.1 build 050607" },
  { "nothing", "", NULL },
  { "a null", NULL, NULL },
  { "blanks only", "   ", NULL },
  { "one number", "V4", NULL },
  { "a dot at its end", "V4.1.", NULL },
  { "four numbers", "V4.1.25.1", NULL },
  { "no V", "4.1.25", NULL },
  { "a placeholder for numbers", "V4.1.xx", NULL },
  { "a build that is cut short", "V3.4.92 build 17051", NULL },
  { "a build that is too long", "V3.4.92 build 1705180", NULL },
  { "a build that is no date: month", "V3.4.92 build 171318", NULL },
  { "a build that is no date: day", "V3.4.92 build 170532", NULL },
  { "a build of zeros", "V3.4.92 build 000000", NULL },
  { "build without a date", "V3.4.92 build", NULL },
  { "a date without the word", "V3.4.92 170518", NULL },
  { "an underscore without a date", "V3.4.92_", NULL },
  { "something after it", "V3.4.92 build 170518 beta", NULL },
  { "something before it", "Firmware V3.4.92", NULL },
  { "a part that overflows", "V4.4294967297.1", NULL },
  { "a minus sign", "V3.-4.92", NULL },
  { "a plus sign", "V+3.4.92", NULL },
  { "a blank inside", "V3. 4.92", NULL },
  { "digits of another script", "V３.４.９２", NULL },
  { "markup", "<b>V3.4.92</b>", NULL },
  { "a format", "%s%n", NULL },
  { "bytes that are no text", "V3.4.\xff\xfe", NULL },
};

static const struct
{
  const char *sentence;
  const char *firmware, *released;
  const char *read;
} pairs[] = {
  { "numbers and build apart", "V3.4.101", "build 180904", "V3.4.101 build 180904" },
  { "a build without the word", "V3.4.101", "180904", "V3.4.101 build 180904" },
  { "no build told", "V4.50.00", NULL, "V4.50.00" },
  { "an empty build", "V4.50.00", "", "V4.50.00" },
  { "a build of blanks", "V4.50.00", " \n", "V4.50.00" },
  { "both tell the same build", "V3.4.92 build 170518", "build 170518", "V3.4.92 build 170518" },
  { "the build stands in the first only", "V3.4.92 build 170518", NULL, "V3.4.92 build 170518" },
  { "two builds contradict each other", "V3.4.92 build 170518", "build 160901", NULL },
  { "a build that cannot be read", "V3.4.92", "build unknown", NULL },
  { "a date in another form", "V3.4.92", "2017-05-18", NULL },
  { "something after the build", "V3.4.92", "build 170518a", NULL },
  { "no numbers", NULL, "build 170518", NULL },
};

static const struct
{
  const char *sentence;
  const char *a, *b;
  int order; /* of a to b */
} orders[] = {
  { "numbers decide before builds", "V3.4.92 build 990101", "V4.0 build 010101", -1 },
  { "by number, not by letter", "V4.5.0", "V4.50.00", -1 },
  { "by number, not by length", "V3.4.101", "V3.4.92", 1 },
  { "zeros in front change nothing", "V4.22.005 build 191208", "V4.22.5 build 191208", 0 },
  { "a missing third number is zero", "V4.50", "V4.50.00", 0 },
  { "the same numbers: the earlier build is lower", "V3.4.92 build 160901", "V3.4.92 build 170518",
    -1 },
  { "the same numbers: the later build is higher", "V3.4.92 build 171201", "V3.4.92 build 170518",
    1 },
  { "the same in all", "V3.4.92 build 170518", "V3.4.92_170518", 0 },
};

static void
check_read (const char *sentence,
            gboolean read,
            const PalierVersion *version,
            const GError *error,
            const char *expected)
{
  g_autofree char *text = read ? palier_version_to_string (version) : NULL;

  g_test_message ("%s", sentence);
  g_assert_cmpstr (text, ==, expected);
  if (!read)
    g_assert_error (error, PALIER_ERROR, PALIER_ERROR_BAD_ANSWER);
}

static void
test_spellings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      PalierVersion version = { { 9, 9, 9 }, 9, "untouched" };
      g_autoptr (GError) error = NULL;
      gboolean read = palier_version_parse (spellings[i].text, &version, &error);

      check_read (spellings[i].sentence, read, &version, error, spellings[i].read);
      if (!read)
        g_assert_cmpstr (version.spelling, ==, "untouched");
    }
}

static void
test_pairs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      PalierVersion version = { 0 };
      g_autoptr (GError) error = NULL;
      gboolean read
          = palier_version_parse_pair (pairs[i].firmware, pairs[i].released, &version, &error);

      check_read (pairs[i].sentence, read, &version, error, pairs[i].read);
    }
}

static void
test_orders (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      PalierVersion a, b;

      g_test_message ("%s", orders[i].sentence);
      g_assert_true (palier_version_parse (orders[i].a, &a, NULL));
      g_assert_true (palier_version_parse (orders[i].b, &b, NULL));
      g_assert_cmpint (palier_version_compare (&a, &b), ==, orders[i].order);
      g_assert_cmpint (palier_version_compare (&b, &a), ==, -orders[i].order);
      g_assert_true (palier_version_equal (&a, &b) == (orders[i].order == 0));
    }
}

static void
test_builds (void)
{
  PalierVersion told, untold;
  g_autofree char *build = NULL;

  g_assert_true (palier_version_parse ("V3.4.92 build 050607", &told, NULL));
  g_assert_true (palier_version_parse ("V3.4.92", &untold, NULL));
  build = palier_version_build_to_string (&told);
  g_assert_cmpstr (build, ==, "050607");
  g_assert_null (palier_version_build_to_string (&untold));
  g_assert_cmpint (palier_version_compare_numbers (&told, &untold), ==, 0);
  g_assert_false (palier_version_is_given (&(PalierVersion){ 0 }));
  g_assert_true (palier_version_is_given (&untold));
}

/* Whatever is cut off or changed, a text is read as what it says or not at all, and never out of
 * bounds. */
static void
test_mutations (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text = g_strdup ("V4.22.005 build 191208");
      PalierVersion version;

      for (guint n = (guint) g_test_rand_int_range (1, 4); n > 0; n--)
        text[g_test_rand_int_range (0, 22)] = (char) g_test_rand_int_range (0, 256);
      if (palier_version_parse (text, &version, NULL))
        {
          g_autofree char *written = palier_version_to_string (&version);
          PalierVersion again;

          g_assert_true (palier_version_parse (written, &again, NULL));
          g_assert_true (palier_version_equal (&version, &again));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version/every spelling on record is read, and nothing else", test_spellings);
  g_test_add_func ("/version/numbers and build told apart", test_pairs);
  g_test_add_func ("/version/ordered by numbers, then by build", test_orders);
  g_test_add_func ("/version/a build that was not told stays untold", test_builds);
  g_test_add_func ("/version/a mutated text is read as it stands, or not at all", test_mutations);
  return g_test_run ();
}
