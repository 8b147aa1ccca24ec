/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-box.h"
#include "report-print.h"
#include "report/print.h"
#include "session-report.h"
#include "walk.h"

#include <string.h>

/* What a person takes away: the plan, and the report of the climb, saved and printed from the window. */

static gboolean
exists (Walk *walk, gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_told (Walk *walk, gpointer id)
{
  return walk_find (walk, id) != NULL;
}

static void
assert_pdf (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 4096);
  g_assert_cmpint (memcmp (content, "%PDF-", 5), ==, 0);
}

static char *
save (Walk *walk, const char *name)
{
  g_autofree char *path = g_build_filename (walk->folder, name, NULL);

  palier_report_box_save (PALIER_REPORT_BOX (walk_need (walk, "report")), path);
  walk_until (walk, exists, path);
  walk_until (walk, is_told, (gpointer) "saved");
  return g_steal_pointer (&path);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(PalierReport **) data = palier_session_make_report_finish (PALIER_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_set (Walk *walk, gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
print (Walk *walk)
{
  g_autofree char *path = g_build_filename (walk->folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (PalierReport) report = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *pages;

  palier_session_make_report_async (walk->session, "fr", NULL, made_cb, &report);
  walk_until (walk, is_set, &report);
  pages = palier_report_draw (report, "fr", "letter", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 2);
  operation = palier_report_print_new (pages, "report", path);
  g_assert_true (palier_report_print_run (operation, GTK_WINDOW (walk->window), &error));
  g_assert_no_error (error);
  assert_pdf (path);
}

static void
climb (Walk *walk)
{
  walk_begin (walk, "v4.22.005");
  walk_agree (walk);
  walk_sign_in (walk);
  walk_click (walk, "forward");
  walk_copy (walk);
  walk_packages (walk);
  walk_until_page (walk, "start");
  walk_start (walk);
  walk_work (walk);
}

static void
test_report (void)
{
  g_autofree char *pdf = NULL, *json = NULL, *text = NULL;
  Walk walk;

  climb (&walk);
  walk_type (&walk, "site", "Boulangerie du Port");
  walk_type (&walk, "customer", "Anne Lévêque");
  walk_type (&walk, "technician", "Camille");
  walk_type (&walk, "remarks", "Caméra 3 à remplacer");
  pdf = save (&walk, "report.pdf");
  assert_pdf (pdf);
  walk_shot (&walk, "9-result-saved");
  json = save (&walk, "report.json");
  g_assert_true (g_file_get_contents (json, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Boulangerie du Port"));
  g_assert_nonnull (strstr (text, "Anne Lévêque"));
  g_assert_nonnull (strstr (text, "\"technician\" : \"Camille\""));
  g_assert_nonnull (strstr (text, "Caméra 3 à remplacer"));
  g_assert_nonnull (strstr (text, "\"outcome\" : \"proved\""));
  print (&walk);
  walk_end (&walk);
}

/* A folder that is not there: said, and the next try is free. */
static void
test_no_place (void)
{
  g_autofree char *path = NULL;
  Walk walk;

  climb (&walk);
  path = g_build_filename (walk.folder, "not there", "report.pdf", NULL);
  palier_report_box_save (PALIER_REPORT_BOX (walk_need (&walk, "report")), path);
  walk_until (&walk, is_told, (gpointer) "sentence");
  g_assert_null (walk_find (&walk, "saved"));
  g_free (save (&walk, "report.pdf"));
  g_assert_null (walk_find (&walk, "sentence"));
  walk_end (&walk);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_session_save_plan_finish (PALIER_SESSION (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static gboolean
is_true (Walk *walk, gpointer data)
{
  return *(gboolean *) data;
}

static void
test_plan (void)
{
  g_autofree char *path = NULL;
  gboolean saved = FALSE;
  Walk walk;

  walk_begin (&walk, "v3.4.70");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_need (&walk, "second");
  path = g_build_filename (walk.folder, "plan.pdf", NULL);
  palier_session_save_plan_async (walk.session, "fr", path, saved_cb, &saved);
  walk_until (&walk, is_true, &saved);
  assert_pdf (path);
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/report/saved, as JSON too, and printed", test_report);
  g_test_add_func ("/report/no such place: said, and free to try again", test_no_place);
  g_test_add_func ("/report/the plan to take along", test_plan);
  return g_test_run ();
}
