/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "discovery/discovery-private.h"
#include "namespaces.h"
#include "practice/practice.h"

#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DEADLINE_S 20

/* The practice recorder at the far end of a cable, found by the search and by `palier find`. */
typedef struct
{
  const char *scenario; /* NULL: the first */
  gboolean restarting;
} Recorder;

static void
serve_practice (gconstpointer data)
{
  const Recorder *self = data;
  g_autoptr (PalierClock) clock = palier_clock_new (1);
  g_autoptr (PalierPractice) practice = palier_practice_new (self->scenario, clock, 1, NULL);

  if (!practice || !palier_practice_serve (practice, 0, NULL)
      || !palier_practice_serve_sadp (practice, "far0", NULL))
    _exit (1);
  if (self->restarting)
    palier_practice_hand (practice, PALIER_HAND_CUT_POWER, NULL, NULL);
  namespace_say_ready ();
  while (TRUE)
    pause ();
}

static pid_t
add (const Recorder *recorder)
{
  g_assert_null (namespace_enter ());
  return namespace_add_neighbour ("near0", "192.168.10.10/24", "192.168.10.20/24", serve_practice,
                                  recorder);
}

static gboolean
again_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

static gboolean
wait_for_one (PalierDiscovery *discovery, gint64 seconds)
{
  gint64 deadline = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint again = g_timeout_add (20, again_cb, NULL);

  while (discovery->items->len == 0 && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (again);
  return discovery->items->len == 1;
}

typedef struct
{
  const char *sentence;
  Recorder recorder;
  const char *version; /* NULL: not told */
  guint build;
} Row;

static const Row rows[] = {
  { "the oldest firmware", { "v3.4.70", FALSE }, "V3.4.70", 160910 },
  { "a newer one", { "v4.22.005", FALSE }, "V4.22.005", 191208 },
  { "one that keeps its version to itself", { "unreadable", FALSE }, NULL, 0 },
};

static void
test_found (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PalierDiscovery) discovery = palier_discovery_new (NULL, NULL);
      pid_t pid = add (&rows[i].recorder);
      const PalierProbe *probe;

      g_test_message ("%s", rows[i].sentence);
      palier_discovery_start (discovery);
      g_assert_true (wait_for_one (discovery, DEADLINE_S));
      probe = palier_discovered_get_probe (g_ptr_array_index (discovery->items, 0));
      g_assert_nonnull (strstr (probe->serial, "PRACTICE"));
      g_assert_true (g_str_has_prefix (probe->mac, "02:"));
      g_assert_cmpstr (probe->address, ==, "192.168.10.20");
      g_assert_cmpuint (probe->http_port, >, 0);
      g_assert_cmpint (probe->activated, ==, PALIER_TOLD_YES);
      g_assert_cmpint (probe->version_known, ==, rows[i].version != NULL);
      g_assert_cmpstr (probe->version.spelling, ==, rows[i].version ? rows[i].version : "");
      g_assert_cmpuint (probe->version.build, ==, rows[i].build);
      namespace_remove_neighbour (pid);
    }
}

/* A recorder that restarts says nothing; neither does it get lost among the answers to
 * everybody. */
static void
test_silent_while_it_restarts (void)
{
  const Recorder recorder = { NULL, TRUE };
  g_autoptr (PalierDiscovery) discovery = palier_discovery_new (NULL, NULL);
  pid_t pid = add (&recorder);

  palier_discovery_start (discovery);
  g_assert_false (wait_for_one (discovery, 1));
  g_assert_cmpuint (palier_discovery_get_n_verdicts (discovery, PALIER_PROBE_ANSWER), ==, 0);
  namespace_remove_neighbour (pid);
}

typedef struct
{
  char *out, *err;
  int status;
} Outcome;

static void
find (Outcome *outcome, const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "discovery", "palier-find", NULL);
  g_autoptr (GError) error = NULL;
  va_list args;
  int wait_status = 0;

  g_ptr_array_add (words, program);
  va_start (args, first);
  for (const char *word = first; word; word = va_arg (args, const char *))
    g_ptr_array_add (words, (char *) word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &outcome->out,
                &outcome->err, &wait_status, &error);
  g_assert_no_error (error);
  outcome->status = WIFEXITED (wait_status) ? WEXITSTATUS (wait_status) : -1;
}

static void
outcome_clear (Outcome *outcome)
{
  g_free (outcome->out);
  g_free (outcome->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static JsonObject *
get_recorder (JsonParser *parser, const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  array = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                        "recorders");
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  return json_array_get_object_element (array, 0);
}

static void
test_find_json (void)
{
  const Recorder recorder = { "v4.22.005", FALSE };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Outcome) outcome = { 0 };
  pid_t pid = add (&recorder);
  JsonObject *found;

  find (&outcome, "--seconds", "1", "--format", "json", NULL);
  g_assert_cmpint (outcome.status, ==, 0);
  found = get_recorder (parser, outcome.out);
  g_assert_cmpstr (json_object_get_string_member (found, "address"), ==, "192.168.10.20");
  g_assert_cmpstr (json_object_get_string_member (found, "version"), ==, "V4.22.005");
  g_assert_cmpstr (json_object_get_string_member (found, "build"), ==, "191208");
  g_assert_true (json_object_get_boolean_member (found, "activated"));
  g_assert_true (json_object_get_boolean_member (found, "reachable"));
  g_assert_cmpint (json_object_get_int_member (found, "http_port"), >, 0);
  namespace_remove_neighbour (pid);
}

static void
test_find_unknown_is_null (void)
{
  const Recorder recorder = { "unreadable", FALSE };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (Outcome) outcome = { 0 };
  pid_t pid = add (&recorder);
  JsonObject *found;

  find (&outcome, "--seconds", "1", "--format", "json", "--interface", "near0", NULL);
  found = get_recorder (parser, outcome.out);
  g_assert_true (json_object_get_null_member (found, "version"));
  g_assert_true (json_object_get_null_member (found, "build"));
  namespace_remove_neighbour (pid);
}

static void
test_find_without_network (void)
{
  g_auto (Outcome) outcome = { 0 };

  g_assert_null (namespace_enter ());
  find (&outcome, "--seconds", "1", "--format", "json", NULL);
  g_assert_cmpint (outcome.status, ==, 4);
  g_assert_nonnull (g_strrstr (outcome.out, "\"recorders\" : []"));
  g_assert_nonnull (g_strrstr (outcome.err, "not connected to any network"));
}

static void
test_find_wrong_usage (void)
{
  g_auto (Outcome) no_time = { 0 }, stray = { 0 };

  find (&no_time, "--seconds", "0", NULL);
  g_assert_cmpint (no_time.status, ==, 2);
  find (&stray, "everything", NULL);
  g_assert_cmpint (stray.status, ==, 2);
  g_assert_cmpstr (stray.out, ==, "");
}

/* Without a time: a line a recorder as it comes, until it is interrupted. */
static void
test_find_as_they_come (void)
{
  const Recorder recorder = { NULL, FALSE };
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "discovery", "palier-find", NULL);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  pid_t pid = add (&recorder);

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, program, "--format", "json", NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  json_parser_load_from_data (parser, line, -1, &error);
  g_assert_no_error (error);
  g_assert_true (json_object_has_member (json_node_get_object (json_parser_get_root (parser)), "mac"));
  g_subprocess_send_signal (process, SIGINT);
  g_subprocess_wait (process, NULL, NULL);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 130);
  namespace_remove_neighbour (pid);
}

static const struct
{
  const char *path;
  void (*run) (void);
} tests[] = {
  { "/discovery/practice/found", test_found },
  { "/discovery/practice/silent-while-it-restarts", test_silent_while_it_restarts },
  { "/discovery/practice/find-json", test_find_json },
  { "/discovery/practice/find-unknown-is-null", test_find_unknown_is_null },
  { "/discovery/practice/find-without-network", test_find_without_network },
  { "/discovery/practice/find-wrong-usage", test_find_wrong_usage },
  { "/discovery/practice/find-as-they-come", test_find_as_they_come },
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
    g_test_add_func (tests[i].path, forbidden ? test_skipped : tests[i].run);
  return g_test_run ();
}
