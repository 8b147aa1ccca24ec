/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server.h"

#include "base/error.h"
#include "recorder/commands.h"

#define OK                                                                                         \
  "<ResponseStatus><statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>"

typedef struct
{
  const char *sentence;
  guint status;
  const char *text;
  guint posts;
  int code; /* -1: it is taken */
} UpdateRow;

#define NO_METHOD                                                                                  \
  "<ResponseStatus><statusCode>4</statusCode><subStatusCode>methodNotAllowed</subStatusCode></"    \
  "ResponseStatus>"

static const UpdateRow update_rows[] = {
  { "a raw file is taken", 200, OK, 0, -1 },
  { "and a restart is asked for", 200,
    "<ResponseStatus><statusCode>7</statusCode></ResponseStatus>", 0, -1 },
  { "refused as a method: as a form", 403, NO_METHOD, 1, -1 },
  { "405: as a form", 405, "", 1, -1 },
  { "refused for what it is: no second time", 403,
    "<ResponseStatus><statusCode>4</statusCode><subStatusCode>updateLangUnmatched</subStatusCode></"
    "ResponseStatus>",
    0, PALIER_ERROR_PACKAGE_WRONG_LANGUAGE },
  { "not supported: no second time", 403,
    "<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></"
    "ResponseStatus>",
    0, PALIER_ERROR_NOT_SUPPORTED },
};

static void
test_update (gconstpointer data)
{
  const UpdateRow *row = data;
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = server_new (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
  g_autofree char *content = g_strnfill (300000, 'p');
  g_autoptr (GBytes) package = g_bytes_new (content, 300000);
  g_autoptr (GError) error = NULL;
  gboolean done;

  server_tell (server, "PUT", "/ISAPI/System/updateFirmware", row->status, NULL, row->text);
  server_tell (server, "POST", "/ISAPI/System/updateFirmware", 200, NULL, OK);
  done = palier_firmware_upload (connection, package, NULL, NULL, NULL, &error);
  g_assert_cmpint (done, ==, row->code < 0);
  if (row->code >= 0)
    g_assert_error (error, PALIER_ERROR, row->code);
  g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 1);
  g_assert_cmpuint (server_count (server, "POST", NULL), ==, row->posts);
  if (row->posts > 0)
    {
      GBytes *form = server_last (server, "POST", NULL)->body;
      const char *text = g_bytes_get_data (form, NULL);
      gssize size = (gssize) g_bytes_get_size (form);

      g_assert_nonnull (
          g_strstr_len (text, size, "name=\"updateFile\"; filename=\"digicap.dav\"\r\n"));
      g_assert_nonnull (g_strstr_len (text, size, "\r\n\r\npppp"));
      g_assert_nonnull (g_strstr_len (text + 300000, size - 300000, "pppp\r\n--palier-"));
      g_assert_cmpint (size, >, 300100);
    }
}

static void
test_reset_and_reboot (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  gboolean reboot = FALSE;

  server_tell (server, "PUT", "/ISAPI/System/factoryReset?mode=full", 200, NULL,
               "<ResponseStatus><statusCode>7</statusCode></ResponseStatus>");
  server_tell (server, "PUT", "/ISAPI/System/factoryReset?mode=basic", 200, NULL, OK);
  server_tell (server, "PUT", "/ISAPI/System/reboot", 200, NULL, OK);
  g_assert_true (palier_factory_reset (connection, PALIER_RESET_FULL, &reboot, NULL, NULL));
  g_assert_true (reboot);
  g_assert_true (palier_factory_reset (connection, PALIER_RESET_BASIC, &reboot, NULL, NULL));
  g_assert_false (reboot);
  g_assert_true (palier_reboot (connection, NULL, NULL));
  g_assert_cmpuint (server_last (server, "PUT", NULL)->body_length, ==, 0);
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (update_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/commands/update/%s", update_rows[i].sentence);

      g_test_add_data_func (path, &update_rows[i], test_update);
    }
  g_test_add_func ("/commands/reset and reboot", test_reset_and_reboot);
  return g_test_run ();
}
