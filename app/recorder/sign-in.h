/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* GET /ISAPI/Security/userCheck: signing in, on a small request. One attempt a call. */
typedef struct
{
  gboolean default_password;
  gboolean risk_password;
  gboolean locked;
  int tries_left;   /* -1: not told */
  int unlock_s;     /* -1: not told */
} PalierUserCheck;

/* PALIER_ERROR_WRONG_PASSWORD, _LOCKED, _NOT_ACTIVATED …; check is filled as far as the recorder tells, in
 * the error cases too. */
gboolean palier_sign_in (PalierConnection *connection, PalierUserCheck *check, GCancellable *cancellable,
                         GError **error);

/* GET /SDK/activateStatus, without sign-in. */
typedef struct
{
  gboolean activated;
  guint support_version; /* 0: not told */
} PalierActivateStatus;

gboolean palier_activate_status_read (PalierConnection *connection, PalierActivateStatus *status,
                                      GCancellable *cancellable, GError **error);

/* The rules of isapi.md §8, checked before anything is sent: 8–16 printable characters, two kinds at least,
 * no user name inside, backwards neither. One at a time for who types; no password at all (NULL) keeps none. */
typedef enum
{
  PALIER_PASSWORD_BAD_LENGTH = 1 << 0,
  PALIER_PASSWORD_BAD_CHARACTER = 1 << 1,
  PALIER_PASSWORD_ONE_KIND = 1 << 2,
  PALIER_PASSWORD_HOLDS_USER = 1 << 3,
} PalierPasswordFlaws;

PalierPasswordFlaws palier_activation_find_flaws (const char *user, PalierSecret *password);
/* None of them, or PALIER_ERROR_RISK_PASSWORD. */
gboolean palier_activation_check_password (const char *user, PalierSecret *password, GError **error);
/* Of lower case, upper case, digits and signs: how many kinds it has. */
guint palier_password_count_kinds (PalierSecret *password);
/* Legacy RSA/AES scheme, or V3 where the recorder announces it. Anonymous. */
gboolean palier_activate (PalierConnection *connection, const PalierActivateStatus *status, PalierSecret *password,
                          GCancellable *cancellable, GError **error);
