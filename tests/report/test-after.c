/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../remove-tree.h"
#include "poppler.h"
#include "stories.h"

#include "base/json-text.h"
#include "footage/note.h"
#include "footage/playback.h"
#include "report/print.h"

#include <string.h>

#define SERIAL "DS-7716NI-I4 1620170315CCRR745384821WCVU"

/* What a report says of the recordings and of the repair, by what the journal has. */
typedef struct
{
  const char *name;
  const char *from;
  const char *fields[6];   /* name, value, … */
  const char *seen[5];     /* observations, in their order */
  const char *steps[6];    /* id, state, … */
  const char *consents[4];
  const char *said[4];
  const char *unsaid[3];
} Row;

#define FROM_V3 "V3.4.92 build 170518"
#define FROM_V4 "V4.22.005 build 191208"
#define EXCEPTIONS "Exceptions were made to the procedure"
#define NO_REPAIR "The procedure asks for no database repair here."

static const Row rows[] = {
  { "lost and mended", FROM_V3,
    { PALIER_FOOTAGE_FOUND,
      "{\"samples\":105,\"found_before\":105,\"found_after_upgrade\":80,\"found_after_repair\":105}" },
    { "repair-started", "repair-ended" }, { "repair", "done" }, { NULL },
    { "105 of 105 found", "80 of 105 found", "The database was repaired" }, { "Why recordings may be missing" } },
  { "none lost, none asked for", FROM_V4,
    { PALIER_FOOTAGE_FOUND, "{\"samples\":56,\"found_before\":56,\"found_after_upgrade\":56}" }, { NULL },
    { "repair", "skipped", "footage-repaired", "skipped" }, { NULL },
    { "56 of 56 found", "not searched", NO_REPAIR }, { "Repair the database", "advised for that" } },
  { "lost where no repair is foreseen", FROM_V4,
    { PALIER_FOOTAGE_FOUND, "{\"samples\":56,\"found_before\":56,\"found_after_upgrade\":41}" }, { NULL },
    { NULL }, { NULL }, { "41 of 56 found", "a repair is advised for that reason" }, { NO_REPAIR } },
  { "firmware that does not tell", FROM_V4, { PALIER_FOOTAGE_SAMPLES, "{\"samples\":[],\"untold\":\"not-supported\"}" },
    { NULL }, { NULL }, { NULL }, { "No samples of recordings could be compared" }, { "Samples of recordings" } },
  { "a repair that stopped", FROM_V3, { NULL }, { "repair-started", "repair-stopped" }, { "repair", "failed" },
    { NULL }, { "The database repair stopped before its end" }, { "its end was not seen yet" } },
  { "a restart in between", FROM_V3, { NULL }, { "repair-started", "repair-interrupted" }, { "repair", "begun" },
    { NULL }, { "The recorder restarted during the database repair" }, { "stopped before its end" } },
  { "stopped, started anew, ended", FROM_V3, { NULL },
    { "repair-started", "repair-stopped", "repair-started", "repair-ended" }, { "repair", "done" }, { NULL },
    { "The database was repaired" }, { "stopped before its end" } },
  { "put off, and said so", FROM_V3, { NULL }, { NULL }, { "repair", "skipped" }, { "skip-repair" },
    { "The database repair was put off", "Repair the database" }, { NULL } },
  { "a waiver of the default that was taken back", FROM_V3, { NULL }, { NULL }, { NULL },
    { "skip-default", "default" }, { "Full factory default, confirmed by typing" }, { EXCEPTIONS } },
  { "a default that was waived after all", FROM_V3, { NULL }, { NULL }, { NULL }, { "default", "skip-default" },
    { EXCEPTIONS }, { NULL } },
  { "a waiver of the backup stays one", FROM_V3, { NULL }, { NULL }, { NULL },
    { "skip-backup", "skip-default", "default" }, { EXCEPTIONS }, { NULL } },
  { "what failed, by its name", FROM_V3, { "problem", "repair-stopped" }, { NULL }, { "repair", "failed" }, { NULL },
    { "Look at the state of the disks" }, { NULL } },
  { "what failed once and went well then", FROM_V3, { "problem", "" }, { NULL }, { "repair", "failed" }, { NULL },
    { "A step did not succeed" }, { NULL } },
};

static char *
write_journal (const Row *row, const char *folder)
{
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);
  g_autoptr (PalierClock) clock = palier_clock_new (0);

  palier_journal_set_clock (journal, clock);
  g_assert_true (palier_journal_set_field (journal, "model", "DS-7716NI-I4", NULL));
  g_assert_true (palier_journal_set_field (journal, "from", row->from, NULL));
  for (guint i = 0; row->fields[i]; i += 2)
    g_assert_true (palier_journal_set_field (journal, row->fields[i], row->fields[i + 1], NULL));
  for (guint i = 0; row->consents[i]; i++)
    g_assert_true (palier_journal_add_consent (journal, row->consents[i], "", NULL));
  for (guint i = 0; row->seen[i]; i++)
    {
      palier_clock_advance (clock, 60);
      g_assert_true (palier_journal_observe (journal, row->seen[i], "", NULL));
    }
  for (guint i = 0; row->steps[i]; i += 2)
    g_assert_true (palier_journal_step (journal, row->steps[i], "", row->steps[i + 1], NULL));
  return g_strdup (palier_journal_get_path (journal));
}

static PalierReport *
read_report (const char *path)
{
  g_autoptr (GError) error = NULL;
  PalierReport *report = palier_report_new (path, palier_catalogue_get_shipped (), &error);

  g_assert_no_error (error);
  return report;
}

static char *
print_text (const PalierReport *report, const char *folder, const char *language)
{
  g_autofree char *pdf = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_report_write_pdf (report, pdf, language, NULL, &error));
  g_assert_no_error (error);
  return poppler_read_text (pdf);
}

static void
test_said (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folder = g_dir_make_tmp ("palier-after-XXXXXX", NULL);
  g_autofree char *path = write_journal (row, folder);
  g_autoptr (PalierReport) report = read_report (path);
  g_autofree char *text = print_text (report, folder, "en");

  for (guint i = 0; text && i < G_N_ELEMENTS (row->said) && row->said[i]; i++)
    poppler_assert_has (text, row->said[i]);
  for (guint i = 0; text && i < G_N_ELEMENTS (row->unsaid) && row->unsaid[i]; i++)
    if (strstr (text, row->unsaid[i]))
      g_error ("“%s” is in: %s", row->unsaid[i], text);
  remove_tree (folder);
}

static char *
dup_playback (void)
{
  g_autoptr (GPtrArray) rows_ = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_check_row_free);
  PalierCheckRow *row = palier_check_row_new ("Network", PALIER_CHECK_VERIFIED, "Cameras that are not connected: %s.",
                                              "Till 2");

  row->needs_attention = TRUE;
  row->what_to_do = g_strdup ("Look at the recorder’s camera list whether each camera is connected.");
  g_ptr_array_add (rows_, row);
  g_ptr_array_add (rows_, palier_check_row_new ("Disks", PALIER_CHECK_VERIFIED, "All disks work.", NULL));
  return palier_checkup_to_text (rows_);
}

/* P8's questions, on paper and as JSON. */
static void
test_playback (void)
{
  g_autofree char *playback = dup_playback ();
  const Row row = {
    .from = FROM_V3,
    .fields = { PALIER_FOOTAGE_FOUND,
                "{\"samples\":105,\"found_before\":105,\"found_after_upgrade\":80,\"found_after_repair\":80}",
                PALIER_PLAYBACK, playback },
    .seen = { "repair-started", "repair-ended" },
  };
  g_autofree char *folder = g_dir_make_tmp ("palier-after-XXXXXX", NULL);
  g_autofree char *path = write_journal (&row, folder);
  g_autoptr (PalierReport) report = read_report (path);
  g_autofree char *text = print_text (report, folder, "en");
  g_autofree char *json = palier_report_to_json (report, "en");
  g_autoptr (JsonObject) root = palier_text_to_object (json, NULL);
  JsonArray *told = json_object_get_array_member (root, "playback");

  if (text)
    {
      poppler_assert_has (text, "Why recordings may be missing");
      poppler_assert_has (text, "Cameras that are not connected: Till 2. Look at the recorder’s camera list");
      poppler_assert_has (text, "All disks work.");
    }
  g_assert_cmpuint (json_array_get_length (told), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (told, 0), "finding"), ==,
                   "Cameras that are not connected: Till 2.");
  remove_tree (folder);
}

static void
test_json (void)
{
  const Row row = { .from = FROM_V3, .seen = { "repair-started", "repair-interrupted" } };
  g_autofree char *folder = g_dir_make_tmp ("palier-after-XXXXXX", NULL);
  g_autofree char *path = write_journal (&row, folder);
  g_autoptr (PalierReport) report = read_report (path);
  g_autofree char *json = palier_report_to_json (report, "en");
  g_autoptr (JsonObject) root = palier_text_to_object (json, NULL);
  JsonObject *repair = json_object_get_object_member (root, "repair");

  g_assert_cmpstr (json_object_get_string_member (repair, "broken_off_by"), ==, "restart");
  g_assert_nonnull (json_object_get_string_member (repair, "broken_off"));
  g_assert_true (json_object_get_null_member (repair, "ended"));
  g_assert_true (json_object_get_null_member (root, "playback"));
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/after/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_said);
    }
  g_test_add_func ("/report/after/playback", test_playback);
  g_test_add_func ("/report/after/json", test_json);
  return g_test_run ();
}
