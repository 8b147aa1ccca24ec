/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/wire-private.h"

/* A recorder's certificate is self-signed as a rule, so it is known by its fingerprint. The
 * sessions have no authorities of their own: thus this is asked about each certificate, a valid one
 * too, and a pinned recorder cannot be replaced by one that some authority vouches for. */

char *
palier_certificate_dup_fingerprint (GTlsCertificate *certificate)
{
  g_autoptr (GByteArray) der = NULL;

  g_object_get (certificate, "certificate", &der, NULL);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, der->data, der->len);
}

gboolean
palier_certificate_is_vouched_for (GTlsCertificate *certificate, const char *host)
{
  g_autoptr (GTlsDatabase) database
      = g_tls_backend_get_default_database (g_tls_backend_get_default ());
  g_autoptr (GSocketConnectable) identity = g_network_address_new (host, 443);
  g_autoptr (GError) error = NULL;
  GTlsCertificateFlags flaws;

  flaws = g_tls_database_verify_chain (database, certificate,
                                       G_TLS_DATABASE_PURPOSE_AUTHENTICATE_SERVER, identity, NULL,
                                       G_TLS_DATABASE_VERIFY_NONE, NULL, &error);
  return !error && flaws == 0;
}

gboolean
palier_wire_accept_certificate_cb (SoupMessage *message,
                                   GTlsCertificate *certificate,
                                   GTlsCertificateFlags flaws,
                                   gpointer data)
{
  PalierTransfer *transfer = data;
  PalierWire *wire = transfer->wire;
  g_autofree char *seen = palier_certificate_dup_fingerprint (certificate);
  g_autofree char *pin = NULL;
  gboolean accepted;

  g_mutex_lock (&wire->lock);
  g_free (wire->seen);
  wire->seen = g_strdup (seen);
  pin = g_strdup (wire->pin);
  g_mutex_unlock (&wire->lock);

  if (pin)
    accepted = g_ascii_strcasecmp (pin, seen) == 0;
  else
    accepted = palier_certificate_is_vouched_for (
        certificate, g_uri_get_host (soup_message_get_uri (message)));
  transfer->certificate_refused = !accepted;
  return accepted;
}
