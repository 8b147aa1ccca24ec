/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

const char *
palier_package_get_path (PalierPackage *self)
{
  return self->path;
}

const char *
palier_package_get_archive_name (PalierPackage *self)
{
  return self->archive_name;
}

const char *
palier_package_get_sha256 (PalierPackage *self)
{
  return self->sha256;
}

guint64
palier_package_get_size (PalierPackage *self)
{
  return self->size;
}

PalierContainer
palier_package_get_container (PalierPackage *self)
{
  return self->container;
}

PalierComplete
palier_package_get_complete (PalierPackage *self)
{
  return self->complete;
}

gboolean
palier_package_is_broken (PalierPackage *self)
{
  return self->broken;
}

const char *
palier_package_get_language (PalierPackage *self)
{
  return self->language;
}

GPtrArray *
palier_package_get_files (PalierPackage *self)
{
  return self->files;
}

GPtrArray *
palier_package_get_findings (PalierPackage *self)
{
  return self->findings;
}

gboolean
palier_package_get_version (PalierPackage *self, PalierVersion *version)
{
  if (self->has_version)
    *version = self->version;
  return self->has_version;
}

const char *
palier_package_get_only_for_serial (PalierPackage *self)
{
  return self->only_for_serial;
}

const char *
palier_package_get_family (PalierPackage *self)
{
  return self->family;
}

gboolean
palier_package_is_custom (PalierPackage *self)
{
  return self->custom;
}

GBytes *
palier_package_get_bytes (PalierPackage *self)
{
  return g_bytes_ref (self->bytes);
}
