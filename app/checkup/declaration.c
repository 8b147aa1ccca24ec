/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/check.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *nick, *question;
  PalierCheck check;
} declarations[PALIER_N_DECLARATIONS] = {
  [PALIER_DECLARATION_REMOTE]
  = { "remote", N_ ("Does somebody need this recorder from outside the site?"), PALIER_CHECK_REMOTE },
  [PALIER_DECLARATION_SEPARATE]
  = { "separate", N_ ("Are the recorder and its cameras on a network of their own?"),
      PALIER_CHECK_SEPARATE },
  [PALIER_DECLARATION_UPS]
  = { "ups", N_ ("Is the recorder powered through an uninterruptible power supply (UPS)?"),
      PALIER_CHECK_UPS },
};

const char *
palier_declaration_get_nick (PalierDeclaration declaration)
{
  g_return_val_if_fail (declaration < PALIER_N_DECLARATIONS, NULL);
  return declarations[declaration].nick;
}

const char *
palier_declaration_get_question (PalierDeclaration declaration)
{
  g_return_val_if_fail (declaration < PALIER_N_DECLARATIONS, NULL);
  return declarations[declaration].question;
}

PalierCheck
palier_declaration_get_check (PalierDeclaration declaration)
{
  g_return_val_if_fail (declaration < PALIER_N_DECLARATIONS, PALIER_CHECK_UPS);
  return declarations[declaration].check;
}
