/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recording/stand-in.h"

/* One value of a document, and what it is called there. Nothing is kept for not looking private: a value stays as it
 * is only where its shape (a number, a date, yes or no) or its name with its shape is known to be harmless. */
typedef struct
{
  const char *name;  /* local name of the element, attribute or member */
  const char *place; /* names above it, small letters, "/inputproxychannellist/inputproxychannel/" */
  gboolean constant; /* of a capability document: words there are the firmware's own */
} PalierLeaf;

/* What is written in its place; text itself where it is harmless. Free with g_free (). */
char *palier_leaf_scrub (PalierStandIns *stand_ins, const PalierLeaf *leaf, const char *text);

/* What a name alone says (leaf-name.c). */
gboolean palier_leaf_name_is_secret (const char *name);
/* FALSE: the name says nothing. */
gboolean palier_leaf_name_identifies (const PalierLeaf *leaf, PalierIdentity *identity);
gboolean palier_leaf_name_is_word (const char *name); /* an enumeration of the firmware */
gboolean palier_leaf_name_is_long_number (const char *name);

/* A URL keeps its scheme, a stand-in for its host, its port, and a path that all these recorders have (leaf-url.c).
 * NULL: not a URL. */
char *palier_leaf_scrub_url (PalierStandIns *stand_ins, const char *text);
gboolean palier_is_namespace (const char *text); /* one that is on record */
