/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "follow.h"
#include "stick/sysfs.h"
#include "tree.h"

/* What stays plugged in during all of it. */
static const TreeDevice furniture[] = {
  { "1", 1, TREE_ROOT, "Linux", "xHCI Host Controller", "0000:00:14.0" },
  { "2", 1, TREE_ROOT, "Linux", "xHCI Host Controller", "0000:00:14.0" },
  { "1-1", 2, TREE_HUB, NULL, "USB2.0 Hub", NULL },
  { "1-1.1", 3, TREE_KEYBOARD, "Keys", "Keyboard", NULL },
  { "1-1.4", 4, TREE_HUB, NULL, "USB2.0 Hub", NULL },
};

static UMockdevTestbed *
bed_new (void)
{
  UMockdevTestbed *bed = umockdev_testbed_new ();

  for (guint i = 0; i < G_N_ELEMENTS (furniture); i++)
    tree_add (bed, &furniture[i]);
  return bed;
}

typedef struct
{
  const char *sentence;
  TreeDevice device;
  const char *found; /* port, vendor, product, serial; "": not a stick */
} Row;

static const Row rows[] = {
  { "a stick",
    { "1-2", 9, TREE_STICK, "SanDisk", "Ultra", "4C530001" },
    "1-2 SanDisk Ultra 4C530001" },
  { "a stick behind two hubs",
    { "1-1.4.3", 9, TREE_STICK, "SanDisk", "Ultra", "4C" },
    "1-1.4.3 SanDisk Ultra 4C" },
  { "a stick with blanks around its texts",
    { "2-1", 9, TREE_STICK, "Kingston  ", " DT  ", NULL },
    "2-1 Kingston DT (null)" },
  { "a stick that says nothing",
    { "1-2", 9, TREE_STICK, NULL, NULL, NULL },
    "1-2 (null) (null) (null)" },
  { "a stick of blanks says nothing",
    { "1-2", 9, TREE_STICK, " ", " ", " " },
    "1-2 (null) (null) (null)" },
  { "a fast stick with two settings", { "2-2", 9, TREE_STICK_UAS, "A", "B", "C" }, "2-2 A B C" },
  { "a stick that nothing has configured",
    { "1-2", 9, TREE_STICK_IDLE, "A", "B", "C" },
    "1-2 A B C" },
  { "a phone that lends its storage",
    { "1-3", 9, TREE_PHONE_STORAGE, "Tel", "Phone", "1" },
    "1-3 Tel Phone 1" },
  { "a phone that does not", { "1-3", 9, TREE_PHONE, "Tel", "Phone", "1" }, "" },
  { "another keyboard", { "1-3", 9, TREE_KEYBOARD, "Keys", "Keyboard", NULL }, "" },
  { "another hub", { "1-3", 9, TREE_HUB, "H", "Hub", NULL }, "" },
};

static void
test_kinds (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (UMockdevTestbed) bed = bed_new ();
  g_autoptr (GPtrArray) sticks = NULL;
  g_autoptr (GString) found = g_string_new (NULL);
  PalierSticksState state;

  tree_add (bed, &row->device);
  sticks = palier_sticks_look (&state, NULL, NULL);
  g_assert_cmpint (state, ==, PALIER_STICKS_NO_SERVICE); /* no bus in this test */
  for (guint i = 0; i < sticks->len; i++)
    {
      PalierStick *stick = g_ptr_array_index (sticks, i);

      g_string_append_printf (found, "%s %s %s %s", palier_stick_get_port (stick),
                              palier_stick_get_vendor (stick), palier_stick_get_product (stick),
                              palier_stick_get_serial (stick));
      g_assert_cmpuint (palier_stick_get_speed (stick), ==, 480);
      g_assert_cmpuint (palier_stick_get_address (stick), ==, 9);
    }
  g_assert_cmpstr (found->str, ==, row->found);
}

static void
test_words (void)
{
  static const struct
  {
    const char *sentence;
    PalierStickPlace place;
    const char *name;
    const char *word;
  } table[] = {
    { "both texts",
      { 1, 2, (char *) "1-2", (char *) "SanDisk", (char *) "Ultra", (char *) "4C530001", 0 },
      "SanDisk Ultra",
      "0001" },
    { "the maker within the product",
      { 1, 2, (char *) "1-2", (char *) "SanDisk", (char *) "SanDisk Ultra", NULL, 0 },
      "SanDisk Ultra",
      "1-2" },
    { "a short serial number",
      { 1, 2, (char *) "1-2", NULL, (char *) "Ultra", (char *) "é1", 0 },
      "Ultra",
      "é1" },
    { "nothing told", { 1, 2, (char *) "1-2.4", NULL, NULL, NULL, 0 }, "USB stick", "1-2.4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (PalierStick) stick = palier_stick_new (&table[i].place, NULL);
      g_autofree char *name = palier_stick_dup_name (stick);
      g_autofree char *word = palier_stick_dup_format_word (stick);

      g_test_message ("%s", table[i].sentence);
      g_assert_cmpstr (name, ==, table[i].name);
      g_assert_cmpstr (word, ==, table[i].word);
    }
}

static void
test_places (void)
{
  g_autoptr (UMockdevTestbed) bed = bed_new ();
  g_autofree char *whole = NULL, *part = NULL, *inside = NULL, *none = NULL;
  TreeDevice stick = { "1-1.4.3", 9, TREE_STICK, NULL, NULL, NULL };

  tree_add (bed, &stick);
  tree_add_disk (bed, "1-1.4.3", "sdb");
  tree_add_disk (bed, NULL, "sda");
  whole = palier_sysfs_block_port ("/dev/sdb");
  part = palier_sysfs_block_port ("/dev/sdb1");
  inside = palier_sysfs_block_port ("/dev/sda1");
  none = palier_sysfs_block_port ("/dev/sdz");
  g_assert_cmpstr (whole, ==, "1-1.4.3");
  g_assert_cmpstr (part, ==, "1-1.4.3");
  g_assert_null (inside);
  g_assert_null (none);
}

static const TreeDevice twin = { "1-2", 5, TREE_STICK, "Twin", "Stick", "SAME" };
static const TreeDevice other_twin = { "1-1.2", 6, TREE_STICK, "Twin", "Stick", "SAME" };
static const TreeDevice late = { "2-1", 2, TREE_STICK_UAS, "Late", "Stick", "L" };
static const TreeDevice phone = { "1-4", 7, TREE_PHONE, "Tel", "Phone", "P" };

static void
test_comes_and_goes (void)
{
  g_autoptr (UMockdevTestbed) bed = bed_new ();
  g_autoptr (PalierSticks) sticks = palier_sticks_new ();
  TreeDevice again = twin;
  Follow follow;

  again.address = 11;
  follow_start (&follow, sticks);
  follow_until_state (&follow, PALIER_STICKS_NO_SERVICE);
  follow_until (&follow, "");
  tree_add (bed, &twin);
  follow_until (&follow, "1-2");
  tree_add (bed, &other_twin);
  follow_until (&follow, "1-1.2 1-2");
  tree_add (bed, &phone);
  tree_add (bed, &late);
  follow_until (&follow, "1-1.2 1-2 2-1");
  tree_remove (bed, "1-2");
  follow_until (&follow, "1-1.2 2-1");
  tree_remove (bed, "1-1.2");
  tree_add (bed, &again);
  follow_until (&follow, "1-2 2-1");
  g_assert_cmpuint (palier_stick_get_address (g_ptr_array_index (follow.shadow, 0)), ==, 11);
  tree_remove (bed, "1-2");
  tree_remove (bed, "2-1");
  follow_until (&follow, "");
  follow_stop (&follow);
}

/* A row that did not change stays the same object, so that it keeps its selection. */
static void
test_rows_stay (void)
{
  g_autoptr (UMockdevTestbed) bed = bed_new ();
  g_autoptr (PalierSticks) sticks = palier_sticks_new ();
  g_autoptr (PalierStick) kept = NULL;
  Follow follow;

  tree_add (bed, &twin);
  follow_start (&follow, sticks);
  follow_until (&follow, "1-2");
  kept = g_list_model_get_item (G_LIST_MODEL (sticks), 0);
  tree_add (bed, &other_twin);
  tree_add (bed, &late);
  follow_until (&follow, "1-1.2 1-2 2-1");
  g_assert_true (kept == g_ptr_array_index (follow.shadow, 1));
  follow_stop (&follow);
}

/* As in a sandbox: things change, and no event tells. */
static void
test_without_events (void)
{
  g_autoptr (UMockdevTestbed) bed = bed_new ();
  g_autoptr (PalierSticks) sticks = palier_sticks_new ();
  Follow follow;

  follow_start (&follow, sticks);
  follow_until_state (&follow, PALIER_STICKS_NO_SERVICE);
  tree_become (bed, "1-1.1", TREE_STICK);
  follow_until (&follow, "1-1.1");
  tree_become (bed, "1-1.1", TREE_PHONE);
  follow_until (&follow, "");
  follow_stop (&follow);
}

/* Stopped while a look is under way, started again, let go of: no late news, nothing leaks. */
static void
test_stopped (void)
{
  g_autoptr (UMockdevTestbed) bed = bed_new ();
  g_autoptr (PalierSticks) after = palier_sticks_new ();
  PalierSticks *sticks = palier_sticks_new ();
  Follow follow;

  tree_add (bed, &twin);
  for (guint i = 0; i < 10; i++)
    {
      palier_sticks_start (sticks);
      palier_sticks_stop (sticks);
    }
  follow_start (&follow, sticks);
  follow_until (&follow, "1-2");
  follow_stop (&follow);
  palier_sticks_start (sticks);
  g_assert_finalize_object (sticks);
  follow_start (&follow, after);
  follow_until (&follow, "1-2");
  follow_stop (&follow);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_assert_nonnull (
      strstr (g_getenv ("LD_PRELOAD"), "umockdev")); /* start it by umockdev-wrapper */
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/stick/kinds/", rows[i].sentence, NULL);

      g_test_add_data_func (path, &rows[i], test_kinds);
    }
  g_test_add_func ("/stick/words", test_words);
  g_test_add_func ("/stick/places", test_places);
  g_test_add_func ("/stick/list/comes-and-goes", test_comes_and_goes);
  g_test_add_func ("/stick/list/rows-stay", test_rows_stay);
  g_test_add_func ("/stick/list/without-events", test_without_events);
  g_test_add_func ("/stick/list/stopped", test_stopped);
  return g_test_run ();
}
