/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef enum
{
  PALIER_LEVEL_NONE,      /* a rule of the route, not a gate */
  PALIER_LEVEL_ADVISED,   /* opens by an ordinary choice, journalled */
  PALIER_LEVEL_REQUIRED,  /* opens only by doing it */
  PALIER_LEVEL_STRONG,    /* opens by a typed consent */
  PALIER_LEVEL_FORBIDDEN, /* nothing opens it */
} PalierLevel;

/* P1–P17 in our own words. reason, remedy and source are msgids: pass them through _(). */
typedef struct
{
  const char *id;
  PalierLevel level;
  const char *title;  /* what the rule asks, in one line */
  const char *reason; /* why, for the person */
  const char *remedy; /* what to do instead */
  /* where it comes from, named: the manufacturer's page, or Palier's own caution */
  const char *source;
} PalierRule;

guint palier_rule_get_n (void);
const PalierRule *palier_rule_get (guint i);           /* in their order */
const PalierRule *palier_rule_find (const char *id);   /* "P1" */
const char *palier_level_get_nick (PalierLevel level); /* "forbidden" */

/* A PALIER_ERROR_RULE that carries the rule's id, reason and remedy. */
void palier_rule_set_error (const PalierRule *rule, GError **error);
