/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/secret.h"
#include <gio/gio.h>

/* The few pieces of cryptography that recorders ask for. Hex is lower case. */

char *palier_hex (const guint8 *bytes, gsize length);
gboolean palier_unhex (const char *text, guint8 *bytes, gsize length); /* exactly length bytes */
gboolean palier_random (guint8 *bytes, gsize length, GError **error);
void palier_wipe_text (char *text); /* overwritten and freed; NULL is fine */

/* In place; length is a whole number of blocks of 16; key of 16 or 32 bytes. */
void palier_aes_cbc_encrypt (const guint8 *key, gsize key_length, const guint8 iv[16], guint8 *bytes, gsize length);
void palier_aes_ecb_encrypt (const guint8 *key, gsize key_length, guint8 *bytes, gsize length);
/* Copies with room for whole blocks: PKCS7, or NULs where pkcs7 is FALSE. Wipe it before it is freed. */
guint8 *palier_pad (const char *text, gsize length, gboolean pkcs7, gsize *padded);

/* A key pair made for one challenge; e = 65537. */
typedef struct _PalierRsa PalierRsa;

PalierRsa *palier_rsa_new (guint bits, GError **error);
void palier_rsa_free (PalierRsa *self);
char *palier_rsa_dup_modulus (PalierRsa *self); /* hex, bits / 4 characters */
/* PKCS#1 v1.5; NULL with PALIER_ERROR_BAD_ANSWER. The text ends with a NUL; wipe it. */
char *palier_rsa_decrypt (PalierRsa *self, const guint8 *bytes, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierRsa, palier_rsa_free)
