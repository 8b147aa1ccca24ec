/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Verified writing into any folder, a stick's or this computer's; blocks, for the worker.
 *
 * A file is written under a temporary name beside its place, brought to the medium, renamed, dropped
 * from the cache and read back. Until the rename nothing with its name exists; a file that is there
 * already is never overwritten; a file that does not read back is taken away again. Mode 0600.
 *
 * Errors: PALIER_ERROR_DISK_FULL, FILE_TOO_LARGE (4 GiB on FAT), READ_ONLY, PLACE_GONE (the stick was
 * pulled out, or stopped answering), NOT_READ_BACK (it lies about its size, or is worn out),
 * FILE_IN_THE_WAY, CANNOT_WRITE, FILE_UNREADABLE (of a copy's source). After any of them, what was
 * there before is as it was. */

/* 0…1, the second half is reading back. Called in the caller's thread. */
typedef void (*PalierWriteProgress) (double fraction, gpointer data);

typedef enum
{
  PALIER_WRITE_PLAIN = 0,
  /* With the person's consent: a file in the way gets another name, and keeps its content. */
  PALIER_WRITE_MOVE_ASIDE = 1 << 0,
} PalierWriteFlags;

/* The folder must exist: where a stick was pulled out, its mount point must not become a folder of
 * this computer's disk. A file of that name with this very content counts as written. path and sha256
 * (lower-case hex) may be NULL; both are the caller's. */
gboolean palier_write_verified (const char *folder, const char *name, GBytes *content, char **path,
                                char **sha256, PalierWriteProgress progress, gpointer data,
                                GCancellable *cancellable, GError **error);

/* The same for a file of any size, read as it goes. moved_to: what a file in the way is called now,
 * NULL when there was none; may be NULL. */
gboolean palier_copy_verified (const char *source, const char *folder, const char *name,
                               PalierWriteFlags flags, char **path, char **sha256, char **moved_to,
                               PalierWriteProgress progress, gpointer data,
                               GCancellable *cancellable, GError **error);

/* Reads the medium, not the cache. FILE_UNREADABLE or PLACE_GONE: could not look; NOT_READ_BACK: it
 * holds something else. */
gboolean palier_verify_file (const char *path, const char *sha256, PalierWriteProgress progress,
                             gpointer data, GCancellable *cancellable, GError **error);
