/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* The intervention report: who and where, in which language, and to save, open or print it. */
#define PALIER_TYPE_REPORT_BOX (palier_report_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierReportBox, palier_report_box, PALIER, REPORT_BOX, GtkBox)

void palier_report_box_bind (PalierReportBox *self, PalierSession *session);
/* What the file chooser ends with; JSON where the name ends so. */
void palier_report_box_save (PalierReportBox *self, const char *path);
