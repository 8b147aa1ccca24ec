/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/response-status.h"

#include "base/error-words.h"
#include "recorder/sub-status.h"

#include <string.h>

#define STATUS(code, string, sub)                                                                  \
  "<ResponseStatus version=\"1.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">"            \
  "<requestURL></requestURL><statusCode>" code "</statusCode><statusString>" string                \
  "</statusString>"                                                                                \
  "<subStatusCode>" sub "</subStatusCode></ResponseStatus>"
#define FINE -1

typedef struct
{
  const char *sentence;
  const char *method;
  guint status;
  const char *body;
  int code; /* FINE, or a PalierErrorCode */
} Row;

static const Row rows[] = {
  { "a document", "GET", 200, "<DeviceInfo/>", FINE },
  { "nothing at all", "GET", 200, "", FINE },
  { "bytes", "GET", 200, "\1\2\3", FINE },
  { "status 1", "PUT", 200, STATUS ("1", "OK", "ok"), FINE },
  { "status 0", "PUT", 200, STATUS ("0", "OK", "ok"), FINE },
  { "status 7 asks for a restart", "PUT", 200, STATUS ("7", "Reboot Required", "rebootRequired"),
    FINE },
  { "a refusal behind 200", "PUT", 200, STATUS ("4", "Invalid Operation", "invalidOperation"),
    PALIER_ERROR_REFUSED },
  { "a status that cannot be read, behind 200", "PUT", 200, STATUS ("one", "OK", "ok"),
    PALIER_ERROR_REFUSED },
  { "a user check that says 401 behind 200", "GET", 200,
    "<userCheck><statusValue>401</statusValue></userCheck>", PALIER_ERROR_WRONG_PASSWORD },
  { "a user check that says locked behind 200", "GET", 200,
    "<userCheck><statusValue>200</statusValue><lockStatus>locked</lockStatus></userCheck>",
    PALIER_ERROR_LOCKED },
  { "a user check that says unlock", "GET", 200,
    "<userCheck><statusValue>200</statusValue><lockStatus>unlock</lockStatus></userCheck>", FINE },
  { "403 notSupport is not about signing in", "GET", 403,
    STATUS ("4", "Invalid Operation", "notSupport"), PALIER_ERROR_NOT_SUPPORTED },
  { "403 lowPrivilege is about the user", "GET", 403,
    STATUS ("4", "Invalid Operation", "lowPrivilege"), PALIER_ERROR_NO_PERMISSION },
  { "403 alone", "GET", 403, "", PALIER_ERROR_NO_PERMISSION },
  { "400 invalidOperation, read: an unknown path", "GET", 400,
    STATUS ("4", "Invalid Operation", "invalidOperation"), PALIER_ERROR_NOT_SUPPORTED },
  { "the same without a sub-status", "GET", 403, STATUS ("4", "Invalid Operation", ""),
    PALIER_ERROR_NOT_SUPPORTED },
  { "400 invalidOperation, told: refused", "PUT", 400,
    STATUS ("4", "Invalid Operation", "invalidOperation"), PALIER_ERROR_REFUSED },
  { "404 with invalidOperation, told: an unknown path", "PUT", 404,
    STATUS ("4", "Invalid Operation", "invalidOperation"), PALIER_ERROR_NOT_SUPPORTED },
  { "404", "PUT", 404, "", PALIER_ERROR_NOT_SUPPORTED },
  { "405", "PUT", 405, "", PALIER_ERROR_NOT_SUPPORTED },
  { "503 with status 2", "PUT", 503, STATUS ("2", "Device Busy", "deviceBusy"), PALIER_ERROR_BUSY },
  { "503 alone", "PUT", 503, "<html>", PALIER_ERROR_BUSY },
  { "status 2 with a word that nobody recorded", "PUT", 503,
    STATUS ("2", "Device Busy", "havingLunch"), PALIER_ERROR_BUSY },
  { "status 3", "PUT", 500, STATUS ("3", "Device Error", "badFlash"), PALIER_ERROR_FLASH_FAILED },
  { "status 6", "PUT", 400, STATUS ("6", "Invalid XML Content", "badDevType"),
    PALIER_ERROR_PACKAGE_WRONG_TYPE },
  { "a wrong file", "PUT", 403, STATUS ("4", "Invalid Operation", "fileError"),
    PALIER_ERROR_PACKAGE_REFUSED },
  { "in capitals", "PUT", 403, STATUS ("4", "Invalid Operation", "FILEERROR"),
    PALIER_ERROR_PACKAGE_REFUSED },
  { "with the dot that belongs to it", "PUT", 503,
    STATUS ("2", "Device Busy", "startUpgradeFailed."), PALIER_ERROR_UPGRADE_FAILED },
  { "a longer word is another word", "PUT", 400, STATUS ("6", "Invalid Content", "upgradingSoon"),
    PALIER_ERROR_REFUSED },
  { "by its number alone", "PUT", 403,
    "<ResponseStatus><statusCode>4</statusCode><MErrCode>0x40001278</MErrCode></ResponseStatus>",
    PALIER_ERROR_REPAIRING },
  { "JSON", "POST", 403,
    "{\"statusCode\":4,\"statusString\":\"Invalid Operation\",\"subStatusCode\":\"notActivated\"}",
    PALIER_ERROR_NOT_ACTIVATED },
  { "JSON, with its number alone", "POST", 403,
    " {\"statusCode\":\"4\",\"errorCode\":1073741832,\"errorMsg\":\"x\"}",
    PALIER_ERROR_ALREADY_ACTIVE },
  { "JSON that is fine", "POST", 200, "{\"statusCode\":1,\"statusString\":\"OK\"}", FINE },
  { "JSON of another kind", "GET", 200, "{\"HDStatus\":[]}", FINE },
  { "too many tries, by number", "GET", 403,
    "<ResponseStatus><statusCode>4</statusCode><errorCode>1073750160</errorCode></ResponseStatus>",
    PALIER_ERROR_LOCKED },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const PalierRequest request = { .method = row->method, .path = "/" };
  g_autoptr (GBytes) body = g_bytes_new_static (row->body, strlen (row->body));
  const PalierAnswer answer = { .status = row->status, .body = body };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (palier_response_check (&request, &answer, &error), ==, row->code == FINE);
  if (row->code != FINE)
    g_assert_error (error, PALIER_ERROR, row->code);
}

static void
test_own_words_are_kept (void)
{
  const PalierRequest request = { .method = "PUT", .path = "/" };
  const char *text = STATUS ("3", "Device Error", "receiveUpgradePackageError");
  g_autoptr (GBytes) body = g_bytes_new_static (text, strlen (text));
  const PalierAnswer answer = { .status = 500, .body = body };
  g_autoptr (GError) error = NULL;

  g_assert_false (palier_response_check (&request, &answer, &error));
  g_assert_cmpstr (palier_error_get_detail (error), ==,
                   "HTTP 500, statusCode 3, receiveUpgradePackageError, Device Error");
  g_assert_cmpstr (palier_error_get_sentence (error), ==,
                   "The recorder did not receive the firmware file whole.");
}

static void
test_restart (void)
{
  static const struct
  {
    const char *body;
    gboolean restart;
  } restarts[] = {
    { STATUS ("7", "Reboot Required", "rebootRequired"), TRUE },
    { "{\"statusCode\":7}", TRUE },
    { STATUS ("1", "OK", "ok"), FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (restarts); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (restarts[i].body, strlen (restarts[i].body));
      const PalierAnswer answer = { .status = 200, .body = body };

      g_assert_cmpint (palier_response_wants_restart (&answer), ==, restarts[i].restart);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/answers/%s", rows[i].sentence);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/answers/own words are kept", test_own_words_are_kept);
  g_test_add_func ("/answers/restart", test_restart);
  return g_test_run ();
}
