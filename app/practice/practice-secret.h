/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"

/* The recorder's side of sign-in, activation and sealed exports. Source: isapi.md §2, §7, §8. */
char *palier_practice_make_ha1 (const char *algorithm, const char *user, const char *realm,
                                const char *password);
const char *
palier_practice_get_salt (PalierModel *model); /* NULL: its key does not hide the password */
/* Hex of the iterated SHA-256. salt NULL: the reversible branch. */
char *palier_practice_make_key (const char *user, const char *salt, const char *password);
#define PALIER_PRACTICE_KEY_ROUNDS 100

/* secretkey of an export's query, hex -> the file password; NULL when it is none. */
char *palier_practice_open_secret_key (const char *key, const char *secret_key, guint64 security,
                                       const char *iv);

/* AES-128-CBC both ways over a whole number of blocks. */
void palier_practice_encrypt (const guint8 key[16], const guint8 iv[16], guint8 *bytes, gsize size);
void palier_practice_decrypt (const guint8 key[16], const guint8 iv[16], guint8 *bytes, gsize size);

/* Activation: the recorder challenges with 32 hex digits, and opens the password with them. */
#define PALIER_PRACTICE_CHALLENGE 33 /* bytes, with the final NUL */
void palier_practice_challenge_make (char secret[PALIER_PRACTICE_CHALLENGE]);
/* secret, encrypted for a public key (base64 of a modulus in hex); NULL for no such key. */
char *palier_practice_challenge_answer (const char *secret, const char *public_key);
/* iv NULL: the legacy scheme, AES-ECB; else V3, AES-CBC. NULL when it does not open. */
char *palier_practice_challenge_open (const char *secret, const char *password, const char *iv);
