/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "judge-rows.h"

#include <string.h>

void
judge_nothing (Facts *facts)
{
}

PalierCamera near_camera = { .channel = 1, .address = (char *) "192.168.10.101" };

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PalierCheckupFacts) facts = palier_checkup_facts_new ();
  PalierCheckRow *judged;
  g_autofree char *finding = NULL;

  row->set (facts);
  judged = palier_check_judge (row->check, facts);
  finding = palier_check_row_dup_finding (judged);
  g_assert_cmpint (judged->verdict, ==, row->verdict);
  g_assert_cmpint (judged->needs_attention, ==, row->attention);
  if (!strstr (finding, row->shows))
    g_test_message ("“%s” lacks “%s”", finding, row->shows);
  g_assert_nonnull (strstr (finding, row->shows));
  g_assert_null (strstr (finding, "%s"));
  g_assert_cmpint (judged->what_to_do != NULL, ==, row->attention);
  g_assert_cmpstr (judged->topic, ==, palier_check_get_title (row->check));
  g_assert_nonnull (judged->why);
  g_assert_true (judged->etsi != NULL || judged->nist != NULL);
  palier_check_row_free (judged);
}

int
judge_run_rows (int argc, char **argv, const Row *rows, guint n)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/judge/", rows[i].says, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
