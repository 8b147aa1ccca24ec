/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* POST /ISAPI/ContentMgmt/logSearch: both majors' spellings, both answer dialects, paged, capped at 2000. */
typedef struct
{
  char *time;    /* recorder's local time, ISO, without zone */
  char *meta_id; /* "log.hikvision.com/Operation/remoteUpgrade" */
  char *text;    /* infoContent, additionInformation and params, joined */
} PalierLogEntry;

/* since, until: recorder's local time, ISO. Oldest first. */
GPtrArray *palier_log_search (PalierConnection *connection, const char *since, const char *until,
                              GCancellable *cancellable, GError **error);

typedef enum
{
  PALIER_LOG_OTHER,
  PALIER_LOG_UPGRADE,
  PALIER_LOG_DEFAULT,        /* a full factory default */
  PALIER_LOG_REPAIR_STARTED,
  PALIER_LOG_REPAIR_STOPPED,
  PALIER_LOG_REPAIR_BROKEN,  /* stopped before its end, by its own words */
  PALIER_LOG_POWER,          /* switched on, or restarted */
  PALIER_LOG_EXPORT,
  PALIER_LOG_IMPORT, /* of a configuration */
} PalierLogKind;

PalierLogKind palier_log_entry_get_kind (const PalierLogEntry *entry);

/* POST /ISAPI/ContentMgmt/search, one track, one window. Source: footage-and-settings.md §1. */
typedef struct
{
  guint track;
  char *start, *end; /* digits as the recorder tells them */
} PalierSegment;

GPtrArray *palier_footage_search (PalierConnection *connection, guint track, const char *start, const char *end,
                                  GCancellable *cancellable, GError **error);
