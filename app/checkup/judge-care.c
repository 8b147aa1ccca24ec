/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/judge.h"

#include <glib/gi18n-lib.h>

#define CLOSE_ENOUGH_S 60

PalierCheckRow *
palier_judge_firmware (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_INFO);
  g_autofree char *value = NULL;

  if (row)
    return row;
  if (!facts->info->version_known)
    return palier_not_checked (N_ ("Its version cannot be read."), NULL);
  value = g_strdup_printf ("%s, %s", facts->info->firmware, facts->catalogue_date);
  switch (facts->plan->verdict)
    {
    case PALIER_VERDICT_NOTHING:
      /* translators: %s: a version and a date, such as “V4.50.00 build 210412, 2026-08-21”. */
      return palier_verified (N_ ("Its firmware, and the date of the page that Palier goes by: %s. Nothing newer is known "
                                  "there; the manufacturer’s page may know more."),
                              value);
    case PALIER_VERDICT_CLIMB:
      /* translators: %s: a version and a date, such as “V3.4.92 build 170518, 2026-08-21”. */
      return palier_attention (N_ ("Its firmware, and the date of the page that Palier goes by: %s. Newer firmware is known "
                                   "there."),
                               value, N_ ("Upgrade it with Palier: the plan shows every step."));
    case PALIER_VERDICT_REFUSED:
    default:
      /* translators: %s: a version and a date, such as “V3.4.92 build 170518, 2026-08-21”. */
      return palier_not_checked (N_ ("Its firmware, and the date of the page that Palier goes by: %s. What newer firmware "
                                     "it may take is not known there: ask the manufacturer."),
                                 value);
    }
}

PalierCheckRow *
palier_judge_clock (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_CLOCK);
  g_autofree char *seconds = NULL;

  if (row)
    return row;
  if (!facts->clock_known)
    return palier_not_told ();
  /* It tells whole seconds: nothing finer can be promised. */
  seconds = g_strdup_printf ("%" G_GINT64_FORMAT "\302\240s", MAX (1, ABS (facts->clock_ahead_s)));
  if (ABS (facts->clock_ahead_s) <= CLOSE_ENOUGH_S)
    /* translators: %s is a number of seconds, such as “14 s”. */
    return palier_verified (N_ ("Its clock and this computer’s are no more than %s apart."), seconds);
  /* translators: %s is a date with its time. */
  return palier_attention (N_ ("Its clock shows %s, which is not this computer’s time."), facts->clock,
                           N_ ("Note the difference for whoever looks for recordings, then set the clock: "
                               "Configuration, System, Time Settings in its web page (the words may "
                               "differ)."));
}

PalierCheckRow *
palier_judge_ntp (const PalierCheckupFacts *facts)
{
  const PalierTimeSettings *time = &facts->time;
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_TIME);
  g_autofree char *value = NULL;

  if (row)
    return row;
  if (!time->mode)
    return palier_not_told ();
  value = g_strdup_printf ("%s%s%s", time->server ? time->server : "",
                           time->server && time->zone ? ", " : "", time->zone ? time->zone : "");
  if (g_ascii_strcasecmp (time->mode, "NTP") == 0)
    /* translators: %s: a time server and a time zone as the recorder writes them. */
    return palier_verified (N_ ("A time server sets its clock: %s."), value);
  if (g_ascii_strcasecmp (time->mode, "manual") == 0)
    /* translators: %s: the recorder’s time zone as it writes it. */
    return palier_attention (N_ ("Its clock is set by hand (time zone %s)."), time->zone ? time->zone : "?",
                             N_ ("Name a time server that the recorder can reach: Configuration, System, "
                                 "Time Settings in its web page (the words may differ)."));
  /* translators: %s: the recorder’s own word, such as “platform”. */
  return palier_verified (N_ ("Its clock is set in another way: %s."), time->mode);
}

PalierCheckRow *
palier_judge_log (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_LOG);
  g_autofree char *days = g_strdup_printf ("%" G_GINT64_FORMAT, facts->log_days);

  if (row)
    return row;
  if (facts->flags[PALIER_SOURCE_LOG] != 1)
    return palier_not_checked (N_ ("Its log shows no entry of the last seven days, or is not told."), NULL);
  if (facts->log_days < 0)
    return palier_verified (N_ ("Its log can be read."), NULL);
  /* translators: %s is a number of days, 1 to 7. */
  return palier_verified (N_ ("Its log can be read. Days of the last week that it reaches back: %s."), days);
}

PalierCheckRow *
palier_judge_default (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row;

  if (facts->default_seen)
    /* translators: %s is a date. */
    return palier_verified (N_ ("A full factory default was seen on %s."), facts->default_seen);
  if (!facts->default_declared)
    return palier_not_checked (N_ ("No full factory default was made in this intervention."), NULL);
  /* translators: %s is a date. */
  row = palier_declared (N_ ("A full factory default was made on %s, by what was said."), NULL);
  row->value = g_strdup (facts->default_declared);
  return row;
}

PalierCheckRow *
palier_judge_ups (const PalierCheckupFacts *facts)
{
  switch (facts->declared[PALIER_DECLARATION_UPS])
    {
    case PALIER_DECLARED_YES:
      return palier_declared (N_ ("It is powered through an uninterruptible power supply."), NULL);
    case PALIER_DECLARED_NO:
      return palier_declared (N_ ("It has no uninterruptible power supply."),
                              N_ ("Power the recorder and its network switch through one."));
    case PALIER_DECLARED_NOTHING:
    default:
      return palier_not_checked (N_ ("Nobody has said yet whether it has an uninterruptible power supply."),
                                 NULL);
    }
}

PalierCheckRow *
palier_judge_inventory (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_INFO);
  g_autofree char *value = NULL;

  if (row)
    return row;
  row = palier_unread (facts, PALIER_SOURCE_CAMERAS);
  if (row)
    return row;
  value = g_strdup_printf ("%s, %s, %u", facts->info->model, facts->info->serial, facts->cameras->len);
  /* translators: %s: model, serial number and a number of cameras. */
  return palier_verified (N_ ("Model, serial number and number of cameras: %s."), value);
}
