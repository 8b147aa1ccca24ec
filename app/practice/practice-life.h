/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"

/* What happens to it, by hand or by request. Each *_next () is the next moment at which its concern
 * acts, and each *_step () acts then; palier_model_tick () is the only caller of those. */

/* practice-flash.c: NULL when the package is taken and flashing began, else the sub-status that
 * refuses it. */
const char *palier_flash_take (PalierModel *self, GBytes *package);
gboolean palier_flash_is_told (PalierModel *self); /* that it writes; some begin to tell it late */
guint palier_flash_get_percent (PalierModel *self);
double palier_flash_next (PalierModel *self);
void palier_flash_step (PalierModel *self);
void palier_flash_apply (
    PalierModel *self); /* when it has restarted: runs what was flashed, or breaks */

/* practice-power.c */
void palier_power_restart (PalierModel *self, double extra_seconds);
void palier_power_cut (PalierModel *self);
double palier_power_next (PalierModel *self);
void palier_power_step (PalierModel *self);

/* practice-default.c */
typedef enum
{
  PALIER_DEFAULT_NONE,
  PALIER_DEFAULT_FULL,
  PALIER_DEFAULT_BASIC,
  PALIER_DEFAULT_INACTIVE, /* "Restore to Inactive" of its menu: no default at all */
} PalierDefault;
void palier_default_start (PalierModel *self, PalierDefault kind, const char *who);
void palier_default_apply (PalierModel *self); /* when it has restarted */
/* NULL or a sub-status. */
const char *palier_default_activate (PalierModel *self, const char *password);
void palier_user_set_password (PalierModel *self, PalierPracticeUser *user, const char *password);

/* practice-repair.c: NULL or a sub-status. */
const char *palier_repair_start (PalierModel *self);
void palier_repair_interrupt (PalierModel *self);
double palier_repair_next (PalierModel *self);
void palier_repair_step (PalierModel *self);

/* practice-shop.c: what a lived-in shop has, and what the factory set. */
void palier_shop_open (PalierModel *self);
void palier_shop_reprogram (PalierModel *self); /* all of it entered again by hand */
void palier_shop_forget (PalierModel *self, gboolean network_too);
PalierPracticeCamera *palier_shop_add_camera (PalierModel *self, guint id);
void palier_shop_remove_camera (PalierModel *self, guint id);
PalierPracticeUser *palier_shop_add_user (PalierModel *self, guint id, const char *name,
                                          const char *level);

/* practice-footage.c */
typedef struct
{
  double from, until;
  guint track;
  guint64 size;
} PalierPracticeSegment;

void palier_footage_record (
    PalierModel *self); /* opens or closes the present span, as there is something to record */
/* What a search of one track finds, earliest first; array of PalierPracticeSegment. */
GArray *palier_footage_find (PalierModel *self, guint track, double from, double until);
