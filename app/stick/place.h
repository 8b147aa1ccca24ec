/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A folder held open while a file comes into being there. Everything is relative to the open folder,
 * so that a mount point emptied by a pulled stick is never written to in its stead. */
typedef struct
{
  int folder;
  int file;        /* the temporary file, -1: none */
  char *temporary; /* its name, NULL once it has the final one */
  char *moved_to;  /* what the file in the way is called now, NULL: there was none */
  gboolean settled;
} PalierPlace;

gboolean palier_place_open (PalierPlace *self, const char *folder, GError **error);

/* The file of that name, open for reading; -1 with errno (ENOENT: none). */
int palier_place_look (PalierPlace *self, const char *name);

/* Makes the temporary file, and takes away those that a broken write left behind. */
gboolean palier_place_begin (PalierPlace *self, GError **error);

/* Brings file and folder to the medium under the final name, which must be free. */
gboolean palier_place_settle (PalierPlace *self, const char *name, GError **error);

/* Gives the file in the way another, free name ("digicap (1).dav"). */
gboolean palier_place_move_aside (PalierPlace *self, const char *name, GError **error);

/* Undoes settle and move_aside, where they happened and as far as the medium lets it. */
void palier_place_take_back (PalierPlace *self, const char *name);

/* Closes all, and removes a temporary file that did not get its final name. */
void palier_place_close (PalierPlace *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierPlace, palier_place_close)
