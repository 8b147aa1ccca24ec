/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include "stick-row.h"

#include <glib/gstdio.h>

/* The list of sticks: what is offered, what is said of each, letting go of one and erasing one. */

#define GB G_GUINT64_CONSTANT (1000000000)

typedef struct
{
  const char *sentence;
  int chosen; /* -1: nothing */
  gboolean plugged;
  PalierCopyTarget target;
  gboolean has_place;
} Target;

static const Target targets[] = {
  { "without a stick, this computer", -1, FALSE, PALIER_COPY_COMPUTER, TRUE },
  { "with a stick, both", -1, TRUE, PALIER_COPY_BOTH, TRUE },
  { "both was chosen, and no stick is there", PALIER_COPY_BOTH, FALSE, PALIER_COPY_BOTH, FALSE },
  { "a stick alone was chosen, and none is there", PALIER_COPY_STICK, FALSE, PALIER_COPY_STICK, FALSE },
  { "a stick alone", PALIER_COPY_STICK, TRUE, PALIER_COPY_STICK, TRUE },
  { "this computer was chosen, whatever is plugged in", PALIER_COPY_COMPUTER, TRUE, PALIER_COPY_COMPUTER, TRUE },
};

/* A recorder of the person's own; practice would leave sticks be until they are chosen. */
static void
test_target (Desk *desk, gconstpointer data)
{
  const Target *row = data;

  mock_udisks_appear (desk->udisks);
  g_object_set (desk->walk.session, "address", "192.0.2.7", NULL);
  desk_get_use (desk);
  if (row->plugged)
    {
      desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
      walk_until (&desk->walk, desk_is_ready, NULL);
    }
  if (row->chosen >= 0)
    palier_session_set_copy_target (desk->walk.session, (PalierCopyTarget) row->chosen);
  g_assert_cmpint (palier_session_get_copy_target (desk->walk.session), ==, row->target);
  g_assert_true (palier_session_copy_has_place (desk->walk.session) == row->has_place);
  g_assert_cmpuint (palier_stick_use_get_state (desk_get_use (desk)), ==, PALIER_STICK_IDLE);
  desk_assert_log (desk, "");
}

static void
test_practice_leaves_sticks_be (Desk *desk, gconstpointer data)
{
  desk_to_the_copy (desk);
  desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  desk_copy (desk);
  desk_assert_log (desk, "");
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), ==, 0);
}

typedef struct
{
  const char *sentence;
  MockBlock block;
  const char *words;
  gboolean formats, writes;
} Shown;

static const Shown shown[] = {
  { "FAT32 is as it should be", { "sdb1", "BACKUP", "vfat", "FAT32", 16 * GB, NULL, 0 },
    "BACKUP · 16.0 GB · FAT32 · USB port 1-2", FALSE, TRUE },
  { "another format can be made FAT32", { "sdb1", "PHOTOS", "ntfs", NULL, 16 * GB, NULL, 0 },
    "PHOTOS · 16.0 GB · NTFS · USB port 1-2", TRUE, TRUE },
  { "nothing is on it yet", { "sdb", NULL, NULL, NULL, 16 * GB, NULL, 0 },
    "no label · 16.0 GB · not formatted · USB port 1-2", TRUE, FALSE },
  { "a lock is said", { "sdb1", "BACKUP", "vfat", "FAT32", 16 * GB, NULL, MOCK_READ_ONLY },
    "BACKUP · 16.0 GB · FAT32 · read-only · USB port 1-2", FALSE, FALSE },
};

static gboolean
is_described (Walk *walk, gpointer words)
{
  PalierSticks *sticks = palier_stick_use_get_sticks (palier_session_get_stick_use (walk->session));
  g_autoptr (PalierStick) stick = g_list_model_get_item (G_LIST_MODEL (sticks), 0);
  g_autofree char *text = stick != NULL ? palier_stick_dup_words (stick) : NULL;
  g_autoptr (GString) plain_text = g_string_new (text);

  g_string_replace (plain_text, "\u00a0", " ", 0);
  return g_strcmp0 (plain_text->str, words) == 0;
}

static void
test_shown (Desk *desk, gconstpointer data)
{
  const Shown *row = data;
  g_autoptr (PalierStick) stick = NULL;

  mock_udisks_appear (desk->udisks);
  desk_to_the_copy (desk);
  desk_plug_in (desk, &desk_first, "sdb", &row->block, 1);
  walk_until (&desk->walk, is_described, (gpointer) row->words);
  stick = g_list_model_get_item (G_LIST_MODEL (palier_stick_use_get_sticks (desk_get_use (desk))), 0);
  g_assert_true (palier_stick_use_may_format (desk_get_use (desk), stick) == row->formats);
  g_assert_true (palier_stick_use_is_ready (desk_get_use (desk)) == row->writes);
}

static void
ask_to_format (Desk *desk)
{
  MockBlock other = { "sdb1", "PHOTOS", "ntfs", NULL, 16 * GB, NULL, 0 };

  desk_to_the_copy (desk);
  walk_click (&desk->walk, "to_both");
  desk_plug_in (desk, &desk_first, "sdb", &other, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  desk_click_in_list (desk, "format");
}

static void
test_format (Desk *desk, gconstpointer data)
{
  ask_to_format (desk);
  walk_shot (&desk->walk, "sticks-6-format");
  g_assert_false (gtk_widget_is_sensitive (walk_need (&desk->walk, "format_now")));
  walk_type (&desk->walk, "format_typed", "0002");
  g_assert_false (gtk_widget_is_sensitive (walk_need (&desk->walk, "format_now")));
  desk_assert_log (desk, "");
  walk_type (&desk->walk, "format_typed", "0001");
  walk_click (&desk->walk, "format_now");
  walk_until (&desk->walk, desk_is_idle, NULL);
  g_assert_no_error (palier_stick_use_get_problem (desk_get_use (desk)));
  desk_assert_log (desk, "Mount sdb1, Unmount sdb1, Format sdb1");
}

static void
test_format_keeper (Desk *desk, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (desk->mount, "Palier", NULL);
  g_autofree char *path = g_build_filename (folder, "devCfg_4821_V3.4.70_20260821.bin", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "kept", -1, NULL));
  ask_to_format (desk);
  walk_type (&desk->walk, "format_typed", "0001");
  walk_click (&desk->walk, "format_now");
  walk_until (&desk->walk, desk_is_idle, NULL);
  walk_shot (&desk->walk, "sticks-7-keeper");
  g_assert_error (palier_stick_use_get_problem (desk_get_use (desk)), PALIER_ERROR, PALIER_ERROR_FILE_IN_THE_WAY);
  desk_assert_log (desk, "Mount sdb1");
}

/* The question goes with the stick that it is about. */
static void
test_format_pulled (Desk *desk, gconstpointer data)
{
  ask_to_format (desk);
  g_assert_nonnull (walk_find (&desk->walk, "format_group"));
  mock_udisks_set (desk->udisks, NULL, 0);
  tree_remove (desk->bed, "1-2");
  desk_until_sticks (desk, 0);
  g_assert_null (walk_find (&desk->walk, "format_group"));
}

static gboolean
is_out (Walk *walk, gpointer data)
{
  return palier_stick_use_get_state (palier_session_get_stick_use (walk->session)) == PALIER_STICK_OUT;
}

/* One that the person's desktop has mounted can be let go of here, and is not written to for that. */
static void
test_eject (Desk *desk, gconstpointer data)
{
  MockBlock mounted = desk_plain;

  mounted.mount = desk->mount;
  desk_to_the_copy (desk);
  walk_click (&desk->walk, "to_both");
  desk_plug_in (desk, &desk_first, "sdb", &mounted, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  mock_udisks_refuse (desk->udisks, "Unmount", "org.freedesktop.UDisks2.Error.DeviceBusy");
  desk_click_in_list (desk, "eject");
  walk_until (&desk->walk, desk_is_idle, NULL);
  g_assert_error (palier_stick_use_get_problem (desk_get_use (desk)), PALIER_ERROR, PALIER_ERROR_STICK_BUSY);
  mock_udisks_refuse (desk->udisks, NULL, NULL);
  desk_click_in_list (desk, "eject");
  walk_until (&desk->walk, is_out, NULL);
  desk_assert_log (desk, "Unmount sdb1, Unmount sdb1, PowerOff sdb");
  g_assert_cmpuint (desk_count_copies (desk, "/"), ==, 0);
}

static gboolean
needs_folder (Walk *walk, gpointer data)
{
  return palier_stick_use_needs_folder (palier_session_get_stick_use (walk->session));
}

/* Without UDisks2 the person's own folder stands for the stick, and nothing pretends to have ejected it. */
static void
test_by_hand (Desk *desk, gconstpointer data)
{
  desk_to_the_copy (desk);
  walk_until (&desk->walk, needs_folder, NULL);
  walk_click (&desk->walk, "to_both");
  walk_shot (&desk->walk, "sticks-8-by-hand");
  desk_type_key (desk);
  g_assert_false (walk_may_go_on (&desk->walk));
  palier_stick_use_choose_folder (desk_get_use (desk), desk->mount);
  walk_settle ();
  desk_copy (desk);
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), ==, 1);
  g_assert_cmpint (palier_stick_use_get_state (desk_get_use (desk)), ==, PALIER_STICK_MOUNTED);
  g_assert_nonnull (strstr (desk_get_state (desk), "Eject it in the file manager"));
  g_assert_true (walk_may_go_on (&desk->walk));
}

static void
test_places (void)
{
  static const struct
  {
    const char *path, *words;
  } rows[] = {
    { "/run/media/anna/BACKUP/Palier/a.bin", "On the USB stick “BACKUP”" },
    { "/media/anna/MY STICK", "On the USB stick “MY STICK”" },
    { "/media/anna", NULL },
    { "/home/anna/media/x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = palier_place_dup_words (rows[i].path);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

int
main (int argc, char **argv)
{
  desk_begin (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    desk_add (targets[i].sentence, &targets[i], test_target);
  desk_add ("practice leaves sticks be", NULL, test_practice_leaves_sticks_be);
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    desk_add (shown[i].sentence, &shown[i], test_shown);
  desk_add ("one that was mounted is let go of", NULL, test_eject);
  desk_add ("formatting asks for the stick’s own word", NULL, test_format);
  desk_add ("a stick that holds a copy is not erased", NULL, test_format_keeper);
  desk_add ("the question goes with its stick", NULL, test_format_pulled);
  desk_add ("without UDisks2 a folder stands for the stick", "no service", test_by_hand);
  g_test_add_func ("/ui/sticks/a path tells its stick", test_places);
  return desk_end ();
}
