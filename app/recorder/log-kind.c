/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/search.h"

#include <string.h>

/* The minor name of "log.hikvision.com/Major/minor/channel". */
static char *
dup_minor (const char *meta_id)
{
  g_auto (GStrv) parts = g_strsplit (meta_id, "/", -1);

  return g_ascii_strdown (g_strv_length (parts) > 2 ? parts[2] : "", -1);
}

static gboolean
has_any (const char *text, const char *const *words)
{
  for (; *words; words++)
    if (strstr (text, *words))
      return TRUE;
  return FALSE;
}

/* "repar" is how firmware spells it; "prepare" is something else. */
static gboolean
speaks_of_repar (const char *text)
{
  for (const char *at = strstr (text, "repar"); at; at = strstr (at + 1, "repar"))
    if (at == text || at[-1] != 'p')
      return TRUE;
  return FALSE;
}

/* Arrays of disks are repaired and rebuilt too, and that is another matter. */
static gboolean
speaks_of_repair (const char *text)
{
  static const char *const repair[] = { "repair", "rebuild", "rebuilt", NULL };
  static const char *const array[]
      = { "raid", "rp_vd", "rpvd", "virtual disk", "virtualdisk", "array", NULL };
  gboolean database = strstr (text, "database") != NULL;

  if (!database
      && (has_any (text, array) || g_str_has_suffix (text, "_vd") || strstr (text, "repairvd")))
    return FALSE;
  return database || has_any (text, repair) || speaks_of_repar (text);
}

static gboolean
speaks_of_start (const char *text)
{
  static const char *const begin[] = { "begin", "begun", NULL };

  for (const char *at = strstr (text, "start"); at; at = strstr (at + 1, "start"))
    if (at < text + 2 || strncmp (at - 2, "re", 2) != 0)
      return TRUE;
  return has_any (text, begin);
}

static PalierLogKind
repair_kind (const PalierLogEntry *entry)
{
  static const char *const stop[]
      = { "stop", "finish", "complet", "ended", "success", "succeed", NULL };
  static const char *const broken[] = { "fail", "abort", "interrupt", "incomplet", "unfinished", "cancel",
                                        "before its end", "half", NULL };
  g_autofree char *joined = g_strconcat (entry->meta_id, " ", entry->text, NULL);
  g_autofree char *text = g_ascii_strdown (joined, -1);

  if (!speaks_of_repair (text))
    return PALIER_LOG_OTHER;
  if (has_any (text, broken))
    return PALIER_LOG_REPAIR_BROKEN;
  if (has_any (text, stop))
    return PALIER_LOG_REPAIR_STOPPED;
  if (speaks_of_start (text) || strstr (text, "/operation/"))
    return PALIER_LOG_REPAIR_STARTED;
  return PALIER_LOG_OTHER;
}

/* Only what is a full default by its name: a partial one proves nothing. */
static gboolean
is_full_default (const char *minor, const char *text)
{
  static const char *const full[]
      = { "localfactorydefault", "remotefactorydefault", "localparamfactorydefault",
          "remoteparamfactorydefault", NULL };
  static const char *const partial[] = { "simple", "basic", "part", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return g_strv_contains (full, minor) && !has_any (lower, partial);
}

PalierLogKind
palier_log_entry_get_kind (const PalierLogEntry *entry)
{
  static const char *const upgrade[]
      = { "localupgrade", "remoteupgrade", "upgradesuccessed", NULL };
  static const char *const power[]
      = { "poweron", "devicepoweron", "localreboot", "remotereboot", NULL };
  static const char *const export[] = { "localdownloadcfgfile", "remotedownloadcfgfile", NULL };
  static const char *const import[] = { "localuploadcfgfile", "remoteuploadcfgfile", NULL };
  g_autofree char *minor = dup_minor (entry->meta_id);

  if (g_strv_contains (upgrade, minor))
    return PALIER_LOG_UPGRADE;
  if (is_full_default (minor, entry->text))
    return PALIER_LOG_DEFAULT;
  if (g_strv_contains (export, minor))
    return PALIER_LOG_EXPORT;
  if (g_strv_contains (import, minor))
    return PALIER_LOG_IMPORT;
  if (g_strv_contains (power, minor))
    return PALIER_LOG_POWER;
  return repair_kind (entry);
}
