/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "served.h"
#include "spawn.h"

#include <string.h>

/* How an address is reached, and what is said about it. */

#define WRONG "0000000000000000000000000000000000000000000000000000000000000000"

typedef enum
{
  NO_PIN,
  OWN_PIN,
  WRONG_PIN,
} Pin;

typedef struct
{
  const char *says;
  const char *scenario;
  const char *scheme; /* "" for none; NULL: as it was announced */
  Pin pin;
  int status;
  const char *said; /* on standard error; NULL: nothing about it */
} Row;

static const Row rows[] = {
  { "a certificate that nobody compared", "https", NULL, NO_PIN, 4, "--tls-pin " },
  { "one that was compared", "https", NULL, OWN_PIN, 0, NULL },
  { "another one", "https", NULL, WRONG_PIN, 4, "another security certificate" },
  { "HTTPS is tried first", "https", "", OWN_PIN, 0, NULL },
  { "and its certificate asked about", "https", "", NO_PIN, 4, "--tls-pin " },
  { "plain HTTP where there is nothing else, with a warning", "v3.4.92", "", NO_PIN, 0, "not encrypted" },
  { "plain HTTP on demand, with a warning", "v3.4.92", "http://", NO_PIN, 0, "not encrypted" },
  { "a pin is never set aside", "v3.4.92", "", WRONG_PIN, 4, "without one" },
  { "nor asked of plain HTTP", "v3.4.92", "http://", WRONG_PIN, 2, "palier: " },
  { "HTTPS where there is none", "v3.4.92", "https://", NO_PIN, 4, "palier: " },
};

static char *
dup_address (Served *served, const char *scheme)
{
  const char *told = served_get_text (served, "address");

  return scheme ? g_strconcat (scheme, strstr (told, "://") + strlen ("://"), NULL) : g_strdup (told);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Served) served = served_new (row->scenario, NULL);
  g_autofree char *address = dup_address (served, row->scheme);
  g_autofree char *password = spawn_write ("password", served_get_text (served, "password"), -1);
  const char *pin = row->pin == OWN_PIN ? served_get_text (served, "certificate") : WRONG;
  g_autoptr (Ran) ran = spawn ("inspect", address, "--password-file", password, "--format", "json",
                               row->pin == NO_PIN ? NULL : "--tls-pin", pin, NULL);

  g_test_message ("%s", ran->err);
  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_true ((*ran->out != '\0') == (row->status == 0));
  if (row->said)
    g_assert_nonnull (strstr (ran->err, row->said));
  else
    g_assert_cmpstr (ran->err, ==, "");
  if (row->status == 4 && row->pin == NO_PIN && g_str_equal (row->scenario, "https"))
    g_assert_nonnull (strstr (ran->err, served_get_text (served, "certificate")));
}

/* Others script against the line: what has no HTTPS prints what it always did. */
static void
test_line (void)
{
  g_autoptr (Served) plain = served_new ("v3.4.92", NULL);
  g_autoptr (Served) secure = served_new ("https", NULL);
  g_autofree char *usual = json_names (served_get_line (plain), "");
  g_autofree char *more = json_names (served_get_line (secure), "");

  g_assert_cmpstr (usual, ==, "address,user,password,serial,packages");
  g_assert_cmpstr (more, ==, "address,user,password,serial,packages,https,certificate");
  g_assert_cmpstr (served_get_text (secure, "address"), ==, served_get_text (secure, "https"));
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/secure/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/terminal/secure/the line of practice", test_line);
  return spawn_run_tests ();
}
