/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reprogram/reprogram-item-private.h"
#include "reprogram/reprogram.h"

/* What the worker works with; nothing of it changes while it works, but the sign-ins, which are locked. */
typedef struct
{
  PalierConnection *connection;
  PalierCatalogue *catalogue; /* borrowed */
  PalierClock *clock;
  PalierDeviceInfo *recorder;
  PalierInventory *before;
  PalierJournal *journal; /* NULL */
  PalierFindFunc find;    /* NULL */
  GCancellable *cancellable;

  GMutex lock;
  GHashTable *sign_ins; /* channel → PalierCameraSignIn */
} PalierReprogramWork;

typedef struct
{
  char *user;
  PalierSecret *password;
} PalierCameraSignIn;

/* P16, and no landing ahead. Asked again before each change. */
gboolean palier_reprogram_check (PalierReprogramWork *self, GError **error);
/* One thing put back and read back. */
gboolean palier_reprogram_put_back (PalierReprogramWork *self, PalierTopic topic, const char *what,
                                    GError **error);
gboolean palier_reprogram_put_network (PalierReprogramWork *self, const char *id, GError **error);
/* Copies, FALSE: none is known. */
gboolean palier_reprogram_dup_sign_in (PalierReprogramWork *self, guint channel, char **user,
                                       PalierSecret **password);
