/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/conversation.h"

#include "base/error.h"
#include "recorder/response-status.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USER_CHECK "/ISAPI/Security/userCheck"
/* Above this, a body goes out once: the nonce is proved on a small request first. */
#define SMALL_BODY (64 * 1024)

static gboolean
exchange_signed (PalierConnection *self,
                 const PalierRequest *request,
                 PalierReply *reply,
                 PalierVerdict *verdict,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *base = palier_connection_dup_address (self);
  g_autofree char *header = NULL;
  PalierTicket ticket = { 0 };

  palier_reply_clear (reply);
  header = palier_credentials_sign (self->credentials, request->method, request->path, &ticket);
  if (!palier_wire_exchange (self->wire, base, request, header, reply, cancellable, error))
    return FALSE;
  *verdict = palier_credentials_judge (self->credentials, &ticket, reply);
  return TRUE;
}

/* TRUE when the password itself still holds, so that a refusal is about this request alone. */
static gboolean
password_holds (PalierConnection *self, GCancellable *cancellable)
{
  const PalierRequest check = { .method = "GET", .path = USER_CHECK };
  g_auto (PalierReply) reply = { 0 };
  PalierVerdict verdict;

  return exchange_signed (self, &check, &reply, &verdict, cancellable, NULL)
         && verdict == PALIER_VERDICT_ACCEPTED;
}

static void
set_refused (PalierConnection *self,
             const PalierRequest *request,
             const PalierAnswer *answer,
             GError **error)
{
  g_autoptr (GError) local = NULL;

  if (palier_response_check (request, answer, &local))
    palier_error_set (&local, PALIER_ERROR_WRONG_PASSWORD, "HTTP %u", answer->status);
  palier_credentials_latch (self->credentials, local);
  g_propagate_error (error, g_steal_pointer (&local));
}

/* A locked or inactive recorder may answer without any challenge. */
static gboolean
says_why (const PalierAnswer *answer)
{
  g_auto (PalierResponseStatus) status = { 0 };

  return palier_response_status_parse (answer->body, &status)
         && (status.locked || status.inactive || status.sub_status);
}

/* A refusal that is no longer open to another try. */
static gboolean
give_up (PalierConnection *self,
         const PalierRequest *request,
         PalierVerdict verdict,
         PalierReply *reply,
         GCancellable *cancellable,
         GError **error)
{
  gboolean doubted = verdict != PALIER_VERDICT_REFUSED && !g_str_equal (request->path, USER_CHECK);

  if (!palier_credentials_have_challenge (self->credentials) && !says_why (&reply->answer))
    palier_error_set (error, PALIER_ERROR_NOT_A_RECORDER, "HTTP 401 without Digest");
  else if (doubted && palier_credentials_were_accepted (self->credentials)
           && password_holds (self, cancellable))
    palier_error_set (error, PALIER_ERROR_NO_PERMISSION, "HTTP 401, %.*s",
                      (int) strcspn (request->path, "?"), request->path);
  else
    set_refused (self, request, &reply->answer, error);
  return FALSE;
}

static void
set_asked_again (PalierReply *reply, GError **error)
{
  g_autofree char *detail
      = g_strdup_printf ("HTTP 401 after %" G_GUINT64_FORMAT " bytes", reply->sent);

  palier_error_set_words (error, PALIER_ERROR_CONNECTION_LOST,
                          N_ ("The recorder asked for the sign-in again when the file had already "
                              "gone out."),
                          N_ ("Do not cut its power. The file is not sent again blindly: continue, "
                              "and Palier first asks the recorder where it stands."),
                          detail);
}

static gboolean
converse (PalierConnection *self,
          const PalierRequest *request,
          PalierReply *reply,
          GCancellable *cancellable,
          GError **error)
{
  gboolean large = request->body && g_bytes_get_size (request->body) > SMALL_BODY;
  gboolean fresh_tried = FALSE;
  PalierVerdict verdict;

  while (TRUE)
    {
      if (!exchange_signed (self, request, reply, &verdict, cancellable, error))
        return FALSE;
      if (verdict == PALIER_VERDICT_ACCEPTED)
        return TRUE;
      if (large && reply->sent > 0)
        {
          set_asked_again (reply, error);
          return FALSE;
        }
      if (verdict == PALIER_VERDICT_CHALLENGED) /* it went out unsigned */
        continue;
      if (verdict == PALIER_VERDICT_OLD_NONCE && !fresh_tried)
        {
          fresh_tried = TRUE;
          continue;
        }
      return give_up (self, request, verdict, reply, cancellable, error);
    }
}

/* An unsigned request, for the challenge in its answer. */
static gboolean
fetch_nonce (PalierConnection *self, GCancellable *cancellable, GError **error)
{
  const PalierRequest check = { .method = "GET", .path = USER_CHECK };
  const PalierTicket unsigned_one = { 0 };
  g_autofree char *base = palier_connection_dup_address (self);
  g_auto (PalierReply) reply = { 0 };

  if (!palier_wire_exchange (self->wire, base, &check, NULL, &reply, cancellable, error))
    return FALSE;
  palier_credentials_judge (self->credentials, &unsigned_one, &reply);
  return TRUE;
}

/* Leaves a nonce that the next request can be signed with and will be accepted: proved by a signed
 * small request, and, where this recorder takes each nonce only once, fetched and not yet used. */
static gboolean
prepare_nonce (PalierConnection *self, GCancellable *cancellable, GError **error)
{
  const PalierRequest check = { .method = "GET", .path = USER_CHECK };

  for (guint i = 0; i < 2; i++)
    {
      g_auto (PalierReply) reply = { 0 };

      if (!converse (self, &check, &reply, cancellable, error))
        return FALSE;
      if (palier_credentials_get_uses (self->credentials) > 1)
        return TRUE;
    }
  return fetch_nonce (self, cancellable, error);
}

gboolean
palier_connection_converse (PalierConnection *self,
                            const PalierRequest *request,
                            PalierReply *reply,
                            GCancellable *cancellable,
                            GError **error)
{
  if (!palier_credentials_check_latch (self->credentials, error))
    return FALSE;
  if (request->body && g_bytes_get_size (request->body) > SMALL_BODY
      && !prepare_nonce (self, cancellable, error))
    return FALSE;
  return converse (self, request, reply, cancellable, error);
}
