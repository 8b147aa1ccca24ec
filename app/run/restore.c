/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/restore.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

#define RESTART_BEGINS_S 20.0

gboolean
palier_restore_check (PalierJob *job, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  g_autofree char *model = palier_journal_dup_field (journal, "model");
  g_autofree char *from = palier_journal_dup_field (journal, "from");
  g_autoptr (GPtrArray) copies = palier_journal_get_backups (journal);
  PalierVersion version;
  PalierImportFacts file = { .model = model };
  PalierFacts facts;

  if (copies->len == 0)
    {
      palier_error_set_words (error, PALIER_ERROR_BACKUP_LOST,
                              N_ ("Palier knows of no copy of this recorder’s configuration."),
                              N_ ("Only a copy that Palier made on this computer can be put back. Of any other file nobody "
                                  "knows which recorder and which version wrote it."),
                              NULL);
      return FALSE;
    }

  /* Copies are taken before the first change: of the version at which the journal begins. */
  if (from && palier_version_parse (from, &version, NULL))
    file.version = &version;
  palier_job_get_facts (job, &facts);
  return palier_gate_check_import (palier_job_get_catalogue (job), &facts, &file, error);
}

/* Read and not mapped: what is sent is what was checked, even from a stick that is pulled out meanwhile. */
static GBytes *
read_copy (const PalierBackup *backup)
{
  g_autoptr (GBytes) content = NULL;
  g_autofree char *sha256 = NULL;
  char *read = NULL;
  gsize length = 0;

  if (!g_file_get_contents (backup->path, &read, &length, NULL))
    return NULL;
  content = g_bytes_new_take (read, length);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  return g_strcmp0 (sha256, backup->sha256) == 0 ? g_steal_pointer (&content) : NULL;
}

static GBytes *
find_copy (PalierJob *job, GError **error)
{
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (palier_job_get_journal (job));

  for (guint i = backups->len; i > 0; i--)
    {
      GBytes *content = read_copy (backups->pdata[i - 1]);

      if (content)
        return content;
    }
  palier_error_set (error, PALIER_ERROR_BACKUP_LOST, NULL);
  return NULL;
}

static gboolean
restart (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (palier_reboot (palier_job_get_connection (job), cancellable, &local) || palier_error_is_silence (local))
    return palier_job_wait (job, RESTART_BEGINS_S, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
send (PalierJob *job, GBytes *content, GCancellable *cancellable, GError **error)
{
  PalierConnection *connection = palier_job_get_connection (job);
  PalierJournal *journal = palier_job_get_journal (job);
  PalierConfigurationCap cap;
  gboolean reboot = FALSE;

  /* Journalled first: an import whose answer is lost may have been taken (P2). */
  return palier_configuration_read_cap (connection, &cap, cancellable, error)
         && palier_journal_observe (journal, "imported", "", error)
         && palier_configuration_import (connection, &cap, content, palier_job_get_file_password (job), &reboot,
                                         cancellable, error)
         && (!reboot || restart (job, cancellable, error));
}

/* One attempt for each password that the person gives. */
static gboolean
read_back (PalierJob *job, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (PalierSecret) password = NULL;

      if (palier_job_await_anywhere (job, palier_job_read_again, cancellable, &local))
        return TRUE;
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_WRONG_PASSWORD))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      password = palier_job_ask_secret (job, PALIER_QUESTION_SIGN_IN, cancellable, error);
      if (!password)
        return FALSE;
      palier_connection_set_credentials (palier_job_get_connection (job), "admin", password);
    }
}

gboolean
palier_restore_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) content = NULL;

  if (!palier_job_read_again (job, cancellable, error) || !palier_restore_check (job, error))
    return FALSE;
  content = find_copy (job, error);
  return content && send (job, content, cancellable, error) && read_back (job, cancellable, error);
}
