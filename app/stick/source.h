/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#define PALIER_SOURCE_CHUNK (1024 * 1024)

/* What is to be written: bytes in memory, or a file that is read as it goes. */
typedef struct
{
  const guint8 *data; /* NULL: a file */
  int fd;
  guint64 size;
  guint8 *buffer;
} PalierSource;

void palier_source_from_bytes (PalierSource *self, GBytes *content); /* content must outlive it */
gboolean palier_source_open (PalierSource *self, const char *path, GError **error);

/* The next piece from `at`, at most a chunk, valid until the next call; NULL on error
 * (PALIER_ERROR_FILE_UNREADABLE: also when the file has become shorter than it was). */
const guint8 *palier_source_read (PalierSource *self, guint64 at, gsize *length, GError **error);

/* SHA-256 of all of it. */
char *palier_source_hash (PalierSource *self, GCancellable *cancellable, GError **error);

void palier_source_close (PalierSource *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierSource, palier_source_close)
