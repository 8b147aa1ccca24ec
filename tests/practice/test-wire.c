/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "client.h"
#include "recorder/commands.h"
#include "recorder/configuration.h"
#include "recorder/device-info.h"
#include "recorder/sign-in.h"

/* What the two sides of one scheme make of each other: the shipped client against the practice
 * recorder. */
static PalierConnection *
connect_to (Client *client, const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierSecret) secret = palier_secret_new (password);
  PalierConnection *connection
      = palier_connection_new (palier_practice_get_address (client->practice), &error);

  g_assert_no_error (error);
  palier_connection_set_credentials (connection, "admin", secret);
  return connection;
}

static void
test_activation (gconstpointer data)
{
  const char *scenario = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (PalierSecret) secret = palier_secret_new ("Landing-2021");
  PalierActivateStatus status;
  PalierUserCheck check;
  Client client;

  client_open (&client, scenario);
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_RESTORE_DEFAULT, NULL, NULL));
  palier_clock_advance (client.clock, 300);
  connection = connect_to (&client, "Landing-2021");
  g_assert_false (palier_sign_in (connection, &check, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED);
  g_clear_error (&error);
  palier_activate_status_read (connection, &status, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (status.activated);
  palier_activate (connection, &status, secret, NULL, &error);
  g_assert_no_error (error);
  palier_connection_set_credentials (connection, "admin", secret);
  palier_sign_in (connection, &check, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (palier_activate (connection, &status, secret, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_ALREADY_ACTIVE);
  client_close (&client);
}

static void
test_export (gconstpointer data)
{
  const char *scenario = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (PalierSecret) file_password = palier_secret_new ("File-password-1");
  g_autoptr (PalierSecret) wrong = palier_secret_new ("File-password-2");
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) again = NULL;
  PalierConfigurationCap cap;
  Client client;

  client_open (&client, scenario);
  connection = connect_to (&client, client.password);
  palier_configuration_read_cap (connection, &cap, NULL, &error);
  g_assert_no_error (error);
  file = palier_configuration_export (connection, &cap, cap.secret_key ? file_password : NULL, NULL,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (file), >=, 100000);
  again = palier_configuration_export (connection, &cap, cap.secret_key ? file_password : NULL,
                                       NULL, &error);
  g_assert_true (g_bytes_equal (file, again));
  g_assert_cmpuint (
      client_send (&client, "DELETE", "/ISAPI/ContentMgmt/InputProxy/channels/3", NULL), ==, 200);
  if (cap.secret_key)
    {
      g_assert_false (palier_configuration_import (connection, &cap, file, wrong, NULL, NULL, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_WRONG_FILE_PASSWORD);
      g_clear_error (&error);
    }
  palier_configuration_import (connection, &cap, file, cap.secret_key ? file_password : NULL, NULL, NULL,
                               &error);
  g_assert_no_error (error);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/ContentMgmt/InputProxy/channels/3", NULL),
                    ==, 200);
  client_close (&client);
}

/* PUT, POST, and a POST whose answer comes when all is done. */
static void
test_upload (gconstpointer data)
{
  const char *scenario = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GBytes) package = NULL;
  PalierUserCheck check;
  PalierUpgradeStatus status;
  Client client;

  client_open (&client, scenario);
  package = client_make_package (&client, "V4.50.00 build 210802", FALSE);
  connection = connect_to (&client, client.password);
  palier_sign_in (connection, &check, NULL, &error);
  g_assert_no_error (error);
  palier_firmware_upload (connection, package, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (client_state (&client).flashing)
    {
      palier_upgrade_status_read (connection, &status, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (status.upgrading);
      palier_clock_advance (client.clock, 400);
    }
  if (palier_reboot (connection, NULL, &error))
    palier_clock_advance (client.clock, 400);
  g_assert_true (client_wait_back (&client, 600));
  g_assert_cmpstr (client_state (&client).version, ==, "V4.50.00 build 210802");
  client_close (&client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/practice/wire/activation, legacy", "v3.4.92", test_activation);
  g_test_add_data_func ("/practice/wire/activation, V3", "v4.61.030", test_activation);
  g_test_add_data_func ("/practice/wire/plain export", "v3.4.70", test_export);
  g_test_add_data_func ("/practice/wire/sealed export", "v4.50.00", test_export);
  g_test_add_data_func ("/practice/wire/sealed export, irreversible key", "v4.61.030", test_export);
  g_test_add_data_func ("/practice/wire/upload by PUT", "v4.1.64", test_upload);
  g_test_add_data_func ("/practice/wire/upload by POST, held", "held-post", test_upload);
  g_test_add_data_func ("/practice/wire/upload with SHA-256", "sha-256", test_upload);
  return g_test_run ();
}
