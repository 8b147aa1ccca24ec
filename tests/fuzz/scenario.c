/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "practice/practice-scenario.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierScenario) scenario
      = palier_scenario_parse ((const char *) data, (gssize) size, &error);

  g_assert_true ((scenario == NULL) == (error != NULL));
  if (!scenario)
    return 0;
  g_assert_true (scenario->model && scenario->serial && scenario->version);
  g_assert_true (scenario->cameras <= 64 && scenario->disks <= 16);
  return 0;
}
