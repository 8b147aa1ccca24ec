/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "packages.h"
#include "rig.h"

#include "base/error.h"

/* Consents, packages and facts of a job, without a recorder. */

#define OLD "DS-7716NI-I41620160910TEST00004821WCVU"
#define CUSTOM "iDS-9632NXI-I8/16S3220180820TEST00008047WCVU"

typedef struct
{
  const char *says;
  const char *model, *firmware;
  const char *id, *typed;
  const char *error; /* NULL: recorded */
  gboolean strong;
} ConsentRow;

static const ConsentRow consent_rows[] = {
  { "terms need no typing", "DS-7716NI-I4", "V3.4.70 build 160910", "terms", NULL, NULL, FALSE },
  { "skip-repair needs no typing", "DS-7716NI-I4", "V3.4.70 build 160910", "skip-repair", NULL, NULL, FALSE },
  { "the default by its digits", "DS-7716NI-I4", "V3.4.70 build 160910", "default", "4821", NULL, TRUE },
  { "blanks around them do not count", "DS-7716NI-I4", "V3.4.70 build 160910", "default", " 4821 ", NULL, TRUE },
  { "the start by its digits", "DS-7716NI-I4", "V4.1.64 build 190119", "upgrade", "4821", NULL, TRUE },
  { "skip-default by its digits", "DS-7716NI-I4", "V3.4.92 build 170518", "skip-default", "4821", NULL, TRUE },
  { "an unknown package by its digits", "DS-7716NI-I4", "V4.1.64 build 190119", "unknown-package", "4821", NULL, TRUE },
  { "wrong digits", "DS-7716NI-I4", "V3.4.70 build 160910", "default", "4822", "consent-missing", TRUE },
  { "the closing letters are not enough", "DS-7716NI-I4", "V3.4.70 build 160910", "default", "WCVU",
    "consent-missing", TRUE },
  { "digits and letters are too much", "DS-7716NI-I4", "V3.4.70 build 160910", "default", "4821WCVU",
    "consent-missing", TRUE },
  { "the whole serial number is not what was asked for", "DS-7716NI-I4", "V3.4.70 build 160910", "upgrade", OLD,
    "consent-missing", TRUE },
  { "three digits", "DS-7716NI-I4", "V3.4.70 build 160910", "upgrade", "821", "consent-missing", TRUE },
  { "nothing typed", "DS-7716NI-I4", "V3.4.70 build 160910", "upgrade", "", "consent-missing", TRUE },
  { "nothing at all", "DS-7716NI-I4", "V3.4.70 build 160910", "skip-default", NULL, "consent-missing", TRUE },
  { "an agreement in passing is none", "DS-7716NI-I4", "V4.1.64 build 190119", "unknown-package", "yes",
    "consent-missing", TRUE },
  { "no backup before a default is strong", "DS-7716NI-I4", "V3.4.70 build 160910", "skip-backup", NULL,
    "consent-missing", TRUE },
  { "no backup before a default, typed", "DS-7716NI-I4", "V3.4.92 build 170518", "skip-backup", "4821", NULL, TRUE },
  { "no backup without a default is an ordinary choice", "DS-7716NI-I4", "V4.1.64 build 190119", "skip-backup",
    NULL, NULL, FALSE },
  { "a consent that there is not", "DS-7716NI-I4", "V3.4.70 build 160910", "everything", "4821", "usage", FALSE },
};

static void
test_consent (gconstpointer data)
{
  const ConsentRow *row = data;
  Rig rig = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) consents = NULL;
  gboolean given;

  rig_open (&rig, row->model, OLD, row->firmware);
  g_assert_cmpint (palier_job_consent_is_strong (rig.job, row->id), ==, row->strong);
  given = palier_job_consent (rig.job, row->id, row->typed, "fr 0123abcd", &error);
  g_assert_cmpint (given, ==, row->error == NULL);
  g_assert_cmpstr (error ? palier_error_get_nick (error) : NULL, ==, row->error);
  g_assert_cmpint (palier_job_has_consent (rig.job, row->id), ==, given);
  consents = palier_journal_get_consents (rig.journal);
  g_assert_cmpuint (consents->len, ==, given ? 1 : 0);
  if (given)
    {
      const PalierObservation *consent = consents->pdata[0];

      g_assert_cmpstr (consent->what, ==, row->id);
      g_assert_cmpstr (consent->detail, ==, "fr 0123abcd");
      g_assert_cmpuint (strlen (consent->date), >=, strlen ("2026-11-24T08:00:00"));
    }
  rig_close (&rig);
}

typedef struct
{
  const char *says;
  const char *firmware;
  const char *given[4];
  const char *missing; /* joined by blanks */
} MissingRow;

static const MissingRow missing_rows[] = {
  { "all of a climb with a default", "V3.4.70 build 160910", { NULL }, "terms default upgrade" },
  { "no default is asked from a V4", "V4.1.64 build 190119", { NULL }, "terms upgrade" },
  { "nothing to climb, nothing to agree to", "V4.50.00 build 210802", { NULL }, "" },
  { "what was given is not asked again", "V3.4.92 build 170518", { "terms", "default" }, "upgrade" },
  { "the default waived is not asked for", "V3.4.92 build 170518", { "terms", "skip-default" }, "upgrade" },
  { "the backup waived asks for all the same", "V3.4.70 build 160910", { "skip-backup" }, "terms default upgrade" },
  { "all given", "V3.4.70 build 160910", { "terms", "default", "upgrade" }, "" },
};

static char *
dup_missing (PalierJob *job)
{
  g_autoptr (GPtrArray) missing = palier_job_get_missing_consents (job);

  g_ptr_array_add (missing, NULL);
  return g_strjoinv (" ", (char **) missing->pdata);
}

static void
test_missing (gconstpointer data)
{
  const MissingRow *row = data;
  Rig rig = { 0 };
  g_autofree char *missing = NULL;

  rig_open (&rig, "DS-7716NI-I4", OLD, row->firmware);
  for (guint i = 0; row->given[i]; i++)
    g_assert_true (palier_job_consent (rig.job, row->given[i], "4821", NULL, NULL));
  missing = dup_missing (rig.job);
  g_assert_cmpstr (missing, ==, row->missing);
  rig_close (&rig);
}

typedef struct
{
  const char *says;
  const char *model, *serial, *firmware;
  guint landing;
  PackageWanted package;
  gboolean consented; /* unknown-package, for this very file */
  const char *rule;   /* NULL: let through */
  gboolean needs_consent;
} PackageRow;

#define AT_THE_BOTTOM "DS-7716NI-I4", OLD, "V3.4.70 build 160910"
#define AT_V4 "DS-7716NI-I4", OLD, "V4.1.64 build 190119"
#define AT_CUSTOM "iDS-9632NXI-I8/16S", CUSTOM, "V4.1.20 build 180901"
#define LOW "V3.4.92 build 170518"
#define HIGH "V4.50.00 build 210802"

static const PackageRow package_rows[] = {
  { "the first landing's own", AT_THE_BOTTOM, 0, { NULL, OLD, NULL, LOW, 0, 0, 0 }, FALSE, NULL, FALSE },
  { "the second landing's own, from the landing below", AT_THE_BOTTOM, 1, { NULL, OLD, NULL, HIGH, 0, 0, 0 },
    FALSE, NULL, FALSE },
  { "a V4 for the first landing", AT_THE_BOTTOM, 0, { NULL, OLD, NULL, HIGH, 0, 0, 0 }, FALSE, "P1", FALSE },
  { "the first landing's for the second", AT_THE_BOTTOM, 1, { NULL, OLD, NULL, LOW, 0, 0, 0 }, FALSE, "P17", FALSE },
  { "a lower version", AT_V4, 0, { NULL, OLD, NULL, LOW, 0, 0, 0 }, FALSE, "P9", FALSE },
  { "a version between", AT_V4, 0, { NULL, OLD, NULL, "V4.22.005 build 191208", 0, 0, 0 }, FALSE, "P17", FALSE },
  { "a version above", AT_V4, 0, { NULL, OLD, NULL, "V4.61.030 build 240123", 0, 0, 0 }, FALSE, "P17", FALSE },
  { "the landing's number with an older build", AT_THE_BOTTOM, 0, { NULL, OLD, NULL, "V3.4.92 build 160901", 0, 0, 0 },
    FALSE, "P17", FALSE },
  { "made for another recorder", AT_V4, 0, { NULL, "OTHER00001111", NULL, HIGH, 0, 0, 0 }, FALSE, "P17", FALSE },
  { "made for another recorder, agreed to", AT_V4, 0, { NULL, "OTHER00001111", NULL, HIGH, 0, 0, 0 }, TRUE, "P17",
    FALSE },
  { "of another family", AT_V4, 0, { NULL, OLD, "ids-custom", HIGH, 0, 0, 0 }, FALSE, "P17", FALSE },
  { "of another family, agreed to", AT_V4, 0, { NULL, OLD, "ids-custom", HIGH, 0, 0, 0 }, TRUE, "P17", FALSE },
  { "custom for a standard machine", AT_V4, 0, { NULL, OLD, NULL, HIGH, TRUE, 0, 0 }, FALSE, "P17", FALSE },
  { "in Chinese", AT_V4, 0, { NULL, OLD, NULL, HIGH, 0, TRUE, 0 }, FALSE, "P17", FALSE },
  { "in Chinese, agreed to", AT_V4, 0, { NULL, NULL, NULL, NULL, 0, TRUE, 0 }, TRUE, "P17", FALSE },
  { "damaged, agreed to", AT_V4, 0, { NULL, NULL, NULL, NULL, 0, 0, TRUE }, TRUE, "P17", FALSE },
  { "one that shows nothing", AT_V4, 0, { NULL, NULL, NULL, NULL, 0, 0, 0 }, FALSE, "P17", TRUE },
  { "one that shows nothing, agreed to", AT_V4, 0, { NULL, NULL, NULL, NULL, 0, 0, 0 }, TRUE, NULL, FALSE },
  { "standard on a custom-only machine", AT_CUSTOM, 0,
    { NULL, CUSTOM, "i-series", "V4.1.25 build 181028", 0, 0, 0 }, FALSE, "P10", FALSE },
  { "its own custom one", AT_CUSTOM, 0, { NULL, CUSTOM, "ids-custom", "V4.1.25 build 181028", TRUE, 0, 0 }, FALSE,
    NULL, FALSE },
  { "standard inside, custom family", AT_CUSTOM, 0,
    { NULL, CUSTOM, "ids-custom", "V4.1.25 build 181028", FALSE, 0, 0 }, FALSE, "P10", FALSE },
  { "no agreement opens a custom-only machine", AT_CUSTOM, 0, { NULL, NULL, NULL, NULL, 0, 0, 0 }, TRUE, "P10",
    FALSE },
  { "a higher custom version", AT_CUSTOM, 0,
    { NULL, CUSTOM, "ids-custom", "V4.50.00 build 210802", TRUE, 0, 0 }, FALSE, "P10", FALSE },
};

static void
test_package (gconstpointer data)
{
  const PackageRow *row = data;
  Rig rig = { 0 };
  PalierPackage *package = package_make (&row->package);
  g_autofree char *typed = palier_serial_last_four (row->serial);
  g_autofree char *sha256 = g_strdup (palier_package_get_sha256 (package));
  g_autoptr (GError) error = NULL;
  gboolean passed;

  rig_open (&rig, row->model, row->serial, row->firmware);
  palier_job_set_package (rig.job, row->landing, package);
  if (row->consented)
    g_assert_true (palier_job_consent (rig.job, "unknown-package", typed, sha256, NULL));
  passed = palier_job_check_package (rig.job, row->landing, &error);
  g_assert_cmpstr (error ? palier_error_get_rule (error) : NULL, ==, row->rule);
  g_assert_cmpint (passed, ==, row->rule == NULL);
  g_assert_cmpint (palier_job_package_needs_consent (rig.job, row->landing), ==, row->needs_consent);
  rig_close (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (consent_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/consent/%s", consent_rows[i].says);

      g_test_add_data_func (path, &consent_rows[i], test_consent);
    }
  for (guint i = 0; i < G_N_ELEMENTS (missing_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/missing/%s", missing_rows[i].says);

      g_test_add_data_func (path, &missing_rows[i], test_missing);
    }
  for (guint i = 0; i < G_N_ELEMENTS (package_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/package/%s", package_rows[i].says);

      g_test_add_data_func (path, &package_rows[i], test_package);
    }
  return g_test_run ();
}
