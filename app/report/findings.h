/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* What other rooms find out after the climb and the report prints. Kept in the journal as text: fields "footage" and
 * "checkup". */

/* The same samples searched again; -1: not searched. */
typedef struct
{
  int samples;
  int found_before;
  int found_after_upgrade;
  int found_after_repair;
} PalierFootageFinding;

char *palier_footage_finding_to_text (const PalierFootageFinding *self);
gboolean palier_footage_finding_parse (const char *text, PalierFootageFinding *finding, GError **error);

/* Never "compliant": read from the recorder, said by the person, or not looked at. */
typedef enum
{
  PALIER_CHECK_VERIFIED,
  PALIER_CHECK_DECLARED,
  PALIER_CHECK_NOT_CHECKED,
} PalierCheckVerdict;

/* The texts are msgids, so that a report in another language than the program's can say them; value is verbatim and
 * takes the place of finding's "%s". */
typedef struct
{
  char *topic;   /* "UPnP" */
  PalierCheckVerdict verdict;
  gboolean needs_attention; /* there is something to do */
  char *finding; /* "Its clock is %s ahead" */
  char *value;   /* "14 s", or NULL */
  char *why;
  char *what_to_do; /* NULL: nothing */
  char *etsi;    /* "5.6", or NULL */
  char *nist;    /* "Interface access control", or NULL */
} PalierCheckRow;

PalierCheckRow *palier_check_row_new (const char *topic, PalierCheckVerdict verdict, const char *finding,
                                      const char *value);
void palier_check_row_free (PalierCheckRow *self);
const char *palier_check_verdict_get_nick (PalierCheckVerdict verdict); /* "not-checked" */

char *palier_checkup_to_text (GPtrArray *rows);                     /* of PalierCheckRow */
GPtrArray *palier_checkup_new_from_text (const char *text, GError **error);
