/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language.h"
#include "terminal/terminal.h"
#include <glib/gi18n.h>

#ifdef PALIER_WITH_WINDOW
#include "application.h"

static int
run_window (int argc, char **argv)
{
  g_autoptr (PalierApplication) application = palier_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
#else
static int
run_window (int argc, char **argv)
{
  g_printerr ("%s\n", _("This Palier was built without its window. Try “palier help”."));
  return 2;
}
#endif

int
main (int argc, char **argv)
{
  int status;

  palier_language_init ();
  status = palier_terminal_main (argc, argv);
  return status >= 0 ? status : run_window (argc, argv);
}
