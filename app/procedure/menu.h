/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"

/* What a person does at the recorder's own screen, and where its menu has it: app/procedure/menus.json,
 * validated. The words come from manuals where there are any, and may differ from one firmware to the
 * next: how sure they are is told with them, and front ends say so. */
typedef enum
{
  PALIER_ACT_NONE,
  PALIER_ACT_READ_VERSION,
  PALIER_ACT_EXPORT,         /* the configuration, to the stick */
  PALIER_ACT_IMPORT,
  PALIER_ACT_EXPORT_CAMERAS, /* its list holds the cameras' passwords on V3.4 */
  PALIER_ACT_UPGRADE,        /* from the stick */
  PALIER_ACT_DEFAULT,        /* the full one */
  PALIER_ACT_ACTIVATE,
  PALIER_ACT_REPAIR,         /* start it */
  PALIER_ACT_LOG,
  PALIER_ACT_SEE_REPAIRED,   /* look whether the repair has ended */
  PALIER_ACT_SEE_INACTIVE,   /* did it ask for a new password? No menu */
  PALIER_ACT_SEE_CLEARED,    /* is nothing left of its settings? No menu */
  PALIER_ACT_SEE_RESTART,    /* has it restarted by itself? No menu */
  PALIER_N_ACTS
} PalierAct;

typedef enum
{
  PALIER_SURE_MANUAL, /* an official manual has these words */
  PALIER_SURE_LIKELY, /* in part, or of a sister model; or our translation of a manual's words */
  PALIER_SURE_UNSURE, /* from memory: no manual was found */
} PalierSureness;

typedef struct
{
  PalierAct act;
  const char **words[2]; /* by PalierMenuLanguage: the entries in their order, NULL-terminated */
  PalierSureness sure[2];
  gboolean shows_passwords; /* what it writes holds passwords in the clear */
} PalierMenuPath;

typedef enum
{
  PALIER_MENU_ENGLISH,
  PALIER_MENU_FRENCH,
} PalierMenuLanguage;

const char *palier_act_get_nick (PalierAct act); /* "full-default" */

/* The menu of the firmware that runs; borrowed. NULL: it has no such menu, as far as is known. */
const PalierMenuPath *palier_menu_find (const PalierVersion *version, PalierAct act);
/* "Menu › Maintenance › Import/Export"; the caller's. */
char *palier_menu_path_to_string (const PalierMenuPath *self, PalierMenuLanguage language);
/* One path a line, the program's language first: the recorder's may be the other. NULL: it has no such menu. */
char *palier_menu_dup_lines (const PalierVersion *version, PalierAct act);
/* The language that the program speaks now: the other one is worth showing beside it. */
PalierMenuLanguage palier_menu_get_language (void);

/* For the test of the data file: PALIER_ERROR_DATA_FILE names the place. */
gboolean palier_menus_check (const char *json, gssize length, GError **error);
