/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "procedure/gate.h"
#include "procedure/plan.h"
#include "shipped.h"

#define I4 "DS-7716NI-I4"
#define IDS "iDS-9632NXI-I8/16S"
#define CUSTOM_NAME "NVR_K51_V20_S_BL_ML_STD_V4.1.25_181028"

/* What a row says beside its texts. */
enum
{
  NO_TERMS = 1 << 0,
  NO_BACKUP = 1 << 1,
  BACKUP_WAIVED = 1 << 2,
  DEFAULTED = 1 << 3,
  DEFAULT_WAIVED = 1 << 4,
  NO_START = 1 << 5,
  OTHER_SERIAL = 1 << 6,
  KNOWN = 1 << 7,
  CONSENTED = 1 << 8,
  BROKEN = 1 << 9,
  CHINESE = 1 << 10,
  FOR_THIS = 1 << 11,
  FOR_OTHER = 1 << 12,
  CUSTOM = 1 << 13,
  NO_SERIAL = 1 << 14,
};

typedef struct
{
  const char *sentence;
  const char *model, *from;
  const char *name, *shown, *declared, *family;
  guint flags;
  const char *stopped_by; /* NULL: it may be sent; a rule, or a consent */
} Row;

static const Row uploads[] = {
  { "the right file below the first landing", I4, "V3.4.70 build 160910", NULL,
    "V3.4.92 build 170518", NULL, NULL, KNOWN, NULL },
  { "the right file, defaulted", I4, "V3.4.92 build 170518", NULL, "V4.50.00 build 210802", NULL,
    NULL, KNOWN | DEFAULTED, NULL },
  { "the right file, the default waived", I4, "V3.4.92 build 170518", NULL, "V4.50.00", NULL, NULL,
    KNOWN | DEFAULT_WAIVED, NULL },
  { "the right file from a V4", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL, KNOWN,
    NULL },
  { "not defaulted", I4, "V3.4.92 build 170518", NULL, "V4.50.00", NULL, NULL, KNOWN, "P2" },
  { "not defaulted, in the gap", I4, "V3.4.97 build 180101", NULL, "V4.50.00", NULL, NULL, KNOWN,
    "P12" },
  { "in the gap, defaulted", I4, "V3.4.97 build 180101", NULL, "V4.50.00", NULL, NULL,
    KNOWN | DEFAULTED, NULL },
  { "V4 below the first landing", I4, "V3.4.70 build 160910", NULL, "V4.50.00", NULL, NULL,
    KNOWN | DEFAULTED, "P1" },
  { "V4 below it, whatever was agreed to", I4, "V3.4.70 build 160910", NULL, "V4.50.00", "V4.50.00",
    NULL, KNOWN | CONSENTED | DEFAULTED | DEFAULT_WAIVED, "P1" },
  { "V4 at an early build of it", I4, "V3.4.92 build 170517", NULL, "V4.50.00", NULL, NULL,
    KNOWN | DEFAULTED, "P1" },
  { "V4 at it, without a build", I4, "V3.4.92", NULL, "V4.50.00", NULL, NULL, KNOWN | DEFAULTED,
    "P15" },
  { "no version", I4, NULL, NULL, "V4.50.00", NULL, NULL, KNOWN | DEFAULTED, "P15" },
  { "a lower version", I4, "V4.22.005 build 191208", NULL, "V4.1.64", NULL, NULL, KNOWN, "P9" },
  { "a lower version than the last landing’s", I4, "V4.61.030 build 240123", NULL, "V4.50.00", NULL,
    NULL, KNOWN, "P9" },
  { "a lower build of the same version", I4, "V4.50.00 build 210802", NULL, "V4.50.00 build 210801",
    NULL, NULL, KNOWN, "P9" },
  { "the same again", I4, "V4.50.00 build 210802", NULL, "V4.50.00 build 210802", NULL, NULL, KNOWN,
    "P13" },
  { "more than the procedure knows", I4, "V4.50.00 build 210802", NULL, "V4.61.030", NULL, NULL,
    KNOWN, "P13" },
  { "a version in between", I4, "V4.1.64 build 190119", NULL, "V4.22.005", NULL, NULL, KNOWN,
    "P17" },
  { "a version above the landing", I4, "V4.1.64 build 190119", NULL, "V4.61.030", NULL, NULL, KNOWN,
    "P17" },
  { "another build than the landing’s", I4, "V3.4.70 build 160910", NULL, "V3.4.92 build 160901",
    NULL, NULL, KNOWN, "P17" },
  { "the landing’s numbers without its build", I4, "V3.4.70 build 160910", NULL, "V3.4.92", NULL,
    NULL, KNOWN, "P17" },
  { "the build is declared beside the numbers", I4, "V3.4.70 build 160910", NULL, "V3.4.92",
    "V3.4.92 build 170518", NULL, CONSENTED, NULL },
  { "a declaration that nobody agreed to", I4, "V3.4.70 build 160910", NULL, NULL,
    "V3.4.92 build 170518", NULL, 0, "P17" },
  { "a declaration, agreed to", I4, "V3.4.70 build 160910", NULL, NULL, "V3.4.92 build 170518",
    NULL, CONSENTED, NULL },
  { "a declaration against what the file shows", I4, "V3.4.70 build 160910", NULL, "V4.50.00",
    "V3.4.92 build 170518", NULL, CONSENTED, "P17" },
  { "a declaration against the build shown", I4, "V3.4.70 build 160910", NULL,
    "V3.4.92 build 160901", "V3.4.92 build 170518", NULL, CONSENTED, "P17" },
  { "a file that nobody knows", I4, "V4.1.64 build 190119", "mystery", "V4.50.00", NULL, NULL, 0,
    "P17" },
  { "a file that nobody knows, agreed to", I4, "V4.1.64 build 190119", "mystery", "V4.50.00", NULL,
    NULL, CONSENTED, NULL },
  { "a file that shows nothing", I4, "V4.1.64 build 190119", NULL, NULL, NULL, NULL, KNOWN, "P17" },
  { "a broken file, agreed to", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL,
    KNOWN | CONSENTED | BROKEN, "P17" },
  { "a Chinese file, agreed to", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL,
    KNOWN | CONSENTED | CHINESE, "P17" },
  { "a name that is known to be another’s, agreed to", I4, "V4.1.64 build 190119",
    "NVR_X50_BL_ML_STD_V4.50.00", "V4.50.00", NULL, NULL, KNOWN | CONSENTED, "P17" },
  { "the custom file on a standard model", I4, "V4.1.20 build 180901", CUSTOM_NAME,
    "V4.1.25 build 181028", NULL, NULL, KNOWN | CONSENTED, "P17" },
  { "practice, for this recorder", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, "i-series",
    FOR_THIS, NULL },
  { "practice, for another recorder, agreed to", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL,
    "i-series", FOR_OTHER | KNOWN | CONSENTED, "P17" },
  { "practice, for another family", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL,
    "ids-custom", FOR_THIS, "P17" },
  { "the custom file where it belongs", IDS, "V4.1.20 build 180901", CUSTOM_NAME,
    "V4.1.25 build 181028", NULL, NULL, 0, NULL },
  { "a standard file on the custom model", IDS, "V4.1.20 build 180901",
    "NVR_K51_BL_ML_STD_V4.1.64_190119", "V4.1.64 build 190119", NULL, NULL, KNOWN | CONSENTED,
    "P10" },
  { "the custom version under no name", IDS, "V4.1.20 build 180901", NULL, "V4.1.25 build 181028",
    NULL, NULL, KNOWN | CONSENTED, "P10" },
  { "the custom version of another machine", IDS, "V4.1.20 build 180901",
    "NVR_K51_V20_FA_BL_ML_STD_V4.1.25_181028", "V4.1.25 build 181028", NULL, NULL,
    KNOWN | CONSENTED, "P10" },
  { "the custom version, declared", IDS, "V4.1.20 build 180901", NULL, NULL, "V4.1.25 build 181028",
    NULL, KNOWN | CONSENTED, "P10" },
  { "the custom file below V3.4.92", IDS, "V3.4.70 build 160910", CUSTOM_NAME,
    "V4.1.25 build 181028", NULL, NULL, DEFAULTED, "P1" },
  { "the custom file at V3.4.92, not defaulted", IDS, "V3.4.92 build 170518", CUSTOM_NAME,
    "V4.1.25 build 181028", NULL, NULL, 0, "P2" },
  { "practice, custom", IDS, "V4.1.20 build 180901", NULL, "V4.1.25", NULL, "ids-custom",
    FOR_THIS | CUSTOM, NULL },
  { "practice, standard, on the custom model", IDS, "V4.1.20 build 180901", NULL, "V4.1.25", NULL,
    "ids-custom", FOR_THIS, "P10" },
  { "practice, without its family", IDS, "V4.1.20 build 180901", NULL, "V4.1.25", NULL, NULL,
    FOR_THIS | CUSTOM, "P10" },
  { "a model that nothing lists", "DS-7616NI-K2", "V3.4.101 build 180904", NULL, "V4.50.00", NULL,
    NULL, KNOWN | CONSENTED, "P11" },
  { "the sister of the custom model", IDS "(B)", "V4.1.20 build 180901", CUSTOM_NAME,
    "V4.1.25 build 181028", NULL, NULL, KNOWN | CONSENTED, "P11" },
  { "no terms", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL, KNOWN | NO_TERMS, "P14" },
  { "no backup", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL, KNOWN | NO_BACKUP,
    "P5" },
  { "the backup waived", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL,
    KNOWN | NO_BACKUP | BACKUP_WAIVED, NULL },
  { "the start not confirmed", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL,
    KNOWN | NO_START, "upgrade" },
  { "another recorder answers", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL,
    KNOWN | OTHER_SERIAL, "P16" },
  { "no serial number is told", I4, "V4.1.64 build 190119", NULL, "V4.50.00", NULL, NULL,
    KNOWN | NO_SERIAL, "P16" },
};

static const Row defaults[] = {
  { "at the landing that asks for it", I4, "V3.4.92 build 170518", NULL, NULL, NULL, NULL, 0,
    NULL },
  { "in the gap", I4, "V3.4.97 build 180101", NULL, NULL, NULL, NULL, 0, NULL },
  { "before the landing was reached", I4, "V3.4.70 build 160910", NULL, NULL, NULL, NULL, 0, "P2" },
  { "at a V4", I4, "V4.1.64 build 190119", NULL, NULL, NULL, NULL, 0, "P2" },
  { "at the last landing", I4, "V4.50.00 build 210802", NULL, NULL, NULL, NULL, 0, "P2" },
  { "at a build that is not told", I4, "V3.4.92", NULL, NULL, NULL, NULL, 0, "P15" },
  { "no version", I4, NULL, NULL, NULL, NULL, NULL, 0, "P15" },
  { "without a backup", I4, "V3.4.92 build 170518", NULL, NULL, NULL, NULL, NO_BACKUP, "P5" },
  { "without a backup, waived", I4, "V3.4.92 build 170518", NULL, NULL, NULL, NULL,
    NO_BACKUP | BACKUP_WAIVED, NULL },
  { "not confirmed", I4, "V3.4.92 build 170518", NULL, NULL, NULL, NULL, NO_START, "default" },
  { "another recorder", I4, "V3.4.92 build 170518", NULL, NULL, NULL, NULL, OTHER_SERIAL, "P16" },
  { "a model that nothing lists", "DS-7616NI-K2", "V3.4.92 build 170518", NULL, NULL, NULL, NULL, 0,
    "P11" },
};

static const PalierVersion *
read_version (const char *text, PalierVersion *version)
{
  if (!text)
    return NULL;
  g_assert_true (palier_version_parse (text, version, NULL));
  return version;
}

static PalierFacts
make_facts (const Row *row, PalierVersion *from)
{
  return (PalierFacts){
    .model = row->model,
    .serial = row->flags & NO_SERIAL ? NULL : row->flags & OTHER_SERIAL ? "B5678" : "A1234",
    .version = read_version (row->from, from),
    .pinned_serial = row->flags & NO_SERIAL ? NULL : "A1234",
    .terms_accepted = !(row->flags & NO_TERMS),
    .backup_confirmed = !(row->flags & NO_BACKUP),
    .backup_waived = !!(row->flags & BACKUP_WAIVED),
    .default_seen = !!(row->flags & DEFAULTED),
    .default_waived = !!(row->flags & DEFAULT_WAIVED),
    .default_consented = !(row->flags & NO_START),
    .start_consented = !(row->flags & NO_START),
  };
}

static PalierPackageFacts
make_package (const Row *row, PalierVersion *shown, PalierVersion *declared)
{
  return (PalierPackageFacts){
    .archive_name = row->name,
    .sha256 = "00",
    .shown = read_version (row->shown, shown),
    .declared = read_version (row->declared, declared),
    .family = row->family,
    .custom = !!(row->flags & CUSTOM),
    .broken = !!(row->flags & BROKEN),
    .wrong_language = !!(row->flags & CHINESE),
    .known = !!(row->flags & KNOWN),
    .only_for_serial = row->flags & FOR_THIS ? "A1234" : row->flags & FOR_OTHER ? "B5678" : NULL,
    .unknown_consented = !!(row->flags & CONSENTED),
  };
}

static void
check (const Row *row, gboolean opened, const GError *error)
{
  const char *by = NULL;

  if (!opened)
    by = palier_error_get_rule (error) ? palier_error_get_rule (error)
                                       : palier_error_get_detail (error);
  if (g_strcmp0 (by, row->stopped_by) != 0)
    g_error ("%s: stopped by %s instead of %s", row->sentence, by, row->stopped_by);
  if (opened)
    return;
  g_assert_cmpint (palier_error_get_exit_status (error), ==, 3);
  g_assert_cmpstr (palier_error_get_sentence (error), !=, "");
  g_assert_cmpstr (palier_error_get_remedy (error), !=, "");
}

static void
test_uploads (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (uploads); i++)
    {
      PalierVersion from, shown, declared;
      PalierFacts facts = make_facts (&uploads[i], &from);
      PalierPackageFacts package = make_package (&uploads[i], &shown, &declared);
      g_autoptr (GError) error = NULL;
      gboolean opened;

      g_test_message ("%s", uploads[i].sentence);
      opened = palier_gate_check_upload (palier_catalogue_get_shipped (), &facts, &package, &error);
      check (&uploads[i], opened, error);
    }
}

static void
test_defaults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      PalierVersion from;
      PalierFacts facts = make_facts (&defaults[i], &from);
      g_autoptr (GError) error = NULL;
      gboolean opened;

      g_test_message ("%s", defaults[i].sentence);
      opened = palier_gate_check_default (palier_catalogue_get_shipped (), &facts, &error);
      check (&defaults[i], opened, error);
    }
}

/* Invariant 3, and what may be done where nothing is to climb: an import, say. */
static void
test_changes (void)
{
  static const Row changes[] = {
    { "with a backup", I4, "V4.50.00 build 210802", NULL, NULL, NULL, NULL, 0, NULL },
    { "without one", I4, "V4.50.00 build 210802", NULL, NULL, NULL, NULL, NO_BACKUP, "P5" },
    { "waived", I4, "V4.50.00 build 210802", NULL, NULL, NULL, NULL, NO_BACKUP | BACKUP_WAIVED,
      NULL },
    { "another recorder", I4, "V4.50.00 build 210802", NULL, NULL, NULL, NULL, OTHER_SERIAL,
      "P16" },
    { "unreadable", I4, NULL, NULL, NULL, NULL, NULL, 0, "P15" },
    { "not listed", "DS-7616NI-K2", "V3.4.101 build 180904", NULL, NULL, NULL, NULL, 0, "P11" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      PalierVersion from;
      PalierFacts facts = make_facts (&changes[i], &from);
      g_autoptr (GError) error = NULL;
      gboolean opened;

      g_test_message ("%s", changes[i].sentence);
      opened = palier_gate_check_change (palier_catalogue_get_shipped (), &facts, &error);
      check (&changes[i], opened, error);
    }
}

/* Each landing that a plan announces can be climbed to with its package, and asks for a default
 * where the plan does. */
static void
test_agree (void)
{
  static const char *const starts[] = { "V2.3.1",
                                        "V3.4.70 build 160910",
                                        "V3.4.92 build 170518",
                                        "V3.4.97 build 180101",
                                        "V4.1.64 build 190119",
                                        "V4.49.9" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      const Row row = { starts[i], I4, starts[i], NULL, NULL, NULL, NULL, KNOWN, NULL };
      g_autoptr (PalierPlan) plan
          = palier_plan_new (palier_catalogue_get_shipped (), I4, starts[i]);
      PalierVersion at;
      PalierFacts facts = make_facts (&row, &at);

      for (guint j = 0; j < plan->landings->len; j++)
        {
          const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, j);
          PalierPackageFacts package = { .shown = &landing->version, .known = TRUE };

          g_test_message ("from %s to %s", at.spelling, landing->version.spelling);
          facts.default_seen = FALSE;
          g_assert_true (
              palier_gate_check_package (palier_catalogue_get_shipped (), &facts, &package, NULL));
          g_assert_true (
              palier_gate_check_upload (palier_catalogue_get_shipped (), &facts, &package, NULL)
              != landing->default_before);
          g_assert_true (palier_gate_check_default (palier_catalogue_get_shipped (), &facts, NULL)
                         == landing->default_before);
          facts.default_seen = TRUE;
          g_assert_true (
              palier_gate_check_upload (palier_catalogue_get_shipped (), &facts, &package, NULL));
          at = landing->version;
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate/what may be sent, and what stops the rest", test_uploads);
  g_test_add_func ("/gate/when a default may be done", test_defaults);
  g_test_add_func ("/gate/when anything may change", test_changes);
  g_test_add_func ("/gate/plan and gates agree", test_agree);
  return g_test_run ();
}
