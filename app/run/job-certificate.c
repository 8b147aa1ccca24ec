/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"
#include "recorder/approach.h"

#define ACCEPTED "certificate"

void
palier_job_set_pins (PalierJob *self, PalierPins *pins)
{
  self->pins = pins;
}

static gboolean
is_default (const char *what)
{
  return g_str_equal (what, "defaulting") || g_str_has_prefix (what, "default-");
}

/* A recorder may make a new certificate when it is set back to its factory settings: once a default, and never
 * without one. */
gboolean
palier_job_expects_certificate (PalierJob *self, const GError *error)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);
  gboolean expected = FALSE;

  if (!g_error_matches (error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE))
    return FALSE;
  for (guint i = 0; i < seen->len; i++)
    {
      const PalierObservation *one = seen->pdata[i];

      if (is_default (one->what))
        expected = TRUE;
      else if (g_str_equal (one->what, ACCEPTED))
        expected = FALSE;
    }
  return expected;
}

static gboolean
accept (PalierJob *self, const char *fingerprint, GError **error)
{
  g_autofree char *address = palier_connection_dup_address (self->connection);

  if (!palier_journal_observe (self->journal, ACCEPTED, fingerprint, error)
      || (self->pins
          && !palier_pins_accept (self->pins, address, self->survey->info->serial, fingerprint, error)))
    return FALSE;
  palier_connection_set_tls_pin (self->connection, fingerprint);
  return TRUE;
}

gboolean
palier_job_ask_certificate (PalierJob *self, const GError *why, GCancellable *cancellable, GError **error)
{
  g_autofree char *fingerprint = palier_connection_dup_tls_seen (self->connection);
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_job_ask (self, PALIER_QUESTION_CERTIFICATE, NULL, &answer, NULL, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    return accept (self, fingerprint, error);
  g_propagate_error (error, g_error_copy (why));
  return FALSE;
}

/* What was secure does not become plain by itself, wherever it is found. */
void
palier_job_take_address (PalierJob *self, const char *address, GCancellable *cancellable)
{
  const PalierApproachQuery query = { .address = address, .https_port = 443 };
  g_autofree char *old = palier_connection_dup_address (self->connection);
  g_autoptr (PalierApproach) approach = NULL;

  if (!g_str_has_prefix (old, "https:"))
    palier_connection_set_address (self->connection, address, NULL);
  else if ((approach = palier_approach (NULL, &query, cancellable, NULL)) != NULL
           && approach->transport == PALIER_TRANSPORT_HTTPS)
    palier_connection_set_address (self->connection, approach->address, NULL);
}
