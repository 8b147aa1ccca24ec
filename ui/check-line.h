/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/checkup.h"
#include <adwaita.h>

/* One check of the checkup: what was found, how sure that is, and, opened, why it matters and what to do. What only
 * a person can say is asked there. */
GtkWidget *palier_check_line_new (PalierCheckItem *item, PalierCheckup *checkup);
