/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/approach-private.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/wire-private.h"

#include <glib/gi18n-lib.h>

#define HTTP_PORT 80
#define HTTPS_PORT 443

/* The port that a person wrote is meant for that recorder: behind a router, 443 of the same host may be another
 * device. */
static guint
choose_https_port (const PalierApproachQuery *query, int port)
{
  if (query->https_port > 0)
    return query->https_port;
  return port > 0 && port != HTTP_PORT ? (guint) port : HTTPS_PORT;
}

static void
judge_pin (PalierApproach *self, PalierPins *pins, const char *pin, gboolean vouched)
{
  g_autofree char *known = pin    ? g_ascii_strdown (pin, -1)
                           : pins ? palier_pins_dup (pins, self->address, self->serial)
                                  : NULL;

  if (known && g_str_equal (known, self->fingerprint))
    self->pin = PALIER_PIN_KNOWN;
  else if (known)
    {
      self->pin = PALIER_PIN_CHANGED;
      self->accepted = g_steal_pointer (&known);
    }
  else
    self->pin = vouched ? PALIER_PIN_KNOWN : PALIER_PIN_NEW;
}

/* NULL: no TLS there. */
static PalierApproach *
over_https (PalierPins *pins,
            const PalierApproachQuery *query,
            const char *host,
            guint port,
            GCancellable *cancellable,
            GError **error)
{
  gboolean vouched = FALSE;
  g_autofree char *fingerprint = palier_approach_look (host, port, &vouched, cancellable, error);
  PalierApproach *self;

  if (!fingerprint)
    return NULL;
  self = g_new0 (PalierApproach, 1);
  self->transport = PALIER_TRANSPORT_HTTPS;
  self->address = palier_address_join ("https", host, port == HTTPS_PORT ? -1 : (int) port);
  self->serial = g_strdup (query->serial);
  self->fingerprint = g_steal_pointer (&fingerprint);
  judge_pin (self, pins, query->pin, vouched);
  return self;
}

static PalierApproach *
over_http (const PalierApproachQuery *query, const char *host, int port)
{
  PalierApproach *self = g_new0 (PalierApproach, 1);

  self->transport = PALIER_TRANSPORT_HTTP;
  self->pin = PALIER_PIN_NONE;
  self->address = palier_address_join ("http", host, port == HTTP_PORT ? -1 : port);
  self->serial = g_strdup (query->serial);
  return self;
}

/* Whoever stands between could close the secure port: what was secure before does not become plain by itself. */
static gboolean
was_secure (PalierPins *pins, const PalierApproachQuery *query, const char *host)
{
  g_autofree char *address = palier_address_join ("https", host, -1);
  g_autofree char *known = pins ? palier_pins_dup (pins, address, query->serial) : NULL;

  return query->pin || known || (pins && palier_pins_know_host (pins, address));
}

static void
set_no_longer_secure (GError **error)
{
  palier_error_set_words (
      error, PALIER_ERROR_CERTIFICATE,
      N_ ("This recorder was reached over a secure connection before, and now only answers without "
          "one, so nothing was sent to it."),
      N_ ("After a full default this can be normal. If you are sure of the network between, write the "
          "address with http:// in front."),
      NULL);
}

static PalierApproach *
try_both (PalierPins *pins,
          const PalierApproachQuery *query,
          const char *host,
          int port,
          GCancellable *cancellable,
          GError **error)
{
  PalierApproach *self = over_https (pins, query, host, choose_https_port (query, port), cancellable, NULL);
  g_autoptr (GError) local = NULL;

  if (self)
    return self;
  if (!palier_approach_listens (host, port > 0 ? (guint) port : HTTP_PORT, cancellable, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        palier_error_set (error, PALIER_ERROR_UNREACHABLE, "%s", local->message);
      return NULL;
    }
  if (was_secure (pins, query, host))
    {
      set_no_longer_secure (error);
      return NULL;
    }
  return over_http (query, host, port);
}

static PalierApproach *
try_https (PalierPins *pins,
           const PalierApproachQuery *query,
           const char *host,
           int port,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  PalierApproach *self
      = over_https (pins, query, host, port > 0 ? (guint) port : HTTPS_PORT, cancellable, &local);

  if (self)
    return self;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local));
  else
    palier_error_set (error, PALIER_ERROR_UNREACHABLE, "%s", local ? local->message : "no certificate");
  return NULL;
}

PalierApproach *
palier_approach (PalierPins *pins,
                 const PalierApproachQuery *query,
                 GCancellable *cancellable,
                 GError **error)
{
  gboolean told;
  g_autoptr (GUri) uri = palier_address_split (query->address, &told, error);
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (!uri || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!told)
    return try_both (pins, query, host, g_uri_get_port (uri), cancellable, error);
  if (g_str_equal (g_uri_get_scheme (uri), "https"))
    return try_https (pins, query, host, g_uri_get_port (uri), cancellable, error);
  if (!query->pin)
    return over_http (query, host, g_uri_get_port (uri));
  palier_error_set (error, PALIER_ERROR_USAGE, "a certificate is asked for, and http:// has none");
  return NULL;
}

void
palier_approach_free (PalierApproach *self)
{
  g_free (self->address);
  g_free (self->fingerprint);
  g_free (self->accepted);
  g_free (self->serial);
  g_free (self);
}

gboolean
palier_approach_accept (PalierApproach *self, PalierPins *pins, GError **error)
{
  if (self->transport == PALIER_TRANSPORT_HTTP)
    return TRUE;
  if (pins && !palier_pins_accept (pins, self->address, self->serial, self->fingerprint, error))
    return FALSE;
  self->pin = PALIER_PIN_KNOWN;
  g_clear_pointer (&self->accepted, g_free);
  return TRUE;
}

PalierConnection *
palier_approach_connect (const PalierApproach *self, GError **error)
{
  PalierConnection *connection;

  if (self->pin == PALIER_PIN_NEW || self->pin == PALIER_PIN_CHANGED)
    {
      palier_certificate_set_error (self->accepted, self->fingerprint, error);
      return NULL;
    }
  connection = palier_connection_new (self->address, error);
  if (connection)
    palier_connection_set_tls_pin (connection, self->fingerprint);
  return connection;
}

gboolean
palier_approach_bind (const PalierApproach *self, PalierPins *pins, const char *serial, GError **error)
{
  return self->transport == PALIER_TRANSPORT_HTTP
         || palier_pins_bind (pins, self->address, serial, self->fingerprint, error);
}

char *
palier_fingerprint_to_text (const char *sha256)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; sha256[i] != '\0'; i++)
    {
      if (i > 0 && i % 2 == 0)
        g_string_append_c (text, ':');
      g_string_append_c (text, g_ascii_toupper (sha256[i]));
    }
  return g_string_free (text, FALSE);
}
