/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"
#include "recorder/sign-in.h"

#include <glib/gi18n-lib.h>

#define ADMINISTRATOR "admin" /* the only user of a recorder that has been defaulted */

static gboolean
is_active (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierActivateStatus status = { 0 };

  if (!palier_activate_status_read (palier_job_get_connection (job), &status, cancellable, error))
    return FALSE;
  if (status.activated)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

static gboolean
answers (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierActivateStatus status = { 0 };

  return palier_activate_status_read (palier_job_get_connection (job), &status, cancellable, error);
}

/* It may still be moving to the address of the factory: a default is over when the recorder says so, wherever that is.
 * Model, serial number and version are all read right after it (P16): the reading also completes P2's evidence. */
static gboolean
activate_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_job_await_anywhere (job, answers, cancellable, error) && is_active (job, cancellable, error) && palier_job_read_again (job, cancellable, error);
}

static PalierSecret *
ref_new_password (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierSecret *known = palier_job_get_new_password (job);

  if (known)
    return palier_secret_ref (known);
  return palier_job_ask_secret (job, PALIER_QUESTION_NEW_PASSWORD, cancellable, error);
}

/* The person did it at the recorder's screen, with a password that only they know. */
static gboolean
activate_by_hand (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;
  g_autoptr (PalierSecret) password = NULL;

  if (!palier_job_ask (job, PALIER_QUESTION_ACTIVATE, is_active, &answer, NULL, cancellable, error)
      || !is_active (job, cancellable, error))
    return FALSE;
  password = palier_job_ask_secret (job, PALIER_QUESTION_SIGN_IN, cancellable, error);
  if (!password)
    return FALSE;
  palier_connection_set_credentials (palier_job_get_connection (job), ADMINISTRATOR, password);
  return TRUE;
}

static gboolean
activate_over_wire (PalierJob *job, PalierSecret *password, GCancellable *cancellable, GError **error)
{
  PalierConnection *connection = palier_job_get_connection (job);
  PalierActivateStatus status = { 0 };

  if (!palier_activate_status_read (connection, &status, cancellable, error)
      || !palier_activate (connection, &status, password, cancellable, error))
    return FALSE;
  palier_connection_set_credentials (connection, ADMINISTRATOR, password);
  return TRUE;
}

static gboolean
activate_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierSecret) password = ref_new_password (job, cancellable, error);
  g_autoptr (GError) local = NULL;

  if (!password || !palier_activation_check_password (ADMINISTRATOR, password, error))
    return FALSE;
  if (activate_over_wire (job, password, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED)
      || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_BAD_ANSWER)
      || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_REFUSED)
      || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_ALREADY_ACTIVE))
    return activate_by_hand (job, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

const PalierStep palier_step_activate = {
  .id = "activate",
  .title = N_ ("Activate the recorder with a new password"),
  .doing = N_ ("Activating the recorder with the new password"),
  .weight = 2,
  .run = activate_run,
  .verify = activate_verify,
  .wanted = palier_default_wanted,
};
