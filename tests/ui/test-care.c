/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "proof.h"
#include "session-after.h"
#include "walk.h"

/* After the climb, at the real window: settings put back over the wire, and the security checkup. */

static gboolean
is_idle (Walk *walk, gpointer data)
{
  PalierReprogram *reprogram = palier_session_get_reprogram (walk->session);

  return reprogram != NULL && !palier_reprogram_get_busy (reprogram)
         && palier_reprogram_count (reprogram, PALIER_REPROGRAM_UNKNOWN) == 0;
}

static gboolean
is_checked (Walk *walk, gpointer data)
{
  PalierCheckup *checkup = palier_session_get_checkup (walk->session);

  return !palier_checkup_get_running (checkup) && palier_checkup_count (checkup, PALIER_CHECK_VERIFIED) > 0;
}

static void
until_the_settings (Walk *walk)
{
  walk_begin (walk, "v3.4.92");
  walk_agree (walk);
  walk_sign_in (walk);
  walk_click (walk, "forward");
  walk_copy (walk);
  walk_packages (walk);
  walk_default (walk);
  walk_until_page (walk, "start");
  walk_start (walk);
  walk_until_asked (walk, PALIER_QUESTION_REPROGRAM);
}

static void
test_settings (void)
{
  PalierReprogram *reprogram;
  Walk walk;

  until_the_settings (&walk);
  walk_until (&walk, is_idle, NULL);
  reprogram = palier_session_get_reprogram (walk.session);
  walk_shot (&walk, "8-work-settings");
  g_assert_cmpuint (palier_reprogram_count (reprogram, PALIER_REPROGRAM_DIFFERS), >, 1);
  walk_type (&walk, "password", "Camera-1234");
  walk_click (&walk, "all");
  walk_until (&walk, is_idle, NULL);
  walk_settle ();
  walk_shot (&walk, "8-work-settings-back");
  g_assert_cmpuint (palier_reprogram_count (reprogram, PALIER_REPROGRAM_DIFFERS), ==, 0);
  g_assert_cmpuint (palier_reprogram_count (reprogram, PALIER_REPROGRAM_FAILED), ==, 0);
  g_assert_cmpuint (palier_reprogram_count (reprogram, PALIER_REPROGRAM_DONE), >, 1);
  walk_work (&walk);
  walk_until (&walk, is_idle, NULL);
  g_assert_cmpuint (palier_reprogram_count (reprogram, PALIER_REPROGRAM_DIFFERS), ==, 0);
  walk_end (&walk);
}

static void
test_checkup (void)
{
  PalierCheckup *checkup;
  Walk walk;

  walk_begin (&walk, "v4.22.005");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "forward");
  walk_copy (&walk);
  walk_packages (&walk);
  walk_until_page (&walk, "start");
  walk_start (&walk);
  walk_work (&walk);
  walk_click (&walk, "examine");
  walk_until (&walk, is_checked, NULL);
  walk_settle ();
  walk_shot (&walk, "9-result-checkup");
  checkup = palier_session_get_checkup (walk.session);
  palier_checkup_declare (checkup, PALIER_DECLARATION_UPS, PALIER_DECLARED_YES);
  g_assert_cmpuint (palier_checkup_count (checkup, PALIER_CHECK_DECLARED), >, 0);
  g_assert_cmpuint (palier_checkup_count (checkup, PALIER_CHECK_NOT_CHECKED), >, 0);
  g_assert_nonnull (walk_find (&walk, "summary"));
  walk_end (&walk);
}

/* At its last landing: a copy is not needed, a checkup and the repair are on offer, and it can be reported on. */
static void
test_nothing_to_climb (void)
{
  PalierPracticeState state;
  Walk walk;

  walk_begin (&walk, "v4.50.00");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "forward");
  walk_until_page (&walk, "backup");
  walk_click (&walk, "second");
  walk_until_page (&walk, "care");
  walk_click (&walk, "examine");
  walk_until (&walk, is_checked, NULL);
  walk_settle ();
  walk_shot (&walk, "9-care");
  walk_need (&walk, "report");
  palier_practice_get_state (walk.practice, &state);
  g_assert_cmpuint (state.n_changes, ==, 0);
  walk_click (&walk, "repair");
  walk_until_page (&walk, "work");
  walk_work (&walk);
  walk_shot (&walk, "9-care-repaired");
  palier_practice_get_state (walk.practice, &state);
  g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
  g_assert_false (palier_proof_has_climbed (palier_session_get_job (walk.session)));
  walk_need (&walk, "report");
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/care/the settings of before are put back with one button", test_settings);
  g_test_add_func ("/care/a checkup has something verified, declared and not checked", test_checkup);
  g_test_add_func ("/care/without a climb: checkup, repair and report", test_nothing_to_climb);
  return g_test_run ();
}
