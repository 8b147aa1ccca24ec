/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-certificate.h"

#include "base/error.h"

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>

#define DAY_S (24 * 60 * 60)
#define DISTINGUISHED_NAME "C=CN,O=Practice recorder,CN="

/* On a curve: made in a moment, where RSA would keep a slow computer waiting. */
static int
make_key (gnutls_x509_privkey_t key)
{
  return gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA,
                                       GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0);
}

static int
sign (gnutls_x509_crt_t crt, gnutls_x509_privkey_t key, const char *name)
{
  g_autofree char *subject = g_strconcat (DISTINGUISHED_NAME, name, NULL);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  guint64 serial = GUINT64_TO_BE ((guint64) g_get_real_time ());

  gnutls_x509_crt_set_version (crt, 3);
  gnutls_x509_crt_set_serial (crt, &serial, sizeof serial);
  gnutls_x509_crt_set_activation_time (crt, (time_t) (now - DAY_S));
  gnutls_x509_crt_set_expiration_time (crt, (time_t) (now + 3650 * (gint64) DAY_S));
  gnutls_x509_crt_set_dn (crt, subject, NULL);
  gnutls_x509_crt_set_key (crt, key);
  return gnutls_x509_crt_sign2 (crt, crt, key, GNUTLS_DIG_SHA256, 0);
}

static GTlsCertificate *
join (gnutls_x509_crt_t crt, gnutls_x509_privkey_t key, char **fingerprint, GError **error)
{
  gnutls_datum_t crt_pem = { 0 }, key_pem = { 0 }, der = { 0 };
  g_autofree char *pem = NULL;
  GTlsCertificate *certificate = NULL;

  if (gnutls_x509_crt_export2 (crt, GNUTLS_X509_FMT_DER, &der) == 0
      && gnutls_x509_crt_export2 (crt, GNUTLS_X509_FMT_PEM, &crt_pem) == 0
      && gnutls_x509_privkey_export2 (key, GNUTLS_X509_FMT_PEM, &key_pem) == 0)
    {
      pem = g_strdup_printf ("%.*s%.*s", (int) crt_pem.size, (char *) crt_pem.data,
                             (int) key_pem.size, (char *) key_pem.data);
      certificate = g_tls_certificate_new_from_pem (pem, -1, error);
      *fingerprint = g_compute_checksum_for_data (G_CHECKSUM_SHA256, der.data, der.size);
    }
  gnutls_free (der.data);
  gnutls_free (crt_pem.data);
  gnutls_free (key_pem.data);
  return certificate;
}

GTlsCertificate *
palier_practice_certificate_new (const char *name, char **fingerprint, GError **error)
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t crt;
  GTlsCertificate *certificate = NULL;
  g_autoptr (GError) broken = NULL;

  *fingerprint = NULL;
  gnutls_x509_privkey_init (&key);
  gnutls_x509_crt_init (&crt);
  if (make_key (key) == 0 && sign (crt, key, name) == 0)
    certificate = join (crt, key, fingerprint, &broken);
  gnutls_x509_crt_deinit (crt);
  gnutls_x509_privkey_deinit (key);
  if (certificate == NULL)
    palier_error_set (error, PALIER_ERROR_COMPUTER, "certificate: %s",
                      broken != NULL ? broken->message : "GnuTLS");
  return certificate;
}
