/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Runs the built program as a script would, in a home of its own that is gone at the end. */
typedef struct
{
  int status;
  char *out;
  char *err;
} Ran;

/* Takes the program's path from the arguments, and makes the home. */
void spawn_init (int *argc, char ***argv);
/* g_test_run (), then the home is removed. */
int spawn_run_tests (void);

/* A path in the home, whether it exists or not. */
char *spawn_path (const char *name);
char *spawn_write (const char *name, const char *content, gssize length);

/* Waits for its end. Every word that it wrote is searched for the practice recorder's passwords. */
Ran *spawn_words (const char *input, const char *const *words);
Ran *spawn (const char *word, ...) G_GNUC_NULL_TERMINATED;
/* Does not wait: standard output is a pipe. */
GSubprocess *spawn_start (const char *const *words);
/* The same with a terminal to be asked at (taken over) as standard input, and standard error a pipe, too. */
GSubprocess *spawn_start_at (int seat, const char *const *words);
void ran_free (Ran *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ran, ran_free)

/* Standard output as exactly one object. */
JsonNode *ran_get_json (Ran *self);
/* Standard output as one object a line. */
GPtrArray *ran_get_lines (Ran *self);

/* The member at a path such as "error.code" or "landings.0.version", as JSON; NULL: none. */
char *json_at (JsonNode *node, const char *path);
#define assert_json_at(node, path, expected)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *found_at = json_at (node, path);                                              \
    g_assert_cmpstr (found_at, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END
/* The names of an object's members in their order, with commas between. */
char *json_names (JsonNode *node, const char *path);

G_END_DECLS
