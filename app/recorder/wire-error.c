/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/wire-private.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

void
palier_certificate_set_error (const char *pinned, const char *seen, GError **error)
{
  g_autofree char *both = pinned ? g_strdup_printf ("now %s, accepted before %s", seen, pinned) : NULL;

  if (pinned)
    palier_error_set_words (
        error, PALIER_ERROR_CERTIFICATE,
        N_ ("The recorder shows another security certificate than the one accepted before, so "
            "nothing was sent to it."),
        N_ ("Recorders make a new certificate after a full default, and when somebody asks for one: "
            "if that is so, compare the new fingerprint at the recorder and accept it. If not, "
            "another device may have this address: do not give it your password."),
        both);
  else
    palier_error_set_words (
        error, PALIER_ERROR_CERTIFICATE,
        N_ ("The recorder shows a security certificate of its own, which nobody "
            "has confirmed yet."),
        N_ ("Recorders sign their certificates themselves, so this is normal the "
            "first time. Make sure that the address is that of your recorder, then "
            "accept the fingerprint: it is checked from then on."),
        seen);
}

static void
set_certificate (PalierWire *wire, GError **error)
{
  g_autofree char *seen = palier_wire_dup_seen (wire);
  g_autofree char *pinned = NULL;

  g_mutex_lock (&wire->lock);
  pinned = g_strdup (wire->pin);
  g_mutex_unlock (&wire->lock);
  palier_certificate_set_error (pinned, seen, error);
}

/* Whether the recorder may have taken anything decides what must be done next. */
static PalierErrorCode
choose (const PalierTransfer *transfer, const GError *from)
{
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return transfer->started ? PALIER_ERROR_TIMED_OUT : PALIER_ERROR_UNREACHABLE;
  if (g_error_matches (from, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING)
      || g_error_matches (from, SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_ENCODING))
    return PALIER_ERROR_NOT_A_RECORDER;
  return transfer->started ? PALIER_ERROR_CONNECTION_LOST : PALIER_ERROR_UNREACHABLE;
}

void
palier_wire_set_error (const PalierTransfer *transfer, GError *from, GError **error)
{
  g_autoptr (GError) cause = from;

  if (transfer->repeated)
    palier_error_set (error, PALIER_ERROR_CONNECTION_LOST, "%s", "closed without an answer");
  else if (transfer->certificate_refused)
    set_certificate (transfer->wire, error);
  else if (cause->domain == PALIER_ERROR)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    palier_error_set (error, choose (transfer, cause), "%s", cause->message);
}

void
palier_redirect_set_error (const char *location, GError **error)
{
  if (location && g_str_has_prefix (location, "https://"))
    palier_error_set_words (error, PALIER_ERROR_REFUSED,
                            N_ ("The recorder only speaks over a secure connection."),
                            N_ ("Write its address with https:// in front, then compare the "
                                "fingerprint of its certificate."),
                            location);
  else
    palier_error_set (error, PALIER_ERROR_NOT_A_RECORDER, "redirect to %s",
                      location ? location : "nowhere");
}
