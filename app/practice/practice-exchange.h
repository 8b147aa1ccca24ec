/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"
#include "practice/practice-page.h"
#include "recorder/xml.h"

/* One request and its answer, without any HTTP library. */
typedef enum
{
  PALIER_SIGNED_NOBODY,
  PALIER_SIGNED_STALE, /* right, with a nonce that is used up */
  PALIER_SIGNED_WRONG,
  PALIER_SIGNED_LOCKED,
  PALIER_SIGNED_IN,
} PalierSigned;

typedef struct
{
  PalierModel *model;
  const PalierDialect *dialect;
  const char *method;
  const char *path;  /* after "/ISAPI/", or whole where it is elsewhere */
  const char *target; /* path and query, as they came; NULL: not told */
  GHashTable *query; /* NULL: none */
  GBytes *body;
  gboolean form; /* the body was one part of a form */
  guint ids[2];  /* what stood where its route has "*" */
  PalierSigned signed_in;
  const PalierPracticeUser *user; /* NULL: nobody is signed in */

  guint status; /* HTTP */
  const char *type;
  GBytes *answer;
  gboolean hold;       /* answered when the flash has ended */
  gboolean drop;       /* no answer: the connection goes */
  double slow_seconds; /* comes late by so much */
} PalierExchange;

const char *palier_exchange_get_query (PalierExchange *self, const char *name);
gboolean palier_exchange_wants_json (PalierExchange *self); /* and this firmware can */

PalierXml *
palier_exchange_parse (PalierExchange *self); /* its body; NULL when badXmlFormat was answered */

void palier_answer_page (PalierExchange *self, PalierPage *page); /* ends it */
void palier_answer_document (PalierExchange *self, const char *document);
void palier_answer_json (PalierExchange *self, char *text);    /* takes text over */
void palier_answer_file (PalierExchange *self, GBytes *bytes); /* takes bytes over */
/* ResponseStatus: sub NULL for OK, "rebootRequired", or a sub-status of isapi.md §4. */
void palier_answer_status (PalierExchange *self, const char *sub);
void palier_answer_new_id (PalierExchange *self, guint id);
void palier_answer_user_check (PalierExchange *self,
                               guint status);           /* whole, for whoever asks for just that */
void palier_answer_unauthorised (PalierExchange *self); /* the 138 bytes of isapi.md §7 */
void palier_exchange_clear (PalierExchange *self);
