/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "base/error.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/resume/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_resume_from_everywhere);
    }
  return g_test_run ();
}
