/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue-reader.h"
#include "procedure/menu.h"

/* menus.json in memory. Strings are the reader's. */
typedef struct
{
  PalierVersion from; /* the first firmware that has it */
  GArray *paths;      /* of PalierMenuPath */
} PalierMenu;

typedef struct
{
  PalierReader *reader;
  GPtrArray *menus; /* of PalierMenu, oldest first */
} PalierMenus;

PalierMenus *palier_menus_load (const char *json, gssize length, GError **error);
void palier_menus_free (PalierMenus *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierMenus, palier_menus_free)
