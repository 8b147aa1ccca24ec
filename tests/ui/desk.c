/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include "language.h"
#include "session-recorder.h"

#include <glib/gstdio.h>

#define GB G_GUINT64_CONSTANT (1000000000)

static GTestDBus *bus;

const TreeDevice desk_first = { "1-2", 5, TREE_STICK, "SanDisk", "Ultra", "4C530001" };
const TreeDevice desk_second = { "1-3", 6, TREE_STICK, "SanDisk", "Ultra", "4C530001" };
const MockBlock desk_plain = { "sdb1", "BACKUP", "vfat", "FAT32", 16 * GB, NULL, 0 };

static void
desk_set_up (Desk *desk, gconstpointer data)
{
  static const TreeDevice root = { "1", 1, TREE_ROOT, NULL, NULL, NULL };

  desk->bed = umockdev_testbed_new ();
  tree_add (desk->bed, &root);
  desk->udisks = mock_udisks_new (bus);
  walk_begin (&desk->walk, "v4.1.64");
  desk->mount = g_build_filename (desk->walk.folder, "mount", NULL);
  g_assert_cmpint (g_mkdir (desk->mount, 0700), ==, 0);
  mock_udisks_set_mount_point (desk->udisks, desk->mount);
  if (data == NULL)
    mock_udisks_appear (desk->udisks);
}

static void
desk_tear_down (Desk *desk, gconstpointer data)
{
  walk_end (&desk->walk);
  mock_udisks_free (desk->udisks);
  g_free (desk->mount); /* the mock tells it to whoever asks */
  g_object_unref (desk->bed);
}

void
desk_plug_in (Desk *desk, const TreeDevice *device, const char *disk, const MockBlock *blocks, guint n)
{
  tree_add (desk->bed, device);
  tree_add_disk (desk->bed, device->port, disk);
  mock_udisks_set (desk->udisks, blocks, n);
}

void
desk_to_the_copy (Desk *desk)
{
  walk_agree (&desk->walk);
  walk_sign_in (&desk->walk);
  walk_click (&desk->walk, "forward");
  walk_until_page (&desk->walk, "backup");
}

PalierStickUse *
desk_get_use (Desk *desk)
{
  return palier_session_get_stick_use (desk->walk.session);
}

static gboolean
has_n_sticks (Walk *walk, gpointer n)
{
  PalierSticks *sticks = palier_stick_use_get_sticks (palier_session_get_stick_use (walk->session));

  return g_list_model_get_n_items (G_LIST_MODEL (sticks)) == GPOINTER_TO_UINT (n);
}

void
desk_until_sticks (Desk *desk, guint n)
{
  walk_until (&desk->walk, has_n_sticks, GUINT_TO_POINTER (n));
  walk_settle ();
}

gboolean
desk_is_ready (Walk *walk, gpointer data)
{
  return palier_stick_use_is_ready (palier_session_get_stick_use (walk->session));
}

gboolean
desk_is_quiet (Walk *walk, gpointer data)
{
  return !palier_session_copy_is_busy (walk->session)
         && (palier_session_backup_ready (walk->session) || walk_find (walk, "problem") != NULL
             || walk_find (walk, "stick_problem") != NULL);
}

void
desk_type_key (Desk *desk)
{
  if (walk_find (&desk->walk, "key") != NULL)
    walk_type (&desk->walk, "key", "Palier-1234");
}

void
desk_copy (Desk *desk)
{
  desk_type_key (desk);
  walk_click (&desk->walk, "forward");
  walk_until (&desk->walk, desk_is_quiet, NULL);
  walk_settle ();
}

guint
desk_count_copies (Desk *desk, const char *below)
{
  PalierJournal *journal = palier_job_get_journal (palier_session_get_job (desk->walk.session));
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (journal);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    n += g_str_has_prefix (((const PalierBackup *) g_ptr_array_index (backups, i))->path, below) ? 1 : 0;
  return n;
}

guint
desk_count_copies_elsewhere (Desk *desk)
{
  return desk_count_copies (desk, "/") - desk_count_copies (desk, desk->mount);
}

void
desk_assert_log (Desk *desk, const char *want)
{
  g_autofree char *log = mock_udisks_take_log (desk->udisks);

  g_assert_cmpstr (log, ==, want);
}

const char *
desk_get_state (Desk *desk)
{
  return gtk_label_get_text (GTK_LABEL (walk_need (&desk->walk, "state")));
}

static gboolean
is_named (GtkWidget *widget, gpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

void
desk_click_in_list (Desk *desk, const char *name)
{
  GtkWidget *button = walk_visit (walk_need (&desk->walk, "sticks"), is_named, (gpointer) name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  walk_settle ();
}

gboolean
desk_is_idle (Walk *walk, gpointer data)
{
  return !palier_stick_use_is_busy (palier_session_get_stick_use (walk->session));
}

void
desk_begin (int *argc, char ***argv)
{
  palier_language_init ();
  adw_init ();
  /* It takes the display away from whoever comes later. */
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  g_test_init (argc, argv, NULL);
  g_set_prgname ("palier");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

void
desk_add (const char *name, gconstpointer data, void (*test) (Desk *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/ui/sticks/", name, NULL);

  g_test_add (path, Desk, data, desk_set_up, test, desk_tear_down);
}

int
desk_end (void)
{
  int status = g_test_run ();

  g_test_dbus_stop (bus);
  g_object_unref (bus);
  return status;
}
