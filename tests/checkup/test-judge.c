/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "checkup/checkup.h"
#include "checkup/judge.h"
#include "recorder/inventory.h"
#include "recorder/network.h"

#include <string.h>

/* One row of the checkup out of facts written by hand. */

typedef PalierCheckupFacts Facts;

typedef struct
{
  const char *says;
  PalierCheck check;
  void (*set) (Facts *facts);
  PalierCheckVerdict verdict;
  gboolean attention;
  const char *shows; /* part of the finding with its value in place */
} Row;

static void
nothing (Facts *facts)
{
}

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
static PalierCamera near_camera = { .channel = 1, .address = (char *) "192.168.10.101" };
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

#define TYPED(name, typed_)                                                                        \
  static void name (Facts *facts)                                                                  \
  {                                                                                                \
    facts->typed = PALIER_TYPED_##typed_;                                                          \
  }
TYPED (weak_password, WEAK)
TYPED (shared_password, SHARED)
TYPED (fine_password, FINE)

static void
default_password (Facts *facts)
{
  facts->typed = PALIER_TYPED_FINE;
  facts->user_check.default_password = TRUE;
}

static void
risk_password (Facts *facts)
{
  facts->typed = PALIER_TYPED_FINE;
  facts->user_check.risk_password = TRUE;
}

#define FLAG(name, source, value)                                                                  \
  static void name (Facts *facts)                                                                  \
  {                                                                                                \
    facts->flags[PALIER_SOURCE_##source] = value;                                                  \
  }
FLAG (lock_on, LOCK, 1)
FLAG (lock_off, LOCK, 0)
FLAG (digest_only, SIGN_IN, 1)
FLAG (basic_too, SIGN_IN, 0)
FLAG (ssh_on, SSH, 1)
FLAG (ssh_off, SSH, 0)
FLAG (telnet_on, TELNET, 1)
FLAG (snmp_on, SNMP, 1)
FLAG (onvif_on, ONVIF, 1)
FLAG (cloud_on, CLOUD, 1)
FLAG (cloud_off, CLOUD, 0)

static PalierService http_on = { (char *) "HTTP", 80, 1 };
static PalierService https_off = { (char *) "https", 443, 0 };
static PalierService http_off = { (char *) "HTTP", 80, 0 };
static PalierService https_on = { (char *) "HTTPS", 443, 1 };

static void
plain_services (Facts *facts)
{
  facts->services = g_ptr_array_new ();
  g_ptr_array_add (facts->services, &http_on);
  g_ptr_array_add (facts->services, &https_off);
}

static void
safe_services (Facts *facts)
{
  facts->services = g_ptr_array_new ();
  g_ptr_array_add (facts->services, &http_off);
  g_ptr_array_add (facts->services, &https_on);
}

static void
no_services (Facts *facts)
{
  facts->services = g_ptr_array_new ();
}

static PalierUser admin = { 1, (char *) "admin", (char *) "Administrator" };
static PalierUser second = { 2, (char *) "old", (char *) "administrator" };
static PalierUser viewer = { 3, (char *) "till", (char *) "Viewer" };

static void
one_administrator (Facts *facts)
{
  facts->users = g_ptr_array_new ();
  g_ptr_array_add (facts->users, &admin);
  g_ptr_array_add (facts->users, &viewer);
}

static void
two_administrators (Facts *facts)
{
  one_administrator (facts);
  g_ptr_array_add (facts->users, &second);
}

static void
no_users (Facts *facts)
{
  facts->users = g_ptr_array_new ();
}

static void
users_forbidden (Facts *facts)
{
  palier_error_set (&facts->errors[PALIER_SOURCE_USERS], PALIER_ERROR_NO_PERMISSION, NULL);
}

static void
set_clock (Facts *facts, gint64 ahead)
{
  facts->clock_known = TRUE;
  facts->clock_ahead_s = ahead;
  facts->clock = g_strdup ("2004-05-03T22:54:38+08:00");
}

static void
clock_right (Facts *facts)
{
  set_clock (facts, -60);
}

static void
clock_behind (Facts *facts)
{
  set_clock (facts, -61);
}

static void
time_by_server (Facts *facts)
{
  facts->time.mode = g_strdup ("NTP");
  facts->time.server = g_strdup ("ntp.example");
  facts->time.zone = g_strdup ("CST-1:00:00");
}

static void
time_by_hand (Facts *facts)
{
  facts->time.mode = g_strdup ("manual");
  facts->time.zone = g_strdup ("CST-8:00:00");
}

static void
time_by_platform (Facts *facts)
{
  facts->time.mode = g_strdup ("platform");
}

static void
log_of_days (Facts *facts)
{
  facts->flags[PALIER_SOURCE_LOG] = 1;
  facts->log_days = 5;
}

static void
default_seen (Facts *facts)
{
  facts->default_seen = g_strdup ("2026-08-21");
}

static void
default_declared (Facts *facts)
{
  facts->default_declared = g_strdup ("2026-08-22");
}

static void
inventory (Facts *facts)
{
  last_firmware (facts);
  facts->cameras = g_ptr_array_new ();
  g_ptr_array_add (facts->cameras, &near_camera);
}

#define V PALIER_CHECK_VERIFIED
#define D PALIER_CHECK_DECLARED
#define N PALIER_CHECK_NOT_CHECKED

static const Row rows[] = {
  { "below the last landing", PALIER_CHECK_FIRMWARE, old_firmware, V, TRUE, "V3.4.92 build 170518, 2021-02-02" },
  { "at the last landing", PALIER_CHECK_FIRMWARE, last_firmware, V, FALSE, "Nothing newer" },
  { "a model that nobody knows", PALIER_CHECK_FIRMWARE, unknown_model, N, FALSE, "V4.22.005" },
  { "a version that cannot be read", PALIER_CHECK_FIRMWARE, unreadable_firmware, N, FALSE, "cannot be read" },
  { "device information that did not come", PALIER_CHECK_FIRMWARE, timed_out_info, N, FALSE, "" },
  { "UPnP that is not told", PALIER_CHECK_UPNP, nothing, N, FALSE, "does not tell" },
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
  { "remote: not said", PALIER_CHECK_REMOTE, nothing, N, FALSE, "Nobody has said" },
  { "remote: needed", PALIER_CHECK_REMOTE, remote_yes, D, TRUE, "needs it" },
  { "remote: not needed", PALIER_CHECK_REMOTE, remote_no, D, FALSE, "Nobody needs" },
  { "cameras beside it", PALIER_CHECK_NETWORK, cameras_near, V, FALSE, "192.168.10.20/24 → 192.168.10.1. The cameras" },
  { "cameras behind it", PALIER_CHECK_NETWORK, cameras_far, V, FALSE, "other networks" },
  { "without cameras", PALIER_CHECK_NETWORK, private_address, V, FALSE, "192.168.10.20/24" },
  { "no network told", PALIER_CHECK_NETWORK, no_nic, N, FALSE, "does not tell" },
  { "separate: not said", PALIER_CHECK_SEPARATE, nothing, N, FALSE, "Nobody has said" },
  { "separate: yes", PALIER_CHECK_SEPARATE, separate_yes, D, FALSE, "of their own" },
  { "separate: no", PALIER_CHECK_SEPARATE, separate_no, D, TRUE, "share" },
  { "no password typed", PALIER_CHECK_PASSWORD, nothing, N, FALSE, "ever guessed" },
  { "a weak password", PALIER_CHECK_PASSWORD, weak_password, V, TRUE, "short" },
  { "a shared password", PALIER_CHECK_PASSWORD, shared_password, V, TRUE, "another recorder" },
  { "a fine password", PALIER_CHECK_PASSWORD, fine_password, V, FALSE, "long enough" },
  { "its default password", PALIER_CHECK_PASSWORD, default_password, V, TRUE, "default" },
  { "one that the recorder calls weak", PALIER_CHECK_PASSWORD, risk_password, V, TRUE, "weak" },
  { "a lock", PALIER_CHECK_LOCK, lock_on, V, FALSE, "locks" },
  { "no lock", PALIER_CHECK_LOCK, lock_off, V, TRUE, "without end" },
  { "a lock that is not told", PALIER_CHECK_LOCK, nothing, N, FALSE, "does not tell" },
  { "HTTPS off, in small letters", PALIER_CHECK_HTTPS, plain_services, V, TRUE, "off" },
  { "HTTPS on", PALIER_CHECK_HTTPS, safe_services, V, FALSE, "on" },
  { "HTTPS not told", PALIER_CHECK_HTTPS, no_services, N, FALSE, "does not tell" },
  { "HTTP on", PALIER_CHECK_HTTP, plain_services, V, TRUE, "HTTP is on" },
  { "HTTP off", PALIER_CHECK_HTTP, safe_services, V, FALSE, "off" },
  { "Digest alone", PALIER_CHECK_SIGN_IN, digest_only, V, FALSE, "Digest only" },
  { "Basic too", PALIER_CHECK_SIGN_IN, basic_too, V, TRUE, "Basic" },
  { "SSH on", PALIER_CHECK_SSH, ssh_on, V, TRUE, "SSH is on" },
  { "SSH off", PALIER_CHECK_SSH, ssh_off, V, FALSE, "SSH is off" },
  { "SSH not told", PALIER_CHECK_SSH, nothing, N, FALSE, "does not tell" },
  { "telnet on", PALIER_CHECK_TELNET, telnet_on, V, TRUE, "Telnet is on" },
  { "SNMP on", PALIER_CHECK_SNMP, snmp_on, V, TRUE, "SNMP is on" },
  { "ONVIF on", PALIER_CHECK_ONVIF, onvif_on, V, TRUE, "ONVIF is on" },
  { "cloud on", PALIER_CHECK_CLOUD, cloud_on, V, TRUE, "is on" },
  { "cloud off", PALIER_CHECK_CLOUD, cloud_off, V, FALSE, "is off" },
  { "one administrator", PALIER_CHECK_USERS, one_administrator, V, FALSE, "1/2" },
  { "two, one in small letters", PALIER_CHECK_USERS, two_administrators, V, TRUE, "2/3" },
  { "users that are not told", PALIER_CHECK_USERS, no_users, N, FALSE, "does not tell" },
  { "users that this user may not see", PALIER_CHECK_USERS, users_forbidden, N, FALSE, "" },
  { "a clock a minute off", PALIER_CHECK_CLOCK, clock_right, V, FALSE, "60\302\240s" },
  { "a clock more than that", PALIER_CHECK_CLOCK, clock_behind, V, TRUE, "2004-05-03" },
  { "a clock without its zone", PALIER_CHECK_CLOCK, nothing, N, FALSE, "does not tell" },
  { "time by server", PALIER_CHECK_NTP, time_by_server, V, FALSE, "ntp.example, CST-1:00:00" },
  { "time by hand", PALIER_CHECK_NTP, time_by_hand, V, TRUE, "CST-8:00:00" },
  { "time by the platform", PALIER_CHECK_NTP, time_by_platform, V, FALSE, "platform" },
  { "a log of five days", PALIER_CHECK_LOG, log_of_days, V, FALSE, ": 5." },
  { "an empty log", PALIER_CHECK_LOG, nothing, N, FALSE, "no entry" },
  { "a default that was seen", PALIER_CHECK_DEFAULT, default_seen, V, FALSE, "2026-08-21" },
  { "a default that was declared", PALIER_CHECK_DEFAULT, default_declared, D, FALSE, "2026-08-22" },
  { "no default", PALIER_CHECK_DEFAULT, nothing, N, FALSE, "No full" },
  { "UPS: not said", PALIER_CHECK_UPS, nothing, N, FALSE, "Nobody has said" },
  { "UPS: yes", PALIER_CHECK_UPS, ups_yes, D, FALSE, "powered" },
  { "UPS: no", PALIER_CHECK_UPS, ups_no, D, TRUE, "no uninterruptible" },
  { "an inventory", PALIER_CHECK_INVENTORY, inventory, V, FALSE, "DS-7716NI-I4, S-0001, 1." },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (PalierCheckupFacts) facts = palier_checkup_facts_new ();
  PalierCheckRow *judged;
  g_autofree char *finding = NULL;

  row->set (facts);
  judged = palier_check_judge (row->check, facts);
  finding = palier_check_row_dup_finding (judged);
  g_assert_cmpint (judged->verdict, ==, row->verdict);
  g_assert_cmpint (judged->needs_attention, ==, row->attention);
  if (!strstr (finding, row->shows))
    g_test_message ("“%s” lacks “%s”", finding, row->shows);
  g_assert_nonnull (strstr (finding, row->shows));
  g_assert_null (strstr (finding, "%s"));
  g_assert_cmpint (judged->what_to_do != NULL, ==, row->attention);
  g_assert_cmpstr (judged->topic, ==, palier_check_get_title (row->check));
  g_assert_nonnull (judged->why);
  g_assert_true (judged->etsi != NULL || judged->nist != NULL);
  palier_check_row_free (judged);
}

/* Each can be verified or declared, and says so when it was not looked at. */
static void
test_every_check_has_rows (void)
{
  for (guint check = 0; check < PALIER_N_CHECKS; check++)
    {
      guint n = 0;

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        n += rows[i].check == check;
      if (n == 0)
        g_test_message ("%s", palier_check_get_nick ((PalierCheck) check));
      g_assert_cmpuint (n, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/judge/", rows[i].says, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/judge/every check has rows", test_every_check_has_rows);
  return g_test_run ();
}
