/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/clean.h"
#include "terminal/recorder-json.h"
#include "terminal/upgrade-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <unistd.h>

#define BAR_WIDTH 24

static const char *
get_landing_version (Upgrade *self, int landing)
{
  PalierPlan *plan = palier_job_get_survey (self->job)->plan;

  return landing < 0 ? NULL : g_array_index (plan->landings, PalierLanding, landing).version.spelling;
}

static void
print_step_json (Upgrade *self, PalierStepItem *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  double fraction = palier_step_item_get_fraction (item);

  json_builder_begin_object (builder);
  palier_put_text (builder, "event", "step");
  palier_put_text (builder, "id", palier_step_item_get_step (item)->id);
  palier_put_text (builder, "landing", get_landing_version (self, palier_step_item_get_landing (item)));
  palier_put_text (builder, "state", palier_step_state_get_nick (palier_step_item_get_state (item)));
  json_builder_set_member_name (builder, "fraction");
  if (fraction < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, round (fraction * 1000) / 1000);
  json_builder_end_object (builder);
  palier_command_print_json (json_builder_get_root (builder), TRUE);
}

void
palier_upgrade_clear_bar (Upgrade *self)
{
  if (self->bar)
    g_printerr (PALIER_TERMINAL_AGAIN);
  self->bar = FALSE;
}

static void
print_step_text (Upgrade *self, PalierStepItem *item)
{
  const PalierStep *step = palier_step_item_get_step (item);
  const char *version = get_landing_version (self, palier_step_item_get_landing (item));
  const char *mark;

  switch (palier_step_item_get_state (item))
    {
    case PALIER_STEP_DONE:
      mark = "✓";
      break;
    case PALIER_STEP_KEPT:
      mark = "=";
      break;
    case PALIER_STEP_SKIPPED:
      mark = "–";
      break;
    case PALIER_STEP_FAILED:
      mark = "✗";
      break;
    case PALIER_STEP_RUNNING:
      mark = "…";
      break;
    default:
      return;
    }
  palier_upgrade_clear_bar (self);
  g_printerr ("%s %s%s%s\n", mark,
              _ (palier_step_item_get_state (item) == PALIER_STEP_RUNNING ? step->doing : step->title),
              version ? "  " : "", version ? version : "");
  palier_upgrade_say_footage (self, item);
}

static void
draw_bar (Upgrade *self)
{
  double fraction = palier_runner_get_fraction (self->runner);
  int full = (int) (fraction * BAR_WIDTH);
  g_autoptr (GString) bar = g_string_new (NULL);

  for (int i = 0; i < BAR_WIDTH; i++)
    g_string_append (bar, i < full ? "█" : "░");
  g_printerr (PALIER_TERMINAL_AGAIN "  %s %3d %%", bar->str, (int) (fraction * 100));
  self->bar = TRUE;
}

static void
state_cb (PalierStepItem *item, GParamSpec *pspec, Upgrade *self)
{
  if (self->common.json)
    print_step_json (self, item);
  else
    print_step_text (self, item);
}

static void
fraction_cb (PalierStepItem *item, GParamSpec *pspec, Upgrade *self)
{
  if (self->common.json)
    print_step_json (self, item);
  else if (isatty (STDERR_FILENO))
    draw_bar (self);
}

void
palier_upgrade_show_steps (Upgrade *self)
{
  palier_upgrade_show_after (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (self->runner), i);

      g_signal_connect (item, "notify::state", G_CALLBACK (state_cb), self);
      g_signal_connect (item, "notify::fraction", G_CALLBACK (fraction_cb), self);
    }
}

static void
add_backups (Upgrade *self, JsonBuilder *builder)
{
  g_autoptr (GPtrArray) backups = self->job ? palier_journal_get_backups (palier_job_get_journal (self->job)) : NULL;

  palier_put_array (builder, "backup");
  for (guint i = 0; backups && i < backups->len; i++)
    {
      const PalierBackup *backup = backups->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "path", backup->path);
      palier_put_text (builder, "sha256", backup->sha256);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_consents (Upgrade *self, JsonBuilder *builder)
{
  g_autoptr (GPtrArray) consents = self->job ? palier_journal_get_consents (palier_job_get_journal (self->job)) : NULL;

  palier_put_array (builder, "consents");
  for (guint i = 0; consents && i < consents->len; i++)
    json_builder_add_string_value (builder, ((PalierObservation *) consents->pdata[i])->what);
  json_builder_end_array (builder);
}

/* The last that was read, so that it never claims more than the recorder said. */
static const PalierDeviceInfo *
get_recorder (Upgrade *self, gint64 *up_time_s)
{
  PalierSurvey *result = self->job ? palier_job_get_result (self->job) : NULL;
  const PalierDeviceInfo *reading = self->job ? palier_job_get_reading (self->job) : NULL;

  if (!result && !reading && self->job)
    result = palier_job_get_survey (self->job);
  *up_time_s = result ? result->status.up_time_s : -1;
  return result ? result->info : reading;
}

static void
print_result_json (Upgrade *self, PalierRunState state, const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gint64 up_time_s;
  const PalierDeviceInfo *info = get_recorder (self, &up_time_s);

  json_builder_begin_object (builder);
  palier_put_text (builder, "event", "result");
  palier_put_text (builder, "outcome", palier_run_state_get_nick (state));
  json_builder_set_member_name (builder, "recorder");
  palier_json_add_recorder (builder, info, up_time_s);
  add_backups (self, builder);
  add_consents (self, builder);
  palier_upgrade_add_footage (self, builder);
  palier_json_add_error (builder, "error", error);
  if (self->at_screen)
    palier_put_flag (builder, "declared", TRUE);
  json_builder_end_object (builder);
  palier_command_print_json (json_builder_get_root (builder), TRUE);
}

static void
print_result_text (Upgrade *self, PalierRunState state)
{
  gint64 up_time_s;
  const PalierDeviceInfo *info = get_recorder (self, &up_time_s);
  gboolean climbed = self->runner != NULL;

  palier_upgrade_clear_bar (self);
  if (state != PALIER_RUN_DONE || !info)
    return;
  if (self->at_screen && climbed)
    /* translators: %1$s is the recorder’s model, %2$s its version and build, as a person read them off its screen. */
    g_print (_ ("Declared: %1$s runs %2$s, as it was read off its screen."), info->model, info->firmware);
  else if (climbed)
    /* translators: %1$s is the recorder’s model, %2$s its version and build, read from it a moment ago. */
    g_print (_ ("Proved: %1$s runs %2$s, read from the recorder."), info->model, info->firmware);
  else
    /* translators: %1$s is the recorder’s model, %2$s its version and build. */
    g_print (_ ("Nothing to climb: %1$s runs %2$s. The procedure ends there."), info->model, info->firmware);
  g_print ("\n");
}

int
palier_upgrade_show_result (Upgrade *self, PalierRunState state, const GError *error)
{
  if (self->common.json)
    print_result_json (self, state, error);
  else
    print_result_text (self, state);
  if (error)
    return palier_command_fail (error);
  return 0;
}
