/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-scenario.h"

#include "base/error.h"
#include "base/json-text.h"
#include "practice/practice-json.h"
#include "practice/practice-replay.h"
#include "practice/practice-resources.h"
#include "recording/recording-text.h"

#include <glib/gstdio.h>
#include <string.h>

#define RESOURCES "/io/github/palier/Palier/practice/"
#define MAX_FILE (1024 * 1024)

#define AT(member) G_STRUCT_OFFSET (PalierScenario, member)
#define TEXT(name, member, required, words)                                                        \
  {                                                                                                \
    name, PALIER_FIELD_TEXT, AT (member), required, 0, 0, words                                    \
  }
#define FLAG(name, member)                                                                         \
  {                                                                                                \
    name, PALIER_FIELD_BOOLEAN, AT (member), FALSE, 0, 0, NULL                                     \
  }
#define NUMBER(name, member, max)                                                                  \
  {                                                                                                \
    name, PALIER_FIELD_NUMBER, AT (member), FALSE, 0, max, NULL                                    \
  }
#define COUNT(name, member, min, max)                                                              \
  {                                                                                                \
    name, PALIER_FIELD_COUNT, AT (member), FALSE, min, max, NULL                                   \
  }
#define OTHER(name)                                                                                \
  {                                                                                                \
    name, PALIER_FIELD_OTHER, 0, FALSE, 0, 0, NULL                                                 \
  }
#define END                                                                                        \
  {                                                                                                \
    NULL, PALIER_FIELD_END, 0, FALSE, 0, 0, NULL                                                   \
  }

static const PalierField fields[] = {
  TEXT ("note", note, FALSE, NULL),
  TEXT ("model", model, TRUE, NULL),
  TEXT ("serial", serial, TRUE, NULL),
  TEXT ("mac", mac, FALSE, NULL),
  TEXT ("name", name, FALSE, NULL),
  TEXT ("family", family, FALSE, NULL),
  TEXT ("version", version, TRUE, NULL),
  TEXT ("build", build, FALSE, NULL),
  TEXT ("told-version", told_version, FALSE, NULL),
  TEXT ("told-build", told_build, FALSE, NULL),
  TEXT ("dialect", dialect, FALSE, "|v3.4|v4.22|v4.6|oem|"),
  TEXT ("digest", digest, FALSE, "|MD5|SHA-256|"),
  TEXT ("realm", realm, FALSE, NULL),
  TEXT ("update", update, FALSE, "|put|post|both|"),
  TEXT ("user", user, FALSE, NULL),
  TEXT ("password", password, FALSE, NULL),
  TEXT ("new-password", new_password, FALSE, NULL),
  FLAG ("custom-only", custom_only),
  FLAG ("hold-post", hold_post),
  FLAG ("restart-asked", restart_asked),
  FLAG ("activation-v3", activation_v3),
  FLAG ("irreversible", irreversible),
  FLAG ("plain-export", plain_export),
  FLAG ("utc-footage", utc_footage),
  TEXT ("https", https, FALSE, "|off|on|only|"),
  FLAG ("certificate-changes", certificate_changes),
  COUNT ("cameras", cameras, 0, 64),
  COUNT ("disks", disks, 0, 16),
  COUNT ("lock-after", lock_after, 1, 100),
  NUMBER ("disk-mb", disk_mb, 1e9),
  NUMBER ("break-chance", break_chance, 1),
  NUMBER ("lock-seconds", lock_seconds, 1e6),
  NUMBER ("nonce-seconds", nonce_seconds, 1e6),
  NUMBER ("flash-seconds", flash_seconds, 1e6),
  NUMBER ("restart-seconds", restart_seconds, 1e6),
  NUMBER ("repair-seconds", repair_seconds, 1e6),
  { "clock-error-seconds", PALIER_FIELD_NUMBER, AT (clock_error_seconds), FALSE, -1e9, 1e9, NULL },
  OTHER ("landings"),
  OTHER ("faults"),
  END,
};

static const PalierField landing_fields[] = {
  { "version", PALIER_FIELD_TEXT, G_STRUCT_OFFSET (PalierScenarioLanding, version), TRUE, 0, 0,
    NULL },
  { "build", PALIER_FIELD_TEXT, G_STRUCT_OFFSET (PalierScenarioLanding, build), TRUE, 0, 0, NULL },
  { "custom", PALIER_FIELD_BOOLEAN, G_STRUCT_OFFSET (PalierScenarioLanding, custom), FALSE, 0, 0,
    NULL },
  END,
};

static const char *const shipped[] = {
  "v3.4.70",   "v3.4.92",    "v3.4.97",    "v4.1.64",    "v4.22.005",   "v4.50.00",
  "v4.61.030", "ids-custom", "ids-b",      "k2",         "unreadable",  "no-build",
  "old-build", "power-cut",  "cut-upload", "disk-error", "answer-lost", "moves-away",
  "held-post", "oem",        "sha-256",    "https",      "repair-stops", "repair-restart", NULL,
};

const char *const *
palier_scenario_get_names (void)
{
  return shipped;
}

static void
landing_free (PalierScenarioLanding *landing)
{
  palier_fields_clear (landing_fields, landing);
  g_free (landing);
}

static PalierScenario *
scenario_new (void)
{
  PalierScenario *self = g_new0 (PalierScenario, 1);

  self->landings = g_ptr_array_new_with_free_func ((GDestroyNotify) landing_free);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_fault_free);
  self->mac = g_strdup ("02:00:00:00:48:21");
  self->name = g_strdup ("Embedded Net DVR");
  self->family = g_strdup ("i-series");
  self->digest = g_strdup ("MD5");
  self->realm = g_strdup ("DVRNVRDVS");
  self->update = g_strdup ("both");
  self->https = g_strdup ("off");
  self->user = g_strdup ("admin");
  self->password = g_strdup ("Stairs-2016");
  self->new_password = g_strdup ("Landing-2021");
  self->cameras = 16;
  self->disks = 2;
  self->disk_mb = 3815447;
  self->break_chance = 1;
  self->lock_after = 5;
  self->lock_seconds = 1800;
  self->nonce_seconds = 300;
  self->flash_seconds = 240;
  self->restart_seconds = 110;
  self->repair_seconds = 900;
  return self;
}

void
palier_scenario_free (PalierScenario *self)
{
  if (self == NULL)
    return;
  palier_fields_clear (fields, self);
  g_ptr_array_unref (self->landings);
  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->recording, g_ptr_array_unref);
  g_free (self);
}

static gboolean
read_landing_cb (JsonObject *item, const char *place, gpointer data, GError **error)
{
  PalierScenario *self = data;
  PalierScenarioLanding *landing = g_new0 (PalierScenarioLanding, 1);

  g_ptr_array_add (self->landings, landing);
  return palier_fields_read (landing_fields, item, place, landing, error);
}

static gboolean
read_fault_cb (JsonObject *item, const char *place, gpointer data, GError **error)
{
  PalierScenario *self = data;
  PalierFault *fault = palier_fault_read (item, place, error);

  if (fault == NULL)
    return FALSE;
  g_ptr_array_add (self->faults, fault);
  return TRUE;
}

static gboolean
check_version (const char *version, const char *build, const char *place, GError **error)
{
  g_autofree char *released = build != NULL ? g_strdup_printf ("build %s", build) : NULL;
  PalierVersion parsed;

  if (palier_version_parse_pair (version, released, &parsed, NULL))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s: not a version", place);
  return FALSE;
}

static gboolean
check (PalierScenario *self, GError **error)
{
  if (!check_version (self->version, self->build, "version", error))
    return FALSE;
  for (guint i = 0; i < self->landings->len; i++)
    {
      PalierScenarioLanding *landing = self->landings->pdata[i];
      g_autofree char *place = g_strdup_printf ("landings[%u].version", i);

      if (!check_version (landing->version, landing->build, place, error))
        return FALSE;
    }
  return TRUE;
}

PalierScenario *
palier_scenario_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (PalierScenario) self = scenario_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) broken = NULL;
  JsonNode *root;

  if (!palier_json_load (parser, json, length < 0 ? strlen (json) : (gsize) length, &broken))
    {
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s", broken->message);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "an object is wanted");
      return NULL;
    }
  if (!palier_fields_read (fields, json_node_get_object (root), "", self, error)
      || !palier_items_read (json_node_get_object (root), "landings", "", read_landing_cb, self,
                             error)
      || !palier_items_read (json_node_get_object (root), "faults", "", read_fault_cb, self, error)
      || !check (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

static GBytes *
read_file (const char *name, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) broken = NULL;
  gsize length = 0;
  GStatBuf about;

  /* Before it is read: what is much too large is not taken into memory. */
  if (g_stat (name, &about) == 0 && about.st_size > PALIER_RECORDING_MAX)
    length = (gsize) about.st_size;
  else if (!g_file_get_contents (name, &text, &length, &broken))
    {
      palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s", broken->message);
      return NULL;
    }
  if (length > MAX_FILE && (text == NULL || !palier_recording_text_is (text, length)))
    {
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s: larger than a scenario can be", name);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&text), length);
}

PalierScenario *
palier_scenario_load (const char *name, GError **error)
{
  const char *wanted = name != NULL && *name != '\0' ? name : shipped[0];
  g_autoptr (GBytes) bytes = NULL;

  if (g_strv_contains (shipped, wanted))
    {
      g_autofree char *path = g_strdup_printf (RESOURCES "scenarios/%s.json", wanted);

      bytes = g_resource_lookup_data (palier_practice_get_resource (), path,
                                      G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    }
  else
    bytes = read_file (wanted, error);
  if (bytes == NULL)
    return NULL;
  if (palier_recording_text_is (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    return palier_replay_scenario_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                         error);
  return palier_scenario_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                error);
}
