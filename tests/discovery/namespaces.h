/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sys/types.h>

/* Network namespaces of a test's own: nothing that it sends leaves them. */

/* Moves this process into a new, empty one with its loopback up. NULL, or why this machine
 * forbids it. */
const char *namespace_enter (void);

/* What a neighbour does; it says namespace_say_ready () once it listens, and is ended from
 * outside. */
typedef void (*NamespaceMain) (gconstpointer data);
void namespace_say_ready (void);

/* Another computer at the end of a cable: a process in a namespace of its own that runs run
 * (data). Our end of the cable is name, with address; theirs is "far0", with their_address (both
 * as "192.168.1.10/24"). Returns when it is ready. */
pid_t namespace_add_neighbour (const char *name, const char *address, const char *their_address,
                               NamespaceMain run, gconstpointer data);
void namespace_remove_neighbour (pid_t neighbour);
