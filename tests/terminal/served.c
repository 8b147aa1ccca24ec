/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "served.h"

#include "spawn.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>

struct _Served
{
  GSubprocess *process;
  GDataInputStream *out;
  JsonNode *line;
};

Served *
served_new (const char *scenario, const char *packages)
{
  const char *const words[] = { "practice", "--speed", "0", "--scenario", scenario,
                                packages ? "--packages" : NULL, packages, NULL };
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  Served *self = g_new0 (Served, 1);

  if (packages)
    g_assert_cmpint (g_mkdir_with_parents (packages, 0700), ==, 0);
  self->process = spawn_start (words);
  self->out = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line_utf8 (self->out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  self->line = json_from_string (line, &error);
  g_assert_no_error (error);
  return self;
}

JsonNode *
served_get_line (Served *self)
{
  return self->line;
}

const char *
served_get_text (Served *self, const char *member)
{
  return json_object_get_string_member (json_node_get_object (self->line), member);
}

const char *
served_get_serial (Served *self)
{
  return served_get_text (self, "serial");
}

char *
served_get_package (Served *self, const char *version)
{
  JsonObject *packages
      = json_object_get_object_member (json_node_get_object (self->line), "packages");

  g_assert_true (json_object_has_member (packages, version));
  return g_strdup (json_object_get_string_member (packages, version));
}

int
served_end (Served *self)
{
  g_autofree char *more = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (self->process, SIGTERM);
  more = g_data_input_stream_read_line_utf8 (self->out, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (more);
  g_assert_true (g_subprocess_wait (self->process, NULL, &error));
  g_assert_true (g_subprocess_get_if_exited (self->process));
  return g_subprocess_get_exit_status (self->process);
}

void
served_free (Served *self)
{
  if (g_subprocess_get_identifier (self->process))
    g_assert_cmpint (served_end (self), ==, 0);
  g_clear_object (&self->out);
  g_clear_object (&self->process);
  g_clear_pointer (&self->line, json_node_unref);
  g_free (self);
}
