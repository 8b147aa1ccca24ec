/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-document.h"
#include "practice/practice-route.h"

#include <string.h>

#define INTERFACES "System/Network/interfaces"
#define BONDS "System/Network/Bond"
#define PORTS "System/Network/UPnP/ports"
#define NTP_SERVERS "System/time/ntpServers"

static void
answer_kept (PalierExchange *x, const char *kept)
{
  g_autofree char *now = palier_model_dup_time (x->model, x->model->now, "%Y-%m-%dT%H:%M:%S%:z");
  g_autofree char *timed = palier_document_replace_text (kept, "localTime", now);
  g_autofree char *whole
      = palier_document_replace_text (timed, "MACAddress", x->model->scenario->mac);

  palier_answer_document (x, whole);
}

/* A network address holds after the next restart; all else at once. */
static void
keep (PalierExchange *x, const char *path, char *document)
{
  gboolean network = g_str_equal (path, INTERFACES) || g_str_equal (path, BONDS);

  g_hash_table_insert (x->model->documents, g_strdup (path), document);
  palier_model_log (x->model, x->user->name, "Operation/remoteConfigParam", path);
  palier_answer_status (x, network ? "rebootRequired" : NULL);
}

/* Two LAN ports as one, and how the web page signs in: only newer firmware has them. NULL after an error was
 * answered. */
static const char *
find_kept (PalierExchange *x, const char *path)
{
  gboolean newer = g_str_equal (path, BONDS) || g_str_equal (path, "Security/webCertificate");
  const char *kept
      = newer && !x->dialect->storage_v2 ? NULL : g_hash_table_lookup (x->model->documents, path);

  if (kept == NULL)
    palier_answer_status (x, "notSupport");
  return kept;
}

static void
get_document (PalierExchange *x)
{
  const char *kept = find_kept (x, x->path);

  if (kept == NULL)
    return;
  answer_kept (x, kept);
}

static void
put_document (PalierExchange *x)
{
  const char *kept = find_kept (x, x->path);
  char *document;

  if (kept == NULL)
    return;
  document = x->body != NULL ? palier_document_normalise (x->body, kept) : NULL;
  if (document == NULL)
    {
      palier_answer_status (x, "badXmlFormat");
      return;
    }
  keep (x, x->path, document);
}

static const struct
{
  const char *list, *item;
} lists[] = {
  { INTERFACES, "NetworkInterface" },
  { BONDS, "Bond" },
  { PORTS, "port" },
  { NTP_SERVERS, "NTPServer" },
};

static gsize
find_list (PalierExchange *x)
{
  gsize i = 0;

  while (!g_str_has_prefix (x->path, lists[i].list))
    i++;
  return i;
}

static void
get_item (PalierExchange *x)
{
  gsize i = find_list (x);
  const char *kept = find_kept (x, lists[i].list);
  g_autofree char *item
      = kept != NULL ? palier_document_dup_item (kept, lists[i].item, x->ids[0]) : NULL;

  if (item != NULL)
    answer_kept (x, item);
  else if (kept != NULL)
    palier_answer_status (x, "badXmlContent");
}

static void
put_item (PalierExchange *x)
{
  gsize i = find_list (x);
  const char *kept = find_kept (x, lists[i].list);
  char *document;

  if (kept == NULL)
    return;
  document = x->body != NULL ? palier_document_replace_item (kept, lists[i].item, x->ids[0], x->body)
                             : NULL;
  if (document != NULL)
    keep (x, lists[i].list, document);
  else
    palier_answer_status (x, "badXmlContent");
}

/* The router of a shop grants all that is asked of it. */
static void
get_port_states (PalierExchange *x)
{
  const char *kept = find_kept (x, PORTS);
  PalierPage *page;

  if (kept == NULL)
    return;
  page = palier_page_new (x->dialect, "portStatusList");
  for (guint id = 1; id <= 16; id++)
    {
      g_autofree char *port = palier_document_dup_item (kept, "port", id);

      if (port == NULL)
        continue;
      *strstr (port, "</port>") = '\0';
      palier_page_open (page, "portStatus");
      palier_page_raw (page, strchr (port, '\n') + 1);
      palier_page_close (page);
    }
  palier_answer_page (x, page);
}

/* The address that this very request came to. */
static void
get_socket_address (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "SocketIP");

  palier_page_text (page, "ipAddress", "127.0.0.1");
  palier_answer_page (x, page);
}

#define DOCUMENT(path)                                                                             \
  { "GET", "/ISAPI/" path, PALIER_ROUTE_READS, get_document },                                     \
  {                                                                                                \
    "PUT", "/ISAPI/" path, PALIER_ROUTE_CHANGES, put_document                                      \
  }

#define LIST(path)                                                                                 \
  DOCUMENT (path), { "GET", "/ISAPI/" path "/*", PALIER_ROUTE_READS, get_item },                   \
  {                                                                                                \
    "PUT", "/ISAPI/" path "/*", PALIER_ROUTE_CHANGES, put_item                                     \
  }

const PalierRoute palier_routes_settings[] = {
  DOCUMENT ("System/time"),
  LIST (NTP_SERVERS),
  LIST (INTERFACES),
  LIST (BONDS),
  DOCUMENT ("System/Network/UPnP"),
  LIST (PORTS),
  { "GET", "/ISAPI/" PORTS "/status", PALIER_ROUTE_READS, get_port_states },
  { "GET", "/ISAPI/System/Network/socketIP", PALIER_ROUTE_READS, get_socket_address },
  DOCUMENT ("System/Network/EZVIZ"),
  DOCUMENT ("System/Network/ssh"),
  DOCUMENT ("System/Network/telnetd"),
  DOCUMENT ("System/Network/SNMP"),
  DOCUMENT ("System/Network/Integrate"),
  DOCUMENT ("Security/adminAccesses"),
  DOCUMENT ("Security/illegalLoginLock"),
  DOCUMENT ("Security/webCertificate"),
  { NULL, NULL, 0, NULL },
};
