/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/document.h"

/* CMSearchDescription and CMSearchResult, which logs and footage share. */

char *palier_search_dup_id (void); /* a GUID in capitals; one for all pages of a search */

PalierXml *palier_search_request_new (const char *id);
void palier_search_request_add_span (PalierXmlNode *root, const char *start, const char *end);
void palier_search_request_add_page (PalierXmlNode *root, guint max, guint position);

typedef struct
{
  guint items;      /* that came: what the answer says of its own number is not believed */
  gboolean more;
  gboolean version_1; /* an old recorder's answer */
} PalierSearchPage;

typedef void (*PalierSearchItemFunc) (PalierXmlNode *item, gpointer data);

/* Posts one page and calls add for each match. "No record" as an error counts as an empty page. */
gboolean palier_search_page_read (PalierConnection *connection, const char *path, PalierXml *request,
                                  PalierSearchItemFunc add, gpointer data, PalierSearchPage *page,
                                  GCancellable *cancellable, GError **error);
