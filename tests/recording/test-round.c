/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "practice/practice.h"
#include "recording/questions.h"
#include "recording/recording.h"
#include "run/survey.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  PalierClock *clock;
  PalierPractice *practice;
  PalierConnection *connection;
} Served;

static void
serve (Served *self, const char *scenario)
{
  g_autoptr (PalierSecret) password = NULL;
  g_autoptr (GError) error = NULL;

  self->clock = palier_clock_new (0);
  self->practice = palier_practice_new (scenario, self->clock, 1, &error);
  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (self->practice, 0, &error));
  self->connection = palier_connection_new (palier_practice_get_address (self->practice), &error);
  g_assert_no_error (error);
  password = palier_secret_new (palier_practice_get_password (self->practice));
  palier_connection_set_credentials (self->connection, palier_practice_get_user (self->practice),
                                     password);
}

static void
served_clear (Served *self)
{
  g_clear_object (&self->connection);
  g_clear_object (&self->practice);
  g_clear_pointer (&self->clock, palier_clock_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Served, served_clear)

static PalierSurvey *
survey (Served *self)
{
  g_autoptr (GError) error = NULL;
  PalierSurvey *made
      = palier_survey_read (self->connection, palier_catalogue_get_shipped (), NULL, &error);

  g_assert_no_error (error);
  return made;
}

static void
assert_same_lists (const PalierSurvey *was, const PalierSurvey *is)
{
  g_assert_cmpuint (is->disks->len, ==, was->disks->len);
  for (guint i = 0; i < was->disks->len; i++)
    {
      const PalierDisk *a = was->disks->pdata[i], *b = is->disks->pdata[i];

      g_assert_cmpstr (b->name, ==, a->name);
      g_assert_cmpstr (b->status, ==, a->status);
      g_assert_cmpint (b->capacity_mb, ==, a->capacity_mb);
      g_assert_cmpint (b->free_mb, ==, a->free_mb);
    }
  g_assert_cmpuint (is->cameras->len, ==, was->cameras->len);
  for (guint i = 0; i < was->cameras->len; i++)
    {
      const PalierCamera *a = was->cameras->pdata[i], *b = is->cameras->pdata[i];
      g_autofree char *name = g_strdup_printf ("Camera %u", i + 1);

      g_assert_cmpuint (b->channel, ==, a->channel);
      g_assert_cmpstr (b->name, ==, name);
      g_assert_true (g_str_has_prefix (b->address, "192.0.2."));
    }
  g_assert_cmpuint (is->services->len, ==, was->services->len);
  for (guint i = 0; i < was->services->len; i++)
    {
      const PalierService *a = was->services->pdata[i], *b = is->services->pdata[i];

      g_assert_cmpstr (b->protocol, ==, a->protocol);
      g_assert_cmpint (b->port, ==, a->port);
      g_assert_cmpint (b->enabled, ==, a->enabled);
    }
}

static void
assert_same_recorder (const PalierSurvey *was, const PalierSurvey *is)
{
  g_assert_cmpstr (is->info->model, ==, was->info->model);
  g_assert_cmpstr (is->info->firmware, ==, was->info->firmware);
  g_assert_cmpuint (strlen (is->info->serial), ==, strlen (was->info->serial));
  g_assert_true (g_str_has_prefix (is->info->serial, was->info->model));
  g_assert_cmpstr (is->info->serial, !=, was->info->serial);
  g_assert_cmpint (is->plan->verdict, ==, was->plan->verdict);
  g_assert_cmpuint (is->plan->landings->len, ==, was->plan->landings->len);
  assert_same_lists (was, is);
}

/* Nothing of it answers that it was changed. */
static void
assert_only_read (Served *self)
{
  static const PalierRequest changes[] = {
    { .method = "PUT", .path = "/ISAPI/System/reboot" },
    { .method = "PUT", .path = "/ISAPI/System/factoryReset?mode=full" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      PalierAnswer answer = { 0 };
      g_autoptr (GError) error = NULL;

      g_assert_false (
          palier_connection_send (self->connection, &changes[i], &answer, NULL, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED);
    }
}

/* Recorded, saved, played, and recorded again. */
static void
test_round (gconstpointer scenario)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-recording-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "recording.txt", NULL);
  g_auto (Served) real = { 0 };
  g_auto (Served) played = { 0 };
  g_autoptr (PalierRecording) recording = NULL;
  g_autoptr (PalierRecording) again = NULL;
  g_autoptr (PalierSurvey) was = NULL;
  g_autoptr (PalierSurvey) is = NULL;
  g_autoptr (GError) error = NULL;
  PalierPracticeState state;

  serve (&real, scenario);
  was = survey (&real);
  recording = palier_recording_take (real.connection, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  palier_practice_get_state (real.practice, &state);
  g_assert_cmpuint (state.n_changes, ==, 0);
  g_assert_null (strstr (palier_recording_get_text (recording), was->info->serial));
  g_assert_null (
      strstr (palier_recording_get_text (recording), palier_practice_get_password (real.practice)));
  g_assert_null (strstr (palier_recording_get_text (recording), "192.168."));
  g_assert_true (palier_recording_save (recording, path, &error));
  serve (&played, path);
  g_assert_true (palier_practice_is_recording (played.practice));
  is = survey (&played);
  assert_same_recorder (was, is);
  g_assert_cmpstr (palier_practice_get_serial (played.practice), ==, is->info->serial);
  assert_only_read (&played);
  again = palier_recording_take (played.connection, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (palier_recording_get_text (again), is->info->serial));
  g_unlink (path);
  g_rmdir (folder);
}

/* A wrong password ends it at once: one attempt, no file. */
static void
test_wrong_password (void)
{
  g_auto (Served) real = { 0 };
  g_autoptr (PalierSecret) wrong = palier_secret_new ("not-the-one");
  g_autoptr (GError) error = NULL;

  serve (&real, NULL);
  palier_connection_set_credentials (real.connection, "admin", wrong);
  g_assert_null (palier_recording_take (real.connection, NULL, NULL, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_WRONG_PASSWORD);
}

static void
test_never_kept (void)
{
  g_assert_false (palier_questions_may_keep ("POST", "/ISAPI/ContentMgmt/InputProxy/search"));
  g_assert_false (palier_questions_may_keep ("PUT", "/ISAPI/System/time"));
  g_assert_false (palier_questions_may_keep ("POST", "/ISAPI/Security/challenge"));
  g_assert_true (palier_questions_may_keep ("POST", "/ISAPI/ContentMgmt/logSearch"));
}

/* A recording that says nothing of who it is cannot be one. */
static void
test_without_identity (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-recording-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a", NULL);
  g_autoptr (PalierClock) clock = palier_clock_new (0);
  static const char *const texts[] = {
    "palier-recording 1\nend\n",
    "palier-recording 1\nrequest GET /ISAPI/System/deviceInfo\nanswer 200\n< <DeviceInfo>\nend\n",
    "palier-recording 1\nrequest GET /ISAPI/System/deviceInfo\nanswer 200\n"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_null (palier_practice_new (path, clock, 1, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  static const char *const scenarios[] = { "v3.4.92", "v4.22.005", "v4.61.030", "sha-256" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recording/round/%s", scenarios[i]);

      g_test_add_data_func (path, scenarios[i], test_round);
    }
  g_test_add_func ("/recording/round/wrong-password", test_wrong_password);
  g_test_add_func ("/recording/round/never-kept", test_never_kept);
  g_test_add_func ("/recording/round/without-identity", test_without_identity);
  return g_test_run ();
}
