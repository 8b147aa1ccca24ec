/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-fault.h"
#include "procedure/version.h"

/* A recorder as a JSON file: what it is, how it behaves, what goes wrong. Shipped ones are
 * resources. */
typedef struct
{
  char *version, *build;
  gboolean custom;
} PalierScenarioLanding;

typedef struct
{
  char *note;
  char *model, *serial, *mac, *name, *family;
  char *version, *build;           /* what it truly runs; build NULL: this firmware tells none */
  char *told_version, *told_build; /* what it says instead; NULL: the truth */
  gboolean custom_only;            /* a standard package destroys it (P10) */
  GPtrArray *landings; /* of PalierScenarioLanding: the packages that are right for it */

  char *dialect; /* "v3.4" "v4.22" "v4.6" "oem"; NULL: as its version speaks */
  char *digest;  /* "MD5" "SHA-256" */
  char *realm;
  char *update;           /* "put" "post" "both" */
  gboolean hold_post;     /* a POST is answered when all is done */
  gboolean restart_asked; /* waits for PUT reboot after the flash */
  gboolean activation_v3;
  gboolean irreversible; /* the key of the export hides the password behind a salt */
  gboolean plain_export; /* no file password whatever the version */
  gboolean utc_footage;  /* the Z of a search means it */
  char *https;           /* "off" "on" (beside HTTP) "only" */
  gboolean certificate_changes; /* a full default makes a new certificate */

  guint cameras, disks;
  double disk_mb;
  double break_chance;
  guint lock_after;
  double lock_seconds, nonce_seconds, flash_seconds, restart_seconds, repair_seconds;
  double clock_error_seconds;
  char *user, *password, *new_password;
  GPtrArray *faults; /* of PalierFault */
  GPtrArray *recording; /* of PalierRecorded: it only says what a real one said (practice-replay.h); NULL */
} PalierScenario;

/* A shipped name, NULL for v3.4.70, or a file. */
PalierScenario *palier_scenario_load (const char *name, GError **error);
PalierScenario *palier_scenario_parse (const char *json, gssize length, GError **error);
void palier_scenario_free (PalierScenario *self);
const char *const *palier_scenario_get_names (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierScenario, palier_scenario_free)
