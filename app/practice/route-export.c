/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/secret.h"
#include "practice/practice-export.h"
#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "practice/practice-secret.h"

#include <string.h>

/* Does this firmware want a file password, and was a right one given? FALSE after an error was
 * answered. */
static gboolean
read_file_password (PalierExchange *x, char **password)
{
  const char *secret_key = palier_exchange_get_query (x, "secretkey");
  const char *security = palier_exchange_get_query (x, "security");

  *password = NULL;
  if (!x->dialect->secret_key || x->model->scenario->plain_export)
    return TRUE;
  *password = palier_practice_open_secret_key (
      x->user->key, secret_key, security != NULL ? g_ascii_strtoull (security, NULL, 10) : 0,
      palier_exchange_get_query (x, "iv"));
  if (*password != NULL)
    return TRUE;
  palier_answer_status (x, "invalidOperation");
  return FALSE;
}

static void
wipe_and_free (char *password)
{
  if (password != NULL)
    palier_wipe (password, strlen (password));
  g_free (password);
}

static void
get_configuration (PalierExchange *x)
{
  char *password;

  if (x->model->phase != PALIER_PHASE_RUNNING)
    palier_answer_status (x, "upgrading");
  else if (!g_str_equal (x->user->level, "Administrator"))
    palier_answer_status (x, "lowPrivilege");
  else if (read_file_password (x, &password))
    {
      palier_answer_file (x, palier_export_write (x->model, password));
      palier_model_log (x->model, x->user->name, "Operation/remoteDownloadCfgFile",
                        "Export configuration");
      wipe_and_free (password);
    }
}

static void
put_configuration (PalierExchange *x)
{
  g_autofree char *who = g_strdup (x->user->name); /* the import may take this user away */
  const char *refusal;
  char *password;

  if (x->model->phase != PALIER_PHASE_RUNNING)
    {
      palier_answer_status (x, "upgrading");
      return;
    }
  if (!read_file_password (x, &password))
    return;
  refusal = x->body != NULL ? palier_export_read (x->model, x->body, password) : "importError";
  wipe_and_free (password);
  if (refusal == NULL)
    {
      x->user = NULL;
      palier_model_log (x->model, who, "Operation/remoteUploadCfgFile", "Import configuration");
      palier_footage_record (x->model);
    }
  palier_answer_status (x, refusal != NULL ? refusal : "rebootRequired");
}

const PalierRoute palier_routes_export[] = {
  { "GET", "/ISAPI/System/configurationData", PALIER_ROUTE_READS, get_configuration },
  { "PUT", "/ISAPI/System/configurationData", PALIER_ROUTE_CHANGES, put_configuration },
  { "POST", "/ISAPI/System/configurationData", PALIER_ROUTE_CHANGES, put_configuration },
  { NULL, NULL, 0, NULL },
};
