/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/leaf.h"

#include <string.h>

static const struct
{
  const char *sentence, *name, *place, *text, *wanted;
} rows[] = {
  { "a number stays", "channel", "/", "16", "16" },
  { "a large size stays", "capacity", "/", "12345678901", "12345678901" },
  { "a long number of another name may be a telephone", "extra", "/", "33612345678", "text-1" },
  { "yes and no stay", "enabled", "/", "true", "true" },
  { "a version stays", "firmwareVersion", "/", "V3.4.92", "V3.4.92" },
  { "a time stays", "localTime", "/", "2026-11-24T10:00:00+01:00", "2026-11-24T10:00:00+01:00" },
  { "a zone stays", "timeZone", "/", "CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00",
    "CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00" },
  { "a misspelt state stays", "status", "/", "reparing", "reparing" },
  { "a log's kind stays", "metaId", "/", "log.hikvision.com/Operation/remoteUpgrade",
    "log.hikvision.com/Operation/remoteUpgrade" },
  { "a mask stays", "subnetMask", "/", "255.255.255.0", "255.255.255.0" },
  { "a namespace stays", "xmlns", "/", "http://www.hikvision.com/ver20/XMLSchema",
    "http://www.hikvision.com/ver20/XMLSchema" },
  { "one that nobody has on record does not", "xmlns", "/", "http://my-shop.example/x",
    "urn:not-on-record" },
  { "a serial number keeps its model, length and ending", "serialNumber", "/",
    "DS-7716NI-I41620160910CCRR612345678WCVU", "DS-7716NI-I40000000000XXXX000000001WCVU" },
  { "a MAC keeps its look", "macAddress", "/", "BC-AD-28-0A-0B-0C", "02-00-00-00-00-01" },
  { "an address goes to a documentation range", "anything", "/", "192.168.1.64", "192.0.2.1" },
  { "the newer kind too", "anything", "/", "fe80::bead:28ff:fe0a:b0c", "2001:db8::1" },
  { "a camera's name", "name", "/inputproxychannellist/inputproxychannel/", "Caisse", "Camera 1" },
  { "a recorder's name", "deviceName", "/deviceinfo/", "Boulangerie", "Recorder 1" },
  { "a user", "userName", "/", "marie", "user1" },
  { "whom everybody has", "userName", "/", "admin", "admin" },
  { "a network's name", "ssid", "/", "Chez nous", "Network 1" },
  { "a mail address wherever it stands", "status", "/", "a@b.fr", "user1@example.org" },
  { "a password of digits", "password", "/", "12345", "secret-1" },
  { "a password that looks like a word", "password", "/", "ok", "secret-1" },
  { "a password that looks like an address", "password", "/", "0.0.0.0", "secret-1" },
  { "how long one may be", "LoginPasswordLenLimit", "/", "16", "16" },
  { "a code of the cloud", "verificationCode", "/ezviz/", "ABCDEF", "secret-1" },
  { "an SNMP community", "community", "/", "public", "secret-1" },
  { "a coordinate", "latitude", "/", "48.85", "0.0" },
  { "a URL keeps what all have", "playbackURI", "/",
    "rtsp://admin:pa55@10.0.0.5:554/Streaming/tracks/101?starttime=20260101T000000Z&name=Shop",
    "rtsp://192.0.2.1:554/Streaming/tracks/101?starttime=20260101T000000Z" },
  { "a URL of somewhere else keeps no path", "url", "/", "https://shop.example.fr/marie",
    "https://host1.example" },
  { "whatever is not known", "remark", "/", "Rue de la Paix", "text-1" },
  { "a repair is told", "infoContent", "/", "HDD Repair by marie", "text-1 repair" },
  { "an identifier", "searchID", "/", "C77384AD-66A0-0001-E7C2-1151F04F90B0",
    "00000000-0000-0000-0000-000000000001" },
};

static void
test_row (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  const PalierLeaf leaf = { rows[i].name, rows[i].place, FALSE };
  g_autoptr (PalierStandIns) stand_ins = palier_stand_ins_new ();
  g_autofree char *made = NULL;
  g_autofree char *again = NULL;

  g_test_message ("%s", rows[i].sentence);
  palier_stand_ins_set_model (stand_ins, "DS-7716NI-I4");
  made = palier_leaf_scrub (stand_ins, &leaf, rows[i].text);
  again = palier_leaf_scrub (stand_ins, &leaf, rows[i].text);
  g_assert_cmpstr (made, ==, rows[i].wanted);
  g_assert_cmpstr (again, ==, made);
}

/* Same network before, same network after; and nobody becomes somebody else. */
static void
test_networks (void)
{
  g_autoptr (PalierStandIns) stand_ins = palier_stand_ins_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint net = 0; net < 6; net++)
    {
      g_autofree char *first = NULL;

      for (guint host = 1; host < 255; host++)
        {
          g_autofree char *text = g_strdup_printf ("10.7.%u.%u", net, host);
          const char *made = palier_stand_ins_get (stand_ins, PALIER_IDENTITY_ADDRESS, text);
          g_autofree char *network = g_strndup (made, (gsize)(strrchr (made, '.') - made));

          g_assert_true (palier_is_address (made));
          g_assert_true (g_hash_table_add (seen, g_strdup (made)));
          if (!first)
            first = g_strdup (network);
          g_assert_cmpstr (network, ==, first);
        }
    }
}

static void
test_one_mac (void)
{
  static const char *const ways[]
      = { "bc:ad:28:0a:0b:0c", "BC-AD-28-0A-0B-0C", "BCAD280A0B0C", "bcad280a0b0c" };
  g_autoptr (PalierStandIns) stand_ins = palier_stand_ins_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *digits
          = palier_mac_dup_digits (palier_stand_ins_get (stand_ins, PALIER_IDENTITY_MAC, ways[i]));

      g_assert_cmpstr (digits, ==, "020000000001");
    }
  g_assert_cmpstr (
      palier_stand_ins_get (stand_ins, PALIER_IDENTITY_ID, "48473931-0000-0000-0000-bcad280a0b0c"),
      ==, "00000000-0000-0000-0000-020000000001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/recording/leaf/%02" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/recording/leaf/networks", test_networks);
  g_test_add_func ("/recording/leaf/one-mac", test_one_mac);
  return g_test_run ();
}
