/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-private.h"

#include "base/json-text.h"
#include "checkup/checkup.h"
#include "footage/note.h"
#include "footage/playback.h"

#include <glib/gi18n-lib.h>

static const char *
get_words (PalierRepairState state)
{
  switch (state)
    {
    case PALIER_REPAIR_RUNNING:
      return _ ("The repair has begun. It takes from minutes to many hours; this can be left and gone on with later.");
    case PALIER_REPAIR_ENDED:
      return _ ("The repair has ended.");
    case PALIER_REPAIR_STOPPED:
      return _ ("The repair stopped before its end: it has to be started again.");
    case PALIER_REPAIR_INTERRUPTED:
      return _ ("The recorder restarted during the repair: it has to be started again.");
    case PALIER_REPAIR_DISK_FAILED:
      return _ ("A disk failed during the repair.");
    default:
      return NULL;
    }
}

static void
say_state (Upgrade *self, PalierRepairState state)
{
  const char *words = get_words (state);

  if (state == self->repair || !words)
    return;
  palier_upgrade_clear_bar (self);
  g_printerr ("  %s\n", words);
}

/* A line for each disk whose part begins, ends or fails. */
static void
say_disk (Upgrade *self, const PalierRepairDisk *disk)
{
  const char *words = palier_repair_disk_get_words (disk);

  if (g_strcmp0 (g_hash_table_lookup (self->disks, GUINT_TO_POINTER (disk->id)), words) == 0)
    return;
  g_hash_table_insert (self->disks, GUINT_TO_POINTER (disk->id), (gpointer) words);
  palier_upgrade_clear_bar (self);
  g_printerr ("    %s · %s: %s\n", disk->name, disk->status, _ (words));
}

static void
say_disks (Upgrade *self, const PalierRepair *repair)
{
  gboolean told = repair->state == PALIER_REPAIR_RUNNING || repair->state == PALIER_REPAIR_ENDED
                  || repair->state == PALIER_REPAIR_DISK_FAILED;

  for (guint i = 0; told && i < repair->disks->len; i++)
    say_disk (self, repair->disks->pdata[i]);
}

/* It begins before its disks do, and ends after them. */
static void
repair_cb (PalierJob *job, GParamSpec *pspec, Upgrade *self)
{
  const PalierRepair *repair = palier_job_get_repair (job);

  if (self->common.json)
    return;
  if (repair->state == PALIER_REPAIR_RUNNING)
    say_state (self, repair->state);
  say_disks (self, repair);
  if (repair->state != PALIER_REPAIR_RUNNING)
    say_state (self, repair->state);
  self->repair = repair->state;
}

void
palier_upgrade_show_after (Upgrade *self)
{
  self->disks = g_hash_table_new (NULL, NULL);
  g_signal_connect (self->job, "notify::repair", G_CALLBACK (repair_cb), self);
}

/* What is to be done about recordings that stay missing after the repair (P8). */
static void
say_playback (PalierJournal *journal)
{
  g_autofree char *field = palier_journal_dup_field (journal, PALIER_PLAYBACK);
  g_autoptr (GPtrArray) rows = field ? palier_checkup_new_from_text (field, NULL) : NULL;

  for (guint i = 0; rows && i < rows->len; i++)
    {
      const PalierCheckRow *row = rows->pdata[i];
      g_autofree char *finding = palier_check_row_dup_finding (row);
      g_autofree char *text = NULL;

      if (!row->needs_attention)
        continue;
      /* translators: %1$s is a topic, as in “Power”, %2$s a sentence on how it is there. */
      text = g_strdup_printf (_ ("%1$s: %2$s"), _ (row->topic), finding);
      g_printerr ("  %s\n", text);
      if (row->what_to_do && *row->what_to_do)
        g_printerr ("    → %s\n", _ (row->what_to_do));
    }
}

void
palier_upgrade_say_footage (Upgrade *self, PalierStepItem *item)
{
  const char *id = palier_step_item_get_step (item)->id;
  PalierStepState state = palier_step_item_get_state (item);
  g_autofree char *sentence = NULL;

  if (!g_str_has_prefix (id, "footage-") || (state != PALIER_STEP_DONE && state != PALIER_STEP_KEPT))
    return;
  sentence = palier_footage_dup_sentence (palier_job_get_journal (self->job));
  if (sentence)
    g_printerr ("  %s\n", sentence);
  if (g_str_equal (id, "footage-repaired"))
    say_playback (palier_job_get_journal (self->job));
}

void
palier_upgrade_add_footage (Upgrade *self, JsonBuilder *builder)
{
  PalierFootageFinding finding;

  json_builder_set_member_name (builder, "footage");
  if (!self->job || !palier_footage_find_noted (palier_job_get_journal (self->job), &finding))
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  palier_put_number (builder, "samples", finding.samples);
  palier_put_number (builder, "found_before", finding.found_before);
  palier_put_number (builder, "found_after_upgrade", finding.found_after_upgrade);
  palier_put_number (builder, "found_after_repair", finding.found_after_repair);
  json_builder_end_object (builder);
}
