/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sign-in.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"

#define PATH "/ISAPI/Security/userCheck"

static int
small_number (PalierXmlNode *root, const char *name)
{
  gint64 value = palier_document_get_number (root, name);

  return value <= G_MAXINT ? (int) value : -1;
}

static void
read_check (GBytes *body, PalierUserCheck *check)
{
  g_autoptr (PalierXml) xml
      = body ? palier_document_parse (body, "userCheck|ResponseStatus", NULL) : NULL;
  g_autofree char *lock = NULL;
  PalierXmlNode *root;

  if (!xml)
    return;
  root = palier_xml_get_root (xml);
  lock = palier_document_dup_told (root, "lockStatus");
  check->default_password = palier_document_get_flag (root, "isDefaultPassword") == 1;
  check->risk_password = palier_document_get_flag (root, "isRiskPassword") == 1;
  /* By equality: "unlock" holds the word too. */
  check->locked
      = lock
        && (g_ascii_strcasecmp (lock, "lock") == 0 || g_ascii_strcasecmp (lock, "locked") == 0);
  check->tries_left = small_number (root, "retryLoginTime");
  check->unlock_s = small_number (root, "unlockTime");
}

gboolean
palier_sign_in (PalierConnection *connection,
                PalierUserCheck *check,
                GCancellable *cancellable,
                GError **error)
{
  const PalierRequest request = { .method = "GET", .path = PATH };
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (GError) local = NULL;
  gboolean done;

  *check = (PalierUserCheck){ .tries_left = -1, .unlock_s = -1 };
  done = palier_connection_ask (connection, &request, &answer, cancellable, &local);
  read_check (answer.body, check);
  /* Firmware without this document: the signature was taken, and that is what was asked. */
  if (done || (palier_error_is_not_told (local) && palier_connection_is_signed_in (connection)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
palier_activate_status_read (PalierConnection *connection,
                             PalierActivateStatus *status,
                             GCancellable *cancellable,
                             GError **error)
{
  const PalierRequest request = {
    .method = "GET",
    .path = "/SDK/activateStatus",
    .flags = PALIER_REQUEST_ANONYMOUS,
  };
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (PalierXml) xml = NULL;
  gint64 version;
  int activated;

  *status = (PalierActivateStatus){ 0 };
  if (!palier_connection_send (connection, &request, &answer, cancellable, error))
    return FALSE;
  xml = palier_document_parse (answer.body, NULL, error);
  if (!xml)
    return FALSE;
  activated = palier_document_get_flag (palier_xml_get_root (xml), "Activated");
  version = palier_document_get_number (palier_xml_get_root (xml), "supportVersion");
  if (activated < 0 || !palier_document_is_single (palier_xml_get_root (xml), "Activated"))
    {
      palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "no Activated");
      return FALSE;
    }
  status->activated = activated == 1;
  status->support_version = version > 0 && version < 100 ? (guint) version : 0;
  return TRUE;
}
