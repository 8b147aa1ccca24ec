/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"
#include <json-glib/json-glib.h>

/* A JSON document read strictly: an unknown, missing, repeated or wrong-typed member is an error
 * that names its place. The first error stays; what is read after it is empty. Strings are the
 * document's. */
typedef struct _PalierReader PalierReader;

PalierReader *palier_reader_new (const char *json, gssize length);
void palier_reader_free (PalierReader *self);
JsonNode *palier_reader_get_root (PalierReader *self); /* NULL after an error */
gboolean palier_reader_has_failed (PalierReader *self);
gboolean palier_reader_finish (PalierReader *self, GError **error); /* FALSE with the first error */
void palier_reader_fail (PalierReader *self, const char *place, const char *format,
                         ...) G_GNUC_PRINTF (3, 4);

/* An object with these members (NULL-terminated) and no other; NULL after an error. */
JsonObject *palier_reader_object (PalierReader *self, JsonNode *node, const char *place,
                                  const char *const *members);
JsonNode *palier_reader_node (PalierReader *self, JsonObject *object, const char *member);
JsonArray *palier_reader_array (PalierReader *self, JsonObject *object, const char *place,
                                const char *member);
gboolean palier_reader_boolean (PalierReader *self, JsonObject *object, const char *place,
                                const char *member);
/* Never empty; nullable lets null through as NULL. */
const char *palier_reader_string (PalierReader *self, JsonObject *object, const char *place,
                                  const char *member,
                                  gboolean nullable);
const char *palier_reader_date (PalierReader *self, JsonObject *object, const char *place,
                                const char *member);
/* All zero where it is null. */
PalierVersion palier_reader_version (PalierReader *self, JsonObject *object, const char *place,
                                     const char *member,
                                     gboolean nullable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierReader, palier_reader_free)
