/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/wire.h"

#include <libsoup/soup.h>

/* Between the files named wire. */
typedef enum
{
  PALIER_WIRE_ORDINARY,
  PALIER_WIRE_SLOW,
  PALIER_WIRE_LONG,
  PALIER_WIRE_N_SESSIONS
} PalierWireKind;

struct _PalierWire
{
  GMutex lock; /* for all below: the window asks for silence and certificate while the worker sends */
  SoupSession *session[PALIER_WIRE_N_SESSIONS]; /* libsoup knows one time limit a session */
  guint timeout[PALIER_WIRE_N_SESSIONS];
  char *pin;
  char *seen;
  gint64 last_answer; /* monotonic, 0: none yet */
  PalierTapFunc tap;
  gpointer tap_data;
};

/* What one message leaves behind; lives on the stack of palier_wire_exchange (). */
typedef struct
{
  PalierWire *wire;
  const PalierRequest *request;
  GCancellable *cancellable; /* its own, chained to the caller's */
  SoupMessage *message;
  guint64 sent;
  gboolean started;             /* the request began to go out */
  gboolean repeated;            /* libsoup was about to send it a second time */
  gboolean certificate_refused;
  gint64 deadline;              /* monotonic, 0: none */
} PalierTransfer;

/* NULL: base and path make no URL. */
SoupMessage *palier_wire_create_message (PalierTransfer *transfer, const char *base, const char *authorization);
gboolean palier_wire_accept_certificate_cb (SoupMessage *message, GTlsCertificate *certificate,
                                            GTlsCertificateFlags flaws, gpointer data);

char *palier_certificate_dup_fingerprint (GTlsCertificate *certificate); /* SHA-256, hex */
gboolean palier_certificate_is_vouched_for (GTlsCertificate *certificate, const char *host);
/* pinned: the one that was accepted before; NULL: none was. */
void palier_certificate_set_error (const char *pinned, const char *seen, GError **error);

/* Takes what GIO, GnuTLS or libsoup said and turns it into ours. */
void palier_wire_set_error (const PalierTransfer *transfer, GError *from, GError **error);
