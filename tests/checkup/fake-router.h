/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A router made of code, in a network namespace of its own, that answers as it was told to. */
typedef struct
{
  const char *location;    /* where its description is said to be; NULL: at its place */
  const char *control;     /* where its service is said to be; NULL: at its place */
  const char *redirect;    /* the description's request is sent on to there; NULL: answered */
  const char *description; /* in place of the description; NULL: a right one */
  guint entries;           /* so many mappings, then the fault */
  guint named;             /* one for the recorder, at this place among them; 0: none */
  gboolean switched_off;   /* that one */
  gboolean bare;           /* mappings without most of their fields */
  int fault;               /* 713: the end */
} FakeRouter;

typedef struct
{
  const FakeRouter *router;
  guint net; /* it is 192.168.<net>.1, the recorder .20 */
} FakeRouterPlace;

/* For namespace_add_neighbour (). */
void fake_router_run (gconstpointer place);
