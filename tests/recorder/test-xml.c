/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/xml.h"

#include "base/error.h"

#include <string.h>

static PalierXml *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  PalierXml *xml = palier_xml_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  return xml;
}

typedef struct
{
  const char *sentence;
  const char *text;
  gsize length; /* 0: that of the text */
} RefusedRow;

static const RefusedRow refused_rows[] = {
  { "nothing", "", 0 },
  { "blanks", " \n ", 0 },
  { "NULs", "\0\0\0", 3 },
  { "a word", "ok", 0 },
  { "a document cut short", "<a><b>", 0 },
  { "two roots", "<a/><b/>", 0 },
  { "a document type", "<!DOCTYPE a><a/>", 0 },
  { "entities of its own", "<!DOCTYPE a [<!ENTITY x \"yyyy\">]><a>&x;</a>", 0 },
  { "entities within entities", "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]><a>&z;</a>",
    0 },
  { "a file of this computer", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
    0 },
  { "an entity that nobody defined", "<a>&x;</a>", 0 },
  { "bytes that are no text", "<a>\xff\xfe</a>", 0 },
  { "a NUL in the middle", "<a>\0</a>", 8 },
};

static void
test_refused (gconstpointer data)
{
  const RefusedRow *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (
      palier_xml_parse (row->text, row->length ? row->length : strlen (row->text), &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_BAD_ANSWER);
}

/* In a thread too: the library keeps a handler for each. */
static gpointer
read_hostile_bytes (gpointer data)
{
  static const char *const encodings[] = { "UTF-8",   "UTF-16",       "UTF-16LE", "UCS-4", "EBCDIC", "ISO-2022-JP",
                                           "US-ASCII", "Shift_JIS",   "EUC-JP",   "GB18030", "UTF-7",  "HTML",
                                           "nobody's" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (PalierXml) xml = NULL;

      g_string_printf (text, "<?xml version=\"1.0\" encoding=\"%s\"?><a b=\"",
                       encodings[i % G_N_ELEMENTS (encodings)]);
      for (guint j = 0; j < 64; j++)
        g_string_append_c (text, (char) g_rand_int_range (rand, 0, 256));
      g_string_append (text, i % 2 ? "\"/>" : "\">&#xD800;&x;</b>");
      xml = palier_xml_parse (text->str, text->len, NULL);
      if (xml)
        g_bytes_unref (palier_xml_to_bytes (xml));
    }
  return NULL;
}

static void
test_says_nothing (void)
{
  if (g_test_subprocess ())
    {
      read_hostile_bytes (NULL);
      g_thread_join (g_thread_new ("hostile", read_hostile_bytes, NULL));
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
}

static void
test_too_deep_and_too_long (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *longer = g_malloc0 (5 * 1024 * 1024);

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "<a>");
  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "</a>");
  g_assert_null (palier_xml_parse (deep->str, deep->len, NULL));
  memset (longer, ' ', 5 * 1024 * 1024);
  memcpy (longer, "<a/>", 4);
  g_assert_null (palier_xml_parse (longer, 5 * 1024 * 1024, NULL));
}

static void
test_trims (void)
{
  const char text[] = "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<a>b</a>\n\0\0";
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierXml) xml = palier_xml_parse (text, sizeof text, &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  value = palier_xml_dup_text (palier_xml_get_root (xml), NULL);
  g_assert_cmpstr (value, ==, "b");
}

static void
test_local_names (void)
{
  g_autoptr (PalierXml) xml
      = parse ("<p:A xmlns:p=\"urn:x\" xmlns=\"http://www.std-cgi.com/ver20/XMLSchema\">"
               "<b xmlns=\"urn:y\"/><b><c q=\"1\">  one \n</c></b>"
               "<undeclared:d>two</undeclared:d></p:A>");
  PalierXmlNode *root = palier_xml_get_root (xml);
  g_autofree char *one = palier_xml_dup_text (root, "b/c");
  g_autofree char *two = palier_xml_dup_text (root, "d");
  g_autofree char *attribute = palier_xml_dup_attribute (palier_xml_find (root, "b/c"), "q");

  g_assert_cmpstr (palier_xml_get_name (root), ==, "A");
  g_assert_cmpstr (one, ==, "one");
  g_assert_cmpstr (two, ==, "two");
  g_assert_cmpstr (attribute, ==, "1");
  g_assert_null (palier_xml_dup_text (root, NULL)); /* holds elements */
  g_assert_null (palier_xml_find (root, "b/x"));
  g_assert_null (palier_xml_find (root, "b/c/x"));
  g_assert_null (palier_xml_dup_attribute (root, "q"));
}

static const struct
{
  const char *text;
  gint64 value; /* -1: none */
} number_rows[] = {
  { "12", 12 },    { "  85.3 ", 85 },
  { "0", 0 },      { "007", 7 },
  { "12.", 12 },   { "18446744073709551615", -2 },
  { "", -1 },      { "-1", -1 },
  { "+1", -1 },    { "0x10", -1 },
  { "12abc", -1 }, { "1.2.3", -1 },
  { ".5", -1 },    { "18446744073709551616", -1 },
  { "one", -1 },   { "1 2", -1 },
};

static void
test_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("<a>%s</a>", number_rows[i].text);
      g_autoptr (PalierXml) xml = parse (text);
      guint64 value = 99;
      gboolean told = palier_xml_get_uint (palier_xml_get_root (xml), NULL, &value);

      g_test_message ("%s", text);
      g_assert_cmpint (told, ==, number_rows[i].value != -1);
      if (number_rows[i].value >= 0)
        g_assert_cmpuint (value, ==, (guint64) number_rows[i].value);
      if (!told)
        g_assert_cmpuint (value, ==, 99);
    }
}

static const struct
{
  const char *text;
  int value; /* -1: neither */
} boolean_rows[] = {
  { "true", 1 },  { "TRUE", 1 },    { " True ", 1 }, { "1", 1 },    { "false", 0 },
  { "FALSE", 0 }, { "0", 0 },       { "flase", 0 },  { "ture", 1 }, { "", -1 },
  { "2", -1 },    { "untrue", -1 }, { "null", -1 },
};

static void
test_booleans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (boolean_rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("<a>%s</a>", boolean_rows[i].text);
      g_autoptr (PalierXml) xml = parse (text);
      gboolean value = FALSE;
      gboolean told = palier_xml_get_boolean (palier_xml_get_root (xml), NULL, &value);

      g_test_message ("%s", text);
      g_assert_cmpint (told ? value : -1, ==, boolean_rows[i].value);
    }
}

/* An edit leaves all the rest as the recorder sent it. */
static void
test_edit (void)
{
  const char *before = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<A xmlns=\"urn:x\" version=\"1.0\">\n\n  <b>1</b>\t<!-- kept --><c "
                       "opt=\"a,b\">x</c>\n<d/></A>\n";
  const char *after = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<A xmlns=\"urn:x\" version=\"1.0\">\n\n  <b>1 &lt;&amp; 2</b>\t<!-- kept "
                      "--><c opt=\"a,b\">x</c>\n"
                      "<d><e>n</e></d></A>\n";
  g_autoptr (PalierXml) xml = parse (before);
  PalierXmlNode *root = palier_xml_get_root (xml);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (palier_xml_set_text (root, "b", "1 <& 2"));
  g_assert_false (palier_xml_set_text (root, "missing", "x"));
  g_assert_true (palier_xml_set_text (root, "d", ""));
  palier_xml_add (palier_xml_find (root, "d"), "e", "n");
  g_assert_false (palier_xml_set_text (root, "d", "has an element"));
  bytes = palier_xml_to_bytes (xml);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), after, strlen (after));
}

static void
test_build (void)
{
  g_autoptr (PalierXml) xml = palier_xml_new ("A", "2.0", "urn:x");
  PalierXmlNode *root = palier_xml_get_root (xml);
  const char *expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<A version=\"2.0\" xmlns=\"urn:x\"><b>é &amp;</b></A>\n";
  const char *other = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<A xmlns=\"urn:x\" version=\"2.0\"><b>é &amp;</b></A>\n";
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  palier_xml_add (root, "b", "é &");
  palier_xml_remove (palier_xml_add (root, "c", NULL));
  bytes = palier_xml_to_bytes (xml);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_equal (text, expected) || g_str_equal (text, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/refused/%s", refused_rows[i].sentence);

      g_test_add_data_func (path, &refused_rows[i], test_refused);
    }
  g_test_add_func ("/xml/too deep and too long", test_too_deep_and_too_long);
  g_test_add_func ("/xml/says nothing on standard error", test_says_nothing);
  g_test_add_func ("/xml/trims", test_trims);
  g_test_add_func ("/xml/local names", test_local_names);
  g_test_add_func ("/xml/numbers", test_numbers);
  g_test_add_func ("/xml/booleans", test_booleans);
  g_test_add_func ("/xml/edit", test_edit);
  g_test_add_func ("/xml/build", test_build);
  return g_test_run ();
}
