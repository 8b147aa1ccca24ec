/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"
#include <gio/gio.h>

/* The recorder made of code: one model with a clock and faults (practice-model), a real HTTP face on loopback,
 * and the hands of a person at its screen. It stands below the shipped drivers; nothing outside this room and the
 * front ends' start-up knows that it exists. Safe in every thread. */
#define PALIER_TYPE_PRACTICE (palier_practice_get_type ())
G_DECLARE_FINAL_TYPE (PalierPractice, palier_practice, PALIER, PRACTICE, GObject)

typedef enum
{
  PALIER_HAND_START_REPAIR,
  PALIER_HAND_RESTORE_DEFAULT,  /* Factory Defaults at its screen */
  PALIER_HAND_RESTORE_INACTIVE, /* Restore to Inactive: no default at all */
  PALIER_HAND_ACTIVATE,        /* argument: the new password */
  PALIER_HAND_EXPORT,          /* argument: the folder that stands for the stick in its USB port */
  PALIER_HAND_CUT_POWER,
  PALIER_HAND_UPGRADE,  /* argument: the folder; takes the digicap.dav in it, as its menu does from a stick */
  PALIER_HAND_RESTART,  /* by its menu, or where it asks for it after an upgrade */
  PALIER_HAND_REPROGRAM, /* enters again what a full default took: name, network, cameras, users, schedule */
} PalierHand;

typedef struct
{
  gboolean broken;      /* for good */
  gboolean active;
  gboolean flashing;
  gboolean repairing;
  gboolean repair_wanted;
  char version[32];     /* "V3.4.92 build 170518" */
  guint n_cameras;
  guint n_changes;      /* requests that changed anything (default, upload, import, reboot, PUTs) */
  guint64 bytes_taken;  /* request bodies received, in all */
} PalierPracticeState;

/* scenario: a shipped name ("v3.4.70", NULL means it too) or a file. seed decides every chance. */
PalierPractice *palier_practice_new (const char *scenario, PalierClock *clock, guint32 seed, GError **error);
const char *const *palier_practice_get_scenarios (void); /* NULL-terminated shipped names */

/* Serves on 127.0.0.1 in a thread of its own until the object goes; port 0: any free one. */
gboolean palier_practice_serve (PalierPractice *self, guint port, GError **error);
/* Answers those who search on the network, too, until the object goes. interface NULL: every one that can multicast
 * ("lo" by name alone). */
gboolean palier_practice_serve_sadp (PalierPractice *self, const char *interface, GError **error);
const char *palier_practice_get_address (PalierPractice *self); /* "http://127.0.0.1:49152"; https where that is all */
const char *palier_practice_get_secure_address (PalierPractice *self); /* NULL: the scenario has no HTTPS */
char *palier_practice_dup_fingerprint (PalierPractice *self); /* SHA-256 of its certificate, as its screen shows it; NULL */
const char *palier_practice_get_user (PalierPractice *self);
/* What opens it now: the scenario's first password, or the new one once it was activated with that. */
const char *palier_practice_get_password (PalierPractice *self);
const char *palier_practice_get_new_password (PalierPractice *self); /* what a front end activates it with */
const char *palier_practice_get_serial (PalierPractice *self);
gboolean palier_practice_is_recording (PalierPractice *self); /* plays what a real one said: for reading alone */

/* Makes the packages of this scenario's landings in folder: version ("V3.4.92") -> path. */
GHashTable *palier_practice_make_packages (PalierPractice *self, const char *folder, GError **error);

gboolean palier_practice_hand (PalierPractice *self, PalierHand hand, const char *argument, GError **error);
/* What its screen shows under Device Info, the caller's; PALIER_ERROR_BUSY while it is dark, NOT_ACTIVATED while it asks
 * for a password first. */
gboolean palier_practice_read_screen (PalierPractice *self, char **model, char **serial, char **firmware,
                                      GError **error);
void palier_practice_get_state (PalierPractice *self, PalierPracticeState *state);

/* Its whole state as JSON beside a journal, so that a run can be continued another day. */
gboolean palier_practice_save (PalierPractice *self, const char *path, GError **error);
gboolean palier_practice_restore (PalierPractice *self, const char *path, GError **error);
