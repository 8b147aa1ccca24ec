/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "served.h"
#include "spawn.h"

#include <glib/gstdio.h>
#include <string.h>

/* palier checkup, and the report that it leaves. */

static void
test_shape (void)
{
  g_autoptr (Ran) ran = spawn ("checkup", "--practice=v4.22.005", "--fresh", "--format", "json",
                               "--declare", "ups=yes", NULL);
  g_autoptr (JsonNode) node = ran_get_json (ran);
  g_autofree char *names = json_names (node, "");
  g_autofree char *row = json_names (node, "checkup.0");

  g_assert_cmpint (ran->status, ==, 0);
  g_assert_cmpstr (names, ==, "recorder,checkup,counts,report");
  g_assert_cmpstr (row, ==,
                   "id,topic,verdict,needs_attention,finding,value,why,what_to_do,etsi_en_303_645,"
                   "nistir_8425");
  assert_json_at (node, "checkup.0.id", "\"firmware\"");
  assert_json_at (node, "checkup.0.verdict", "\"verified\"");
  assert_json_at (node, "checkup.0.needs_attention", "true");
  assert_json_at (node, "checkup.22.id", "\"ups\"");
  assert_json_at (node, "checkup.22.verdict", "\"declared\"");
  assert_json_at (node, "counts.declared", "1");
  assert_json_at (node, "report", "null");
}

static void
test_text (void)
{
  g_autoptr (Ran) ran = spawn ("checkup", "--practice=v4.50.00", "--fresh", NULL);

  g_assert_cmpint (ran->status, ==, 0);
  g_assert_nonnull (strstr (ran->out, "Not exposed to the Internet\n"));
  g_assert_nonnull (strstr (ran->out, "! UPnP (verified)"));
  g_assert_nonnull (strstr (ran->out, "(not checked)"));
  g_assert_null (strstr (ran->out, "compliant"));
}

typedef struct
{
  const char *language;
  const char *verified; /* a finding of each verdict */
  const char *declared;
  const char *not_checked;
} Report;

static const Report reports[] = {
  { "en", "SSH is on.", "It has no uninterruptible power supply.",
    "Nobody has said yet whether it is needed from outside the site." },
  { "fr", "SSH est activé.", "Il n’a pas d’onduleur (ASI).",
    "Personne n’a encore dit si on en a besoin depuis l’extérieur du site." },
};

static char *
read_file (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_report (gconstpointer data)
{
  const Report *row = data;
  g_autofree char *path = spawn_path ("report.json");
  g_autoptr (Ran) ran
      = spawn ("checkup", "--practice=v4.50.00", "--fresh", "--language", row->language, "--declare",
               "ups=no", "--report", path, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (ran->status, ==, 0);
  text = read_file (path);
  g_assert_nonnull (strstr (text, row->verified));
  g_assert_nonnull (strstr (text, row->declared));
  g_assert_nonnull (strstr (text, row->not_checked));
  g_assert_nonnull (strstr (text, "V4.50.00"));
}

static void
test_pdf (void)
{
  g_autofree char *path = spawn_path ("report.pdf");
  g_autoptr (Ran) ran = spawn ("checkup", "--practice=v4.50.00", "--fresh", "--report", path, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (ran->status, ==, 0);
  text = read_file (path);
  g_assert_true (g_str_has_prefix (text, "%PDF-"));
}

/* What needs no climb: at the top a copy is made, and nothing is sent. */
static void
test_backup_alone (void)
{
  g_autofree char *folder = spawn_path ("copies");
  g_autofree char *path = spawn_path ("backup.json");
  g_autoptr (Ran) wrong = spawn ("upgrade", "--practice=v4.50.00", "--only", "everything", NULL);
  g_autoptr (Ran) ran = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  ran = spawn ("upgrade", "--practice=v4.50.00", "--fresh", "--only", "backup", "--backup", folder,
               "--report", path, NULL);
  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_cmpint (ran->status, ==, 0);
  text = read_file (path);
  g_assert_nonnull (strstr (text, folder));
  g_assert_nonnull (strstr (text, "DS-9632NI-I8"));
}

/* Each disk is told of twice, after the beginning and before the end. */
static void
assert_disks (const char *said)
{
  static const char *const order[] = {
    "The repair has begun.", "hdd1 · reparing: Being repaired\n", "hdd1 · ok: Its part is over\n", "The repair has ended.",
  };
  const char *at = said;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *next = strstr (at, order[i]);

      if (!next)
        g_error ("no “%s” in its place", order[i]);
      at = next + 1;
      g_assert_null (strstr (at, order[i]));
    }
}

/* The same for a repair: followed to its end, with the recordings searched before and after it. */
static void
test_repair_alone (void)
{
  g_autofree char *path = spawn_path ("repair.json");
  g_autoptr (Ran) screen = spawn ("upgrade", "--at-screen", "--only", "repair", "--model", "DS-9632NI-I8", "--serial",
                                  "DS-9632NI-I83220200212CCRR00009413WCVU", "--firmware", "V4.50.00 build 210802", NULL);
  g_autoptr (Ran) ran = spawn ("upgrade", "--practice=v4.50.00", "--fresh", "--speed", "0", "--only", "repair",
                               "--report", path, NULL);
  g_autofree char *text = NULL;

  g_assert_cmpint (screen->status, ==, 2);
  g_assert_cmpint (ran->status, ==, 0);
  assert_disks (ran->err);
  text = read_file (path);
  g_assert_nonnull (strstr (text, "\"repair\""));
  g_assert_nonnull (strstr (text, "DS-9632NI-I8"));
}

/* A repair whose half passes for its end: what stays missing is explained where the person looks. */
static void
test_still_missing (void)
{
  static const char half[]
    = "{\"note\":\"The repair ends half done.\",\"model\":\"DS-7716NI-I4/16P\","
      "\"serial\":\"DS-7716NI-I4/16P1620180304PRACTICE00007768WCVU\",\"mac\":\"02:00:00:00:77:68\","
      "\"version\":\"V4.1.64\",\"build\":\"190119\",\"realm\":\"7d0b3c5a91e24f6688d1c0aa\","
      "\"landings\":[{\"version\":\"V4.50.00\",\"build\":\"210802\"}],"
      "\"faults\":[{\"fault\":\"repair-stops\",\"at\":\"repair:50\",\"value\":\"Database repair stopped\"}]}";
  g_autofree char *path = spawn_write ("half.json", half, -1);
  g_autofree char *practice = g_strconcat ("--practice=", path, NULL);
  g_autoptr (Ran) ran = spawn ("upgrade", practice, "--fresh", "--speed", "0", "--consent", "terms", "--consent",
                               "upgrade=7768", NULL);

  g_assert_cmpint (ran->status, ==, 0);
  g_assert_nonnull (strstr (ran->err, "  Technical support: "));
  g_assert_nonnull (strstr (ran->err, "    → Write to its technical support"));
}

static void
test_usage (void)
{
  g_autoptr (Ran) wrong = spawn ("checkup", "--practice", "--declare", "ups=perhaps", NULL);
  g_autoptr (Ran) nobody = spawn ("checkup", NULL);
  g_autofree char *password = spawn_write ("password", "Some-pass-1", -1);
  g_autoptr (Ran) silent
      = spawn ("checkup", "127.0.0.1:1", "--password-file", password, "--format", "json", NULL);

  g_assert_cmpint (wrong->status, ==, 2);
  g_assert_cmpint (nobody->status, ==, 2);
  g_assert_cmpint (silent->status, ==, 4);
  g_assert_cmpstr (silent->out, ==, "");
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  g_test_add_func ("/terminal/checkup/its shape", test_shape);
  g_test_add_func ("/terminal/checkup/for people", test_text);
  g_test_add_data_func ("/terminal/checkup/the report in English", &reports[0], test_report);
  g_test_add_data_func ("/terminal/checkup/the report in French", &reports[1], test_report);
  g_test_add_func ("/terminal/checkup/the report on paper", test_pdf);
  g_test_add_func ("/terminal/checkup/a copy alone, without a climb", test_backup_alone);
  g_test_add_func ("/terminal/checkup/a repair alone, without a climb", test_repair_alone);
  g_test_add_func ("/terminal/checkup/recordings that stay missing are explained", test_still_missing);
  g_test_add_func ("/terminal/checkup/wrong words, and nobody there", test_usage);
  return spawn_run_tests ();
}
