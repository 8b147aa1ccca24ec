/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/judge.h"

#include "recorder/inventory.h"

#include <glib/gi18n-lib.h>

PalierCheckRow *
palier_judge_password (const PalierCheckupFacts *facts)
{
  const char *what_to_do
      = N_ ("Set a password of its own for this recorder, ten characters or more of three kinds: "
            "Configuration, System, User Management in its web page (the words may differ).");

  if (facts->user_check.default_password)
    return palier_attention (N_ ("The recorder says that this is its default password."), NULL, what_to_do);
  if (facts->user_check.risk_password)
    return palier_attention (N_ ("The recorder calls this password a weak one."), NULL, what_to_do);
  switch (facts->typed)
    {
    case PALIER_TYPED_WEAK:
      return palier_attention (N_ ("The password that signed in is short, or of few kinds of characters."),
                               NULL, what_to_do);
    case PALIER_TYPED_SHARED:
      return palier_attention (N_ ("The same password signs in to another recorder of this session."), NULL,
                               what_to_do);
    case PALIER_TYPED_FINE:
      return palier_verified (N_ ("The password that signed in is long enough, mixes kinds of characters, "
                                  "and opened no other recorder of this session."),
                              NULL);
    case PALIER_TYPED_NOTHING:
    default:
      return palier_not_checked (N_ ("No password was typed that could be judged. None is ever guessed at."),
                                 NULL);
    }
}

/* 1, 0, -1: not told. */
static int
get_service (const PalierCheckupFacts *facts, const char *protocol)
{
  for (guint i = 0; facts->services && i < facts->services->len; i++)
    {
      const PalierService *service = facts->services->pdata[i];

      if (service->protocol && g_ascii_strcasecmp (service->protocol, protocol) == 0)
        return service->enabled;
    }
  return -1;
}

PalierCheckRow *
palier_judge_https (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_SERVICES);
  int enabled = get_service (facts, "HTTPS");

  if (row)
    return row;
  if (enabled == -1)
    return palier_not_told ();
  if (enabled == 1)
    return palier_verified (N_ ("HTTPS is on."), NULL);
  return palier_attention (N_ ("HTTPS is off."), NULL,
                           N_ ("Switch it on: Configuration, Network, Advanced Settings, HTTPS in its web "
                               "page (the words may differ)."));
}

PalierCheckRow *
palier_judge_http (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_SERVICES);
  int enabled = get_service (facts, "HTTP");

  if (row)
    return row;
  if (enabled == -1)
    return palier_not_told ();
  if (enabled == 0)
    return palier_verified (N_ ("HTTP is off."), NULL);
  return palier_attention (N_ ("HTTP is on."), NULL,
                           N_ ("Once HTTPS works, switch HTTP off, or let it lead to HTTPS: Configuration, "
                               "Network, Basic Settings, Port in its web page (the words may differ)."));
}

PalierCheckRow *
palier_judge_sign_in (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_SIGN_IN);

  if (row)
    return row;
  if (facts->flags[PALIER_SOURCE_SIGN_IN] == -1)
    return palier_not_told ();
  if (facts->flags[PALIER_SOURCE_SIGN_IN] == 1)
    return palier_verified (N_ ("It takes passwords by Digest only."), NULL);
  return palier_attention (N_ ("It takes passwords by Basic too."), NULL,
                           N_ ("Choose “digest” alone: Configuration, System, Security, Authentication in "
                               "its web page (the words may differ)."));
}

static gboolean
is_administrator (const PalierUser *user)
{
  return user->level && g_ascii_strcasecmp (user->level, "Administrator") == 0;
}

PalierCheckRow *
palier_judge_users (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_USERS);
  g_autofree char *value = NULL;
  guint administrators = 0;

  if (row)
    return row;
  if (facts->users->len == 0)
    return palier_not_told ();
  for (guint i = 0; i < facts->users->len; i++)
    administrators += is_administrator (facts->users->pdata[i]);
  value = g_strdup_printf ("%u/%u", administrators, facts->users->len);
  if (administrators > 1)
    /* translators: %s: so many administrators of so many users, such as “2/5”. */
    return palier_attention (N_ ("Administrators among its users: %s."), value,
                             N_ ("Keep one administrator. Ask of every other account whether it is still "
                                 "needed, and give it only the rights that it uses: Configuration, System, "
                                 "User Management in its web page (the words may differ)."));
  /* translators: %s: so many administrators of so many users, such as “1/5”. */
  return palier_verified (N_ ("Administrators among its users: %s. Ask of every account whether it is still "
                              "needed."),
                          value);
}
