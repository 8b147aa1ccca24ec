/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/catalogue-private.h"

#define FORMAT 1

static const char *const top_members[]
    = { "format", "changed", "page", "families", "foreign_packages", "repair_requests", NULL };
static const char *const page_members[] = { "title", "date", NULL };
static const char *const foreign_members[] = { "name", "prefix", "made_for", NULL };
static const char *const request_members[] = { "family", "version", "method", "path", NULL };

static void
load_page (PalierCatalogue *self, JsonNode *node)
{
  JsonObject *object = palier_reader_object (self->reader, node, "page", page_members);

  self->page_title = palier_reader_string (self->reader, object, "page", "title", FALSE);
  self->page_date = palier_reader_date (self->reader, object, "page", "date");
}

static void
load_families (PalierCatalogue *self, JsonObject *top)
{
  JsonArray *array = palier_reader_array (self->reader, top, "", "families");

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("families[%u]", i);

      g_ptr_array_add (self->families,
                       palier_family_load (self->reader, json_array_get_element (array, i), place));
    }
}

static void
load_foreign (PalierCatalogue *self, JsonObject *top)
{
  JsonArray *array = palier_reader_array (self->reader, top, "", "foreign_packages");

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("foreign_packages[%u]", i);
      JsonObject *object = palier_reader_object (self->reader, json_array_get_element (array, i),
                                                 place, foreign_members);
      PalierForeignPackage foreign = {
        .name = palier_reader_string (self->reader, object, place, "name", FALSE),
        .prefix = palier_reader_boolean (self->reader, object, place, "prefix"),
        .made_for = palier_reader_string (self->reader, object, place, "made_for", FALSE),
      };

      g_array_append_val (self->foreign, foreign);
    }
}

static void
load_requests (PalierCatalogue *self, JsonObject *top)
{
  JsonArray *array = palier_reader_array (self->reader, top, "", "repair_requests");

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("repair_requests[%u]", i);
      JsonObject *object = palier_reader_object (self->reader, json_array_get_element (array, i),
                                                 place, request_members);
      PalierRepairRequest request = {
        .family = palier_reader_string (self->reader, object, place, "family", FALSE),
        .version = palier_reader_version (self->reader, object, place, "version", FALSE),
        .method = palier_reader_string (self->reader, object, place, "method", FALSE),
        .path = palier_reader_string (self->reader, object, place, "path", FALSE),
      };

      g_array_append_val (self->repair_requests, request);
    }
}

static void
check_format (PalierReader *reader, JsonNode *node)
{
  if (node && !(JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64))
    palier_reader_fail (reader, "format", "must be a number");
  else if (node && json_node_get_int (node) != FORMAT)
    palier_reader_fail (reader, "format", "must be %d", FORMAT);
}

void
palier_catalogue_load (PalierCatalogue *self)
{
  JsonObject *top
      = palier_reader_object (self->reader, palier_reader_get_root (self->reader), "", top_members);

  check_format (self->reader, palier_reader_node (self->reader, top, "format"));
  self->changed = palier_reader_date (self->reader, top, "", "changed");
  load_page (self, palier_reader_node (self->reader, top, "page"));
  load_families (self, top);
  load_foreign (self, top);
  load_requests (self, top);
  if (!palier_reader_has_failed (self->reader))
    palier_catalogue_check (self);
}
