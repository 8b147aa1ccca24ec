/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server.h"

#include "base/error.h"
#include "recorder/sign-in.h"

#include <string.h>

#define OK                                                                                         \
  "<ResponseStatus "                                                                               \
  "version=\"2.0\"><statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>"
#define USER_CHECK "/ISAPI/Security/userCheck"
#define CHECK_OK                                                                                   \
  "<userCheck><statusValue>200</statusValue><statusString>OK</statusString></userCheck>"
#define UPLOAD "/ISAPI/System/updateFirmware"
#define DOCUMENT "/ISAPI/System/deviceInfo"

static gboolean
get (PalierConnection *connection, const char *path, GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };

  return palier_connection_get (connection, path, &answer, NULL, error);
}

static void
assert_fails (PalierConnection *connection, const char *path, PalierErrorCode code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (get (connection, path, &error));
  g_assert_error (error, PALIER_ERROR, (int) code);
}

/* A file, whatever is in it. */
static gboolean
put_large (PalierConnection *connection)
{
  g_autofree char *content = g_malloc0 (1024 * 1024);
  g_autoptr (GBytes) body = g_bytes_new (content, 1024 * 1024);
  g_auto (PalierAnswer) answer = { 0 };

  return palier_connection_put (connection, "PUT", UPLOAD, body, &answer, NULL, NULL);
}

static Server *
start (const Door *door)
{
  Server *server = server_new (door, NULL);

  server_tell (server, "GET", USER_CHECK, 200, NULL, CHECK_OK);
  server_tell (server, "GET", DOCUMENT, 200, NULL, "<DeviceInfo><model>M</model></DeviceInfo>");
  server_tell (server, "PUT", UPLOAD, 200, NULL, OK);
  return server;
}

static void
test_wrong_password_goes_out_once (void)
{
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = start (&door);
  g_autoptr (PalierConnection) connection = server_connect (server, "Wrong777");
  g_autoptr (PalierSecret) right = palier_secret_new ("Secret77");

  assert_fails (connection, USER_CHECK, PALIER_ERROR_WRONG_PASSWORD);
  g_assert_cmpuint (server_count_refused (server), ==, 1);
  for (guint i = 0; i < 5; i++)
    assert_fails (connection, DOCUMENT, PALIER_ERROR_WRONG_PASSWORD);
  g_assert_false (put_large (connection));
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 2);

  palier_connection_set_credentials (connection, "admin", right);
  g_assert_true (get (connection, DOCUMENT, NULL));
}

static void
test_password_changed_meanwhile (void)
{
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = start (&door);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");

  g_assert_true (get (connection, DOCUMENT, NULL));
  server_set_password (server, "Another8");
  for (guint i = 0; i < 6; i++)
    assert_fails (connection, DOCUMENT, PALIER_ERROR_WRONG_PASSWORD);
  /* Below the five of which recorders lock. */
  g_assert_cmpuint (server_count_refused (server), <=, 3);
}

typedef struct
{
  const char *sentence;
  Door door;
  guint refused;
} StaleRow;

static const StaleRow stale_rows[] = {
  { "a stale nonce is answered by one more try",
    { .password = "Secret77", .tells_stale = TRUE },
    1 },
  { "so is a nonce that was good before and no longer is", { .password = "Secret77" }, 1 },
};

static void
test_stale (gconstpointer data)
{
  const StaleRow *row = data;
  g_autoptr (Server) server = start (&row->door);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
  g_autoptr (GError) error = NULL;

  g_assert_true (get (connection, DOCUMENT, NULL));
  server_spend_nonce (server);
  get (connection, DOCUMENT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (server_count_refused (server), ==, row->refused);
}

static void
test_forbidden_for_this_user (void)
{
  const Door door = { .password = "Secret77", .forbidden = "/ISAPI/Security/users" };
  g_autoptr (Server) server = start (&door);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");

  g_assert_true (get (connection, DOCUMENT, NULL));
  assert_fails (connection, "/ISAPI/Security/users", PALIER_ERROR_NO_PERMISSION);
  g_assert_true (get (connection, DOCUMENT, NULL));
}

typedef struct
{
  const char *sentence;
  const char *refusal;
  PalierErrorCode code;
  guint signed_tries;
  int tries_left;
  int unlock_s;
} RefusalRow;

static const RefusalRow refusal_rows[] = {
  { "a locked account is not tried",
    "<userCheck><statusValue>401</statusValue><lockStatus>locked</lockStatus><unlockTime>1700</"
    "unlockTime>"
    "<retryLoginTime>0</retryLoginTime></userCheck>",
    PALIER_ERROR_LOCKED, 0, 0, 1700 },
  { "nor with the other word for it",
    "<userCheck><statusValue>401</statusValue><lockStatus>lock</lockStatus></userCheck>",
    PALIER_ERROR_LOCKED, 0, -1, -1 },
  { "a recorder without a password is not sent one",
    "<userCheck><statusValue>401</statusValue><isActivated>false</isActivated></userCheck>",
    PALIER_ERROR_NOT_ACTIVATED, 0, -1, -1 },
  { "unlock is not lock: one try, and the tries left are told",
    "<userCheck><statusValue>401</statusValue><lockStatus>unlock</lockStatus><retryLoginTime>3</"
    "retryLoginTime>"
    "</userCheck>",
    PALIER_ERROR_WRONG_PASSWORD, 1, 3, -1 },
  { "a ResponseStatus may say that it is locked",
    "<ResponseStatus><statusCode>4</statusCode><statusString>Invalid Operation</statusString>"
    "<subStatusCode>userNameLocked</subStatusCode></ResponseStatus>",
    PALIER_ERROR_LOCKED, 1, -1, -1 },
  { "a web page is a refusal as well", "<html>Document Error: Unauthorized</html>",
    PALIER_ERROR_WRONG_PASSWORD, 1, -1, -1 },
};

static void
test_refusal (gconstpointer data)
{
  const RefusalRow *row = data;
  const Door door = { .password = "Secret77", .refusal = row->refusal };
  g_autoptr (Server) server = server_new (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Wrong777");
  g_autoptr (GError) error = NULL;
  PalierUserCheck check;

  g_assert_false (palier_sign_in (connection, &check, NULL, &error));
  g_assert_error (error, PALIER_ERROR, (int) row->code);
  g_assert_cmpuint (server_count_refused (server), ==, row->signed_tries);
  g_assert_cmpint (check.tries_left, ==, row->tries_left);
  g_assert_cmpint (check.unlock_s, ==, row->unlock_s);
  g_assert_cmpint (check.locked, ==,
                   row->code == PALIER_ERROR_LOCKED && !strstr (row->refusal, "Response"));
}

static void
test_401_to_the_letter (void)
{
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = start (&door);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  const PalierRequest request = { .method = "GET", .path = USER_CHECK };
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (palier_connection_ask (connection, &request, &answer, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NO_PERMISSION);
  g_assert_cmpuint (answer.status, ==, 401);
  g_assert_cmpuint (g_bytes_get_size (answer.body), ==, 138);
}

static void
test_never_basic (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");

  server_add_header (server, "WWW-Authenticate", "Basic realm=\"router\"");
  server_tell (server, "GET", DOCUMENT, 401, "text/html", "<html></html>");
  assert_fails (connection, DOCUMENT, PALIER_ERROR_NOT_A_RECORDER);
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 1);
}

static void
test_redirects_are_not_followed (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);

  server_tell (server, "GET", "/a", 302, NULL, NULL);
  server_add_header (server, "Location", "/b");
  assert_fails (connection, "/a", PALIER_ERROR_NOT_A_RECORDER);
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stale_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sign-in/nonce/%s", stale_rows[i].sentence);

      g_test_add_data_func (path, &stale_rows[i], test_stale);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusal_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sign-in/refusal/%s", refusal_rows[i].sentence);

      g_test_add_data_func (path, &refusal_rows[i], test_refusal);
    }
  g_test_add_func ("/sign-in/password/wrong goes out once", test_wrong_password_goes_out_once);
  g_test_add_func ("/sign-in/password/changed meanwhile", test_password_changed_meanwhile);
  g_test_add_func ("/sign-in/password/forbidden for this user", test_forbidden_for_this_user);
  g_test_add_func ("/sign-in/401 to the letter", test_401_to_the_letter);
  g_test_add_func ("/sign-in/never basic", test_never_basic);
  g_test_add_func ("/sign-in/redirects are not followed", test_redirects_are_not_followed);
  return g_test_run ();
}
