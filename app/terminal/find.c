/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovery.h"
#include "base/json-text.h"
#include "terminal/command.h"
#include "terminal/find-line.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>

#define NO_NETWORK_STATUS 4
#define CANCELLED_STATUS 130

typedef struct
{
  PalierDiscovery *discovery;
  PalierCommonOptions common;
  int seconds; /* 0: until interrupted, one object a line */
  char *interface;
  GHashTable *told; /* PalierDiscovered -> the line last written for it */
  GMainLoop *loop;
  gboolean interrupted;
} Find;

static void
tell (Find *self, PalierDiscovered *item)
{
  g_autoptr (JsonNode) node = palier_found_to_json (item);
  g_autofree char *line
    = self->common.json ? json_to_string (node, FALSE) : palier_found_to_text (item);

  if (g_strcmp0 (g_hash_table_lookup (self->told, item), line) == 0)
    return;
  g_print ("%s\n", line);
  fflush (stdout);
  g_hash_table_insert (self->told, g_object_ref (item), g_steal_pointer (&line));
}

static void
changed_cb (PalierDiscovered *item, GParamSpec *pspec, gpointer data)
{
  tell (data, item);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, gpointer data)
{
  Find *self = data;

  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PalierDiscovered) item = g_list_model_get_item (model, i);

      if (g_hash_table_contains (self->told, item))
        continue;
      tell (self, item);
      g_signal_connect (item, "notify", G_CALLBACK (changed_cb), self);
    }
}

static void
tell_why_nothing (PalierNothing why)
{
  if (why == PALIER_NOTHING_SOMETHING)
    return;
  g_printerr ("%s\n", palier_nothing_get_sentence (why));
  if (why != PALIER_NOTHING_YET)
    g_printerr ("  %s\n", palier_nothing_get_remedy (why));
}

static void
nothing_cb (PalierDiscovery *discovery, GParamSpec *pspec, gpointer data)
{
  tell_why_nothing (palier_discovery_get_why_nothing (discovery));
}

static gboolean
over_cb (gpointer data)
{
  g_main_loop_quit (((Find *) data)->loop);
  return G_SOURCE_CONTINUE;
}

static gboolean
interrupted_cb (gpointer data)
{
  ((Find *) data)->interrupted = TRUE;
  return over_cb (data);
}

static void
search (Find *self)
{
  guint sources[] = {
    g_unix_signal_add (SIGINT, interrupted_cb, self),
    g_unix_signal_add (SIGTERM, interrupted_cb, self),
    self->seconds > 0 ? g_timeout_add_seconds ((guint) self->seconds, over_cb, self) : 0,
  };

  if (self->seconds == 0)
    {
      g_signal_connect (self->discovery, "items-changed", G_CALLBACK (items_changed_cb), self);
      g_signal_connect (self->discovery, "notify::nothing", G_CALLBACK (nothing_cb), self);
    }
  tell_why_nothing (PALIER_NOTHING_YET);
  palier_discovery_start (self->discovery);
  g_main_loop_run (self->loop);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (sources[i] != 0)
      g_source_remove (sources[i]);
}

static void
print_all (Find *self)
{
  GListModel *model = G_LIST_MODEL (self->discovery);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_array (builder, "recorders");
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PalierDiscovered) item = g_list_model_get_item (model, i);

      if (self->common.json)
        palier_found_add_json (builder, item);
      else
        tell (self, item);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  if (self->common.json)
    palier_command_print_json (json_builder_get_root (builder), FALSE);
}

static void
tell_dropped (PalierDiscovery *discovery)
{
  guint n = (guint) MIN (palier_discovery_get_n_dropped (discovery), G_MAXUINT);

  if (n == 0)
    return;
  /* translators: %u is the number of network messages that could not be read. */
  g_printerr (ngettext ("%u answer could not be read and was left out.",
                        "%u answers could not be read and were left out.", n), n);
  g_printerr ("\n");
}

static int
conclude (Find *self)
{
  PalierNothing why = palier_discovery_get_why_nothing (self->discovery);

  if (self->seconds > 0)
    {
      print_all (self);
      tell_why_nothing (why);
    }
  tell_dropped (self->discovery);
  if (self->interrupted)
    return CANCELLED_STATUS;
  return why == PALIER_NOTHING_NO_INTERFACE || why == PALIER_NOTHING_CANNOT_SEND
           ? NO_NETWORK_STATUS
           : 0;
}

static int
run (Find *self)
{
  int status;

  self->discovery = palier_discovery_new (self->interface, NULL);
  self->told = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->loop = g_main_loop_new (NULL, FALSE);
  search (self);
  status = conclude (self);
  palier_discovery_stop (self->discovery);
  g_object_unref (self->discovery);
  g_hash_table_unref (self->told);
  g_main_loop_unref (self->loop);
  return status;
}

static int
find_run (int argc, char **argv)
{
  Find self = { .seconds = -1 };
  const GOptionEntry entries[] = {
    { "seconds", 0, 0, G_OPTION_ARG_INT, &self.seconds,
      N_ ("Search for so long, then write all at once"), "N" },
    { "interface", 0, 0, G_OPTION_ARG_STRING, &self.interface,
      N_ ("Search on this network interface alone"), "NAME" },
    G_OPTION_ENTRY_NULL,
  };
  int status = 2;

  if (!palier_command_parse (&palier_command_find, entries, NULL, &argc, &argv, &self.common))
    return 2;
  if (argc > 1)
    status = palier_command_usage (&palier_command_find, argv[1]);
  else if (self.seconds == 0 || self.seconds < -1)
    status = palier_command_usage (&palier_command_find, _ ("--seconds takes a number from 1 on"));
  else
    {
      self.seconds = MAX (self.seconds, 0);
      status = run (&self);
    }
  palier_common_options_clear (&self.common);
  g_free (self.interface);
  return status;
}

const PalierCommand palier_command_find = {
  .name = "find",
  .arguments = "[--seconds N]",
  .summary = N_ ("recorders on every local network"),
  .run = find_run,
};
