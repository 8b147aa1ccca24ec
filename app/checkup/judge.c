/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/judge.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

PalierCheckRow *
palier_verified (const char *finding, const char *value)
{
  return palier_check_row_new (NULL, PALIER_CHECK_VERIFIED, finding, value);
}

PalierCheckRow *
palier_attention (const char *finding, const char *value, const char *what_to_do)
{
  PalierCheckRow *row = palier_verified (finding, value);

  row->needs_attention = TRUE;
  row->what_to_do = g_strdup (what_to_do);
  return row;
}

PalierCheckRow *
palier_declared (const char *finding, const char *what_to_do)
{
  PalierCheckRow *row = palier_check_row_new (NULL, PALIER_CHECK_DECLARED, finding, NULL);

  row->needs_attention = what_to_do != NULL;
  row->what_to_do = g_strdup (what_to_do);
  return row;
}

PalierCheckRow *
palier_not_checked (const char *finding, const char *value)
{
  return palier_check_row_new (NULL, PALIER_CHECK_NOT_CHECKED, finding, value);
}

PalierCheckRow *
palier_not_told (void)
{
  return palier_not_checked (N_ ("This firmware does not tell."), NULL);
}

PalierCheckRow *
palier_unread (const PalierCheckupFacts *facts, PalierSource source)
{
  const GError *error = facts->errors[source];
  const char *sentence = error ? palier_error_get_sentence_id (error) : NULL;

  if (!error)
    return NULL;
  return palier_not_checked (sentence ? sentence : N_ ("This could not be read."), NULL);
}

/* One switch: absent, off or on. */
static PalierCheckRow *
judge_service (const PalierCheckupFacts *facts,
               PalierSource source,
               const char *on,
               const char *off,
               const char *what_to_do)
{
  PalierCheckRow *row = palier_unread (facts, source);

  if (row)
    return row;
  if (facts->flags[source] == -1)
    return palier_not_told ();
  return facts->flags[source] == 1 ? palier_attention (on, NULL, what_to_do)
                                   : palier_verified (off, NULL);
}

PalierCheckRow *
palier_judge_ssh (const PalierCheckupFacts *facts)
{
  return judge_service (facts, PALIER_SOURCE_SSH, N_ ("SSH is on."), N_ ("SSH is off."),
                        N_ ("Unless it is in use, switch it off: Configuration, System, Security, "
                            "Security Service in its web page (the words may differ)."));
}

PalierCheckRow *
palier_judge_telnet (const PalierCheckupFacts *facts)
{
  return judge_service (facts, PALIER_SOURCE_TELNET, N_ ("Telnet is on."), N_ ("Telnet is off."),
                        N_ ("Switch it off: Configuration, System, Security, Security Service in its "
                            "web page (the words may differ). Telnet hides nothing."));
}

PalierCheckRow *
palier_judge_snmp (const PalierCheckupFacts *facts)
{
  return judge_service (facts, PALIER_SOURCE_SNMP, N_ ("SNMP is on."), N_ ("SNMP is off."),
                        N_ ("Unless a monitoring system asks for it, switch it off: Configuration, "
                            "Network, Advanced Settings, SNMP in its web page (the words may differ)."));
}

PalierCheckRow *
palier_judge_onvif (const PalierCheckupFacts *facts)
{
  return judge_service (facts, PALIER_SOURCE_ONVIF, N_ ("ONVIF is on."), N_ ("ONVIF is off."),
                        N_ ("Unless other video software uses it, switch it off: Configuration, Network, "
                            "Advanced Settings, Integration Protocol in its web page (the words may "
                            "differ)."));
}

PalierCheckRow *
palier_judge_cloud (const PalierCheckupFacts *facts)
{
  return judge_service (facts, PALIER_SOURCE_CLOUD,
                        N_ ("The manufacturer’s cloud service is on."),
                        N_ ("The manufacturer’s cloud service is off."),
                        N_ ("Unless somebody uses it, switch it off: Configuration, Network, Advanced "
                            "Settings, Platform Access in its web page (the words may differ)."));
}

PalierCheckRow *
palier_judge_lock (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_LOCK);

  if (row)
    return row;
  if (facts->flags[PALIER_SOURCE_LOCK] == -1)
    return palier_not_told ();
  if (facts->flags[PALIER_SOURCE_LOCK] == 1)
    return palier_verified (N_ ("It locks an account for a while after several wrong passwords."), NULL);
  return palier_attention (N_ ("Wrong passwords can be tried without end."), NULL,
                           N_ ("Switch the lock on: Configuration, System, Security, Security Service "
                               "in its web page (the words may differ)."));
}
