/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/leaf.h"

#include <string.h>

static gboolean
contains_any (const char *small, const char *const *parts)
{
  for (; *parts; parts++)
    if (strstr (small, *parts))
      return TRUE;
  return FALSE;
}

gboolean
palier_leaf_name_is_secret (const char *name)
{
  static const char *const parts[]
      = { "password", "passwd", "passphrase", "pwd", "secret", "token", "nonce", "challenge", "salt", "verif",
          "certificate", "privatekey", "publickey", "sharedkey", "wpakey", "opencode", "accesskey", "apikey",
          "sessionid", "credential", "cookie", "pincode", "authcode", "devicecode", "validatecode", "hikconnect",
          "ezviz", "opaque", "signature", "community", "seed", NULL };
  /* How long or how strong one has to be, and whether there is one. */
  static const char *const measures[]
      = { "issupport", "isdefault", "isrisk", "limit", "num", "strength", "type", "level", "mode", "enable", "version",
          "status", "validity", "time", NULL };
  g_autofree char *small = g_ascii_strdown (name, -1);
  const char *end = small + strlen (small);

  if (g_str_equal (small, "key") || g_str_equal (small, "iv") || g_str_equal (small, "pin"))
    return TRUE;
  if (!contains_any (small, parts))
    return FALSE;
  for (gsize i = 0; measures[i]; i++)
    if (g_str_has_prefix (small, measures[i])
        || (strlen (small) > strlen (measures[i]) && g_str_equal (end - strlen (measures[i]), measures[i])))
      return FALSE;
  return TRUE;
}

static const struct
{
  const char *part; /* of the name, small letters */
  PalierIdentity identity;
} parts[] = {
  { "serial", PALIER_IDENTITY_SERIAL },     { "devicename", PALIER_IDENTITY_RECORDER },
  { "username", PALIER_IDENTITY_USER },     { "loginname", PALIER_IDENTITY_USER },
  { "accountname", PALIER_IDENTITY_USER },  { "ssid", PALIER_IDENTITY_NETWORK },
  { "hostname", PALIER_IDENTITY_HOST },     { "domain", PALIER_IDENTITY_HOST },
  { "ddns", PALIER_IDENTITY_HOST },         { "serveraddress", PALIER_IDENTITY_HOST },
  { "mail", PALIER_IDENTITY_MAIL },         { "latitude", PALIER_IDENTITY_PLACE },
  { "longitude", PALIER_IDENTITY_PLACE },   { "altitude", PALIER_IDENTITY_PLACE },
  { "coordinate", PALIER_IDENTITY_PLACE },  { "location", PALIER_IDENTITY_PLACE },
  { "street", PALIER_IDENTITY_PLACE },      { "cityname", PALIER_IDENTITY_PLACE },
  { "province", PALIER_IDENTITY_PLACE },    { "postal", PALIER_IDENTITY_PLACE },
  { "phone", PALIER_IDENTITY_SECRET },      { "imei", PALIER_IDENTITY_SECRET },
  { "imsi", PALIER_IDENTITY_SECRET },       { "iccid", PALIER_IDENTITY_SECRET },
  { "cardno", PALIER_IDENTITY_SECRET },     { "plate", PALIER_IDENTITY_SECRET },
};

gboolean
palier_leaf_name_identifies (const PalierLeaf *leaf, PalierIdentity *identity)
{
  g_autofree char *small = g_ascii_strdown (leaf->name, -1);

  if (g_str_has_prefix (small, "issupport") || strstr (small, "serialport") || g_str_equal (small, "hddname"))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (small, parts[i].part))
      {
        *identity = parts[i].identity;
        return TRUE;
      }
  if (!g_str_has_suffix (small, "name"))
    return FALSE;
  if (strstr (leaf->place, "channel") || strstr (leaf->place, "track") || strstr (small, "channel"))
    *identity = PALIER_IDENTITY_CAMERA;
  else
    *identity = PALIER_IDENTITY_NAME;
  return TRUE;
}

/* Of isapi.md and footage-and-settings.md: what these hold is one of a few words, or the firmware's own. */
gboolean
palier_leaf_name_is_word (const char *name)
{
  static const char *const words[]
      = { "activated", "activestatus", "adminprotocol", "addressingformattype", "addressingtype", "algorithm",
          "certificatetype", "chandetectresult", "channeltype", "codectype", "connmode", "contenttype", "currentversion", "detectresult",
          "devicetype", "direction", "duplex", "encoderversion", "encoderreleaseddate", "errormsg", "externaltype",
          "firmwarereleaseddate", "firmwareversion", "formatstatus", "hardwareversion", "hddmodel", "hddname",
          "hddtype", "ipversion", "keyiteratenum", "lockstatus", "loopenable", "mapmode", "mediatype", "memorydescription",
          "model", "online", "paratype", "playbackmode", "poestatus", "portstatus", "property", "protocol",
          "proxyprotocol", "recordtype", "releaseddate", "responsestatusstrg", "securityalgorithm", "securityversion",
          "sourcetype", "srcdescriptor", "srctype", "status", "statusstring", "streamtype", "subtype", "substatuscode",
          "supportversion", "timemode", "transporttype", "type", "upgradeflag", "upgradestage", "upgrading", "userlevel",
          "videocodectype", "videoformat", "workmode", "zonetype", "manufacturer", "version", "customextension",
          "customextensionname", "actionrecordingmode", "defaultrecordingmode", "recordingmode", "dayofweek",
          "trackguid", "mode", "level", "state", "scheduleblocktype", "streamhint", "srcdriver", "scheduleactionid", "unit", "format", "language", "actiontype", "reboot", NULL };
  g_autofree char *small = g_ascii_strdown (name, -1);

  return g_strv_contains (words, small);
}

gboolean
palier_leaf_name_is_long_number (const char *name)
{
  static const char *const numbers[] = { "capacity", "freespace", "volume", "size", "uptime", "errorcode", "duration" };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strstr (small, numbers[i]))
      return TRUE;
  return FALSE;
}
