/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/repair.h"

/* How a repair stands, from what can be known of it. */
typedef struct
{
  const char *says;
  PalierRepairEvidence evidence;
  PalierRepairState state;
} Row;

#define T(minutes) "2026-11-24T10:" minutes ":00"

static const Row rows[] = {
  { "nothing", { 0 }, PALIER_REPAIR_NOT_SEEN },
  { "a bad disk alone is no repair", { .disk_failed = TRUE }, PALIER_REPAIR_NOT_SEEN },
  { "a disk that says so", { .repairing = TRUE }, PALIER_REPAIR_RUNNING },
  { "one disk has failed, another goes on", { .repairing = TRUE, .disk_failed = TRUE, .seen = TRUE },
    PALIER_REPAIR_RUNNING },
  { "then it has failed", { .disk_failed = TRUE, .seen = TRUE }, PALIER_REPAIR_DISK_FAILED },
  { "seen at the disks, which are done", { .seen = TRUE, .started = T ("00") }, PALIER_REPAIR_ENDED },
  { "seen at the disks, and up since later", { .seen = TRUE, .started = T ("00"), .restarted = T ("20") },
    PALIER_REPAIR_INTERRUPTED },
  { "seen at the disks, up since before", { .seen = TRUE, .started = T ("10"), .restarted = T ("02") },
    PALIER_REPAIR_ENDED },
  { "started and stopped in the log", { .log_told = TRUE, .started = T ("00"), .stopped = T ("30") },
    PALIER_REPAIR_ENDED },
  { "started, and no end in the log", { .log_told = TRUE, .started = T ("00") }, PALIER_REPAIR_STOPPED },
  { "an end from the time before", { .log_told = TRUE, .started = T ("10"), .stopped = T ("05") },
    PALIER_REPAIR_STOPPED },
  { "an end that says that it failed",
    { .log_told = TRUE, .started = T ("00"), .stopped = T ("30"), .stop_is_bad = TRUE }, PALIER_REPAIR_STOPPED },
  { "a restart and no end", { .log_told = TRUE, .started = T ("00"), .restarted = T ("10") },
    PALIER_REPAIR_INTERRUPTED },
  { "an end a moment before a restart",
    { .log_told = TRUE, .started = T ("00"), .stopped = T ("30"), .restarted = T ("32") }, PALIER_REPAIR_INTERRUPTED },
  { "a restart long after the end",
    { .log_told = TRUE, .started = T ("00"), .stopped = T ("30"), .restarted = T ("50") }, PALIER_REPAIR_ENDED },
  { "a restart after which it went on by itself",
    { .log_told = TRUE, .started = T ("00"), .stopped = T ("30"), .restarted = T ("10") }, PALIER_REPAIR_ENDED },
  { "started anew after a restart",
    { .log_told = TRUE, .started = T ("20"), .stopped = T ("40"), .restarted = T ("10") }, PALIER_REPAIR_ENDED },
};

static void
test_judge (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpstr (palier_repair_state_get_nick (palier_repair_judge (&row->evidence)), ==,
                   palier_repair_state_get_nick (row->state));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/repair/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_judge);
    }
  return g_test_run ();
}
