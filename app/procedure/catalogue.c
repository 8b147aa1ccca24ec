/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/catalogue-private.h"

#include "procedure-resources.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SHIPPED "/io/github/palier/Palier/procedure/catalogue.json"

static void
family_free_cb (gpointer family)
{
  palier_family_free (family);
}

PalierCatalogue *
palier_catalogue_new_from_data (const char *json, gssize length, GError **error)
{
  g_autoptr (PalierCatalogue) self = g_new0 (PalierCatalogue, 1);

  self->reader = palier_reader_new (json, length);
  self->families = g_ptr_array_new_with_free_func (family_free_cb);
  self->foreign = g_array_new (FALSE, TRUE, sizeof (PalierForeignPackage));
  self->repair_requests = g_array_new (FALSE, TRUE, sizeof (PalierRepairRequest));
  palier_catalogue_load (self);
  return palier_reader_finish (self->reader, error) ? g_steal_pointer (&self) : NULL;
}

void
palier_catalogue_free (PalierCatalogue *self)
{
  g_ptr_array_unref (self->families);
  g_array_unref (self->foreign);
  g_array_unref (self->repair_requests);
  palier_reader_free (self->reader);
  g_free (self);
}

static PalierCatalogue *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (palier_procedure_get_resource (), SHIPPED, 0, &error);
  gsize length;
  const char *json = bytes ? g_bytes_get_data (bytes, &length) : NULL;
  PalierCatalogue *self
      = json ? palier_catalogue_new_from_data (json, (gssize) length, &error) : NULL;

  /* It is part of the program: a build whose tests passed cannot come here. */
  if (!self)
    g_error ("%s", error->message);
  return self;
}

PalierCatalogue *
palier_catalogue_get_shipped (void)
{
  static gsize shipped = 0;

  if (g_once_init_enter (&shipped))
    g_once_init_leave (&shipped, (gsize) load_shipped ());
  return (PalierCatalogue *) shipped;
}

const char *
palier_catalogue_get_page_title (PalierCatalogue *self)
{
  /* The shipped title, for translators' eyes: the catalogue itself is data. */
  G_GNUC_UNUSED static const char *const shipped = N_ ("The manufacturer’s I-series upgrade page");

  return _ (self->page_title);
}

const char *
palier_catalogue_get_page_date (PalierCatalogue *self)
{
  return self->page_date;
}

const char *
palier_catalogue_get_page_note (PalierCatalogue *self)
{
  return _ ("A newer version of this page may exist: the page itself says so. Look for it on the "
            "manufacturer’s "
            "support site before you begin.");
}

const char *
palier_catalogue_get_changed (PalierCatalogue *self)
{
  return self->changed;
}

guint
palier_catalogue_get_n_families (PalierCatalogue *self)
{
  return self->families->len;
}

const PalierFamily *
palier_catalogue_get_family (PalierCatalogue *self, guint i)
{
  g_return_val_if_fail (i < self->families->len, NULL);
  return self->families->pdata[i];
}

const PalierFamily *
palier_catalogue_find_family (PalierCatalogue *self, const char *model)
{
  for (guint i = 0; model && i < self->families->len; i++)
    {
      const PalierFamily *family = self->families->pdata[i];

      if (g_strv_contains (family->models, model))
        return family;
    }
  return NULL;
}

const PalierKnownPackage *
palier_family_find_package (const PalierFamily *family,
                            const char *archive_name,
                            const char *sha256)
{
  for (guint i = 0; i < family->packages->len; i++)
    {
      const PalierKnownPackage *package = &g_array_index (family->packages, PalierKnownPackage, i);

      /* Where the catalogue has a hash, the hash decides: a name can be given to any file. */
      if (package->sha256 ? g_strcmp0 (package->sha256, sha256) == 0
                          : g_strcmp0 (package->name, archive_name) == 0)
        return package;
    }
  return NULL;
}

const PalierFamily *
palier_catalogue_find_owner (PalierCatalogue *self, const char *archive_name, const char *sha256)
{
  for (guint i = 0; i < self->families->len; i++)
    if (palier_family_find_package (self->families->pdata[i], archive_name, sha256))
      return self->families->pdata[i];
  return NULL;
}

const char *
palier_catalogue_find_foreign (PalierCatalogue *self, const char *archive_name)
{
  if (!archive_name || palier_catalogue_find_owner (self, archive_name, NULL))
    return NULL;
  for (guint i = 0; i < self->foreign->len; i++)
    {
      const PalierForeignPackage *foreign = &g_array_index (self->foreign, PalierForeignPackage, i);

      if (foreign->prefix ? g_str_has_prefix (archive_name, foreign->name)
                          : g_str_equal (archive_name, foreign->name))
        return foreign->made_for;
    }
  return NULL;
}

const PalierRepairRequest *
palier_catalogue_find_repair_request (PalierCatalogue *self,
                                      const PalierFamily *family,
                                      const PalierVersion *version)
{
  for (guint i = 0; family && i < self->repair_requests->len; i++)
    {
      const PalierRepairRequest *request
          = &g_array_index (self->repair_requests, PalierRepairRequest, i);

      if (g_str_equal (request->family, family->id)
          && palier_version_equal (&request->version, version))
        return request;
    }
  return NULL;
}
