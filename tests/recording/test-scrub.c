/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/scrub.h"

#include <string.h>

/* Whose recorder it is, in every way that a wire can carry it. */
static const char *const private[] = {
  "DS-7716NI-I41620160910CCRR612345678WCVU",
  "CCRR612345678",
  "bc:ad:28:0a:0b:0c",
  "BC-AD-28-0A-0B-0C",
  "BCAD280A0B0C",
  "192.168.77.64",
  "10.9.8.7",
  "fe80::bead:28ff:fe0a:b0c",
  "boulangerie.example.fr",
  "marie@boulangerie.fr",
  "Boulangerie Marie & fils",
  "Caisse n°2",
  "Chez-Marie-5G",
  "marie.dupont",
  "Pa55-w0rd!",
  "QWERTZ",
  "48.856614",
  "33612345678",
  "5ccc069c403ebaf9f0171e9517f40e41",
  "hunter2-hunter2",
  "WD-WCC4E1234567",
  "MIIDdzCCAl+gAwIBAgIEAgAAuTANBg",
};

static const struct
{
  const char *target, *type, *body;
} answers[] = {
  { "/ISAPI/System/deviceInfo", "application/xml",
    "\xef\xbb\xbf<?xml version=\"1.0\"?><DeviceInfo "
    "xmlns=\"http://www.hikvision.com/ver20/XMLSchema\" owner=\"marie.dupont\">"
    "<deviceName>Boulangerie Marie &amp; "
    "fils</deviceName><deviceID>48473931-3133-3736-0000-bcad280a0b0c</deviceID>"
    "<model>DS-7716NI-I4</model><serialNumber>DS-7716NI-I41620160910CCRR612345678WCVU</"
    "serialNumber>"
    "<macAddress>bc:ad:28:0a:0b:0c</macAddress><firmwareVersion>V3.4.92</firmwareVersion>"
    "<!-- marie.dupont --><?marie.dupont?><status>Boulangerie Marie &#x26; "
    "fils</status></DeviceInfo>\n\0" },
  { "/ISAPI/ContentMgmt/InputProxy/channels?user=marie.dupont&mail=marie%40boulangerie.fr",
    "application/xml; name=marie.dupont",
    "<l:List "
    "xmlns:l=\"http://boulangerie.example.fr/ns\"><l:InputProxyChannel><l:name><![CDATA[Caisse "
    "n°2]]></l:name>"
    "<sourceInputPortDescriptor><ipAddress>192.168.77.64</ipAddress><userName>marie.dupont</"
    "userName>"
    "<password>Pa55-w0rd!</password><serialNumber>CCRR612345678</serialNumber><model>DS-2CD</"
    "model></sourceInputPortDescriptor>"
    "<url>rtsp://marie.dupont:Pa55-w0rd%21@192.168.77.64:554/Streaming/Channels/"
    "101?auth=UGE1NS13MHJkIQ==</url>"
    "<remark>rtsp://10.9.8.7/x</remark><extra>UGE1NS13MHJkIQ==</extra><other>Pa55-w0rd%21</other>"
    "<x>BC-AD-28-0A-0B-0C</x><y>BCAD280A0B0C</y><protocol>192.168.77.64</protocol></"
    "l:InputProxyChannel></l:List>" },
  { "/ISAPI/System/Network/interfaces", "application/xml",
    "<NetworkInterface><ipv6Address>fe80::bead:28ff:fe0a:b0c</"
    "ipv6Address><hostName>boulangerie.example.fr</hostName>"
    "<ssid>Chez-Marie-5G</ssid><wpaKey>hunter2-hunter2</wpaKey><sharedKey opt=\"hunter2-hunter2\"/>"
    "<email>marie@boulangerie.fr</email><latitude>48.856614</latitude><status>33612345678 "
    "10.9.8.7</status>"
    "<status>x 33612345678</status><phoneNumber>33612345678</phoneNumber></NetworkInterface>" },
  { "/ISAPI/System/Network/EZVIZ", "application/xml",
    "<EZVIZ><verificationCode>QWERTZ</verificationCode><serial>WD-WCC4E1234567</serial>"
    "<certificate>MIIDdzCCAl+gAwIBAgIEAgAAuTANBg</certificate></EZVIZ>" },
  { "/ISAPI/System/workingstatus?format=json", "application/json",
    "{\"marie.dupont\":1,\"userName\":\"marie.dupont\",\"list\":[{\"name\":\"Caisse "
    "n°2\",\"password\":\"Pa55-w0rd!\","
    "\"phone\":33612345678,\"latitude\":48.856614,\"addr\":\"10.9.8.7\",\"hddSerialNumber\":\"WD-"
    "WCC4E1234567\"}],"
    "\"token\":\"5ccc069c403ebaf9f0171e9517f40e41\",\"remark\":\"Caisse n\\u00b02\"}" },
  { "/ISAPI/System/capabilities", "application/xml",
    "<Cap><userName opt=\"admin,marie.dupont\"/><model "
    "opt=\"a\">marie.dupont@x</model><mac>BCAD280A0B0C</mac>"
    "<any>DS-7716NI-I41620160910CCRR612345678WCVU</any></Cap>" },
  { "/ISAPI/System/broken", "application/xml", "<a><b>marie.dupont</a>" },
  { "/ISAPI/System/page", "text/html", "<html><br>marie.dupont 192.168.77.64" },
  { "/ISAPI/System/text", "text/plain", "Pa55-w0rd!" },
  { "/ISAPI/marie.dupont/x", "text/plain", "" },
  { "/ISAPI/System/names", "application/xml",
    "<a><Boulangerie.Marie.dupont.marie.dupont.marie.dupont.marie.dupont.marie.dupont.x/></a>" },
};

static GPtrArray *
hear (void)
{
  GPtrArray *heard = g_ptr_array_new_with_free_func ((GDestroyNotify)palier_heard_free);

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      PalierHeard *one = g_new0 (PalierHeard, 1);

      one->method = g_strdup ("GET");
      one->target = g_strdup (answers[i].target);
      one->status = 200;
      one->type = g_strdup (answers[i].type);
      one->challenges = g_strdup (
          "Digest realm=\"Boulangerie Marie & fils\", domain=\"/marie.dupont\", qop=\"auth\", "
          "nonce=\"5ccc069c403ebaf9f0171e9517f40e41:1\", opaque=\"QWERTZ\", algorithm=\"MD5\", "
          "extra=\"marie.dupont\", Basic realm=\"192.168.77.64\"");
      one->request = g_bytes_new_static ("<a><userName>marie.dupont</userName></a>", 41);
      one->body = g_bytes_new (answers[i].body, strlen (answers[i].body));
      g_ptr_array_add (heard, one);
    }
  return heard;
}

static void
assert_absent (const char *text, const char *needle, const char *how)
{
  g_autofree char *small = g_utf8_strdown (needle, -1);

  if (strstr (text, small))
    g_error ("%s (%s) is in the recording:\n%s", needle, how, text);
}

static void
assert_hidden (const char *text, const char *needle)
{
  g_autofree char *percent = g_uri_escape_string (needle, NULL, FALSE);
  g_autofree char *entities = g_markup_escape_text (needle, -1);
  g_autofree char *base64 = g_base64_encode ((const guchar *)needle, strlen (needle));
  g_autofree char *digits = palier_mac_dup_digits (needle);

  base64[strlen (needle) / 3 * 4] = '\0';
  assert_absent (text, needle, "plain");
  assert_absent (text, percent, "percent");
  assert_absent (text, entities, "entities");
  assert_absent (text, base64, "base64");
  if (palier_is_mac (needle))
    assert_absent (text, digits, "no separators");
}

static void
test_nothing_shows (void)
{
  g_autoptr (GPtrArray) heard = hear ();
  g_autoptr (PalierStandIns) stand_ins = palier_stand_ins_new ();
  g_autoptr (GPtrArray) list = palier_scrub (heard, stand_ins);
  g_autofree char *text = palier_recording_text_write (list, NULL);
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autoptr (GPtrArray) back = palier_recording_text_parse (text, strlen (text), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (private); i++)
    assert_hidden (small, private[i]);
  assert_hidden (small, "dupont");
  assert_hidden (small, "boulangerie");
  g_assert_nonnull (back);
  /* All but the one whose very path is private are there, and the documents still are ones. */
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (answers) - 1);
  g_assert_nonnull (strstr (text, "<model>DS-7716NI-I4</model>"));
  g_assert_nonnull (strstr (text, "<firmwareVersion>V3.4.92</firmwareVersion>"));
  g_assert_nonnull (strstr (text, "Digest realm=\""));
  g_assert_nonnull (strstr (text, "nonce=\"00000000000000000000000000000000:0\""));
  g_assert_nonnull (strstr (text, "algorithm=\"MD5\""));
  g_assert_nonnull (strstr (text, "Basic realm=\""));
}

/* The net below: a value that is kept and holds what another document calls private. */
static void
test_net (void)
{
  static const char *const bodies[] = { "<a><hddModel>WD red-marie-77 x</hddModel></a>",
                                        "<a><password>red-marie-77</password></a>" };
  g_autoptr (GPtrArray) heard = g_ptr_array_new_with_free_func ((GDestroyNotify)palier_heard_free);
  g_autoptr (PalierStandIns) stand_ins = palier_stand_ins_new ();
  g_autoptr (GPtrArray) list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      PalierHeard *one = g_new0 (PalierHeard, 1);

      one->method = g_strdup ("GET");
      one->target = g_strdup ("/ISAPI/System/status");
      one->status = 200;
      one->body = g_bytes_new_static (bodies[i], strlen (bodies[i]));
      g_ptr_array_add (heard, one);
    }
  list = palier_scrub (heard, stand_ins);
  g_assert_null (((PalierRecorded *)list->pdata[0])->body);
  g_assert_nonnull (strstr (((PalierRecorded *)list->pdata[0])->omitted, "private"));
  g_assert_nonnull (((PalierRecorded *)list->pdata[1])->body);
}

/* No document, however deep, long or broken, does more than come to nothing. */
static void
test_hostile (void)
{
  g_autoptr (PalierStandIns) stand_ins = palier_stand_ins_new ();
  g_autoptr (GString) xml = g_string_new (NULL);
  g_autoptr (GString) json = g_string_new (NULL);

  for (guint i = 0; i < 500; i++)
    {
      g_string_append (xml, "<a>");
      g_string_append (json, "{\"a\":");
    }
  g_assert_null (palier_scrub_xml (stand_ins, xml->str, xml->len, FALSE));
  g_assert_null (palier_scrub_json (stand_ins, json->str, json->len, FALSE));
  g_assert_null (palier_scrub_xml (stand_ins, "", 0, FALSE));
  g_assert_null (palier_scrub_xml (stand_ins, "<a>\xff</a>", 8, FALSE));
  g_assert_null (
      palier_scrub_xml (stand_ins, "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", 41, FALSE));
  g_assert_null (palier_scrub_json (stand_ins, "\"a\"", 3, FALSE));
  g_assert_null (palier_scrub_target (stand_ins, "/ISAPI/../etc"));
  g_assert_null (palier_scrub_target (stand_ins, "/ISAPI/a b"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recording/scrub/nothing-shows", test_nothing_shows);
  g_test_add_func ("/recording/scrub/net", test_net);
  g_test_add_func ("/recording/scrub/hostile", test_hostile);
  return g_test_run ();
}
