/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

/* Short hands for the JSON that is written and read in more than one room. What is not known is null, never
 * invented. */
void palier_put_text (JsonBuilder *builder, const char *name, const char *text);       /* NULL: null */
void palier_put_number (JsonBuilder *builder, const char *name, gint64 number);        /* negative: null */
void palier_put_flag (JsonBuilder *builder, const char *name, int flag);               /* negative: null */
void palier_put_array (JsonBuilder *builder, const char *name);                        /* to be ended by the caller */
char *palier_builder_to_text (JsonBuilder *builder, gboolean pretty);

/* NULL, -1 and NULL for what is absent, null or of another kind. */
char *palier_take_text (JsonObject *object, const char *name);
gint64 palier_take_number (JsonObject *object, const char *name);
int palier_take_flag (JsonObject *object, const char *name);
JsonArray *palier_take_array (JsonObject *object, const char *name); /* borrowed, NULL */
JsonObject *palier_array_get_object (JsonArray *array, guint i);     /* borrowed, NULL: no object */
/* Every text that comes from outside: the parser calls itself for each bracket, and one that nests without end would run
 * it out of its stack. FALSE: that, a comment or a single quote (neither is JSON), or what the parser finds wrong. */
gboolean palier_json_load (JsonParser *parser, const char *text, gsize length, GError **error);
/* PALIER_ERROR_DATA_FILE when it is no object. */
JsonObject *palier_text_to_object (const char *text, GError **error);
