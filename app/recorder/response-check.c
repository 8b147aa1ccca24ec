/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/response-status.h"

#include "base/error.h"
#include "recorder/sub-status.h"

#include <glib/gi18n-lib.h>

static gboolean
is_fine (const PalierAnswer *answer, gboolean told, const PalierResponseStatus *status)
{
  if (answer->status < 200 || answer->status > 299)
    return FALSE;
  if (!told)
    return TRUE;
  if (status->user_check >= 0)
    return status->user_check >= 200 && status->user_check <= 299 && !status->locked;
  return status->status_code == 0 || status->status_code == 1 || status->status_code == 7;
}

/* The recorder's own words, as they came. */
static char *
describe (const PalierAnswer *answer, const PalierResponseStatus *status)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const words[] = { status->sub_status, status->status, status->message };

  g_string_printf (text, "HTTP %u", answer->status);
  if (status->status_code >= 0)
    g_string_append_printf (text, ", statusCode %d", status->status_code);
  if (status->user_check >= 0)
    g_string_append_printf (text, ", statusValue %d", status->user_check);
  if (status->number != 0)
    g_string_append_printf (text, ", 0x%08x", status->number);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] && *words[i])
      g_string_append_printf (text, ", %.200s", words[i]);
  if (text->len > 600)
    g_string_truncate (text, 600);
  return g_utf8_make_valid (text->str, (gssize) text->len);
}

static PalierErrorCode
code_of_http (const PalierAnswer *answer)
{
  switch (answer->status)
    {
    case 401:
      return PALIER_ERROR_WRONG_PASSWORD;
    case 403:
      return PALIER_ERROR_NO_PERMISSION;
    case 404:
    case 405:
    case 501:
      return PALIER_ERROR_NOT_SUPPORTED;
    case 503:
      return PALIER_ERROR_BUSY;
    default:
      return PALIER_ERROR_REFUSED;
    }
}

static PalierErrorCode
code_of_user_check (const PalierResponseStatus *status)
{
  if (status->locked)
    return PALIER_ERROR_LOCKED;
  return status->inactive ? PALIER_ERROR_NOT_ACTIVATED : PALIER_ERROR_WRONG_PASSWORD;
}

/* Where there is no sub-status that anybody recorded. */
static PalierErrorCode
code_of (const PalierRequest *request,
         const PalierAnswer *answer,
         const PalierResponseStatus *status)
{
  if (answer->status == 404 || answer->status == 405)
    return PALIER_ERROR_NOT_SUPPORTED;
  if (status->user_check >= 0)
    return code_of_user_check (status);
  if (answer->status == 401)
    return PALIER_ERROR_WRONG_PASSWORD;
  switch (status->status_code)
    {
    case 2:
      return PALIER_ERROR_BUSY;
    case 4: /* what firmware says about a path that it does not know */
      return g_str_equal (request->method, "GET") ? PALIER_ERROR_NOT_SUPPORTED
                                                  : PALIER_ERROR_REFUSED;
    case -1:
      return code_of_http (answer);
    default:
      return PALIER_ERROR_REFUSED;
    }
}

static gboolean
is_unknown_path (const PalierRequest *request,
                 const PalierAnswer *answer,
                 const PalierSubStatus *row)
{
  return g_ascii_strcasecmp (row->name, "invalidOperation") == 0
         && (g_str_equal (request->method, "GET") || answer->status == 404);
}

gboolean
palier_response_check (const PalierRequest *request, const PalierAnswer *answer, GError **error)
{
  g_auto (PalierResponseStatus) status = { 0 };
  gboolean told = palier_response_status_parse (answer->body, &status);
  const PalierSubStatus *row;
  g_autofree char *detail = NULL;

  if (is_fine (answer, told, &status))
    return TRUE;
  detail = describe (answer, &status);
  row = palier_sub_status_find (status.sub_status, status.number);
  if (!row)
    palier_error_set (error, code_of (request, answer, &status), "%s", detail);
  else if (is_unknown_path (request, answer, row))
    palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "%s", detail);
  else if (row->sentence || row->remedy)
    palier_error_set_words (error, row->code, row->sentence, row->remedy, detail);
  else
    palier_error_set (error, row->code, "%s", detail);
  return FALSE;
}
