/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job.h"
#include <adwaita.h>

/* How the repair stands while it runs: a row a disk, and what records and is found meanwhile. Hidden until one is seen. */
void palier_repair_view_bind (GtkListBox *disks, PalierJob *job); /* which stands in an AdwPreferencesGroup */

/* Why it has to be started again, a sentence; NULL: it was not started yet, or did not break off. */
const char *palier_repair_get_broken_words (PalierJob *job);
