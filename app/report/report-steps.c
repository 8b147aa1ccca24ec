/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report-private.h"

#include "steps/screen-steps.h"

static const PalierStep *const known[] = {
  &palier_step_identify, &palier_step_preflight, &palier_step_inventory, &palier_step_backup,  &palier_step_package,
  &palier_step_default,  &palier_step_activate,  &palier_step_upload,    &palier_step_install, &palier_step_restart,
  &palier_step_confirm,  &palier_step_footage_before, &palier_step_footage_upgraded, &palier_step_footage_repaired,
  &palier_step_reprogram, &palier_step_repair,   &palier_step_prove,   &palier_step_carry,
  &palier_step_menu_upgrade,
};

const char *
palier_report_get_member (JsonArray *array, guint i, const char *name)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (array, i), name, "");
}

const char *
palier_report_find_seen (JsonObject *journal, const char *what, const char **detail)
{
  JsonArray *array = json_object_get_array_member (journal, "observations");

  for (guint i = json_array_get_length (array); i > 0; i--)
    if (g_str_equal (palier_report_get_member (array, i - 1, "what"), what))
      {
        if (detail)
          *detail = palier_report_get_member (array, i - 1, "detail");
        return palier_report_get_member (array, i - 1, "date");
      }
  return NULL;
}

const char *
palier_report_find_title (const char *step_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i]->id, step_id))
      return known[i]->title;
  return step_id;
}

/* Which rule made this landing the next one. */
static const char *
get_landing_rule (const PalierPlan *plan, const char *version)
{
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

      if (!g_str_equal (landing->version.spelling, version))
        continue;
      if (landing->package == PALIER_PACKAGE_CUSTOM)
        return "P10";
      if (landing->version.part[0] < 4)
        return "P1";
      return i > 0 || landing->default_before ? "P3" : "P4";
    }
  return "P17";
}

static const char *
get_rule (const PalierPlan *plan, const char *id, const char *landing)
{
  static const char *const rules[][2] = {
    { "identify", "P16" }, { "preflight", "P14" }, { "backup", "P5" }, { "package", "P17" },
    { "confirm", "P16" },  { "repair", "P6" }, { "footage-repaired", "P8" },     { "prove", "P16" }, { "carry", "P17" },
  };

  if (g_str_equal (id, "upload") || g_str_equal (id, "menu-upgrade"))
    return get_landing_rule (plan, landing);
  if (g_str_equal (id, "default"))
    return palier_plan_find_gate (plan, "P12") ? "P12" : "P2";
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i][0], id))
      return rules[i][1];
  return NULL;
}

static PalierReportStep *
find_or_add (GPtrArray *steps, const PalierPlan *plan, const char *id, const char *landing)
{
  PalierReportStep *step;

  for (guint i = 0; i < steps->len; i++)
    {
      step = steps->pdata[i];
      if (g_str_equal (step->id, id) && g_str_equal (step->landing, landing))
        return step;
    }
  step = g_new0 (PalierReportStep, 1);
  step->id = g_strdup (id);
  step->landing = g_strdup (landing);
  step->title = palier_report_find_title (id);
  step->rule = get_rule (plan, id, landing);
  g_ptr_array_add (steps, step);
  return step;
}

/* A run that was gone on with asks each step again: one that was done stays done, at its own time. */
static void
take_state (PalierReportStep *step, const char *state, const char *date)
{
  gboolean was_done = step->state == PALIER_ROW_DONE || step->state == PALIER_ROW_DECLARED;

  if (g_str_equal (state, "begun"))
    {
      if (was_done)
        return;
      if (!step->begun)
        step->begun = g_strdup (date);
      step->state = PALIER_ROW_OPEN;
      g_clear_pointer (&step->ended, g_free);
      return;
    }
  if (was_done && !g_str_equal (state, "failed"))
    return;
  if (g_str_equal (state, "failed"))
    {
      step->state = PALIER_ROW_FAILED;
      step->failures++;
    }
  else
    step->state = g_str_equal (state, "kept")       ? PALIER_ROW_KEPT
                  : g_str_equal (state, "skipped")  ? PALIER_ROW_SKIPPED
                  : g_str_equal (state, "declared") ? PALIER_ROW_DECLARED
                                                    : PALIER_ROW_DONE;
  g_free (step->ended);
  step->ended = g_strdup (date);
}

/* What the person said is told apart from what the recorder answered. */
static void
mark_declared (PalierReportStep *step, JsonObject *journal)
{
  if (step->state != PALIER_ROW_DONE && step->state != PALIER_ROW_KEPT)
    return;
  if (g_str_equal (step->id, "reprogram"))
    step->state = PALIER_ROW_DECLARED;
  else if (g_str_equal (step->id, "default") && palier_report_find_seen (journal, "default-declared", NULL)
           && !palier_report_find_seen (journal, "default-accepted", NULL))
    step->state = PALIER_ROW_DECLARED;
}

static gboolean
has_consent (JsonObject *journal, const char *id)
{
  JsonArray *array = json_object_get_array_member (journal, "consents");

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (palier_report_get_member (array, i, "id"), id))
      return TRUE;
  return FALSE;
}

/* What was not called for, as no recording was lost, is no event; what a person put off is one. */
static gboolean
is_idle (const PalierReportStep *step, JsonObject *journal)
{
  if (step->state != PALIER_ROW_SKIPPED)
    return FALSE;
  return g_str_has_prefix (step->id, "footage-")
         || (g_str_equal (step->id, "repair") && !has_consent (journal, "skip-repair"));
}

GPtrArray *
palier_report_read_steps (JsonObject *journal, const PalierPlan *plan)
{
  JsonArray *array = json_object_get_array_member (journal, "steps");
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_report_step_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    take_state (find_or_add (steps, plan, palier_report_get_member (array, i, "id"),
                             palier_report_get_member (array, i, "landing")),
                palier_report_get_member (array, i, "state"), palier_report_get_member (array, i, "date"));
  for (guint i = 0; i < steps->len; i++)
    {
      PalierReportStep *step = steps->pdata[i];

      mark_declared (step, journal);
      if (step->state == PALIER_ROW_FAILED)
        step->failures--;
    }
  for (guint i = steps->len; i > 0; i--)
    if (is_idle (steps->pdata[i - 1], journal))
      g_ptr_array_remove_index (steps, i - 1);
  return steps;
}
