/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "look.h"

#include "../remove-tree.h"

void
look_open (Look *look)
{
  g_autoptr (GError) error = NULL;

  look->folder = g_dir_make_tmp ("palier-checkup-XXXXXX", NULL);
  look->journal = palier_journal_open (look->folder, "S-0001", &error);
  g_assert_no_error (error);
  look->clock = palier_clock_new (1);
  look->loop = g_main_loop_new (NULL, FALSE);
}

void
look_at (Look *look, PalierConnection *connection)
{
  g_clear_object (&look->checkup);
  look->checkup = palier_checkup_new (connection, palier_catalogue_get_shipped (), look->clock,
                                      look->journal);
  g_signal_connect_swapped (look->checkup, "finished", G_CALLBACK (g_main_loop_quit), look->loop);
}

void
look_run (Look *look, GCancellable *cancellable)
{
  palier_checkup_start (look->checkup, cancellable);
  g_assert_true (palier_checkup_get_running (look->checkup));
  g_main_loop_run (look->loop);
  g_assert_false (palier_checkup_get_running (look->checkup));
}

void
look_close (Look *look)
{
  g_clear_object (&look->checkup);
  g_clear_object (&look->journal);
  g_clear_pointer (&look->clock, palier_clock_unref);
  g_clear_pointer (&look->loop, g_main_loop_unref);
  remove_tree (look->folder);
  g_free (look->folder);
  palier_passwords_forget ();
}

const PalierCheckRow *
look_get_row (Look *look, PalierCheck check)
{
  g_autoptr (PalierCheckItem) item = g_list_model_get_item (G_LIST_MODEL (look->checkup), check);

  return palier_check_item_get_row (item);
}
