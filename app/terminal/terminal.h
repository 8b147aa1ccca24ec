/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The program's face in a terminal. Returns the exit status, or -1 when no subcommand was named: the window's turn. */
int palier_terminal_main (int argc, char **argv);
