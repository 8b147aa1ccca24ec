/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/target.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

/* Only a person says yes to a certificate, and only where standard input is theirs to type on. */
static gboolean
may_ask (const PalierCommonOptions *common)
{
  return isatty (STDIN_FILENO) && g_strcmp0 (common->password_file, "-") != 0;
}

static gboolean
ask (const PalierApproach *approach)
{
  g_autofree char *text = palier_fingerprint_to_text (approach->fingerprint);
  char line[64] = "";

  if (approach->pin == PALIER_PIN_CHANGED)
    g_printerr ("%s\n", _ ("The recorder shows another certificate than the one accepted before. After a full default that is usual; otherwise another device may have this address."));
  else
    g_printerr ("%s\n", _ ("The recorder shows a security certificate of its own, as recorders do. Compare its SHA-256 with the recorder’s own page or screen."));
  g_printerr ("  %s\n%s ", text, _ ("Type “accept” if it is the recorder’s:"));
  if (!fgets (line, sizeof line, stdin))
    return FALSE;
  return g_str_equal (g_strstrip (line), "accept");
}

static gboolean
accept (PalierTarget *self, const PalierCommonOptions *common, GError **error)
{
  PalierApproach *approach = self->approach;

  if (approach->pin != PALIER_PIN_NEW && approach->pin != PALIER_PIN_CHANGED)
    return TRUE;
  if (common->tls_pin || !may_ask (common))
    {
      if (!common->tls_pin)
        {
          /* translators: %s is a hexadecimal number. */
          g_printerr (_ ("palier: once it is compared, --tls-pin %s lets it through."), approach->fingerprint);
          g_printerr ("\n");
        }
      return TRUE; /* and the connection is refused */
    }
  return !ask (approach) || palier_approach_accept (approach, self->pins, error);
}

gboolean
palier_target_reach (PalierTarget *self, const PalierCommonOptions *common, const char *address, GError **error)
{
  const PalierApproachQuery query = { .address = address, .pin = common->tls_pin };

  self->pins = palier_pins_new (NULL);
  self->approach = palier_approach (self->pins, &query, NULL, error);
  if (!self->approach || !accept (self, common, error))
    return FALSE;
  if (self->approach->transport == PALIER_TRANSPORT_HTTP)
    g_printerr ("%s\n", _ ("palier: this connection is not encrypted: others on the network between can read what goes over it, except the password."));
  self->connection = palier_approach_connect (self->approach, error);
  return self->connection != NULL;
}

void
palier_target_bind (PalierTarget *self, const char *serial)
{
  g_autoptr (GError) error = NULL;

  if (self->approach && !palier_approach_bind (self->approach, self->pins, serial, &error))
    g_printerr ("palier: %s\n", palier_error_get_sentence (error));
}
