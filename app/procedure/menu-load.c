/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/menu-private.h"

#define FORMAT 1

static const char *const top_members[] = { "format", "changed", "menus", NULL };
static const char *const menu_members[] = { "from", "acts", NULL };
static const char *const path_members[]
    = { "act", "en", "en_sure", "fr", "fr_sure", "shows_passwords", NULL };

/* What every menu must tell: the route cannot be walked without it. */
static const PalierAct needed[] = {
  PALIER_ACT_READ_VERSION, PALIER_ACT_EXPORT,   PALIER_ACT_UPGRADE,      PALIER_ACT_DEFAULT,
  PALIER_ACT_ACTIVATE,     PALIER_ACT_LOG,      PALIER_ACT_SEE_REPAIRED, PALIER_ACT_IMPORT,
};

static PalierAct
load_act (PalierReader *reader, JsonObject *object, const char *place)
{
  const char *nick = palier_reader_string (reader, object, place, "act", FALSE);

  for (PalierAct act = PALIER_ACT_READ_VERSION; nick && act <= PALIER_ACT_SEE_REPAIRED; act++)
    if (g_str_equal (palier_act_get_nick (act), nick))
      return act;
  palier_reader_fail (reader, place, "“%s” is no act", nick ? nick : "");
  return PALIER_ACT_NONE;
}

static PalierSureness
load_sureness (PalierReader *reader, JsonObject *object, const char *place, const char *member)
{
  static const char *const nicks[] = { "manual", "likely", "unsure" };
  const char *text = palier_reader_string (reader, object, place, member, FALSE);

  for (guint i = 0; text && i < G_N_ELEMENTS (nicks); i++)
    if (g_str_equal (nicks[i], text))
      return (PalierSureness) i;
  palier_reader_fail (reader, place, "%s must be manual, likely or unsure", member);
  return PALIER_SURE_UNSURE;
}

static const char **
load_words (PalierReader *reader, JsonObject *object, const char *place, const char *member)
{
  JsonArray *array = palier_reader_array (reader, object, place, member);
  guint n = array ? json_array_get_length (array) : 0;
  const char **words = g_new0 (const char *, n + 1);

  if (array && n == 0)
    palier_reader_fail (reader, place, "%s is empty", member);
  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gboolean is_text
          = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;

      words[i] = is_text ? json_node_get_string (node) : "";
      if (words[i][0] == '\0')
        palier_reader_fail (reader, place, "%s[%u] must be a text", member, i);
    }
  return words;
}

static PalierMenuPath
load_path (PalierReader *reader, JsonNode *node, const char *place)
{
  JsonObject *object = palier_reader_object (reader, node, place, path_members);
  PalierMenuPath path = {
    .act = load_act (reader, object, place),
    .shows_passwords = palier_reader_boolean (reader, object, place, "shows_passwords"),
  };

  path.words[PALIER_MENU_ENGLISH] = load_words (reader, object, place, "en");
  path.words[PALIER_MENU_FRENCH] = load_words (reader, object, place, "fr");
  path.sure[PALIER_MENU_ENGLISH] = load_sureness (reader, object, place, "en_sure");
  path.sure[PALIER_MENU_FRENCH] = load_sureness (reader, object, place, "fr_sure");
  return path;
}

static void
clear_path (gpointer data)
{
  PalierMenuPath *path = data;

  g_free (path->words[PALIER_MENU_ENGLISH]);
  g_free (path->words[PALIER_MENU_FRENCH]);
}

static guint
count (const PalierMenu *menu, PalierAct act)
{
  guint n = 0;

  for (guint i = 0; i < menu->paths->len; i++)
    n += g_array_index (menu->paths, PalierMenuPath, i).act == act;
  return n;
}

static void
check_menu (PalierReader *reader, const PalierMenu *menu, const char *place)
{
  for (PalierAct act = PALIER_ACT_READ_VERSION; act < PALIER_N_ACTS; act++)
    if (count (menu, act) > 1)
      palier_reader_fail (reader, place, "%s is there twice", palier_act_get_nick (act));
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (count (menu, needed[i]) == 0)
      palier_reader_fail (reader, place, "%s is missing", palier_act_get_nick (needed[i]));
}

static PalierMenu *
load_menu (PalierReader *reader, JsonNode *node, const char *place)
{
  JsonObject *object = palier_reader_object (reader, node, place, menu_members);
  JsonArray *array = palier_reader_array (reader, object, place, "acts");
  PalierMenu *menu = g_new0 (PalierMenu, 1);

  menu->from = palier_reader_version (reader, object, place, "from", FALSE);
  menu->paths = g_array_new (FALSE, TRUE, sizeof (PalierMenuPath));
  g_array_set_clear_func (menu->paths, clear_path);
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s.acts[%u]", place, i);
      PalierMenuPath path = load_path (reader, json_array_get_element (array, i), at);

      g_array_append_val (menu->paths, path);
    }
  if (!palier_reader_has_failed (reader))
    check_menu (reader, menu, place);
  return menu;
}

static void
load_menus (PalierMenus *self, JsonObject *top)
{
  JsonArray *array = palier_reader_array (self->reader, top, "", "menus");

  if (array && json_array_get_length (array) == 0)
    palier_reader_fail (self->reader, "menus", "is empty");
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("menus[%u]", i);
      PalierMenu *menu = load_menu (self->reader, json_array_get_element (array, i), place);
      PalierMenu *before = i > 0 ? self->menus->pdata[i - 1] : NULL;

      g_ptr_array_add (self->menus, menu);
      if (before && palier_version_compare_numbers (&before->from, &menu->from) >= 0)
        palier_reader_fail (self->reader, place, "must come after the one before it");
    }
}

static void
menu_free_cb (gpointer data)
{
  PalierMenu *menu = data;

  g_array_unref (menu->paths);
  g_free (menu);
}

PalierMenus *
palier_menus_load (const char *json, gssize length, GError **error)
{
  g_autoptr (PalierMenus) self = g_new0 (PalierMenus, 1);
  JsonObject *top;
  JsonNode *format;

  self->reader = palier_reader_new (json, length);
  self->menus = g_ptr_array_new_with_free_func (menu_free_cb);
  top = palier_reader_object (self->reader, palier_reader_get_root (self->reader), "", top_members);
  format = palier_reader_node (self->reader, top, "format");
  if (format && (json_node_get_value_type (format) != G_TYPE_INT64 || json_node_get_int (format) != FORMAT))
    palier_reader_fail (self->reader, "format", "must be %d", FORMAT);
  palier_reader_date (self->reader, top, "", "changed");
  load_menus (self, top);
  return palier_reader_finish (self->reader, error) ? g_steal_pointer (&self) : NULL;
}

void
palier_menus_free (PalierMenus *self)
{
  g_ptr_array_unref (self->menus);
  palier_reader_free (self->reader);
  g_free (self);
}
