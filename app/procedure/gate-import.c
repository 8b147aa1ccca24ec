/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/gate.h"

#include "base/error.h"
#include "procedure/route.h"
#include "procedure/rule.h"

#include <glib/gi18n-lib.h>

static void
refuse (const PalierImportFacts *file, const char *sentence, const char *remedy, GError **error)
{
  g_autofree char *version = file->version ? palier_version_to_string (file->version) : NULL;
  g_autofree char *detail
      = g_strdup_printf ("%s, %s", file->model ? file->model : "?", version ? version : "?");

  palier_error_set_words (error, PALIER_ERROR_RULE, sentence, remedy, detail);
}

/* The same recorder or one like it, on the very firmware that wrote the file: nothing else is known to be read back
 * right. */
static gboolean
check_file (const PalierFacts *facts, const PalierImportFacts *file, GError **error)
{
  const char *const by_hand = N_ ("Keep the file, and enter the settings again by hand; Palier has the list of them.");

  if (!file->model || !file->version || !palier_version_is_given (file->version))
    refuse (file, N_ ("Nobody knows which recorder and which version this configuration was copied from."),
            by_hand, error);
  else if (g_strcmp0 (file->model, facts->model) != 0)
    refuse (file, N_ ("This configuration was copied from another model."), by_hand, error);
  else if (file->version->part[0] < 4 && facts->version->part[0] >= 4)
    refuse (file,
            N_ ("This configuration was copied from a V3, and nothing public says that a V4 can read it. The "
                "settings of the two are kept in different ways: a wrong one can leave a recorder that does not "
                "record."),
            by_hand, error);
  else if (!palier_version_equal (file->version, facts->version))
    refuse (file, N_ ("This configuration was copied from another firmware version than the one that runs now."),
            by_hand, error);
  else
    return TRUE;
  return FALSE;
}

gboolean
palier_gate_check_import (PalierCatalogue *catalogue,
                          const PalierFacts *facts,
                          const PalierImportFacts *file,
                          GError **error)
{
  const PalierLanding *next;
  const char *rule;

  if (!palier_gate_check_change (catalogue, facts, error) || !check_file (facts, file, error))
    return FALSE;
  next = palier_route_next (palier_catalogue_find_family (catalogue, facts->model), facts->version, &rule);
  rule = next ? palier_route_get_default_rule (next, facts->version) : NULL;
  if (!rule || !facts->default_seen)
    return TRUE;
  palier_error_set_rule (error, rule,
                         N_ ("The recorder has just been set back to its factory settings for the next landing. The "
                             "old settings would come back, and the default would count for nothing."),
                         N_ ("Go on with the climb. The settings are entered again after it."));
  return FALSE;
}
