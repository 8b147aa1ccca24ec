/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"
#include "checkup/check.h"
#include "checkup/router.h"
#include "procedure/plan.h"
#include "recorder/device-info.h"
#include "recorder/sign-in.h"
#include "recorder/time-settings.h"
#include "recorder/upnp.h"

/* Inside the room: what was found out, apart from what is made of it. Each source is read by one
 * thread and fails alone. */
typedef enum
{
  PALIER_SOURCE_INFO,
  PALIER_SOURCE_UPNP,
  PALIER_SOURCE_NETWORK,
  PALIER_SOURCE_ROUTER, /* comes with the one above */
  PALIER_SOURCE_SERVICES,
  PALIER_SOURCE_SIGN_IN,
  PALIER_SOURCE_LOCK,
  PALIER_SOURCE_SSH,
  PALIER_SOURCE_TELNET,
  PALIER_SOURCE_SNMP,
  PALIER_SOURCE_ONVIF,
  PALIER_SOURCE_CLOUD,
  PALIER_SOURCE_USERS,
  PALIER_SOURCE_CLOCK,
  PALIER_SOURCE_TIME,
  PALIER_SOURCE_LOG,
  PALIER_SOURCE_CAMERAS,
  PALIER_N_SOURCES
} PalierSource;

typedef enum
{
  PALIER_TYPED_NOTHING,
  PALIER_TYPED_WEAK, /* short, or of too few kinds of characters */
  PALIER_TYPED_SHARED, /* signs in to another recorder too */
  PALIER_TYPED_FINE,
} PalierTyped;

typedef struct
{
  GError *errors[PALIER_N_SOURCES]; /* NULL: it was read, and perhaps does not tell */
  int flags[PALIER_N_SOURCES];      /* of a source that is one switch: 1, 0, -1: not told */

  char *host;             /* the address by which this computer reaches it */
  GPtrArray *interfaces;  /* of PalierInterface, this computer's */
  PalierUserCheck user_check;
  PalierDeviceInfo *info;
  PalierPlan *plan;
  PalierUpnp upnp;
  GPtrArray *nics; /* of PalierNic */
  PalierRouter *router;
  GPtrArray *services; /* of PalierService */
  GPtrArray *users;    /* of PalierUser */
  GPtrArray *cameras;  /* of PalierCamera */
  gboolean clock_known;
  gint64 clock_ahead_s; /* of this computer's */
  char *clock;          /* as told */
  PalierTimeSettings time;
  gint64 log_days; /* back to its oldest entry of the last week; -1: no entry */

  /* not the recorder's */
  const char *catalogue_date; /* ISO, borrowed */
  PalierTyped typed;
  PalierDeclared declared[PALIER_N_DECLARATIONS];
  char *default_seen;     /* ISO, NULL */
  char *default_declared; /* ISO, NULL */
} PalierCheckupFacts;

PalierCheckupFacts *palier_checkup_facts_new (void);
void palier_checkup_facts_free (PalierCheckupFacts *self);

/* What is needed to read. */
typedef struct
{
  PalierConnection *connection;
  PalierCatalogue *catalogue;
  PalierClock *clock;
  GCancellable *cancellable;
} PalierCheckupReader;

/* Signs in, one attempt: without it nothing else is asked. */
gboolean palier_checkup_facts_open (PalierCheckupFacts *self, const PalierCheckupReader *reader,
                                    GError **error);
/* Blocking, in any thread. PALIER_SOURCE_ROUTER needs PALIER_SOURCE_NETWORK before. */
void palier_checkup_facts_read (PalierCheckupFacts *self, PalierSource source,
                                const PalierCheckupReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierCheckupFacts, palier_checkup_facts_free)
