/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../discovery/namespaces.h"
#include "../stick/folder.h"
#include "language.h"
#include "session-recorder.h"

/* The session finds a recorder by itself and signs in to it, over real sockets in a network of the test's own. */

typedef struct
{
  PalierPractice *practice;
  PalierSession *session;
} Fixture;

static void
setup (Fixture *self, gconstpointer scenario)
{
  g_autoptr (PalierClock) clock = palier_clock_new (1);
  g_autoptr (PalierDiscovery) discovery = palier_discovery_new ("lo", NULL);
  g_autoptr (GError) error = NULL;

  self->practice = palier_practice_new (scenario, clock, 1, &error);
  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (self->practice, 0, &error));
  g_assert_true (palier_practice_serve_sadp (self->practice, "lo", &error));
  g_assert_no_error (error);
  self->session = palier_session_new (NULL, NULL, NULL);
  palier_session_set_discovery (self->session, discovery);
  palier_discovery_start (discovery);
}

static void
teardown (Fixture *self, gconstpointer scenario)
{
  gpointer session = self->session;

  palier_discovery_stop (palier_session_get_discovery (self->session));
  g_object_add_weak_pointer (G_OBJECT (self->session), &session);
  g_object_unref (self->session);
  while (session != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->practice);
}

/* Whatever waits wakes this loop: answers, timers and ended calls all do. */
static PalierFound *
wait_for_one (Fixture *self)
{
  GListModel *recorders = palier_session_get_recorders (self->session);

  while (g_list_model_get_n_items (recorders) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (recorders), ==, 1);
  return g_list_model_get_item (recorders, 0);
}

static void
test_found_and_read (Fixture *self, gconstpointer scenario)
{
  g_autoptr (PalierFound) found = wait_for_one (self);
  g_autofree char *place = palier_found_dup_address (found);
  g_autofree char *address = NULL;

  g_assert_false (palier_found_is_practice (found));
  g_assert_cmpint (palier_found_get_reach (found), ==, PALIER_REACH_YES);
  palier_session_choose (self->session, found);
  address = palier_session_dup_string (self->session, "address");
  g_assert_cmpstr (address, ==, place);
  while (palier_session_get_approach (self->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (palier_session_get_approach (self->session)->transport, ==, PALIER_TRANSPORT_HTTP);

  palier_session_set_password (self->session, PALIER_PASSWORD_SIGN_IN, palier_practice_get_password (self->practice));
  palier_session_connect (self->session);
  while (palier_session_get_busy (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (palier_session_get_problem (self->session));
  g_assert_cmpstr (palier_session_get_survey (self->session)->info->serial, ==,
                   palier_practice_get_serial (self->practice));
}

static void
test_skipped (Fixture *self, gconstpointer scenario)
{
  g_test_skip ("this machine does not let tests have network namespaces");
}

static const char *const scenarios[] = { "v3.4.70", "v4.22.005", "unreadable" };

/* A journal of the tests' own. GLib's isolated folders would do, but for what they leak. */
static char *
take_data_folder (void)
{
  char *folder = g_dir_make_tmp ("palier-found-XXXXXX", NULL);

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  return folder;
}

int
main (int argc, char **argv)
{
  char *folder = take_data_folder ();
  const char *forbidden;
  int status;

  palier_language_init ();
  g_test_init (&argc, &argv, NULL);
  forbidden = namespace_enter ();
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/found/signed in to as found, %s", scenarios[i]);

      if (forbidden != NULL)
        g_test_add (path, Fixture, scenarios[i], NULL, test_skipped, NULL);
      else
        g_test_add (path, Fixture, scenarios[i], setup, test_found_and_read, teardown);
    }
  status = g_test_run ();
  folder_remove (folder);
  return status;
}
