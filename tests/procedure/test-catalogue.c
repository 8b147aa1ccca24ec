/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "procedure/rule.h"
#include "shipped.h"

#include <string.h>

/* One change to the shipped catalogue, and the place that the error must name. */
static const struct
{
  const char *sentence;
  const char *find, *replace;
  const char *place;
} faults[] = {
  { "a landing’s version is none", "\"version\": \"V4.50.00\"", "\"version\": \"4.50\"",
    "families[0].landings[1].version: " },
  { "a landing’s version is a number", "\"version\": \"V4.50.00\"", "\"version\": 4.5",
    "families[0].landings[1].version: " },
  { "a landing’s version is empty", "\"version\": \"V4.50.00\"", "\"version\": \"\"",
    "families[0].landings[1].version: " },
  { "a landing without a package kind", "\"package\": \"standard\",", "",
    "families[0].landings[0].package: missing" },
  { "a package kind that is none", "\"package\": \"custom\"", "\"package\": \"special\"",
    "families[1].landings[0].package: " },
  { "a boolean that is a text", "\"default_before\": true", "\"default_before\": \"yes\"",
    "families[0].landings[1].default_before: " },
  { "a boolean that is null", "\"default_before\": true", "\"default_before\": null",
    "families[0].landings[1].default_before: " },
  { "an unknown member at the top", "\"format\": 1,", "\"format\": 1, \"extra\": 1,",
    "extra: unknown" },
  { "an unknown member of a landing", "\"default_before\": false,",
    "\"default_before\": false, \"defualt\": true,", "families[0].landings[0].defualt: unknown" },
  { "an unknown member of the page", "\"date\": \"2021-02-02\"",
    "\"date\": \"2021-02-02\", \"url\": \"x\"", "page.url: unknown" },
  { "a member that is there twice", "\"only_listed\": false,",
    "\"only_listed\": false, \"only_listed\": true,", "families[0].only_listed: is there twice" },
  { "a landing’s member that is there twice", "\"default_before\": true,",
    "\"default_before\": true, \"default_before\": false,",
    "families[0].landings[1].default_before: is there twice" },
  { "a whole list that is there twice", "\"repair_requests\": []",
    "\"repair_requests\": [], \"repair_requests\": []", "repair_requests: is there twice" },
  { "a missing date", "\"changed\": \"2026-11-24\",", "", "changed: missing" },
  { "a date that is none", "\"2021-02-02\"", "\"2021-02-30\"", "page.date: " },
  { "a date in another order", "\"2021-02-02\"", "\"02/02/2021\"", "page.date: " },
  { "another format", "\"format\": 1", "\"format\": 2", "format: must be 1" },
  { "a format that is a text", "\"format\": 1", "\"format\": \"1\"", "format: " },
  { "a model listed twice in one family", "\"DS-7616NI-I2\"", "\"DS-7608NI-I2\"",
    "families[0].models[2]: " },
  { "a model listed in two families", "\"models\": [ \"iDS-9632NXI-I8/16S\" ]",
    "\"models\": [ \"DS-7716NI-I4\" ]", "families[1].models[0]: " },
  { "a model that is a number", "\"DS-7616NI-I2\"", "7616", "families[0].models[2]: " },
  { "a model that is empty", "\"DS-7616NI-I2\"", "\"\"", "families[0].models[2]: " },
  { "a model that is a list", "\"DS-7616NI-I2\"", "[\"DS-7616NI-I2\"]", "families[0].models[2]: " },
  { "no models", "\"models\": [ \"iDS-9632NXI-I8/16S\" ]", "\"models\": []",
    "families[1]: must list a model" },
  { "a family’s id used twice", "\"id\": \"ids-custom\"", "\"id\": \"i-series\"", "families[1]: " },
  { "landings in the wrong order", "\"version\": \"V4.50.00\"", "\"version\": \"V3.4.0\"",
    "families[0].landings[1]: " },
  { "a start above its own landing", "\"lowest_from\": \"V3.4.92 build 170518\"",
    "\"lowest_from\": \"V4.60.00\"", "families[0].landings[1]: lowest_from" },
  { "a landing that the one below does not reach", "\"lowest_from\": \"V3.4.92 build 170518\"",
    "\"lowest_from\": \"V3.4.92 build 170519\"", "families[0].landings[1]: lowest_from" },
  { "a landing whose build below is not given", "V3.4.92 build 170518\",\n          \"package\"",
    "V3.4.92\",\n          \"package\"", "families[0].landings[1]: lowest_from" },
  { "an end to a default that is not asked", "\"default_before\": true",
    "\"default_before\": false", "families[0].landings[1]: default_unless_from" },
  { "a hash in capitals", "\"sha256\": null", "\"sha256\": \"AB\"",
    "families[0].packages[0]: sha256" },
  { "a package listed twice", "NVR_K51_BL_ML_STD_V4.21.008_190625",
    "NVR_K51_BL_ML_STD_V4.21.005_190509", "families[0].packages[2]: " },
  { "a package that is listed and foreign", "NVR_K51_BL_ML_STD_V3.4.101_180904",
    "NVR_K51_BL_ML_STD_V4.1.64_190119", "foreign_packages[0]: " },
  { "a family of listed packages without one",
    "\"packages\": [\n        { \"name\": \"NVR_K51_V20_S_BL_ML_STD_V4.1.25_181028\", \"sha256\": "
    "null, "
    "\"version\": \"V4.1.25 build 181028\" }\n      ]",
    "\"packages\": []", "families[1]: must list a package" },
  { "a repair request of no family", "\"repair_requests\": []",
    "\"repair_requests\": [{\"family\": \"x\", \"version\": \"V4.50.00\", \"method\": \"PUT\", "
    "\"path\": \"/ISAPI/a\"}]",
    "repair_requests[0]: " },
  { "a repair request that goes elsewhere", "\"repair_requests\": []",
    "\"repair_requests\": [{\"family\": \"i-series\", \"version\": \"V4.50.00\", \"method\": "
    "\"PUT\", \"path\": \"/x\"}]",
    "repair_requests[0]: path" },
  { "a list that is an object", "\"repair_requests\": []", "\"repair_requests\": {}",
    "repair_requests: must be a list" },
  { "an object that is a list", "\"repair\": { \"advised\": false, \"unless_from\": null }",
    "\"repair\": []", "families[1].repair: must be an object" },
  { "a text that is no JSON", "\"format\": 1,", "\"format\": 1", "catalogue: " },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PalierCatalogue) catalogue
          = shipped_new_with (faults[i].find, faults[i].replace, &error);

      g_test_message ("%s", faults[i].sentence);
      g_assert_null (catalogue);
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
      if (!g_str_has_prefix (palier_error_get_detail (error), faults[i].place))
        g_error ("%s: “%s” instead of “%s”", faults[i].sentence, palier_error_get_detail (error),
                 faults[i].place);
    }
}

static void
test_hostile (void)
{
  static const char *const texts[]
      = { "", " ", "null", "[]", "{}", "1", "\"a\"", "{\"format\": 1", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s” is no catalogue", texts[i]);
      g_assert_null (palier_catalogue_new_from_data (texts[i], -1, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
    }
}

static const struct
{
  const char *sentence;
  const char *model;
  const char *family;
} models[] = {
  { "the page’s own example", "DS-7716NI-I4", "i-series" },
  { "with sixteen ports", "DS-7716NI-I4/16P", "i-series" },
  { "the second hardware", "DS-7716NI-I4/16P(B)", "i-series" },
  { "the largest", "DS-9664NI-I16", "i-series" },
  { "the one with custom firmware", "iDS-9632NXI-I8/16S", "ids-custom" },
  { "its sister is another product", "iDS-9632NXI-I8/16S(B)", NULL },
  { "its beginning is no model", "iDS-9632NXI-I8", NULL },
  { "a beginning is no model", "DS-7716NI", NULL },
  { "something after it", "DS-7716NI-I4/16P/X", NULL },
  { "another case of letters", "ds-7716ni-i4", NULL },
  { "a blank behind it", "DS-7716NI-I4 ", NULL },
  { "the K-series", "DS-7616NI-K2", NULL },
  { "the NXI-I-series", "DS-7608NXI-I2/8P/S", NULL },
  { "nothing", "", NULL },
  { "a null", NULL, NULL },
};

static void
test_models (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      const PalierFamily *family
          = palier_catalogue_find_family (palier_catalogue_get_shipped (), models[i].model);

      g_test_message ("%s", models[i].sentence);
      g_assert_cmpstr (family ? family->id : NULL, ==, models[i].family);
    }
}

static const struct
{
  const char *sentence;
  const char *name;
  const char *owner, *foreign;
} packages[] = {
  { "listed for the I-series", "NVR_K51_BL_ML_STD_V4.21.005_190509", "i-series", NULL },
  { "the custom one", "NVR_K51_V20_S_BL_ML_STD_V4.1.25_181028", "ids-custom", NULL },
  { "the same version for another machine", "NVR_K51_V20_FA_BL_ML_STD_V4.1.25_181028", NULL,
    "iDS NXI" },
  { "the same version for a third", "NVR_X50_V20_BL_ML_STD_V4.1.25_181028", NULL, "X50" },
  { "the K-series in the I-series’ spelling", "NVR_K51_BL_ML_STD_V3.4.101_180904", NULL, "NI-K" },
  { "the second generation", "NVR_K51_K81_S_BL_ML_STD_V4.1.31_181028", NULL, "iDS NXI (B)" },
  { "a listed name with something behind it", "NVR_K51_BL_ML_STD_V4.21.005_190509 (1)", NULL,
    NULL },
  { "an unknown one", "NVR_K51_BL_ML_STD_V4.50.00_210802", NULL, NULL },
  { "no name", NULL, NULL, NULL },
};

static void
test_packages (void)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (packages); i++)
    {
      const PalierFamily *owner = palier_catalogue_find_owner (catalogue, packages[i].name, NULL);

      g_test_message ("%s", packages[i].sentence);
      g_assert_cmpstr (owner ? owner->id : NULL, ==, packages[i].owner);
      g_assert_cmpstr (palier_catalogue_find_foreign (catalogue, packages[i].name), ==,
                       packages[i].foreign);
    }
}

/* Where the catalogue has a hash, a name alone opens nothing. */
static void
test_hash (void)
{
#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierCatalogue) catalogue
      = shipped_new_with ("\"sha256\": null", "\"sha256\": \"" HASH "\"", &error);
  const char *name = "NVR_K51_BL_ML_STD_V4.1.64_190119";

  g_assert_no_error (error);
  g_assert_nonnull (palier_catalogue_find_owner (catalogue, NULL, HASH));
  g_assert_nonnull (palier_catalogue_find_owner (catalogue, "renamed", HASH));
  g_assert_null (palier_catalogue_find_owner (catalogue, name, NULL));
  g_assert_null (palier_catalogue_find_owner (catalogue, name, "0" HASH));
}

static void
test_shipped (void)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  const PalierFamily *family = palier_catalogue_find_family (catalogue, "DS-7716NI-I4");
  PalierVersion top;

  g_assert_true (catalogue == palier_catalogue_get_shipped ());
  g_assert_cmpuint (g_strv_length ((char **) family->models), ==, 24);
  g_assert_cmpuint (palier_catalogue_get_n_families (catalogue), ==, 2);
  g_assert_cmpstr (palier_catalogue_get_page_date (catalogue), ==, "2021-02-02");
  g_assert_nonnull (palier_catalogue_get_page_title (catalogue));
  g_assert_nonnull (palier_catalogue_get_page_note (catalogue));
  g_assert_cmpstr (palier_catalogue_get_changed (catalogue), >=, "2026-11-24");
  g_assert_true (palier_version_parse ("V4.50.00", &top, NULL));
  g_assert_null (palier_catalogue_find_repair_request (catalogue, family, &top));
}

static void
test_repair_request (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierCatalogue) catalogue
      = shipped_new_with ("\"repair_requests\": []",
                          "\"repair_requests\": [{\"family\": \"i-series\", \"version\": "
                          "\"V4.50.00 build 210802\", \"method\": \"PUT\", "
                          "\"path\": \"/ISAPI/example\"}]",
                          &error);
  const PalierFamily *family, *other;
  PalierVersion same, later;

  g_assert_no_error (error);
  family = palier_catalogue_find_family (catalogue, "DS-7716NI-I4");
  other = palier_catalogue_find_family (catalogue, "iDS-9632NXI-I8/16S");
  g_assert_true (palier_version_parse ("V4.50.00 build 210802", &same, NULL));
  g_assert_true (palier_version_parse ("V4.50.00 build 210803", &later, NULL));
  g_assert_cmpstr (palier_catalogue_find_repair_request (catalogue, family, &same)->path, ==,
                   "/ISAPI/example");
  g_assert_null (palier_catalogue_find_repair_request (catalogue, family, &later));
  g_assert_null (palier_catalogue_find_repair_request (catalogue, other, &same));
}

/* The rules name the page by its date: the two must not drift apart. */
static void
test_rules (void)
{
  static const char *const forbidden[] = { "P1", "P9", "P10", "P11", "P15", "P16", "P17" };
  const char *date = palier_catalogue_get_page_date (palier_catalogue_get_shipped ());

  g_assert_cmpuint (palier_rule_get_n (), ==, 17);
  for (guint i = 0; i < palier_rule_get_n (); i++)
    {
      const PalierRule *rule = palier_rule_get (i);
      g_autofree char *id = g_strdup_printf ("P%u", i + 1);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (rule->id, ==, id);
      g_assert_true (palier_rule_find (id) == rule);
      g_assert_true (strstr (rule->source, date)
                     || g_str_has_prefix (rule->source, "Palier’s own caution"));
      palier_rule_set_error (rule, &error);
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_RULE);
      g_assert_cmpstr (palier_error_get_rule (error), ==, id);
      g_assert_cmpstr (palier_error_get_sentence (error), ==, rule->reason);
      g_assert_cmpstr (palier_error_get_remedy (error), ==, rule->remedy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    g_assert_cmpstr (palier_level_get_nick (palier_rule_find (forbidden[i])->level), ==,
                     "forbidden");
  g_assert_null (palier_rule_find ("P18"));
  g_assert_null (palier_rule_find (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/the shipped one says what it must", test_shipped);
  g_test_add_func ("/catalogue/an error names its place", test_faults);
  g_test_add_func ("/catalogue/what is no catalogue is refused", test_hostile);
  g_test_add_func ("/catalogue/models are matched whole", test_models);
  g_test_add_func ("/catalogue/packages are matched by their whole name", test_packages);
  g_test_add_func ("/catalogue/where there is a hash, it decides", test_hash);
  g_test_add_func ("/catalogue/a repair request is for one firmware of one family",
                   test_repair_request);
  g_test_add_func ("/rules/each has its words and its source", test_rules);
  return g_test_run ();
}
