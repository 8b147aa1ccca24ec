/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/keeper.h"

#include "base/error.h"
#include "stick/udisks.h"
#include "stick/volumes.h"

static GVariant *
no_options (void)
{
  return g_variant_new ("(a{sv})", NULL);
}

static PalierVolume *
as_it_is_now (PalierVolume *self, GCancellable *cancellable, GError **error)
{
  return palier_volumes_find (palier_volume_get_object (self), palier_volume_get_port (self),
                              cancellable, error);
}

/* The name of a device node is given anew when another stick comes: size and drive must agree too. */
static PalierVolume *
the_same_now (PalierVolume *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierVolume) now = as_it_is_now (self, cancellable, error);

  if (!now)
    return NULL;
  if (palier_volume_get_size (now) != palier_volume_get_size (self)
      || !g_str_equal (palier_volume_get_drive (now), palier_volume_get_drive (self)))
    {
      palier_error_set (error, PALIER_ERROR_PLACE_GONE, "another stick is at %s now",
                        palier_volume_get_port (self));
      return NULL;
    }
  return g_steal_pointer (&now);
}

char *
palier_volume_mount (PalierVolume *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierVolume) now = the_same_now (self, cancellable, error);
  g_autoptr (GVariant) answer = NULL;
  char *path = NULL;

  if (!now)
    return NULL;
  if (palier_volume_get_mount (now))
    return g_strdup (palier_volume_get_mount (now));
  answer = palier_udisks_call (palier_volume_get_object (now), PALIER_UDISKS_FILESYSTEM, "Mount",
                               no_options (), cancellable, error);
  if (answer)
    g_variant_get (answer, "(s)", &path);
  return path;
}

static gboolean
unmount_now (PalierVolume *now, GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) answer = NULL;

  if (!palier_volume_get_mount (now))
    return TRUE;
  answer = palier_udisks_call (palier_volume_get_object (now), PALIER_UDISKS_FILESYSTEM, "Unmount",
                               no_options (), cancellable, error);
  return answer != NULL;
}

gboolean
palier_volume_unmount (PalierVolume *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierVolume) now = the_same_now (self, cancellable, error);

  return now && unmount_now (now, cancellable, error);
}

/* A drive that cannot be switched off is let go of by ejecting; its content is safe either way. */
static gboolean
switch_off (const char *drive, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) refused = NULL;
  g_autoptr (GVariant) off = palier_udisks_call (drive, PALIER_UDISKS_DRIVE, "PowerOff",
                                                 no_options (), cancellable, &refused);
  g_autoptr (GVariant) ejected = NULL;

  if (off)
    return TRUE;
  if (!g_error_matches (refused, PALIER_ERROR, PALIER_ERROR_STICK_UNUSABLE))
    {
      g_propagate_error (error, g_steal_pointer (&refused));
      return FALSE;
    }
  ejected =
      palier_udisks_call (drive, PALIER_UDISKS_DRIVE, "Eject", no_options (), cancellable, error);
  return ejected != NULL;
}

/* The volumes are asked for anew: one that was mounted since the last look must be unmounted too. */
gboolean
palier_stick_take_out (PalierStick *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) volumes = palier_volumes_list (cancellable, error);
  g_autofree char *drive = NULL;

  if (!volumes)
    return FALSE;
  for (guint i = 0; i < volumes->len; i++)
    {
      PalierVolume *volume = g_ptr_array_index (volumes, i);

      if (!g_str_equal (palier_volume_get_port (volume), palier_stick_get_port (self)))
        continue;
      if (!unmount_now (volume, cancellable, error))
        return FALSE;
      if (!drive)
        drive = g_strdup (palier_volume_get_drive (volume));
    }
  if (!drive)
    {
      palier_error_set (error, PALIER_ERROR_PLACE_GONE, "%s", palier_stick_get_port (self));
      return FALSE;
    }
  return switch_off (drive, cancellable, error);
}

static gboolean
is_agreed (PalierStick *self, const char *typed, GError **error)
{
  g_autofree char *word = palier_stick_dup_format_word (self);
  g_autofree char *want = g_utf8_casefold (word, -1);
  g_autofree char *trimmed = g_strstrip (g_strdup (typed ? typed : ""));
  g_autofree char *given = g_utf8_casefold (trimmed, -1);

  if (g_str_equal (want, given))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "format %s", palier_stick_get_port (self));
  return FALSE;
}

static GVariant *
format_arguments (const char *label)
{
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  if (label)
    g_variant_builder_add (&options, "{sv}", "label", g_variant_new_string (label));
  g_variant_builder_add (&options, "{sv}", "update-partition-type", g_variant_new_boolean (TRUE));
  return g_variant_new ("(sa{sv})", "vfat", &options);
}

gboolean
palier_stick_format (PalierStick *self,
                     PalierVolume *volume,
                     const char *typed,
                     const char *label,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (PalierVolume) now = NULL;
  g_autoptr (PalierVolume) after = NULL;
  g_autoptr (GVariant) answer = NULL;

  g_return_val_if_fail (g_str_equal (palier_volume_get_port (volume), palier_stick_get_port (self)),
                        FALSE);

  if (!is_agreed (self, typed, error))
    return FALSE;
  now = the_same_now (volume, cancellable, error);
  if (!now || !unmount_now (now, cancellable, error))
    return FALSE;
  answer = palier_udisks_call (palier_volume_get_object (now), PALIER_UDISKS_BLOCK, "Format",
                               format_arguments (label), cancellable, error);
  after = answer ? as_it_is_now (volume, cancellable, error) : NULL;
  if (after && !palier_volume_is_fat32 (after))
    palier_error_set (error, PALIER_ERROR_STICK_UNUSABLE, "formatted, but not as FAT32");
  return after && palier_volume_is_fat32 (after);
}
