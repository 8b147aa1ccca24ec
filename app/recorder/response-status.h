/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* ResponseStatus and userCheck, XML or JSON: how a recorder says yes and no. Source: isapi.md §4, §7. */
typedef struct
{
  int status_code;    /* 0 or 1 fine, 7 fine and a restart is wanted; -1: not told */
  char *status;       /* statusString, NULL */
  char *sub_status;   /* subStatusCode, NULL */
  char *message;      /* description or errorMsg, NULL */
  guint32 number;     /* errorCode or MErrCode; 0: not told */
  int user_check;     /* statusValue of a userCheck; -1: not told */
  gboolean locked;    /* lockStatus of a userCheck, by equality */
  gboolean inactive;  /* isActivated false */
  gboolean counting;  /* it told how many tries are left */
} PalierResponseStatus;

/* TRUE when the body is one of these documents (and not just any other). */
gboolean palier_response_status_parse (GBytes *body, PalierResponseStatus *status);
void palier_response_status_clear (PalierResponseStatus *status);

/* FALSE for an answer that is not a success, whatever its HTTP code says. */
gboolean palier_response_check (const PalierRequest *request, const PalierAnswer *answer, GError **error);
/* A successful answer that asks for a restart. */
gboolean palier_response_wants_restart (const PalierAnswer *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierResponseStatus, palier_response_status_clear)
