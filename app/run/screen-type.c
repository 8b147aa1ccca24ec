/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/screen-private.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHORTEST_SERIAL 9
#define LONGEST 80

/* What is read off a screen is spaced for the eye. */
static char *
dup_without_blanks (const char *text)
{
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (kept, *p);
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

/* The catalogue's own spelling where only capitals differ; else as typed, and the catalogue refuses it. */
static char *
dup_model (PalierCatalogue *catalogue, const char *text)
{
  char *typed = dup_without_blanks (text);

  for (guint i = 0; i < palier_catalogue_get_n_families (catalogue); i++)
    {
      const PalierFamily *family = palier_catalogue_get_family (catalogue, i);

      for (guint j = 0; family->models[j]; j++)
        if (g_ascii_strcasecmp (family->models[j], typed) == 0)
          {
            g_free (typed);
            return g_strdup (family->models[j]);
          }
    }
  return typed;
}

/* Capitals, but for a model that it begins with: that one keeps its own ("iDS-…"). */
static char *
dup_serial (const char *model, const char *text)
{
  g_autofree char *typed = dup_without_blanks (text);
  g_autofree char *capitals = g_ascii_strup (typed, -1);
  gsize n = strlen (model);

  if (n > 0 && g_ascii_strncasecmp (capitals, model, n) == 0)
    return g_strconcat (model, capitals + n, NULL);
  return g_steal_pointer (&capitals);
}

static gboolean
is_serial (const char *serial)
{
  g_autofree char *digits = palier_serial_last_four (serial);

  if (!digits || strlen (serial) < SHORTEST_SERIAL || strlen (serial) > LONGEST)
    return FALSE;
  for (const char *p = serial; *p; p++)
    if (!g_ascii_isalnum (*p) && !strchr ("-/()_.", *p))
      return FALSE;
  return TRUE;
}

static gboolean
check_typed (const char *model, const char *serial, const char *firmware, GError **error)
{
  if (!*model || strlen (model) > LONGEST || !*firmware || strlen (firmware) > LONGEST)
    palier_error_set_words (error, PALIER_ERROR_USAGE,
                            N_ ("Model, serial number and version are all needed."),
                            N_ ("Type all three exactly as the recorder’s screen shows them."), NULL);
  else if (!is_serial (serial))
    palier_error_set_words (error, PALIER_ERROR_USAGE, N_ ("This does not look like a whole serial number."),
                            N_ ("Type all of it, as the recorder’s screen shows it: the model, a date, then letters and "
                                "digits."),
                            NULL);
  else
    return TRUE;
  return FALSE;
}

PalierSurvey *
palier_survey_declare (PalierCatalogue *catalogue,
                       const char *model,
                       const char *serial,
                       const char *firmware,
                       GError **error)
{
  g_autofree char *model_typed = dup_model (catalogue, model);
  g_autofree char *serial_typed = dup_serial (model_typed, serial);
  g_autofree char *version_typed = g_strstrip (g_strdup (firmware ? firmware : ""));
  PalierSurvey *self;
  PalierDeviceInfo *info;

  if (!check_typed (model_typed, serial_typed, version_typed, error))
    return NULL;
  info = g_new0 (PalierDeviceInfo, 1);
  info->model = g_steal_pointer (&model_typed);
  info->serial = g_steal_pointer (&serial_typed);
  info->version_known = palier_version_parse (version_typed, &info->version, NULL);
  /* One spelling for what reads the same: "V3.4.92, Build 170518" is no other version. */
  info->firmware = info->version_known ? palier_version_to_string (&info->version) : g_steal_pointer (&version_typed);
  self = g_new0 (PalierSurvey, 1);
  self->info = info;
  self->declared = TRUE;
  self->status.up_time_s = -1;
  self->disks = g_ptr_array_new ();
  self->cameras = g_ptr_array_new ();
  self->services = g_ptr_array_new ();
  self->users = g_ptr_array_new ();
  self->plan = palier_plan_new (catalogue, info->model, info->firmware);
  return self;
}
