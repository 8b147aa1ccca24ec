/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include "../remove-tree.h"

#include <gio/gio.h>
#include <string.h>

static char *program, *home;

/* The passwords of every built-in practice recorder, before and after a default. */
static const char *const secrets[] = { "Stairs-2016", "Landing-2021" };

void
spawn_init (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  g_assert_cmpint (*argc, ==, 2);
  program = g_canonicalize_filename ((*argv)[1], NULL);
  home = g_dir_make_tmp ("palier-terminal-XXXXXX", &error);
  g_assert_no_error (error);
}

int
spawn_run_tests (void)
{
  int status = g_test_run ();

  remove_tree (home);
  g_free (program);
  g_free (home);
  return status;
}

char *
spawn_path (const char *name)
{
  return g_build_filename (home, name, NULL);
}

char *
spawn_write (const char *name, const char *content, gssize length)
{
  g_autoptr (GError) error = NULL;
  char *path = spawn_path (name);

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);
  return path;
}

static GSubprocessLauncher *
new_launcher (GSubprocessFlags flags)
{
  static const char *const folders[]
      = { "HOME",           "TMPDIR",         "XDG_DATA_HOME", "XDG_CONFIG_HOME",
          "XDG_CACHE_HOME", "XDG_STATE_HOME" };
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (flags);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *folder = spawn_path (folders[i]);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      g_subprocess_launcher_setenv (launcher, folders[i], folder, TRUE);
    }
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  return launcher;
}

static GSubprocess *
launch (GSubprocessFlags flags, int seat, const char *const *words)
{
  g_autoptr (GSubprocessLauncher) launcher = new_launcher (flags);
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  if (seat >= 0)
    g_subprocess_launcher_take_stdin_fd (launcher, seat);
  g_ptr_array_add (line, program);
  for (guint i = 0; words[i]; i++)
    g_ptr_array_add (line, (gpointer) words[i]);
  g_ptr_array_add (line, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) line->pdata, &error);
  g_assert_no_error (error);
  return process;
}

GSubprocess *
spawn_start (const char *const *words)
{
  return launch (G_SUBPROCESS_FLAGS_STDOUT_PIPE, -1, words);
}

GSubprocess *
spawn_start_at (int seat, const char *const *words)
{
  return launch (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, seat, words);
}

Ran *
spawn_words (const char *input, const char *const *words)
{
  g_autofree char *line = g_strjoinv (" ", (char **) words);
  g_autoptr (GSubprocess) process
      = launch (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                    | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                -1, words);
  g_autoptr (GError) error = NULL;
  Ran *self = g_new0 (Ran, 1);

  g_test_message ("palier %s", line);
  g_subprocess_communicate_utf8 (process, input ? input : "", NULL, &self->out, &self->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  self->status = g_subprocess_get_exit_status (process);
  g_test_message ("status %d, %s", self->status, self->err);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_null (strstr (self->out, secrets[i]));
      g_assert_null (strstr (self->err, secrets[i]));
    }
  return self;
}

Ran *
spawn (const char *word, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, word);
  for (; word; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);
  return spawn_words (NULL, (const char *const *) words->pdata);
}

void
ran_free (Ran *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

static JsonNode *
parse_object (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (node));
  return node;
}

JsonNode *
ran_get_json (Ran *self)
{
  return parse_object (self->out);
}

GPtrArray *
ran_get_lines (Ran *self)
{
  g_auto (GStrv) lines = g_strsplit (self->out, "\n", -1);
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  g_assert_true (g_str_has_suffix (self->out, "\n"));
  for (guint i = 0; lines[i + 1]; i++)
    g_ptr_array_add (nodes, parse_object (lines[i]));
  return nodes;
}

static JsonNode *
find (JsonNode *node, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, ".", -1);

  for (guint i = 0; node && names[i] && *names[i]; i++)
    {
      guint64 n = g_ascii_strtoull (names[i], NULL, 10);

      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), names[i]);
      else if (JSON_NODE_HOLDS_ARRAY (node)
               && n < json_array_get_length (json_node_get_array (node)))
        node = json_array_get_element (json_node_get_array (node), (guint) n);
      else
        node = NULL;
    }
  return node;
}

char *
json_at (JsonNode *node, const char *path)
{
  JsonNode *found = find (node, path);

  return found ? json_to_string (found, FALSE) : NULL;
}

char *
json_names (JsonNode *node, const char *path)
{
  JsonNode *found = find (node, path);
  g_autoptr (GString) names = g_string_new (NULL);
  JsonObjectIter iter;
  const char *name;

  g_assert_nonnull (found);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (found));
  json_object_iter_init_ordered (&iter, json_node_get_object (found));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    g_string_append_printf (names, "%s%s", names->len ? "," : "", name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}
