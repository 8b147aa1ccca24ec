/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"

#include <glib/gstdio.h>

/* The copy to a stick: written, carried away, and everything that can happen to it. */

#define GB G_GUINT64_CONSTANT (1000000000)

/* Plugged in while the page is shown; written, read back, unmounted and switched off before it says so. */
static void
test_both (Desk *desk, gconstpointer data)
{
  desk_to_the_copy (desk);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (walk_need (&desk->walk, "to_computer"))));
  g_assert_nonnull (walk_find (&desk->walk, "hint"));
  walk_shot (&desk->walk, "sticks-1-none");
  walk_click (&desk->walk, "to_both");
  desk_type_key (desk);
  g_assert_false (walk_may_go_on (&desk->walk));
  desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  walk_shot (&desk->walk, "sticks-2-one");
  desk_copy (desk);
  walk_shot (&desk->walk, "sticks-3-out");
  g_assert_cmpint (palier_stick_use_get_state (desk_get_use (desk)), ==, PALIER_STICK_OUT);
  g_assert_cmpstr (desk_get_state (desk), ==, "You may take SanDisk Ultra out now.");
  desk_assert_log (desk, "Mount sdb1, Unmount sdb1, PowerOff sdb");
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), ==, 1);
  g_assert_cmpuint (desk_count_copies_elsewhere (desk), ==, 1);
  g_assert_true (walk_may_go_on (&desk->walk));
}

static void
test_stick_alone (Desk *desk, gconstpointer data)
{
  desk_to_the_copy (desk);
  desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  walk_click (&desk->walk, "to_stick");
  desk_copy (desk);
  walk_until (&desk->walk, desk_is_quiet, NULL);
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), ==, 1);
  g_assert_cmpuint (desk_count_copies_elsewhere (desk), ==, 0);
  desk_assert_log (desk, "Mount sdb1, Unmount sdb1, PowerOff sdb");
  g_assert_cmpstr (desk_get_state (desk), ==, "You may take SanDisk Ultra out now.");
  g_assert_true (walk_may_go_on (&desk->walk));
}

/* The only copy leaves with its stick: it was read back, and the climb neither looks for it nor makes another. */
static void
test_carried_away (Desk *desk, gconstpointer data)
{
  g_autofree char *away = g_strconcat (desk->mount, "-away", NULL);
  PalierPracticeState state;

  test_stick_alone (desk, data);
  g_assert_cmpint (g_rename (desk->mount, away), ==, 0);
  walk_click (&desk->walk, "forward");
  walk_packages (&desk->walk);
  walk_start (&desk->walk);
  walk_work (&desk->walk);
  palier_practice_get_state (desk->walk.practice, &state);
  g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
  g_assert_cmpuint (desk_count_copies (desk, "/"), ==, 1);
  g_assert_false (g_file_test (desk->mount, G_FILE_TEST_EXISTS));
}

/* A stick that still lies there and reads otherwise than it did is no copy. */
static void
test_carried_and_changed (Desk *desk, gconstpointer data)
{
  PalierJournal *journal;
  g_autoptr (GPtrArray) backups = NULL;
  const PalierBackup *backup;

  test_stick_alone (desk, data);
  journal = palier_job_get_journal (palier_session_get_job (desk->walk.session));
  backups = palier_journal_get_backups (journal);
  backup = g_ptr_array_index (backups, 0);
  g_assert_true (g_file_set_contents (backup->path, "something else", -1, NULL));
  walk_click (&desk->walk, "forward");
  walk_packages (&desk->walk);
  walk_start (&desk->walk);
  walk_work (&desk->walk);
  g_assert_cmpuint (desk_count_copies (desk, "/"), ==, 2);
}

typedef struct
{
  const char *sentence;
  const char *method, *refusal; /* of UDisks2 */
  gboolean locked;              /* the stick's folder cannot be written to */
  PalierErrorCode code;
} Trouble;

static const Trouble troubles[] = {
  { "the stick goes away", "Mount", "org.freedesktop.DBus.Error.UnknownMethod", FALSE, PALIER_ERROR_PLACE_GONE },
  { "the stick cannot be mounted", "Mount", "org.freedesktop.UDisks2.Error.Failed", FALSE,
    PALIER_ERROR_STICK_UNUSABLE },
  { "another program holds it", "Unmount", "org.freedesktop.UDisks2.Error.DeviceBusy", FALSE, PALIER_ERROR_STICK_BUSY },
  { "its folder is a file", NULL, NULL, TRUE, PALIER_ERROR_CANNOT_WRITE },
};

/* Whatever happens to the stick, the computer's copy stands, and another stick takes the second. */
static void
test_trouble (Desk *desk, gconstpointer data)
{
  const Trouble *trouble = data;
  g_autofree char *path = g_build_filename (desk->mount, "Palier", NULL);

  mock_udisks_appear (desk->udisks);
  desk_to_the_copy (desk);
  desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  walk_click (&desk->walk, "to_both");
  mock_udisks_refuse (desk->udisks, trouble->method, trouble->refusal);
  if (trouble->locked)
    g_assert_true (g_file_set_contents (path, "", 0, NULL));
  desk_copy (desk);
  walk_shot (&desk->walk, "sticks-4-trouble");
  g_assert_cmpint (palier_stick_use_get_state (desk_get_use (desk)), ==, PALIER_STICK_FAILED);
  g_assert_error (palier_stick_use_get_problem (desk_get_use (desk)), PALIER_ERROR, (int) trouble->code);
  g_assert_nonnull (walk_find (&desk->walk, "stick_problem"));
  g_assert_cmpuint (desk_count_copies_elsewhere (desk), ==, 1);
  g_assert_true (walk_may_go_on (&desk->walk));

  mock_udisks_refuse (desk->udisks, NULL, NULL);
  g_unlink (path);
  if (walk_find (&desk->walk, "second") == NULL)
    return; /* written all the same, and only held on to */
  walk_click (&desk->walk, "second");
  walk_until (&desk->walk, desk_is_quiet, NULL);
  g_assert_cmpint (palier_stick_use_get_state (desk_get_use (desk)), ==, PALIER_STICK_OUT);
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), ==, 1);
}

/* Pulled out between the look and the click: said, and nothing is lost. */
static void
test_pulled (Desk *desk, gconstpointer data)
{
  desk_to_the_copy (desk);
  desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  walk_click (&desk->walk, "to_both");
  tree_remove (desk->bed, "1-2");
  desk_copy (desk);
  walk_until (&desk->walk, desk_is_quiet, NULL);
  desk_until_sticks (desk, 0);
  g_assert_cmpuint (desk_count_copies_elsewhere (desk), ==, 1);
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), <=, 1);
  g_assert_true (walk_may_go_on (&desk->walk));
  mock_udisks_set (desk->udisks, NULL, 0);

  desk_plug_in (desk, &desk_second, "sdc", &(MockBlock){ "sdc1", "OTHER", "vfat", "FAT32", 8 * GB, NULL, 0 }, 1);
  walk_until (&desk->walk, desk_is_ready, NULL);
  walk_settle ();
  if (walk_find (&desk->walk, "second") != NULL)
    walk_click (&desk->walk, "second");
  walk_until (&desk->walk, desk_is_quiet, NULL);
  g_assert_cmpuint (desk_count_copies (desk, desk->mount), ==, 1);
}

static void
test_alike (Desk *desk, gconstpointer data)
{
  MockBlock two[] = { desk_plain, { "sdc1", "BACKUP", "vfat", "FAT32", 16 * GB, NULL, 0 } };
  g_autoptr (PalierStick) other = NULL;

  desk_to_the_copy (desk);
  desk_plug_in (desk, &desk_first, "sdb", two, 1);
  desk_plug_in (desk, &desk_second, "sdc", two, 2);
  walk_click (&desk->walk, "to_both");
  desk_until_sticks (desk, 2);
  walk_until (&desk->walk, desk_is_ready, NULL);
  other = g_list_model_get_item (G_LIST_MODEL (palier_stick_use_get_sticks (desk_get_use (desk))), 1);
  palier_stick_use_choose (desk_get_use (desk), other);
  walk_shot (&desk->walk, "sticks-5-alike");
  desk_copy (desk);
  desk_assert_log (desk, "Mount sdc1, Unmount sdc1, PowerOff sdc");
}

static gboolean
is_asked_at_screen (Walk *walk, gpointer data)
{
  return palier_job_get_question (palier_session_get_job (walk->session)) == PALIER_QUESTION_AT_SCREEN
         && walk_find (walk, "stick_note") != NULL;
}

static gboolean
is_stick_asked (Walk *walk, gpointer data)
{
  GtkWidget *yes = walk_find (walk, "screen_question") != NULL ? walk_find (walk, "yes") : NULL;

  return yes != NULL && gtk_widget_is_sensitive (yes);
}

/* Without a network: the stick that was agreed to is mounted, looked at, and let go of before the person is sent away. */
static void
test_at_screen (Desk *desk, gconstpointer data)
{
  Walk *walk = &desk->walk;

  walk_agree (walk);
  walk_click (walk, "no_network");
  walk_until_page (walk, "screen");
  walk_click (walk, "hand");
  walk_click (walk, "forward");
  walk_until_page (walk, "plan");
  walk_click (walk, "forward");
  walk_until_page (walk, "backup");
  walk_click (walk, "forward");
  walk_until_asked (walk, PALIER_QUESTION_STICK);
  g_assert_false (gtk_widget_is_sensitive (walk_need (walk, "yes")));
  desk_plug_in (desk, &desk_first, "sdb", &desk_plain, 1);
  walk_until (walk, is_stick_asked, NULL);
  walk_click (walk, "yes");
  walk_until (walk, is_asked_at_screen, NULL);
  desk_assert_log (desk, "Mount sdb1, Unmount sdb1, PowerOff sdb");
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (walk_need (walk, "stick_note"))), "you may take it out"));
  walk_shot (walk, "sticks-9-at-screen");
  walk_click (walk, "no");
  walk_until (walk, desk_is_quiet, NULL);
}

int
main (int argc, char **argv)
{
  desk_begin (&argc, &argv);
  desk_add ("both places", NULL, test_both);
  desk_add ("the stick alone", NULL, test_stick_alone);
  desk_add ("the only copy leaves with its stick", NULL, test_carried_away);
  desk_add ("a copy that was changed on its stick does not count", NULL, test_carried_and_changed);
  desk_add ("pulled out, and another put in", NULL, test_pulled);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    desk_add (troubles[i].sentence, &troubles[i], test_trouble);
  desk_add ("two alike are told apart by their ports", NULL, test_alike);
  desk_add ("on the recorder-side route it is let go of by itself", NULL, test_at_screen);
  return desk_end ();
}
