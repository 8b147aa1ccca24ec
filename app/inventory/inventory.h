/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/survey.h"

/* What a person would have to enter again, as the recorder told it at one moment; never a password. A text that is
 * NULL and a list that is empty: this firmware does not tell, or there is none. */
typedef struct
{
  char *id;
  int dhcp; /* 1, 0, -1: not told */
  char *address, *mask, *gateway;
  char *dns_first, *dns_second;
} PalierInventoryNetwork;

typedef struct
{
  guint channel;
  char *mode; /* the recorder's own word: "CMR", "MOTION" … */
  char *when; /* "Monday 00:00–24:00, …", or NULL */
  int enabled;
} PalierInventorySchedule;

typedef struct
{
  char *date; /* ISO, of the reading */
  char *name;
  char *firmware; /* "V3.4.92 build 170518" */
  char *serial, *mac, *model;
  char *time_mode; /* the recorder's own word: "NTP", "manual" */
  char *time_zone;
  char *ntp_server;
  gboolean clock_known;
  gint64 clock_ahead_s; /* of this computer's, when known */
  gint64 up_time_s;     /* -1: not told */
  GPtrArray *network;   /* of PalierInventoryNetwork */
  GPtrArray *cameras;   /* of PalierCamera */
  GPtrArray *users;     /* of PalierUser */
  GPtrArray *schedule;  /* of PalierInventorySchedule */
  GPtrArray *disks;     /* of PalierDisk */
  GPtrArray *ports;     /* of PalierService */
} PalierInventory;

/* Blocking, for the worker; changes nothing. now: the computer's date, by the clock that decides. */
PalierInventory *palier_inventory_read (PalierConnection *connection, GDateTime *now, GCancellable *cancellable,
                                        GError **error);
/* What a survey knows of it; network, time and schedule are not in there. */
PalierInventory *palier_inventory_new_from_survey (const PalierSurvey *survey, GDateTime *now);
void palier_inventory_free (PalierInventory *self);
guint palier_inventory_count_online (const PalierInventory *self); /* cameras that answer */
guint palier_inventory_count_sound (const PalierInventory *self);  /* disks that are well, or busy with a repair */

/* For the journal's fields "inventory-before" and "inventory-after". PALIER_ERROR_DATA_FILE for anything else. */
char *palier_inventory_to_text (const PalierInventory *self);
PalierInventory *palier_inventory_new_from_text (const char *text, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierInventory, palier_inventory_free)
