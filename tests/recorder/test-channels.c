/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server.h"

#include "base/error.h"
#include "recorder/channels.h"

#define STATES "/ISAPI/System/workingstatus/chanStatus"
#define SHEET "/ISAPI/ContentMgmt/InputProxy/ipcConfig"
#define REFUSED                                                                                     \
  "<ResponseStatus><statusCode>4</statusCode><statusString>Invalid Operation</statusString>"        \
  "<subStatusCode>notSupport</subStatusCode></ResponseStatus>"
#define OF(online, records, picture, trouble) { 3, online, records, picture, trouble }

static const struct
{
  const char *sentence;
  guint status;
  const char *text;
  guint n;
  PalierChannelState first;
} rows[] = {
  { "a channel that records", 200,
    "{\"ChanStatus\":[{\"chanNo\":3,\"online\":1,\"signal\":0,\"record\":1,\"recordStatus\":0}]}", 1,
    OF (1, 1, 1, 0) },
  { "wrapped once more, with booleans", 200,
    "{\"ChanStatusList\":{\"ChanStatus\":[{\"chanNo\":3,\"online\":false,\"signal\":true,\"record\":false,"
    "\"recordStatus\":2},{\"chanNo\":4}]}}",
    2, OF (0, 0, 0, 2) },
  { "texts in place of numbers", 200, "{\"ChanStatus\":[{\"chanNo\":\"3\",\"record\":\"1\"}]}", 1,
    OF (-1, 1, -1, -1) },
  { "what is not told", 200, "{\"ChanStatus\":[{\"chanNo\":3}]}", 1, OF (-1, -1, -1, -1) },
  { "no number, no channel", 200, "{\"ChanStatus\":[{\"online\":1},7,null]}", 0, { 0 } },
  { "another document", 200, "{\"HDStatus\":[]}", 0, { 0 } },
  { "a firmware that does not tell", 403, REFUSED, 0, { 0 } },
};

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) states = NULL;
      const PalierChannelState *first;

      g_test_message ("%s", rows[i].sentence);
      server_tell (server, "GET", STATES, rows[i].status, NULL, rows[i].text);
      states = palier_channel_states_read (connection, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (states->len, ==, rows[i].n);
      if (rows[i].n == 0)
        continue;
      first = states->pdata[0];
      g_assert_cmpuint (first->channel, ==, rows[i].first.channel);
      g_assert_cmpint (first->online, ==, rows[i].first.online);
      g_assert_cmpint (first->records, ==, rows[i].first.records);
      g_assert_cmpint (first->has_picture, ==, rows[i].first.has_picture);
      g_assert_cmpint (first->trouble, ==, rows[i].first.trouble);
    }
}

static void
test_sheet (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GBytes) sheet = g_bytes_new_static ("\x09\0\x04\0\x02\0\x10\0 forty bytes, as a small sheet has them", 48);
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GError) error = NULL;

  server_tell_bytes (server, "GET", SHEET, 200, "application/octet-stream", sheet);
  got = palier_camera_list_export (connection, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (got, sheet));
}

static void
test_no_sheet (void)
{
  static const struct
  {
    guint status;
    const char *text;
    int code;
  } answers[] = { { 403, REFUSED, PALIER_ERROR_NOT_SUPPORTED },
                  { 200, "", PALIER_ERROR_BAD_ANSWER },
                  { 200, "<html><body>Please sign in at this page</body></html>", PALIER_ERROR_BAD_ANSWER } };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GError) error = NULL;

      server_tell (server, "GET", SHEET, answers[i].status, NULL, answers[i].text);
      g_assert_null (palier_camera_list_export (connection, NULL, &error));
      g_assert_error (error, PALIER_ERROR, answers[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/channels/states", test_states);
  g_test_add_func ("/channels/the camera list", test_sheet);
  g_test_add_func ("/channels/no camera list", test_no_sheet);
  return g_test_run ();
}
