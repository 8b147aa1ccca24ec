/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/terminal.h"

#include "config.h"
#include "terminal/clean.h"
#include "terminal/command.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const PalierCommand *const commands[] = {
  &palier_command_find,    &palier_command_plan,     &palier_command_firmware, &palier_command_sticks,
  &palier_command_inspect, &palier_command_upgrade,  &palier_command_reprogram, &palier_command_checkup,
  &palier_command_restore, &palier_command_practice, &palier_command_catalogue,
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Palier upgrades a video recorder step by step, without killing it."));
  g_print ("  palier [--practice[=SCENARIO]]\n      %s\n", _ ("the wizard, in a window"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  palier %s %s\n      %s\n", commands[i]->name, commands[i]->arguments, _ (commands[i]->summary));
  g_print ("\n%s\n", _ ("“palier COMMAND --help” tells the options of a command."));
}

static int
run (const PalierCommand *command, int argc, char **argv)
{
  return command->run (argc, argv);
}

int
palier_terminal_main (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : "";

  palier_terminal_print_clean ();
  if (g_str_equal (word, "--version"))
    {
      g_print ("palier %s\n", PALIER_VERSION);
      return 0;
    }
  if (g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help"))
    {
      print_help ();
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, word))
      return run (commands[i], argc - 1, argv + 1);
  if (*word == '\0' || *word == '-')
    return -1;
  /* translators: %s is a word that the person typed as a command. */
  g_printerr (_ ("palier: there is no command “%s”."), word);
  g_printerr ("\n");
  return 2;
}
