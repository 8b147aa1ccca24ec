/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"
#include "recorder/pins.h"

/* How a recorder is reached before anything is asked of it: over HTTPS where it listens, else over plain HTTP. Sends
 * no request and no password. Blocking, in the worker, and cancellable; a filtered port costs three seconds. */
typedef enum
{
  PALIER_TRANSPORT_HTTPS,
  PALIER_TRANSPORT_HTTP, /* allowed; the person is told plainly that others on the network can read along */
} PalierTransport;

typedef enum
{
  PALIER_PIN_NONE,    /* plain HTTP: there is no certificate */
  PALIER_PIN_KNOWN,   /* accepted before, or an authority vouches for it */
  PALIER_PIN_NEW,     /* never seen: the person compares the fingerprint and accepts it, or not */
  PALIER_PIN_CHANGED, /* another one was accepted before: expected after a full default, else a warning */
} PalierPinState;

typedef struct
{
  const char *address; /* "host", "host:port" or a URL, whose scheme is then respected */
  const char *serial;  /* where discovery or a journal tells it; NULL */
  guint https_port;    /* where it listens, as far as known (discovery tells the HTTP port: 443); 0: the port of the
                        * address, or 443 where it has none or 80 */
  const char *pin;     /* SHA-256 that alone is right (--tls-pin); NULL: what was accepted before */
} PalierApproachQuery;

typedef struct
{
  PalierTransport transport;
  PalierPinState pin;
  char *address;     /* a URL, scheme included */
  char *fingerprint; /* SHA-256 of the certificate, hex; NULL over HTTP */
  char *accepted;    /* the other one that was accepted before; NULL unless CHANGED */
  char *serial;      /* as asked; NULL */
} PalierApproach;

/* pins NULL: nothing was ever accepted. NULL with PALIER_ERROR_UNREACHABLE when nobody listens, _USAGE for what is no
 * address, _CERTIFICATE when a recorder that had a certificate now only answers without one. */
PalierApproach *palier_approach (PalierPins *pins, const PalierApproachQuery *query, GCancellable *cancellable,
                                 GError **error);
void palier_approach_free (PalierApproach *self);

/* The person accepts the certificate shown: kept, and KNOWN from now on. */
gboolean palier_approach_accept (PalierApproach *self, PalierPins *pins, GError **error);
/* A connection that takes this certificate and no other. NEW and CHANGED: PALIER_ERROR_CERTIFICATE, with the
 * fingerprints as detail, so that no password can leave before the person said yes. */
PalierConnection *palier_approach_connect (const PalierApproach *self, GError **error);
/* Once signed in: the certificate belongs to this serial number from now on. */
gboolean palier_approach_bind (const PalierApproach *self, PalierPins *pins, const char *serial, GError **error);

/* "AB:CD:…", as recorders' pages and openssl show it; to be freed. */
char *palier_fingerprint_to_text (const char *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierApproach, palier_approach_free)
