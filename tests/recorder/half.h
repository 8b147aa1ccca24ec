/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* The recorder's half of both activation schemes, on loopback, written from the facts and not from the
 * client: it opens what it is sent with GnuTLS alone. */
typedef struct _Half Half;

typedef enum
{
  HALF_GOOD,
  HALF_ACTIVE,    /* refuses: it has a password */
  HALF_WEAK,      /* refuses the password */
  HALF_OTHER_KEY, /* encrypts for somebody else */
  HALF_SHORT,     /* a challenge of half the length */
  HALF_NO_HEX,    /* a challenge of other letters */
  HALF_NO_KEY,    /* an answer without one */
} HalfFault;

Half *half_new (HalfFault fault);
void half_free (Half *self);
PalierConnection *half_connect (Half *self);
const char *half_get_password (Half *self); /* what it was given; NULL: nothing that opens */
gboolean half_saw_text (Half *self, const char *text); /* anywhere in what came */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Half, half_free)
