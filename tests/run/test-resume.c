/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "base/error.h"
#include "recorder/commands.h"
#include "recorder/configuration.h"
#include "run/evidence.h"
#include "run/journal-file.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every point is a change of a step’s state; the long climb takes one in three, for time. */
typedef struct
{
  const char *says;
  const char *scenario;
  guint first, stride;
} ResumeRow;

static const ResumeRow rows[] = {
  { "one landing, every point", "v4.22.005", 1, 1 },
  { "two landings, one point in three", "v3.4.70", 1, 3 },
};

/* Closing at any point and starting again continues from what the recorder says. */
static void
test_resume_from_everywhere (gconstpointer data)
{
  const ResumeRow *row = data;

  for (guint at = row->first;; at += row->stride)
    {
      Bench bench = { .cancel_at = at };
      PalierPracticeState state;
      gboolean cancelled;

      bench_open (&bench, row->scenario);
      bench_climb (&bench);
      cancelled = bench.state != PALIER_RUN_DONE;
      if (cancelled)
        g_assert_error (bench.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      bench.cancel_at = 0;
      for (guint again = 0; bench.state != PALIER_RUN_DONE && again < 400; again++)
        {
          /* A recorder that restarts just now is waited for by the person. */
          bench_climb (&bench);
          if (bench.state != PALIER_RUN_DONE)
            palier_clock_advance (bench.clock, 5);
        }
      g_test_message ("cancelled at %u", at);
      g_assert_no_error (bench.error);
      g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
      palier_practice_get_state (bench.practice, &state);
      g_assert_false (state.broken);
      g_assert_false (state.repair_wanted);
      g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
      bench_close (&bench);
      if (!cancelled)
        break;
    }
}

/* Between two runs somebody puts the old settings back: the default that was seen counts for nothing any more. */
static void
stop_after_default_cb (Bench *bench)
{
  gboolean *inactive = bench->hook_data;
  PalierPracticeState state;

  palier_practice_get_state (bench->practice, &state);
  if (*inactive && state.active)
    g_cancellable_cancel (bench->cancellable);
  *inactive = *inactive || !state.active;
}

static PalierConnection *
connect_beside (Bench *bench)
{
  PalierConnection *connection = palier_connection_new (palier_practice_get_address (bench->practice), NULL);
  g_autoptr (PalierSecret) password = palier_secret_new (palier_practice_get_password (bench->practice));

  palier_connection_set_credentials (connection, palier_practice_get_user (bench->practice), password);
  return connection;
}

static GBytes *
export_beside (Bench *bench)
{
  g_autoptr (PalierConnection) connection = connect_beside (bench);
  g_autoptr (PalierSecret) password = palier_secret_new ("Beside12");
  PalierConfigurationCap cap;

  g_assert_true (palier_configuration_read_cap (connection, &cap, NULL, NULL));
  return palier_configuration_export (connection, &cap, password, NULL, NULL);
}

static void
import_beside (Bench *bench, GBytes *file)
{
  g_autoptr (PalierConnection) connection = connect_beside (bench);
  g_autoptr (PalierConnection) again = NULL;
  g_autoptr (PalierSecret) password = palier_secret_new ("Beside12");
  PalierConfigurationCap cap;
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_configuration_read_cap (connection, &cap, NULL, &error));
  g_assert_true (palier_configuration_import (connection, &cap, file, password, NULL, NULL, &error));
  again = connect_beside (bench); /* the users are the old ones, too */
  g_assert_true (palier_reboot (again, NULL, &error));
  palier_clock_advance (bench->clock, 600);
}

static void
test_settings_put_back_by_another (void)
{
  gboolean inactive = FALSE;
  Bench bench = { .hook = stop_after_default_cb, .hook_data = &inactive };
  g_autoptr (GBytes) file = NULL;
  PalierPracticeState state;

  bench_open (&bench, "v3.4.92");
  file = export_beside (&bench);
  bench_climb (&bench);
  g_assert_error (bench.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  bench.hook = NULL;
  import_beside (&bench, file);
  bench_climb (&bench);
  g_assert_no_error (bench.error);
  palier_practice_get_state (bench.practice, &state);
  g_assert_false (state.broken);
  g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
  bench_close (&bench);
}

/* A default from before the landing was reached counts for nothing, though the log has it. */
static void
test_default_before_the_landing (void)
{
  Bench bench = { 0 };
  PalierPracticeState state;
  g_autoptr (GHashTable) made = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) file = NULL;
  gsize length;

  bench_open (&bench, "v3.4.70");
  connection = connect_beside (&bench);
  g_assert_true (palier_factory_reset (connection, PALIER_RESET_FULL, NULL, NULL, NULL));
  palier_clock_advance (bench.clock, 600);
  palier_practice_hand (bench.practice, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (bench.practice), NULL);
  g_clear_object (&connection);
  connection = connect_beside (&bench);
  made = palier_practice_make_packages (bench.practice, bench.folder, NULL);
  g_assert_true (g_file_get_contents (g_hash_table_lookup (made, "V3.4.92"), &content, &length, NULL));
  file = g_bytes_new_take (g_steal_pointer (&content), length);
  g_assert_true (palier_firmware_upload (connection, file, NULL, NULL, NULL, NULL));
  palier_clock_advance (bench.clock, 1800);
  bench_climb (&bench);
  g_assert_no_error (bench.error);
  palier_practice_get_state (bench.practice, &state);
  g_assert_false (state.broken);
  g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
  bench_close (&bench);
}

static void
stop_while_it_writes_cb (Bench *bench)
{
  PalierPracticeState state;

  palier_practice_get_state (bench->practice, &state);
  if (state.flashing)
    g_cancellable_cancel (bench->cancellable);
}

/* This computer's clock was ahead while the file went out, and is set right between two runs. */
static void
make_dates_later (Bench *bench)
{
  g_autofree char *path = palier_journal_file_dup_path (bench->folder, palier_practice_get_serial (bench->practice));
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"date\" : \"20", "\"date\" : \"21", 0), >, 5);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
}

/* Its default was before the file: nothing asks for another one while the recorder writes. */
static void
test_while_it_writes (gconstpointer data)
{
  gboolean clock_is_set_back = GPOINTER_TO_INT (data);
  Bench bench = { .hook = stop_while_it_writes_cb };
  PalierPracticeState before, after;

  bench_open (&bench, "v3.4.92");
  bench_climb (&bench);
  g_assert_error (bench.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  bench.hook = NULL;
  palier_practice_get_state (bench.practice, &before);
  if (clock_is_set_back)
    make_dates_later (&bench);
  bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
  palier_practice_get_state (bench.practice, &after);
  g_assert_cmpuint (after.n_changes, ==, before.n_changes);
  bench_close (&bench);
}

/* The scenario of that name, with a recorder that writes for a day. */
static char *
write_slow_scenario (const char *folder, const char *name)
{
  g_autofree char *resource = g_strdup_printf ("/io/github/palier/Palier/practice/scenarios/%s.json", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *slow = g_strdup_printf ("{ \"flash-seconds\": 86400, %s", strchr (text, '{') + 1);
  char *path = g_build_filename (folder, "slow.json", NULL);

  g_assert_true (g_file_set_contents (path, slow, -1, NULL));
  return path;
}

/* Somebody else upgrades it: no default is sent into that. */
static void
test_while_another_writes (void)
{
  Bench bench = { .extra = "skip-backup" }; /* an export would be refused first */
  g_autofree char *folder = g_dir_make_tmp ("palier-resume-XXXXXX", NULL);
  g_autofree char *scenario = write_slow_scenario (folder, "v3.4.92");
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GHashTable) made = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (PalierJournal) journal = NULL;
  g_autoptr (GPtrArray) seen = NULL;
  PalierPracticeState before, after;
  gsize length;

  bench_open (&bench, scenario);
  connection = connect_beside (&bench);
  made = palier_practice_make_packages (bench.practice, bench.folder, NULL);
  g_assert_true (g_file_get_contents (g_hash_table_lookup (made, "V4.50.00"), &content, &length, NULL));
  file = g_bytes_new_take (g_steal_pointer (&content), length);
  g_assert_true (palier_firmware_upload (connection, file, NULL, NULL, NULL, NULL));
  palier_practice_get_state (bench.practice, &before);
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, PALIER_ERROR_UPGRADING);
  journal = bench_open_journal (&bench);
  seen = palier_journal_get_observations (journal);
  g_assert_cmpint (palier_evidence_get_place (seen, "defaulting", NULL), ==, -1);
  palier_practice_get_state (bench.practice, &after);
  g_assert_cmpuint (after.n_changes, ==, before.n_changes);
  bench_close (&bench);
  g_remove (scenario);
  g_rmdir (folder);
}

/* A copy that is lost after the first change is not taken again from a recorder whose settings are others by now. */
static void
test_copy_lost_on_the_way (void)
{
  Bench bench = { .hook = stop_while_it_writes_cb };
  g_autoptr (PalierJournal) journal = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  bench_open (&bench, "v4.22.005");
  bench_climb (&bench);
  bench.hook = NULL;
  journal = bench_open_journal (&bench);
  copies = palier_journal_get_backups (journal);
  g_clear_object (&journal);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_cmpint (g_remove (((PalierBackup *) copies->pdata[0])->path), ==, 0);
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, PALIER_ERROR_BACKUP_LOST);
  bench_close (&bench);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/resume/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_resume_from_everywhere);
    }
  g_test_add_func ("/resume/settings put back by another", test_settings_put_back_by_another);
  g_test_add_func ("/resume/a default before the landing", test_default_before_the_landing);
  g_test_add_data_func ("/resume/while it writes", GINT_TO_POINTER (FALSE), test_while_it_writes);
  g_test_add_data_func ("/resume/clock set back", GINT_TO_POINTER (TRUE), test_while_it_writes);
  g_test_add_func ("/resume/while another writes", test_while_another_writes);
  g_test_add_func ("/resume/copy lost on the way", test_copy_lost_on_the_way);
  return g_test_run ();
}
