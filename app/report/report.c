/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report-private.h"

#include "base/error.h"
#include "base/error-words.h"
#include "base/json-text.h"
#include "footage/note.h"
#include "footage/playback.h"
#include "inventory/note.h"
#include "run/journal-file.h"

#include <string.h>

static const char *
get_field (JsonObject *journal, const char *name)
{
  return json_object_get_string_member_with_default (json_object_get_object_member (journal, "fields"), name, NULL);
}

static char *
dup_field (JsonObject *journal, const char *name)
{
  const char *text = get_field (journal, name);

  return g_strdup (text ? text : "");
}

static char *
dup_seen (JsonObject *journal, const char *what)
{
  return g_strdup (palier_report_find_seen (journal, what, NULL));
}

/* "name=value; …", as the front ends write it. */
static char *
dup_part (const char *detail, const char *name)
{
  g_auto (GStrv) parts = g_strsplit (detail, ";", -1);
  gsize n = strlen (name);

  for (guint i = 0; parts[i]; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (strncmp (part, name, n) == 0 && part[n] == '=')
        return g_strdup (part + n + 1);
    }
  return NULL;
}

/* A front end without languages gives the hash alone. */
static void
read_terms (PalierReport *self, const PalierObservation *terms)
{
  self->terms_date = g_strdup (terms->date);
  self->terms_sha256 = dup_part (terms->detail, "text-sha256");
  self->terms_language = dup_part (terms->detail, "language");
  self->terms_capacity = dup_part (terms->detail, "capacity");
  if (!self->terms_sha256 && strlen (terms->detail) == 64)
    self->terms_sha256 = g_strdup (terms->detail);
}

static void
observation_free (gpointer data)
{
  PalierObservation *observation = data;

  g_free (observation->what);
  g_free (observation->detail);
  g_free (observation->date);
  g_free (observation);
}

static void
read_consents (PalierReport *self, JsonObject *journal)
{
  JsonArray *array = json_object_get_array_member (journal, "consents");

  self->consents = g_ptr_array_new_with_free_func (observation_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      PalierObservation *consent = g_new0 (PalierObservation, 1);

      consent->what = g_strdup (palier_report_get_member (array, i, "id"));
      consent->detail = g_strdup (palier_report_get_member (array, i, "detail"));
      consent->date = g_strdup (palier_report_get_member (array, i, "date"));
      g_ptr_array_add (self->consents, consent);
      if (g_str_equal (consent->what, "terms") && !self->terms_date)
        read_terms (self, consent);
    }
}

static void
read_backups (PalierReport *self, JsonObject *journal)
{
  JsonArray *array = json_object_get_array_member (journal, "backups");

  self->backups = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_backup_free);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      PalierBackup *backup = g_new0 (PalierBackup, 1);

      backup->path = g_strdup (palier_report_get_member (array, i, "path"));
      backup->sha256 = g_strdup (palier_report_get_member (array, i, "sha256"));
      backup->size = g_ascii_strtoull (palier_report_get_member (array, i, "size"), NULL, 10);
      backup->date = g_strdup (palier_report_get_member (array, i, "date"));
      g_ptr_array_add (self->backups, backup);
    }
  self->backup_problem = g_strdup (get_field (journal, "backup-problem"));
  self->copy_not_compared = palier_report_find_seen (journal, "copy-not-compared", NULL) != NULL;
}

static void
read_fields (PalierReport *self, JsonObject *journal)
{
  self->site = dup_field (journal, "site");
  self->customer = dup_field (journal, "customer");
  self->technician = dup_field (journal, "technician");
  self->company = dup_field (journal, "company");
  self->remarks = dup_field (journal, "remarks");
  self->model = dup_field (journal, "model");
  self->serial = g_strdup (json_object_get_string_member_with_default (journal, "serial", ""));
  self->begun = g_strdup (json_object_get_string_member_with_default (journal, "begun", NULL));
  self->finished = g_strdup (json_object_get_string_member_with_default (journal, "finished", NULL));
  self->from = g_strdup (get_field (journal, "from"));
  self->restarted = dup_seen (journal, "restarted");
}

/* What another Palier wrote, or a hand: a part that cannot be read is left out, the report stands. */
static void
read_findings (PalierReport *self, JsonObject *journal)
{
  const char *before = get_field (journal, PALIER_INVENTORY_BEFORE);
  const char *after = get_field (journal, PALIER_INVENTORY_AFTER);
  const char *footage = get_field (journal, PALIER_FOOTAGE_FOUND);
  const char *checkup = get_field (journal, "checkup");
  const char *playback = get_field (journal, PALIER_PLAYBACK);
  PalierFootageFinding finding;

  if (before)
    self->before = palier_inventory_new_from_text (before, NULL);
  if (after)
    self->after = palier_inventory_new_from_text (after, NULL);
  if (footage && palier_footage_finding_parse (footage, &finding, NULL))
    self->footage = g_memdup2 (&finding, sizeof finding);
  self->footage_untold = !self->footage && get_field (journal, PALIER_FOOTAGE_SAMPLES);
  if (playback)
    self->playback = palier_checkup_new_from_text (playback, NULL);
  if (checkup)
    self->checkup = palier_checkup_new_from_text (checkup, NULL);
  if (self->after && self->after->mac)
    self->mac = g_strdup (self->after->mac);
  else if (self->before)
    self->mac = g_strdup (self->before->mac);
}

/* Does the last of these come after the last of those? By their order: a clock that is set right, or an hour that
 * comes twice in autumn, makes no proof of what was declared. */
static gboolean
comes_after (JsonObject *journal, const char *what, const char *than)
{
  JsonArray *seen = json_object_get_array_member (journal, "observations");

  for (guint i = json_array_get_length (seen); i > 0; i--)
    {
      const char *one = palier_report_get_member (seen, i - 1, "what");

      if (g_str_equal (one, what) || g_str_equal (one, than))
        return g_str_equal (one, what);
    }
  return FALSE;
}

/* The last that was read, or that the person read from the screen, whichever came later. */
static gboolean
read_reached (PalierReport *self, JsonObject *journal)
{
  const char *declared_version = NULL;
  const char *read_version = NULL;
  gboolean by_person = comes_after (journal, "declared", "read");

  palier_report_find_seen (journal, "declared", &declared_version);
  palier_report_find_seen (journal, "read", &read_version);
  self->to = g_strdup (by_person ? declared_version : read_version);
  return by_person;
}

static const PalierReportStep *
get_last_step (PalierReport *self)
{
  const PalierReportStep *last = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const PalierReportStep *step = self->steps->pdata[i];

      if (!last || g_strcmp0 (step->ended ? step->ended : step->begun, last->ended ? last->ended : last->begun) >= 0)
        last = step;
    }
  return last;
}

static void
read_problem (PalierReport *self, const char *nick)
{
  const PalierRule *rule = palier_rule_find (nick);

  self->problem = g_strdup (nick);
  if (rule)
    {
      self->sentence = rule->reason;
      self->remedy = rule->remedy;
    }
  for (int i = 0; !rule && i < PALIER_N_ERRORS; i++)
    if (g_strcmp0 (palier_error_words_get (i)->nick, nick) == 0)
      {
        self->sentence = palier_error_words_get (i)->sentence;
        self->remedy = palier_error_words_get (i)->remedy;
      }
}

static void
read_outcome (PalierReport *self, JsonObject *journal)
{
  const char *outcome = json_object_get_string_member_with_default (journal, "outcome", "");
  const PalierReportStep *last = get_last_step (self);
  const char *problem = get_field (journal, "problem");

  self->declared = read_reached (self, journal);
  if (g_str_equal (outcome, "done"))
    self->outcome = self->declared ? PALIER_OUTCOME_DECLARED : PALIER_OUTCOME_PROVED;
  else if (last && last->state == PALIER_ROW_FAILED)
    {
      self->outcome = PALIER_OUTCOME_FAILED;
      if (problem && *problem)
        read_problem (self, problem);
    }
}

/* The end is the step's own; where a person comes back after it, what was seen of it. */
static void
read_repair (PalierReport *self, JsonObject *journal)
{
  const char *stopped = palier_report_find_seen (journal, "repair-stopped", NULL);
  const char *interrupted = palier_report_find_seen (journal, "repair-interrupted", NULL);

  self->repair_begun = dup_seen (journal, "repair-started");
  self->repair_ended = dup_seen (journal, "repair-ended");
  self->repair_interrupted = comes_after (journal, "repair-interrupted", "repair-stopped");
  self->repair_broken = g_strdup (self->repair_interrupted ? interrupted : stopped);
  if (!comes_after (journal, "repair-ended", "repair-started"))
    g_clear_pointer (&self->repair_ended, g_free);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PalierReportStep *step = self->steps->pdata[i];

      if (g_str_equal (step->id, "repair") && step->state == PALIER_ROW_DONE && !self->repair_ended)
        self->repair_ended = g_strdup (step->ended);
    }
}

PalierReport *
palier_report_new (const char *path, PalierCatalogue *catalogue, GError **error)
{
  g_autoptr (JsonObject) journal = palier_journal_file_load (path, NULL, error);
  PalierReport *self;

  if (!journal)
    return NULL;
  self = g_new0 (PalierReport, 1);
  read_fields (self, journal);
  self->plan = palier_plan_new (catalogue, self->model, self->from);
  self->page_date = g_strdup (palier_catalogue_get_page_date (catalogue));
  self->steps = palier_report_read_steps (journal, self->plan);
  self->gaps = palier_report_read_gaps (journal);
  read_backups (self, journal);
  read_consents (self, journal);
  read_findings (self, journal);
  read_outcome (self, journal);
  read_repair (self, journal);
  return self;
}
