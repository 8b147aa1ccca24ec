/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/error.h"

/* What a recorder's subStatusCode means for a person. Source: isapi.md §4, §2; footage-and-settings.md. */
typedef struct
{
  const char *name; /* as the manufacturer's lists spell it */
  guint32 number;   /* errorCode, MErrCode; 0: not on record */
  PalierErrorCode code;
  const char *sentence; /* msgid; NULL: that of the code */
  const char *remedy;   /* msgid; NULL: that of the code */
} PalierSubStatus;

/* By name (case and a closing dot do not count), else by number (0: not told); NULL when nobody recorded it. */
const PalierSubStatus *palier_sub_status_find (const char *name, guint32 number);

/* For a test or a list: FALSE for an unknown name; the words are msgids, never NULL. */
gboolean palier_sub_status_explain (const char *name, PalierErrorCode *code, const char **sentence,
                                    const char **remedy);

/* The tables, each ended by a row without a name: for sub-status.c, and for the test that walks them. */
extern const PalierSubStatus palier_sub_status_firmware[];
extern const PalierSubStatus palier_sub_status_system[];
extern const PalierSubStatus palier_sub_status_setup[];
