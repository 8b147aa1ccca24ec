/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice.h"
#include "terminal/command.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  char *scenario;
  char *packages; /* NULL: a folder of our own, gone at the end */
  char *sadp;     /* interface on which it answers those who search; NULL: it does not */
  int port;
  double speed;
  gint64 seed;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->scenario);
  g_free (options->packages);
  g_free (options->sadp);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierCommonOptions, palier_common_options_clear)

static gboolean
parse (Options *options, PalierCommonOptions *common, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "scenario", 0, 0, G_OPTION_ARG_FILENAME, &options->scenario,
      N_ ("Name or file of the recorder to play"), "NAME|FILE" },
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, N_ ("Port to serve on (any free one)"), "N" },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &options->speed,
      N_ ("How many times as fast its clock runs; 0 as fast as it can"), "X" },
    { "packages", 0, 0, G_OPTION_ARG_FILENAME, &options->packages,
      N_ ("Folder for the practice packages"), "DIR" },
    { "sadp", 0, 0, G_OPTION_ARG_STRING, &options->sadp,
      N_ ("Also answer those who search for recorders on this network interface, such as lo"),
      "NAME" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &options->seed, N_ ("Number that decides every chance"),
      "N" },
    G_OPTION_ENTRY_NULL,
  };

  return palier_command_parse (&palier_command_practice, entries, NULL, argc, argv, common);
}

static const char *
find_fault (const Options *options, int argc)
{
  if (argc > 1)
    return _ ("This command takes no argument.");
  if (options->port < 0 || options->port > G_MAXUINT16)
    return _ ("A port is a number from 0 to 65535.");
  if (!(options->speed >= 0 && options->speed <= 1e6))
    return _ ("The speed is a number from 0 to 1,000,000.");
  if (options->seed < 0 || options->seed > G_MAXUINT32)
    return _ ("The seed is a number from 0 to 4294967295.");
  return NULL;
}

static void
add (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
announce (PalierPractice *practice, GHashTable *packages)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *certificate = palier_practice_dup_fingerprint (practice);
  GHashTableIter iter;
  gpointer version, path;

  json_builder_begin_object (builder);
  add (builder, "address", palier_practice_get_address (practice));
  add (builder, "user", palier_practice_get_user (practice));
  add (builder, "password", palier_practice_get_password (practice));
  add (builder, "serial", palier_practice_get_serial (practice));
  json_builder_set_member_name (builder, "packages");
  json_builder_begin_object (builder);
  g_hash_table_iter_init (&iter, packages);
  while (g_hash_table_iter_next (&iter, &version, &path))
    add (builder, version, path);
  json_builder_end_object (builder);
  if (certificate)
    {
      add (builder, "https", palier_practice_get_secure_address (practice));
      add (builder, "certificate", certificate);
    }
  json_builder_end_object (builder);
  palier_command_print_json (json_builder_get_root (builder), TRUE);
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_CONTINUE;
}

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

/* Before anything is said: who reads the line may end it at once. */
static void
heed_signals (GMainLoop *loop, guint *sources)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    sources[i] = g_unix_signal_add (signals[i], quit_cb, loop);
}

static void
announce_and_wait (PalierPractice *practice, GHashTable *packages)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  guint sources[G_N_ELEMENTS (signals)];

  heed_signals (loop, sources);
  announce (practice, packages);
  g_main_loop_run (loop);
  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_source_remove (sources[i]);
}

static void
remove_packages (GHashTable *packages, const char *folder)
{
  GHashTableIter iter;
  gpointer path;

  g_hash_table_iter_init (&iter, packages);
  while (g_hash_table_iter_next (&iter, NULL, &path))
    g_unlink (path);
  g_rmdir (folder);
}

static gboolean
serve (const Options *options, GError **error)
{
  g_autoptr (PalierClock) clock = palier_clock_new (options->speed);
  g_autoptr (PalierPractice) practice
      = palier_practice_new (options->scenario, clock, (guint32) options->seed, error);
  g_autofree char *own = NULL;
  g_autoptr (GHashTable) packages = NULL;

  if (practice == NULL || !palier_practice_serve (practice, (guint) options->port, error))
    return FALSE;
  if (options->sadp != NULL && !palier_practice_serve_sadp (practice, options->sadp, error))
    return FALSE;
  if (options->packages == NULL)
    {
      own = g_dir_make_tmp ("palier-practice-XXXXXX", error);
      if (own == NULL)
        {
          palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
          return FALSE;
        }
    }
  packages = palier_practice_make_packages (practice, own != NULL ? own : options->packages, error);
  if (packages == NULL)
    return FALSE;
  announce_and_wait (practice, packages);
  if (own != NULL)
    remove_packages (packages, own);
  return TRUE;
}

static int
run (int argc, char **argv)
{
  g_auto (Options) options = { .speed = 1 };
  g_auto (PalierCommonOptions) common = { 0 };
  g_autoptr (GError) error = NULL;
  const char *fault;

  if (!parse (&options, &common, &argc, &argv))
    return 2;
  fault = find_fault (&options, argc);
  if (fault != NULL)
    return palier_command_usage (&palier_command_practice, fault);
  return serve (&options, &error) ? 0 : palier_command_fail (error);
}

const PalierCommand palier_command_practice = {
  .name = "practice",
  .arguments
  = "[--scenario NAME|FILE] [--port N] [--speed X] [--packages DIR] [--seed N] [--sadp NAME]",
  .summary = N_ ("Serve a recorder made of code, to practise on"),
  .run = run,
};
