/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/router.h"
#include "fake-router.h"
#include "miniupnpd.h"
#include "namespaces.h"

/* The local router asked by UPnP IGD: the real miniupnpd, and routers that lie. */

#define REAL_NET 60
#define FIRST_NET 61
#define TRAP_PORT 8099 /* in a namespace of our own: nobody else can have it */

typedef struct
{
  const char *says;
  FakeRouter router;
  PalierRouterState state;
  guint seen;
  guint ours; /* mappings that name the recorder */
  int fault;
} Row;

#define TRAP "http://192.168.71.10:8099/desc.xml"

static const Row rows[] = {
  { "no mapping at all", { .fault = 713 }, PALIER_ROUTER_LISTED, 0, 0, 0 },
  { "three, one of them ours", { .entries = 3, .named = 2, .fault = 713 }, PALIER_ROUTER_LISTED, 3, 1, 0 },
  { "ours is switched off", { .entries = 2, .named = 1, .switched_off = TRUE, .fault = 713 }, PALIER_ROUTER_LISTED, 2, 0, 0 },
  { "not authorized", { .fault = 606 }, PALIER_ROUTER_CANNOT_LIST, 0, 0, 606 },
  { "invalid action", { .fault = 401 }, PALIER_ROUTER_CANNOT_LIST, 0, 0, 401 },
  { "invalid arguments", { .fault = 402 }, PALIER_ROUTER_CANNOT_LIST, 0, 0, 402 },
  { "no such entry", { .fault = 714 }, PALIER_ROUTER_CANNOT_LIST, 0, 0, 714 },
  { "breaks off after two", { .entries = 2, .named = 1, .fault = 501 }, PALIER_ROUTER_LISTED_PARTLY, 2, 1, 501 },
  { "a list without end", { .entries = G_MAXUINT, .named = 200 }, PALIER_ROUTER_LISTED_PARTLY, PALIER_ROUTER_CAP, 1, 0 },
  { "mappings without a word in them", { .entries = 2, .bare = TRUE, .fault = 713 }, PALIER_ROUTER_LISTED, 2, 0, 0 },
  { "a description elsewhere", { .location = TRAP }, PALIER_ROUTER_DOUBTFUL, 0, 0, 0 },
  { "a service elsewhere", { .control = TRAP, .entries = 1 }, PALIER_ROUTER_DOUBTFUL, 0, 0, 0 },
  { "a description sent on", { .redirect = TRAP }, PALIER_ROUTER_SILENT, 0, 0, 0 },
  { "no description but a page", { .description = "<html><body>Hi" }, PALIER_ROUTER_SILENT, 0, 0, 0 },
};

static FakeRouterPlace places[G_N_ELEMENTS (rows)];
static pid_t neighbours[G_N_ELEMENTS (rows)];
static pid_t real;
static GSocket *trap;

static gpointer
ask_in_thread (gpointer recorder)
{
  g_autoptr (GError) error = NULL;
  PalierRouter *router = palier_router_ask (recorder, NULL, NULL, &error);

  g_assert_no_error (error);
  return router;
}

/* In a worker, as a checkup does: no main loop turns anything for it. */
static PalierRouter *
ask (guint net)
{
  g_autofree char *recorder = g_strdup_printf ("192.168.%u.20", net);

  return g_thread_join (g_thread_new ("ask", ask_in_thread, recorder));
}

static void
test_fake (gconstpointer data)
{
  const Row *row = data;
  guint i = (guint) (row - rows);
  g_autoptr (PalierRouter) router = ask (places[i].net);

  g_assert_cmpint (router->state, ==, row->state);
  g_assert_cmpuint (router->seen, ==, row->seen);
  g_assert_cmpuint (router->mappings->len, ==, row->ours);
  g_assert_cmpint (router->fault, ==, row->fault);
  /* Wherever it points, nobody goes there. */
  g_assert_cmpint (g_socket_condition_check (trap, G_IO_IN), ==, 0);
}

static void
test_real (void)
{
  g_autoptr (PalierRouter) router = NULL;
  const PalierRouterMapping *mapping;

  if (real == 0)
    {
      g_test_skip ("miniupnpd or nftables is not installed, or this kernel has no nftables");
      return;
    }
  router = ask (REAL_NET);
  g_assert_cmpint (router->state, ==, PALIER_ROUTER_LISTED);
  g_assert_cmpstr (router->address, ==, "192.168.60.1");
  g_assert_cmpuint (router->seen, ==, 2);
  g_assert_cmpuint (router->mappings->len, ==, 1);
  mapping = router->mappings->pdata[0];
  g_assert_cmpstr (mapping->protocol, ==, "TCP");
  g_assert_cmpuint (mapping->external_port, ==, 8080);
  g_assert_cmpuint (mapping->internal_port, ==, 80);
  g_assert_cmpstr (mapping->description, ==, "recorder web");
}

/* The address that the recorder gives itself counts as well as the one by which it is reached. */
static void
test_own_address (void)
{
  const char *const own[] = { "192.168.62.20", "not an address", NULL };
  g_autoptr (PalierRouter) router = palier_router_ask ("192.168.62.77", own, NULL, NULL);

  g_assert_cmpuint (router->mappings->len, ==, 1);
}

static void
test_no_way (void)
{
  g_autoptr (PalierRouter) far = palier_router_ask ("10.9.9.9", NULL, NULL, NULL);
  g_autoptr (PalierRouter) nowhere = palier_router_ask (NULL, NULL, NULL, NULL);
  g_autoptr (PalierRouter) here = palier_router_ask ("127.0.0.1", NULL, NULL, NULL);

  g_assert_cmpint (far->state, ==, PALIER_ROUTER_NO_WAY);
  g_assert_cmpint (nowhere->state, ==, PALIER_ROUTER_NO_WAY);
  g_assert_cmpint (here->state, ==, PALIER_ROUTER_NO_WAY);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (palier_router_ask ("192.168.61.20", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* All neighbours before the first thread. */
static void
build_street (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strdup_printf ("near%u", i);
      g_autofree char *ours = g_strdup_printf ("192.168.%u.10/24", FIRST_NET + i);
      g_autofree char *theirs = g_strdup_printf ("192.168.%u.1/24", FIRST_NET + i);

      places[i] = (FakeRouterPlace) { &rows[i].router, FIRST_NET + i };
      neighbours[i] = namespace_add_neighbour (name, ours, theirs, fake_router_run, &places[i]);
    }
  if (miniupnpd_is_there ())
    real = namespace_add_neighbour ("real0", "192.168.60.10/24", "192.168.60.1/24", miniupnpd_run, NULL);
}

static void
set_trap (void)
{
  g_autoptr (GInetAddress) any = g_inet_address_new_any (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) place = g_inet_socket_address_new (any, TRAP_PORT);

  trap = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_assert_true (g_socket_bind (trap, place, TRUE, NULL));
  g_assert_true (g_socket_listen (trap, NULL));
}

int
main (int argc, char **argv)
{
  const char *forbidden = namespace_enter ();
  int status;

  g_test_init (&argc, &argv, NULL);
  if (forbidden)
    {
      g_print ("1..0 # SKIP %s\n", forbidden);
      return 0;
    }
  /* What GUPnP thinks of a lying router is no fault of ours. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  build_street ();
  set_trap ();
  g_test_add_func ("/router/the real miniupnpd, one mapping ours and one not", test_real);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/router/", rows[i].says, NULL);

      g_test_add_data_func (path, &rows[i], test_fake);
    }
  g_test_add_func ("/router/the address that the recorder gives itself", test_own_address);
  g_test_add_func ("/router/no way to its network", test_no_way);
  g_test_add_func ("/router/cancelled", test_cancelled);
  status = g_test_run ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    namespace_remove_neighbour (neighbours[i]);
  if (real != 0)
    namespace_remove_neighbour (real);
  g_clear_object (&trap);
  return status;
}
