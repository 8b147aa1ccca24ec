/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "guest.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static void
list (void)
{
  static const struct
  {
    const char *serial;
    const char *label;
    const char *port;
    gboolean read_only;
  } rows[] = {
    { "CALM0001", "BACKUP", "-1", FALSE },
    { "LOCK0001", "LOCKED", "-2.1", TRUE },
    { "TINY0001", "TINY", "-3", FALSE },
    { "LINX0001", NULL, "-4", FALSE },
  };
  g_autoptr (GPtrArray) volumes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PalierStick) stick = guest_await (rows[i].serial);
      PalierVolume *volume = stick ? palier_stick_get_volume (stick, 0) : NULL;

      guest_ok (volume && g_strcmp0 (palier_volume_get_label (volume), rows[i].label) == 0
                    && palier_volume_get_read_only (volume) == rows[i].read_only
                    && g_str_has_suffix (palier_stick_get_port (stick), rows[i].port)
                    && palier_stick_get_speed (stick) > 0,
                NULL, "stick %s is listed: port %s, label %s, %s", rows[i].serial,
                stick ? palier_stick_get_port (stick) : "none",
                volume ? palier_volume_get_label (volume) : "none",
                rows[i].read_only ? "read-only" : "writable");
    }
  volumes = palier_volumes_list (NULL, NULL);
  guest_ok (volumes && volumes->len == G_N_ELEMENTS (rows), NULL,
            "the disks of the machine are not offered");
}

static void
write_backup (const char *folder, const char *name, gsize size)
{
  g_autoptr (GBytes) content = folder_bytes (size);
  g_autofree char *path = NULL, *sha256 = NULL;
  g_autoptr (GError) error = NULL;

  if (guest_ok (
          palier_write_verified (folder, name, content, &path, &sha256, NULL, NULL, NULL, &error),
          error, "%s of %zu bytes is written and reads back", name, size)
      && guest_ok (palier_verify_file (path, sha256, NULL, NULL, NULL, &error), error,
                   "%s verifies again", name))
    guest_say ("sha %s %s", name, sha256);
}

static void
move_aside (const char *folder)
{
  g_autofree char *source = g_build_filename (folder, "devCfg_1.bin", NULL);
  g_autofree char *moved_to = NULL, *sha256 = NULL;
  GError *error = NULL;

  palier_copy_verified (source, folder, "digicap.dav", 0, NULL, NULL, NULL, NULL, NULL, NULL,
                        &error);
  guest_failed_as (error, PALIER_ERROR_FILE_IN_THE_WAY,
                   "a digicap.dav in the way is not overwritten");
  error = NULL;
  palier_copy_verified (source, folder, "digicap.dav", PALIER_WRITE_MOVE_ASIDE, NULL, &sha256,
                        &moved_to, NULL, NULL, NULL, &error);
  guest_ok (g_strcmp0 (moved_to, "digicap (1).dav") == 0, error, "with consent it is moved aside");
  guest_say ("sha digicap.dav %s", sha256 ? sha256 : "none");
  g_clear_error (&error);
}

static void
take_out (PalierStick *stick, const char *sentence)
{
  g_autoptr (GError) error = NULL;

  guest_ok (palier_stick_take_out (stick, NULL, &error)
                && guest_await_gone (palier_stick_get_serial (stick)),
            error, "%s", sentence);
}

static void
back_up (void)
{
  g_autoptr (PalierStick) stick = guest_await ("CALM0001");
  g_autofree char *folder = stick ? guest_mount (stick) : NULL;
  g_autofree char *open_file = folder ? g_build_filename (folder, "kept.txt", NULL) : NULL;
  GError *error = NULL;
  int fd;

  if (!folder)
    return;
  write_backup (folder, "devCfg_1.bin", 5 * MIB + 3);
  move_aside (folder);
  fd = g_open (open_file, O_RDONLY | O_CLOEXEC, 0);
  palier_stick_take_out (stick, NULL, &error);
  guest_failed_as (error, PALIER_ERROR_STICK_BUSY, "a stick in use is not switched off");
  close (fd);
  take_out (stick, "the stick is unmounted and switched off, and gone from the list");
}

static void
locked (void)
{
  g_autoptr (PalierStick) stick = guest_await ("LOCK0001");
  g_autofree char *folder = stick ? guest_mount (stick) : NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  GError *error = NULL;

  if (!folder)
    return;
  palier_write_verified (folder, "a.bin", content, NULL, NULL, NULL, NULL, NULL, &error);
  guest_failed_as (error, PALIER_ERROR_READ_ONLY, "a read-only stick says so");
  guest_ok (folder_holds (folder, "kept.txt", "was here before\n"), NULL,
            "what is on it can be read");
  take_out (stick, "the read-only stick is switched off");
}

/* Space that was there when it began goes away in the middle. */
static void
eat_cb (double fraction, gpointer data)
{
  const char *folder = data;
  g_autofree char *path = g_build_filename (folder, "eaten", NULL);
  g_autofree char *block = g_malloc0 (MIB);
  int fd;

  if (fraction < 0.1 || g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  while (write (fd, block, MIB) > 0)
    ;
  close (fd);
}

static void
fill (void)
{
  g_autoptr (PalierStick) stick = guest_await ("TINY0001");
  g_autofree char *folder = stick ? guest_mount (stick) : NULL;
  g_autoptr (GBytes) content = folder_bytes (20 * MIB);
  g_autofree char *saved = NULL, *sha256 = NULL, *list_now = NULL;
  GError *error = NULL;

  if (!folder)
    return;
  guest_ok (palier_write_verified (folder, "saved.bin", content, &saved, &sha256, NULL, NULL, NULL,
                                   &error),
            error, "a file on the small stick");
  palier_write_verified (folder, "more.bin", content, NULL, NULL, eat_cb, folder, NULL, &error);
  guest_failed_as (error, PALIER_ERROR_DISK_FULL,
                   "a stick that fills in the middle of a write says so");
  error = NULL;
  palier_write_verified (folder, "more.bin", content, NULL, NULL, NULL, NULL, NULL, &error);
  guest_failed_as (error, PALIER_ERROR_DISK_FULL, "a full stick is refused before the first byte");
  error = NULL;
  guest_ok (palier_verify_file (saved, sha256, NULL, NULL, NULL, &error), error,
            "what was saved on it is untouched");
  list_now = folder_list (folder);
  guest_ok (g_str_equal (list_now, "eaten,kept.txt,saved.bin"), NULL,
            "no remains of a broken write: %s", list_now);
  guest_say ("sha saved.bin %s", sha256);
  take_out (stick, "the full stick is switched off");
}

static void
format (void)
{
  g_autoptr (PalierStick) stick = guest_await ("LINX0001");
  g_autoptr (PalierStick) after = NULL;
  g_autofree char *folder = NULL;
  GError *error = NULL;
  PalierVolume *volume = stick ? palier_stick_get_volume (stick, 0) : NULL;

  if (!volume)
    return;
  guest_ok (g_strcmp0 (palier_volume_get_filesystem (volume), "ext4") == 0
                && !palier_volume_is_fat32 (volume),
            NULL, "a stick in another format is known as such");
  palier_stick_format (stick, volume, "0002", "PALIER", NULL, &error);
  guest_failed_as (error, PALIER_ERROR_CONSENT_MISSING, "it is not formatted without naming it");
  error = NULL;
  guest_ok (palier_stick_format (stick, volume, "0001", "PALIER", NULL, &error), error,
            "named, it becomes FAT32");
  g_clear_error (&error);
  after = guest_await ("LINX0001");
  folder = after ? guest_mount (after) : NULL;
  if (!folder)
    return;
  write_backup (folder, "formatted.bin", MIB);
  take_out (after, "the formatted stick is switched off");
}

void
guest_calm (void)
{
  list ();
  back_up ();
  locked ();
  fill ();
  format ();
}
