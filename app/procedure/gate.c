/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/gate.h"

#include "base/error.h"
#include "procedure/route.h"
#include "procedure/rule.h"

#include <glib/gi18n-lib.h>

static gboolean
stop (const char *id, GError **error)
{
  palier_rule_set_error (palier_rule_find (id), error);
  return FALSE;
}

/* The landing that an upload or a default now would be for; NULL without an error at the route's
 * end. */
static const PalierLanding *
get_next (PalierCatalogue *catalogue, const PalierFacts *facts)
{
  const char *rule;

  return palier_route_next (palier_catalogue_find_family (catalogue, facts->model), facts->version,
                            &rule);
}

gboolean
palier_gate_check_identity (PalierCatalogue *catalogue, const PalierFacts *facts, GError **error)
{
  if (!facts->serial || !facts->serial[0] || g_strcmp0 (facts->serial, facts->pinned_serial) != 0)
    return stop ("P16", error);
  return TRUE;
}

/* P11 and P15: is enough known of this recorder to change it? */
static gboolean
check_known (PalierCatalogue *catalogue, const PalierFacts *facts, GError **error)
{
  const PalierFamily *family = palier_catalogue_find_family (catalogue, facts->model);
  const char *rule = NULL;

  if (!family)
    return stop ("P11", error);
  if (!facts->version || !palier_version_is_given (facts->version))
    return stop ("P15", error);
  if (!palier_route_next (family, facts->version, &rule) && g_str_equal (rule, "P15"))
    return stop ("P15", error);
  return TRUE;
}

static gboolean
check_backup (const PalierFacts *facts, GError **error)
{
  return facts->backup_confirmed || facts->backup_waived || stop ("P5", error);
}

gboolean
palier_gate_check_change (PalierCatalogue *catalogue, const PalierFacts *facts, GError **error)
{
  return palier_gate_check_identity (catalogue, facts, error)
         && check_known (catalogue, facts, error) && check_backup (facts, error);
}

static gboolean
check_consent (gboolean given, const char *id, GError **error)
{
  if (given)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "%s", id);
  return FALSE;
}

gboolean
palier_gate_check_default (PalierCatalogue *catalogue, const PalierFacts *facts, GError **error)
{
  const PalierLanding *next;

  if (!palier_gate_check_change (catalogue, facts, error))
    return FALSE;
  next = get_next (catalogue, facts);
  if (!next || !palier_route_get_default_rule (next, facts->version))
    {
      palier_error_set_rule (
          error, "P2",
          N_ ("The procedure asks for no factory default where this recorder stands now. It would "
              "erase the settings and count for nothing."),
          N_ ("Read the recorder again and follow the plan. Nothing was sent to it."));
      return FALSE;
    }
  return check_consent (facts->default_consented, "default", error);
}

gboolean
palier_gate_check_upload (PalierCatalogue *catalogue,
                          const PalierFacts *facts,
                          const PalierPackageFacts *package,
                          GError **error)
{
  const char *rule;

  if (!palier_gate_check_identity (catalogue, facts, error)
      || !check_known (catalogue, facts, error)
      || !palier_gate_check_package (catalogue, facts, package, error))
    return FALSE;
  if (!facts->terms_accepted)
    return stop ("P14", error);
  if (!check_backup (facts, error))
    return FALSE;
  rule = palier_route_get_default_rule (get_next (catalogue, facts), facts->version);
  if (rule && !facts->default_seen && !facts->default_waived)
    return stop (rule, error);
  return check_consent (facts->start_consented, "upgrade", error);
}
