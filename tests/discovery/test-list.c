/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"
#include "discovery/discovery-private.h"

#include <arpa/inet.h>
#include <string.h>

/* The search without its sockets, on a clock that moves by hand. */
typedef struct
{
  PalierClock *clock;
  PalierDiscovery *discovery;
  guint n_changes; /* items-changed seen */
} Fixture;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  ((Fixture *) data)->n_changes++;
}

static void
add_interface (PalierDiscovery *discovery, const char *address, const char *mask)
{
  PalierInterface *interface = g_new0 (PalierInterface, 1);

  interface->name = g_strdup ("test0");
  interface->index = 1;
  inet_pton (AF_INET, address, &interface->address);
  if (mask)
    inet_pton (AF_INET, mask, &interface->mask);
  g_ptr_array_add (discovery->interfaces, interface);
}

static void
setup (Fixture *self, gconstpointer data)
{
  self->clock = palier_clock_new (1);
  self->discovery = palier_discovery_new (NULL, self->clock);
  add_interface (self->discovery, "192.168.1.10", "255.255.255.0");
  g_signal_connect (self->discovery, "items-changed", G_CALLBACK (changed_cb), self);
}

static void
teardown (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->discovery);
  g_clear_pointer (&self->clock, palier_clock_unref);
}

static void
take (Fixture *self, const char *text)
{
  palier_discovery_take (self->discovery, text, strlen (text), "192.168.1.200");
}

static void
take_recorder (Fixture *self, guint n, const char *address)
{
  g_autofree char *text = answer_of_recorder (n, address);

  take (self, text);
}

static void
pass (Fixture *self, double seconds)
{
  palier_clock_advance (self->clock, seconds);
  palier_discovery_tick (self->discovery);
}

static guint
count (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->discovery));
}

static PalierDiscovered *
peek (Fixture *self, guint position)
{
  return g_ptr_array_index (self->discovery->items, position);
}

static const char *
peek_address (Fixture *self, guint position)
{
  return palier_discovered_get_probe (peek (self, position))->address;
}

static void
test_once_each (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 4; i++)
    take_recorder (self, 1, "192.168.1.64");
  take_recorder (self, 2, "192.168.1.65");
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 2);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.64");
  g_assert_cmpstr (peek_address (self, 1), ==, "192.168.1.65");
  g_assert_cmpuint (palier_discovery_get_n_datagrams (self->discovery), ==, 5);
  g_assert_cmpuint (palier_discovery_get_n_dropped (self->discovery), ==, 0);
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_moved (Fixture *self, gconstpointer data)
{
  guint n_notified = 0;

  take_recorder (self, 1, "10.9.8.7");
  pass (self, 1);
  g_assert_cmpint (palier_discovered_get_reach (peek (self, 0)), ==, PALIER_REACH_OTHER_NETWORK);
  g_assert_null (palier_discovered_get_previous_address (peek (self, 0)));
  g_signal_connect (peek (self, 0), "notify::address", G_CALLBACK (count_cb), &n_notified);
  take_recorder (self, 1, "192.168.1.64");
  take_recorder (self, 1, "192.168.1.64");
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.64");
  g_assert_cmpstr (palier_discovered_get_previous_address (peek (self, 0)), ==, "10.9.8.7");
  g_assert_cmpint (palier_discovered_get_reach (peek (self, 0)), ==, PALIER_REACH_YES);
}

/* The serial number alone, then with another MAC: still the same recorder. */
static void
test_same_serial (Fixture *self, gconstpointer data)
{
  const char *serial = "DS-7608NI-I20820190101CCRR123456789WCVU";
  g_autofree char *bare = answer_new ("DeviceSN", serial, "IPv4Address", "192.168.1.5", NULL);
  g_autofree char *first
    = answer_new ("DeviceSN", serial, "MAC", "4c-bd-8f-00-00-01", "IPv4Address", "192.168.1.5", NULL);
  g_autofree char *second
    = answer_new ("DeviceSN", serial, "MAC", "4c-bd-8f-00-00-02", "IPv4Address", "192.168.1.6", NULL);

  take (self, bare);
  take (self, first);
  take (self, second);
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.5");
  /* Its first port is silent now. */
  pass (self, 21);
  take (self, second);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.6");
  g_assert_cmpuint (count (self), ==, 1);
}

/* Where one of two ports cannot be talked to, the other is the one. */
static void
test_reachable_port_wins (Fixture *self, gconstpointer data)
{
  const char *serial = "DS-7608NI-I20820190101CCRR123456789WCVU";
  g_autofree char *far
    = answer_new ("DeviceSN", serial, "MAC", "4c-bd-8f-00-00-01", "IPv4Address", "10.0.0.5", NULL);
  g_autofree char *near
    = answer_new ("DeviceSN", serial, "MAC", "4c-bd-8f-00-00-02", "IPv4Address", "192.168.1.6", NULL);

  take (self, far);
  take (self, near);
  take (self, far);
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.6");
}

static void
test_forgotten (Fixture *self, gconstpointer data)
{
  take_recorder (self, 1, "192.168.1.64");
  take_recorder (self, 2, "192.168.1.65");
  take_recorder (self, 3, "192.168.1.66");
  pass (self, 30);
  take_recorder (self, 2, "192.168.1.65");
  pass (self, 14.5);
  g_assert_cmpuint (count (self), ==, 3);
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 1);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.65");
  take_recorder (self, 1, "192.168.1.64");
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 2);
}

static void
test_kept_when_not_told_again (Fixture *self, gconstpointer data)
{
  g_autofree char *sparse = answer_new ("MAC", "4c-bd-8f-10-00-01", NULL);
  const PalierProbe *probe;

  take_recorder (self, 1, "192.168.1.64");
  take (self, sparse);
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, 1);
  probe = palier_discovered_get_probe (peek (self, 0));
  g_assert_cmpstr (probe->model, ==, "DS-7716NI-I4/16P");
  g_assert_true (probe->version_known);
  g_assert_cmpint (probe->activated, ==, PALIER_TOLD_YES);
  g_assert_cmpuint (probe->http_port, ==, 80);
}

/* A building answers at once: the window hears of it a few times, not hundreds of times. */
static void
test_many_change_the_list_seldom (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *address = g_strdup_printf ("192.168.1.%u", i % 250 + 2);

      take_recorder (self, i, address);
      palier_discovery_tick (self->discovery);
      if (i % 25 == 24)
        pass (self, 0.1);
    }
  pass (self, 0.1);
  g_assert_cmpuint (count (self), ==, 250);
  g_assert_cmpuint (self->n_changes, <=, 12);
}

static void
test_floods_are_bounded (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 3000; i++)
    {
      take_recorder (self, i, "192.168.1.64");
      take (self, "<ProbeMatch><MAC>");
    }
  pass (self, 1);
  g_assert_cmpuint (count (self), ==, PALIER_DISCOVERY_MAX_ITEMS);
  g_assert_cmpuint (palier_discovery_get_n_dropped (self->discovery), ==,
                    3000 + 3000 - PALIER_DISCOVERY_MAX_ITEMS);
  g_assert_cmpuint (palier_discovery_get_n_verdicts (self->discovery, PALIER_PROBE_UNREADABLE), ==,
                    3000);
}

/* The sender's address stands in where the answer tells none. */
static void
test_address_from_sender (Fixture *self, gconstpointer data)
{
  g_autofree char *text = answer_new ("MAC", "4c-bd-8f-00-00-01", NULL);

  take (self, text);
  pass (self, 1);
  g_assert_cmpstr (peek_address (self, 0), ==, "192.168.1.200");
}

typedef struct
{
  const char *sentence;
  const char *ours, *mask, *theirs;
  PalierReach reach;
} Reach;

static const Reach reaches[] = {
  { "a neighbour", "192.168.1.10", "255.255.255.0", "192.168.1.64", PALIER_REACH_YES },
  { "this computer itself", "192.168.1.10", "255.255.255.0", "192.168.1.10", PALIER_REACH_YES },
  { "a wide network", "10.1.2.3", "255.0.0.0", "10.200.0.1", PALIER_REACH_YES },
  { "one beyond a narrow one", "192.168.1.10", "255.255.255.240", "192.168.1.64",
    PALIER_REACH_OTHER_NETWORK },
  { "another network", "172.16.7.211", "255.255.252.0", "192.168.66.24", PALIER_REACH_OTHER_NETWORK },
  { "no mask to judge by", "192.168.1.10", NULL, "10.0.0.1", PALIER_REACH_YES },
  { "no address", "192.168.1.10", "255.255.255.0", NULL, PALIER_REACH_NO_ADDRESS },
  { "itself, it says", "192.168.1.10", "255.255.255.0", "127.0.0.1", PALIER_REACH_OTHER_NETWORK },
};

static void
test_reach (Fixture *self, gconstpointer data)
{
  GPtrArray *interfaces = self->discovery->interfaces;

  for (guint i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      const Reach *row = &reaches[i];

      g_test_message ("%s", row->sentence);
      g_ptr_array_set_size (interfaces, 0);
      add_interface (self->discovery, row->ours, row->mask);
      g_assert_cmpint (palier_reach_judge (interfaces, row->theirs), ==, row->reach);
      g_assert_cmpint (!palier_reach_get_sentence (row->reach), ==, row->reach == PALIER_REACH_YES);
      g_assert_cmpint (!palier_reach_get_remedy (row->reach), ==, row->reach == PALIER_REACH_YES);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/discovery/list/once-each", test_once_each },
    { "/discovery/list/moved", test_moved },
    { "/discovery/list/same-serial", test_same_serial },
    { "/discovery/list/reachable-port-wins", test_reachable_port_wins },
    { "/discovery/list/forgotten", test_forgotten },
    { "/discovery/list/kept-when-not-told-again", test_kept_when_not_told_again },
    { "/discovery/list/many-change-the-list-seldom", test_many_change_the_list_seldom },
    { "/discovery/list/floods-are-bounded", test_floods_are_bounded },
    { "/discovery/list/address-from-sender", test_address_from_sender },
    { "/discovery/list/reach", test_reach },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].run, teardown);
  return g_test_run ();
}
