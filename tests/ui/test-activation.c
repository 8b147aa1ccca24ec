/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../discovery/answers.h"
#include "discovery/discovery-private.h"
#include "session-recorder.h"
#include "walk.h"

#include <string.h>

/* A recorder without a password yet, as the window meets it. */

#define NEW "Palier-4321"

static gboolean
has_problem (Walk *walk, gpointer data)
{
  return walk_find (walk, "problem") != NULL;
}

static gboolean
has_activation (Walk *walk, gpointer data)
{
  return (walk_find (walk, "activation") != NULL) == (data != NULL);
}

static void
begin_inactive (Walk *walk, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  walk_begin (walk, scenario);
  walk_agree (walk);
  palier_practice_hand (walk->practice, PALIER_HAND_RESTORE_INACTIVE, NULL, &error);
  g_assert_no_error (error);
  palier_clock_advance (walk->clock, 600); /* it restarts for that */
  walk_choose (walk, 0);
  walk_click (walk, "forward");
  walk_until (walk, has_activation, walk);
  walk_settle ();
  g_assert_null (walk_find (walk, "problem"));
  g_assert_error (palier_session_get_problem (walk->session), PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED);
}

static guint
count_kept (Walk *walk)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (walk_need (walk, "rules")); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *icon = gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));

      n += g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (icon)), "emblem-ok-symbolic") == 0;
    }
  return n;
}

typedef struct
{
  const char *sentence;
  const char *first, *again;
  guint kept; /* of the five rules */
} Typed;

static const Typed typed[] = {
  { "nothing keeps no rule", "", "", 0 },
  { "short, of one kind, once", "abc", "", 2 },
  { "long enough, of one kind", "abcdefgh", "", 3 },
  { "the user name inside", "admin-1234", "admin-1234", 4 },
  { "a blank", "Palier 1234", "Palier 1234", 4 },
  { "all but the second time", NEW, "Palier-432", 4 },
  { "all", NEW, NEW, 5 },
};

static void
test_rules (void)
{
  Walk walk;

  begin_inactive (&walk, "v4.1.64");
  g_assert_null (walk_find (&walk, "password"));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_test_message ("%s", typed[i].sentence);
      walk_type (&walk, "new_password", typed[i].first);
      walk_type (&walk, "new_again", typed[i].again);
      g_assert_cmpuint (count_kept (&walk), ==, typed[i].kept);
      g_assert_true (walk_may_go_on (&walk) == (typed[i].kept == 5));
      if (i == 3)
        walk_shot (&walk, "activation-1-rules");
    }
  walk_end (&walk);
}

typedef struct
{
  const char *sentence;
  const char *scenario;
} Scheme;

static const Scheme schemes[] = {
  { "the old scheme", "v3.4.92" },
  { "whatever the newest announces", "v4.61.030" },
};

static void
test_over_the_wire (gconstpointer data)
{
  const Scheme *scheme = data;
  PalierPracticeState state;
  Walk walk;

  begin_inactive (&walk, scheme->scenario);
  walk_type (&walk, "new_password", NEW);
  walk_type (&walk, "new_again", NEW);
  walk_click (&walk, "forward");
  walk_until_page (&walk, "plan");
  palier_practice_get_state (walk.practice, &state);
  g_assert_true (state.active);
  g_assert_false (palier_session_is_inactive (walk.session));
  g_assert_null (palier_session_get_password (walk.session, PALIER_PASSWORD_NEW));
  if (palier_session_get_job (walk.session) != NULL)
    g_assert_true (palier_session_get_survey (walk.session)->found_inactive);
  walk_click (&walk, "back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (walk_need (&walk, "password"))), ==, NEW);
  walk_end (&walk);
}

static void
test_at_its_screen (void)
{
  Walk walk;

  begin_inactive (&walk, "v4.1.64");
  g_assert_null (walk_find (&walk, "hand"));
  walk_click (&walk, "watch");
  g_assert_true (palier_session_is_watching (walk.session));
  walk_shot (&walk, "activation-2-watching");
  palier_session_set_password (walk.session, PALIER_PASSWORD_NEW, NEW);
  walk_click (&walk, "hand");
  walk_until (&walk, has_activation, NULL);
  walk_settle ();
  g_assert_false (palier_session_is_watching (walk.session));
  walk_type (&walk, "password", NEW);
  walk_click (&walk, "forward");
  walk_until_page (&walk, "plan");
  g_assert_true (palier_session_get_survey (walk.session)->found_inactive);
  walk_end (&walk);
}

static void
test_nobody_looks_on (void)
{
  Walk walk;

  begin_inactive (&walk, "v4.1.64");
  walk_click (&walk, "watch");
  walk_click (&walk, "watch");
  g_assert_false (palier_session_is_watching (walk.session));
  walk_click (&walk, "watch");
  walk_click (&walk, "back");
  g_assert_false (palier_session_is_watching (walk.session));
  walk_end (&walk);
}

/* What the search tells may be old: the recorder itself is asked, and no password is tried on it. */
static void
test_already_active (void)
{
  g_autofree char *answer = NULL;
  const char *port;
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  port = strrchr (palier_practice_get_address (walk.practice), ':') + 1;
  answer = answer_new ("Types", "inquiry", "DeviceDescription", "DS-7608NI-I2", "MAC", "4c-bd-8f-20-00-01", "IPv4Address",
                       "127.0.0.1", "HttpPort", port, "Activated", "false", NULL);
  palier_discovery_take (palier_session_get_discovery (walk.session), answer, strlen (answer), "127.0.0.1");
  palier_discovery_flush (palier_session_get_discovery (walk.session));
  walk_settle ();
  walk_choose (&walk, 1);
  g_assert_nonnull (walk_find (&walk, "activation"));
  walk_type (&walk, "new_password", NEW);
  walk_type (&walk, "new_again", NEW);
  walk_click (&walk, "forward");
  walk_until (&walk, has_problem, NULL);
  walk_settle ();
  g_assert_error (palier_session_get_problem (walk.session), PALIER_ERROR, PALIER_ERROR_ALREADY_ACTIVE);
  g_assert_null (walk_find (&walk, "activation"));
  g_assert_nonnull (walk_find (&walk, "password"));
  /* Not one attempt is gone. */
  g_assert_cmpint (palier_session_get_check (walk.session)->tries_left, ==, -1);
  walk_sign_in (&walk);
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/activation/over the wire, %s", schemes[i].sentence);

      g_test_add_data_func (path, &schemes[i], test_over_the_wire);
    }
  g_test_add_func ("/ui/activation/rules are kept or not as it is typed", test_rules);
  g_test_add_func ("/ui/activation/at its own screen, while Palier looks on", test_at_its_screen);
  g_test_add_func ("/ui/activation/the look ends with the page", test_nobody_looks_on);
  g_test_add_func ("/ui/activation/an active one is left alone", test_already_active);
  return g_test_run ();
}
