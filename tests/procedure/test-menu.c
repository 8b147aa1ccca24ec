/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/menu.h"

#include "base/error.h"

#include <gio/gio.h>
#include <string.h>

#define SHIPPED "/io/github/palier/Palier/procedure/menus.json"

typedef struct
{
  const char *sentence;
  const char *firmware;
  PalierAct act;
  const char *english; /* NULL: that firmware has no such menu */
  const char *french;
  PalierSureness sure; /* of the English words */
  gboolean shows_passwords;
} Path;

static const Path paths[] = {
  { "V3.4 exports where its manual says", "V3.4.92 build 170518", PALIER_ACT_EXPORT,
    "Menu › Maintenance › Import/Export › Export", "Menu › Maintenance › Importer/Exporter › Exporter",
    PALIER_SURE_MANUAL, FALSE },
  { "the full default of V3.4 is Factory Defaults, not Restore Defaults", "V3.4.92 build 170518", PALIER_ACT_DEFAULT,
    "Menu › Maintenance › Default › Factory Defaults", "Menu › Maintenance › Par défaut › Paramètres d’usine",
    PALIER_SURE_MANUAL, FALSE },
  { "the camera list of V3.4 holds passwords", "V3.4.70 build 160910", PALIER_ACT_EXPORT_CAMERAS,
    "Menu › Camera › IP Camera Import/Export", "Menu › Caméra › Importer/Exporter caméra IP", PALIER_SURE_MANUAL, TRUE },
  { "V3.4 has no database repair in its menu", "V3.4.92 build 170518", PALIER_ACT_REPAIR, NULL, NULL, 0, FALSE },
  { "V4 repairs under Storage, and no manual says so", "V4.50.00 build 210802", PALIER_ACT_REPAIR,
    "Storage › Storage Device › Repair Database",
    "Stockage › Périphérique de stockage › Réparer la base de données", PALIER_SURE_UNSURE, FALSE },
  { "what comes after V4.50 is taken for V4", "V4.61.030 build 240123", PALIER_ACT_UPGRADE,
    "Maintenance › Upgrade › Local Upgrade", "Maintenance › Mise à niveau › Mise à niveau locale", PALIER_SURE_UNSURE,
    FALSE },
  { "a restart is seen, and stands in no menu", "V4.50.00 build 210802", PALIER_ACT_SEE_RESTART, NULL, NULL, 0, FALSE },
  { "nothing is known before V3", "V2.3.4 build 140101", PALIER_ACT_UPGRADE, NULL, NULL, 0, FALSE },
};

static void
test_path (gconstpointer data)
{
  const Path *row = data;
  PalierVersion version;
  const PalierMenuPath *path;
  g_autofree char *english = NULL;
  g_autofree char *french = NULL;

  g_assert_true (palier_version_parse (row->firmware, &version, NULL));
  path = palier_menu_find (&version, row->act);
  g_assert_true ((path == NULL) == (row->english == NULL));
  if (path == NULL)
    return;
  english = palier_menu_path_to_string (path, PALIER_MENU_ENGLISH);
  french = palier_menu_path_to_string (path, PALIER_MENU_FRENCH);
  g_assert_cmpstr (english, ==, row->english);
  g_assert_cmpstr (french, ==, row->french);
  g_assert_cmpint (path->sure[PALIER_MENU_ENGLISH], ==, row->sure);
  /* No official French manual was found: its words are never surer than our translation. */
  g_assert_cmpint (path->sure[PALIER_MENU_FRENCH], >=, PALIER_SURE_LIKELY);
  g_assert_true (path->shows_passwords == row->shows_passwords);
}

typedef struct
{
  const char *sentence;
  const char *from, *to; /* replaced in the shipped file */
  const char *place;     /* that the error names */
} Slip;

static const Slip slips[] = {
  { "an act that nobody knows is refused", "\"full-default\"", "\"half-default\"", "menus[0].acts[5]" },
  { "an act that the route needs is missed", "\"act\": \"upgrade\"", "\"act\": \"repair-database\"", "menus[0]: upgrade" },
  { "an act that is there twice is refused", "\"act\": \"import-configuration\"", "\"act\": \"export-configuration\"",
    "menus[0]: export-configuration is there twice" },
  { "how sure it is must be said", "\"en_sure\": \"manual\"", "\"en_sure\": \"very\"", "en_sure" },
  { "an entry without words is refused", "\"Import/Export\", ", "\"\", ", "menus[0].acts[1]: en[2]" },
  { "a path is not empty", "[\"Activation\"]", "[]", "en is empty" },
  { "menus come in their order", "\"from\": \"V4.0\"", "\"from\": \"V2.0\"", "menus[1]" },
  { "a member of another name is refused", "\"shows_passwords\"", "\"shows_password\"", "shows_password" },
  { "another format is refused", "\"format\": 1", "\"format\": 2", "format" },
  { "a date is a date", "2026-11-24", "yesterday", "changed" },
};

static char *
dup_shipped (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (SHIPPED, 0, NULL);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_slip (gconstpointer data)
{
  const Slip *row = data;
  g_autofree char *shipped = dup_shipped ();
  const char *at = strstr (shipped, row->from);
  g_autofree char *head = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_menus_check (shipped, -1, NULL));
  g_assert_nonnull (at);
  head = g_strndup (shipped, (gsize) (at - shipped));
  json = g_strconcat (head, row->to, at + strlen (row->from), NULL);
  g_assert_false (palier_menus_check (json, -1, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
  g_assert_nonnull (strstr (palier_error_get_detail (error), row->place));
}

static void
test_lines (void)
{
  PalierVersion version = { { 4, 50, 0 }, 0, "V4.50.00" };
  g_autofree char *lines = palier_menu_dup_lines (&version, PALIER_ACT_REPAIR);

  /* Tests speak no French: English comes first. */
  g_assert_cmpstr (lines, ==, "Storage › Storage Device › Repair Database\n"
                              "Stockage › Périphérique de stockage › Réparer la base de données");
  g_assert_null (palier_menu_dup_lines (&version, PALIER_ACT_SEE_RESTART));
}

int
main (int argc, char **argv)
{
  PalierVersion any = { { 4, 0, 0 }, 0, "V4.0" };

  g_test_init (&argc, &argv, NULL);
  palier_menu_find (&any, PALIER_ACT_LOG); /* registers the resource */
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *name = g_strdup_printf ("/menu/%s", paths[i].sentence);

      g_test_add_data_func (name, &paths[i], test_path);
    }
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *name = g_strdup_printf ("/menu/file/%s", slips[i].sentence);

      g_test_add_data_func (name, &slips[i], test_slip);
    }
  g_test_add_func ("/menu/both languages, the program’s first", test_lines);
  return g_test_run ();
}
