/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/clock.h"
#include "base/error.h"
#include "base/json-text.h"
#include "base/secret.h"
#include "base/size-text.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_every_code_has_words (void)
{
  g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

  for (int code = 0; code < PALIER_N_ERRORS; code++)
    {
      g_autoptr (GError) error = NULL;

      palier_error_set (&error, (PalierErrorCode) code, "detail %d", code);
      g_assert_true (g_hash_table_add (nicks, (gpointer) palier_error_get_nick (error)));
      g_assert_true (g_str_has_suffix (palier_error_get_sentence (error), "."));
      g_assert_true (g_str_has_suffix (palier_error_get_remedy (error), "."));
      g_assert_true (g_str_has_prefix (palier_error_get_detail (error), "detail "));
      g_assert_cmpint (palier_error_get_exit_status (error), >, 0);
      g_assert_null (palier_error_get_rule (error));
    }
}

typedef struct
{
  const char *says;
  int domain_is_gio;
  int code;
  const char *nick;
  int exit_status;
} StatusRow;

static const StatusRow statuses[] = {
  { "a wrong password is a sign-in failure", 0, PALIER_ERROR_WRONG_PASSWORD, "wrong-password", 4 },
  { "a rule stops with 3", 0, PALIER_ERROR_RULE, "rule", 3 },
  { "a missing consent stops with 3", 0, PALIER_ERROR_CONSENT_MISSING, "consent-missing", 3 },
  { "wrong words are 2", 0, PALIER_ERROR_USAGE, "usage", 2 },
  { "a failed upgrade is 1", 0, PALIER_ERROR_UPGRADE_FAILED, "upgrade-failed", 1 },
  { "a cancel is 130", 1, G_IO_ERROR_CANCELLED, "cancelled", 130 },
  { "an error that nobody turned into ours is the computer's", 1, G_IO_ERROR_FAILED, "computer", 1 },
};

static void
test_exit_statuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      const StatusRow *row = &statuses[i];
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", row->says);
      if (row->domain_is_gio)
        g_set_error_literal (&error, G_IO_ERROR, row->code, "own words");
      else
        palier_error_set (&error, (PalierErrorCode) row->code, NULL);
      g_assert_cmpstr (palier_error_get_nick (error), ==, row->nick);
      g_assert_cmpint (palier_error_get_exit_status (error), ==, row->exit_status);
    }
}

static void
test_rule_and_words_travel (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) precise = NULL;

  palier_error_set_rule (&error, "P1", "Too early.", "Climb first.");
  copy = g_error_copy (error);
  g_clear_error (&error);
  g_assert_cmpstr (palier_error_get_rule (copy), ==, "P1");
  g_assert_cmpstr (palier_error_get_sentence (copy), ==, "Too early.");
  g_assert_cmpstr (palier_error_get_remedy (copy), ==, "Climb first.");
  palier_error_set_words (&precise, PALIER_ERROR_REFUSED, "It said no.", "Ask again.", "badDevType");
  g_assert_cmpstr (palier_error_get_sentence (precise), ==, "It said no.");
  g_assert_cmpstr (palier_error_get_detail (precise), ==, "badDevType");
}

static void
test_adopt (void)
{
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "no space");
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "stop");
  g_autoptr (GError) other = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_ACCES, "no");

  palier_error_adopt (&full, PALIER_ERROR_CANNOT_WRITE);
  g_assert_error (full, PALIER_ERROR, PALIER_ERROR_DISK_FULL);
  palier_error_adopt (&cancelled, PALIER_ERROR_CANNOT_WRITE);
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  palier_error_adopt (&other, PALIER_ERROR_CANNOT_WRITE);
  g_assert_error (other, PALIER_ERROR, PALIER_ERROR_CANNOT_WRITE);
  g_assert_cmpstr (palier_error_get_detail (other), ==, "no");
}

static void
test_clock_as_fast_as_it_can (void)
{
  g_autoptr (PalierClock) clock = palier_clock_new (0);
  g_autoptr (GDateTime) before = palier_clock_date (clock);
  g_autoptr (GDateTime) after = NULL;
  gint64 real = g_get_monotonic_time ();

  g_assert_true (palier_clock_wait (clock, 7200, NULL, NULL));
  g_assert_cmpfloat (palier_clock_now (clock), ==, 7200);
  after = palier_clock_date (clock);
  g_assert_cmpint (g_date_time_difference (after, before), ==, 7200 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (g_get_monotonic_time () - real, <, 60 * G_TIME_SPAN_SECOND);
}

static gpointer
cancel_thread (gpointer data)
{
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_clock_wait_ends_at_a_cancel (void)
{
  g_autoptr (PalierClock) clock = palier_clock_new (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_thread, cancellable);

  g_assert_false (palier_clock_wait (clock, 86400, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (thread);
}

static void
test_clock_speed (void)
{
  g_autoptr (PalierClock) clock = palier_clock_new (100000);

  g_assert_true (palier_clock_wait (clock, 3600, NULL, NULL));
  g_assert_cmpfloat (palier_clock_now (clock), >=, 3600);
  palier_clock_advance (clock, 10);
  g_assert_cmpfloat (palier_clock_now (clock), >=, 3610);
}

typedef struct
{
  const char *says;
  const char *content;
  const char *secret;
} SecretRow;

static const SecretRow secrets[] = {
  { "the first line is the password", "abc123\nsecond\n", "abc123" },
  { "a file without a line end will do", "abc123", "abc123" },
  { "a line end of another system is no part of it", "abc123\r\n", "abc123" },
  { "blanks are part of it", " a b \n", " a b " },
  { "an empty file is an empty password", "", "" },
};

static void
test_secret_from_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "password", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_autoptr (PalierSecret) secret = NULL;
      g_autoptr (PalierSecret) same = palier_secret_new (secrets[i].secret);

      g_test_message ("%s", secrets[i].says);
      g_assert_true (g_file_set_contents (path, secrets[i].content, -1, NULL));
      secret = palier_secret_new_from_file (path, NULL);
      g_assert_cmpstr (palier_secret_peek (secret), ==, secrets[i].secret);
      g_assert_true (palier_secret_equal (secret, same));
    }
  g_remove (path);
  g_assert_null (palier_secret_new_from_file (path, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE);
  g_rmdir (folder);
}

static void
test_secret_stays_out_of_dumps (void)
{
  g_autoptr (PalierSecret) secret = palier_secret_new ("not in a dump");
  g_autofree char *maps = NULL;
  g_autofree char *needle = g_strdup_printf ("%" G_GINTPTR_MODIFIER "x-", (gsize) secret & ~(gsize) 4095);
  const char *entry;
  const char *flags;

  g_assert_true (g_file_get_contents ("/proc/self/smaps", &maps, NULL, NULL));
  entry = strstr (maps, needle);
  flags = entry ? strstr (entry, "VmFlags:") : NULL;
  if (!flags)
    {
      g_test_skip ("this kernel does not tell the flags of a mapping");
      return;
    }
  /* "dd": left out of dumps */
  g_assert_nonnull (g_strstr_len (flags, strcspn (flags, "\n"), " dd"));
}

/* The language decides the sign, whatever the locale says: the report's tests hold the French. */
static void
test_size_in_words (void)
{
  static const struct
  {
    guint64 bytes;
    const char *said;
  } rows[] = { { 0, "0.0 kB" }, { 131200, "131.2 kB" }, { 1000000, "1.0 MB" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = palier_size_dup_text (rows[i].bytes);

      g_assert_cmpstr (said, ==, rows[i].said);
    }
}

/* The parser calls itself for each bracket: none of these may reach it. */
static void
test_json_nested_without_end (void)
{
  static const struct
  {
    const char *says, *begin, *each;
  } rows[] = {
    { "plainly", "", "[" },
    { "with a closing bracket in a string each time", "", "[\"]\"," },
    { "with a quote in a string before", "[\"\\\"\",", "{\"a\":" },
    { "with a comment that hides where strings begin", "/*\"*/", "[\"]\"," },
    { "with another quote that does", "['\"',", "[\"]\"," },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (rows[i].begin);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < 500000; n++)
        g_string_append (text, rows[i].each);
      g_test_message ("%s", rows[i].says);
      g_assert_false (palier_json_load (parser, text->str, text->len, &error));
      g_assert_error (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_PARSE);
    }
}

static void
test_json_loads (void)
{
  static const char text[] = "{\"a/'b\": [\"[[[\", \"\\\"]\"], \"c\": {}}";
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_json_load (parser, text, sizeof text - 1, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/error/every-code-has-words", test_every_code_has_words);
  g_test_add_func ("/error/exit-statuses", test_exit_statuses);
  g_test_add_func ("/error/rule-and-words-travel", test_rule_and_words_travel);
  g_test_add_func ("/error/adopt", test_adopt);
  g_test_add_func ("/json/nested-without-end", test_json_nested_without_end);
  g_test_add_func ("/json/loads", test_json_loads);
  g_test_add_func ("/size/in-words", test_size_in_words);
  g_test_add_func ("/clock/as-fast-as-it-can", test_clock_as_fast_as_it_can);
  g_test_add_func ("/clock/wait-ends-at-a-cancel", test_clock_wait_ends_at_a_cancel);
  g_test_add_func ("/clock/speed", test_clock_speed);
  g_test_add_func ("/secret/from-file", test_secret_from_file);
  g_test_add_func ("/secret/stays-out-of-dumps", test_secret_stays_out_of_dumps);
  return g_test_run ();
}
