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
last_firmware (Facts *facts)
{
  set_firmware (facts, "DS-7716NI-I4", "V4.50.00 build 210802");
}

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
clock_same (Facts *facts)
{
  set_clock (facts, 0);
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

static const Row rows[] = {
  { "no password typed", PALIER_CHECK_PASSWORD, judge_nothing, N, FALSE, "ever guessed" },
  { "a weak password", PALIER_CHECK_PASSWORD, weak_password, V, TRUE, "short" },
  { "a shared password", PALIER_CHECK_PASSWORD, shared_password, V, TRUE, "another recorder" },
  { "a fine password", PALIER_CHECK_PASSWORD, fine_password, V, FALSE, "long enough" },
  { "its default password", PALIER_CHECK_PASSWORD, default_password, V, TRUE, "default" },
  { "one that the recorder calls weak", PALIER_CHECK_PASSWORD, risk_password, V, TRUE, "weak" },
  { "a lock", PALIER_CHECK_LOCK, lock_on, V, FALSE, "locks" },
  { "no lock", PALIER_CHECK_LOCK, lock_off, V, TRUE, "without end" },
  { "a lock that is not told", PALIER_CHECK_LOCK, judge_nothing, N, FALSE, "does not tell" },
  { "HTTPS off, in small letters", PALIER_CHECK_HTTPS, plain_services, V, TRUE, "off" },
  { "HTTPS on", PALIER_CHECK_HTTPS, safe_services, V, FALSE, "on" },
  { "HTTPS not told", PALIER_CHECK_HTTPS, no_services, N, FALSE, "does not tell" },
  { "HTTP on", PALIER_CHECK_HTTP, plain_services, V, TRUE, "HTTP is on" },
  { "HTTP off", PALIER_CHECK_HTTP, safe_services, V, FALSE, "off" },
  { "Digest alone", PALIER_CHECK_SIGN_IN, digest_only, V, FALSE, "Digest only" },
  { "Basic too", PALIER_CHECK_SIGN_IN, basic_too, V, TRUE, "Basic" },
  { "SSH on", PALIER_CHECK_SSH, ssh_on, V, TRUE, "SSH is on" },
  { "SSH off", PALIER_CHECK_SSH, ssh_off, V, FALSE, "SSH is off" },
  { "SSH not told", PALIER_CHECK_SSH, judge_nothing, N, FALSE, "does not tell" },
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
  { "a clock of the same second", PALIER_CHECK_CLOCK, clock_same, V, FALSE, "than 1\302\240s" },
  { "a clock more than that", PALIER_CHECK_CLOCK, clock_behind, V, TRUE, "2004-05-03" },
  { "a clock without its zone", PALIER_CHECK_CLOCK, judge_nothing, N, FALSE, "does not tell" },
  { "time by server", PALIER_CHECK_NTP, time_by_server, V, FALSE, "ntp.example, CST-1:00:00" },
  { "time by hand", PALIER_CHECK_NTP, time_by_hand, V, TRUE, "CST-8:00:00" },
  { "time by the platform", PALIER_CHECK_NTP, time_by_platform, V, FALSE, "platform" },
  { "a log of five days", PALIER_CHECK_LOG, log_of_days, V, FALSE, ": 5." },
  { "an empty log", PALIER_CHECK_LOG, judge_nothing, N, FALSE, "no entry" },
  { "a default that was seen", PALIER_CHECK_DEFAULT, default_seen, V, FALSE, "2026-08-21" },
  { "a default that was declared", PALIER_CHECK_DEFAULT, default_declared, D, FALSE, "2026-08-22" },
  { "no default", PALIER_CHECK_DEFAULT, judge_nothing, N, FALSE, "No full" },
  { "an inventory", PALIER_CHECK_INVENTORY, inventory, V, FALSE, "DS-7716NI-I4, S-0001, 1." },
};

int
main (int argc, char **argv)
{
  return judge_run_rows (argc, argv, rows, G_N_ELEMENTS (rows));
}
