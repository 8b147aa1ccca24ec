/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "words.h"
#include <glib/gi18n.h>

const char *
palier_level_get_word (PalierLevel level)
{
  switch (level)
    {
    case PALIER_LEVEL_ADVISED: return _("Advised");
    case PALIER_LEVEL_REQUIRED: return _("Required");
    case PALIER_LEVEL_STRONG: return _("Only with your typed consent");
    case PALIER_LEVEL_FORBIDDEN: return _("Never otherwise");
    case PALIER_LEVEL_NONE:
    default: return _("Rule of the climb");
    }
}

const char *
palier_level_get_icon (PalierLevel level)
{
  switch (level)
    {
    case PALIER_LEVEL_ADVISED: return "dialog-information-symbolic";
    case PALIER_LEVEL_REQUIRED: return "emblem-important-symbolic";
    case PALIER_LEVEL_STRONG: return "dialog-warning-symbolic";
    case PALIER_LEVEL_FORBIDDEN: return "action-unavailable-symbolic";
    case PALIER_LEVEL_NONE:
    default: return "go-up-symbolic";
    }
}

static void
plan_line_free (PalierPlanLine *line)
{
  g_free (line->title);
  g_free (line->detail);
  g_free (line);
}

static PalierPlanLine *
add_line (GPtrArray *lines, const PalierPlan *plan, const char *rule, char *title, char *detail)
{
  PalierPlanLine *line = g_new0 (PalierPlanLine, 1);
  const PalierPlanGate *gate = rule != NULL ? palier_plan_find_gate (plan, rule) : NULL;

  line->title = title;
  line->detail = detail;
  line->rule = gate != NULL ? gate->rule : (rule != NULL ? palier_rule_find (rule) : NULL);
  line->level = gate != NULL ? gate->level : (line->rule != NULL ? line->rule->level : PALIER_LEVEL_NONE);
  g_ptr_array_add (lines, line);
  return line;
}

/* Which rule made this landing the next one. */
static const char *
get_landing_rule (const PalierPlan *plan, guint i)
{
  const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

  if (landing->package == PALIER_PACKAGE_CUSTOM)
    return "P10";
  if (landing->version.part[0] < 4)
    return "P1";
  return i > 0 || landing->default_before ? "P3" : "P4";
}

static void
add_landing (GPtrArray *lines, const PalierSurvey *survey, guint i, gboolean *changed)
{
  const PalierPlan *plan = survey->plan;
  const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);
  PalierPlanLine *line;

  if (landing->default_before)
    {
      line = add_line (lines, plan, palier_plan_find_gate (plan, "P12") != NULL ? "P12" : "P2",
                       g_strdup (_("Full factory default")), palier_survey_dup_loss (survey));
      line->no_return = !*changed;
      *changed = TRUE;
      add_line (lines, plan, NULL, g_strdup (_("Activate, with a new password")),
                g_strdup (_("The recorder comes back as from the factory.")));
    }
  line = add_line (lines, plan, get_landing_rule (plan, i),
                   /* translators: %s is a firmware version, as in V4.50.00 */
                   g_strdup_printf (_("Upgrade to %s"), landing->version.spelling),
                   g_strdup (_("Sent, written, restarted, and read again to be sure.")));
  line->no_return = !*changed;
  *changed = TRUE;
}

GPtrArray *
palier_plan_lines_new (const PalierSurvey *survey)
{
  const PalierPlan *plan = survey->plan;
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) plan_line_free);
  gboolean changed = FALSE;

  if (plan->verdict != PALIER_VERDICT_CLIMB)
    return lines;
  add_line (lines, plan, "P5", g_strdup (_("Copy the configuration")),
            g_strdup (_("To this computer and anywhere else you choose, then read back.")));
  for (guint i = 0; i < plan->landings->len; i++)
    add_landing (lines, survey, i, &changed);
  if (palier_plan_has_default (plan))
    add_line (lines, plan, NULL, g_strdup (_("Enter the settings again")),
              g_strdup (_("Cameras, users and schedules, at the recorder’s own screen or page.")));
  if (plan->repair_advised)
    add_line (lines, plan, "P6", g_strdup (_("Repair the database")),
              g_strdup (_("It goes on recording meanwhile; older footage may be missing until it ends.")));
  return lines;
}

char *
palier_plan_dup_heading (const PalierPlan *plan)
{
  guint n = plan->landings->len;
  const PalierLanding *top = n > 0 ? &g_array_index (plan->landings, PalierLanding, n - 1) : NULL;

  switch (plan->verdict)
    {
    case PALIER_VERDICT_CLIMB:
      /* translators: %1$u is how many landings there are, %2$s a firmware version, as in V4.50.00 */
      return g_strdup_printf (ngettext ("%1$u landing to %2$s", "%1$u landings to %2$s", n), n,
                              top->version.spelling);
    case PALIER_VERDICT_NOTHING:
      return g_strdup (_("Nothing to climb"));
    case PALIER_VERDICT_REFUSED:
    default:
      return g_strdup (_("Palier sends nothing to this recorder"));
    }
}

char *
palier_survey_dup_loss (const PalierSurvey *survey)
{
  guint cameras = survey->cameras->len;
  guint users = survey->users->len;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (cameras == 0 && users == 0)
    return g_strdup (_("Every setting will have to be entered again: cameras, users, schedules, network."));
  /* translators: %u is a number of cameras; first half of "… and … will have to be entered again." */
  first = g_strdup_printf (ngettext ("%u camera", "%u cameras", cameras), cameras);
  /* translators: %u is a number of users; second half of "… and … will have to be entered again." */
  second = g_strdup_printf (ngettext ("%u user", "%u users", users), users);
  /* translators: %1$s is "16 cameras", %2$s is "3 users" */
  return g_strdup_printf (_("%1$s and %2$s will have to be entered again, and every other setting too."), first,
                          second);
}

const char *
palier_consent_get_words (const char *id)
{
  static const struct
  {
    const char *id, *words;
  } table[] = {
    { "terms", N_("The manufacturer’s terms have to be accepted.") },
    { "default", N_("The full factory default has to be confirmed.") },
    { "upgrade", N_("The start has to be confirmed below.") },
    { "skip-backup", N_("There is no copy of the configuration, and its absence is not accepted.") },
    { "unknown-package", N_("A firmware file that nothing knows has to be confirmed.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].id, id) == 0)
      return _(table[i].words);
  return id;
}

char *
palier_duration_to_words (double seconds)
{
  guint whole = seconds > 0 ? (guint) seconds : 0;

  if (whole < 60)
    /* translators: %u is a number of seconds */
    return g_strdup_printf (_("%u s"), whole);
  if (whole < 3600)
    /* translators: %u is a number of minutes */
    return g_strdup_printf (_("%u min"), whole / 60);
  /* translators: %1$u is a number of hours, %2$u of minutes */
  return g_strdup_printf (_("%1$u h %2$u min"), whole / 3600, whole / 60 % 60);
}

char *
palier_date_to_time (const char *iso)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) date = iso != NULL ? g_date_time_new_from_iso8601 (iso, zone) : NULL;
  g_autoptr (GDateTime) local = date != NULL ? g_date_time_to_local (date) : NULL;

  return local != NULL ? g_date_time_format (local, "%H:%M") : g_strdup ("");
}
