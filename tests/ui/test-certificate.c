/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-recorder.h"
#include "walk.h"

#include <glib/gstdio.h>
#include <string.h>

/* What the window says of the connection, and that no password leaves before the person accepted the certificate. */

#define OTHER "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

static void
begin (Walk *walk, const char *scenario)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "palier", "certificates.json", NULL);

  g_remove (path);
  walk_begin (walk, scenario);
  walk_agree (walk);
}

static gboolean
is_shown (Walk *walk, gpointer id)
{
  return walk_find (walk, id) != NULL;
}

static const char *
get_label (Walk *walk, const char *id)
{
  return gtk_label_get_text (GTK_LABEL (walk_need (walk, id)));
}

static char *
dup_fingerprint (Walk *walk)
{
  g_autofree char *fingerprint = palier_practice_dup_fingerprint (walk->practice);

  return palier_fingerprint_to_text (fingerprint);
}

static gboolean
is_secure (Walk *walk, gpointer data)
{
  const PalierApproach *approach = palier_session_get_approach (walk->session);

  return approach != NULL && approach->pin == PALIER_PIN_KNOWN;
}

static void
test_first_contact (void)
{
  g_autofree char *fingerprint = NULL;
  Walk walk;

  begin (&walk, "https");
  walk_choose (&walk, 0);
  walk_until (&walk, is_shown, (gpointer) "accept");
  walk_settle ();
  fingerprint = dup_fingerprint (&walk);
  g_assert_cmpstr (get_label (&walk, "now"), ==, fingerprint);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (walk_need (&walk, "now"))));
  g_assert_null (walk_find (&walk, "before"));
  g_assert_null (walk_find (&walk, "problem"));
  g_assert_false (walk_may_go_on (&walk));
  walk_shot (&walk, "certificate-1-new");
  walk_click (&walk, "accept");
  g_assert_true (walk_may_go_on (&walk));
  walk_click (&walk, "forward");
  walk_until_page (&walk, "plan");
  walk_click (&walk, "back");
  g_assert_true (is_secure (&walk, NULL));
  g_assert_null (walk_find (&walk, "accept"));
  walk_shot (&walk, "certificate-2-known");
  walk_end (&walk);
}

/* Asked for in the middle of an attempt: the attempt goes on by itself once it is accepted, and once only. */
static void
test_attempt_waits (void)
{
  Walk walk;

  begin (&walk, "https");
  g_object_set (walk.session, "address", palier_practice_get_address (walk.practice), NULL);
  palier_session_set_password (walk.session, PALIER_PASSWORD_SIGN_IN, palier_practice_get_password (walk.practice));
  /* Each page is made anew, and shows what the session holds. */
  palier_window_set_language (walk.window, "en");
  walk_settle ();
  walk_click (&walk, "forward");
  walk_until (&walk, is_shown, (gpointer) "accept");
  walk_settle ();
  g_assert_error (palier_session_get_problem (walk.session), PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_assert_null (walk_find (&walk, "problem"));
  walk_click (&walk, "accept");
  walk_until_page (&walk, "plan");
  walk_end (&walk);
}

static void
test_changed (void)
{
  g_autofree char *before = palier_fingerprint_to_text (OTHER);
  g_autofree char *now = NULL;
  g_autoptr (PalierPins) pins = palier_pins_new (NULL);
  g_autoptr (GError) error = NULL;
  Walk walk;

  begin (&walk, "https");
  g_assert_true (palier_pins_accept (pins, palier_practice_get_address (walk.practice), NULL, OTHER, &error));
  g_assert_no_error (error);
  walk_choose (&walk, 0);
  walk_until (&walk, is_shown, (gpointer) "accept");
  walk_settle ();
  now = dup_fingerprint (&walk);
  g_assert_cmpstr (get_label (&walk, "before"), ==, before);
  g_assert_cmpstr (get_label (&walk, "now"), ==, now);
  g_assert_false (walk_may_go_on (&walk));
  walk_shot (&walk, "certificate-3-changed");
  walk_click (&walk, "accept");
  walk_click (&walk, "forward");
  walk_until_page (&walk, "plan");
  walk_end (&walk);
}

static void
test_plain (void)
{
  const char *place;
  Walk walk;

  begin (&walk, "v4.1.64");
  walk_choose (&walk, 0);
  g_assert_null (walk_find (&walk, "certificate"));
  /* Without its scheme it is any recorder: HTTPS is tried first, and there is none. */
  place = strstr (palier_practice_get_address (walk.practice), "://") + 3;
  walk_type (&walk, "address", place);
  walk_type (&walk, "password", palier_practice_get_password (walk.practice));
  walk_until (&walk, is_shown, (gpointer) "certificate");
  g_assert_null (walk_find (&walk, "accept"));
  g_assert_null (walk_find (&walk, "now"));
  g_assert_true (walk_may_go_on (&walk));
  walk_shot (&walk, "certificate-4-plain");
  walk_click (&walk, "forward");
  walk_until_page (&walk, "plan");
  walk_end (&walk);
}

/* What is known of one address is not said of another. */
static void
test_typed_over (void)
{
  Walk walk;

  begin (&walk, "https");
  walk_choose (&walk, 0);
  walk_until (&walk, is_shown, (gpointer) "accept");
  walk_settle ();
  walk_type (&walk, "address", "127.0.0.7");
  g_assert_null (walk_find (&walk, "certificate"));
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/ui/certificate/compared once, then known", test_first_contact);
  g_test_add_func ("/ui/certificate/an attempt waits for it and goes on", test_attempt_waits);
  g_test_add_func ("/ui/certificate/a changed one is explained beside the old one", test_changed);
  g_test_add_func ("/ui/certificate/a plain connection is said", test_plain);
  g_test_add_func ("/ui/certificate/forgotten when the address is typed over", test_typed_over);
  return g_test_run ();
}
