/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/plan.h"
#include "procedure/terms.h"
#include "shipped.h"

#include <string.h>

/* A route: "V3.4.92" a landing, "D" a full default before the next one, "R" repair advised,
 * "custom" the kind. */
static const struct
{
  const char *sentence;
  const char *model, *firmware;
  const char *route;
  const char *gates;
} rows[] = {
  /* the table of cases */
  { "below the first landing", "DS-7716NI-I4", "V3.4.70 build 160910", "V3.4.92 D V4.50.00 R",
    "P1:forbidden P2:strong P5:strong P6:advised P14:required" },
  { "at the first landing", "DS-7716NI-I4", "V3.4.92 build 170518", "D V4.50.00 R",
    "P2:strong P5:strong P6:advised P14:required" },
  { "at its numbers, with an earlier build", "DS-7716NI-I4", "V3.4.92 build 160901",
    "V3.4.92 D V4.50.00 R", "P1:forbidden P2:strong P5:strong P6:advised P14:required" },
  { "at its numbers, without a build", "DS-7716NI-I4", "V3.4.92", "refused", "P15:forbidden" },
  { "at a V4", "DS-7716NI-I4/16P", "V4.1.64 build 190119", "V4.50.00 R",
    "P5:advised P6:advised P14:required" },
  { "at the one V4 that needs no repair", "DS-7608NI-I2/8P", "V4.22.005 build 191208", "V4.50.00",
    "P5:advised P14:required" },
  { "at the last landing", "DS-9632NI-I8", "V4.50.00 build 210802", "nothing", "" },
  { "above it", "DS-7716NI-I4", "V4.61.030 build 240123", "nothing", "" },
  { "the model with custom firmware", "iDS-9632NXI-I8/16S", "V4.1.20 build 180901",
    "V4.1.25 custom", "P5:advised P10:forbidden P14:required" },
  { "its sister", "iDS-9632NXI-I8/16S(B)", "V4.1.31 build 181028", "refused", "P11:forbidden" },
  { "the K-series", "DS-7616NI-K2", "V3.4.101 build 180904", "refused", "P11:forbidden" },
  { "in the gap of the source", "DS-7716NI-I4", "V3.4.97 build 180101", "D V4.50.00 R",
    "P5:strong P6:advised P12:strong P14:required" },
  { "a version that cannot be read", "DS-7716NI-I4", "unreadable", "refused", "P15:forbidden" },
  { "no version", "DS-7716NI-I4", NULL, "refused", "P15:forbidden" },
  /* each boundary, either side */
  { "the day before the build", "DS-7716NI-I4", "V3.4.92 build 170517", "V3.4.92 D V4.50.00 R",
    "P1:forbidden P2:strong P5:strong P6:advised P14:required" },
  { "the day after the build", "DS-7716NI-I4", "V3.4.92 build 170519", "D V4.50.00 R",
    "P2:strong P5:strong P6:advised P14:required" },
  { "one version below, with a late build", "DS-7716NI-I4", "V3.4.91 build 991231",
    "V3.4.92 D V4.50.00 R", "P1:forbidden P2:strong P5:strong P6:advised P14:required" },
  { "one version below, without a build", "DS-7716NI-I4", "V3.4.91", "V3.4.92 D V4.50.00 R",
    "P1:forbidden P2:strong P5:strong P6:advised P14:required" },
  { "one version above: the gap begins", "DS-7716NI-I4", "V3.4.93 build 150101", "D V4.50.00 R",
    "P5:strong P6:advised P12:strong P14:required" },
  { "the gap needs no build", "DS-7716NI-I4", "V3.4.93", "D V4.50.00 R",
    "P5:strong P6:advised P12:strong P14:required" },
  { "the gap ends", "DS-7716NI-I4", "V3.99.99 build 180101", "D V4.50.00 R",
    "P5:strong P6:advised P12:strong P14:required" },
  { "the first V4 of all", "DS-7716NI-I4", "V4.0.0 build 170101", "V4.50.00 R",
    "P5:advised P6:advised P14:required" },
  { "below the one that needs no repair", "DS-7716NI-I4", "V4.22.004 build 191207", "V4.50.00 R",
    "P5:advised P6:advised P14:required" },
  { "above the one that needs no repair", "DS-7716NI-I4", "V4.22.006 build 191209", "V4.50.00 R",
    "P5:advised P6:advised P14:required" },
  { "the one that needs no repair, without a build", "DS-7716NI-I4", "V4.22.005", "V4.50.00",
    "P5:advised P14:required" },
  { "just below the last landing", "DS-7716NI-I4", "V4.49.999 build 210801", "V4.50.00 R",
    "P5:advised P6:advised P14:required" },
  { "the last landing without a build", "DS-7716NI-I4", "V4.50.00", "nothing", "" },
  { "just above the last landing", "DS-7716NI-I4", "V4.50.001 build 150101", "nothing", "" },
  { "a fifth generation", "DS-7716NI-I4", "V5.03.020 build 240904", "nothing", "" },
  { "an ancient one", "DS-7716NI-I4", "V2.3.1 build 120101", "V3.4.92 D V4.50.00 R",
    "P1:forbidden P2:strong P5:strong P6:advised P14:required" },
  { "the custom firmware is there already", "iDS-9632NXI-I8/16S", "V4.1.25 build 181028", "nothing",
    "P10:forbidden" },
  { "a standard V4.50.00 on the custom model", "iDS-9632NXI-I8/16S", "V4.50.00 build 210802",
    "nothing", "P10:forbidden" },
  { "the custom model below V3.4.92", "iDS-9632NXI-I8/16S", "V3.4.70 build 160910", "refused",
    "P1:forbidden" },
  { "the custom model at V3.4.92", "iDS-9632NXI-I8/16S", "V3.4.92 build 170518", "D V4.1.25 custom",
    "P2:strong P5:strong P10:forbidden P14:required" },
  { "the custom model at V3.4.92 without a build", "iDS-9632NXI-I8/16S", "V3.4.92", "refused",
    "P15:forbidden" },
  { "an unlisted model at a version that cannot be read", "DS-7616NI-K2", "?", "refused",
    "P11:forbidden" },
  { "no model", NULL, "V3.4.70 build 160910", "refused", "P11:forbidden" },
  { "a hostile model", "DS-7716NI-I4\n", "V3.4.70 build 160910", "refused", "P11:forbidden" },
  { "a hostile version", "DS-7716NI-I4", "V3.4.92 build 170518; V4.50.00", "refused",
    "P15:forbidden" },
};

static char *
dup_route (const PalierPlan *plan)
{
  GString *route = g_string_new (NULL);

  if (plan->verdict != PALIER_VERDICT_CLIMB)
    g_string_append (route, plan->verdict == PALIER_VERDICT_NOTHING ? "nothing " : "refused ");
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

      g_string_append_printf (route, "%s%s %s", landing->default_before ? "D " : "",
                              landing->version.spelling,
                              landing->package == PALIER_PACKAGE_CUSTOM ? "custom " : "");
    }
  g_string_append (route, plan->repair_advised ? "R" : "");
  return g_strchomp (g_string_free (route, FALSE));
}

static char *
dup_gates (const PalierPlan *plan)
{
  GString *gates = g_string_new (NULL);

  for (guint i = 0; i < plan->gates->len; i++)
    {
      const PalierPlanGate *gate = &g_array_index (plan->gates, PalierPlanGate, i);

      g_string_append_printf (gates, "%s:%s ", gate->rule->id, palier_level_get_nick (gate->level));
      g_assert_true (palier_plan_find_gate (plan, gate->rule->id) == gate);
    }
  return g_strchomp (g_string_free (gates, FALSE));
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PalierPlan) plan
          = palier_plan_new (palier_catalogue_get_shipped (), rows[i].model, rows[i].firmware);
      g_autofree char *route = dup_route (plan);
      g_autofree char *gates = dup_gates (plan);
      const PalierPlanGate *refusal = palier_plan_get_refusal (plan);

      g_test_message ("%s", rows[i].sentence);
      g_assert_cmpstr (route, ==, rows[i].route);
      g_assert_cmpstr (gates, ==, rows[i].gates);
      g_assert_cmpstr (plan->model, ==, rows[i].model ? rows[i].model : "");
      g_assert_true ((refusal != NULL) == (plan->verdict == PALIER_VERDICT_REFUSED));
    }
}

static void
test_from (void)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  g_autoptr (PalierPlan) refused
      = palier_plan_new (catalogue, "DS-7616NI-K2", "V3.4.101 build 180904");
  g_autoptr (PalierPlan) unreadable = palier_plan_new (catalogue, "DS-7716NI-I4", "unreadable");
  g_autoptr (PalierPlan) gap = palier_plan_new (catalogue, "DS-7716NI-I4", "V3.4.97 build 180101");

  g_assert_true (refused->from_known);
  g_assert_null (refused->family);
  g_assert_cmpstr (refused->from.spelling, ==, "V3.4.101");
  g_assert_false (unreadable->from_known);
  g_assert_nonnull (unreadable->family);
  g_assert_true (palier_plan_has_default (gap));
  g_assert_false (palier_plan_has_default (refused));
  g_assert_null (palier_plan_find_gate (gap, "P2"));
}

/* A change of the catalogue alone changes the route: no landing is known to the code. */
static const struct
{
  const char *sentence;
  const char *find, *replace;
  const char *firmware;
  const char *route;
} flips[] = {
  { "another build of the first landing", "V3.4.92 build 170518\",\n          \"package\"",
    "V3.4.92 build 180518\",\n          \"package\"", "V3.4.92 build 170601",
    "V3.4.92 D V4.50.00 R" },
  { "no start asked either", "\"lowest_from\": \"V3.4.92 build 170518\"", "\"lowest_from\": null",
    "V3.4.70 build 160910", "V3.4.92 D V4.50.00 R" },
  { "no default asked", "\"default_before\": true,\n          \"default_unless_from\": \"V4.0\"",
    "\"default_before\": false,\n          \"default_unless_from\": null", "V3.4.92 build 170518",
    "V4.50.00 R" },
  { "a default asked further up", "\"default_unless_from\": \"V4.0\"",
    "\"default_unless_from\": \"V4.2\"", "V4.1.64 build 190119", "D V4.50.00 R" },
  { "a default asked always", "\"default_unless_from\": \"V4.0\"", "\"default_unless_from\": null",
    "V4.1.64 build 190119", "D V4.50.00 R" },
  { "repair without an exception", "\"unless_from\": \"V4.22.005\"", "\"unless_from\": null",
    "V4.22.005 build 191208", "V4.50.00 R" },
  { "another exception", "\"unless_from\": \"V4.22.005\"", "\"unless_from\": \"V4.1.64\"",
    "V4.1.64 build 190119", "V4.50.00" },
  { "no repair at all", "\"advised\": true", "\"advised\": false", "V4.1.64 build 190119",
    "V4.50.00" },
  { "another last landing", "\"version\": \"V4.50.00\"", "\"version\": \"V4.61.030\"",
    "V4.50.00 build 210802", "V4.61.030 R" },
  { "a last landing with a build", "\"version\": \"V4.50.00\"",
    "\"version\": \"V4.50.00 build 210802\"", "V4.50.00", "refused" },
};

static void
test_flips (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (flips); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PalierCatalogue) catalogue
          = shipped_new_with (flips[i].find, flips[i].replace, &error);
      g_autoptr (PalierPlan) plan = NULL;
      g_autofree char *route = NULL;

      g_test_message ("%s", flips[i].sentence);
      g_assert_no_error (error);
      plan = palier_plan_new (catalogue, "DS-7716NI-I4", flips[i].firmware);
      route = dup_route (plan);
      g_assert_cmpstr (route, ==, flips[i].route);
    }
}

static void
test_terms (void)
{
  g_autofree char *hash = palier_terms_dup_hash ();
  g_autofree char *again = palier_terms_dup_hash ();

  g_assert_cmpuint (strlen (hash), ==, 64);
  g_assert_cmpstr (hash, ==, again);
  g_assert_nonnull (strstr (palier_terms_get_summary (), "manufacturer"));
  for (guint i = 0; i < PALIER_N_TERMS; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (palier_terms_get ((PalierTerm) i), !=, palier_terms_get ((PalierTerm) j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/every case and every boundary", test_rows);
  g_test_add_func ("/plan/where it starts from", test_from);
  g_test_add_func ("/plan/the catalogue decides", test_flips);
  g_test_add_func ("/terms/three separate agreements and their hash", test_terms);
  return g_test_run ();
}
