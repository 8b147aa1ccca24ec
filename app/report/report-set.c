/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report.h"

#include "base/error.h"

void
palier_report_step_free (PalierReportStep *self)
{
  g_free (self->id);
  g_free (self->landing);
  g_free (self->begun);
  g_free (self->ended);
  g_free (self);
}

void
palier_report_gap_free (PalierReportGap *self)
{
  g_free (self->since);
  g_free (self->until);
  g_free (self);
}

static void
free_findings (PalierReport *self)
{
  g_clear_pointer (&self->before, palier_inventory_free);
  g_clear_pointer (&self->after, palier_inventory_free);
  g_clear_pointer (&self->checkup, g_ptr_array_unref);
  g_clear_pointer (&self->playback, g_ptr_array_unref);
  g_free (self->footage);
  g_free (self->repair_broken);
  g_free (self->repair_begun);
  g_free (self->repair_ended);
}

void
palier_report_free (PalierReport *self)
{
  char *const texts[] = {
    self->site, self->customer, self->technician, self->company, self->remarks, self->model, self->serial, self->mac,
    self->begun, self->finished, self->from, self->to, self->restarted, self->problem, self->backup_problem,
    self->terms_sha256, self->terms_language, self->terms_capacity, self->terms_date, self->page_date,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  free_findings (self);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  g_clear_pointer (&self->backups, g_ptr_array_unref);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
  g_clear_pointer (&self->plan, palier_plan_free);
  g_free (self);
}

static void
set_text (char **text, const char *value)
{
  if (!value || *value == '\0')
    return;
  g_free (*text);
  *text = g_strdup (value);
}

void
palier_report_take_before (PalierReport *self, PalierInventory *before)
{
  g_clear_pointer (&self->before, palier_inventory_free);
  self->before = before;
  set_text (&self->mac, before->mac);
  if (*self->model == '\0')
    set_text (&self->model, before->model);
}

void
palier_report_take_after (PalierReport *self, PalierInventory *after)
{
  g_clear_pointer (&self->after, palier_inventory_free);
  self->after = after;
  set_text (&self->mac, after->mac);
  set_text (&self->to, after->firmware);
}

static PalierOutcome
get_outcome (const PalierReport *self, PalierRunState state)
{
  switch (state)
    {
    case PALIER_RUN_DONE:
      return self->declared ? PALIER_OUTCOME_DECLARED : PALIER_OUTCOME_PROVED;
    case PALIER_RUN_STOPPED:
      return PALIER_OUTCOME_STOPPED;
    case PALIER_RUN_FAILED:
      return PALIER_OUTCOME_FAILED;
    default:
      return PALIER_OUTCOME_UNFINISHED;
    }
}

void
palier_report_set_outcome (PalierReport *self, PalierRunState state, const GError *error)
{
  const char *rule = error ? palier_error_get_rule (error) : NULL;

  self->outcome = get_outcome (self, state);
  g_clear_pointer (&self->problem, g_free);
  self->sentence = self->remedy = NULL;
  if (!error)
    return;
  self->problem = g_strdup (rule ? rule : palier_error_get_nick (error));
  self->sentence = palier_error_get_sentence_id (error);
  self->remedy = palier_error_get_remedy_id (error);
}

char *
palier_report_dup_number (const PalierReport *self)
{
  g_autoptr (GDateTime) date = self->begun ? g_date_time_new_from_iso8601 (self->begun, NULL) : NULL;
  g_autofree char *day = date ? g_date_time_format (date, "%Y%m%d-%H%M") : g_strdup ("0");
  g_autofree char *digits = palier_serial_last_four (self->serial);

  return g_strdup_printf ("%s-%s", day, digits ? digits : "0000");
}

const char *
palier_outcome_get_nick (PalierOutcome outcome)
{
  static const char *const nicks[] = { "unfinished", "proved", "declared", "stopped", "failed" };

  return nicks[outcome];
}

const char *
palier_row_state_get_nick (PalierRowState state)
{
  static const char *const nicks[] = { "open", "done", "declared", "kept", "skipped", "failed" };

  return nicks[state];
}
