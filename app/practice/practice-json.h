/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

/* A struct's fields as JSON members, by a table: scenarios are read and state is kept with it. */
typedef enum
{
  PALIER_FIELD_END,
  PALIER_FIELD_TEXT,    /* char *, NULL when absent or null */
  PALIER_FIELD_BOOLEAN, /* gboolean */
  PALIER_FIELD_NUMBER,  /* double */
  PALIER_FIELD_COUNT,   /* guint */
  PALIER_FIELD_OTHER,   /* known, read by somebody else */
} PalierFieldType;

typedef struct
{
  const char *name;
  PalierFieldType type;
  gsize offset;
  gboolean required;
  double min, max;   /* of numbers; both 0: any that is not negative */
  const char *words; /* "|put|post|": the texts allowed; NULL: any */
} PalierField;

/* An absent member keeps what the struct has. Unknown members, wrong types and values out of range
 * are PALIER_ERROR_DATA_FILE, naming the place ("faults[2].at: …"). */
gboolean palier_fields_read (const PalierField *fields, JsonObject *object, const char *place,
                             gpointer into, GError **error);
void palier_fields_write (const PalierField *fields, JsonObject *object, gconstpointer from);
void palier_fields_clear (const PalierField *fields, gpointer owner);

/* Each element of the array member name, which must be an object; an absent member is an empty
 * array. */
typedef gboolean (*PalierItemFunc) (JsonObject *item, const char *place, gpointer data,
                                    GError **error);
gboolean palier_items_read (JsonObject *object, const char *name, const char *place,
                            PalierItemFunc func, gpointer data, GError **error);
