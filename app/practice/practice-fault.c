/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-fault.h"

#include "base/error.h"
#include "practice/practice-json.h"

static const PalierField fields[] = {
  { "fault", PALIER_FIELD_TEXT, G_STRUCT_OFFSET (PalierFault, name), TRUE, 0, 0, NULL },
  { "at", PALIER_FIELD_TEXT, G_STRUCT_OFFSET (PalierFault, at), FALSE, 0, 0, NULL },
  { "value", PALIER_FIELD_TEXT, G_STRUCT_OFFSET (PalierFault, value), FALSE, 0, 0, NULL },
  { "times", PALIER_FIELD_COUNT, G_STRUCT_OFFSET (PalierFault, times), FALSE, 0, 0, NULL },
  { "after", PALIER_FIELD_COUNT, G_STRUCT_OFFSET (PalierFault, after), FALSE, 0, 0, NULL },
  { NULL, PALIER_FIELD_END, 0, FALSE, 0, 0, NULL },
};

#define EXPORT_PATH "path:/ISAPI/System/configurationData"

static const struct
{
  const char *name;
  const char *kinds;     /* the moments it knows */
  const char *otherwise; /* its moment when none is told; NULL: it must be */
  gboolean for_ever;     /* unless "times" says how often */
} known[] = {
  { "cut-connection", "|upload|path|", NULL, FALSE },
  { "answer-lost", "|upload|path|", "upload:100", FALSE },
  { "refuse", "|path|", NULL, FALSE },
  { "refuse-upload", "|upload|", "upload:100", FALSE },
  { "power-cut", "|flash|", NULL, FALSE },
  { "flash-fails", "|flash|", NULL, FALSE },
  { "stays-old-version", "|flash|", "flash:100", FALSE },
  { "begins-late", "|flash|", "flash:1", TRUE },
  { "percent-stays", "|flash|", "flash:100", TRUE },
  { "long-restart", "|boot|", "boot:1", FALSE },
  { "wrong-serial-after-restart", "|boot|", "boot:1", FALSE },
  { "address-changes", "|default|", "default:1", FALSE },
  { "default-ignored", "|default|", "default:1", FALSE },
  { "export-truncated", "|path|", EXPORT_PATH, FALSE },
  { "export-refused", "|path|", EXPORT_PATH, FALSE },
  { "disk-error", "|repair|", NULL, FALSE },
  { "repair-stops", "|repair|", NULL, FALSE },
  { "restart-during-repair", "|repair|", NULL, FALSE },
  { "stale-nonce", "|every|", "every:1", TRUE },
  { "slow", "|path|", "path:*", TRUE },
  { "garbage-xml", "|path|", NULL, FALSE },
  { "locked", "|start|", "start", FALSE },
  { "no-version", "|path|", "path:/ISAPI/System/deviceInfo", TRUE },
};

void
palier_fault_free (PalierFault *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->at);
  g_free (self->value);
  g_free (self);
}

/* Cuts at into kind and when, at its first colon. */
static void
split_moment (PalierFault *self)
{
  char *colon = strchr (self->at, ':');

  self->kind = self->at;
  self->when = colon != NULL ? colon + 1 : "";
  if (colon != NULL)
    *colon = '\0';
}

static gboolean
moment_valid (PalierFault *self, const char *kinds)
{
  g_autofree char *fenced = g_strdup_printf ("|%s|", self->kind);
  gboolean percent = strstr ("|upload|flash|repair|", fenced) != NULL;
  guint64 number;

  if (strchr (self->kind, '|') != NULL || strstr (kinds, fenced) == NULL)
    return FALSE;
  if (g_str_equal (self->kind, "path"))
    return self->when[0] == '/' || self->when[0] == '*';
  if (g_str_equal (self->kind, "start"))
    return TRUE;
  return g_ascii_string_to_unsigned (self->when, 10, 0, percent ? 100 : G_MAXUINT, &number, NULL);
}

PalierFault *
palier_fault_read (JsonObject *object, const char *place, GError **error)
{
  g_autoptr (PalierFault) self = g_new0 (PalierFault, 1);

  self->times = G_MAXUINT;
  if (!palier_fields_read (fields, object, place, self, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    {
      if (!g_str_equal (known[i].name, self->name))
        continue;
      if (self->at == NULL)
        self->at = g_strdup (known[i].otherwise != NULL ? known[i].otherwise : "");
      if (self->times == G_MAXUINT)
        self->times = known[i].for_ever ? 0 : 1;
      split_moment (self);
      if (moment_valid (self, known[i].kinds))
        return g_steal_pointer (&self);
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s.at: not a moment of this fault", place);
      return NULL;
    }
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s.fault: unknown fault", place);
  return NULL;
}

double
palier_fault_get_number (const PalierFault *self)
{
  return g_ascii_strtod (self->when, NULL);
}

double
palier_fault_get_seconds (const PalierFault *self, double otherwise)
{
  return self->value != NULL ? CLAMP (g_ascii_strtod (self->value, NULL), 0, 1e9) : otherwise;
}

static gboolean
may_fire (const PalierFault *self, const char *name, const char *kind)
{
  return g_str_equal (self->name, name) && g_str_equal (self->kind, kind)
         && (self->times == 0 || self->fired < self->times);
}

PalierFault *
palier_faults_find (GPtrArray *faults, const char *name, const char *kind)
{
  for (guint i = 0; i < faults->len; i++)
    if (may_fire (faults->pdata[i], name, kind))
      return faults->pdata[i];
  return NULL;
}

PalierFault *
palier_faults_take_nth (GPtrArray *faults, const char *name, const char *kind, guint n)
{
  for (guint i = 0; i < faults->len; i++)
    {
      PalierFault *fault = faults->pdata[i];
      guint nth = (guint) palier_fault_get_number (fault);

      if (!may_fire (fault, name, kind) || (nth != 0 && nth != n))
        continue;
      if (fault->after > 0)
        {
          fault->after--;
          continue;
        }
      fault->fired++;
      return fault;
    }
  return NULL;
}

PalierFault *
palier_faults_take_path (GPtrArray *faults, const char *name, const char *path)
{
  for (guint i = 0; i < faults->len; i++)
    {
      PalierFault *fault = faults->pdata[i];

      if (!may_fire (fault, name, "path") || !g_pattern_match_simple (fault->when, path))
        continue;
      if (fault->after > 0)
        {
          fault->after--;
          continue;
        }
      fault->fired++;
      return fault;
    }
  return NULL;
}
