/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"
#include "procedure/rule.h"

#include <glib/gi18n-lib.h>

#define TRIES 3 /* that a reading may be unreadable */
#define N_FIELDS 3

gboolean
palier_job_is_at_screen (PalierJob *self)
{
  return self->at_screen;
}

void
palier_job_set_stick (PalierJob *self, const char *folder)
{
  g_free (self->stick);
  self->stick = g_strdup (folder);
}

const char *
palier_job_get_stick (PalierJob *self)
{
  return self->stick;
}

static gboolean
is_reading (const PalierObservation *seen)
{
  return g_str_equal (seen->what, "declared") || g_str_equal (seen->what, "read");
}

/* A file that was on its way once makes its landing fit, as long as that is no step back: the person may have looked too
 * soon. */
static gboolean
was_sent (GPtrArray *seen, const PalierVersion *typed)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const PalierObservation *observation = seen->pdata[i];
      PalierVersion sent;

      if (g_str_equal (observation->what, "sending") && palier_version_parse (observation->detail, &sent, NULL)
          && palier_version_compare_numbers (&sent, typed) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What it ran when it was read last, at its screen or over the network. */
static gboolean
get_last (PalierJob *self, GPtrArray *seen, PalierVersion *version)
{
  for (guint i = seen->len; i > 0; i--)
    {
      const PalierObservation *observation = seen->pdata[i - 1];

      if (is_reading (observation))
        return palier_version_parse (observation->detail, version, NULL);
    }
  *version = self->survey->info->version;
  return self->survey->info->version_known;
}

static gboolean
fits (PalierJob *self, const PalierVersion *typed)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);
  PalierVersion last;
  int order;

  if (!get_last (self, seen, &last))
    return FALSE;
  order = palier_version_compare_numbers (typed, &last);
  if (order == 0)
    return last.build == typed->build || last.build == 0 || typed->build == 0 || was_sent (seen, typed);
  return order > 0 && was_sent (seen, typed);
}

/* P16, its recorder-side form. */
static gboolean
stop (const char *reason, const char *remedy, GError **error)
{
  palier_error_set_rule (error, "P16", reason, remedy);
  return FALSE;
}

gboolean
palier_job_check_reading (PalierJob *self, const PalierDeviceInfo *info, GError **error)
{
  PalierFacts facts;

  palier_job_get_facts (self, &facts);
  facts.serial = info->serial;
  if (!palier_gate_check_identity (self->catalogue, &facts, error))
    return FALSE;
  if (!g_str_equal (info->model, self->survey->info->model))
    return stop (N_ ("The model that was typed is not the one that this run began with. Nothing more is done."),
                 N_ ("Make sure that you stand before the right recorder, read its screen again and continue."), error);
  if (!info->version_known)
    {
      palier_rule_set_error (palier_rule_find ("P15"), error);
      return FALSE;
    }
  return fits (self, &info->version)
         || stop (N_ ("The version that was typed does not fit what this recorder ran before, nor what it was given "
                      "since. Nothing more is done."),
                  N_ ("Read its screen again, every digit, and continue. If it really runs that version, somebody else "
                      "has changed it: open Palier again and, on its first page, set this run aside (in a terminal: "
                      "“--anew”). Palier then plans anew."),
                  error);
}

/* "MODEL\nSERIAL\nVERSION", as palier_job_answer_screen () joined it. */
static PalierSurvey *
parse (PalierJob *self, const char *text, GError **error)
{
  g_auto (GStrv) fields = g_strsplit (text ? text : "", "\n", N_FIELDS);
  gboolean whole = g_strv_length (fields) == N_FIELDS;

  return palier_survey_declare (self->catalogue, whole ? fields[0] : "", whole ? fields[1] : "",
                                whole ? fields[2] : "", error);
}

gboolean
palier_job_check_screen (PalierJob *self, const char *model, const char *serial, const char *firmware, GError **error)
{
  g_autoptr (PalierSurvey) typed = palier_survey_declare (self->catalogue, model, serial, firmware, error);

  return typed && palier_job_check_reading (self, typed->info, error);
}

void
palier_job_answer_screen (PalierJob *self, const char *model, const char *serial, const char *firmware)
{
  g_autofree char *text = g_strjoin ("\n", model, serial, firmware, NULL);

  palier_job_answer (self, PALIER_ANSWER_YES, text);
}

static gboolean
take (PalierJob *self, const PalierDeviceInfo *info, GError **error)
{
  g_clear_pointer (&self->reading, palier_device_info_free);
  self->reading = palier_device_info_copy (info);
  return palier_job_journal_reading (self, "declared", error);
}

static const char *
get_expected (PalierJob *self)
{
  const PalierDeviceInfo *info = self->reading ? self->reading : self->survey->info;

  return info->firmware;
}

/* What cannot be read at all is a slip of the pen and is asked for again; what reads as another recorder, or as a
 * version that cannot be, ends the run. */
gboolean
palier_job_read_screen (PalierJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) problem = NULL;

  for (guint tries = 1;; tries++)
    {
      PalierAsked asked = { .act = PALIER_ACT_READ_VERSION, .landing = (int) self->landing,
                            .version = get_expected (self), .problem = problem };
      PalierAnswerKind answer = PALIER_ANSWER_NO;
      g_autofree char *text = NULL;
      g_autoptr (PalierSurvey) typed = NULL;

      if (!palier_job_ask_about (self, PALIER_QUESTION_READ_SCREEN, &asked, &answer, &text, cancellable, error))
        return FALSE;
      if (answer == PALIER_ANSWER_NO)
        {
          palier_job_set_stopped_error (error);
          return FALSE;
        }
      g_clear_error (&problem);
      typed = parse (self, text, &problem);
      if (typed && palier_job_check_reading (self, typed->info, &problem))
        return take (self, typed->info, error);
      if (tries == TRIES || (typed && typed->info->version_known))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
}

gboolean
palier_job_take_survey (PalierJob *self, gboolean *taken, GError **error)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);
  g_autofree char *model = palier_journal_dup_field (self->journal, "model");
  gboolean changed = palier_evidence_of_change (seen);

  *taken = !self->reading || !changed;
  if (!*taken)
    return TRUE;
  if (model && *model && !g_str_equal (model, self->survey->info->model))
    return stop (N_ ("The model that was typed is not the one that this run began with. Nothing more is done."),
                 N_ ("Make sure that you stand before the right recorder, read its screen again and continue."), error);
  /* Before its first change a run may begin anew: what was typed wrong another day binds nobody. */
  return (!changed || palier_job_check_reading (self, self->survey->info, error))
         && take (self, self->survey->info, error);
}
