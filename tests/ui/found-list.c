/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "found-list.h"

#include "../discovery/answers.h"

#include <string.h>

PalierDiscovery *
found_list_get_discovery (Walk *walk)
{
  return palier_session_get_discovery (walk->session);
}

guint
found_list_count (Walk *walk)
{
  GtkWidget *found = walk_find (walk, "found");
  guint n = 0;

  for (GtkWidget *row = found != NULL ? gtk_widget_get_first_child (found) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static gboolean
are_all_shown (Walk *walk, gpointer data)
{
  return found_list_count (walk) == g_list_model_get_n_items (palier_session_get_recorders (walk->session));
}

void
found_list_show (Walk *walk)
{
  palier_discovery_flush (found_list_get_discovery (walk));
  walk_until (walk, are_all_shown, NULL);
  walk_settle ();
}

void
found_list_take_text (Walk *walk, char *text)
{
  g_autofree char *answer = text;

  palier_discovery_take (found_list_get_discovery (walk), answer, strlen (answer), FOUND_LIST_OURS);
}

void
found_list_take (Walk *walk, guint n, const char *address)
{
  found_list_take_text (walk, answer_of_recorder (n, address));
}

AdwActionRow *
found_list_get_row (Walk *walk, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (walk_need (walk, "found")), position);

  g_assert_nonnull (row);
  return ADW_ACTION_ROW (row);
}

const char *
found_list_get_title (Walk *walk, int position)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (found_list_get_row (walk, position)));
}
