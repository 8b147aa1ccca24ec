/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/configuration.h"

#include "base/error.h"
#include "recorder/configuration-key.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"
#include "recorder/response-status.h"
#include "recorder/upload.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PATH "/ISAPI/System/configurationData"
/* Real ones have a hundred kilobytes and more; what is this small holds no recorder's settings. */
#define TINY 1024
#define MAX_ITERATIONS 100000

static guint
attribute_number (PalierXmlNode *node, const char *name, guint otherwise)
{
  g_autofree char *text = palier_xml_dup_attribute (node, name);
  guint64 value = 0;

  return text && g_ascii_string_to_unsigned (text, 10, 0, 1024, &value, NULL) ? (guint) value
                                                                              : otherwise;
}

static void
read_cap (PalierXmlNode *security, PalierConfigurationCap *cap)
{
  PalierXmlNode *limit = palier_xml_first_child (security, "cfgFileSecretKeyLenLimit");
  gint64 iterations = palier_document_get_number (security, "keyIterateNum");

  cap->export_supported = palier_document_get_flag (security, "isSupportConfigFileExport") != 0;
  cap->import_supported = palier_document_get_flag (security, "isSupportConfigFileImport") != 0;
  cap->secret_key = limit != NULL;
  if (limit)
    {
      cap->key_min = attribute_number (limit, "min", 1);
      cap->key_max = attribute_number (limit, "max", 16);
    }
  if (iterations > 0 && iterations <= MAX_ITERATIONS)
    cap->key_iterations = (guint) iterations;
}

gboolean
palier_configuration_read_cap (PalierConnection *connection,
                               PalierConfigurationCap *cap,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PalierXml) xml = NULL;
  PalierXmlNode *security;

  *cap = (PalierConfigurationCap){
    .export_supported = TRUE,
    .import_supported = TRUE,
    .key_min = 1,
    .key_max = 16,
    .key_iterations = 100,
  };
  xml = palier_document_read (connection, "/ISAPI/System/capabilities", NULL, cancellable, &local);
  if (!xml && !palier_error_is_not_told (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  security = xml ? palier_xml_find (palier_xml_get_root (xml), "SecurityCap") : NULL;
  if (security)
    read_cap (security, cap);
  return TRUE;
}

/* PATH, with the sealed file password where there is one. */
static char *
build_path (PalierConnection *connection,
            const PalierConfigurationCap *cap,
            PalierSecret *file_password,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *query = NULL;
  gsize length = file_password ? palier_secret_get_length (file_password) : 0;

  if (!file_password)
    return g_strdup (PATH);
  if (length < cap->key_min || length > cap->key_max)
    {
      palier_error_set_words (error, PALIER_ERROR_USAGE,
                              N_ ("The file password is too short or too long for this recorder."),
                              N_ ("Recorders take 1 to 16 characters as a rule. Keep the password: "
                                  "the file cannot be opened without it."),
                              NULL);
      return NULL;
    }
  query = palier_configuration_seal (connection, cap->key_iterations, file_password, cancellable,
                                     error);
  return query ? g_strconcat (PATH "?", query, NULL) : NULL;
}

/* Nothing that a person or a program could read as an answer is a configuration. */
static const char *
find_message (const char *data, gsize length)
{
  static const char *const words[]
      = { "<ResponseStatus", "<userCheck", "<html", "<HTML", "statusCode" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (length > 0 && g_strstr_len (data, (gssize) MIN (length, 500), words[i]))
      return words[i];
  return NULL;
}

gboolean
palier_configuration_is_whole (const char *data, gsize length, const char **why)
{
  *why = find_message (data, length);
  if (!*why && length < TINY)
    *why = "too small";
  /* A page or a list that somebody gave the same name. */
  if (!*why && data[0] == '<')
    *why = "a document";
  return !*why;
}

static gboolean
check_file (const PalierAnswer *answer, GError **error)
{
  gsize length = g_bytes_get_size (answer->body);
  const char *data = g_bytes_get_data (answer->body, NULL);
  const char *message = find_message (data, length);

  if (message)
      {
        palier_error_set_words (error, PALIER_ERROR_BAD_ANSWER,
                                N_ ("The recorder sent a message in place of its configuration."),
                                N_ ("This is not a backup. Try again, or export at the recorder’s "
                                    "own screen to a USB stick."),
                                message);
        return FALSE;
      }
  if (length >= TINY)
    return TRUE;
  {
    g_autofree char *detail = g_strdup_printf ("%" G_GSIZE_FORMAT " bytes", length);

    palier_error_set_words (
        error, PALIER_ERROR_BAD_ANSWER,
        N_ ("The configuration that the recorder sent is too small to be whole."),
        N_ ("This is not a backup. Try again, or export at the recorder’s own screen "
            "to a USB stick."),
        detail);
  }
  return FALSE;
}

GBytes *
palier_configuration_export (PalierConnection *connection,
                             const PalierConfigurationCap *cap,
                             PalierSecret *file_password,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *path = build_path (connection, cap, file_password, cancellable, error);
  const PalierRequest request = {
    .method = "GET",
    .path = path,
    .flags = PALIER_REQUEST_LARGE | PALIER_REQUEST_SLOW,
  };
  g_auto (PalierAnswer) answer = { 0 };

  if (!path || !palier_connection_send (connection, &request, &answer, cancellable, error)
      || !check_file (&answer, error))
    return NULL;
  return g_steal_pointer (&answer.body);
}

gboolean
palier_configuration_import (PalierConnection *connection,
                             const PalierConfigurationCap *cap,
                             GBytes *file,
                             PalierSecret *file_password,
                             gboolean *reboot_needed,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *path = build_path (connection, cap, file_password, cancellable, error);
  const PalierUpload upload = {
    .path = path,
    .part = "updateFile",
    .file_name = "devCfg.bin",
    .content = file,
  };

  return path && palier_upload_send (connection, &upload, reboot_needed, cancellable, error);
}
