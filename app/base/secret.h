/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A password in memory that is locked, left out of core dumps and wiped when it is let go. */
typedef struct _PalierSecret PalierSecret;

PalierSecret *palier_secret_new (const char *text);
/* First line of a file, "-" for standard input; at most 256 bytes. */
PalierSecret *palier_secret_new_from_file (const char *path, GError **error);
PalierSecret *palier_secret_ref (PalierSecret *self);
void palier_secret_unref (PalierSecret *self);

const char *palier_secret_peek (PalierSecret *self); /* never copy it into memory that is not wiped */
gsize palier_secret_get_length (PalierSecret *self);
gboolean palier_secret_equal (PalierSecret *a, PalierSecret *b);

/* Overwrites n bytes in a way that no optimiser removes. */
void palier_wipe (void *memory, gsize n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierSecret, palier_secret_unref)
