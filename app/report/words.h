/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The words of one document in the language of its reader, whatever the program speaks meanwhile. gettext follows
 * LANGUAGE, which is the whole process's and must not move under other threads; so the catalogue is read here, from
 * where the program has bound it. Not shared between threads. */
typedef struct _PalierWords PalierWords;

/* language: "fr" or "en". Without that catalogue the words are English, and get_language () says so. */
PalierWords *palier_words_new (const char *language);
/* The same with the catalogues in folder (FOLDER/fr/LC_MESSAGES/palier.mo). */
PalierWords *palier_words_new_from_folder (const char *language, const char *folder);
void palier_words_free (PalierWords *self);
const char *palier_words_get_language (PalierWords *self);

const char *palier_words_get (PalierWords *self, const char *msgid) G_GNUC_FORMAT (2);
char *palier_words_printf (PalierWords *self, const char *msgid, ...) G_GNUC_PRINTF (2, 3);
/* A msgid that came from elsewhere: its one "%s" is replaced by value, which may be NULL. */
char *palier_words_fill (PalierWords *self, const char *msgid, const char *value);

char *palier_words_size (PalierWords *self, guint64 bytes);          /* "8.1 MB", "8,1 Mo" */
char *palier_words_duration (PalierWords *self, gint64 seconds);     /* "1 h 05", "41 min", "12 s" */
/* From an ISO date with its zone, as it was there and then; "" for anything else. */
char *palier_words_date (PalierWords *self, const char *iso);        /* "2026-08-21" */
char *palier_words_time (PalierWords *self, const char *iso);        /* "14:05" */
char *palier_words_moment (PalierWords *self, const char *iso);      /* "2026-08-21 14:05" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierWords, palier_words_free)
