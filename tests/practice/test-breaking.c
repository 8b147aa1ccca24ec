/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

/* Invariant 6 of the procedure, around every gate: what destroys the recorder, and that nothing
 * else does. */
typedef struct
{
  const char *sentence;
  const char *from, *build;
  gboolean custom_only;
  double chance;
  const char *acts; /* one letter each, see act () */
  const char *package;
  gboolean custom;
  gboolean breaks;
  const char *version; /* that runs afterwards */
  gboolean repair_wanted;
} Row;

#define V4 "V4.50.00 build 210802"
#define LANDING "V3.4.92 build 170518"

static const Row rows[] = {
  { "V4 below V3.4.92 breaks it", "V3.4.70", "160910", FALSE, 1, "", V4, FALSE, TRUE, NULL, FALSE },
  { "V4 below V3.4.92 breaks it, whatever the chance", "V3.4.70", "160910", FALSE, 0, "", V4, FALSE,
    TRUE, NULL, FALSE },
  { "V4 below V3.4.92 breaks it, defaulted or not", "V3.4.70", "160910", FALSE, 1, "d", V4, FALSE,
    TRUE, NULL, FALSE },
  { "V4 at an earlier build of V3.4.92 breaks it", "V3.4.92", "170517", FALSE, 0, "d", V4, FALSE,
    TRUE, NULL, FALSE },
  { "V3.4.92 below it is safe", "V3.4.70", "160910", FALSE, 1, "", LANDING, FALSE, FALSE, LANDING,
    FALSE },
  { "V4 at V3.4.92 without a default breaks it", "V3.4.92", "170518", FALSE, 1, "", V4, FALSE, TRUE,
    NULL, FALSE },
  { "unless the chance is none", "V3.4.92", "170518", FALSE, 0, "", V4, FALSE, FALSE, V4, TRUE },
  { "V4 at V3.4.92 after a default is safe", "V3.4.92", "170518", FALSE, 1, "d", V4, FALSE, FALSE,
    V4, TRUE },
  { "so it is after the default at its screen", "V3.4.92", "170518", FALSE, 1, "h", V4, FALSE,
    FALSE, V4, TRUE },
  { "a basic default is not one", "V3.4.92", "170518", FALSE, 1, "b", V4, FALSE, TRUE, NULL,
    FALSE },
  { "nor is Restore to Inactive", "V3.4.92", "170518", FALSE, 1, "i", V4, FALSE, TRUE, NULL,
    FALSE },
  { "a restart changes nothing of it", "V3.4.92", "170518", FALSE, 1, "dr", V4, FALSE, FALSE, V4,
    TRUE },
  { "an import after the default voids it", "V3.4.92", "170518", FALSE, 1, "xdm", V4, FALSE, TRUE,
    NULL, FALSE },
  { "a default before the landing does not count", "V3.4.70", "160910", FALSE, 1, "dl", V4, FALSE,
    TRUE, NULL, FALSE },
  { "one after it does", "V3.4.70", "160910", FALSE, 1, "ld", V4, FALSE, FALSE, V4, TRUE },
  { "V3.4.97 is treated alike", "V3.4.97", "180101", FALSE, 1, "", V4, FALSE, TRUE, NULL, FALSE },
  { "and climbs after a default", "V3.4.97", "180101", FALSE, 1, "d", V4, FALSE, FALSE, V4, TRUE },
  { "V4 to V4.50.00 is safe, and wants a repair", "V4.1.64", "190119", FALSE, 1, "", V4, FALSE,
    FALSE, V4, TRUE },
  { "from V4.22.005 it wants none", "V4.22.005", "191208", FALSE, 1, "", V4, FALSE, FALSE, V4,
    FALSE },
  { "the same version again is safe", "V4.50.00", "210802", FALSE, 1, "", V4, FALSE, FALSE, V4,
    FALSE },
  { "a standard package breaks the iDS", "V4.1.20", "180901", TRUE, 0, "", V4, FALSE, TRUE, NULL,
    FALSE },
  { "even a default does not help there", "V4.1.20", "180901", TRUE, 0, "d", V4, FALSE, TRUE, NULL,
    FALSE },
  { "even of a lower version", "V4.1.20", "180901", TRUE, 0, "", LANDING, FALSE, TRUE, NULL,
    FALSE },
  { "its own is safe", "V4.1.20", "180901", TRUE, 1, "", "V4.1.25 build 181028", TRUE, FALSE,
    "V4.1.25 build 181028", FALSE },
  { "a downgrade defaults it and does not break it", "V4.50.00", "210802", FALSE, 1, "", LANDING,
    FALSE, FALSE, LANDING, FALSE },
};

static void
activate (Client *client)
{
  g_autoptr (GError) error = NULL;
  const char *password = palier_practice_get_new_password (client->practice);

  g_assert_true (palier_practice_hand (client->practice, PALIER_HAND_ACTIVATE, password, &error));
  g_assert_no_error (error);
  client_sign_in_as (client, client->user, password);
}

static void
act (Client *client, char letter, GBytes **export)
{
  g_autoptr (GError) error = NULL;

  switch (letter)
    {
    case 'd':
      g_assert_cmpuint (client_send (client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL),
                        ==, 200);
      break;
    case 'b':
      g_assert_cmpuint (client_send (client, "PUT", "/ISAPI/System/factoryReset?mode=basic", NULL),
                        ==, 200);
      break;
    case 'h':
      g_assert_true (
          palier_practice_hand (client->practice, PALIER_HAND_RESTORE_DEFAULT, NULL, &error));
      break;
    case 'i':
      g_assert_true (
          palier_practice_hand (client->practice, PALIER_HAND_RESTORE_INACTIVE, NULL, &error));
      break;
    case 'r':
      g_assert_cmpuint (client_send (client, "PUT", "/ISAPI/System/reboot", NULL), ==, 200);
      break;
    case 'l':
      client_climb (client, LANDING, FALSE);
      break;
    case 'x':
      g_assert_cmpuint (client_send (client, "GET", "/ISAPI/System/configurationData", NULL), ==,
                        200);
      *export = g_bytes_new (client->body->str, client->body->len);
      break;
    case 'm':
      g_assert_cmpuint (client_send_bytes (client, "PUT", "/ISAPI/System/configurationData",
                                           "application/octet-stream", *export),
                        ==, 200);
      /* The old users are back, and their passwords with them. */
      client_sign_in_as (client, client->user, "Stairs-2016");
      break;
    default:
      g_assert_not_reached ();
    }
  palier_clock_advance (client->clock, 600);
  if (!client_state (client).active)
    activate (client);
}

static char *
make_scenario (const Row *row)
{
  char chance[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup_printf (
      "{\"model\":\"DS-7716NI-I4\",\"serial\":\"X1234WCVU\",\"version\":\"%s\",\"build\":\"%s\","
      "\"custom-only\":%s,\"break-chance\":%s,\"plain-export\":true}",
      row->from, row->build, row->custom_only ? "true" : "false",
      g_ascii_dtostr (chance, sizeof chance, row->chance));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *scenario = make_scenario (row);
  g_autoptr (GBytes) export = NULL;
  PalierPracticeState state;
  Client client;

  client_open (&client, scenario);
  for (const char *letter = row->acts; *letter != '\0'; letter++)
    act (&client, *letter, &export);
  client_climb (&client, row->package, row->custom);
  state = client_state (&client);
  g_assert_cmpint (state.broken, ==, row->breaks);
  g_assert_cmpint (state.repair_wanted, ==, row->repair_wanted);
  if (!row->breaks)
    g_assert_cmpstr (state.version, ==, row->version);
  g_assert_cmpint (client_wait_back (&client, 600), ==, !row->breaks);
  client_close (&client);
}

static void
test_power_cut (void)
{
  g_autoptr (GBytes) package = NULL;
  Client client;

  client_open (&client, "v4.1.64");
  package = client_make_package (&client, V4, FALSE);
  g_assert_cmpuint (client_send_bytes (&client, "PUT", "/ISAPI/System/updateFirmware",
                                       "application/octet-stream", package),
                    ==, 200);
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_CUT_POWER, NULL, NULL));
  g_assert_true (client_state (&client).broken);
  g_assert_false (client_wait_back (&client, 86400));
  client_close (&client);
  client_open (&client, "v4.1.64");
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_CUT_POWER, NULL, NULL));
  g_assert_false (client_state (&client).broken);
  g_assert_true (client_wait_back (&client, 600));
  client_close (&client);
}

static void
test_downgrade_defaults (void)
{
  Client client;

  client_open (&client, "v4.50.00");
  client_climb (&client, LANDING, FALSE);
  g_assert_false (client_state (&client).active);
  g_assert_cmpuint (client_state (&client).n_cameras, ==, 0);
  client_close (&client);
}

/* A chance between none and one is decided by the seed, and by it alone. */
static void
test_chance (void)
{
  const Row row = { "", "V3.4.92", "170518", FALSE, 0.5, "", V4, FALSE, FALSE, NULL, FALSE };
  g_autofree char *scenario = make_scenario (&row);
  gboolean broken[2];

  for (guint i = 0; i < 2; i++)
    {
      Client client;

      client_open (&client, scenario);
      client_climb (&client, V4, FALSE);
      broken[i] = client_state (&client).broken;
      client_close (&client);
    }
  g_assert_cmpint (broken[0], ==, broken[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/practice/breaking/%s", rows[i].sentence);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/practice/breaking/power cut while flashing, always", test_power_cut);
  g_test_add_func ("/practice/breaking/a downgrade defaults", test_downgrade_defaults);
  g_test_add_func ("/practice/breaking/the seed decides the chance", test_chance);
  return g_test_run ();
}
