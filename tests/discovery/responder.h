/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

typedef enum
{
  RESPOND_TO_ASKER = 1 << 0,
  RESPOND_TO_GROUP = 1 << 1,
  RESPOND_WITH_RUBBISH = 1 << 2, /* before each true answer */
} RespondHow;

/* A network of recorders behind one cable, on plain sockets of its own: it shares no code with
 * what it tests. */
typedef struct
{
  RespondHow how;
  guint n_recorders;
  guint first;         /* number of the first */
  const char *network; /* "192.168.1.": recorder n is at network + (n + 2) */
  const char *moved;   /* network after the first two questions, NULL: it stays */
} Responder;

void responder_run (gconstpointer responder); /* a NamespaceMain */
