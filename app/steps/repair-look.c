/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/repair-look.h"

#include "footage/note.h"
#include "recorder/recording.h"
#include "recorder/search.h"
#include "steps/steps.h"

#define EVER "2000-01-01T00:00:00"
#define SIGHT_S 120 /* between a start and the look that sees it */
#define FOR_EVER "2037-12-31T23:59:59"

typedef struct
{
  PalierJob *job;
  PalierRepair *repair;
  PalierRepairEvidence evidence;
  GPtrArray *seen;    /* the journal's observations */
  int since;          /* the place in them where we saw it begin; -1: not seen since the last landing */
  const char *upgraded;
  GPtrArray *entries; /* own the times above */
  char *now, *booted; /* the recorder's own digits */
} Look;

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->repair, palier_repair_free);
  g_clear_pointer (&look->seen, g_ptr_array_unref);
  g_clear_pointer (&look->entries, g_ptr_array_unref);
  g_clear_pointer (&look->now, g_free);
  g_clear_pointer (&look->booted, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

/* A start since the last landing that was not found to have been broken off. */
static int
find_begin (GPtrArray *seen)
{
  static const char *const later[] = { "sent", "repair-stopped", "repair-interrupted" };
  int begun = palier_evidence_get_place (seen, "repair-started", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    if (palier_evidence_get_place (seen, later[i], NULL) > begun)
      return -1;
  return begun;
}

static gboolean
was_seen (Look *look, const char *what, guint disk)
{
  g_autofree char *id = g_strdup_printf ("%u", disk);

  return look->since >= 0 && palier_evidence_get_place (look->seen, what, id) > look->since;
}

static gboolean
was_bad_before (Look *look, guint disk)
{
  g_autofree char *id = g_strdup_printf ("%u", disk);
  int place = palier_evidence_get_place (look->seen, "disk-bad-before-repair", id);

  return place >= 0 && (look->since < 0 || place < look->since);
}

static gboolean
is_lost (PalierDiskState state, gboolean was_repairing)
{
  return state == PALIER_DISK_BAD
         || (was_repairing && (state == PALIER_DISK_ABSENT || state == PALIER_DISK_UNFORMATTED));
}

static void
take_disk (Look *look, const PalierDisk *told)
{
  PalierRepairDisk *disk = g_new0 (PalierRepairDisk, 1);

  disk->id = told->id;
  disk->name = g_strdup (told->name);
  disk->status = g_strdup (told->status);
  disk->state = told->state;
  disk->was_repairing = told->state == PALIER_DISK_REPAIRING || was_seen (look, "disk-repairing", told->id);
  disk->failed = is_lost (told->state, disk->was_repairing) && !was_bad_before (look, told->id);
  look->evidence.repairing |= told->state == PALIER_DISK_REPAIRING;
  look->evidence.disk_failed |= disk->failed;
  g_ptr_array_add (look->repair->disks, disk);
}

static void
take_entry (Look *look, const PalierLogEntry *entry)
{
  PalierLogKind kind = palier_log_entry_get_kind (entry);

  if (kind == PALIER_LOG_REPAIR_STARTED)
    look->evidence.started = entry->time;
  else if (kind == PALIER_LOG_POWER)
    look->evidence.restarted = entry->time;
  else if (kind == PALIER_LOG_UPGRADE)
    look->upgraded = entry->time;
  else if (kind == PALIER_LOG_REPAIR_STOPPED || kind == PALIER_LOG_REPAIR_BROKEN)
    {
      look->evidence.stopped = entry->time;
      look->evidence.stop_is_bad = kind == PALIER_LOG_REPAIR_BROKEN;
    }
}

/* An absent log is no error. A start counts after the upgrade's own entry; where that has gone, after what we saw. */
static void
read_log (Look *look, GCancellable *cancellable)
{
  look->entries = palier_log_search (palier_job_get_connection (look->job), EVER, FOR_EVER, cancellable, NULL);
  for (guint i = 0; look->entries && i < look->entries->len; i++)
    take_entry (look, look->entries->pdata[i]);
}

/* A repair that a person asked for is a new one, whatever the log has of older ones. */
static gboolean
take_asked (Look *look, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (look->job);
  g_autofree char *asked = palier_journal_dup_field (journal, PALIER_REPAIR_ASKED);

  if (!asked)
    return TRUE;
  if (!palier_evidence_get_date (look->seen, "repair-asked", NULL))
    {
      if (!palier_journal_observe (journal, "repair-asked", look->now ? look->now : "", error))
        return FALSE;
      g_ptr_array_unref (look->seen);
      look->seen = palier_journal_get_observations (journal);
    }
  for (guint i = 0; i < look->seen->len; i++)
    {
      const PalierObservation *observation = look->seen->pdata[i];

      if (g_str_equal (observation->what, "repair-asked") && g_strcmp0 (observation->detail, look->upgraded) > 0)
        look->upgraded = observation->detail;
    }
  return TRUE;
}

/* Where the log tells nothing of it, the up-time does. */
static void
read_boot (Look *look, GCancellable *cancellable)
{
  PalierDeviceStatus status = { .up_time_s = -1 };

  if (palier_device_status_read (palier_job_get_connection (look->job), &status, cancellable, NULL)
      && status.up_time_s >= 0)
    {
      look->now = palier_time_dup_digits (status.local_time);
      look->booted = palier_time_dup_moved (status.local_time, -status.up_time_s);
    }
  palier_device_status_clear (&status);
  if (look->booted && g_strcmp0 (look->booted, look->evidence.restarted) > 0)
    look->evidence.restarted = look->booted;
}

static const char *
find_noted_start (Look *look)
{
  for (guint i = look->seen->len; look->since >= 0 && i > 0; i--)
    {
      const PalierObservation *observation = look->seen->pdata[i - 1];

      if (g_str_equal (observation->what, "repair-started"))
        return *observation->detail ? observation->detail : NULL;
    }
  return NULL;
}

/* A log without the upgrade's entry is believed from our own first sight of the repair on; and where it names no
 * start, that sight stands for it. */
static void
take_what_we_saw (Look *look)
{
  const char *noted = find_noted_start (look);
  g_autofree char *earliest = noted ? palier_time_dup_moved (noted, -SIGHT_S) : NULL;

  look->evidence.seen = look->since >= 0;
  look->evidence.log_told = look->evidence.started && look->upgraded
                            && g_strcmp0 (look->evidence.started, look->upgraded) > 0;
  if (look->evidence.log_told)
    return;
  look->evidence.log_told = earliest && g_strcmp0 (look->evidence.started, earliest) >= 0;
  if (!look->evidence.log_told)
    look->evidence.started = noted;
}

static void
read_recording (Look *look, GCancellable *cancellable)
{
  PalierFootageFinding finding;

  if (!palier_recording_read (palier_job_get_connection (look->job), &look->repair->cameras,
                              &look->repair->recording, cancellable, NULL))
    look->repair->cameras = look->repair->recording = -1;
  if (!palier_footage_find_noted (palier_job_get_journal (look->job), &finding))
    return;
  look->repair->samples = finding.samples;
  look->repair->found
    = finding.found_after_repair >= 0 ? finding.found_after_repair : finding.found_after_upgrade;
}

static gboolean
note_disks (Look *look, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (look->job);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < look->repair->disks->len; i++)
    {
      const PalierRepairDisk *disk = look->repair->disks->pdata[i];
      g_autofree char *id = g_strdup_printf ("%u", disk->id);

      if (disk->state == PALIER_DISK_REPAIRING && !was_seen (look, "disk-repairing", disk->id))
        ok = palier_journal_observe (journal, "disk-repairing", id, error);
      else if (look->repair->state == PALIER_REPAIR_NOT_SEEN && disk->state == PALIER_DISK_BAD
               && !was_bad_before (look, disk->id))
        ok = palier_journal_observe (journal, "disk-bad-before-repair", id, error);
    }
  return ok;
}

/* What began or ended is journalled once: a person who comes back tomorrow finds it. */
static gboolean
note (Look *look, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (look->job);
  PalierRepairState state = look->repair->state;
  gboolean begun = state == PALIER_REPAIR_RUNNING || state == PALIER_REPAIR_ENDED;

  if (begun && look->since < 0
      && !palier_journal_observe (journal, "repair-started",
                                  look->evidence.started ? look->evidence.started : look->now ? look->now : "", error))
    return FALSE;
  return note_disks (look, error);
}

gboolean
palier_repair_look (PalierJob *job, PalierRepairState *state, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) disks = palier_disks_read (palier_job_get_connection (job), cancellable, error);
  g_auto (Look) look = { .job = job };

  if (!disks)
    return FALSE;
  look.repair = palier_repair_new ();
  look.seen = palier_journal_get_observations (palier_job_get_journal (job));
  look.since = find_begin (look.seen);
  for (guint i = 0; i < disks->len; i++)
    take_disk (&look, disks->pdata[i]);
  read_log (&look, cancellable);
  read_boot (&look, cancellable);
  if (!take_asked (&look, error))
    return FALSE;
  look.since = find_begin (look.seen);
  take_what_we_saw (&look);
  *state = look.repair->state = palier_repair_judge (&look.evidence);
  read_recording (&look, cancellable);
  look.repair->started = g_strdup (look.evidence.started);
  look.repair->stopped = g_strdup (look.evidence.stopped);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !note (&look, error))
    return FALSE;
  palier_job_show_repair (job, g_steal_pointer (&look.repair));
  return TRUE;
}
