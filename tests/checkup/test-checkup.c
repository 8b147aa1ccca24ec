/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "look.h"

#include "practice/practice.h"

#include <string.h>

/* The whole checkup, on the practice recorder. */

#define PASSWORD "Abc-12345-xyz"

static PalierPractice *
serve (const char *scenario, PalierClock *clock)
{
  g_autoptr (GError) error = NULL;
  PalierPractice *practice = palier_practice_new (scenario, clock, 7, &error);

  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (practice, 0, &error));
  return practice;
}

static PalierConnection *
connect_to (PalierPractice *practice, PalierSecret *secret)
{
  PalierConnection *connection
      = palier_connection_new (palier_practice_get_address (practice), NULL);

  palier_connection_set_credentials (connection, palier_practice_get_user (practice), secret);
  return connection;
}

static GPtrArray *
read_kept (Look *look)
{
  g_autofree char *text = palier_journal_dup_field (look->journal, "checkup");
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  g_assert_nonnull (text);
  rows = palier_checkup_new_from_text (text, &error);
  g_assert_no_error (error);
  return rows;
}

static void
test_practice (void)
{
  Look look = { 0 };
  g_autoptr (PalierPractice) practice = NULL;
  g_autoptr (PalierSecret) secret = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  PalierPracticeState state;

  look_open (&look);
  practice = serve ("v3.4.92", look.clock);
  secret = palier_secret_new (palier_practice_get_password (practice));
  connection = connect_to (practice, secret);
  look_at (&look, connection);
  palier_checkup_set_password (look.checkup, secret);
  palier_checkup_declare (look.checkup, PALIER_DECLARATION_SEPARATE, PALIER_DECLARED_YES);
  look_run (&look, NULL);
  g_assert_no_error (palier_checkup_get_error (look.checkup));
  g_assert_cmpuint (palier_checkup_count (look.checkup, PALIER_CHECK_VERIFIED), >, 10);
  g_assert_cmpuint (palier_checkup_count (look.checkup, PALIER_CHECK_DECLARED), ==, 1);
  g_assert_cmpuint (palier_checkup_count (look.checkup, PALIER_CHECK_NOT_CHECKED), >, 2);
  g_assert_cmpuint (palier_checkup_count_attention (look.checkup), >, 2);
  g_assert_true (look_get_row (&look, PALIER_CHECK_FIRMWARE)->needs_attention);
  g_assert_true (look_get_row (&look, PALIER_CHECK_UPNP)->needs_attention);
  g_assert_cmpint (look_get_row (&look, PALIER_CHECK_LOG)->verdict, ==, PALIER_CHECK_VERIFIED);
  g_assert_cmpint (look_get_row (&look, PALIER_CHECK_SNMP)->verdict, ==, PALIER_CHECK_VERIFIED);
  kept = read_kept (&look);
  g_assert_cmpuint (kept->len, ==, PALIER_N_CHECKS);
  palier_practice_get_state (practice, &state);
  g_assert_cmpuint (state.n_changes, ==, 0);
  look_close (&look);
}

/* What a person said stays, and changes the row that is there at once. */
static void
test_declared (void)
{
  Look look = { 0 };
  g_autoptr (PalierPractice) practice = NULL;
  g_autoptr (PalierSecret) secret = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  look_open (&look);
  practice = serve ("v4.50.00", look.clock);
  secret = palier_secret_new (palier_practice_get_password (practice));
  connection = connect_to (practice, secret);
  look_at (&look, connection);
  look_run (&look, NULL);
  g_assert_cmpint (look_get_row (&look, PALIER_CHECK_UPS)->verdict, ==, PALIER_CHECK_NOT_CHECKED);
  palier_checkup_declare (look.checkup, PALIER_DECLARATION_UPS, PALIER_DECLARED_NO);
  g_assert_cmpint (look_get_row (&look, PALIER_CHECK_UPS)->verdict, ==, PALIER_CHECK_DECLARED);
  g_assert_true (look_get_row (&look, PALIER_CHECK_UPS)->needs_attention);
  kept = read_kept (&look);
  g_assert_cmpint (((PalierCheckRow *) kept->pdata[PALIER_CHECK_UPS])->verdict, ==,
                   PALIER_CHECK_DECLARED);
  look_at (&look, connection);
  g_assert_cmpint (palier_checkup_get_declared (look.checkup, PALIER_DECLARATION_UPS), ==,
                   PALIER_DECLARED_NO);
  g_assert_cmpint (palier_checkup_get_declared (look.checkup, PALIER_DECLARATION_REMOTE), ==,
                   PALIER_DECLARED_NOTHING);
  look_close (&look);
}

static void
test_shared_password (void)
{
  Look look = { 0 };
  g_autoptr (PalierSecret) secret = palier_secret_new (PASSWORD);
  g_autoptr (PalierSecret) weak = palier_secret_new ("abcdefghijkl");
  g_autoptr (PalierPractice) practice = NULL;
  g_autoptr (PalierSecret) own = NULL;
  g_autoptr (PalierConnection) connection = NULL;

  look_open (&look);
  practice = serve ("v4.50.00", look.clock);
  own = palier_secret_new (palier_practice_get_password (practice));
  connection = connect_to (practice, own);
  look_at (&look, connection);
  palier_passwords_note ("ANOTHER-0001", secret);
  /* Judged for what it is, never tried: this one would not open it. */
  palier_checkup_set_password (look.checkup, secret);
  look_run (&look, NULL);
  g_assert_nonnull (strstr (look_get_row (&look, PALIER_CHECK_PASSWORD)->finding, "another recorder"));
  palier_passwords_forget ();
  look_run (&look, NULL);
  g_assert_false (look_get_row (&look, PALIER_CHECK_PASSWORD)->needs_attention);
  look_run (&look, NULL);
  g_assert_false (look_get_row (&look, PALIER_CHECK_PASSWORD)->needs_attention);
  palier_checkup_set_password (look.checkup, weak);
  look_run (&look, NULL);
  g_assert_nonnull (strstr (look_get_row (&look, PALIER_CHECK_PASSWORD)->finding, "few kinds"));
  look_close (&look);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checkup/the practice recorder, every verdict, and kept", test_practice);
  g_test_add_func ("/checkup/what a person said stays", test_declared);
  g_test_add_func ("/checkup/one password for two recorders", test_shared_password);
  return g_test_run ();
}
