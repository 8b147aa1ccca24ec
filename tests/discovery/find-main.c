/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/command.h"

/* `palier find` alone, to be run inside a namespace. */
int
main (int argc, char **argv)
{
  return palier_command_find.run (argc, argv);
}
