/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A file that the person named: written beside it first and then in its place, so that what was there is whole until the
 * new one is; on the disk when this returns. length -1: up to its end. FALSE: PALIER_ERROR_PLACE_NOT_KEPT or
 * PALIER_ERROR_CANNOT_WRITE. */
gboolean palier_save (const char *path, const char *content, gssize length, GError **error);
