/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-exchange.h"

#include <string.h>

#define XML_TYPE "application/xml; charset=\"UTF-8\""

static const char *const status_words[] = {
  "OK",
  "OK",
  "Device Busy",
  "Device Error",
  "Invalid Operation",
  "Invalid XML Format",
  "Invalid XML Content",
  "Reboot Required",
  "Batch Operation",
};

static const struct
{
  const char *sub;
  guint code;
  guint error;
  guint http;
} sub_statuses[] = {
  { "ok", 1, 0x1, 200 },
  { "rebootRequired", 7, 0x7, 200 },
  { "riskPassword", 1, 0x10000002, 400 },
  { "noMemory", 2, 0x20000001, 503 },
  { "serviceUnavailable", 2, 0x20000002, 503 },
  { "upgrading", 2, 0x20000003, 503 },
  { "deviceBusy", 2, 0x20000004, 503 },
  { "configOperating", 2, 0x2000000a, 503 },
  { "deviceError", 3, 0x30000001, 500 },
  { "badFlash", 3, 0x30000002, 500 },
  { "diskError", 3, 0x30000015, 500 },
  { "upgradeError", 3, 0x30000019, 500 },
  { "upgradeFailed", 3, 0x30006012, 500 },
  { "notSupport", 4, 0x40000001, 403 },
  { "lowPrivilege", 4, 0x40000002, 403 },
  { "badAuthorization", 4, 0x40000003, 403 },
  { "methodNotAllowed", 4, 0x40000004, 403 },
  { "invalidOperation", 4, 0x40000006, 403 },
  { "notActivated", 4, 0x40000007, 403 },
  { "hasActivated", 4, 0x40000008, 403 },
  { "fileError", 4, 0x4000000f, 403 },
  { "upgradePackageMorethan2GB", 4, 0x40001000, 403 },
  { "importError", 4, 0x40001005, 403 },
  { "updateTypeUnmatched", 4, 0x40001041, 403 },
  { "updateLangUnmatched", 4, 0x40001042, 403 },
  { "userExist", 4, 0x40001043, 403 },
  { "diskDataReconstruction", 4, 0x40001278, 403 },
  { "UpdateFileRSAError", 4, 0x400019c1, 403 },
  { "errorUpgradeVersion", 4, 0x4000211d, 403 },
  { "exportCfgFileError", 4, 0x400050c1, 403 },
  { "importCfgFilePasswordErr", 4, 0x40008034, 403 },
  { "noNeedUpgrade", 4, 0x4000a022, 403 },
  { "badXmlFormat", 5, 0x50000001, 400 },
  { "badXmlContent", 6, 0x60000001, 400 },
  { "badDevType", 6, 0x60000010, 400 },
  { "upgrateDataEmpty", 6, 0x60000020, 400 },
  { "devicePlatformMismatch", 6, 0x6000604e, 400 },
  { "verificationFailed", 6, 0x6000604f, 400 },
  { "versionMismatch", 6, 0x60006052, 400 },
  { "badUpgradePackage", 6, 0x6000107a, 400 },
};

const char *
palier_exchange_get_query (PalierExchange *self, const char *name)
{
  return self->query != NULL ? g_hash_table_lookup (self->query, name) : NULL;
}

gboolean
palier_exchange_wants_json (PalierExchange *self)
{
  return self->dialect->json && g_strcmp0 (palier_exchange_get_query (self, "format"), "json") == 0;
}

static void
answer (PalierExchange *self, guint status, const char *type, GBytes *bytes)
{
  g_clear_pointer (&self->answer, g_bytes_unref);
  self->status = status;
  self->type = type;
  self->answer = bytes;
}

void
palier_answer_page (PalierExchange *self, PalierPage *page)
{
  answer (self, 200, XML_TYPE, palier_page_end (page));
}

void
palier_answer_document (PalierExchange *self, const char *document)
{
  answer (self, 200, XML_TYPE, palier_page_dress (self->dialect, document));
}

void
palier_answer_json (PalierExchange *self, char *text)
{
  answer (self, 200, "application/json; charset=\"UTF-8\"", g_bytes_new_take (text, strlen (text)));
}

void
palier_answer_file (PalierExchange *self, GBytes *bytes)
{
  answer (self, 200, "application/octet-stream", bytes);
}

static gsize
find_sub_status (const char *sub)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sub_statuses); i++)
    if (g_str_equal (sub_statuses[i].sub, sub))
      return i;
  return G_N_ELEMENTS (sub_statuses);
}

static void
answer_status (PalierExchange *self, const char *sub, guint id)
{
  gsize i = find_sub_status (sub);
  guint code = i < G_N_ELEMENTS (sub_statuses) ? sub_statuses[i].code : 4;
  guint http = i < G_N_ELEMENTS (sub_statuses) ? sub_statuses[i].http : 403;
  PalierPage *page;
  g_autofree char *url = g_strdup_printf ("/ISAPI/%s", self->path);

  if (palier_exchange_wants_json (self))
    {
      palier_answer_json (
          self,
          g_strdup_printf ("{\"statusCode\":%u,\"statusString\":\"%s\",\"subStatusCode\":\"%s\","
                           "\"errorCode\":%u,\"errorMsg\":\"%s\"}",
                           code, status_words[code], sub,
                           i < G_N_ELEMENTS (sub_statuses) ? sub_statuses[i].error : 0, sub));
      self->status = http;
      return;
    }
  page = palier_page_new (self->dialect, "ResponseStatus");
  palier_page_text (page, "requestURL", self->dialect->repeats ? url : "");
  palier_page_number (page, "statusCode", code);
  palier_page_text (page, "statusString", status_words[code]);
  if (id != 0)
    palier_page_number (page, "id", id);
  palier_page_text (page, "subStatusCode", sub);
  palier_answer_page (self, page);
  self->status = http;
}

void
palier_answer_status (PalierExchange *self, const char *sub)
{
  answer_status (self, sub != NULL ? sub : "ok", 0);
}

void
palier_answer_new_id (PalierExchange *self, guint id)
{
  answer_status (self, "ok", id);
}

void
palier_answer_unauthorised (PalierExchange *self)
{
  PalierPage *page = palier_page_new (NULL, "userCheck");

  palier_page_number (page, "statusValue", 401);
  palier_page_text (page, "statusString", "Unauthorized");
  palier_answer_page (self, page);
  self->status = 401;
}

void
palier_answer_user_check (PalierExchange *self, guint status)
{
  PalierModel *model = self->model;
  gboolean locked = model->locked_until > model->now;
  guint left
      = model->scenario->lock_after - MIN (model->failed_sign_ins, model->scenario->lock_after);
  PalierPage *page = palier_page_new (self->dialect, "userCheck");

  palier_page_number (page, "statusValue", status);
  palier_page_text (page, "statusString", status == 200 ? "OK" : "Unauthorized");
  if (status == 200)
    {
      palier_page_flag (page, "isDefaultPassword", FALSE);
      palier_page_flag (page, "isRiskPassword", FALSE);
    }
  palier_page_flag (page, "isActivated", model->active);
  /* The spelling of the locked state differs between firmwares. */
  palier_page_text (page, "lockStatus",
                    !locked                  ? "unlock"
                    : self->dialect->repeats ? "lock"
                                             : "locked");
  palier_page_number (page, "unlockTime", locked ? (gint64) (model->locked_until - model->now) : 0);
  palier_page_number (page, "retryLoginTime", locked ? 0 : left);
  palier_answer_page (self, page);
  self->status = status;
}

PalierXml *
palier_exchange_parse (PalierExchange *self)
{
  PalierXml *xml = self->body != NULL ? palier_xml_parse (g_bytes_get_data (self->body, NULL),
                                                          g_bytes_get_size (self->body), NULL)
                                      : NULL;

  if (xml == NULL)
    palier_answer_status (self, "badXmlFormat");
  return xml;
}

void
palier_exchange_clear (PalierExchange *self)
{
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->answer, g_bytes_unref);
}
