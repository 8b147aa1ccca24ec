/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The certificates that the person accepted, one a recorder. In a file of their own beside the journals, since a
 * journal is about one upgrade and begins after the sign-in, which these must guard. Known by serial number, and by
 * address until that is read. Each call reads the file anew: two Paliers agree. Safe in every thread. */
typedef struct _PalierPins PalierPins;

/* path NULL: $XDG_DATA_HOME/palier/certificates.json. A damaged file counts as an empty one, and is kept aside at the
 * next change: at worst a fingerprint is to be accepted once more. */
PalierPins *palier_pins_new (const char *path);
void palier_pins_free (PalierPins *self);

/* address: "https://host:port" as palier_approach () has it; serial: NULL when not known. The SHA-256 in hex, NULL
 * when none was accepted. */
char *palier_pins_dup (PalierPins *self, const char *address, const char *serial);
/* Was any certificate accepted for this host, on whatever port? */
gboolean palier_pins_know_host (PalierPins *self, const char *address);
gboolean palier_pins_accept (PalierPins *self, const char *address, const char *serial, const char *sha256,
                             GError **error);
/* Its serial number has been read, signed in: from now on this certificate is that recorder's, wherever it is. */
gboolean palier_pins_bind (PalierPins *self, const char *address, const char *serial, const char *sha256,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierPins, palier_pins_free)
