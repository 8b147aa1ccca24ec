/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "firmware/package.h"

/* The file chosen for one landing, and what became of checking it. Property "state" is notified at every change;
 * "typed" is what the person types to consent to a file that nothing knows. */
#define PALIER_TYPE_PACKAGE_CHOICE (palier_package_choice_get_type ())
G_DECLARE_FINAL_TYPE (PalierPackageChoice, palier_package_choice, PALIER, PACKAGE_CHOICE, GObject)

typedef enum
{
  PALIER_CHOICE_NONE,
  PALIER_CHOICE_READING,
  PALIER_CHOICE_REFUSED, /* the error says why */
  PALIER_CHOICE_UNKNOWN, /* nothing knows it: opens by the typed consent */
  PALIER_CHOICE_READY,
} PalierChoiceState;

PalierPackageChoice *palier_package_choice_new (const PalierLanding *landing);
const PalierLanding *palier_package_choice_get_landing (PalierPackageChoice *self);
PalierChoiceState palier_package_choice_get_state (PalierPackageChoice *self);
const char *palier_package_choice_get_path (PalierPackageChoice *self);
const GError *palier_package_choice_get_error (PalierPackageChoice *self);

void palier_package_choice_set_path (PalierPackageChoice *self, const char *path);
/* error is taken over */
void palier_package_choice_set_state (PalierPackageChoice *self, PalierChoiceState state, GError *error);
