/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

/* Journals as the engine writes them, and what the front end knows besides. */
typedef enum
{
  STORY_TWO_LANDINGS, /* from V3.4.70, with a full default, a repair, footage and a checkup */
  STORY_ONE_LANDING,  /* from V4.22.005: plain */
  STORY_WAIVED,       /* at V3.4.92, the default and the backup waived */
  STORY_FAILED,       /* the first landing is not reached */
  STORY_DECLARED,     /* at the recorder’s screen */
  STORY_CONTINUED,    /* an upload failed, the next day it went on */
  N_STORIES
} Story;

/* Writes the journal into folder and returns its path. */
char *story_write (Story story, const char *folder);
/* The same as a report, with inventories where the story has them. */
PalierReport *story_report (Story story, const char *folder);
PalierInventory *story_inventory (gboolean after);
