/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-replay.h"

#include "base/error.h"
#include "recording/recording-text.h"

#include <string.h>

#define DEVICE_INFO "/ISAPI/System/deviceInfo"

static PalierRecorded *
find (GPtrArray *list, const char *method, const char *target)
{
  for (guint i = 0; i < list->len; i++)
    {
      PalierRecorded *one = list->pdata[i];

      if (one->status != 401 && g_str_equal (one->method, method) && g_str_equal (one->target, target))
        return one;
    }
  return NULL;
}

static char *
dup_element (const char *text, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("<%s(?: [^>]*)?>([^<]*)</%s>", name, name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return text && g_regex_match (regex, text, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
take (char **member, char *text)
{
  if (text && *text)
    {
      g_free (*member);
      *member = g_strstrip (text);
    }
  else
    g_free (text);
}

/* Who it is. What is told unreadably is still told as it was: the document itself is played. */
static void
take_identity (PalierScenario *self, PalierXmlNode *root)
{
  g_autofree char *version = palier_xml_dup_text (root, "firmwareVersion");
  g_autofree char *released = palier_xml_dup_text (root, "firmwareReleasedDate");
  PalierVersion parsed;

  take (&self->model, palier_xml_dup_text (root, "model"));
  take (&self->serial, palier_xml_dup_text (root, "serialNumber"));
  take (&self->mac, palier_xml_dup_text (root, "macAddress"));
  take (&self->name, palier_xml_dup_text (root, "deviceName"));
  if (!version || !palier_version_parse_pair (version, released, &parsed, NULL))
    return;
  g_free (self->version);
  self->version = g_strdup (version);
  self->build = palier_version_build_to_string (&parsed);
}

static char *
dup_parameter (const char *challenge, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s=\"?([^\",]*)\"?", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, challenge, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
take_sign_in (PalierScenario *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PalierRecorded *one = list->pdata[i];
      g_autofree char *algorithm = one->challenge ? dup_parameter (one->challenge, "algorithm") : NULL;

      if (!one->challenge)
        continue;
      take (&self->realm, dup_parameter (one->challenge, "realm"));
      if (algorithm && g_ascii_strcasecmp (algorithm, "SHA-256") == 0)
        take (&self->digest, g_strdup ("SHA-256"));
      return;
    }
}

static gboolean
read_identity (PalierScenario *self, GPtrArray *list, GError **error)
{
  const PalierRecorded *info = find (list, "GET", DEVICE_INFO);
  g_autoptr (PalierXml) xml
      = info && info->body ? palier_xml_parse (info->body, strlen (info->body), NULL) : NULL;

  if (!xml)
    {
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "no answer to GET " DEVICE_INFO);
      return FALSE;
    }
  take_identity (self, palier_xml_get_root (xml));
  if (strstr (info->body, "std-cgi.com"))
    take (&self->dialect, g_strdup ("oem"));
  return TRUE;
}

PalierScenario *
palier_replay_scenario_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) list = palier_recording_text_parse (text, length, error);
  g_autoptr (PalierScenario) self = NULL;

  if (!list)
    return NULL;
  self = palier_scenario_parse ("{\"model\":\"unknown\",\"serial\":\"unknown\",\"version\":\"V3.4.70\"}", -1, error);
  if (!self || !read_identity (self, list, error))
    return NULL;
  take_sign_in (self, list);
  self->recording = g_steal_pointer (&list);
  return g_steal_pointer (&self);
}

gboolean
palier_replay_is_open (const char *whole_path)
{
  return g_str_has_prefix (whole_path, "/SDK/");
}

static char *
dup_body_text (GBytes *body)
{
  gsize length = 0;
  const char *data = body ? g_bytes_get_data (body, &length) : NULL;

  return data ? g_strndup (data, length) : g_strdup ("");
}

/* Searches are told apart by what they look for, never by when or under which number they ask. */
static gboolean
asks_the_same (const char *recorded, const char *asked)
{
  static const char *const told[] = { "metaId", "trackID", "searchResultPostion" };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *one = dup_element (recorded, told[i]);
      g_autofree char *other = dup_element (asked, told[i]);

      if (g_strcmp0 (one, other) != 0)
        return FALSE;
    }
  return (strstr (recorded, "<trackList>") != NULL) == (strstr (asked, "<trackList>") != NULL);
}

static PalierRecorded *
find_search (GPtrArray *list, const char *target, const char *asked)
{
  for (guint i = 0; i < list->len; i++)
    {
      PalierRecorded *one = list->pdata[i];

      if (one->status != 401 && g_str_equal (one->method, "POST") && g_str_equal (one->target, target)
          && asks_the_same (one->request ? one->request : "", asked))
        return one;
    }
  return NULL;
}

/* The answer carries the number of the question. */
static char *
dup_answer (const PalierRecorded *one, const char *asked)
{
  g_autofree char *id = one->body ? dup_element (asked, "searchID") : NULL;
  g_autoptr (GRegex) regex = g_regex_new ("(<searchID(?: [^>]*)?>)[^<]*(</searchID>)", 0, 0, NULL);
  g_autofree char *escaped = id ? g_regex_escape_string (id, -1) : NULL;
  g_autofree char *into = NULL;

  if (!id || !g_str_equal (id, escaped) || strchr (id, '\\'))
    return g_strdup (one->body ? one->body : "");
  into = g_strdup_printf ("\\1%s\\2", id);
  return g_regex_replace (regex, one->body, -1, 0, into, 0, NULL);
}

static void
play (PalierExchange *exchange, const PalierRecorded *one, const char *asked)
{
  char *body = dup_answer (one, asked);

  g_clear_pointer (&exchange->answer, g_bytes_unref);
  exchange->status = one->status;
  exchange->type = one->type ? one->type : "application/xml";
  exchange->answer = g_bytes_new_take (body, strlen (body));
}

/* How this recorder says that it has no such thing. */
static void
refuse (PalierExchange *exchange, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const PalierRecorded *one = list->pdata[i];

      if (one->status == 404 || (one->status == 403 && one->body && strstr (one->body, "notSupport")))
        {
          play (exchange, one, "");
          return;
        }
    }
  palier_answer_status (exchange, "notSupport");
}

gboolean
palier_replay_answer (PalierExchange *exchange, const char *whole_path)
{
  GPtrArray *list = exchange->model->scenario->recording;
  const char *target = exchange->target ? exchange->target : whole_path;
  g_autofree char *asked = dup_body_text (exchange->body);
  const PalierRecorded *one = g_str_equal (exchange->method, "POST") ? find_search (list, target, asked)
                                                                     : find (list, exchange->method, target);

  if (!one)
    {
      refuse (exchange, list);
      return TRUE;
    }
  if (one->omitted && one->status < 300)
    return FALSE;
  play (exchange, one, asked);
  return TRUE;
}
