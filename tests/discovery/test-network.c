/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"
#include "base/error.h"
#include "discovery/discovery-private.h"
#include "namespaces.h"
#include "responder.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define DEADLINE_S 20

/* A namespace for each test: 37020 is one fixed port. */
typedef struct
{
  PalierClock *clock;
  PalierDiscovery *discovery;
  GArray *neighbours; /* of pid_t */
  guint n_changes;
  double longest; /* s of processor time that one turn of the main loop took */
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  ((Fixture *) data)->n_changes++;
}

static void
setup (Fixture *self, gconstpointer data)
{
  g_assert_null (namespace_enter ());
  self->clock = palier_clock_new (1);
  self->neighbours = g_array_new (FALSE, FALSE, sizeof (pid_t));
  self->discovery = palier_discovery_new (NULL, self->clock);
  g_signal_connect (self->discovery, "items-changed", G_CALLBACK (changed_cb), self);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < self->neighbours->len; i++)
    namespace_remove_neighbour (g_array_index (self->neighbours, pid_t, i));
  g_array_unref (self->neighbours);
  palier_discovery_stop (self->discovery);
  g_assert_finalize_object (self->discovery);
  palier_clock_unref (self->clock);
}

static void
add (Fixture *self, const char *name, const char *ours, const char *theirs, const Responder *responder)
{
  pid_t pid = namespace_add_neighbour (name, ours, theirs, responder_run, responder);

  g_array_append_val (self->neighbours, pid);
}

static gboolean
again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static double
processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static void
turn (Fixture *self)
{
  double before = processor_time ();

  g_main_context_iteration (NULL, TRUE);
  self->longest = MAX (self->longest, processor_time () - before);
}

typedef gboolean (*Condition) (Fixture *self);

static void
run_until (Fixture *self, Condition condition)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;
  guint again = g_timeout_add (20, again_cb, NULL);

  while (!condition (self) && g_get_monotonic_time () < deadline)
    turn (self);
  g_source_remove (again);
  g_assert_true (condition (self));
}

static guint
count (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->discovery));
}

static gboolean
one (Fixture *self)
{
  return count (self) == 1;
}

static gboolean
two (Fixture *self)
{
  return count (self) == 2;
}

static gboolean
all (Fixture *self)
{
  return count (self) == 250;
}

static const PalierProbe *
peek (Fixture *self, guint position)
{
  return palier_discovered_get_probe (g_ptr_array_index (self->discovery->items, position));
}

static const Responder to_asker = { RESPOND_TO_ASKER, 1, 0, "192.168.1.", NULL };
static const Responder to_group = { RESPOND_TO_GROUP, 1, 0, "192.168.1.", NULL };

static void
test_answer_to_asker (Fixture *self, gconstpointer data)
{
  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_asker);
  palier_discovery_start (self->discovery);
  g_assert_cmpint (palier_discovery_get_why_nothing (self->discovery), ==, PALIER_NOTHING_YET);
  run_until (self, one);
  g_assert_cmpstr (peek (self, 0)->address, ==, "192.168.1.2");
  g_assert_cmpstr (peek (self, 0)->mac, ==, "4c:bd:8f:10:00:00");
  g_assert_cmpuint (peek (self, 0)->version.build, ==, 190119);
  g_assert_false (palier_discovery_is_port_in_use (self->discovery));
}

static void
test_answer_to_group (Fixture *self, gconstpointer data)
{
  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_group);
  palier_discovery_start (self->discovery);
  run_until (self, one);
  g_assert_cmpstr (peek (self, 0)->address, ==, "192.168.1.2");
}

/* No default route, two cables: both are asked, and each is heard on its own. */
static void
test_two_interfaces (Fixture *self, gconstpointer data)
{
  const Responder other = { RESPOND_TO_GROUP, 1, 5, "10.0.0.", NULL };

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_asker);
  add (self, "near1", "10.0.0.10/24", "10.0.0.7/24", &other);
  palier_discovery_start (self->discovery);
  run_until (self, two);
  g_assert_cmpint (
    palier_discovered_get_reach (g_ptr_array_index (self->discovery->items, 0)), ==, PALIER_REACH_YES);
  g_assert_cmpint (
    palier_discovered_get_reach (g_ptr_array_index (self->discovery->items, 1)), ==, PALIER_REACH_YES);
}

static void
test_named_interface (Fixture *self, gconstpointer data)
{
  const Responder other = { RESPOND_TO_ASKER, 1, 5, "10.0.0.", NULL };
  g_autoptr (PalierDiscovery) only = palier_discovery_new ("near1", self->clock);

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_asker);
  add (self, "near1", "10.0.0.10/24", "10.0.0.7/24", &other);
  g_set_object (&self->discovery, only);
  palier_discovery_start (self->discovery);
  run_until (self, one);
  g_assert_cmpstr (peek (self, 0)->address, ==, "10.0.0.7");
  g_clear_object (&only);
}

/* f.3: a building in under two seconds, and the window is never kept waiting. */
static void
test_a_building (Fixture *self, gconstpointer data)
{
  const Responder building = { RESPOND_TO_ASKER | RESPOND_TO_GROUP, 250, 0, "192.168.1.", NULL };
  gint64 started;

  add (self, "near0", "192.168.1.10/23", "192.168.1.2/23", &building);
  started = g_get_monotonic_time ();
  palier_discovery_start (self->discovery);
  run_until (self, all);
  g_test_message ("all listed after %.2f s, longest turn %.1f ms, %u changes",
                  (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC, self->longest * 1e3,
                  self->n_changes);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 2 * G_USEC_PER_SEC);
  g_assert_cmpuint (self->n_changes, <=, 20);
  g_assert_cmpfloat (self->longest, <, 0.1);
}

static void
test_other_network (Fixture *self, gconstpointer data)
{
  const Responder stray = { RESPOND_TO_GROUP, 1, 0, "172.20.0.", NULL };

  add (self, "near0", "192.168.1.10/24", "172.20.0.2/24", &stray);
  palier_discovery_start (self->discovery);
  run_until (self, one);
  g_assert_cmpstr (peek (self, 0)->address, ==, "172.20.0.2");
  g_assert_cmpint (palier_discovered_get_reach (g_ptr_array_index (self->discovery->items, 0)), ==,
                   PALIER_REACH_OTHER_NETWORK);
}

static int
hold_the_port (void)
{
  const struct sockaddr_in name = { .sin_family = AF_INET, .sin_port = htons (PALIER_PORT_NUMBER) };
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (bind (fd, (const struct sockaddr *) &name, sizeof name), ==, 0);
  return fd;
}

static gboolean
is_asked (Fixture *self)
{
  return palier_discovery_can_send (self->discovery);
}

static void
test_port_in_use (Fixture *self, gconstpointer data)
{
  int held = hold_the_port ();

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_asker);
  palier_discovery_start (self->discovery);
  run_until (self, one);
  g_assert_true (palier_discovery_is_port_in_use (self->discovery));
  close (held);
}

static void
test_port_in_use_and_nothing_heard (Fixture *self, gconstpointer data)
{
  int held = hold_the_port ();

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_group);
  palier_discovery_start (self->discovery);
  run_until (self, is_asked);
  palier_clock_advance (self->clock, 5);
  palier_discovery_tick (self->discovery);
  g_assert_cmpuint (count (self), ==, 0);
  g_assert_cmpint (palier_discovery_get_why_nothing (self->discovery), ==,
                   PALIER_NOTHING_PORT_IN_USE);
  close (held);
}

static gboolean
moved (Fixture *self)
{
  return count (self) == 1 && g_strcmp0 (peek (self, 0)->address, "192.168.1.2") != 0;
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  const Responder mover = { RESPOND_TO_ASKER, 1, 0, "192.168.1.", "10.0.0." };

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &mover);
  palier_discovery_start (self->discovery);
  run_until (self, one);
  palier_discovery_start (self->discovery);
  run_until (self, moved);
  g_assert_cmpstr (peek (self, 0)->address, ==, "10.0.0.2");
  g_assert_cmpstr (
    palier_discovered_get_previous_address (g_ptr_array_index (self->discovery->items, 0)), ==,
    "192.168.1.2");
}

static void
test_hostile (Fixture *self, gconstpointer data)
{
  const Responder hostile = { RESPOND_TO_ASKER | RESPOND_WITH_RUBBISH, 1, 0, "192.168.1.", NULL };

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &hostile);
  palier_discovery_start (self->discovery);
  run_until (self, one);
  g_assert_cmpuint (palier_discovery_get_n_verdicts (self->discovery, PALIER_PROBE_TOO_LONG), >, 0);
  g_assert_cmpuint (palier_discovery_get_n_verdicts (self->discovery, PALIER_PROBE_UNREADABLE), >, 100);
  g_assert_cmpuint (palier_discovery_get_n_verdicts (self->discovery, PALIER_PROBE_NAMELESS), >, 0);
  g_assert_cmpuint (palier_discovery_get_n_dropped (self->discovery), <,
                    palier_discovery_get_n_datagrams (self->discovery));
  g_assert_cmpfloat (self->longest, <, 0.1);
}

static gboolean
no_interface (Fixture *self)
{
  return palier_discovery_get_why_nothing (self->discovery) == PALIER_NOTHING_NO_INTERFACE;
}

/* And then a cable is plugged in. */
static void
test_no_interface (Fixture *self, gconstpointer data)
{
  palier_discovery_start (self->discovery);
  run_until (self, no_interface);
  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_asker);
  palier_clock_advance (self->clock, 3);
  run_until (self, one);
  g_assert_cmpint (palier_discovery_get_why_nothing (self->discovery), ==, PALIER_NOTHING_SOMETHING);
}

static void
silence (gconstpointer data)
{
  namespace_say_ready ();
  pause ();
}

static void
test_silence (Fixture *self, gconstpointer data)
{
  pid_t pid = namespace_add_neighbour ("near0", "192.168.1.10/24", "192.168.1.2/24", silence, NULL);

  g_array_append_val (self->neighbours, pid);
  palier_discovery_start (self->discovery);
  run_until (self, is_asked);
  palier_clock_advance (self->clock, 5);
  palier_discovery_tick (self->discovery);
  g_assert_cmpint (palier_discovery_get_why_nothing (self->discovery), ==, PALIER_NOTHING_NO_ANSWER);
}

static void
test_find_serial (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *place = NULL;

  add (self, "near0", "192.168.1.10/24", "192.168.1.2/24", &to_asker);
  place = palier_discovery_find_serial ("DS-7716NI-I4/16P1620181120CCRRC00000000wcvu", DEADLINE_S,
                                        cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (place, ==, "192.168.1.2");
  g_assert_null (palier_discovery_find_serial ("DS-7716NI-I40000000000", 0, cancellable, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_UNREACHABLE);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_null (palier_discovery_find_serial ("DS-7716NI-I40000000000", 60, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  const char *path;
  void (*run) (Fixture *self, gconstpointer data);
} Test;

static const Test tests[] = {
  { "/discovery/network/answer-to-asker", test_answer_to_asker },
  { "/discovery/network/answer-to-group", test_answer_to_group },
  { "/discovery/network/two-interfaces", test_two_interfaces },
  { "/discovery/network/named-interface", test_named_interface },
  { "/discovery/network/a-building", test_a_building },
  { "/discovery/network/other-network", test_other_network },
  { "/discovery/network/port-in-use", test_port_in_use },
  { "/discovery/network/port-in-use-and-nothing-heard", test_port_in_use_and_nothing_heard },
  { "/discovery/network/moved", test_moved },
  { "/discovery/network/hostile", test_hostile },
  { "/discovery/network/no-interface", test_no_interface },
  { "/discovery/network/silence", test_silence },
  { "/discovery/network/find-serial", test_find_serial },
};

static const char *forbidden;

static void
test_skipped (void)
{
  g_test_skip (forbidden);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  forbidden = namespace_enter ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    if (forbidden)
      g_test_add_func (tests[i].path, test_skipped);
    else
      g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].run, teardown);
  return g_test_run ();
}
