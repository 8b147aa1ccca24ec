/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"

#include <string.h>

gboolean
palier_job_has_consent (PalierJob *self, const char *id)
{
  return palier_journal_has_consent (self->journal, id);
}

/* "unknown-package" is given for one file: its detail is the file's hash. */
static gboolean
has_consent_for_file (PalierJob *self, const char *sha256)
{
  g_autoptr (GPtrArray) consents = palier_journal_get_consents (self->journal);

  for (guint i = 0; i < consents->len; i++)
    {
      const PalierObservation *consent = consents->pdata[i];

      if (g_str_equal (consent->what, "unknown-package") && strstr (consent->detail, sha256))
        return TRUE;
    }
  return FALSE;
}

gboolean
palier_job_knows_package (PalierJob *self, PalierPackage *package)
{
  const PalierFamily *family = self->survey->plan->family;
  const char *sha256 = palier_package_get_sha256 (package);
  const char *only_for = palier_package_get_only_for_serial (package);
  const PalierShelfEntry *entry = self->shelf ? palier_shelf_find (self->shelf, sha256) : NULL;

  if (!family)
    return FALSE;
  if (only_for)
    return g_str_equal (only_for, self->survey->info->serial);
  return palier_family_find_package (family, palier_package_get_archive_name (package), sha256)
         || (entry && g_str_equal (entry->family, family->id));
}

gboolean
palier_job_has_seen_after (PalierJob *self,
                           const char *what,
                           const char *detail,
                           const char *than,
                           const char *than_detail)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);
  int place = palier_evidence_get_place (seen, what, detail);

  return place >= 0 && (!than || place > palier_evidence_get_place (seen, than, than_detail));
}

PalierDefaultEvidence
palier_job_get_default_evidence (PalierJob *self)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);

  return palier_evidence_of_default (seen, self->catalogue, self->survey->info->model);
}

void
palier_job_get_facts (PalierJob *self, PalierFacts *facts)
{
  const PalierDeviceInfo *info = self->reading ? self->reading : self->survey->info;
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (self->journal);

  *facts = (PalierFacts){
    .model = info->model,
    .serial = info->serial,
    .version = info->version_known ? &info->version : NULL,
    .pinned_serial = self->survey->info->serial,
    .terms_accepted = palier_job_has_consent (self, "terms"),
    .backup_confirmed = backups->len > 0,
    .backup_waived = palier_job_has_consent (self, "skip-backup"),
    .default_seen = palier_job_get_default_evidence (self) == PALIER_DEFAULT_SEEN,
    .default_waived = palier_job_has_consent (self, "skip-default"),
    .default_consented = palier_job_has_consent (self, "default"),
    .start_consented = palier_job_has_consent (self, "upgrade"),
  };
}

/* The shelf and the consent say what the person declared; the gate holds it against what the file shows. */
void
palier_job_get_package_facts (PalierJob *self, guint landing, PalierPackage *package, PalierPackageFacts *facts)
{
  const char *sha256 = palier_package_get_sha256 (package);
  const PalierShelfEntry *entry = self->shelf ? palier_shelf_find (self->shelf, sha256) : NULL;
  const char *language = palier_package_get_language (package);

  *facts = (PalierPackageFacts){
    .archive_name = palier_package_get_archive_name (package),
    .sha256 = sha256,
    .broken = palier_package_is_broken (package),
    .wrong_language = language && g_str_equal (language, "CN"),
    .known = palier_job_knows_package (self, package),
    .only_for_serial = palier_package_get_only_for_serial (package),
    .family = palier_package_get_family (package),
    .custom = palier_package_is_custom (package),
    .unknown_consented = has_consent_for_file (self, sha256),
  };
  if (palier_package_get_version (package, &self->shown))
    facts->shown = &self->shown;
  if (entry)
    facts->declared = &entry->version;
  else if (facts->unknown_consented)
    facts->declared = &g_array_index (self->survey->plan->landings, PalierLanding, landing).version;
}
