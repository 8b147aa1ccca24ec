/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"
#include "recorder/xml.h"

/* Documents of a recorder, fetched and put back. */

/* root: its local name; alternatives are parted by "|", NULL: any. Another document, or none that can be
 * read, is PALIER_ERROR_BAD_ANSWER. */
PalierXml *palier_document_read (PalierConnection *connection, const char *path, const char *root,
                                 GCancellable *cancellable, GError **error);
/* The same for an answer that is there already. */
PalierXml *palier_document_parse (GBytes *body, const char *root, GError **error);

/* method "PUT" or "POST". reboot_needed: the recorder asks for a restart; may be NULL. */
gboolean palier_document_write (PalierConnection *connection, const char *method, const char *path, PalierXml *xml,
                                gboolean *reboot_needed, GCancellable *cancellable, GError **error);

/* FALSE when the element comes twice with different texts: then neither is believed. */
gboolean palier_document_is_single (PalierXmlNode *parent, const char *name);
/* As palier_xml_dup_text (), and NULL for an empty element and for a doubtful one. */
char *palier_document_dup_told (PalierXmlNode *parent, const char *path);
/* -1: not told, or more than fits. */
gint64 palier_document_get_number (PalierXmlNode *parent, const char *path);
/* 1, 0, -1: not told. */
int palier_document_get_flag (PalierXmlNode *parent, const char *path);

/* TRUE for an error that means "this firmware does not tell". */
gboolean palier_error_is_not_told (const GError *error);
