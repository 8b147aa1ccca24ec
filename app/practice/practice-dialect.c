/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-dialect.h"

#define HIKVISION "http://www.hikvision.com/ver20/XMLSchema"
#define ISAPI "http://www.isapi.org/ver20/XMLSchema"
#define STD_CGI "http://www.std-cgi.com/ver20/XMLSchema"
#define PSIA "urn:psialliance-org"

static const PalierDialect dialects[] = {
  { .nick = "v3.4",
    .xml_version = "1.0",
    .xmlns = HIKVISION,
    .device_type = "IPC",
    .log_root = "log.hikvision.com",
    .log_xmlns = PSIA,
    .repeats = TRUE,
    .infomation = TRUE },
  { .nick = "v4.22",
    .xml_version = "1.0",
    .xmlns = HIKVISION,
    .device_type = "NVR",
    .log_root = "log.hikvision.com",
    .log_xmlns = PSIA,
    .repeats = TRUE,
    .infomation = TRUE,
    .json = TRUE },
  { .nick = "v4.6",
    .xml_version = "2.0",
    .xmlns = ISAPI,
    .device_type = "NVR",
    .log_root = "log.std-cgi.com",
    .log_xmlns = ISAPI,
    .storage_v2 = TRUE,
    .secret_key = TRUE,
    .json = TRUE },
  { .nick = "oem",
    .xml_version = "1.0",
    .xmlns = STD_CGI,
    .device_type = "IPC",
    .log_root = "log.std-cgi.com",
    .log_xmlns = STD_CGI,
    .repeats = TRUE,
    .letters = TRUE,
    .infomation = TRUE },
};

const PalierDialect *
palier_dialect_find (const char *nick)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++)
    if (g_str_equal (dialects[i].nick, nick))
      return &dialects[i];
  return NULL;
}

/* On record: V4.30 still speaks hikvision.com, V4.6 and later I-series units isapi.org. */
const PalierDialect *
palier_dialect_for_version (const PalierVersion *version)
{
  if (version->part[0] < 4)
    return palier_dialect_find ("v3.4");
  if (version->part[0] == 4 && version->part[1] < 40)
    return palier_dialect_find ("v4.22");
  return palier_dialect_find ("v4.6");
}
