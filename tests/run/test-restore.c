/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "practice/practice.h"
#include "run/job-private.h"
#include "run/restore.h"

#include <glib/gstdio.h>
#include <string.h>

/* A configuration that goes back to the recorder it came from, or does not. */
typedef struct
{
  char *folder, *copy;
  PalierClock *clock;
  PalierPractice *practice;
  PalierJournal *journal;
  PalierJob *job;
} Fixture;

static void
copy_configuration (Fixture *self, PalierConnection *connection)
{
  PalierSurvey *survey = palier_job_get_survey (self->job);
  g_autoptr (PalierSecret) secret = palier_secret_new ("File-password-1");
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  palier_job_set_file_password (self->job, secret);
  content = palier_configuration_export (connection, &survey->configuration, secret, NULL, &error);
  g_assert_no_error (error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  self->copy = g_build_filename (self->folder, "copy.bin", NULL);
  g_assert_true (g_file_set_contents (self->copy, g_bytes_get_data (content, NULL),
                                      (gssize) g_bytes_get_size (content), NULL));
  g_assert_true (palier_journal_add_backup (
      self->journal,
      &(PalierBackup){ .path = self->copy, .sha256 = sha256, .size = g_bytes_get_size (content) }, NULL));
}

static gboolean
remove_camera (PalierConnection *connection)
{
  const PalierRequest request = { .method = "DELETE", .path = "/ISAPI/ContentMgmt/InputProxy/channels/3" };
  PalierAnswer answer = { 0 };
  gboolean done = palier_connection_send (connection, &request, &answer, NULL, NULL);

  palier_answer_clear (&answer);
  return done;
}

static void
open_job (Fixture *self, const char *scenario)
{
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (PalierSecret) password = NULL;
  g_autoptr (GError) error = NULL;
  PalierSurvey *survey;

  self->folder = g_dir_make_tmp ("palier-restore-XXXXXX", NULL);
  self->clock = palier_clock_new (0);
  self->practice = palier_practice_new (scenario, self->clock, 7, &error);
  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (self->practice, 0, &error));
  password = palier_secret_new (palier_practice_get_password (self->practice));
  connection = palier_connection_new (palier_practice_get_address (self->practice), NULL);
  palier_connection_set_credentials (connection, "admin", password);
  survey = palier_survey_read (connection, palier_catalogue_get_shipped (), NULL, &error);
  g_assert_no_error (error);
  self->journal = palier_journal_open (self->folder, survey->info->serial, &error);
  self->job = palier_job_new (connection, survey, palier_catalogue_get_shipped (), self->clock, self->journal, NULL);
  copy_configuration (self, connection);
  /* The copy still knows it. */
  g_assert_true (remove_camera (connection));
}

static void
close_job (Fixture *self)
{
  g_autofree char *path = g_strdup (palier_journal_get_path (self->journal));
  g_autofree char *lock = g_strconcat (path, ".lock", NULL);

  g_clear_object (&self->job);
  g_clear_object (&self->journal);
  g_clear_object (&self->practice);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_remove (path);
  g_remove (lock);
  g_remove (self->copy);
  g_rmdir (self->folder);
  g_free (self->copy);
  g_free (self->folder);
}

static PalierPracticeState
get_state (Fixture *self)
{
  PalierPracticeState state;

  palier_practice_get_state (self->practice, &state);
  return state;
}

static gboolean
has_seen (Fixture *self, const char *what)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);

  return palier_evidence_get_date (seen, what, NULL) != NULL;
}

static void
test_puts_back (gconstpointer scenario)
{
  Fixture self = { 0 };
  g_autoptr (GError) error = NULL;
  guint cameras;

  open_job (&self, scenario);
  cameras = palier_job_get_survey (self.job)->cameras->len;
  g_assert_cmpuint (get_state (&self).n_cameras, ==, cameras - 1);
  g_assert_true (palier_restore_check (self.job, &error));
  palier_restore_run (self.job, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_state (&self).n_cameras, ==, cameras);
  g_assert_true (has_seen (&self, "imported"));
  close_job (&self);
}

static void
assert_refused (Fixture *self, int code, const char *says)
{
  guint changes = get_state (self).n_changes;
  g_autoptr (GError) error = NULL;

  g_assert_false (palier_restore_run (self->job, NULL, &error));
  g_assert_error (error, PALIER_ERROR, code);
  g_assert_nonnull (strstr (palier_error_get_sentence (error), says));
  g_assert_cmpuint (get_state (self).n_changes, ==, changes);
  g_assert_false (has_seen (self, "imported"));
}

static void
test_never_from_v3_to_v4 (void)
{
  Fixture self = { 0 };
  g_autoptr (GError) error = NULL;

  open_job (&self, "v4.22.005");
  g_assert_true (palier_journal_set_field (self.journal, "from", "V3.4.92 build 170518", NULL));
  g_assert_false (palier_restore_check (self.job, &error));
  assert_refused (&self, PALIER_ERROR_RULE, "from a V3");
  close_job (&self);
}

static void
test_changed_copy (void)
{
  Fixture self = { 0 };

  open_job (&self, "v4.22.005");
  g_assert_true (g_file_set_contents (self.copy, "something else", -1, NULL));
  assert_refused (&self, PALIER_ERROR_BACKUP_LOST, "");
  close_job (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/restore/puts back on a V4", "v4.22.005", test_puts_back);
  g_test_add_data_func ("/restore/puts back on a V3", "v3.4.70", test_puts_back);
  g_test_add_func ("/restore/never from V3 to V4", test_never_from_v3_to_v4);
  g_test_add_func ("/restore/a copy that is no longer what it was", test_changed_copy);
  return g_test_run ();
}
