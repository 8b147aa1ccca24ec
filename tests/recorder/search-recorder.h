/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server.h"

/* A recorder with a log or with footage, and its own way of searching. */
typedef struct
{
  guint entries;      /* in the log */
  guint cap;          /* of one search, as recorders have; 0: none */
  guint page;         /* never more at once; 0: as many as asked for */
  const char *only;   /* finds nothing but this kind; NULL: all */
  const char *refuses; /* refuses this kind */
  guint refuses_from;  /* ... from this place on */
  gboolean psia;      /* answers in the other dialect */
  gboolean lies;      /* about its own numbers */
  gboolean always_more;
  /* footage */
  guint segments;
  gboolean wants_track_list; /* else searches track 101 */
  gboolean empty_101;        /* and has nothing there */
  const char *refused_tag;   /* as an element that it does not expect */
  gboolean deaf;             /* searches track 101 whatever it is told */
  gboolean version_1;        /* knows no positions */
  /* what came */
  guint requests;
  guint ids;
  char *last_id;
} Recorder;

/* For server_set_func (); data is a Recorder. */
gboolean search_recorder_answer_cb (SoupServerMessage *message, const Seen *seen, gpointer data);
/* When the nth thing happened. */
char *search_recorder_dup_moment (guint index);
