/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/size-text.h"
#include "footage/note.h"
#include "proof.h"
#include "run/screen.h"
#include "words.h"
#include <glib/gi18n.h>

static void
proof_free (PalierProof *proof)
{
  g_free (proof->headline);
  g_free (proof->detail);
  g_free (proof);
}

static void
add (GPtrArray *list, PalierProofKind kind, const char *title, char *headline, char *detail)
{
  PalierProof *proof = g_new0 (PalierProof, 1);

  *proof = (PalierProof){ title, headline, detail, kind };
  g_ptr_array_add (list, proof);
}

static PalierStepState
find_step (PalierRunner *runner, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);

      if (g_strcmp0 (palier_step_item_get_step (item)->id, id) == 0)
        return palier_step_item_get_state (item);
    }
  return PALIER_STEP_WAITING;
}

static gboolean
has_step (PalierRunner *runner, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);

      if (g_strcmp0 (palier_step_item_get_step (item)->id, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
dup_from (PalierJob *job)
{
  g_autofree char *from = palier_journal_dup_field (palier_job_get_journal (job), "from");
  const char *text = from != NULL ? from : palier_job_get_survey (job)->info->firmware;

  /* translators: %s is a firmware version with its build */
  return text != NULL ? g_strdup_printf (_("was %s"), text) : NULL;
}

static void
add_firmware (GPtrArray *list, PalierJob *job, const PalierSurvey *result)
{
  GArray *landings = palier_job_get_survey (job)->plan->landings;
  const PalierLanding *top = landings->len > 0 ? &g_array_index (landings, PalierLanding, landings->len - 1) : NULL;
  gboolean reached;

  if (result == NULL || !result->info->version_known)
    {
      add (list, PALIER_PROOF_OPEN, _("Firmware"), g_strdup (_("not read")), dup_from (job));
      return;
    }
  reached = top == NULL || palier_version_compare_numbers (&result->info->version, &top->version) == 0;
  add (list, reached ? PALIER_PROOF_PROVED : PALIER_PROOF_WRONG, _("Firmware"),
       palier_version_to_string (&result->info->version), dup_from (job));
}

gboolean
palier_proof_has_climbed (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));

  for (guint i = 0; i < seen->len; i++)
    if (g_strcmp0 (((const PalierObservation *) g_ptr_array_index (seen, i))->what, "sent") == 0)
      return TRUE;
  return palier_job_get_survey (job)->plan->landings->len > 0;
}

/* Each landing that was sent has to be followed by a restart that was seen. */
static void
add_restart (GPtrArray *list, PalierJob *job, const PalierSurvey *result)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));
  const PalierObservation *last = NULL;
  g_autofree char *time = NULL;
  g_autofree char *up = NULL;

  for (guint i = 0; i < seen->len; i++)
    {
      const PalierObservation *observation = g_ptr_array_index (seen, i);

      if (g_strcmp0 (observation->what, "restarted") == 0)
        last = observation;
      else if (g_strcmp0 (observation->what, "sent") == 0)
        last = NULL;
    }
  if (last == NULL)
    {
      add (list, PALIER_PROOF_OPEN, _("Restart"), g_strdup (_("not seen")), NULL);
      return;
    }
  time = palier_date_to_time (last->date);
  up = result != NULL && result->status.up_time_s >= 0 ? palier_duration_to_words ((double) result->status.up_time_s)
                                                       : NULL;
  add (list, PALIER_PROOF_PROVED, _("Restart"),
       /* translators: %s is a time of day, as in 14:39 */
       g_strdup_printf (palier_job_is_at_screen (job) ? _("said at %s") : _("seen at %s"), time),
       /* translators: %s is a duration, as in "41 min" */
       up != NULL ? g_strdup_printf (_("up for %s"), up) : NULL);
}

static void
add_disks (GPtrArray *list, const PalierSurvey *result)
{
  guint good = 0;
  g_autoptr (GString) words = g_string_new (NULL);

  if (result == NULL || result->disks->len == 0)
    {
      add (list, PALIER_PROOF_OPEN, _("Disks"), g_strdup (_("not told by the recorder")), NULL);
      return;
    }
  for (guint i = 0; i < result->disks->len; i++)
    {
      const PalierDisk *disk = g_ptr_array_index (result->disks, i);

      if (disk->state == PALIER_DISK_OK || disk->state == PALIER_DISK_SLEEPING)
        good++;
      g_string_append_printf (words, "%s%u: %s", i > 0 ? ", " : "", disk->id, disk->status);
    }
  add (list, good == result->disks->len ? PALIER_PROOF_PROVED : PALIER_PROOF_WRONG, _("Disks"),
       /* translators: %1$u of %2$u disks are all right */
       g_strdup_printf (_("%1$u of %2$u all right"), good, result->disks->len), g_string_free (g_steal_pointer (&words), FALSE));
}

typedef struct
{
  guint all, told, online;
} Cameras;

static Cameras
count_cameras (const PalierSurvey *survey)
{
  Cameras cameras = { survey != NULL ? survey->cameras->len : 0, 0, 0 };

  for (guint i = 0; i < cameras.all; i++)
    {
      const PalierCamera *camera = g_ptr_array_index (survey->cameras, i);

      cameras.online += camera->online == 1 ? 1 : 0;
      cameras.told += camera->online >= 0 ? 1 : 0;
    }
  return cameras;
}

static char *
dup_cameras (Cameras cameras)
{
  if (cameras.told > 0)
    /* translators: %1$u of %2$u cameras answer */
    return g_strdup_printf (_("%1$u of %2$u answer"), cameras.online, cameras.all);
  /* translators: %u is a number of cameras */
  return g_strdup_printf (ngettext ("%u entered", "%u entered", cameras.all), cameras.all);
}

/* As good as before is what a climb has to prove; a camera that was off before is no news. */
static void
add_cameras (GPtrArray *list, PalierJob *job, const PalierSurvey *result)
{
  Cameras before = count_cameras (palier_job_get_survey (job));
  Cameras now = count_cameras (result);
  g_autofree char *words = dup_cameras (before);
  PalierProofKind kind = PALIER_PROOF_WRONG;

  if (palier_job_is_at_screen (job))
    {
      add (list, PALIER_PROOF_OPEN, _("Cameras"), g_strdup (_("not told by the recorder")), NULL);
      return;
    }
  if (result == NULL || now.told == 0)
    kind = PALIER_PROOF_OPEN;
  else if (now.all >= before.all && now.online >= before.online)
    kind = PALIER_PROOF_PROVED;
  add (list, kind, _("Cameras"), dup_cameras (now),
       /* translators: %s is as in "15 of 16 answer" */
       g_strdup_printf (_("before: %s"), words));
}

/* Skipped by a person; otherwise neither the plan nor the recordings ask for it. */
static gboolean
is_put_off (PalierRunner *runner)
{
  PalierJob *job = palier_runner_get_job (runner);

  return palier_journal_has_consent (palier_job_get_journal (job), "skip-repair");
}

static void
add_repair (GPtrArray *list, PalierJob *job, PalierRunner *runner)
{
  PalierStepState state = find_step (runner, "repair");

  if (!has_step (runner, "repair") || (state == PALIER_STEP_SKIPPED && !is_put_off (runner)))
    add (list, PALIER_PROOF_PROVED, _("Database repair"), g_strdup (_("not asked for by this climb")), NULL);
  else if (state == PALIER_STEP_DONE || state == PALIER_STEP_KEPT)
    add (list, PALIER_PROOF_PROVED, _("Database repair"), g_strdup (_("begun and ended")),
         palier_job_is_at_screen (job) ? NULL : g_strdup (_("seen at the disks and in the recorder’s log")));
  else
    add (list, PALIER_PROOF_OPEN, _("Database repair"), g_strdup (_("still to be done")),
         g_strdup (_("older footage may not be found until then")));
}

static void
add_backups (GPtrArray *list, PalierJob *job)
{
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (palier_job_get_journal (job));
  const PalierBackup *first = backups->len > 0 ? g_ptr_array_index (backups, 0) : NULL;
  g_autofree char *size = first != NULL ? palier_size_dup_text (first->size) : NULL;

  if (first == NULL)
    add (list, PALIER_PROOF_OPEN, _("Copy of the configuration"), g_strdup (_("none, by your choice")), NULL);
  else
    add (list, PALIER_PROOF_PROVED, _("Copy of the configuration"),
         /* translators: %u is a number of copies */
         g_strdup_printf (ngettext ("%u copy, read back", "%u copies, read back", backups->len), backups->len),
         g_strdup_printf ("%s · %s · SHA-256 %.8s…", first->path, size, first->sha256));
}

/* A person's word is no proof, however right it is. */
static void
only_declared (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      PalierProof *proof = g_ptr_array_index (list, i);

      if (proof->kind == PALIER_PROOF_PROVED)
        proof->kind = PALIER_PROOF_DECLARED;
    }
}

/* The same samples, searched again; where this firmware does not tell, it is said to be open. */
static void
add_footage (GPtrArray *list, PalierJob *job)
{
  PalierJournal *journal = palier_job_get_journal (job);
  g_autofree char *sentence = palier_footage_dup_sentence (journal);
  PalierFootageFinding finding;
  int last;

  if (sentence != NULL && palier_footage_find_noted (journal, &finding))
    {
      last = finding.found_after_repair >= 0 ? finding.found_after_repair : finding.found_after_upgrade;
      add (list, last < 0 ? PALIER_PROOF_OPEN : last < finding.found_before ? PALIER_PROOF_WRONG : PALIER_PROOF_PROVED,
           _("Recordings"), g_steal_pointer (&sentence), NULL);
    }
  else
    add (list, PALIER_PROOF_OPEN, _("Recordings"), g_strdup (_("not searched")),
         g_strdup (_("play something from before, to be sure")));
}

GPtrArray *
palier_proof_list_new (PalierJob *job, const PalierSurvey *result, PalierRunner *runner)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) proof_free);

  add_firmware (list, job, result);
  if (palier_proof_has_climbed (job))
    add_restart (list, job, result);
  add_disks (list, result);
  add_cameras (list, job, result);
  add_repair (list, job, runner);
  add_footage (list, job);
  if (palier_job_is_at_screen (job))
    only_declared (list);
  add_backups (list, job);
  return list;
}

gboolean
palier_proof_all_proved (GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    if (((const PalierProof *) g_ptr_array_index (list, i))->kind != PALIER_PROOF_PROVED)
      return FALSE;
  return TRUE;
}
