/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../remove-tree.h"
#include "poppler.h"
#include "stories.h"

#include "base/error.h"
#include "report/print.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_BYTES (300 * 1024)
#define MOST_US (1 * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = g_dir_make_tmp ("palier-print-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "report.pdf", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  remove_tree (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static PalierReport *
make (Story story)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-report-XXXXXX", NULL);
  PalierReport *report = story_report (story, folder);

  remove_tree (folder);
  return report;
}

typedef struct
{
  const char *name;
  Story story;
  const char *language, *paper;
  guint pages;
  const char *said[6];
} PaperRow;

static const PaperRow papers[] = {
  { "two landings, A4", STORY_TWO_LANDINGS, "en", "a4", 2,
    { "V3.4.70", "V4.50.00", "Proved", "112 of 112", "4821", "Épicerie Côté & Fils" } },
  { "two landings, Letter", STORY_TWO_LANDINGS, "en", "letter", 2, { "Camille Lœuillet", "on behalf of Sûreté Boréale" } },
  { "two landings, French", STORY_TWO_LANDINGS, "fr", "a4", 2,
    { "Rapport d’intervention", "Sûreté Boréale", "8,1 Mo", "Étape", "Prouvé", "Réparer la base de données" } },
  { "one landing, French on Letter", STORY_ONE_LANDING, "fr", "letter", 2, { "P4", "en son propre nom" } },
  { "waived", STORY_WAIVED, "en", "a4", 2, { "Exceptions were made", "Exception", "Skipped", "put off" } },
  { "failed", STORY_FAILED, "en", "a4", 2, { "Failed", "The recorder answers, but not with the expected version." } },
  { "declared", STORY_DECLARED, "en", "a4", 2, { "Declared", "Palier did not read it itself" } },
  { "continued", STORY_CONTINUED, "en", "a4", 2, { "failed attempts before: 1" } },
};

static void
assert_document (const PaperRow *row, const char *path)
{
  gboolean letter = g_str_equal (row->paper, "letter");
  g_autofree char *info = poppler_ask ("pdfinfo", path, NULL);
  g_autofree char *pages = g_strdup_printf ("Pages:           %u\n", row->pages);

  if (!info)
    return;
  poppler_assert_has (info, pages);
  poppler_assert_has (info, letter ? "612 x 792" : "595.276 x 841.89");
  poppler_assert_has (info, "Tagged:          yes");
  poppler_assert_has (info, "Author:          Sûreté Boréale inc.");
  poppler_assert_has (info, g_str_equal (row->language, "fr") ? "Title:           Rapport d’intervention"
                                                       : "Title:           Intervention report");
}

static void
test_paper (Place *place, gconstpointer data)
{
  const PaperRow *row = data;
  g_autoptr (PalierReport) report = make (row->story);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStatBuf facts;
  gint64 begin = g_get_monotonic_time ();

  g_assert_true (palier_report_write_pdf (report, place->path, row->language, row->paper, &error));
  g_assert_no_error (error);
  if (!g_getenv ("ASAN_OPTIONS"))
    g_assert_cmpint (g_get_monotonic_time () - begin, <, MOST_US);
  g_assert_cmpint (g_stat (place->path, &facts), ==, 0);
  g_assert_cmpint (facts.st_size, <, MOST_BYTES);
  assert_document (row, place->path);
  poppler_assert_fonts (place->path);
  poppler_assert_language (place->path, row->language);
  text = poppler_read_text (place->path);
  for (guint i = 0; text && i < G_N_ELEMENTS (row->said) && row->said[i]; i++)
    poppler_assert_has (text, row->said[i]);
}

/* Names from the wire and from a keyboard: markup, no end, from right to left, turned around, broken. */
static void
test_hostile (Place *place, gconstpointer data)
{
  g_autoptr (PalierReport) report = make (STORY_TWO_LANDINGS);
  g_autofree char *long_name = g_strnfill (10000, 'W');
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_free (report->customer);
  report->customer = g_strdup ("<b>Smith</b> & \"Sons\" <script>%s%n");
  g_free (report->site);
  report->site = g_steal_pointer (&long_name);
  g_free (report->technician);
  report->technician = g_strdup ("مرحبا \u202eevil\u202c \x01\x1b[31m\xff\xfe");
  g_free (report->remarks);
  report->remarks = g_strnfill (10000, 'r');
  g_assert_true (palier_report_write_pdf (report, place->path, "en", "a4", &error));
  g_assert_no_error (error);
  text = poppler_read_text (place->path);
  if (!text)
    return;
  poppler_assert_has (text, "<b>Smith</b> & \"Sons\"");
  g_assert_null (strstr (text, "\u202e"));
}

/* Only what the report names gets into it: a field that somebody wrote besides stays where it is, and so does the
 * name that one signs in with. */
static void
test_no_password (Place *place, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-report-XXXXXX", NULL);
  g_autofree char *path = story_write (STORY_TWO_LANDINGS, folder);
  g_autofree char *journal = NULL;
  g_autoptr (GString) spoiled = NULL;
  g_autoptr (PalierReport) report = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &journal, NULL, NULL));
  spoiled = g_string_new (journal);
  g_assert_cmpuint (g_string_replace (spoiled, "\"user\" : \"admin\"",
                                      "\"user\" : \"admin-7\", \"password\" : \"Hunter2-ab\"", 0), ==, 1);
  g_assert_true (g_file_set_contents (path, spoiled->str, -1, NULL));
  report = palier_report_new (path, palier_catalogue_get_shipped (), NULL);
  remove_tree (folder);
  json = palier_report_to_json (report, "fr");
  g_assert_true (palier_report_write_pdf (report, place->path, "fr", "a4", NULL));
  text = poppler_read_text (place->path);
  g_assert_null (strstr (json, "Hunter2"));
  g_assert_null (strstr (json, "admin-7"));
  if (text)
    {
      g_assert_null (strstr (text, "Hunter2"));
      g_assert_null (strstr (text, "admin-7"));
    }
}

static void
test_unwritable (Place *place, gconstpointer data)
{
  g_autoptr (PalierReport) report = make (STORY_ONE_LANDING);
  g_autofree char *nowhere = g_build_filename (place->folder, "gone", "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (palier_report_write_pdf (report, nowhere, "en", NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CANNOT_WRITE);
}

/* In the child: a file system of 16 KiB of its own, with a report on it that must outlive the failure. */
static int
write_on_full_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (PalierReport) report = make (STORY_TWO_LANDINGS);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  if (unshare (CLONE_NEWNS) != 0 || mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0
      || mount ("none", folder, "tmpfs", 0, "size=16k") != 0)
    return 77;
  if (!g_file_set_contents (path, "old", -1, NULL)
      || palier_report_write_pdf (report, path, "en", NULL, &error)
      || !g_error_matches (error, PALIER_ERROR, PALIER_ERROR_DISK_FULL)
      || !g_file_get_contents (path, &kept, NULL, NULL) || !g_str_equal (kept, "old"))
    return 1;
  return 0;
}

static void
test_full_disk (Place *place, gconstpointer data)
{
  int status = 0;
  pid_t child = fork ();

  if (child == 0)
    _exit (write_on_full_disk (place->folder));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    g_test_skip ("no small file system can be mounted here (not root)");
  else
    g_assert_cmpint (status, ==, 0);
}

static const struct
{
  const char *name, *model, *firmware, *said;
} plans[] = {
  { "a climb with a default", "DS-7716NI-I4", "V3.4.70 build 160910", "Full factory default" },
  { "straight", "DS-7716NI-I4/16P", "V4.1.64 build 190119", "P4" },
  { "nothing to climb", "DS-9632NI-I8", "V4.50.00 build 210802", "Nothing left to climb" },
  { "refused", "DS-7616NI-K2", "V3.4.101 build 180904", "must not be upgraded" },
  { "unreadable", "DS-7716NI-I4", "?", "must not be upgraded" },
};

static void
test_plan (Place *place, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (PalierPlan) plan = palier_plan_new (palier_catalogue_get_shipped (), plans[i].model, plans[i].firmware);
      g_autofree char *info = NULL;
      g_autofree char *text = NULL;

      g_test_message ("%s", plans[i].name);
      g_assert_true (palier_plan_write_pdf (plan, "1234821", place->path, "en", "letter", NULL));
      info = poppler_ask ("pdfinfo", place->path, NULL);
      text = poppler_read_text (place->path);
      if (!info || !text)
        return;
      poppler_assert_has (info, "Pages:           1\n");
      poppler_assert_has (text, plans[i].said);
      poppler_assert_has (text, plans[i].model);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = NULL;

  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);
  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/print/paper/%s", papers[i].name);

      g_test_add (path, Place, &papers[i], set_up, test_paper, tear_down);
    }
  g_test_add ("/print/hostile", Place, NULL, set_up, test_hostile, tear_down);
  g_test_add ("/print/no-password", Place, NULL, set_up, test_no_password, tear_down);
  g_test_add ("/print/unwritable", Place, NULL, set_up, test_unwritable, tear_down);
  g_test_add ("/print/full-disk", Place, NULL, set_up, test_full_disk, tear_down);
  g_test_add ("/print/plan", Place, NULL, set_up, test_plan, tear_down);
  return g_test_run ();
}
