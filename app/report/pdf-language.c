/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/sheet-private.h"

#include "base/error.h"

#include <qpdf/qpdf-c.h>

static gboolean
check (qpdf_data qpdf, QPDF_ERROR_CODE code, GError **error)
{
  if ((code & QPDF_ERRORS) == 0 && !qpdf_has_error (qpdf))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_COMPUTER, "qpdf: %s",
                    qpdf_has_error (qpdf) ? qpdf_get_error_message_detail (qpdf, qpdf_get_error (qpdf)) : "");
  return FALSE;
}

static GBytes *
rewrite (qpdf_data qpdf, GByteArray *pdf, const char *language, GError **error)
{
  qpdf_oh root, preferences;

  if (!check (qpdf, qpdf_read_memory (qpdf, "report", (const char *) pdf->data, pdf->len, NULL), error))
    return NULL;
  root = qpdf_get_root (qpdf);
  preferences = qpdf_oh_new_dictionary (qpdf);
  qpdf_oh_replace_key (qpdf, root, "/Lang", qpdf_oh_new_string (qpdf, language));
  qpdf_oh_replace_key (qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool (qpdf, QPDF_TRUE));
  qpdf_oh_replace_key (qpdf, root, "/ViewerPreferences", preferences);
  if (!check (qpdf, qpdf_init_write_memory (qpdf), error))
    return NULL;
  qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
  if (!check (qpdf, qpdf_write (qpdf), error))
    return NULL;
  return g_bytes_new (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

/* cairo 1.16 has no word for the document's language, and a screen reader needs it to choose its voice. */
GBytes *
palier_pdf_finish (GByteArray *pdf, const char *language, GError **error)
{
  qpdf_data qpdf = qpdf_init ();
  GBytes *finished;

  qpdf_silence_errors (qpdf);
  qpdf_set_suppress_warnings (qpdf, QPDF_TRUE);
  finished = rewrite (qpdf, pdf, language, error);
  qpdf_cleanup (&qpdf);
  return finished;
}
