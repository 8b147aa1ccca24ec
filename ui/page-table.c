/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-table.h"

#include "backup-page.h"
#include "care-page.h"
#include "default-page.h"
#include "packages-page.h"
#include "plan-page.h"
#include "recorder-page.h"
#include "result-page.h"
#include "screen-page.h"
#include "session-run.h"
#include "session-screen.h"
#include "start-page.h"
#include "welcome-page.h"
#include "work-page.h"

static gboolean
may_copy (PalierSession *session)
{
  const PalierPlan *plan = palier_session_get_plan (session);

  return plan == NULL || (plan->verdict != PALIER_VERDICT_REFUSED && !palier_session_is_owed (session));
}

static gboolean
climbs (PalierSession *session)
{
  const PalierPlan *plan = palier_session_get_plan (session);

  return plan == NULL || plan->verdict == PALIER_VERDICT_CLIMB;
}

/* Nothing is left to climb, and nothing is owed: what it can be given all the same. */
static gboolean
rests (PalierSession *session)
{
  const PalierPlan *plan = palier_session_get_plan (session);

  return plan != NULL && plan->verdict == PALIER_VERDICT_NOTHING && !palier_session_is_owed (session);
}

static gboolean
works (PalierSession *session)
{
  return climbs (session) || palier_session_is_owed (session);
}

static gboolean
defaults (PalierSession *session)
{
  const PalierPlan *plan = palier_session_get_plan (session);

  return plan == NULL || (plan->verdict == PALIER_VERDICT_CLIMB && palier_plan_has_default (plan));
}

static const PalierPageEntry page_table[] = {
  { "welcome", palier_welcome_page_get_type, NULL, FALSE },
  { "recorder", palier_recorder_page_get_type, NULL, FALSE },
  { "screen", palier_screen_page_get_type, palier_session_is_at_screen, FALSE },
  { "plan", palier_plan_page_get_type, NULL, FALSE },
  { "backup", palier_backup_page_get_type, may_copy, FALSE },
  { "packages", palier_packages_page_get_type, climbs, FALSE },
  { "default", palier_default_page_get_type, defaults, FALSE },
  { "start", palier_start_page_get_type, works, FALSE },
  { "care", palier_care_page_get_type, rests, FALSE },
  { "work", palier_work_page_get_type, NULL, TRUE },
  { "result", palier_result_page_get_type, NULL, TRUE },
};

guint
palier_page_table_get_n (void)
{
  return G_N_ELEMENTS (page_table);
}

const PalierPageEntry *
palier_page_table_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (page_table), NULL);
  return &page_table[i];
}

const PalierPageEntry *
palier_page_table_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    if (g_strcmp0 (page_table[i].id, id) == 0)
      return &page_table[i];
  return NULL;
}

static gboolean
counts (const PalierPageEntry *entry, PalierSession *session)
{
  return !entry->irreversible && (entry->wanted == NULL || entry->wanted (session));
}

const PalierPageEntry *
palier_page_table_next (const PalierPageEntry *entry, PalierSession *session)
{
  for (entry++; entry < page_table + G_N_ELEMENTS (page_table); entry++)
    if (counts (entry, session))
      return entry;
  return NULL;
}

const PalierPageEntry *
palier_page_table_previous (const PalierPageEntry *entry, PalierSession *session)
{
  while (entry-- > page_table)
    if (counts (entry, session))
      return entry;
  return NULL;
}

void
palier_page_table_count (const PalierPageEntry *entry, PalierSession *session, guint *number, guint *total)
{
  *number = *total = 0;
  for (guint i = 0; i < G_N_ELEMENTS (page_table); i++)
    if (counts (&page_table[i], session))
      {
        *total += 1;
        if (&page_table[i] <= entry)
          *number += 1;
      }
}
