/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "half.h"
#include "server.h"

#include "base/error.h"
#include "recorder/sign-in.h"

#include <string.h>

static const struct
{
  const char *sentence;
  const char *password;
  gboolean good;
} password_rows[] = {
  { "two kinds", "palier2026", TRUE },
  { "four kinds", "Pa1ier!!", TRUE },
  { "sixteen characters", "abcdefgh12345678", TRUE },
  { "seven characters", "Pa1ier!", FALSE },
  { "seventeen characters", "abcdefgh123456789", FALSE },
  { "one kind", "abcdefghij", FALSE },
  { "the user name inside, in other letters", "xxADMIN2026", FALSE },
  { "the user name reversed", "12nimda34", FALSE },
  { "a blank", "palier 2026", FALSE },
  { "letters that are not ASCII", "pâlier2026", FALSE },
  { "nothing", "", FALSE },
};

static void
test_password_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (password_rows); i++)
    {
      g_autoptr (PalierSecret) password = palier_secret_new (password_rows[i].password);
      g_autoptr (GError) error = NULL;
      gboolean good = palier_activation_check_password ("admin", password, &error);

      g_test_message ("%s", password_rows[i].sentence);
      g_assert_cmpint (good, ==, password_rows[i].good);
      if (!good)
        g_assert_error (error, PALIER_ERROR, PALIER_ERROR_RISK_PASSWORD);
    }
}

static const struct
{
  const char *sentence;
  const char *text;
  int activated; /* -1: an error */
  guint version;
} status_rows[] = {
  { "active", "<ActivateStatus><Activated>true</Activated></ActivateStatus>", 1, 0 },
  { "not yet, and it knows the newer scheme",
    "<ActivateStatus "
    "xmlns=\"urn:x\"><Activated>FALSE</Activated><supportVersion>3</supportVersion></"
    "ActivateStatus>",
    0, 3 },
  { "mistyped", "<ActivateStatus><Activated>flase</Activated></ActivateStatus>", 0, 0 },
  { "not told", "<ActivateStatus/>", -1, 0 },
  { "told twice and differently", "<A><Activated>true</Activated><Activated>false</Activated></A>",
    -1, 0 },
  { "no document", "Activated", -1, 0 },
};

static void
test_status (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (status_rows); i++)
    {
      const Door door = { .password = NULL };
      g_autoptr (Server) server = server_new (&door, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
      PalierActivateStatus status;
      gboolean read;

      g_test_message ("%s", status_rows[i].sentence);
      server_tell (server, "GET", "/SDK/activateStatus", 200, NULL, status_rows[i].text);
      read = palier_activate_status_read (connection, &status, NULL, NULL);
      g_assert_cmpint (read ? status.activated : -1, ==, status_rows[i].activated);
      g_assert_cmpuint (status.support_version, ==, read ? status_rows[i].version : 0);
    }
}

typedef struct
{
  const char *sentence;
  guint version;
  const char *password;
  HalfFault fault;
  int code; /* -1: it is activated */
} TripRow;

static const TripRow trip_rows[] = {
  { "the older scheme", 0, "palier2026", HALF_GOOD, -1 },
  { "the older scheme, a password that fills its block", 0, "abcdefgh12345678", HALF_GOOD, -1 },
  { "the newer scheme", 3, "palier2026", HALF_GOOD, -1 },
  { "the newer scheme, a password that fills its block", 3, "abcdefgh12345678", HALF_GOOD, -1 },
  { "it is active already", 0, "palier2026", HALF_ACTIVE, PALIER_ERROR_ALREADY_ACTIVE },
  { "it finds the password too weak", 0, "palier2026", HALF_WEAK, PALIER_ERROR_RISK_PASSWORD },
  { "a challenge for another key", 0, "palier2026", HALF_OTHER_KEY, PALIER_ERROR_BAD_ANSWER },
  { "a challenge that is too short", 0, "palier2026", HALF_SHORT, PALIER_ERROR_BAD_ANSWER },
  { "a challenge that is no hex", 0, "palier2026", HALF_NO_HEX, PALIER_ERROR_BAD_ANSWER },
  { "no challenge", 0, "palier2026", HALF_NO_KEY, PALIER_ERROR_BAD_ANSWER },
  { "no challenge, in the newer scheme", 3, "palier2026", HALF_NO_KEY, PALIER_ERROR_BAD_ANSWER },
  { "a password that no recorder takes is not sent", 0, "abcdefgh123456789", HALF_GOOD,
    PALIER_ERROR_RISK_PASSWORD },
};

static void
test_trip (gconstpointer data)
{
  const TripRow *row = data;
  g_autoptr (Half) half = half_new (row->fault);
  g_autoptr (PalierConnection) connection = half_connect (half);
  g_autoptr (PalierSecret) password = palier_secret_new (row->password);
  const PalierActivateStatus status = { FALSE, row->version };
  g_autoptr (GError) error = NULL;
  gboolean done = palier_activate (connection, &status, password, NULL, &error);

  if (row->code >= 0)
    {
      g_assert_error (error, PALIER_ERROR, row->code);
      g_assert_null (half_get_password (half));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpstr (half_get_password (half), ==, row->password);
  g_assert_false (half_saw_text (half, row->password));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activation/password rules", test_password_rules);
  g_test_add_func ("/activation/status", test_status);
  for (guint i = 0; i < G_N_ELEMENTS (trip_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/activation/trip/%s", trip_rows[i].sentence);

      g_test_add_data_func (path, &trip_rows[i], test_trip);
    }
  return g_test_run ();
}
