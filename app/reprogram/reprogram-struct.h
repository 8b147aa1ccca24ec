/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reprogram/reprogram-private.h"

/* The object's own fields, for reprogram.c and reprogram-work.c only. */
struct _PalierReprogram
{
  GObject parent_instance;

  PalierReprogramWork work;
  GPtrArray *items; /* of PalierReprogramItem */

  GMainContext *context;
  GThread *thread;        /* NULL: not busy */
  GPtrArray *to_put;      /* of PalierReprogramItem, while busy */
  PalierInventory *after; /* of the last look; NULL */
  GError *error;
};

void palier_reprogram_notify (PalierReprogram *self, gboolean finished);
