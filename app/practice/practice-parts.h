/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What a recorder holds. Times are seconds since 1970 on its clock. */
#define PALIER_MAX_CHANNELS 64

typedef struct
{
  guint id;
  char *status; /* "ok" "reparing" "error" */
  double capacity_mb, free_mb;
} PalierPracticeDisk;

typedef struct
{
  guint id;
  char *name, *address, *protocol, *model;
  guint port;
  gboolean online, scheduled;
} PalierPracticeCamera;

typedef struct
{
  guint id;
  char *name, *level; /* Administrator Operator Viewer */
  char *
      ha1; /* digest of name, realm and password; the password itself is not kept; NULL: none set */
  char *key; /* hex: what wraps an export's file password */
} PalierPracticeUser;

typedef struct
{
  double time;
  char *meta; /* "Operation/remoteUpgrade" */
  char *user, *text;
} PalierPracticeLog;

typedef struct
{
  double from, until; /* until 0: still recording */
  guint64 channels;   /* a bit for each that records, channel 1 first */
} PalierPracticeSpan;

/* Empty lists that own their elements. */
GPtrArray *palier_practice_disks_new (void);
GPtrArray *palier_practice_cameras_new (void);
GPtrArray *palier_practice_users_new (void);
GPtrArray *palier_practice_log_new (void);
