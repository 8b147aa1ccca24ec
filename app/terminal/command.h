/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/error.h"
#include <json-glib/json-glib.h>

/* One subcommand: a row of the table in main.c and a file of this folder. */
typedef struct
{
  const char *name;      /* "plan" */
  const char *arguments; /* msgid-free usage: "--model M --firmware TEXT" */
  const char *summary;   /* msgid, one line */
  int (*run) (int argc, char **argv); /* argv[0] is the subcommand; returns the exit status */
} PalierCommand;

extern const PalierCommand palier_command_find;
extern const PalierCommand palier_command_plan;
extern const PalierCommand palier_command_firmware;
extern const PalierCommand palier_command_sticks;
extern const PalierCommand palier_command_inspect;
extern const PalierCommand palier_command_upgrade;
extern const PalierCommand palier_command_checkup;
extern const PalierCommand palier_command_reprogram;
extern const PalierCommand palier_command_restore;
extern const PalierCommand palier_command_practice;
extern const PalierCommand palier_command_catalogue;

/* Options that every subcommand takes. Passwords come from files, never from an argument. */
typedef struct
{
  char *user; /* "admin" unless said */
  char *password_file;
  char *new_password_file;
  char *file_password_file;
  char *tls_pin;
  gboolean json;
} PalierCommonOptions;

/* Parses own entries (NULL-ended, may be NULL) and a group (taken over, may be NULL) beside the common ones, sets the
 * language and leaves the rest in argv. On wrong usage prints why and returns FALSE: the exit status is 2. */
gboolean palier_command_parse (const PalierCommand *command, const GOptionEntry *own, GOptionGroup *group,
                               int *argc, char ***argv, PalierCommonOptions *common);
void palier_common_options_clear (PalierCommonOptions *common);

/* One JSON object on standard output; on one line where several follow each other. Takes node over. */
void palier_command_print_json (JsonNode *node, gboolean one_line);
/* Sentence, detail and remedy on standard error; returns the exit status that goes with it. */
int palier_command_fail (const GError *error);
int palier_command_usage (const PalierCommand *command, const char *why);
