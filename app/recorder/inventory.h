/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* GET /ISAPI/ContentMgmt/InputProxy/channels (+ /status). The list's own size attribute lies: count. */
typedef struct
{
  guint channel;
  char *name;
  char *address;
  char *protocol;
  int online; /* 1, 0, -1: not told */
} PalierCamera;

/* An array of PalierCamera; empty when this firmware does not tell (notSupport). */
GPtrArray *palier_cameras_read (PalierConnection *connection, GCancellable *cancellable, GError **error);

/* GET /ISAPI/Security/adminAccesses */
typedef struct
{
  char *protocol;
  guint port;
  int enabled; /* -1: not told */
} PalierService;

GPtrArray *palier_services_read (PalierConnection *connection, GCancellable *cancellable, GError **error);

/* GET /ISAPI/Security/users */
typedef struct
{
  guint id;
  char *name;
  char *level;
} PalierUser;

GPtrArray *palier_users_read (PalierConnection *connection, GCancellable *cancellable, GError **error);
