/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "served.h"
#include "spawn.h"

#include <string.h>

/* What only looks and changes nothing: firmware, inspect, sticks. */

typedef struct
{
  const char *says;
  const char *name;
  const char *content;
  gssize length;
  int status;
  const char *said;
} FileRow;

static const FileRow files[] = {
  { "a web page saved in its place", "digicap.dav",
    "<!DOCTYPE html><html><body>Sorry</body></html>", -1, 1, "web page" },
  { "a text", "notes.txt", "Only a text.\n", -1, 1, "text" },
  { "an empty file", "empty.dav", "", 0, 1, "empty" },
  { "an archive that ends before its first entry", "cut.zip", "PK\003\004\024\000", 6, 1,
    "palier: " },
};

/* An empty stored entry named readme.txt, then the directory that lists it. */
static const char zip_without_firmware[]
    = "PK\003\004\024\0\0\0\0\0\0\0\041\0\0\0\0\0\0\0\0\0\0\0\0\0\012\0\0\0readme.txt"
      "PK\001\002\024\0\024\0\0\0\0\0\0\0\041\0\0\0\0\0\0\0\0\0\0\0\0\0\012\0\0\0\0\0\0\0"
      "\0\0\0\0\0\0\0\0\0\0readme.txt"
      "PK\005\006\0\0\0\0\001\0\001\0\070\0\0\0\050\0\0\0\0";

static void
test_no_package (gconstpointer data)
{
  const FileRow *row = data;
  g_autofree char *path = spawn_write (row->name, row->content, row->length);
  g_autoptr (Ran) ran = spawn ("firmware", path, "--format", "json", NULL);

  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_cmpstr (ran->out, ==, "");
  g_assert_nonnull (strstr (ran->err, row->said));
}

static void
test_archive_without_firmware (void)
{
  g_autofree char *path
      = spawn_write ("other.zip", zip_without_firmware, sizeof zip_without_firmware - 1);
  g_autoptr (Ran) ran = spawn ("firmware", path, NULL);

  g_assert_cmpint (ran->status, ==, 1);
  g_assert_nonnull (strstr (ran->err, "holds no digicap.dav"));
}

static void
test_missing_file (void)
{
  g_autofree char *path = spawn_path ("nowhere.dav");
  g_autoptr (Ran) ran = spawn ("firmware", path, NULL);

  g_assert_cmpint (ran->status, ==, 1);
  g_assert_nonnull (strstr (ran->err, "nowhere.dav"));
}

static void
assert_file (JsonNode *node, const char *path, const char *content, gsize length)
{
  g_autofree char *hash
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  g_autofree char *quoted_hash = g_strdup_printf ("\"%s\"", hash);
  g_autofree char *quoted_path = g_strdup_printf ("\"%s\"", path);
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT, length);
  g_autofree char *names = json_names (node, "");

  g_assert_cmpstr (names, ==,
                   "file,size,sha256,container,complete,language,files,known_as,findings");
  assert_json_at (node, "file", quoted_path);
  assert_json_at (node, "size", size);
  assert_json_at (node, "sha256", quoted_hash);
  assert_json_at (node, "known_as", "null");
  assert_json_at (node, "findings.9", NULL);
}

/* A package as the practice recorder makes it, then the same cut short, then with a bit turned. */
static void
test_practice_package (void)
{
  g_autofree char *folder = spawn_path ("made");
  g_autoptr (Served) served = served_new ("v3.4.70", folder);
  g_autofree char *path = served_get_package (served, "V3.4.92");
  g_autofree char *cut_path = NULL, *turned_path = NULL, *content = NULL, *finding = NULL;
  g_autoptr (Ran) whole = spawn ("firmware", path, "--format", "json", NULL);
  g_autoptr (Ran) cut = NULL, turned = NULL;
  g_autoptr (JsonNode) whole_node = ran_get_json (whole), cut_node = NULL, turned_node = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  assert_file (whole_node, path, content, length);
  g_assert_cmpint (whole->status, ==, 0);
  assert_json_at (whole_node, "container", "\"SWKH\"");
  assert_json_at (whole_node, "complete", "true");
  finding = json_at (whole_node, "findings.1");
  g_assert_nonnull (strstr (finding, "V3.4.92 build 170518"));
  g_assert_nonnull (strstr (finding, served_get_serial (served)));

  cut_path = spawn_write ("cut.dav", content, (gssize) length / 2);
  cut = spawn ("firmware", cut_path, "--format", "json", NULL);
  cut_node = ran_get_json (cut);
  assert_file (cut_node, cut_path, content, length / 2);
  g_assert_cmpint (cut->status, ==, 0);
  assert_json_at (cut_node, "complete", "false");

  content[length / 2] ^= 1;
  turned_path = spawn_write ("turned.dav", content, (gssize) length);
  turned = spawn ("firmware", turned_path, "--format", "json", NULL);
  turned_node = ran_get_json (turned);
  assert_file (turned_node, turned_path, content, length);
  assert_json_at (turned_node, "complete", "false");
}

static void
test_unknown_bytes (void)
{
  static const char zeros[100];
  g_autofree char *path = spawn_write ("zeros.bin", zeros, sizeof zeros);
  g_autoptr (Ran) ran = spawn ("firmware", path, "--format", "json", NULL);
  g_autoptr (JsonNode) node = ran_get_json (ran);

  g_assert_cmpint (ran->status, ==, 0);
  assert_file (node, path, zeros, sizeof zeros);
  assert_json_at (node, "container", "\"unknown\"");
  assert_json_at (node, "complete", "null");
  assert_json_at (node, "language", "null");
  assert_json_at (node, "files", "[]");
}

typedef struct
{
  const char *scenario;
  const char *model;
  const char *version;
  const char *build;
  const char *verdict;
} InspectRow;

static const InspectRow inspects[] = {
  { "v3.4.70", "\"DS-7716NI-I4\"", "\"V3.4.70\"", "\"160910\"", "\"climb\"" },
  { "v3.4.92", "\"DS-7716NI-I4\"", "\"V3.4.92\"", "\"170518\"", "\"climb\"" },
  { "v3.4.97", "\"DS-7716NI-I4\"", "\"V3.4.97\"", "\"180101\"", "\"climb\"" },
  { "v4.1.64", "\"DS-7716NI-I4/16P\"", "\"V4.1.64\"", "\"190119\"", "\"climb\"" },
  { "v4.22.005", "\"DS-7608NI-I2/8P\"", "\"V4.22.005\"", "\"191208\"", "\"climb\"" },
  { "v4.50.00", "\"DS-9632NI-I8\"", "\"V4.50.00\"", "\"210802\"", "\"nothing\"" },
  { "v4.61.030", "\"DS-7716NI-I4\"", "\"V4.61.030\"", "\"240123\"", "\"nothing\"" },
  { "ids-custom", "\"iDS-9632NXI-I8/16S\"", "\"V4.1.20\"", "\"180901\"", "\"climb\"" },
  { "ids-b", "\"iDS-9632NXI-I8/16S(B)\"", "\"V4.1.31\"", "\"181028\"", "\"refused\"" },
  { "k2", "\"DS-7616NI-K2\"", "\"V3.4.101\"", "\"180904\"", "\"refused\"" },
  { "unreadable", "\"DS-7716NI-I4\"", "null", "null", "\"refused\"" },
};

static void
assert_names (JsonNode *node, const char *path, const char *expected)
{
  g_autofree char *names = json_names (node, path);

  g_assert_cmpstr (names, ==, expected);
}

/* Looking is always allowed: even a recorder that is refused is read, with status 0. */
static void
test_inspect (gconstpointer data)
{
  const InspectRow *row = data;
  g_autofree char *practice = g_strdup_printf ("--practice=%s", row->scenario);
  g_autoptr (Ran) ran = spawn ("inspect", practice, "--speed", "0", "--format", "json", NULL);
  g_autoptr (JsonNode) node = ran_get_json (ran);

  g_assert_cmpint (ran->status, ==, 0);
  assert_names (node, "", "recorder,disks,cameras,services,plan");
  assert_names (node, "recorder", "model,serial,mac,type,version,build,name,uptime_s");
  assert_names (node, "disks.0", "id,name,status,capacity_mb,free_mb");
  assert_names (node, "cameras.0", "channel,name,address");
  assert_names (node, "services.0", "protocol,port,enabled");
  assert_names (node, "plan", "verdict,model,from,landings,repair,gates");
  assert_json_at (node, "recorder.model", row->model);
  assert_json_at (node, "recorder.version", row->version);
  assert_json_at (node, "recorder.build", row->build);
  assert_json_at (node, "plan.verdict", row->verdict);
  assert_json_at (node, "plan.from.version", row->version);
  /* The device management service does not tell whether it is on. */
  assert_json_at (node, "services.3.protocol", "\"DEV_MANAGE\"");
  assert_json_at (node, "services.3.enabled", "null");
}

static void
test_sticks (void)
{
  g_autoptr (Ran) ran = spawn ("sticks", "--format", "json", NULL);
  g_autoptr (JsonNode) node = NULL;
  JsonArray *sticks;

  if (ran->status != 0)
    {
      g_test_skip ("this machine has no USB bus that can be read");
      return;
    }
  node = ran_get_json (ran);
  assert_names (node, "", "sticks");
  sticks = json_object_get_array_member (json_node_get_object (node), "sticks");
  for (guint i = 0; i < json_array_get_length (sticks); i++)
    assert_names (json_array_get_element (sticks, i), "", "bus,port,vendor,product,serial,volumes");
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/firmware/%s", files[i].says);

      g_test_add_data_func (path, &files[i], test_no_package);
    }
  g_test_add_func ("/terminal/firmware/an archive of something else",
                   test_archive_without_firmware);
  g_test_add_func ("/terminal/firmware/a file that is not there", test_missing_file);
  g_test_add_func ("/terminal/firmware/a practice package", test_practice_package);
  g_test_add_func ("/terminal/firmware/bytes of nobody", test_unknown_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (inspects); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/inspect/%s", inspects[i].scenario);

      g_test_add_data_func (path, &inspects[i], test_inspect);
    }
  g_test_add_func ("/terminal/sticks/their shape", test_sticks);
  return spawn_run_tests ();
}
