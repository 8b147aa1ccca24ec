/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* What a recording asks: all that is read before a plan, and what nobody could confirm yet (isapi.md §11,
 * footage-and-settings.md §12). GET, and searches, which only read. Never the search for cameras: it answers with
 * their passwords. The first is device information. */
guint palier_questions_count (void);
/* FALSE with the error of the answer. */
gboolean palier_questions_ask (guint i, PalierConnection *connection, GCancellable *cancellable, GError **error);
/* A POST that only reads. */
gboolean palier_questions_may_keep (const char *method, const char *target);
