/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/digest.h"

#include "recorder/auth-list.h"

#include <string.h>

typedef struct
{
  const char *sentence;
  const char *challenges;
  const char *user;
  const char *password;
  const char *uri;
  const char *cnonce;
  const char *response; /* NULL: not a challenge that we meet */
} VectorRow;

#define RFC7616 "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", " \
                "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", " \
                "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""
#define RFC7616_CNONCE "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
#define RFC7616_MD5 "8ca523f5e9506fed4657c9700eebdbec"
#define RFC7616_SHA256 "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"
#define MUFASA "Mufasa", "Circle of Life", "/dir/index.html", RFC7616_CNONCE

static const VectorRow vector_rows[] = {
  { "the example of RFC 7616, MD5", "Digest " RFC7616 ", algorithm=MD5", MUFASA, RFC7616_MD5 },
  { "the example of RFC 7616, SHA-256", "Digest " RFC7616 ", algorithm=SHA-256", MUFASA,
    RFC7616_SHA256 },
  { "both offered in one header: the stronger",
    "Digest " RFC7616 ", algorithm=MD5, Digest " RFC7616 ", algorithm=SHA-256", MUFASA,
    RFC7616_SHA256 },
  { "and in the other order",
    "Digest " RFC7616 ", algorithm=SHA-256, Digest " RFC7616 ", algorithm=MD5", MUFASA,
    RFC7616_SHA256 },
  { "Basic beside it does not disturb", "Basic realm=\"x\", Digest " RFC7616, MUFASA, RFC7616_MD5 },
  { "no algorithm is MD5", "Digest " RFC7616, MUFASA, RFC7616_MD5 },
  { "a quoted algorithm, as recorders write it",
    "Digest " RFC7616 ", algorithm=\"MD5\", domain=\"::\", stale=\"FALSE\"", MUFASA, RFC7616_MD5 },
  { "the example of RFC 2617",
    "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", "
    "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"",
    "Mufasa", "Circle Of Life", "/dir/index.html", "0a4f113b", "6629fae49393a05397450978507c4ef1" },
  { "values without quotes",
    "Digest realm=testrealm@host.com,qop=auth,nonce=dcd98b7102dd2f0e8b11d0f600bfb0c093", "Mufasa",
    "Circle Of Life", "/dir/index.html", "0a4f113b", "6629fae49393a05397450978507c4ef1" },
  { "the older form, without qop",
    "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"", "Mufasa",
    "Circle Of Life", "/dir/index.html", "0a4f113b", "670fd8c2df070c60b045671b8b24ff02" },
  { "Basic alone", "Basic realm=\"x\"", MUFASA, NULL },
  { "auth-int alone", "Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\"", MUFASA, NULL },
  { "an algorithm that nobody knows",
    "Digest realm=\"x\", nonce=\"y\", qop=\"auth\", algorithm=WHIRL", MUFASA, NULL },
  { "no nonce", "Digest realm=\"x\", qop=\"auth\"", MUFASA, NULL },
  { "no realm", "Digest nonce=\"x\", qop=\"auth\"", MUFASA, NULL },
  { "nothing", "", MUFASA, NULL },
  { "a quote that never ends", "Digest realm=\"x", MUFASA, NULL },
};

static char *
parameter (const char *header, const char *name)
{
  return palier_auth_list_dup (header + strlen ("Digest "), name);
}

static void
test_vector (gconstpointer data)
{
  const VectorRow *row = data;
  g_autoptr (PalierDigest) digest = palier_digest_new (row->challenges);
  g_autoptr (PalierSecret) password = palier_secret_new (row->password);
  g_autofree char *header = NULL;
  g_autofree char *response = NULL;
  g_autofree char *uri = NULL;

  if (!row->response)
    {
      g_assert_null (digest);
      return;
    }
  g_assert_nonnull (digest);
  header = palier_digest_sign (digest, row->user, password, "GET", row->uri, row->cnonce);
  g_assert_true (g_str_has_prefix (header, "Digest username=\""));
  response = parameter (header, "response");
  uri = parameter (header, "uri");
  g_assert_cmpstr (response, ==, row->response);
  g_assert_cmpstr (uri, ==, row->uri);
  g_assert_null (strstr (header, row->password));
}

static void
test_counts (void)
{
  g_autoptr (PalierDigest) digest
      = palier_digest_new ("Digest realm=\"r\", nonce=\"n\", qop=\"auth\"");
  g_autoptr (PalierSecret) password = palier_secret_new ("p");
  g_autofree char *last = NULL;

  for (guint i = 1; i <= 17; i++)
    {
      g_autofree char *header = palier_digest_sign (digest, "u", password, "PUT", "/a?b=c", NULL);
      g_autofree char *nc = parameter (header, "nc");
      g_autofree char *expected = g_strdup_printf ("%08x", i);
      char *cnonce = parameter (header, "cnonce");

      g_assert_cmpstr (nc, ==, expected);
      g_assert_cmpuint (strlen (cnonce), >=, 16);
      g_assert_cmpstr (cnonce, !=, last);
      g_free (last);
      last = cnonce;
    }
  g_assert_cmpuint (palier_digest_get_count (digest), ==, 17);
  palier_digest_set_nonce (digest, "another");
  g_assert_cmpuint (palier_digest_get_count (digest), ==, 0);
}

/* A user name is a person's own, and may hold what the header's grammar uses. */
static void
test_quotes (void)
{
  g_autoptr (PalierDigest) digest
      = palier_digest_new ("Digest realm=\"a \\\"b\\\"\", nonce=\"n\", qop=\"auth\"");
  g_autoptr (PalierSecret) password = palier_secret_new ("p");
  g_autofree char *header
      = palier_digest_sign (digest, "o\"x\\y\r\nEvil: 1", password, "GET", "/", NULL);
  g_autofree char *user = parameter (header, "username");
  g_autofree char *realm = parameter (header, "realm");

  g_assert_cmpstr (user, ==, "o\"x\\yEvil: 1");
  g_assert_cmpstr (realm, ==, "a \"b\"");
  g_assert_null (strpbrk (header, "\r\n"));
}

static void
test_stale (void)
{
  static const struct
  {
    const char *text;
    gboolean stale;
  } rows[] = {
    { "stale=true", TRUE },
    { "stale=\"TRUE\"", TRUE },
    { "stale=\"FALSE\"", FALSE },
    { "opaque=\"\"", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *challenge
          = g_strdup_printf ("Digest realm=\"r\", nonce=\"n\", %s", rows[i].text);
      g_autoptr (PalierDigest) digest = palier_digest_new (challenge);

      g_assert_cmpint (palier_digest_is_stale (digest), ==, rows[i].stale);
    }
}

/* Every cut of a challenge is read to its end and no further. */
static void
test_cut_short (void)
{
  const char *whole
      = "Basic realm=\"x\", Digest " RFC7616 ", algorithm=\"SHA-256\", stale=\"TRUE\"";

  for (gsize length = 0; length <= strlen (whole); length++)
    {
      g_autofree char *cut = g_strndup (whole, length);
      g_autoptr (PalierDigest) digest = palier_digest_new (cut);

      g_assert_true (digest || length < strlen (whole));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vector_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/digest/vector/%s", vector_rows[i].sentence);

      g_test_add_data_func (path, &vector_rows[i], test_vector);
    }
  g_test_add_func ("/digest/counts", test_counts);
  g_test_add_func ("/digest/quotes", test_quotes);
  g_test_add_func ("/digest/stale", test_stale);
  g_test_add_func ("/digest/cut short", test_cut_short);
  return g_test_run ();
}
