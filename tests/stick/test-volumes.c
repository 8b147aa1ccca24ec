/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "folder.h"
#include "follow.h"
#include "mock-udisks.h"
#include "stick/keeper.h"
#include "stick/volumes.h"
#include "tree.h"

#define GB G_GUINT64_CONSTANT (1000000000)

static GTestDBus *bus;

typedef struct
{
  UMockdevTestbed *bed;
  MockUdisks *udisks;
  char *folder; /* what a mounted volume shows */
} Fixture;

static const TreeDevice stick = { "1-2", 5, TREE_STICK, "SanDisk", "Ultra", "4C530001" };
static const MockBlock plain = { "sdb1", "BACKUP", "vfat", "FAT32", 16 * GB, NULL, 0 };

static void
set_up (Fixture *f, gconstpointer data)
{
  static const TreeDevice root = { "1", 1, TREE_ROOT, NULL, NULL, NULL };

  f->bed = umockdev_testbed_new ();
  tree_add (f->bed, &root);
  tree_add (f->bed, &stick);
  tree_add_disk (f->bed, "1-2", "sdb");
  tree_add_disk (f->bed, NULL, "sda");
  f->folder = folder_new ();
  f->udisks = mock_udisks_new (bus);
  mock_udisks_set_mount_point (f->udisks, f->folder);
  mock_udisks_appear (f->udisks);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  mock_udisks_free (f->udisks);
  g_object_unref (f->bed);
  folder_remove (f->folder);
}

typedef struct
{
  const char *sentence;
  MockBlock block;
  gboolean offered;
} Row;

static const Row rows[] = {
  { "a partition of a stick", { "sdb1", "A", "vfat", "FAT32", GB, NULL, 0 }, TRUE },
  { "a stick without partitions", { "sdb", "A", "exfat", "1.0", GB, NULL, 0 }, TRUE },
  { "a stick without a file system", { "sdb", NULL, NULL, NULL, GB, NULL, 0 }, TRUE },
  { "a locked stick", { "sdb1", "A", "vfat", "FAT32", GB, NULL, MOCK_READ_ONLY }, TRUE },
  { "the frame around partitions", { "sdb", NULL, NULL, NULL, GB, NULL, MOCK_TABLE }, FALSE },
  { "the frame around logical partitions",
    { "sdb1", NULL, NULL, NULL, GB, NULL, MOCK_CONTAINER },
    FALSE },
  { "a card reader without a card", { "sdb", NULL, NULL, NULL, 0, NULL, 0 }, FALSE },
  { "a partition that is to be left alone",
    { "sdb1", NULL, "vfat", "FAT32", GB, NULL, MOCK_IGNORE },
    FALSE },
  { "the stick that the system runs from",
    { "sdb1", NULL, "ext4", "1.0", GB, "/", MOCK_SYSTEM },
    FALSE },
  { "a disk in a USB case", { "sdb1", NULL, "ext4", "1.0", GB, NULL, MOCK_FIXED }, FALSE },
  { "a card in a slot of the computer",
    { "sdb1", NULL, "vfat", "FAT32", GB, NULL, MOCK_SATA },
    FALSE },
  { "a disk inside the computer that claims USB",
    { "sda1", NULL, "vfat", "FAT32", GB, NULL, 0 },
    FALSE },
  { "a disk inside the computer",
    { "sda1", NULL, "ext4", "1.0", GB, NULL, MOCK_SATA | MOCK_FIXED },
    FALSE },
  { "a file that plays a disk", { "sdb1", NULL, "vfat", "FAT32", GB, NULL, MOCK_ORPHAN }, FALSE },
  { "a disk that the kernel does not know", { "sdz1", NULL, "vfat", "FAT32", GB, NULL, 0 }, FALSE },
};

static void
test_offered (Fixture *f, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) volumes = NULL;

  mock_udisks_set (f->udisks, &row->block, 1);
  volumes = palier_volumes_list (NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (volumes->len, ==, row->offered);
  if (row->offered)
    {
      PalierVolume *volume = g_ptr_array_index (volumes, 0);

      g_assert_cmpstr (palier_volume_get_port (volume), ==, "1-2");
      g_assert_cmpstr (palier_volume_get_label (volume), ==, row->block.label);
      g_assert_cmpstr (palier_volume_get_filesystem (volume), ==, row->block.type);
      g_assert_cmpint (palier_volume_get_size (volume), ==, row->block.size);
      g_assert_cmpint (palier_volume_get_free (volume), ==, PALIER_SIZE_UNKNOWN);
      g_assert_cmpint (palier_volume_get_read_only (volume), ==,
                       !!(row->block.flags & MOCK_READ_ONLY));
      g_assert_cmpint (palier_volume_is_fat32 (volume), ==,
                       g_strcmp0 (row->block.version, "FAT32") == 0);
    }
}

static PalierStick *
the_stick (void)
{
  g_autoptr (GError) error = NULL;
  PalierSticksState state;
  g_autoptr (GPtrArray) sticks = palier_sticks_look (&state, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (state, ==, PALIER_STICKS_READY);
  g_assert_cmpuint (sticks->len, ==, 1);
  return g_object_ref (g_ptr_array_index (sticks, 0));
}

static void
assert_log (Fixture *f, const char *want)
{
  g_autofree char *log = mock_udisks_take_log (f->udisks);

  g_assert_cmpstr (log, ==, want);
}

static void
test_mounted_and_out (Fixture *f, gconstpointer data)
{
  MockBlock two[] = { plain, { "sdb2", "MORE", "vfat", "FAT32", GB, "/elsewhere", 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierStick) before = NULL, after = NULL;
  g_autofree char *path = NULL, *again = NULL;

  mock_udisks_set (f->udisks, two, 2);
  before = the_stick ();
  g_assert_cmpuint (palier_stick_get_n_volumes (before), ==, 2);
  path = palier_volume_mount (palier_stick_get_volume (before, 0), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, f->folder);
  again = palier_volume_mount (palier_stick_get_volume (before, 0), NULL, &error);
  g_assert_cmpstr (again, ==, f->folder);
  assert_log (f, "Mount sdb1");
  after = the_stick ();
  g_assert_cmpint (palier_volume_get_free (palier_stick_get_volume (after, 0)), >, 0);
  g_assert_false (palier_stick_equal (before, after));
  g_assert_true (palier_stick_take_out (before, NULL, &error)); /* sees what was mounted since */
  g_assert_no_error (error);
  assert_log (f, "Unmount sdb1, Unmount sdb2, PowerOff sdb");
  g_assert_false (palier_stick_take_out (before, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_PLACE_GONE);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sentence;
    const char *method;
    const char *error;
    int code; /* -1: done all the same */
    const char *log;
  } table[] = {
    { "a file is open", "Unmount", "org.freedesktop.UDisks2.Error.DeviceBusy",
      PALIER_ERROR_STICK_BUSY, "Unmount sdb1" },
    { "the person said no", "Unmount", "org.freedesktop.UDisks2.Error.NotAuthorizedDismissed",
      PALIER_ERROR_NO_STICK_SERVICE, "Unmount sdb1" },
    { "it went away meanwhile", "Unmount", "org.freedesktop.DBus.Error.UnknownMethod",
      PALIER_ERROR_PLACE_GONE, "Unmount sdb1" },
    { "something else holds the drive", "PowerOff", "org.freedesktop.UDisks2.Error.DeviceBusy",
      PALIER_ERROR_STICK_BUSY, "Unmount sdb1, PowerOff sdb" },
    { "a drive that only ejects", "PowerOff", "org.freedesktop.UDisks2.Error.Failed", -1,
      "Unmount sdb1, PowerOff sdb, Eject sdb" },
    { "an odd failure", "Unmount", "org.freedesktop.UDisks2.Error.Failed",
      PALIER_ERROR_STICK_UNUSABLE, "Unmount sdb1" },
  };
  MockBlock mounted = plain;

  mounted.mount = f->folder;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PalierStick) now = NULL;

      g_test_message ("%s", table[i].sentence);
      mock_udisks_set (f->udisks, &mounted, 1);
      now = the_stick ();
      mock_udisks_refuse (f->udisks, table[i].method, table[i].error);
      g_assert_cmpint (palier_stick_take_out (now, NULL, &error), ==, table[i].code < 0);
      g_assert_cmpint (error ? error->code : -1, ==, table[i].code);
      assert_log (f, table[i].log);
      mock_udisks_refuse (f->udisks, NULL, NULL);
    }
}

static void
test_format (Fixture *f, gconstpointer data)
{
  MockBlock other = { "sdb1", NULL, "ntfs", NULL, 16 * GB, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierStick) now = NULL, after = NULL;

  other.mount = f->folder;
  mock_udisks_set (f->udisks, &other, 1);
  now = the_stick ();
  g_assert_false (
      palier_stick_format (now, palier_stick_get_volume (now, 0), "0002", "PALIER", NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CONSENT_MISSING);
  g_clear_error (&error);
  g_assert_false (
      palier_stick_format (now, palier_stick_get_volume (now, 0), NULL, "PALIER", NULL, &error));
  g_clear_error (&error);
  assert_log (f, "");
  g_assert_true (
      palier_stick_format (now, palier_stick_get_volume (now, 0), " 0001", "PALIER", NULL, &error));
  g_assert_no_error (error);
  assert_log (f, "Unmount sdb1, Format sdb1");
  after = the_stick ();
  g_assert_true (palier_volume_is_fat32 (palier_stick_get_volume (after, 0)));

  other.flags = MOCK_FAT16;
  mock_udisks_set (f->udisks, &other, 1);
  g_assert_false (
      palier_stick_format (now, palier_stick_get_volume (now, 0), "0001", "PALIER", NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_STICK_UNUSABLE);
}

/* sdb is another stick now: nothing is done to it in the name of the first. */
static void
test_another_stick (Fixture *f, gconstpointer data)
{
  MockBlock other = { "sdb1", "PHOTOS", "ntfs", NULL, 64 * GB, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierStick) now = NULL;

  mock_udisks_set (f->udisks, &plain, 1);
  now = the_stick ();
  mock_udisks_set (f->udisks, &other, 1);
  g_assert_null (palier_volume_mount (palier_stick_get_volume (now, 0), NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_PLACE_GONE);
  g_clear_error (&error);
  g_assert_false (
      palier_stick_format (now, palier_stick_get_volume (now, 0), "0001", "PALIER", NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_PLACE_GONE);
  assert_log (f, "");
}

static void
test_best_volume (Fixture *f, gconstpointer data)
{
  MockBlock four[] = {
    { "sdb1", "UNFORMATTED", NULL, NULL, GB, NULL, 0 },
    { "sdb2", "LOCKED", "vfat", "FAT32", GB, NULL, MOCK_READ_ONLY },
    { "sdb3", "LARGE", "exfat", "1.0", GB, NULL, 0 },
    { "sdb4", "GOOD", "vfat", "FAT32", GB, NULL, 0 },
  };
  static const char *const best[] = { NULL, NULL, NULL, "LARGE", "GOOD" };

  for (guint n = 1; n <= G_N_ELEMENTS (four); n++)
    {
      g_autoptr (PalierStick) now = NULL;
      PalierVolume *volume;

      mock_udisks_set (f->udisks, four, n);
      now = the_stick ();
      volume = palier_stick_get_best_volume (now);
      g_assert_cmpstr (volume ? palier_volume_get_label (volume) : NULL, ==, best[n]);
    }
}

/* The living list follows UDisks2 too, and UDisks2 itself may come and go. */
static void
test_followed (Fixture *f, gconstpointer data)
{
  g_autoptr (PalierSticks) sticks = palier_sticks_new ();
  MockBlock mounted = plain;
  Follow follow;

  mounted.mount = f->folder;
  mock_udisks_vanish (f->udisks);
  follow_start (&follow, sticks);
  follow_until_state (&follow, PALIER_STICKS_NO_SERVICE);
  follow_until (&follow, "1-2");
  mock_udisks_set (f->udisks, &plain, 1);
  mock_udisks_appear (f->udisks);
  follow_until (&follow, "1-2[BACKUP]");
  follow_until_state (&follow, PALIER_STICKS_READY);
  mock_udisks_set (f->udisks, &mounted, 1);
  follow_until (&follow, "1-2[BACKUP mounted]");
  mock_udisks_set (f->udisks, NULL, 0);
  follow_until (&follow, "1-2");
  mock_udisks_vanish (f->udisks);
  follow_until_state (&follow, PALIER_STICKS_NO_SERVICE);
  follow_stop (&follow);
}

static void
add (const char *name, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/stick/volumes/", name, NULL);

  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_nonnull (
      strstr (g_getenv ("LD_PRELOAD"), "umockdev")); /* start it by umockdev-wrapper */
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add (rows[i].sentence, &rows[i], test_offered);
  add ("mounted, and out", NULL, test_mounted_and_out);
  add ("refusals", NULL, test_refusals);
  add ("format", NULL, test_format);
  add ("another stick in its place", NULL, test_another_stick);
  add ("the best volume", NULL, test_best_volume);
  add ("followed", NULL, test_followed);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  g_object_unref (bus);
  return status;
}
