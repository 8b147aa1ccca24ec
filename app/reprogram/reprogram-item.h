/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inventory/difference.h"

#include <gio/gio.h>

/* One thing to enter again. Properties "state", "now" and "problem", notified in the main thread. */
#define PALIER_TYPE_REPROGRAM_ITEM (palier_reprogram_item_get_type ())
G_DECLARE_FINAL_TYPE (PalierReprogramItem, palier_reprogram_item, PALIER, REPROGRAM_ITEM, GObject)

typedef enum
{
  PALIER_REPROGRAM_UNKNOWN, /* not looked at yet */
  PALIER_REPROGRAM_SAME,    /* as it was before: nothing to do */
  PALIER_REPROGRAM_DIFFERS, /* can be put back */
  PALIER_REPROGRAM_BY_HAND, /* differs, and only a person can put it back: where, tells get_where () */
  PALIER_REPROGRAM_WORKING,
  PALIER_REPROGRAM_DONE,   /* put back now, and read back */
  PALIER_REPROGRAM_FAILED, /* see get_problem () */
} PalierReprogramState;

typedef enum
{
  PALIER_PUT_NAME,
  PALIER_PUT_TIME,
  PALIER_PUT_CAMERA,
  PALIER_PUT_NETWORK,
  PALIER_PUT_BY_HAND,
} PalierPut;

const char *palier_reprogram_item_get_id (PalierReprogramItem *self); /* "camera-3" */
PalierPut palier_reprogram_item_get_put (PalierReprogramItem *self);
PalierTopic palier_reprogram_item_get_topic (PalierReprogramItem *self); /* palier_topic_get_title () */
const char *palier_reprogram_item_get_what (PalierReprogramItem *self);  /* channel, user, protocol …; "" */
const char *palier_reprogram_item_get_before (PalierReprogramItem *self); /* verbatim */
const char *palier_reprogram_item_get_now (PalierReprogramItem *self);    /* verbatim; NULL: not there */
PalierReprogramState palier_reprogram_item_get_state (PalierReprogramItem *self);
const char *palier_reprogram_state_get_nick (PalierReprogramState state); /* "by-hand" */
/* msgid: where in the recorder's own menu; NULL where it is put back over the wire. */
const char *palier_reprogram_item_get_where (PalierReprogramItem *self);
const GError *palier_reprogram_item_get_problem (PalierReprogramItem *self); /* NULL unless failed */
