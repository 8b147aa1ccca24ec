/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"
#include "practice/practice-route.h"

static void
take (PalierExchange *x)
{
  const char *refusal;

  if (x->body == NULL || g_bytes_get_size (x->body) == 0)
    refusal = "upgrateDataEmpty";
  else
    refusal = palier_flash_take (x->model, x->body);
  palier_answer_status (x, refusal);
}

static void
put_update (PalierExchange *x)
{
  if (g_str_equal (x->model->scenario->update, "post"))
    palier_answer_status (x, "methodNotAllowed");
  else
    take (x);
}

static void
post_update (PalierExchange *x)
{
  if (g_str_equal (x->model->scenario->update, "put"))
    palier_answer_status (x, "methodNotAllowed");
  else if (!x->form)
    palier_answer_status (x, "badXmlFormat");
  else
    {
      take (x);
      x->hold = x->status == 200 && x->model->scenario->hold_post;
    }
}

static void
get_upgrade_status (PalierExchange *x)
{
  gboolean upgrading = palier_flash_is_told (x->model);
  guint percent = palier_flash_get_percent (x->model);
  PalierPage *page;

  if (palier_exchange_wants_json (x))
    {
      palier_answer_json (x, g_strdup_printf ("{\"upgrading\":\"%s\",\"percent\":%u}",
                                              upgrading ? "TRUE" : "FALSE", percent));
      return;
    }
  page = palier_page_new (x->dialect, "upgradeStatus");
  palier_page_flag (page, "upgrading", upgrading);
  palier_page_number (page, "percent", percent);
  if (x->model->phase == PALIER_PHASE_FLASHED)
    palier_page_flag (page, "reboot", TRUE);
  palier_answer_page (x, page);
}

const PalierRoute palier_routes_update[] = {
  { "PUT", "/ISAPI/System/updateFirmware", PALIER_ROUTE_CHANGES | PALIER_ROUTE_UPLOAD, put_update },
  { "POST", "/ISAPI/System/updateFirmware", PALIER_ROUTE_CHANGES | PALIER_ROUTE_UPLOAD,
    post_update },
  { "GET", "/ISAPI/System/upgradeStatus", PALIER_ROUTE_READS, get_upgrade_status },
  { NULL, NULL, 0, NULL },
};
