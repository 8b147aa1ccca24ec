/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/secret.h"
#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "practice/practice-secret.h"
#include "recorder/xml.h"

#include <string.h>

static void
get_user_check (PalierExchange *x)
{
  palier_answer_user_check (x, 200);
}

static void
get_capabilities (PalierExchange *x)
{
  const char *salt = palier_practice_get_salt (x->model);
  PalierPage *page;

  if (!x->dialect->secret_key)
    {
      palier_answer_status (x, "notSupport");
      return;
    }
  page = palier_page_new (x->dialect, "SecurityCap");
  palier_page_raw (page, "<securityVersion opt=\"1\"></securityVersion>\n");
  palier_page_number (page, "keyIterateNum", PALIER_PRACTICE_KEY_ROUNDS);
  if (palier_exchange_get_query (x, "username") != NULL)
    {
      palier_page_flag (page, "isIrreversible", salt != NULL);
      if (salt != NULL)
        palier_page_text (page, "salt", salt);
    }
  palier_answer_page (x, page);
}

static void
add_user (PalierPage *page, PalierPracticeUser *user)
{
  palier_page_open_item (page, "User");
  palier_page_number (page, "id", user->id);
  palier_page_text (page, "userName", user->name);
  palier_page_open (page, "bondIpList");
  palier_page_open (page, "bondIp");
  palier_page_number (page, "id", 1);
  palier_page_text (page, "ipAddress", "0.0.0.0");
  palier_page_text (page, "ipv6Address", "::");
  palier_page_close (page);
  palier_page_close (page);
  palier_page_text (page, "userLevel", user->level);
  palier_page_close (page);
}

static void
get_users (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "UserList");

  for (guint i = 0; i < x->model->users->len; i++)
    add_user (page, x->model->users->pdata[i]);
  palier_answer_page (x, page);
}

static PalierPracticeUser *
find_user (PalierExchange *x)
{
  for (guint i = 0; i < x->model->users->len; i++)
    {
      PalierPracticeUser *user = x->model->users->pdata[i];

      if (user->id == x->ids[0])
        return user;
    }
  palier_answer_status (x, "badXmlContent");
  return NULL;
}

static void
get_user (PalierExchange *x)
{
  PalierPracticeUser *user = find_user (x);
  PalierPage *page;

  if (user == NULL)
    return;
  page = palier_page_new (x->dialect, "User");
  palier_page_number (page, "id", user->id);
  palier_page_text (page, "userName", user->name);
  palier_page_text (page, "userLevel", user->level);
  palier_answer_page (x, page);
}

static guint
free_id (PalierModel *model)
{
  guint id = 1;

  for (guint i = 0; i < model->users->len; i++)
    id = MAX (id, ((PalierPracticeUser *) model->users->pdata[i])->id + 1);
  return id;
}

static void
post_user (PalierExchange *x)
{
  g_autoptr (PalierXml) xml = x->body != NULL ? palier_xml_parse (g_bytes_get_data (x->body, NULL),
                                                                  g_bytes_get_size (x->body), NULL)
                                              : NULL;
  g_autofree char *name
      = xml != NULL ? palier_xml_dup_text (palier_xml_get_root (xml), "userName") : NULL;
  g_autofree char *level
      = xml != NULL ? palier_xml_dup_text (palier_xml_get_root (xml), "userLevel") : NULL;
  g_autofree char *password
      = xml != NULL ? palier_xml_dup_text (palier_xml_get_root (xml), "password") : NULL;

  if (xml == NULL)
    palier_answer_status (x, "badXmlFormat");
  else if (name == NULL || *name == '\0' || password == NULL || level == NULL
           || x->model->users->len >= 32
           || (!g_str_equal (level, "Operator") && !g_str_equal (level, "Viewer")))
    palier_answer_status (x, "badXmlContent");
  else if (palier_model_find_user (x->model, name) != NULL)
    palier_answer_status (x, "userExist");
  else
    {
      PalierPracticeUser *user = palier_shop_add_user (x->model, free_id (x->model), name, level);

      palier_user_set_password (x->model, user, password);
      palier_answer_new_id (x, user->id);
    }
  if (password != NULL)
    palier_wipe (password, strlen (password));
}

static void
delete_user (PalierExchange *x)
{
  PalierPracticeUser *user = find_user (x);

  if (user == NULL)
    return;
  if (user == x->model->users->pdata[0])
    {
      palier_answer_status (x, "invalidOperation");
      return;
    }
  g_ptr_array_remove (x->model->users, user);
  palier_answer_status (x, NULL);
}

const PalierRoute palier_routes_security[] = {
  { "GET", "/ISAPI/Security/userCheck", PALIER_ROUTE_READS, get_user_check },
  { "GET", "/ISAPI/Security/capabilities", PALIER_ROUTE_READS, get_capabilities },
  { "GET", "/ISAPI/Security/users", PALIER_ROUTE_READS, get_users },
  { "POST", "/ISAPI/Security/users", PALIER_ROUTE_CHANGES, post_user },
  { "GET", "/ISAPI/Security/users/*", PALIER_ROUTE_READS, get_user },
  { "DELETE", "/ISAPI/Security/users/*", PALIER_ROUTE_CHANGES, delete_user },
  { NULL, NULL, 0, NULL },
};
