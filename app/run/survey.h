/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/plan.h"
#include "recorder/configuration.h"
#include "recorder/device-info.h"
#include "recorder/disks.h"
#include "recorder/inventory.h"
#include "recorder/sign-in.h"

/* What the wizard reads before it plans; changes nothing. Blocking: for the worker. */
typedef struct
{
  PalierDeviceInfo *info;
  PalierDeviceStatus status;
  PalierUserCheck user_check;
  PalierConfigurationCap configuration;
  GPtrArray *disks;    /* of PalierDisk; empty when not told */
  GPtrArray *cameras;  /* of PalierCamera */
  GPtrArray *services; /* of PalierService */
  GPtrArray *users;    /* of PalierUser */
  PalierPlan *plan;
  gboolean found_inactive; /* set by a front end that had to activate it on the way in: evidence for P2 */
  gboolean declared;       /* typed from the recorder's screen (run/screen.h): never proved */
} PalierSurvey;

/* Signs in (one attempt) and reads. What this firmware does not tell stays empty; only sign-in and device
 * information are needed. */
PalierSurvey *palier_survey_read (PalierConnection *connection, PalierCatalogue *catalogue,
                                  GCancellable *cancellable, GError **error);
void palier_survey_free (PalierSurvey *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierSurvey, palier_survey_free)
