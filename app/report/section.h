/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "report/sheet.h"

/* The report's parts, each in its file, in the order of the paper. One that has nothing to say takes no room. */
void palier_section_head (PalierSheet *sheet, const PalierReport *report);
void palier_section_people (PalierSheet *sheet, const PalierReport *report);
void palier_section_evidence (PalierSheet *sheet, const PalierReport *report);
void palier_section_steps (PalierSheet *sheet, const PalierReport *report);
void palier_section_backups (PalierSheet *sheet, const PalierReport *report);
void palier_section_changes (PalierSheet *sheet, const PalierReport *report); /* gap, before and after */
void palier_section_footage (PalierSheet *sheet, const PalierReport *report); /* footage and repair */
void palier_section_checkup (PalierSheet *sheet, const PalierReport *report);
void palier_section_agreements (PalierSheet *sheet, const PalierReport *report);
void palier_section_signatures (PalierSheet *sheet, const PalierReport *report); /* remarks, source, boxes */

/* Palier's mark: a staircase, one landing of it in another colour. */
void palier_draw_mark (PalierSheet *sheet, double x, double y, double size);
/* A small rounded label; returns its width. right: its right edge instead of its left. */
double palier_draw_pill (PalierSheet *sheet, const char *text, PalierInk ink, double x, double y, gboolean right);

typedef enum
{
  PALIER_SIGN_GOOD,
  PALIER_SIGN_WARN,
  PALIER_SIGN_BAD,
  PALIER_SIGN_NONE,
} PalierSign;

void palier_draw_sign (PalierSheet *sheet, PalierSign sign, double x, double y, double size); /* top left */
PalierInk palier_outcome_get_ink (PalierOutcome outcome);
