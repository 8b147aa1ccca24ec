/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/json-text.h"
#include "base/secret.h"
#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "practice/practice-secret.h"
#include "recorder/xml.h"

#include <string.h>

static void
get_status (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "ActivateStatus");

  palier_page_flag (page, "Activated", x->model->active);
  if (x->model->scenario->activation_v3)
    palier_page_number (page, "supportVersion", 3);
  palier_answer_page (x, page);
}

/* The text of one member, from XML or JSON; NULL after an error was answered. */
static char *
read_member (PalierExchange *x, const char *name, gboolean json)
{
  const char *data = x->body != NULL ? g_bytes_get_data (x->body, NULL) : NULL;
  gsize size = x->body != NULL ? g_bytes_get_size (x->body) : 0;
  char *text = NULL;

  if (json)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonNode *root = NULL;

      if (size > 0 && palier_json_load (parser, data, size, NULL))
        root = json_parser_get_root (parser);
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        text = g_strdup (
            json_object_get_string_member_with_default (json_node_get_object (root), name, NULL));
    }
  else
    {
      g_autoptr (PalierXml) xml = size > 0 ? palier_xml_parse (data, size, NULL) : NULL;

      if (xml != NULL)
        text = palier_xml_dup_text (palier_xml_get_root (xml), name);
    }
  if (text == NULL)
    palier_answer_status (x, json ? "badXmlContent" : "badXmlFormat");
  return text;
}

static char *
make_challenge (PalierExchange *x, const char *public_key)
{
  char *answer;

  if (x->model->active)
    {
      palier_answer_status (x, "hasActivated");
      return NULL;
    }
  palier_practice_challenge_make (x->model->challenge);
  answer = palier_practice_challenge_answer (x->model->challenge, public_key);
  if (answer == NULL)
    palier_answer_status (x, "badXmlContent");
  return answer;
}

static void
post_challenge (PalierExchange *x)
{
  g_autofree char *public_key = read_member (x, "key", FALSE);
  g_autofree char *key = public_key != NULL ? make_challenge (x, public_key) : NULL;
  PalierPage *page;

  if (key == NULL)
    return;
  page = palier_page_new (x->dialect, "Challenge");
  palier_page_text (page, "key", key);
  palier_answer_page (x, page);
}

static void
post_challenge_v3 (PalierExchange *x)
{
  g_autofree char *public_key = read_member (x, "publicKey", TRUE);
  g_autofree char *challenge = public_key != NULL ? make_challenge (x, public_key) : NULL;

  if (challenge != NULL)
    palier_answer_json (x, g_strdup_printf ("{\"challenge\":\"%s\"}", challenge));
}

static void
activate (PalierExchange *x, const char *sealed, const char *iv)
{
  g_autofree char *password = NULL;

  if (x->model->active)
    palier_answer_status (x, "hasActivated");
  else if (x->model->challenge[0] == '\0')
    palier_answer_status (x, "invalidOperation");
  else
    {
      password = palier_practice_challenge_open (x->model->challenge, sealed, iv);
      palier_answer_status (x, password != NULL ? palier_default_activate (x->model, password)
                                                : "badXmlContent");
    }
  /* A challenge serves once. */
  memset (x->model->challenge, 0, sizeof x->model->challenge);
  if (password != NULL)
    palier_wipe (password, strlen (password));
}

static void
put_activate (PalierExchange *x)
{
  g_autofree char *password = read_member (x, "password", FALSE);

  if (password != NULL)
    activate (x, password, NULL);
}

static void
post_activate_v3 (PalierExchange *x)
{
  g_autofree char *password = read_member (x, "password", TRUE);
  g_autofree char *iv = password != NULL ? read_member (x, "iv", TRUE) : NULL;

  if (iv != NULL)
    activate (x, password, iv);
}

#define V3 (PALIER_ROUTE_OPEN | PALIER_ROUTE_JSON)

const PalierRoute palier_routes_activation[] = {
  { "GET", "/SDK/activateStatus", PALIER_ROUTE_OPEN, get_status },
  { "POST", "/ISAPI/Security/challenge", PALIER_ROUTE_OPEN, post_challenge },
  { "PUT", "/ISAPI/System/activate", PALIER_ROUTE_OPEN | PALIER_ROUTE_CHANGES, put_activate },
  { "POST", "/ISAPI/System/activate/GetChallengeV3", V3, post_challenge_v3 },
  { "POST", "/ISAPI/System/activate/StartActivateV3", V3 | PALIER_ROUTE_CHANGES, post_activate_v3 },
  { NULL, NULL, 0, NULL },
};
