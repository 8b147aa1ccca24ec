/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include "base/size-text.h"

#include <glib/gi18n-lib.h>

/* Real packages of these recorders are some fifty megabytes. */
#define USUAL_FROM (20 * 1000 * 1000)
#define USUAL_TO (200 * 1000 * 1000)

void
palier_package_find (PalierPackage *self, const char *sentence)
{
  g_ptr_array_add (self->findings, g_strdup (sentence));
}

static void
look_at_container (PalierPackage *self)
{
  gsize size;
  const guint8 *raw = g_bytes_get_data (self->bytes, &size);

  self->container = palier_container_recognise (raw, size);
  switch (self->container)
    {
    case PALIER_CONTAINER_SWKH:
      palier_swkh_read (self);
      if (self->complete == PALIER_COMPLETE_YES)
        palier_package_find (
            self, _ ("The file is complete: its header, its table and its check sums hold."));
      break;
    case PALIER_CONTAINER_HK20:
    case PALIER_CONTAINER_HK30:
      palier_package_find (
          self,
          _ ("The file is the manufacturer’s, of a kind whose contents cannot be read: whether it "
             "is complete, only its SHA-256 can show, compared with one that the manufacturer "
             "published."));
      break;
    case PALIER_CONTAINER_UNKNOWN:
    default:
      palier_package_find (
          self,
          _ ("The file does not begin like any firmware that Palier knows: nothing in it could be "
             "checked."));
    }
}

static void
look_at_size (PalierPackage *self)
{
  gsize size = g_bytes_get_size (self->bytes);
  g_autofree char *shown = palier_size_dup_text (size);
  g_autofree char *sentence = NULL;

  if (self->only_for_serial || (size >= USUAL_FROM && size <= USUAL_TO))
    return;
  if (size < USUAL_FROM)
    sentence = g_strdup_printf (
      /* translators: %s is a size, such as 4.2 MB */
      _ ("The firmware is unusually small (%s): the download may have been cut short."), shown);
  else
    sentence = g_strdup_printf (
      /* translators: %s is a size, such as 412.0 MB */
      _ ("The firmware is unusually large (%s) for these recorders."), shown);
  palier_package_find (self, sentence);
}

static void
tell_version (PalierPackage *self)
{
  g_autofree char *version = palier_version_to_string (&self->version);
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (
    /* translators: %s is a version, such as V4.1.64 build 190119 */
    _ ("The file’s name says version %s. A name proves nothing by itself."), version);
  palier_package_find (self, sentence);
}

static void
look_at_catalogue (PalierPackage *self)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  const PalierFamily *owner
      = palier_catalogue_find_owner (catalogue, self->archive_name, self->sha256);
  const char *foreign = palier_catalogue_find_foreign (catalogue, self->archive_name);
  g_autofree char *sentence = NULL;

  if (owner)
    sentence = g_strdup_printf (
      /* translators: %s is a family of recorders, such as I-series (NI-I) */
      _ ("The catalogue knows this file: it is listed for %s."), owner->name);
  else if (foreign)
    sentence = g_strdup_printf (
      /* translators: %s is a kind of recorder as the manufacturer spells it, such as NI-K */
      _ ("A file of this name is known to be made for other recorders (%s), not for the "
         "I-series: there it could do lasting harm."),
      foreign);
  else
    sentence = g_strdup (_ ("The catalogue does not know this file."));
  palier_package_find (self, sentence);
}

static void
look_at_name (PalierPackage *self)
{
  if (palier_archive_name_get_version (self->archive_name, &self->version))
    {
      self->has_version = TRUE;
      tell_version (self);
    }
  else
    palier_package_find (self,
                         _ ("Neither the file’s name nor its contents say which version it is."));
}

static void
look_at_label (PalierPackage *self)
{
  g_autofree char *version = palier_version_to_string (&self->version);
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (
    /* translators: %1$s is a version, such as V4.50.00, %2$s a serial number */
    _ ("This is a practice package, %1$s, made by Palier for the "
                                 "practice recorder %2$s. No other "
                                 "recorder gets it."),
                              version, self->only_for_serial);
  palier_package_find (self, sentence);
}

void
palier_package_look (PalierPackage *self)
{
  look_at_container (self);
  look_at_size (self);
  if (self->only_for_serial)
    {
      look_at_label (self);
      return;
    }
  look_at_name (self);
  look_at_catalogue (self);
  palier_package_find (self, _ ("No file can prove for which model it was made: only the "
                                "catalogue, or your own knowledge of "
                                "where it comes from, can say so."));
}
