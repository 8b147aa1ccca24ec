/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "recording/recording-text.h"

#include <string.h>

#define HEAD "palier-recording 1\n"

static const struct
{
  const char *sentence, *text, *place; /* place NULL: it is fine */
} rows[] = {
  { "nothing asked", HEAD "end\n", NULL },
  { "edited by hand, as other systems end lines",
    "palier-recording 1\r\n\r\n# me\r\nrequest GET /ISAPI/a\r\nanswer 200\r\n< <a/>\r\nend\r\n",
    NULL },
  { "a header that is not known", HEAD "request GET /a\nanswer 200\nheader Server: x\nend\n",
    NULL },
  { "remarks and blanks below the end", HEAD "end\n\n# bye\n", NULL },
  { "empty", "", "not a recording" },
  { "another file", "{\"model\":\"a\"}", "not a recording" },
  { "a later version", "palier-recording 2\nend\n", "line 1: a later version" },
  { "a version that only begins with ours", "palier-recording 12\nend\n",
    "line 1: a later version" },
  { "cut short after an answer", HEAD "request GET /a\nanswer 200\n< <a>\n", "cut short" },
  { "cut short in a word", HEAD "request GET /a\nanswer 200\nen", "line 4: not a line" },
  { "a request without its answer", HEAD "request GET /a\nend\n", "line 3: the last request" },
  { "two requests and one answer", HEAD "request GET /a\nrequest GET /b\nanswer 200\nend\n",
    "line 3: the request before" },
  { "an answer without its request", HEAD "answer 200\nend\n", "line 2: an answer" },
  { "two answers", HEAD "request GET /a\nanswer 200\nanswer 200\nend\n", "line 4: an answer" },
  { "a body before its answer", HEAD "request GET /a\n< x\nanswer 200\nend\n", "line 3: a body" },
  { "a body of the request after its answer", HEAD "request GET /a\nanswer 200\n> x\nend\n",
    "line 4: a body" },
  { "a status that is none", HEAD "request GET /a\nanswer 20\nend\n", "line 3: an HTTP status" },
  { "a status with a tail", HEAD "request GET /a\nanswer 200 OK\nend\n", "line 3: an HTTP status" },
  { "a method that is none", HEAD "request STEAL /a\nanswer 200\nend\n", "line 2: " },
  { "a path that is none", HEAD "request GET a\nanswer 200\nend\n", "line 2: " },
  { "a header above its answer", HEAD "request GET /a\nheader Content-Type: a\nanswer 200\nend\n",
    "line 3: " },
  { "left out above its answer", HEAD "request GET /a\nomitted 3\nanswer 200\nend\n", "line 3: " },
  { "more below the end", HEAD "end\nrequest GET /a\n", "line 3: something" },
  { "bytes that are no text", HEAD "# \xff\nend\n", "not UTF-8" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list
      = palier_recording_text_parse (rows[i].text, strlen (rows[i].text), &error);

  g_test_message ("%s", rows[i].sentence);
  if (!rows[i].place)
    {
      g_assert_no_error (error);
      g_assert_nonnull (list);
      return;
    }
  g_assert_null (list);
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
  g_assert_nonnull (strstr (palier_error_get_detail (error), rows[i].place));
}

static GPtrArray *
make_list (void)
{
  GPtrArray *list = palier_recorded_list_new ();
  PalierRecorded *one = g_new0 (PalierRecorded, 1);

  one->method = g_strdup ("POST");
  one->target = g_strdup ("/ISAPI/ContentMgmt/search?format=json");
  one->request = g_strdup ("<a>\n\n  <b/>\n</a>\n");
  one->status = 200;
  one->type = g_strdup ("application/xml; charset=\"UTF-8\"");
  one->challenge = g_strdup ("Digest realm=\"a\", nonce=\"00\"");
  one->body = g_strdup ("end\n# no remark\n< no mark\nrequest GET /no\n");
  g_ptr_array_add (list, one);
  return list;
}

/* Whatever stands in a body is no word of the format. */
static void
test_there_and_back (void)
{
  g_autoptr (GPtrArray) list = make_list ();
  g_autofree char *text = palier_recording_text_write (list, "two\nremarks");
  g_autoptr (GPtrArray) back = palier_recording_text_parse (text, strlen (text), NULL);
  const PalierRecorded *was = list->pdata[0];
  const PalierRecorded *is;

  g_assert_nonnull (strstr (text, "\n# two\n# remarks\n"));
  g_assert_nonnull (back);
  g_assert_cmpuint (back->len, ==, 1);
  is = back->pdata[0];
  g_assert_cmpstr (is->method, ==, was->method);
  g_assert_cmpstr (is->target, ==, was->target);
  g_assert_cmpstr (is->request, ==, was->request);
  g_assert_cmpuint (is->status, ==, was->status);
  g_assert_cmpstr (is->type, ==, was->type);
  g_assert_cmpstr (is->challenge, ==, was->challenge);
  g_assert_cmpstr (is->body, ==, was->body);
}

/* Every beginning of a recording but the whole is an error, and none a crash. */
static void
test_cut_anywhere (void)
{
  g_autoptr (GPtrArray) list = make_list ();
  g_autofree char *text = palier_recording_text_write (list, NULL);

  for (gsize length = 0; length + 1 < strlen (text); length++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (palier_recording_text_parse (text, length, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
    }
}

static void
test_huge (void)
{
  g_autoptr (GString) text = g_string_new (HEAD);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4097; i++)
    g_string_append (text, "request GET /a\nanswer 200\n");
  g_string_append (text, "end\n");
  g_assert_null (palier_recording_text_parse (text->str, text->len, &error));
  g_assert_nonnull (strstr (palier_error_get_detail (error), "more requests"));
  g_clear_error (&error);
  g_string_set_size (text, PALIER_RECORDING_MAX + 1);
  g_assert_null (palier_recording_text_parse (text->str, text->len, &error));
  g_assert_nonnull (strstr (palier_error_get_detail (error), "larger"));
}

/* A long body of short lines takes no longer than its length asks for. Ten times as many would do; but strict string
 * checks of the address sanitizer read the rest of the text for each line. */
static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "request GET /a\nanswer 200\n");
  g_autoptr (GPtrArray) list = NULL;

  for (guint i = 0; i < 40000; i++)
    g_string_append (text, "< <a/>\n");
  g_string_append (text, "end\n");
  list = palier_recording_text_parse (text->str, text->len, NULL);
  g_assert_nonnull (list);
  g_assert_cmpuint (strlen (((PalierRecorded *)list->pdata[0])->body), ==, 40000 * 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recording/text/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/recording/text/there-and-back", test_there_and_back);
  g_test_add_func ("/recording/text/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/recording/text/huge", test_huge);
  g_test_add_func ("/recording/text/many-lines", test_many_lines);
  return g_test_run ();
}
