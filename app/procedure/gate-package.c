/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/gate.h"

#include "procedure/route.h"
#include "procedure/rule.h"

#include "base/error.h"
#include <glib/gi18n-lib.h>

/* What is being judged: a file, for a recorder, for the landing above it. */
typedef struct
{
  PalierCatalogue *catalogue;
  const PalierFacts *facts;
  const PalierPackageFacts *package;
  const PalierFamily *family;
  const PalierLanding *landing;
  PalierVersion version; /* of the file: shown, or declared where it shows nothing */
} Case;

static gboolean
stop (const char *id, GError **error)
{
  palier_rule_set_error (palier_rule_find (id), error);
  return FALSE;
}

static gboolean
stop_because (const char *id, const char *reason, const char *remedy, GError **error)
{
  palier_error_set_rule (error, id, reason, remedy);
  return FALSE;
}

/* What no agreement overrides: the file contradicts itself, or was made for another recorder. */
static gboolean
check_file (const Case *c, GError **error)
{
  const PalierPackageFacts *package = c->package;

  if (package->broken)
    return stop_because (
        "P17", N_ ("This firmware file is damaged or incomplete: its own header says so."),
        N_ ("Get the file again from where it came. Nothing was sent to the recorder."), error);
  if (package->wrong_language)
    return stop_because (
        "P17",
        N_ ("This firmware is made for recorders sold in China, and the recorder is not one."),
        N_ ("Choose the multi-language firmware of the version that the plan names."), error);
  if (package->only_for_serial && g_strcmp0 (package->only_for_serial, c->facts->serial) != 0)
    return stop_because (
        "P17", N_ ("This practice file was made for one practice recorder, and this is not it."),
        N_ ("Choose the manufacturer’s firmware file. No agreement opens this rule."), error);
  return TRUE;
}

/* The family that the file shows: by its own words, or by the name that the catalogue knows. */
static const char *
get_shown_family (const Case *c)
{
  const PalierFamily *owner;

  if (c->package->family)
    return c->package->family;
  owner = palier_catalogue_find_owner (c->catalogue, c->package->archive_name, c->package->sha256);
  if (owner)
    return owner->id;
  return palier_catalogue_find_foreign (c->catalogue, c->package->archive_name);
}

static gboolean
check_family (const Case *c, GError **error)
{
  const char *shown = get_shown_family (c);
  /* Only a practice file tells its kind by itself. */
  gboolean wrong_kind
      = c->package->only_for_serial
        && c->package->custom != (c->landing && c->landing->package == PALIER_PACKAGE_CUSTOM);

  if ((shown && !g_str_equal (shown, c->family->id)) || (c->landing && wrong_kind))
    {
      if (c->family->only_listed)
        return stop ("P10", error);
      return stop_because (
          "P17",
          N_ ("This firmware is made for another family of recorders. On this one it could do "
              "lasting harm."),
          N_ ("Choose the firmware that the manufacturer lists for this exact model. No agreement "
              "opens this rule."),
          error);
    }
  return TRUE;
}

/* A declaration counts once it was agreed to, and only where the file shows nothing itself. */
static gboolean
find_version (Case *c, GError **error)
{
  const PalierKnownPackage *listed
    = palier_family_find_package (c->family, c->package->archive_name, c->package->sha256);
  const PalierVersion *shown = c->package->shown ? c->package->shown
                               : listed          ? &listed->version
                                                 : NULL;
  const PalierVersion *declared
      = c->package->known || c->package->unknown_consented ? c->package->declared : NULL;
  gboolean same_numbers
      = shown && declared && palier_version_compare_numbers (shown, declared) == 0;

  if (listed && palier_version_compare_numbers (shown, &listed->version) != 0)
    return stop ("P17", error);
  if (shown && declared
      && (!same_numbers || (shown->build && declared->build && shown->build != declared->build)))
    return stop_because (
        "P17", N_ ("This file shows another version than the one that was declared for it."),
        N_ ("Choose the firmware of exactly the version that the plan names, with its build where "
            "the "
            "plan gives one."),
        error);
  if (!shown && !declared)
    return stop_because (
        "P17", N_ ("Nothing shows which firmware this file is: neither its contents nor its name."),
        N_ ("Give Palier the archive as it was downloaded, with its name unchanged. If you are "
            "sure "
            "of the version, you can declare it once for this file, by typed agreement."),
        error);
  c->version = shown ? *shown : *declared;
  if (same_numbers && c->version.build == 0)
    c->version.build = declared->build;
  return TRUE;
}

static gboolean
check_version (const Case *c, GError **error)
{
  const PalierVersion *from = c->facts->version;
  int numbers = palier_version_compare_numbers (&c->version, from);
  gboolean lower_build
      = numbers == 0 && c->version.build && from->build && c->version.build < from->build;

  if (numbers < 0 || lower_build)
    return stop ("P9", error);
  if (!palier_route_may_send (c->family, from, &c->version))
    return stop ("P1", error);
  if (!c->landing)
    return stop ("P13", error);
  if (palier_version_compare_numbers (&c->version, &c->landing->version) != 0
      || (c->landing->version.build && c->version.build != c->landing->version.build))
    return stop (c->family->only_listed ? "P10" : "P17", error);
  return TRUE;
}

/* For a family of listed packages the catalogue alone decides: neither shelf nor agreement lets one
 * in. */
static gboolean
check_known (const Case *c, GError **error)
{
  const PalierPackageFacts *package = c->package;

  if (c->family->only_listed)
    return palier_family_find_package (c->family, package->archive_name, package->sha256)
           || (package->only_for_serial && package->family) || stop ("P10", error);
  if (package->known || package->unknown_consented || package->only_for_serial
      || palier_family_find_package (c->family, package->archive_name, package->sha256))
    return TRUE;
  return stop_because (
      "P17",
      N_ ("Neither the catalogue nor your own shelf knows this file, so nothing vouches for what "
          "it is."),
      N_ ("If you are sure of where it comes from, agree to it once for this file by typing the "
          "last "
          "four digits of the serial number. Otherwise ask the manufacturer’s technical support "
          "for "
          "the file."),
      error);
}

gboolean
palier_gate_check_package (PalierCatalogue *catalogue,
                           const PalierFacts *facts,
                           const PalierPackageFacts *package,
                           GError **error)
{
  Case c = { .catalogue = catalogue, .facts = facts, .package = package };
  const char *rule = NULL;

  c.family = palier_catalogue_find_family (catalogue, facts->model);
  if (!c.family)
    return stop ("P11", error);
  if (!facts->version || !palier_version_is_given (facts->version))
    return stop ("P15", error);
  c.landing = palier_route_next (c.family, facts->version, &rule);
  if (rule && g_str_equal (rule, "P15"))
    return stop ("P15", error);
  return check_file (&c, error) && check_family (&c, error) && find_version (&c, error)
         && check_version (&c, error) && check_known (&c, error);
}
