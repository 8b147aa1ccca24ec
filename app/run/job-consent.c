/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"

typedef struct
{
  const char *id;
  gboolean strong; /* opens by the last four digits of the serial number, typed */
} Consent;

static const Consent consents[] = {
  { "terms", FALSE },       { "default", TRUE },     { "upgrade", TRUE },         { "skip-default", TRUE },
  { "skip-backup", FALSE }, { "skip-repair", FALSE }, { "unknown-package", TRUE },
  { "restore", TRUE },
};

static const Consent *
find_consent (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (consents); i++)
    if (g_str_equal (consents[i].id, id))
      return &consents[i];
  return NULL;
}

gboolean
palier_consent_exists (const char *id)
{
  return find_consent (id) != NULL;
}

gboolean
palier_job_consent_is_strong (PalierJob *self, const char *id)
{
  const Consent *consent = find_consent (id);

  /* P5 is strong where the recorder will be defaulted, advised elsewhere. */
  if (g_str_equal (id, "skip-backup"))
    return palier_plan_has_default (self->survey->plan) || palier_plan_has_default (self->origin);
  return consent && consent->strong;
}

static gboolean
is_typed_right (PalierJob *self, const char *typed)
{
  g_autofree char *expected = palier_serial_last_four (self->survey->info->serial);
  g_autofree char *given = g_strstrip (g_strdup (typed ? typed : ""));

  return expected && g_str_equal (given, expected);
}

/* From now on the file is known by its hash. */
static gboolean
put_on_shelf (PalierJob *self, const char *sha256, GError **error)
{
  const PalierFamily *family = self->survey->plan->family;

  for (guint i = 0; self->shelf && family && i < self->packages->len; i++)
    {
      PalierPackage *package = self->packages->pdata[i];
      const PalierLanding *landing = &g_array_index (self->survey->plan->landings, PalierLanding, i);

      if (package && g_str_equal (palier_package_get_sha256 (package), sha256)
          && !palier_shelf_find (self->shelf, sha256))
        return palier_shelf_add (self->shelf, package, family->id, &landing->version, error);
    }
  return TRUE;
}

gboolean
palier_job_consent (PalierJob *self, const char *id, const char *typed, const char *detail, GError **error)
{
  if (!find_consent (id))
    {
      palier_error_set (error, PALIER_ERROR_USAGE, "%s", id);
      return FALSE;
    }
  if (palier_job_consent_is_strong (self, id) && !is_typed_right (self, typed))
    {
      palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "%s", id);
      return FALSE;
    }
  if (!palier_journal_add_consent (self->journal, id, detail, error))
    return FALSE;
  return !g_str_equal (id, "unknown-package") || !detail || put_on_shelf (self, detail, error);
}

void
palier_job_ask_for_copy (PalierJob *self)
{
  self->copy_asked = TRUE;
}

gboolean
palier_job_wants_copy (PalierJob *self)
{
  return self->copy_asked || !palier_job_has_consent (self, "skip-backup");
}

gboolean
palier_job_package_needs_consent (PalierJob *self, guint landing)
{
  PalierPackage *package = palier_job_get_package (self, landing);
  PalierPackageFacts facts;

  if (!package)
    return FALSE;
  palier_job_get_package_facts (self, landing, package, &facts);
  return !facts.known && !facts.unknown_consented && !facts.only_for_serial
         && !self->survey->plan->family->only_listed;
}

gboolean
palier_job_check_package (PalierJob *self, guint landing, GError **error)
{
  PalierPackage *package = palier_job_get_package (self, landing);
  PalierFacts facts;
  PalierPackageFacts package_facts;

  if (!package)
    {
      palier_error_set (error, PALIER_ERROR_PACKAGE_MISSING, "%s",
                        g_array_index (self->survey->plan->landings, PalierLanding, landing).version.spelling);
      return FALSE;
    }
  palier_job_get_facts (self, &facts);
  palier_job_get_package_facts (self, landing, package, &package_facts);
  /* A later landing's file is judged as it will be met: from the landing below. */
  if (landing > 0)
    facts.version = &g_array_index (self->survey->plan->landings, PalierLanding, landing - 1).version;
  return palier_gate_check_package (self->catalogue, &facts, &package_facts, error);
}

GPtrArray *
palier_job_get_missing_consents (PalierJob *self)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_free);
  PalierPlan *plan = self->survey->plan;

  if (plan->landings->len == 0)
    return missing;
  if (!palier_job_has_consent (self, "terms"))
    g_ptr_array_add (missing, g_strdup ("terms"));
  if (palier_plan_has_default (plan) && !palier_job_has_consent (self, "default")
      && !palier_job_has_consent (self, "skip-default"))
    g_ptr_array_add (missing, g_strdup ("default"));
  if (!palier_job_has_consent (self, "upgrade"))
    g_ptr_array_add (missing, g_strdup ("upgrade"));
  for (guint i = 0; i < plan->landings->len; i++)
    if (palier_job_package_needs_consent (self, i))
      {
        g_ptr_array_add (missing, g_strdup ("unknown-package"));
        break;
      }
  return missing;
}
