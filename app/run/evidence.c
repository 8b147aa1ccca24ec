/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/evidence.h"

#include "procedure/plan.h"
#include "run/journal.h"

static gboolean
asks_for_default (PalierCatalogue *catalogue, const char *model, const char *firmware)
{
  g_autoptr (PalierPlan) plan = palier_plan_new (catalogue, model, firmware);

  return plan->landings->len > 0 && g_array_index (plan->landings, PalierLanding, 0).default_before;
}

/* What a person says of it at its screen: that they did it, that it asks for a new password, that nothing is left of its
 * settings. V3.4 can be made inactive without a default, so that the third decides. */
static PalierDefaultEvidence
after_word (PalierDefaultEvidence so_far, const char *what)
{
  if (g_str_equal (what, "default-declared") && so_far >= PALIER_DEFAULT_LANDED)
    return PALIER_DEFAULT_DECLARED;
  if (g_str_equal (what, "default-refuted"))
    return MIN (so_far, PALIER_DEFAULT_LANDED);
  if (g_str_equal (what, "inactive") && so_far == PALIER_DEFAULT_DECLARED)
    return PALIER_DEFAULT_ASKING;
  if (g_str_equal (what, "cleared") && so_far == PALIER_DEFAULT_ASKING)
    return PALIER_DEFAULT_INACTIVE;
  return so_far;
}

static PalierDefaultEvidence
after (PalierDefaultEvidence so_far, const PalierObservation *seen, PalierCatalogue *catalogue, const char *model)
{
  if (g_str_equal (seen->what, "sent") || g_str_equal (seen->what, "imported"))
    return PALIER_DEFAULT_NONE;
  if (g_str_equal (seen->what, "read") || g_str_equal (seen->what, "declared"))
    {
      if (!asks_for_default (catalogue, model, seen->detail))
        return PALIER_DEFAULT_NONE;
      if (so_far == PALIER_DEFAULT_INACTIVE)
        return PALIER_DEFAULT_SEEN;
      return MAX (so_far, PALIER_DEFAULT_LANDED);
    }
  if (so_far >= PALIER_DEFAULT_LANDED && g_str_has_prefix (seen->what, "default-"))
    {
      /* The recorder's own log names the default and the upgrade before it: nothing more is needed. */
      if (g_str_equal (seen->what, "default-logged"))
        return PALIER_DEFAULT_SEEN;
      if (g_str_equal (seen->what, "default-accepted"))
        return PALIER_DEFAULT_ACCEPTED;
    }
  if (so_far == PALIER_DEFAULT_ACCEPTED && g_str_equal (seen->what, "inactive"))
    return PALIER_DEFAULT_INACTIVE;
  return after_word (so_far, seen->what);
}

PalierDefaultEvidence
palier_evidence_of_default (GPtrArray *observations, PalierCatalogue *catalogue, const char *model)
{
  PalierDefaultEvidence evidence = PALIER_DEFAULT_NONE;

  for (guint i = 0; i < observations->len; i++)
    evidence = after (evidence, observations->pdata[i], catalogue, model);
  return evidence;
}

gboolean
palier_evidence_of_change (GPtrArray *observations)
{
  return palier_evidence_get_date (observations, "sent", NULL)
         || palier_evidence_get_date (observations, "sending", NULL)
         || palier_evidence_get_date (observations, "defaulting", NULL)
         || palier_evidence_get_date (observations, "default-declared", NULL);
}

int
palier_evidence_get_place (GPtrArray *observations, const char *what, const char *detail)
{
  for (int i = (int) observations->len - 1; i >= 0; i--)
    {
      const PalierObservation *seen = observations->pdata[i];

      if (g_str_equal (seen->what, what) && (!detail || g_str_equal (seen->detail, detail)))
        return i;
    }
  return -1;
}

const char *
palier_evidence_get_date (GPtrArray *observations, const char *what, const char *detail)
{
  int place = palier_evidence_get_place (observations, what, detail);

  return place >= 0 ? ((const PalierObservation *) observations->pdata[place])->date : NULL;
}
