/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char summary[]
    = N_ ("Firmware belongs to the manufacturer, and its general terms of use are a contract "
          "between you and "
          "the manufacturer. Palier is not a party to it and does not reproduce it: read it on the "
          "manufacturer’s site. Whoever downloads or uses the firmware accepts these terms; a "
          "person who acts "
          "for a company must have the authority to bind it, and must be of age where they live. "
          "If you do not "
          "agree, stop here: nothing has changed on any recorder.");

static const char *const sentences[PALIER_N_TERMS] = {
  [PALIER_TERMS_ACCEPT]
  = N_ ("I have read the manufacturer’s general terms of use for its firmware, and I accept them."),
  [PALIER_TERMS_AGE]
  = N_ ("I have reached the age of majority where I live (18 or more in many countries)."),
  [PALIER_TERMS_SELF] = N_ ("I act in my own name."),
  [PALIER_TERMS_COMPANY] = N_ ("I act on behalf of the company named here, and I have the "
                               "authority to bind it to these terms."),
};

const char *
palier_terms_get_summary (void)
{
  return _ (summary);
}

const char *
palier_terms_get (PalierTerm term)
{
  g_return_val_if_fail (term < PALIER_N_TERMS, NULL);
  return _ (sentences[term]);
}

char *
palier_terms_dup_hash (void)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *text = palier_terms_get_summary ();

  /* The final zero of each text keeps two of them from running into each other. */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
  for (guint i = 0; i < PALIER_N_TERMS; i++)
    {
      text = palier_terms_get ((PalierTerm) i);
      g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}
