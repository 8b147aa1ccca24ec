/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "language.h"
#include "page-table.h"
#include "session-recorder.h"
#include "session-private.h"
#include "words.h"

#include <string.h>

/* The session's model, without a window. */

typedef struct
{
  const char *sentence;
  gboolean terms, age;
  PalierCapacity capacity;
  const char *company;
  gboolean agreed;
} Agreement;

static const Agreement agreements[] = {
  { "nothing is agreed at the start", FALSE, FALSE, PALIER_CAPACITY_NONE, "", FALSE },
  { "terms and age leave the capacity open", TRUE, TRUE, PALIER_CAPACITY_NONE, "", FALSE },
  { "terms and capacity leave the age open", TRUE, FALSE, PALIER_CAPACITY_SELF, "", FALSE },
  { "age and capacity leave the terms open", FALSE, TRUE, PALIER_CAPACITY_SELF, "", FALSE },
  { "in one’s own name", TRUE, TRUE, PALIER_CAPACITY_SELF, "", TRUE },
  { "a company needs a name", TRUE, TRUE, PALIER_CAPACITY_COMPANY, "   ", FALSE },
  { "for a company that is named", TRUE, TRUE, PALIER_CAPACITY_COMPANY, "Vigie SARL", TRUE },
};

static void
test_agreement (gconstpointer data)
{
  const Agreement *row = data;
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);

  g_object_set (session, "agreed-terms", row->terms, "agreed-age", row->age, "capacity", row->capacity, "company",
                row->company, NULL);
  g_assert_true (palier_session_has_agreed (session) == row->agreed);
}

typedef struct
{
  const char *sentence;
  const char *first, *again;
  gboolean good;
} NewPassword;

static const NewPassword new_passwords[] = {
  { "none is no password", NULL, NULL, FALSE },
  { "typed once only", "Palier-1234", NULL, FALSE },
  { "typed differently", "Palier-1234", "Palier-1235", FALSE },
  { "too short", "Pal-123", "Pal-123", FALSE },
  { "too long", "Palier-1234567890", "Palier-1234567890", FALSE },
  { "one kind of characters", "palierpalier", "palierpalier", FALSE },
  { "the user name inside", "admin-1234", "admin-1234", FALSE },
  { "twice the same, and good", "Palier-1234", "Palier-1234", TRUE },
};

static void
test_new_password (gconstpointer data)
{
  const NewPassword *row = data;
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  palier_session_set_password (session, PALIER_PASSWORD_NEW, row->first);
  palier_session_set_password (session, PALIER_PASSWORD_NEW_AGAIN, row->again);
  g_assert_true (palier_session_check_new_password (session, &error) == row->good);
  if (!row->good)
    g_assert_error (error, PALIER_ERROR, PALIER_ERROR_RISK_PASSWORD);
}

static void
count_cb (PalierSession *session, GParamSpec *pspec, guint *count)
{
  *count += 1;
}

static void
test_notifies_once (void)
{
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);
  guint count = 0;

  g_signal_connect (session, "notify::address", G_CALLBACK (count_cb), &count);
  g_object_set (session, "address", "192.0.2.1", NULL);
  g_object_set (session, "address", "192.0.2.1", NULL);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_folders (void)
{
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);
  GListModel *folders = palier_session_get_folders (session);
  g_autoptr (GFile) folder = g_file_new_for_path ("/media/stick");

  g_assert_cmpuint (g_list_model_get_n_items (folders), ==, 1);
  palier_session_add_folder (session, folder);
  palier_session_add_folder (session, folder);
  g_assert_cmpuint (g_list_model_get_n_items (folders), ==, 2);
  palier_session_remove_folder (session, 1);
  palier_session_remove_folder (session, 7);
  g_assert_cmpuint (g_list_model_get_n_items (folders), ==, 1);
}

static void
test_bad_address (void)
{
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);

  g_object_set (session, "address", "not an address at all", NULL);
  palier_session_connect (session);
  g_assert_null (palier_session_get_problem (session));
  palier_session_set_password (session, PALIER_PASSWORD_SIGN_IN, "Palier-1234");
  palier_session_connect (session);
  while (palier_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (palier_session_get_problem (session), PALIER_ERROR, PALIER_ERROR_USAGE);
  g_assert_false (palier_session_get_busy (session));
  palier_session_clear_problem (session);
  g_assert_null (palier_session_get_problem (session));
}

static void
test_start_over (void)
{
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);
  g_autofree char *typed = NULL;

  g_object_set (session, "agreed-terms", TRUE, "typed-start", "4821", NULL);
  palier_session_set_password (session, PALIER_PASSWORD_SIGN_IN, "Palier-1234");
  g_assert_true (palier_session_start_over (session));
  typed = palier_session_dup_string (session, "typed-start");
  g_assert_cmpstr (typed, ==, "");
  g_assert_null (palier_session_get_password (session, PALIER_PASSWORD_SIGN_IN));
  g_assert_true (palier_session_get_flag (session, "agreed-terms"));
}

static void
test_page_order (void)
{
  const char *const order[] = { "welcome", "recorder", "plan", "backup", "packages", "default", "start" };
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);
  const PalierPageEntry *entry = palier_page_table_get (0);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint number, total;

      g_assert_cmpstr (entry->id, ==, order[i]);
      palier_page_table_count (entry, session, &number, &total);
      g_assert_cmpuint (number, ==, i + 1);
      g_assert_cmpuint (total, ==, G_N_ELEMENTS (order));
      if (i > 0)
        g_assert_cmpstr (palier_page_table_previous (entry, session)->id, ==, order[i - 1]);
      entry = palier_page_table_next (entry, session);
    }
  g_assert_null (entry);
  g_assert_true (palier_page_table_find ("work")->irreversible);
  g_assert_true (palier_page_table_find ("result")->irreversible);
}

typedef struct
{
  const char *sentence;
  const char *names; /* as in $LANGUAGE */
  gboolean french_first;
} Place;

static const Place places[] = {
  { "English of Canada", "en_CA:en", TRUE },
  { "French of Canada", "fr_CA", TRUE },
  { "English of elsewhere", "en_US:en", FALSE },
  { "Catalan is not of Canada", "ca_ES", FALSE },
};

static void
test_french_first (gconstpointer data)
{
  const Place *row = data;

  g_setenv ("LANGUAGE", row->names, TRUE);
  palier_language_init ();
  g_assert_true (palier_language_is_french_first () == row->french_first);
  g_setenv ("LANGUAGE", "en", TRUE);
  palier_language_init ();
}

static void
test_terms_shown (void)
{
  g_autoptr (PalierSession) session = palier_session_new (NULL, NULL, NULL);
  g_autofree char *before = palier_session_dup_agreement (session);
  g_autofree char *french = NULL;
  g_autofree char *both = NULL;

  g_assert_null (strstr (before, "-shown="));
  palier_session_note_terms (session, "fr");
  french = palier_session_dup_agreement (session);
  g_assert_nonnull (strstr (french, "; french-shown=20"));
  g_assert_null (strstr (french, "english-shown"));
  palier_session_note_terms (session, "en");
  palier_session_note_terms (session, "fr");
  both = palier_session_dup_agreement (session);
  g_assert_true (g_str_has_prefix (both, french));
  g_assert_nonnull (strstr (both, "; english-shown=20"));
}

typedef struct
{
  const char *sentence;
  double seconds;
  const char *words;
} Duration;

static const Duration durations[] = {
  { "not known is nothing", -1, "0 s" },     { "seconds", 59.9, "59 s" },         { "a minute", 60, "1 min" },
  { "almost an hour", 3599, "59 min" }, { "hours and minutes", 5400, "1 h 30 min" },
};

static void
test_duration (gconstpointer data)
{
  const Duration *row = data;
  g_autofree char *words = palier_duration_to_words (row->seconds);

  g_assert_cmpstr (words, ==, row->words);
}

static void
test_language (void)
{
  palier_language_set ("fr");
  g_assert_cmpstr (palier_language_get (), ==, "fr");
  palier_language_set ("de");
  g_assert_cmpstr (palier_language_get (), ==, "en");
}

#define ADD_TABLE(name, rows, test)                                                       \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                         \
    {                                                                                     \
      g_autofree char *path = g_strdup_printf ("/ui/session/" name "/%s", rows[i].sentence); \
      g_test_add_data_func (path, &rows[i], test);                                        \
    }

int
main (int argc, char **argv)
{
  palier_language_init ();
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("agreement", agreements, test_agreement)
  ADD_TABLE ("new password", new_passwords, test_new_password)
  ADD_TABLE ("French first", places, test_french_first)
  ADD_TABLE ("duration", durations, test_duration)
  g_test_add_func ("/ui/session/what has not changed is not notified", test_notifies_once);
  g_test_add_func ("/ui/session/a folder for copies is listed once", test_folders);
  g_test_add_func ("/ui/session/a bad address is said, and nothing is tried without a password", test_bad_address);
  g_test_add_func ("/ui/session/starting over forgets all but the agreement", test_start_over);
  g_test_add_func ("/ui/session/when the terms were shown stands with the agreement", test_terms_shown);
  g_test_add_func ("/ui/session/pages have one order", test_page_order);
  g_test_add_func ("/ui/session/there are two languages", test_language);
  return g_test_run ();
}
