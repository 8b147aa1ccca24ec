/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What stands in a recording for what says whose recorder it was. The same text has the same stand-in all over one
 * recording, and none can be turned back: each is made of a running number, never of the text. */
typedef enum
{
  PALIER_IDENTITY_SERIAL, /* model prefix, length and ending kept: DS-7716NI-I40000000000XXXX000000001WCVU */
  PALIER_IDENTITY_MAC,     /* locally administered, written the same way: 02:00:00:00:00:01 */
  PALIER_IDENTITY_ADDRESS, /* of a documentation range, a network for a network: 192.0.2.1, 2001:db8::1 */
  PALIER_IDENTITY_HOST,    /* host1.example */
  PALIER_IDENTITY_MAIL,    /* user1@example.org */
  PALIER_IDENTITY_RECORDER, /* Recorder 1 */
  PALIER_IDENTITY_CAMERA,  /* Camera 1 */
  PALIER_IDENTITY_USER,    /* user1 */
  PALIER_IDENTITY_NETWORK, /* Network 1: an SSID */
  PALIER_IDENTITY_NAME,    /* Name 1: anything else that has one */
  PALIER_IDENTITY_PLACE,   /* 0.0, or place-1 */
  PALIER_IDENTITY_SECRET,  /* secret-1 */
  PALIER_IDENTITY_ID,      /* hexadecimal digits, as many */
  PALIER_IDENTITY_TEXT,    /* text-1: whatever is not known to be harmless */
  PALIER_N_IDENTITIES
} PalierIdentity;

typedef struct _PalierStandIns PalierStandIns;

PalierStandIns *palier_stand_ins_new (void);
void palier_stand_ins_free (PalierStandIns *self);

/* What serial numbers of this recorder begin with; "" for none. */
void palier_stand_ins_set_model (PalierStandIns *self, const char *model);
/* Borrowed. The first identity that a text was given as stays its own. */
const char *palier_stand_ins_get (PalierStandIns *self, PalierIdentity identity, const char *text);
const char *palier_stand_ins_find (PalierStandIns *self, const char *text); /* NULL: not known as private */
guint palier_stand_ins_count (PalierStandIns *self, PalierIdentity identity);
/* TRUE when any of what has a stand-in still shows in text, plain or as percent, base64, entities or hexadecimal. */
gboolean palier_stand_ins_show (PalierStandIns *self, const char *text);

/* Makers (stand-in-shape.c); free with g_free (). */
char *palier_stand_in_serial (const char *text, const char *model, guint number);
char *palier_stand_in_mac (const char *text, guint number);
char *palier_stand_in_id (const char *text, guint number);
gboolean palier_is_mac (const char *text);     /* 12 digits, or with : or - between each two */
gboolean palier_is_address (const char *text); /* IPv4 or IPv6 */
char *palier_mac_dup_digits (const char *text); /* lower case, no separators */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierStandIns, palier_stand_ins_free)
