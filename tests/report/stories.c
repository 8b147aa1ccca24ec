/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stories.h"

#include "base/error.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define SERIAL "DS-7716NI-I4 1620170315CCRR745384821WCVU"
#define SHA "3f9a81c2d7e0b4455c0a9e6f1b2d3c4e5f60718293a4b5c6d7e8f9000112c071"

/* One line a fact: step:landing:state, a bare observation, or what sets a field. Minutes pass between them. */
static const char *const two_landings[] = {
  "field from V3.4.70 build 160910", "consent terms language=fr; capacity=company Sûreté Boréale inc.; text-sha256=" SHA,
  "consent default language=fr", "consent upgrade language=fr", "step identify  done", "step preflight  done",
  "step backup  begun", "backup /media/clé USB/palier/devCfg_4821_V3.4.70_20260821.bin", "backup /home/camille/Palier/devCfg_4821_V3.4.70_20260821.bin",
  "step backup  done", "seen read V3.4.70 build 160910", "step package V3.4.92 done", "step upload V3.4.92 begun",
  "seen sending V3.4.92", "seen sent V3.4.92", "step upload V3.4.92 done", "step install V3.4.92 begun",
  "step install V3.4.92 done", "step restart V3.4.92 begun", "seen restarted V3.4.92", "step restart V3.4.92 done",
  "seen read V3.4.92 build 170518", "step confirm V3.4.92 done", "step package V4.50.00 done",
  "step default V4.50.00 begun", "seen defaulting ", "seen default-accepted ", "seen inactive ",
  "step default V4.50.00 done", "step activate V4.50.00 begun", "seen read V3.4.92 build 170518",
  "step activate V4.50.00 done", "step upload V4.50.00 begun", "seen sending V4.50.00", "seen sent V4.50.00",
  "step upload V4.50.00 done", "step install V4.50.00 begun", "step install V4.50.00 done",
  "step restart V4.50.00 begun", "seen restarted V4.50.00", "step restart V4.50.00 done",
  "seen read V4.50.00 build 210802", "step confirm V4.50.00 done", "step reprogram  begun",
  "seen reprogrammed declared", "step reprogram  done", "step repair  begun", "seen repair-started ",
  "step repair  done", "step prove  done", "finish done", NULL,
};
static const char *const one_landing[] = {
  "field from V4.22.005 build 191208", "consent terms language=en; capacity=self; text-sha256=" SHA,
  "consent upgrade language=en", "step identify  done", "step preflight  done", "step backup  begun",
  "backup /home/camille/Palier/devCfg_4821_V4.22.005_20260821.bin", "step backup  done",
  "seen read V4.22.005 build 191208", "step package V4.50.00 done", "step upload V4.50.00 begun",
  "seen sending V4.50.00", "seen sent V4.50.00", "step upload V4.50.00 done", "step install V4.50.00 done",
  "step restart V4.50.00 begun", "seen restarted V4.50.00", "step restart V4.50.00 done",
  "seen read V4.50.00 build 210802", "step confirm V4.50.00 done", "step prove  done", "finish done", NULL,
};
static const char *const waived[] = {
  "field from V3.4.92 build 170518", "consent terms " SHA, "consent skip-default terminal",
  "consent skip-backup terminal", "consent upgrade terminal", "consent skip-repair put off at the question",
  "step identify  done", "step preflight  done", "step backup  skipped", "seen read V3.4.92 build 170518",
  "step package V4.50.00 done", "step default V4.50.00 skipped", "step activate V4.50.00 skipped",
  "step upload V4.50.00 begun", "seen sending V4.50.00", "seen sent V4.50.00", "step upload V4.50.00 done",
  "step install V4.50.00 done", "seen restarted V4.50.00", "step restart V4.50.00 done",
  "seen read V4.50.00 build 210802", "step confirm V4.50.00 done", "step repair  skipped", "step prove  done",
  "finish done", NULL,
};
static const char *const failed[] = {
  "field from V3.4.70 build 160910", "field problem version-not-reached", "consent terms " SHA, "consent default terminal", "consent upgrade terminal",
  "step identify  done", "step preflight  done", "step backup  begun",
  "backup /home/camille/Palier/devCfg_4821_V3.4.70_20260821.bin", "step backup  done",
  "seen read V3.4.70 build 160910", "step package V3.4.92 done", "step upload V3.4.92 begun",
  "seen sending V3.4.92", "step upload V3.4.92 failed", NULL,
};
static const char *const declared[] = {
  "field from V3.4.92 build 170518", "consent terms " SHA, "consent default terminal", "consent upgrade terminal",
  "backup /media/STICK/devCfg.bin", "step backup  done", "seen declared V3.4.92 build 170518",
  "step default V4.50.00 begun", "seen default-declared ", "seen inactive ", "step default V4.50.00 done", "seen cleared declared",
  "step upload V4.50.00 begun", "seen sent V4.50.00", "step upload V4.50.00 done", "seen declared V4.50.00 build 210802",
  "step confirm V4.50.00 done", "seen reprogrammed declared", "step reprogram  done", "finish done", NULL,
};
static const char *const continued[] = {
  "field from V4.22.005 build 191208", "consent terms " SHA, "consent upgrade terminal", "step identify  done",
  "step backup  begun", "backup /home/camille/Palier/devCfg.bin", "step backup  done",
  "seen read V4.22.005 build 191208", "step upload V4.50.00 begun", "seen sending V4.50.00",
  "step upload V4.50.00 failed", "step identify  done", "step backup  kept", "step upload V4.50.00 begun",
  "seen sending V4.50.00", "seen sent V4.50.00", "step upload V4.50.00 done", "seen restarted V4.50.00",
  "step restart V4.50.00 done", "seen read V4.50.00 build 210802", "step confirm V4.50.00 done", "step prove  done",
  "finish done", NULL,
};
static const char *const *const stories[N_STORIES] = { two_landings, one_landing, waived, failed, declared, continued };

static void
tell (PalierJournal *journal, const char *line)
{
  g_auto (GStrv) word = g_strsplit (line, " ", 4);
  g_autofree char *rest = g_strdup (strchr (line, ' ') + 1);
  const char *detail = strchr (rest, ' ') ? strchr (rest, ' ') + 1 : "";
  PalierBackup backup = { rest, (char *) SHA, 8123456, NULL };
  gboolean ok = FALSE;

  if (g_str_equal (word[0], "field"))
    ok = palier_journal_set_field (journal, word[1], detail, NULL);
  else if (g_str_equal (word[0], "consent"))
    ok = palier_journal_add_consent (journal, word[1], detail, NULL);
  else if (g_str_equal (word[0], "backup"))
    ok = palier_journal_add_backup (journal, &backup, NULL);
  else if (g_str_equal (word[0], "seen"))
    ok = palier_journal_observe (journal, word[1], detail, NULL);
  else if (g_str_equal (word[0], "step"))
    ok = palier_journal_step (journal, word[1], word[2], word[3], NULL);
  else if (g_str_equal (word[0], "finish"))
    ok = palier_journal_finish (journal, word[1], NULL);
  g_assert_true (ok);
}

static void
set_people (PalierJournal *journal)
{
  static const char *const fields[][2] = {
    { "model", "DS-7716NI-I4" },
    { "address", "http://192.168.1.64" },
    { "user", "admin" },
    { "site", "Entrepôt de la rue des Érables" },
    { "customer", "Épicerie Côté & Fils" },
    { "technician", "Camille Lœuillet" },
    { "company", "Sûreté Boréale inc." },
    { "remarks", "The disk in bay 2 is from 2014: replace it within the year.\nBay door key is with the manager." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_true (palier_journal_set_field (journal, fields[i][0], fields[i][1], NULL));
}

static void
set_findings (PalierJournal *journal)
{
  const PalierFootageFinding footage = { 112, 112, 74, 112 };
  g_autofree char *text = palier_footage_finding_to_text (&footage);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_check_row_free);
  PalierCheckRow *row = palier_check_row_new ("UPnP", PALIER_CHECK_VERIFIED, "Done", NULL);
  g_autofree char *checkup = NULL;

  row->needs_attention = TRUE;
  row->why = g_strdup ("The recorder opens itself to the Internet.");
  row->what_to_do = g_strdup ("Turn it off: Network, UPnP.");
  row->etsi = g_strdup ("5.6");
  row->nist = g_strdup ("Interface access control");
  g_ptr_array_add (rows, row);
  row = palier_check_row_new ("Clock", PALIER_CHECK_VERIFIED, "seen at %s", "4 s");
  g_ptr_array_add (rows, row);
  g_ptr_array_add (rows, palier_check_row_new ("Own network", PALIER_CHECK_DECLARED, "The cameras have their own.", NULL));
  g_ptr_array_add (rows, palier_check_row_new ("SNMP", PALIER_CHECK_NOT_CHECKED, "This firmware does not tell.", NULL));
  checkup = palier_checkup_to_text (rows);
  g_assert_true (palier_journal_set_field (journal, "footage", text, NULL));
  g_assert_true (palier_journal_set_field (journal, "checkup", checkup, NULL));
}

char *
story_write (Story story, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierClock) clock = palier_clock_new (0);
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, &error);

  g_assert_no_error (error);
  palier_journal_set_clock (journal, clock);
  set_people (journal);
  if (story == STORY_TWO_LANDINGS)
    set_findings (journal);
  for (guint i = 0; stories[story][i]; i++)
    {
      palier_clock_advance (clock, 60);
      tell (journal, stories[story][i]);
    }
  return g_strdup (palier_journal_get_path (journal));
}

static void
add_camera (JsonArray *array, guint channel, gboolean after)
{
  JsonObject *camera = json_object_new ();
  g_autofree char *name = g_strdup_printf ("%s %u", channel == 3 && after ? "Camera" : "Caisse nº", channel);
  g_autofree char *address = g_strdup_printf ("192.168.1.%u", 100 + channel);

  json_object_set_int_member (camera, "channel", channel);
  json_object_set_string_member (camera, "name", name);
  json_object_set_string_member (camera, "address", address);
  json_object_set_string_member (camera, "protocol", "HIKVISION");
  json_object_set_boolean_member (camera, "online", TRUE);
  json_array_add_object_element (array, camera);
}

PalierInventory *
story_inventory (gboolean after)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonObject *root;

  json_parser_load_from_data (
    parser,
    "{\"date\":\"2026-08-21T14:05:00+02:00\",\"model\":\"DS-7716NI-I4\",\"mac\":\"44:47:cc:12:34:56\","
    "\"serial\":\"" SERIAL "\",\"name\":\"Entrepôt\",\"up_time_s\":2460,\"clock_ahead_s\":-14,"
    "\"time_mode\":\"NTP\",\"time_zone\":\"CST-1:00:00\",\"ntp_server\":\"pool.ntp.org\","
    "\"network\":[{\"id\":\"1\",\"dhcp\":false,\"address\":\"192.168.1.64\",\"mask\":\"255.255.255.0\","
    "\"gateway\":\"192.168.1.1\"}],\"cameras\":[],\"users\":[{\"id\":1,\"name\":\"admin\","
    "\"level\":\"Administrator\"},{\"id\":2,\"name\":\"gérant\",\"level\":\"Viewer\"}],"
    "\"schedule\":[{\"channel\":1,\"mode\":\"CMR\",\"when\":\"7 × 24 h\",\"enabled\":true}],"
    "\"disks\":[{\"id\":1,\"name\":\"hdd1\",\"status\":\"ok\",\"capacity_mb\":3815447,\"free_mb\":0},"
    "{\"id\":2,\"name\":\"hdd2\",\"status\":\"ok\",\"capacity_mb\":3815447,\"free_mb\":0}],"
    "\"ports\":[{\"protocol\":\"HTTP\",\"port\":80,\"enabled\":true}]}", -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  json_object_set_string_member (root, "firmware", after ? "V4.50.00 build 210802" : "V3.4.70 build 160910");
  for (guint i = 1; i <= 16; i++)
    add_camera (json_object_get_array_member (root, "cameras"), i, after);
  if (after)
    json_array_remove_element (json_object_get_array_member (root, "users"), 1);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  return palier_inventory_new_from_text (text, NULL);
}

PalierReport *
story_report (Story story, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = story_write (story, folder);
  PalierReport *report = palier_report_new (path, palier_catalogue_get_shipped (), &error);

  g_assert_no_error (error);
  if (story == STORY_TWO_LANDINGS || story == STORY_ONE_LANDING)
    {
      palier_report_take_before (report, story_inventory (FALSE));
      palier_report_take_after (report, story_inventory (TRUE));
    }
  return report;
}
