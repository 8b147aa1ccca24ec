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
repair_cb (PalierJob *job, GParamSpec *pspec, Upgrade *self)
{
  PalierRepairState state = palier_job_get_repair (job)->state;
  const char *words = state == self->repair || self->common.json ? NULL : get_words (state);

  self->repair = state;
  if (!words)
    return;
  palier_upgrade_clear_bar (self);
  g_printerr ("  %s\n", words);
}

void
palier_upgrade_show_after (Upgrade *self)
{
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
