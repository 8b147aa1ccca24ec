/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/plan.h"

#include <glib/gi18n-lib.h>

static const char *
get_verdict (const PalierPlan *plan)
{
  switch (plan->verdict)
    {
    case PALIER_VERDICT_CLIMB:
      return _ ("The climb:");
    case PALIER_VERDICT_NOTHING:
      return _ ("Nothing to climb: the recorder stands at the last landing of the procedure, or "
                "above. Newer firmware may "
                "exist; the procedure ends here.");
    case PALIER_VERDICT_REFUSED:
    default:
      return _ ("Refused: nothing is sent to this recorder.");
    }
}

static void
print_landing (const PalierLanding *landing)
{
  g_autofree char *version = palier_version_to_string (&landing->version);

  if (landing->default_before)
    palier_print_wrapped (
        _ ("full factory default: all settings are erased and entered again later"), "  - ",
        "    ");
  if (landing->package == PALIER_PACKAGE_CUSTOM)
    /* translators: %s is a version, such as V4.1.25 */
    g_print (_ ("  → %s, custom firmware only"), version);
  else
    g_print ("  → %s", version);
  g_print ("\n");
}

static const char *
get_level (PalierLevel level)
{
  switch (level)
    {
    case PALIER_LEVEL_FORBIDDEN:
      return _ ("forbidden, whatever is agreed to");
    case PALIER_LEVEL_STRONG:
      return _ ("waived only by typed agreement");
    case PALIER_LEVEL_REQUIRED:
      return _ ("required");
    case PALIER_LEVEL_ADVISED:
      return _ ("advised");
    case PALIER_LEVEL_NONE:
    default:
      return _ ("for information");
    }
}

static void
print_gate (const PalierPlanGate *gate)
{
  const PalierRule *rule = gate->rule;
  g_autofree char *source = NULL;

  /* translators: %s is the source of a rule, such as Palier’s own caution */
  source = g_strdup_printf (_ ("Source: %s"), _ (rule->source));
  g_print ("\n  %s · %s\n", rule->id, _ (rule->title));
  g_print ("      [%s]\n", get_level (gate->level));
  palier_print_wrapped (_ (rule->reason), "      ", "      ");
  palier_print_wrapped (_ (rule->remedy), "      ", "      ");
  palier_print_wrapped (source, "      ", "      ");
}

void
palier_plan_print (const PalierPlan *plan)
{
  g_autofree char *from = plan->from_known ? palier_version_to_string (&plan->from) : NULL;

  g_print ("%s, %s\n", plan->model, from ? from : _ ("version not readable"));
  palier_print_wrapped (get_verdict (plan), "", "");
  for (guint i = 0; i < plan->landings->len; i++)
    print_landing (&g_array_index (plan->landings, PalierLanding, i));
  if (plan->repair_advised)
    palier_print_wrapped (_ ("database repair, once the recorder is set up again"), "  - ", "    ");
  for (guint i = 0; i < plan->gates->len; i++)
    print_gate (&g_array_index (plan->gates, PalierPlanGate, i));
}
