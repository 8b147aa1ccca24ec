/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"

/* What travels on the discovery port: the question, and what one answer says. Pure. An answer is
 * not signed by anybody: it is a hint where to look, and nothing that decides is ever taken from
 * it. */
#define PALIER_PROBE_MAX_BYTES 10240 /* longer datagrams are not read (as the manufacturer's own tool) */

typedef enum
{
  PALIER_TOLD_NOTHING, /* absent or unreadable, which is not "no" */
  PALIER_TOLD_NO,
  PALIER_TOLD_YES,
} PalierTold;

typedef struct
{
  char *model; /* all texts: printable, NULL when not told */
  char *serial;
  char *mac;      /* "c0:56:e3:00:00:01" */
  char *address;  /* IPv4 */
  char *mask;     /* "255.255.255.0" */
  char *firmware; /* as told: "V3.5.38build 191215"; hidden by some recorders until one signs in */
  char *boot_time; /* the recorder's own clock, no zone */
  PalierVersion version; /* only where version_known */
  gboolean version_known;
  guint http_port;  /* 0: not told */
  guint n_channels; /* network cameras that it can take; 0: not told */
  PalierTold activated;
  PalierTold dhcp;
} PalierProbe;

typedef enum
{
  PALIER_PROBE_ANSWER,
  PALIER_PROBE_QUESTION,   /* somebody asks, perhaps ourselves */
  PALIER_PROBE_OTHER,      /* well formed, and about something else */
  PALIER_PROBE_TOO_LONG,
  PALIER_PROBE_UNREADABLE, /* cut short, not XML, hostile */
  PALIER_PROBE_NAMELESS,   /* neither MAC nor serial number: cannot be told apart */
  PALIER_PROBE_N_VERDICTS
} PalierProbeVerdict;

/* probe is filled for PALIER_PROBE_ANSWER alone, and cleared before. length is that of the whole
 * datagram. */
PalierProbeVerdict palier_probe_parse (const char *data, gsize length, PalierProbe *probe);
void palier_probe_clear (PalierProbe *probe);
void palier_probe_copy (const PalierProbe *from, PalierProbe *to);

char *palier_probe_new_question (void); /* asks everybody, with an identifier of its own */
/* What the question carries, to be echoed by who answers; NULL when data is no such question. */
char *palier_probe_dup_question_id (const char *data, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierProbe, palier_probe_clear)
