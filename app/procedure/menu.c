/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/menu-private.h"

#include "procedure-resources.h"

#define SHIPPED "/io/github/palier/Palier/procedure/menus.json"
#define BETWEEN " › "

const char *
palier_act_get_nick (PalierAct act)
{
  static const char *const nicks[] = {
    [PALIER_ACT_NONE] = "none",
    [PALIER_ACT_READ_VERSION] = "read-version",
    [PALIER_ACT_EXPORT] = "export-configuration",
    [PALIER_ACT_IMPORT] = "import-configuration",
    [PALIER_ACT_EXPORT_CAMERAS] = "export-cameras",
    [PALIER_ACT_UPGRADE] = "upgrade",
    [PALIER_ACT_DEFAULT] = "full-default",
    [PALIER_ACT_ACTIVATE] = "activate",
    [PALIER_ACT_REPAIR] = "repair-database",
    [PALIER_ACT_LOG] = "log",
    [PALIER_ACT_SEE_REPAIRED] = "see-repaired",
    [PALIER_ACT_SEE_INACTIVE] = "see-inactive",
    [PALIER_ACT_SEE_CLEARED] = "see-cleared",
    [PALIER_ACT_SEE_RESTART] = "see-restart",
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == PALIER_N_ACTS);
  return nicks[act];
}

static PalierMenus *
get_shipped (void)
{
  static PalierMenus *shipped;

  if (g_once_init_enter (&shipped))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes
          = g_resource_lookup_data (palier_procedure_get_resource (), SHIPPED, 0, &error);
      gsize length = 0;
      const char *json = bytes ? g_bytes_get_data (bytes, &length) : NULL;
      PalierMenus *menus = json ? palier_menus_load (json, (gssize) length, &error) : NULL;

      /* It is part of the program: a build whose tests passed cannot come here. */
      if (!menus)
        g_error ("%s", error->message);
      g_once_init_leave (&shipped, menus);
    }
  return shipped;
}

const PalierMenuPath *
palier_menu_find (const PalierVersion *version, PalierAct act)
{
  GPtrArray *menus = get_shipped ()->menus;
  const PalierMenu *menu = NULL;

  for (guint i = 0; i < menus->len; i++)
    {
      const PalierMenu *candidate = menus->pdata[i];

      if (palier_version_compare_numbers (&candidate->from, version) <= 0)
        menu = candidate;
    }
  for (guint i = 0; menu && i < menu->paths->len; i++)
    {
      const PalierMenuPath *path = &g_array_index (menu->paths, PalierMenuPath, i);

      if (path->act == act)
        return path;
    }
  return NULL;
}

char *
palier_menu_path_to_string (const PalierMenuPath *self, PalierMenuLanguage language)
{
  return g_strjoinv (BETWEEN, (char **) self->words[language]);
}

PalierMenuLanguage
palier_menu_get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr") ? PALIER_MENU_FRENCH
                                                             : PALIER_MENU_ENGLISH;
}

char *
palier_menu_dup_lines (const PalierVersion *version, PalierAct act)
{
  const PalierMenuPath *path = palier_menu_find (version, act);
  PalierMenuLanguage ours = palier_menu_get_language ();
  PalierMenuLanguage other = ours == PALIER_MENU_FRENCH ? PALIER_MENU_ENGLISH : PALIER_MENU_FRENCH;
  g_autofree char *first = path ? palier_menu_path_to_string (path, ours) : NULL;
  g_autofree char *second = path ? palier_menu_path_to_string (path, other) : NULL;

  return path ? g_strjoin ("\n", first, second, NULL) : NULL;
}

gboolean
palier_menus_check (const char *json, gssize length, GError **error)
{
  g_autoptr (PalierMenus) menus = palier_menus_load (json, length, error);

  return menus != NULL;
}
