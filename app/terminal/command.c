/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/command.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

/* gettext ignores LANGUAGE in the C locale, and any other will do for messages. */
static gboolean
language_cb (const char *name, const char *value, gpointer data, GError **error)
{
  const char *now = setlocale (LC_MESSAGES, NULL);

  if (!g_str_equal (value, "fr") && !g_str_equal (value, "en"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--language: %s", value);
      return FALSE;
    }
  g_setenv ("LANGUAGE", value, TRUE);
  if (now && (g_str_equal (now, "C") || g_str_equal (now, "POSIX")))
    setlocale (LC_MESSAGES, "C.UTF-8");
  return TRUE;
}

static gboolean
format_cb (const char *name, const char *value, gpointer data, GError **error)
{
  PalierCommonOptions *common = data;

  common->json = g_str_equal (value, "json");
  if (common->json || g_str_equal (value, "text"))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--format: %s", value);
  return FALSE;
}

static GOptionGroup *
new_common_group (PalierCommonOptions *common)
{
  GOptionGroup *group = g_option_group_new ("common", _ ("Common options"), _ ("Options of every command"), common, NULL);
  const GOptionEntry entries[] = {
    { "user", 0, 0, G_OPTION_ARG_STRING, &common->user, N_ ("User name on the recorder (admin)"), "NAME" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &common->password_file,
      N_ ("File that holds the password; - reads standard input"), "FILE" },
    { "new-password-file", 0, 0, G_OPTION_ARG_FILENAME, &common->new_password_file,
      N_ ("File that holds the password to set after a full default"), "FILE" },
    { "file-password-file", 0, 0, G_OPTION_ARG_FILENAME, &common->file_password_file,
      N_ ("File that holds the password of the exported configuration"), "FILE" },
    { "tls-pin", 0, 0, G_OPTION_ARG_STRING, &common->tls_pin,
      N_ ("SHA-256 of the recorder’s certificate"), "SHA256" },
    { "format", 0, 0, G_OPTION_ARG_CALLBACK, format_cb, N_ ("How to write the outcome"), "text|json" },
    { "language", 0, 0, G_OPTION_ARG_CALLBACK, language_cb, N_ ("Language of messages"), "fr|en" },
    G_OPTION_ENTRY_NULL,
  };

  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  return group;
}

gboolean
palier_command_parse (const PalierCommand *command,
                      const GOptionEntry *own,
                      GOptionGroup *group,
                      int *argc,
                      char ***argv,
                      PalierCommonOptions *common)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  if (own)
    g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);
  if (group)
    g_option_context_add_group (context, group);
  g_option_context_add_group (context, new_common_group (common));
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      palier_command_usage (command, error->message);
      palier_common_options_clear (common);
      return FALSE;
    }
  if (!common->user)
    common->user = g_strdup ("admin");
  return TRUE;
}

void
palier_common_options_clear (PalierCommonOptions *common)
{
  g_clear_pointer (&common->user, g_free);
  g_clear_pointer (&common->password_file, g_free);
  g_clear_pointer (&common->new_password_file, g_free);
  g_clear_pointer (&common->file_password_file, g_free);
  g_clear_pointer (&common->tls_pin, g_free);
}

void
palier_command_print_json (JsonNode *node, gboolean one_line)
{
  g_autofree char *text = json_to_string (node, !one_line);

  g_print ("%s\n", text);
  fflush (stdout);
  json_node_unref (node);
}

int
palier_command_fail (const GError *error)
{
  const char *detail = palier_error_get_detail (error);
  const char *rule = palier_error_get_rule (error);

  g_printerr ("palier: %s%s%s", rule ? rule : "", rule ? ": " : "", palier_error_get_sentence (error));
  if (detail && !rule)
    g_printerr ("\n  (%s)", detail);
  g_printerr ("\n  %s\n", palier_error_get_remedy (error));
  return palier_error_get_exit_status (error);
}

int
palier_command_usage (const PalierCommand *command, const char *why)
{
  g_printerr ("palier %s: %s\n", command->name, why);
  /* translators: %s is the name of a command, such as “plan”. */
  g_printerr (_ ("Try “palier %s --help”."), command->name);
  g_printerr ("\n");
  return 2;
}
