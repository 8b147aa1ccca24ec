/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "trace.h"

#include "base/error.h"

#include <string.h>

/* A climb over HTTPS alone, whose recorder makes a new certificate with its full default. */

static PalierPracticeState
get_state (Bench *bench)
{
  PalierPracticeState state;

  palier_practice_get_state (bench->practice, &state);
  return state;
}

static void
test_whole_climb (void)
{
  Bench bench = { 0 };
  g_autoptr (JsonObject) journal = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  bench_open (&bench, "https");
  g_assert_true (g_str_has_prefix (palier_practice_get_address (bench.practice), "https://"));
  before = palier_practice_dup_fingerprint (bench.practice);
  bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
  g_assert_true (g_str_has_prefix (get_state (&bench).version, "V4.50.00"));
  after = palier_practice_dup_fingerprint (bench.practice);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_CERTIFICATE], ==, 1);
  journal = trace_load (&bench);
  g_assert_cmpuint (trace_count_seen (journal, "certificate"), ==, 1);
  bench_close (&bench);
}

/* Nothing goes to it once the person doubts it: no password above all. */
static void
test_new_certificate_is_refused (void)
{
  Bench bench = { 0 };

  bench_open (&bench, "https");
  bench.distrusts = TRUE;
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr (palier_error_get_detail (bench.error), "accepted before"));
  g_assert_false (get_state (&bench).active);
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_CERTIFICATE], ==, 1);
  g_assert_cmpuint (get_state (&bench).bytes_taken, ==, bench.doubted.bytes_taken);
  bench_close (&bench);
}

#define WRONG "0000000000000000000000000000000000000000000000000000000000000000"

static void
distrust_cb (Bench *self)
{
  if (self->changes == 4)
    palier_connection_set_tls_pin (self->connection, WRONG);
}

/* Before any default there is no reason for another certificate: nobody is even asked. */
static void
test_changed_without_a_default (void)
{
  Bench bench = { 0 };

  bench_open (&bench, "https");
  bench.hook = distrust_cb;
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_CERTIFICATE], ==, 0);
  g_assert_cmpuint (get_state (&bench).n_changes, ==, 0);
  bench_close (&bench);
}

/* A wrong pin stops at the door. */
static void
test_wrong_pin (void)
{
  Bench bench = { 0 };

  bench_open (&bench, "https");
  bench.pin = WRONG;
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_assert_cmpuint (bench.changes, ==, 0);
  g_assert_cmpuint (get_state (&bench).bytes_taken, ==, 0);
  bench_close (&bench);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secure/the whole climb", test_whole_climb);
  g_test_add_func ("/secure/a new certificate is refused", test_new_certificate_is_refused);
  g_test_add_func ("/secure/another certificate without a default", test_changed_without_a_default);
  g_test_add_func ("/secure/a wrong pin", test_wrong_pin);
  return g_test_run ();
}
