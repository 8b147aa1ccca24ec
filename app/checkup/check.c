/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/judge.h"

#include <glib/gi18n-lib.h>

#define BIT(source) (1u << PALIER_SOURCE_##source)
#define ACCESS "Interface access control"
#define AWARENESS "Cybersecurity state awareness"

/* Provisions of ETSI EN 303 645 by number, capabilities of NISTIR 8425 by name. */
static const struct
{
  const char *nick, *title, *why;
  PalierTip tip;
  const char *etsi, *nist;
  guint sources;
  PalierJudge judge;
} checks[PALIER_N_CHECKS] = {
  [PALIER_CHECK_FIRMWARE] = {
    "firmware", N_ ("Firmware"),
    N_ ("Flaws that everybody knows of are closed by newer firmware only."),
    PALIER_TIP_PATCHED, "5.3", "Software update", BIT (INFO), palier_judge_firmware,
  },
  [PALIER_CHECK_UPNP] = {
    "upnp", N_ ("UPnP"),
    N_ ("With UPnP, a recorder opens ports to the Internet without anybody being asked."),
    PALIER_TIP_NOT_EXPOSED, "5.6", ACCESS, BIT (UPNP), palier_judge_upnp,
  },
  [PALIER_CHECK_ROUTER] = {
    "router", N_ ("Port forwards"),
    N_ ("A recorder that the Internet can reach is found and tried within hours."),
    PALIER_TIP_NOT_EXPOSED, "5.6", ACCESS, BIT (ROUTER), palier_judge_router,
  },
  [PALIER_CHECK_ADDRESS] = {
    "address", N_ ("Address"),
    N_ ("A recorder with a public address stands in the Internet itself."),
    PALIER_TIP_NOT_EXPOSED, "5.6", ACCESS, BIT (NETWORK), palier_judge_address,
  },
  [PALIER_CHECK_REMOTE] = {
    "remote", N_ ("Access from outside"),
    N_ ("What nobody needs from outside is best not reachable from there."),
    PALIER_TIP_NOT_EXPOSED, "5.6", ACCESS, 0, palier_judge_remote,
  },
  [PALIER_CHECK_NETWORK] = {
    "network", N_ ("Networks"),
    N_ ("Whoever is on the recorder’s network can try to get into it."),
    PALIER_TIP_OWN_NETWORK, "5.6", ACCESS, BIT (NETWORK) | BIT (CAMERAS), palier_judge_network,
  },
  [PALIER_CHECK_SEPARATE] = {
    "separate", N_ ("Separate network"),
    N_ ("On a network of their own, recorder and cameras are out of reach of the office’s computers, "
        "and these of theirs."),
    PALIER_TIP_OWN_NETWORK, "5.6", ACCESS, 0, palier_judge_separate,
  },
  [PALIER_CHECK_PASSWORD] = {
    "password", N_ ("Password"),
    N_ ("A short password is found by trying, and a shared one opens every recorder at once."),
    PALIER_TIP_BEYOND, "5.1", ACCESS, BIT (INFO), palier_judge_password,
  },
  [PALIER_CHECK_LOCK] = {
    "lock", N_ ("Lock after wrong passwords"),
    N_ ("Without a lock, passwords can be tried without end."),
    PALIER_TIP_BEYOND, "5.1", ACCESS, BIT (LOCK), palier_judge_lock,
  },
  [PALIER_CHECK_HTTPS] = {
    "https", N_ ("HTTPS"),
    N_ ("Without HTTPS, pictures and settings cross the network readable."),
    PALIER_TIP_BEYOND, "5.5", "Data protection", BIT (SERVICES), palier_judge_https,
  },
  [PALIER_CHECK_HTTP] = {
    "http", N_ ("HTTP"),
    N_ ("Over HTTP, pictures and settings cross the network readable."),
    PALIER_TIP_BEYOND, "5.5", "Data protection", BIT (SERVICES), palier_judge_http,
  },
  [PALIER_CHECK_SIGN_IN] = {
    "sign-in", N_ ("How one signs in"),
    N_ ("With Basic, the password itself crosses the network; with Digest, it does not."),
    PALIER_TIP_BEYOND, "5.5", "Data protection", BIT (SIGN_IN), palier_judge_sign_in,
  },
  [PALIER_CHECK_SSH] = {
    "ssh", N_ ("SSH"), N_ ("A service that nobody uses is a door that nobody watches."),
    PALIER_TIP_BEYOND, "5.6", ACCESS, BIT (SSH), palier_judge_ssh,
  },
  [PALIER_CHECK_TELNET] = {
    "telnet", N_ ("Telnet"), N_ ("A service that nobody uses is a door that nobody watches."),
    PALIER_TIP_BEYOND, "5.6", ACCESS, BIT (TELNET), palier_judge_telnet,
  },
  [PALIER_CHECK_SNMP] = {
    "snmp", N_ ("SNMP"), N_ ("A service that nobody uses is a door that nobody watches."),
    PALIER_TIP_BEYOND, "5.6", ACCESS, BIT (SNMP), palier_judge_snmp,
  },
  [PALIER_CHECK_ONVIF] = {
    "onvif", N_ ("ONVIF"), N_ ("A service that nobody uses is a door that nobody watches."),
    PALIER_TIP_BEYOND, "5.6", ACCESS, BIT (ONVIF), palier_judge_onvif,
  },
  [PALIER_CHECK_CLOUD] = {
    "cloud", N_ ("Cloud service"), N_ ("A service that nobody uses is a door that nobody watches."),
    PALIER_TIP_BEYOND, "5.6", ACCESS, BIT (CLOUD), palier_judge_cloud,
  },
  [PALIER_CHECK_USERS] = {
    "users", N_ ("Users"),
    N_ ("Every administrator can erase recordings, and forgotten accounts are the first to be abused."),
    PALIER_TIP_BEYOND, "5.1", ACCESS, BIT (USERS), palier_judge_users,
  },
  [PALIER_CHECK_CLOCK] = {
    "clock", N_ ("Clock"),
    N_ ("Recordings with a wrong time are hard to find, and are doubted as evidence."),
    PALIER_TIP_BEYOND, NULL, AWARENESS, BIT (CLOCK), palier_judge_clock,
  },
  [PALIER_CHECK_NTP] = {
    "ntp", N_ ("Time server"), N_ ("A clock that nothing sets goes wrong by minutes a month."),
    PALIER_TIP_BEYOND, NULL, AWARENESS, BIT (TIME), palier_judge_ntp,
  },
  [PALIER_CHECK_LOG] = {
    "log", N_ ("Log"), N_ ("Only the log tells afterwards who signed in and what was changed."),
    PALIER_TIP_BEYOND, "5.10", AWARENESS, BIT (LOG), palier_judge_log,
  },
  [PALIER_CHECK_DEFAULT] = {
    "default", N_ ("Factory default"),
    N_ ("A recorder that is sold or given away has to be able to forget everything."),
    PALIER_TIP_BEYOND, "5.11", "Product configuration", 0, palier_judge_default,
  },
  [PALIER_CHECK_UPS] = {
    "ups", N_ ("Power"),
    N_ ("A power cut stops the recording, and can damage the recorder’s database."),
    PALIER_TIP_BEYOND, "5.9", NULL, 0, palier_judge_ups,
  },
  [PALIER_CHECK_INVENTORY] = {
    "inventory", N_ ("Inventory"), N_ ("What is not written down is not looked after."),
    PALIER_TIP_BEYOND, NULL, "Asset identification", BIT (INFO) | BIT (CAMERAS),
    palier_judge_inventory,
  },
};

const char *
palier_check_get_nick (PalierCheck check)
{
  g_return_val_if_fail (check < PALIER_N_CHECKS, NULL);
  return checks[check].nick;
}

const char *
palier_check_get_title (PalierCheck check)
{
  g_return_val_if_fail (check < PALIER_N_CHECKS, NULL);
  return checks[check].title;
}

PalierTip
palier_check_get_tip (PalierCheck check)
{
  g_return_val_if_fail (check < PALIER_N_CHECKS, PALIER_TIP_BEYOND);
  return checks[check].tip;
}

guint
palier_check_get_sources (PalierCheck check)
{
  g_return_val_if_fail (check < PALIER_N_CHECKS, 0);
  return checks[check].sources;
}

const char *
palier_tip_get_title (PalierTip tip)
{
  static const char *const titles[PALIER_N_TIPS] = {
    N_ ("Up to date"),
    N_ ("Not exposed to the Internet"),
    N_ ("On a network of its own"),
    N_ ("Beyond that"),
  };

  g_return_val_if_fail (tip < PALIER_N_TIPS, NULL);
  return titles[tip];
}

PalierCheckRow *
palier_check_judge (PalierCheck check, const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = checks[check].judge (facts);

  row->topic = g_strdup (checks[check].title);
  row->why = g_strdup (checks[check].why);
  row->etsi = g_strdup (checks[check].etsi);
  row->nist = g_strdup (checks[check].nist);
  return row;
}
