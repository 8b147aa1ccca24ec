/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../discovery/answers.h"
#include "found-list.h"

#include <string.h>

/* The recorder page: what the search finds, and what surrounds signing in. Answers come in without sockets. */

#define ELSEWHERE "192.168.1.64" /* in none of ours */

static void
take_inactive (Walk *walk, const char *address, const char *port)
{
  found_list_take_text (walk, answer_new ("Uuid", "6A0D1C1E-0000-4B7A-8E11-0123456789AB", "Types", "inquiry",
                                          "DeviceDescription", "DS-7608NI-I2", "DeviceSN",
                                          "DS-7608NI-I20820180102CCRR00004321WCVU", "HttpPort", port, "MAC",
                                          "4c-bd-8f-20-00-01", "IPv4Address", address, "Activated", "false", NULL));
}

static void
expect_detail (Walk *walk, int position, const char *part)
{
  const char *detail = adw_action_row_get_subtitle (found_list_get_row (walk, position));

  if (strstr (detail, part) == NULL)
    g_error ("“%s” is not in “%s”", part, detail);
}

static const char *
get_text (Walk *walk, const char *id)
{
  GtkWidget *widget = walk_need (walk, id);

  return GTK_IS_LABEL (widget) ? gtk_label_get_text (GTK_LABEL (widget)) : gtk_editable_get_text (GTK_EDITABLE (widget));
}

static void
begin (Walk *walk, const char *scenario)
{
  walk_begin (walk, scenario);
  walk_agree (walk);
}

static void
test_as_they_come (void)
{
  Walk walk;

  begin (&walk, "v3.4.70");
  g_assert_cmpstr (found_list_get_title (&walk, 0), ==, "Practice recorder");
  g_assert_nonnull (walk_find (&walk, "why"));
  walk_shot (&walk, "recorder-1-looking");

  found_list_take (&walk, 7, FOUND_LIST_OURS);
  take_inactive (&walk, "127.0.0.3", "80");
  found_list_take (&walk, 8, ELSEWHERE);
  found_list_take_text (&walk, answer_new ("Types", "inquiry", "DeviceDescription", "&lt;b&gt;DS &amp; Co",
                                           "MAC", "4c-bd-8f-30-00-01", "IPv4Address", "127.0.0.9", NULL));
  found_list_show (&walk);
  g_assert_null (walk_find (&walk, "why"));
  g_assert_cmpstr (found_list_get_title (&walk, 0), ==, "Practice recorder");
  g_assert_cmpstr (found_list_get_title (&walk, 1), ==, "DS-7716NI-I4/16P · serial …0007");
  expect_detail (&walk, 1, FOUND_LIST_OURS " · V4.1.64 build 190119");
  expect_detail (&walk, 2, "sign in to see its version");
  expect_detail (&walk, 2, "Not activated");
  expect_detail (&walk, 3, palier_reach_get_sentence (PALIER_REACH_OTHER_NETWORK));
  expect_detail (&walk, 3, palier_reach_get_remedy (PALIER_REACH_OTHER_NETWORK));
  g_assert_cmpstr (found_list_get_title (&walk, 4), ==, "<b>DS & Co");
  g_assert_false (adw_preferences_row_get_use_markup (ADW_PREFERENCES_ROW (found_list_get_row (&walk, 4))));
  g_assert_nonnull (walk_find (&walk, "address"));
  walk_choose (&walk, 1);
  walk_shot (&walk, "recorder-2-found");
  g_assert_cmpstr (get_text (&walk, "address"), ==, FOUND_LIST_OURS);
  walk_end (&walk);
}

static gboolean
has_reason (Walk *walk, gpointer data)
{
  return g_strcmp0 (get_text (walk, "why"), palier_nothing_get_sentence (PALIER_NOTHING_YET)) != 0;
}

static void
test_nothing (void)
{
  Walk walk;

  begin (&walk, NULL);
  g_assert_cmpstr (get_text (&walk, "why"), ==, palier_nothing_get_sentence (PALIER_NOTHING_YET));
  walk_until (&walk, has_reason, NULL);
  walk_settle ();
  g_assert_cmpstr (get_text (&walk, "why"), ==,
                   palier_nothing_get_sentence (palier_discovery_get_why_nothing (found_list_get_discovery (&walk))));
  g_assert_nonnull (walk_find (&walk, "remedy"));
  g_assert_null (walk_find (&walk, "found"));
  g_assert_true (gtk_widget_is_sensitive (walk_need (&walk, "address")));
  walk_shot (&walk, "recorder-3-nothing");
  walk_click (&walk, "again");
  g_assert_cmpstr (get_text (&walk, "why"), ==, palier_nothing_get_sentence (PALIER_NOTHING_YET));
  walk_end (&walk);
}

static void
test_searches_while_shown (void)
{
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  g_assert_false (found_list_get_discovery (&walk)->running);
  walk_agree (&walk);
  g_assert_true (found_list_get_discovery (&walk)->running);
  walk_sign_in (&walk);
  g_assert_false (found_list_get_discovery (&walk)->running);
  walk_click (&walk, "back");
  g_assert_true (found_list_get_discovery (&walk)->running);
  walk_end (&walk);
}

static void
test_follows (void)
{
  Walk walk;

  begin (&walk, "v3.4.70");
  found_list_take (&walk, 1, FOUND_LIST_OURS);
  found_list_take (&walk, 2, "127.0.0.20");
  found_list_show (&walk);
  walk_choose (&walk, 2);
  walk_type (&walk, "password", "Palier-1234");
  found_list_take (&walk, 2, "127.0.0.77");
  walk_settle ();
  g_assert_cmpstr (get_text (&walk, "address"), ==, "127.0.0.77");
  g_assert_cmpstr (get_text (&walk, "password"), ==, "Palier-1234");
  expect_detail (&walk, 2, "127.0.0.77");
  expect_detail (&walk, 2, "that was at 127.0.0.20");
  g_assert_nonnull (palier_session_get_chosen (walk.session));
  walk_shot (&walk, "recorder-5-moved");

  walk_type (&walk, "address", "127.0.0.7");
  g_assert_null (palier_session_get_chosen (walk.session));
  found_list_take (&walk, 2, "127.0.0.78");
  walk_settle ();
  g_assert_cmpstr (get_text (&walk, "address"), ==, "127.0.0.7");
  walk_end (&walk);
}

/* Gone from the list while it restarts, and back at another address. */
static void
test_comes_back (void)
{
  g_autoptr (PalierClock) clock = palier_clock_new (1);
  g_autoptr (PalierDiscovery) discovery = palier_discovery_new ("lo", clock);
  Walk walk;

  walk_begin (&walk, NULL);
  palier_session_set_discovery (walk.session, discovery);
  walk_agree (&walk);
  found_list_take (&walk, 2, "127.0.0.20");
  found_list_show (&walk);
  walk_choose (&walk, 0);
  palier_clock_advance (clock, PALIER_DISCOVERY_FORGET_AFTER + 1);
  found_list_show (&walk);
  g_assert_null (walk_find (&walk, "found"));
  g_assert_cmpstr (get_text (&walk, "address"), ==, "127.0.0.20");
  found_list_take (&walk, 2, "127.0.0.77");
  found_list_show (&walk);
  g_assert_cmpstr (get_text (&walk, "address"), ==, "127.0.0.77");
  walk_end (&walk);
}

/* A practice password is never tried on a real recorder. */
static void
test_practice_password_stays (void)
{
  Walk walk;

  begin (&walk, "v3.4.70");
  found_list_take (&walk, 1, FOUND_LIST_OURS);
  found_list_show (&walk);
  walk_choose (&walk, 0);
  g_assert_true (walk_may_go_on (&walk));
  walk_choose (&walk, 1);
  g_assert_cmpstr (get_text (&walk, "password"), ==, "");
  g_assert_false (walk_may_go_on (&walk));
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/ui/recorder/listed as they come, with what to do first", test_as_they_come);
  g_test_add_func ("/ui/recorder/nothing found says why", test_nothing);
  g_test_add_func ("/ui/recorder/it searches while the page is shown", test_searches_while_shown);
  g_test_add_func ("/ui/recorder/the chosen one is followed to its new address", test_follows);
  g_test_add_func ("/ui/recorder/the chosen one is known when it comes back", test_comes_back);
  g_test_add_func ("/ui/recorder/the practice password stays with practice", test_practice_password_stays);
  return g_test_run ();
}
