/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inventory/inventory.h"

typedef enum
{
  PALIER_TOPIC_NAME,
  PALIER_TOPIC_NETWORK,
  PALIER_TOPIC_TIME,
  PALIER_TOPIC_CAMERAS,
  PALIER_TOPIC_USERS,
  PALIER_TOPIC_SCHEDULE,
  PALIER_TOPIC_DISKS,
  PALIER_TOPIC_PORTS,
  PALIER_N_TOPICS
} PalierTopic;

/* One thing that a person may have to enter: "3" of the cameras is "Yard, 192.168.1.67, ONVIF". */
typedef struct
{
  PalierTopic topic;
  char *what;   /* channel, user, port's protocol …; "" where the topic has only one */
  char *before; /* NULL: was not there, or not told */
  char *after;  /* NULL: is not there, or not told */
} PalierDifference;

/* Every row of one inventory (after is NULL), and what still differs between two. What the earlier one did not
 * tell is not compared. Both are arrays of PalierDifference. */
GPtrArray *palier_inventory_list (const PalierInventory *self);
GPtrArray *palier_inventory_compare (const PalierInventory *before, const PalierInventory *after);

const char *palier_topic_get_title (PalierTopic topic); /* msgid */
const char *palier_topic_get_nick (PalierTopic topic);
