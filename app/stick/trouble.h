/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* What the system said (errno) in the person's terms. begun: writing had gone well until then, so
 * that "read-only" now means that the stick went away under the kernel. doing: for the details. */
void palier_trouble_set (GError **error, int number, gboolean begun, const char *doing);
