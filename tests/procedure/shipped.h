/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue.h"

/* The shipped catalogue's text with the first find replaced; find must be there. */
char *shipped_dup_with (const char *find, const char *replace);
PalierCatalogue *shipped_new_with (const char *find, const char *replace, GError **error);
