/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"

#include <json-glib/json-glib.h>

/* What a person set: name, cameras, users, documents. An export holds it. */
JsonObject *palier_settings_write (PalierModel *self);
gboolean palier_settings_read (PalierModel *self, JsonObject *object, GError **error);

/* Everything. Reading needs a fresh model of the same scenario; PALIER_ERROR_DATA_FILE. */
JsonObject *palier_state_write (PalierModel *self);
gboolean palier_state_read (PalierModel *self, JsonObject *object, GError **error);

/* The same in a file: written at once and synced; PALIER_ERROR_CANNOT_WRITE, _FILE_UNREADABLE. */
gboolean palier_state_store (PalierModel *self, const char *path, GError **error);
gboolean palier_state_load (PalierModel *self, const char *path, GError **error);
