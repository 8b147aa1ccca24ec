/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* Between the files of this room, and for its tests. */

/* As palier_connection_send (), and the answer is left in an error case too, as far as there was one. */
gboolean palier_connection_ask (PalierConnection *self, const PalierRequest *request, PalierAnswer *answer,
                                GCancellable *cancellable, GError **error);
/* TRUE once this user and password were accepted. */
gboolean palier_connection_is_signed_in (PalierConnection *self);
void palier_connection_set_timeouts (PalierConnection *self, guint ordinary_s, guint slow_s);

/* "http://host:port" out of what a person writes, with that scheme where they wrote none; NULL with PALIER_ERROR_USAGE. */
char *palier_address_parse (const char *address, const char *scheme, GError **error);
/* The same as a GUri. told: a scheme was written; else it is http. */
GUri *palier_address_split (const char *address, gboolean *told, GError **error);
char *palier_address_join (const char *scheme, const char *host, int port); /* port -1: the scheme's own */

/* Small requests, as most documents want them. */
gboolean palier_connection_get (PalierConnection *self, const char *path, PalierAnswer *answer,
                                GCancellable *cancellable, GError **error);
gboolean palier_connection_put (PalierConnection *self, const char *method, const char *path, GBytes *document,
                                PalierAnswer *answer, GCancellable *cancellable, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierAnswer, palier_answer_clear)
