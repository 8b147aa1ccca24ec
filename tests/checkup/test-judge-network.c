/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "judge-rows.h"

static void
set_firmware (Facts *facts, const char *model, const char *firmware)
{
  facts->info = g_new0 (PalierDeviceInfo, 1);
  facts->info->model = g_strdup (model);
  facts->info->serial = g_strdup ("S-0001");
  facts->info->firmware = g_strdup (firmware);
  facts->info->version_known
      = firmware && palier_version_parse (firmware, &facts->info->version, NULL);
  facts->plan = palier_plan_new (palier_catalogue_get_shipped (), model, firmware);
  facts->catalogue_date = "2021-02-02";
}

static void
old_firmware (Facts *facts)
{
  set_firmware (facts, "DS-7716NI-I4", "V3.4.92 build 170518");
}

static void
last_firmware (Facts *facts)
{
  set_firmware (facts, "DS-7716NI-I4", "V4.50.00 build 210802");
}

static void
unknown_model (Facts *facts)
{
  set_firmware (facts, "DS-0000XX", "V4.22.005 build 191208");
}

static void
unreadable_firmware (Facts *facts)
{
  set_firmware (facts, "DS-7716NI-I4", "Vx.y");
}

static void
timed_out_info (Facts *facts)
{
  palier_error_set (&facts->errors[PALIER_SOURCE_INFO], PALIER_ERROR_TIMED_OUT, NULL);
}

static void
upnp_off (Facts *facts)
{
  facts->upnp = (PalierUpnp) { 0, 0, 0 };
}

static void
upnp_on (Facts *facts)
{
  facts->upnp = (PalierUpnp) { 1, -1, 0 };
}

static void
upnp_with_ports (Facts *facts)
{
  facts->upnp = (PalierUpnp) { 0, 1, 3 };
}

static PalierRouter *
set_router (Facts *facts, PalierRouterState state)
{
  facts->router = g_new0 (PalierRouter, 1);
  facts->router->state = state;
  facts->router->address = g_strdup ("192.168.10.1");
  facts->router->mappings = g_ptr_array_new ();
  return facts->router;
}

static void
router_lists_none (Facts *facts)
{
  set_router (facts, PALIER_ROUTER_LISTED);
}

static void
router_breaks_off (Facts *facts)
{
  set_router (facts, PALIER_ROUTER_LISTED_PARTLY);
}

static void
router_cannot (Facts *facts)
{
  set_router (facts, PALIER_ROUTER_CANNOT_LIST);
}

static void
router_doubtful (Facts *facts)
{
  set_router (facts, PALIER_ROUTER_DOUBTFUL);
}

static void
router_silent (Facts *facts)
{
  set_router (facts, PALIER_ROUTER_SILENT);
}

static void
router_out_of_reach (Facts *facts)
{
  set_router (facts, PALIER_ROUTER_NO_WAY);
}

static PalierRouterMapping mappings[8] = {
  { (char *) "TCP", 8080, 80, NULL }, { (char *) "TCP", 8001, 8000, NULL },
  { (char *) "UDP", 3, 3, NULL },     { (char *) "TCP", 4, 4, NULL },
  { (char *) "TCP", 5, 5, NULL },     { (char *) "TCP", 6, 6, NULL },
  { (char *) "TCP", 7, 7, NULL },     { (char *) "TCP", 8, 8, NULL },
};

static void
router_names_it (Facts *facts)
{
  g_ptr_array_add (set_router (facts, PALIER_ROUTER_LISTED)->mappings, &mappings[0]);
}

/* A list that broke off still shows what it named. */
static void
router_names_it_often (Facts *facts)
{
  PalierRouter *router = set_router (facts, PALIER_ROUTER_LISTED_PARTLY);

  for (guint i = 0; i < G_N_ELEMENTS (mappings); i++)
    g_ptr_array_add (router->mappings, &mappings[i]);
}

static PalierNic private_nic = {
  .id = (char *) "1",
  .address = (char *) "192.168.10.20",
  .mask = (char *) "255.255.255.0",
  .gateway = (char *) "192.168.10.1",
};
static PalierNic public_nic = { .id = (char *) "2", .address = (char *) "8.8.4.4" };
static PalierNic carrier_nic = { .id = (char *) "2", .address = (char *) "100.64.3.2" };
static PalierCamera far_camera = { .channel = 2, .address = (char *) "192.168.254.3" };

static void
private_address (Facts *facts)
{
  facts->nics = g_ptr_array_new ();
  g_ptr_array_add (facts->nics, &private_nic);
  facts->host = g_strdup ("192.168.10.20");
}

static void
public_address (Facts *facts)
{
  private_address (facts);
  g_ptr_array_add (facts->nics, &public_nic);
}

static void
carrier_address (Facts *facts)
{
  facts->nics = g_ptr_array_new ();
  g_ptr_array_add (facts->nics, &carrier_nic);
}

static void
no_nic (Facts *facts)
{
  facts->nics = g_ptr_array_new ();
  facts->host = g_strdup ("recorder.example");
}

static void
cameras_near (Facts *facts)
{
  private_address (facts);
  facts->cameras = g_ptr_array_new ();
  g_ptr_array_add (facts->cameras, &near_camera);
}

static void
cameras_far (Facts *facts)
{
  cameras_near (facts);
  g_ptr_array_add (facts->cameras, &far_camera);
}

#define DECLARED(name, declaration, declared_)                                                     \
  static void name (Facts *facts)                                                                  \
  {                                                                                                \
    facts->declared[PALIER_DECLARATION_##declaration] = PALIER_DECLARED_##declared_;               \
  }
DECLARED (remote_yes, REMOTE, YES)
DECLARED (remote_no, REMOTE, NO)
DECLARED (separate_yes, SEPARATE, YES)
DECLARED (separate_no, SEPARATE, NO)
DECLARED (ups_yes, UPS, YES)
DECLARED (ups_no, UPS, NO)

static const Row rows[] = {
  { "below the last landing", PALIER_CHECK_FIRMWARE, old_firmware, V, TRUE, "V3.4.92 build 170518, 2021-02-02" },
  { "at the last landing", PALIER_CHECK_FIRMWARE, last_firmware, V, FALSE, "Nothing newer" },
  { "a model that nobody knows", PALIER_CHECK_FIRMWARE, unknown_model, N, FALSE, "V4.22.005" },
  { "a version that cannot be read", PALIER_CHECK_FIRMWARE, unreadable_firmware, N, FALSE, "cannot be read" },
  { "device information that did not come", PALIER_CHECK_FIRMWARE, timed_out_info, N, FALSE, "" },
  { "UPnP that is not told", PALIER_CHECK_UPNP, judge_nothing, N, FALSE, "does not tell" },
  { "UPnP off", PALIER_CHECK_UPNP, upnp_off, V, FALSE, "off" },
  { "UPnP on", PALIER_CHECK_UPNP, upnp_on, V, TRUE, "UPnP is on" },
  { "port mapping on while UPnP is off", PALIER_CHECK_UPNP, upnp_with_ports, V, TRUE, ": 3." },
  { "a router without such a mapping", PALIER_CHECK_ROUTER, router_lists_none, V, FALSE, "192.168.10.1" },
  { "a router whose list broke off proves nothing", PALIER_CHECK_ROUTER, router_breaks_off, N, FALSE, "to the end" },
  { "a router that cannot list", PALIER_CHECK_ROUTER, router_cannot, N, FALSE, "does not tell which" },
  { "a router that points elsewhere", PALIER_CHECK_ROUTER, router_doubtful, N, FALSE, "points elsewhere" },
  { "no router", PALIER_CHECK_ROUTER, router_silent, N, FALSE, "No router" },
  { "no way to its network", PALIER_CHECK_ROUTER, router_out_of_reach, N, FALSE, "not on the recorder" },
  { "a mapping that names it", PALIER_CHECK_ROUTER, router_names_it, V, TRUE, "TCP 8080 → 80." },
  { "many of them, from a list that broke off", PALIER_CHECK_ROUTER, router_names_it_often, V, TRUE, "TCP 6 → 6, … (8)." },
  { "a private address", PALIER_CHECK_ADDRESS, private_address, V, FALSE, "ones: 192.168.10.20." },
  { "a second port with a public one", PALIER_CHECK_ADDRESS, public_address, V, TRUE, "8.8.4.4" },
  { "a carrier’s address is not public", PALIER_CHECK_ADDRESS, carrier_address, V, FALSE, "100.64.3.2" },
  { "no address at all", PALIER_CHECK_ADDRESS, no_nic, N, FALSE, "does not tell" },
  { "remote: not said", PALIER_CHECK_REMOTE, judge_nothing, N, FALSE, "Nobody has said" },
  { "remote: needed", PALIER_CHECK_REMOTE, remote_yes, D, TRUE, "needs it" },
  { "remote: not needed", PALIER_CHECK_REMOTE, remote_no, D, FALSE, "Nobody needs" },
  { "cameras beside it", PALIER_CHECK_NETWORK, cameras_near, V, FALSE, "192.168.10.20/24 → 192.168.10.1. The cameras" },
  { "cameras behind it", PALIER_CHECK_NETWORK, cameras_far, V, FALSE, "other networks" },
  { "without cameras", PALIER_CHECK_NETWORK, private_address, V, FALSE, "192.168.10.20/24" },
  { "no network told", PALIER_CHECK_NETWORK, no_nic, N, FALSE, "does not tell" },
  { "separate: not said", PALIER_CHECK_SEPARATE, judge_nothing, N, FALSE, "Nobody has said" },
  { "separate: yes", PALIER_CHECK_SEPARATE, separate_yes, D, FALSE, "of their own" },
  { "separate: no", PALIER_CHECK_SEPARATE, separate_no, D, TRUE, "share" },
  { "UPS: not said", PALIER_CHECK_UPS, judge_nothing, N, FALSE, "Nobody has said" },
  { "UPS: yes", PALIER_CHECK_UPS, ups_yes, D, FALSE, "powered" },
  { "UPS: no", PALIER_CHECK_UPS, ups_no, D, TRUE, "no uninterruptible" },
};

int
main (int argc, char **argv)
{
  return judge_run_rows (argc, argv, rows, G_N_ELEMENTS (rows));
}
