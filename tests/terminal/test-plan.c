/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include <string.h>

#define TO_V3 "{\"version\":\"V3.4.92\",\"default_before\":false,\"package\":\"standard\"}"
#define TO_V4 "{\"version\":\"V4.50.00\",\"default_before\":false,\"package\":\"standard\"}"
#define DEFAULT_TO_V4 "{\"version\":\"V4.50.00\",\"default_before\":true,\"package\":\"standard\"}"
#define TO_CUSTOM "{\"version\":\"V4.1.25\",\"default_before\":false,\"package\":\"custom\"}"
#define FROM(version, build) "{\"version\":\"" version "\",\"build\":\"" build "\"}"

typedef struct
{
  const char *says;
  const char *model;
  const char *firmware;
  int status;
  const char *verdict;
  const char *from;
  const char *landings;
  const char *repair;
  const char *gates; /* "id level" with commas between */
} PlanRow;

static const PlanRow plans[] = {
  { "V3.4.70 climbs both landings, with the default between them", "DS-7716NI-I4",
    "V3.4.70 build 160910", 0, "climb", FROM ("V3.4.70", "160910"), "[" TO_V3 "," DEFAULT_TO_V4 "]",
    "advised", "P1 forbidden, P2 strong, P5 strong, P6 advised, P14 required" },
  { "V3.4.92 is defaulted, then goes straight to V4.50.00", "DS-7716NI-I4", "V3.4.92 build 170518",
    0, "climb", FROM ("V3.4.92", "170518"), "[" DEFAULT_TO_V4 "]", "advised",
    "P2 strong, P5 strong, P6 advised, P14 required" },
  { "an older build of V3.4.92 is below the landing", "DS-7716NI-I4", "V3.4.92 build 160901", 0,
    "climb", FROM ("V3.4.92", "160901"), "[" TO_V3 "," DEFAULT_TO_V4 "]", "advised",
    "P1 forbidden, P2 strong, P5 strong, P6 advised, P14 required" },
  { "the day before the landing's build is below it too", "DS-7716NI-I4", "V3.4.92 build 170517", 0,
    "climb", FROM ("V3.4.92", "170517"), "[" TO_V3 "," DEFAULT_TO_V4 "]", "advised",
    "P1 forbidden, P2 strong, P5 strong, P6 advised, P14 required" },
  { "V3.4.92 without its build decides nothing", "DS-7716NI-I4", "V3.4.92", 3, "refused",
    "{\"version\":\"V3.4.92\",\"build\":null}", "[]", "none", "P15 forbidden" },
  { "V4.1.64 goes straight up, without a default", "DS-7716NI-I4/16P", "V4.1.64 build 190119", 0,
    "climb", FROM ("V4.1.64", "190119"), "[" TO_V4 "]", "advised",
    "P5 advised, P6 advised, P14 required" },
  { "V4.22.005 needs no repair", "DS-7608NI-I2/8P", "V4.22.005 build 191208", 0, "climb",
    FROM ("V4.22.005", "191208"), "[" TO_V4 "]", "none", "P5 advised, P14 required" },
  { "V4.50.00 has nothing to climb", "DS-9632NI-I8", "V4.50.00 build 210802", 0, "nothing",
    FROM ("V4.50.00", "210802"), "[]", "none", "" },
  { "neither has what is above V4.50.00", "DS-7716NI-I4", "V4.61.030 build 240123", 0, "nothing",
    FROM ("V4.61.030", "240123"), "[]", "none", "" },
  { "the custom model gets the custom firmware alone", "iDS-9632NXI-I8/16S", "V4.1.20 build 180901",
    0, "climb", FROM ("V4.1.20", "180901"), "[" TO_CUSTOM "]", "none",
    "P5 advised, P10 forbidden, P14 required" },
  { "its (B) sister is another product", "iDS-9632NXI-I8/16S(B)", "V4.1.31 build 181028", 3,
    "refused", FROM ("V4.1.31", "181028"), "[]", "none", "P11 forbidden" },
  { "the K series is not in the catalogue", "DS-7616NI-K2", "V3.4.101 build 180904", 3, "refused",
    FROM ("V3.4.101", "180904"), "[]", "none", "P11 forbidden" },
  { "between V3.4.92 and V4.0 the page is silent", "DS-7716NI-I4", "V3.4.97 build 180101", 0,
    "climb", FROM ("V3.4.97", "180101"), "[" DEFAULT_TO_V4 "]", "advised",
    "P5 strong, P6 advised, P12 strong, P14 required" },
  { "what cannot be read is refused", "DS-7716NI-I4", "unreadable", 3, "refused",
    "{\"version\":null,\"build\":null}", "[]", "none", "P15 forbidden" },
};

static char *
dup_gates (JsonNode *plan)
{
  JsonArray *gates = json_object_get_array_member (json_node_get_object (plan), "gates");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (gates); i++)
    {
      JsonObject *gate = json_array_get_object_element (gates, i);
      g_autofree char *names = json_names (json_array_get_element (gates, i), "");

      g_assert_cmpstr (names, ==, "id,level,reason,source");
      g_assert_cmpuint (strlen (json_object_get_string_member (gate, "reason")), >, 20);
      g_assert_cmpuint (strlen (json_object_get_string_member (gate, "source")), >, 10);
      g_string_append_printf (text, "%s%s %s", i ? ", " : "",
                              json_object_get_string_member (gate, "id"),
                              json_object_get_string_member (gate, "level"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_plan (gconstpointer data)
{
  const PlanRow *row = data;
  g_autoptr (Ran) ran = spawn ("plan", "--model", row->model, "--firmware", row->firmware,
                               "--format", "json", NULL);
  g_autoptr (JsonNode) plan = ran_get_json (ran);
  g_autofree char *names = json_names (plan, "");
  g_autofree char *gates = dup_gates (plan);
  g_autofree char *verdict = g_strdup_printf ("\"%s\"", row->verdict);
  g_autofree char *repair = g_strdup_printf ("\"%s\"", row->repair);
  g_autofree char *model = g_strdup_printf ("\"%s\"", row->model);

  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_cmpstr (names, ==, "verdict,model,from,landings,repair,gates");
  assert_json_at (plan, "verdict", verdict);
  assert_json_at (plan, "model", model);
  assert_json_at (plan, "from", row->from);
  assert_json_at (plan, "landings", row->landings);
  assert_json_at (plan, "repair", repair);
  g_assert_cmpstr (gates, ==, row->gates);
}

/* A person reads the same: every gate is named, and the status is the same. */
static void
test_plan_in_prose (gconstpointer data)
{
  const PlanRow *row = data;
  g_autoptr (Ran) ran = spawn ("plan", "--model", row->model, "--firmware", row->firmware, NULL);
  g_auto (GStrv) gates = g_strsplit (row->gates, ", ", -1);

  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_nonnull (strstr (ran->out, row->model));
  for (guint i = 0; gates[i]; i++)
    {
      g_autofree char *head
          = g_strdup_printf ("  %.*s · ", (int) strcspn (gates[i], " "), gates[i]);

      g_assert_nonnull (strstr (ran->out, head));
    }
}

static void
test_catalogue (void)
{
  g_autoptr (Ran) ran = spawn ("catalogue", "--format", "json", NULL);
  g_autoptr (JsonNode) catalogue = ran_get_json (ran);
  JsonArray *rules
      = json_object_get_array_member (json_node_get_object (catalogue), "rules");

  g_assert_cmpint (ran->status, ==, 0);
  assert_json_at (catalogue, "families.0.landings.0.version", "\"V3.4.92 build 170518\"");
  assert_json_at (catalogue, "families.0.landings.1.version", "\"V4.50.00\"");
  assert_json_at (catalogue, "families.0.landings.1.default_before", "true");
  assert_json_at (catalogue, "page.date", "\"2021-02-02\"");
  g_assert_cmpuint (json_array_get_length (rules), ==, 17);
  for (guint i = 0; i < 17; i++)
    {
      JsonObject *rule = json_array_get_object_element (rules, i);
      g_autofree char *id = g_strdup_printf ("P%u", i + 1);

      g_assert_cmpstr (json_object_get_string_member (rule, "id"), ==, id);
      g_assert_cmpuint (strlen (json_object_get_string_member (rule, "source")), >, 10);
    }
}

static void
test_catalogue_in_prose (void)
{
  static const char *const words[]
      = { "DS-7716NI-I4", "iDS-9632NXI-I8/16S", "V3.4.92", "V4.50.00", "V4.1.25, custom", "P17 · ",
          "Source: ",     "2021-02-02" };
  g_autoptr (Ran) ran = spawn ("catalogue", NULL);

  g_assert_cmpint (ran->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_nonnull (strstr (ran->out, words[i]));
}

/* What the catalogue lists, the plan knows: no model is listed and then refused. */
static void
test_every_listed_model (void)
{
  g_autoptr (Ran) ran = spawn ("catalogue", "--format", "json", NULL);
  g_autoptr (JsonNode) catalogue = ran_get_json (ran);

  for (guint family = 0, i = 0;; i++)
    {
      g_autofree char *path = g_strdup_printf ("families.%u.models.%u", family, i);
      g_autofree char *quoted = json_at (catalogue, path);
      g_autofree char *model = quoted ? g_strndup (quoted + 1, strlen (quoted) - 2) : NULL;
      g_autoptr (Ran) planned = NULL;

      if (!model && i == 0)
        break;
      if (!model)
        {
          family++;
          i = G_MAXUINT;
          continue;
        }
      planned = spawn ("plan", "--model", model, "--firmware", "V4.1.20 build 180901", NULL);
      g_assert_cmpint (planned->status, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      g_autofree char *json = g_strdup_printf ("/terminal/plan/json/%s", plans[i].says);
      g_autofree char *prose = g_strdup_printf ("/terminal/plan/prose/%s", plans[i].says);

      g_test_add_data_func (json, &plans[i], test_plan);
      g_test_add_data_func (prose, &plans[i], test_plan_in_prose);
    }
  g_test_add_func ("/terminal/catalogue/it tells families, landings and rules", test_catalogue);
  g_test_add_func ("/terminal/catalogue/so does its prose", test_catalogue_in_prose);
  g_test_add_func ("/terminal/catalogue/every listed model has a plan", test_every_listed_model);
  return spawn_run_tests ();
}
