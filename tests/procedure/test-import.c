/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "procedure/gate.h"
#include "shipped.h"

#include <string.h>

#define I4 "DS-7716NI-I4"

typedef struct
{
  const char *sentence;
  const char *now;           /* what the recorder runs */
  const char *model, *from;  /* of the file */
  gboolean defaulted, no_backup;
  const char *says; /* in the sentence, or the rule; NULL: allowed */
} Row;

static const Row rows[] = {
  { "the same model and version", "V4.22.005 build 191208", I4, "V4.22.005 build 191208", FALSE, FALSE, NULL },
  { "on a V3 too", "V3.4.70 build 160910", I4, "V3.4.70 build 160910", FALSE, FALSE, NULL },
  { "at the end of the route", "V4.50.00 build 210802", I4, "V4.50.00 build 210802", FALSE, FALSE, NULL },
  { "from a V3 to a V4", "V4.50.00 build 210802", I4, "V3.4.92 build 170518", FALSE, FALSE, "from a V3" },
  { "whatever else it is", "V4.22.005 build 191208", I4, "V3.4.70", FALSE, FALSE, "from a V3" },
  { "from a V4 to a V3", "V3.4.92 build 170518", I4, "V4.50.00 build 210802", FALSE, FALSE, "another firmware" },
  { "another V4", "V4.50.00 build 210802", I4, "V4.22.005 build 191208", FALSE, FALSE, "another firmware" },
  { "another build", "V4.22.005 build 191208", I4, "V4.22.005 build 191209", FALSE, FALSE, "another firmware" },
  { "a build that was not told", "V4.22.005 build 191208", I4, "V4.22.005", FALSE, FALSE, "another firmware" },
  { "another model", "V4.22.005 build 191208", "DS-7732NI-I4", "V4.22.005 build 191208", FALSE, FALSE,
    "another model" },
  { "one with more ports", "V4.22.005 build 191208", I4 "/16P", "V4.22.005 build 191208", FALSE, FALSE,
    "another model" },
  { "of nobody knows what", "V4.22.005 build 191208", NULL, "V4.22.005 build 191208", FALSE, FALSE, "Nobody" },
  { "of nobody knows which version", "V4.22.005 build 191208", I4, NULL, FALSE, FALSE, "Nobody" },
  { "between a default and its landing", "V3.4.92 build 170518", I4, "V3.4.92 build 170518", TRUE, FALSE, "P2" },
  { "before that default", "V3.4.92 build 170518", I4, "V3.4.92 build 170518", FALSE, FALSE, NULL },
  { "without a copy of what is there", "V4.22.005 build 191208", I4, "V4.22.005 build 191208", FALSE, TRUE, "P5" },
  { "a version that cannot be read", NULL, I4, "V4.22.005 build 191208", FALSE, FALSE, "P15" },
};

static gboolean
is_told (const GError *error, const char *says)
{
  const char *rule = palier_error_get_rule (error);

  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_RULE)
         && (rule ? g_str_equal (rule, says) : strstr (palier_error_get_sentence (error), says) != NULL);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  PalierVersion now, from;
  PalierFacts facts = { .model = I4, .serial = "S", .pinned_serial = "S", .backup_confirmed = !row->no_backup,
                        .default_seen = row->defaulted };
  PalierImportFacts file = { .model = row->model };
  g_autoptr (GError) error = NULL;

  if (row->now && palier_version_parse (row->now, &now, NULL))
    facts.version = &now;
  if (row->from && palier_version_parse (row->from, &from, NULL))
    file.version = &from;
  g_assert_cmpint (palier_gate_check_import (palier_catalogue_get_shipped (), &facts, &file, &error), ==,
                   row->says == NULL);
  if (row->says)
    g_assert_true (is_told (error, row->says));
  else
    g_assert_no_error (error);
}

/* Another recorder than the one that this run is about: nothing is put there. */
static void
test_other_recorder (void)
{
  PalierVersion now;
  PalierFacts facts = { .model = I4, .serial = "S", .pinned_serial = "T", .backup_confirmed = TRUE, .version = &now };
  const PalierImportFacts file = { .model = I4, .version = &now };
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_version_parse ("V4.22.005 build 191208", &now, NULL));
  g_assert_false (palier_gate_check_import (palier_catalogue_get_shipped (), &facts, &file, &error));
  g_assert_true (is_told (error, "P16"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/%s", rows[i].sentence);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/import/another recorder", test_other_recorder);
  return g_test_run ();
}
