/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/facts.h"

/* Inside the room: one row out of the facts. Pure. */
guint palier_check_get_sources (PalierCheck check); /* bits of PalierSource that must have been read */
PalierCheckRow *palier_check_judge (PalierCheck check, const PalierCheckupFacts *facts);

/* For the judges: finding, what_to_do are msgids; why, topic and references come from the table. */
PalierCheckRow *palier_verified (const char *finding, const char *value);
PalierCheckRow *palier_attention (const char *finding, const char *value, const char *what_to_do);
PalierCheckRow *palier_declared (const char *finding, const char *what_to_do); /* NULL: nothing to do */
PalierCheckRow *palier_not_checked (const char *finding, const char *value);
PalierCheckRow *palier_not_told (void);
/* The row for a source that could not be read; NULL: it was. */
PalierCheckRow *palier_unread (const PalierCheckupFacts *facts, PalierSource source);

typedef PalierCheckRow *(*PalierJudge) (const PalierCheckupFacts *facts);

PalierCheckRow *palier_judge_firmware (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_upnp (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_router (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_address (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_remote (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_network (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_separate (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_password (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_lock (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_https (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_http (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_sign_in (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_ssh (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_telnet (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_snmp (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_onvif (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_cloud (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_users (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_clock (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_ntp (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_log (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_default (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_ups (const PalierCheckupFacts *facts);
PalierCheckRow *palier_judge_inventory (const PalierCheckupFacts *facts);
