/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"

#include "base/error-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* GLib's macro below returns NULL for an error of another domain, which its own copies never meet. */
#pragma GCC diagnostic ignored "-Wnull-dereference"

typedef struct
{
  char *detail;       /* the recorder's own words, or NULL */
  const char *rule;   /* "P1", or NULL; static, as the next two */
  const char *reason; /* msgid that takes the sentence's place */
  const char *remedy;
} PalierErrorPrivate;

static void
palier_error_private_init (PalierErrorPrivate *priv)
{
}

static void
palier_error_private_copy (const PalierErrorPrivate *from, PalierErrorPrivate *to)
{
  *to = *from;
  to->detail = g_strdup (from->detail);
}

static void
palier_error_private_clear (PalierErrorPrivate *priv)
{
  g_clear_pointer (&priv->detail, g_free);
}

G_DEFINE_EXTENDED_ERROR (PalierError, palier_error)

static PalierErrorPrivate *
get_private (const GError *error)
{
  return error && error->domain == PALIER_ERROR ? palier_error_get_private (error) : NULL;
}

static const PalierErrorWords *
get_words (const GError *error)
{
  int code = PALIER_ERROR_COMPUTER;

  if (error->domain == PALIER_ERROR && error->code >= 0 && error->code < PALIER_N_ERRORS)
    code = error->code;
  return palier_error_words_get (code);
}

void
palier_error_set (GError **error, PalierErrorCode code, const char *detail, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (detail)
    {
      va_start (args, detail);
      text = g_strdup_vprintf (detail, args);
      va_end (args);
    }
  g_set_error_literal (error, PALIER_ERROR, code, text ? text : palier_error_words_get (code)->nick);
  if (error && text)
    get_private (*error)->detail = g_steal_pointer (&text);
}

void
palier_error_set_rule (GError **error, const char *id, const char *reason, const char *remedy)
{
  PalierErrorPrivate *priv;

  g_set_error_literal (error, PALIER_ERROR, PALIER_ERROR_RULE, id);
  if (!error)
    return;
  priv = get_private (*error);
  priv->rule = g_intern_string (id);
  priv->reason = reason;
  priv->remedy = remedy;
}

void
palier_error_set_words (GError **error,
                        PalierErrorCode code,
                        const char *sentence,
                        const char *remedy,
                        const char *detail)
{
  PalierErrorPrivate *priv;

  palier_error_set (error, code, detail ? "%s" : NULL, detail);
  if (!error)
    return;
  priv = get_private (*error);
  priv->reason = sentence;
  priv->remedy = remedy;
}

const char *
palier_error_get_nick (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return "cancelled";
  return get_words (error)->nick;
}

const char *
palier_error_get_sentence_id (const GError *error)
{
  PalierErrorPrivate *priv = get_private (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return N_ ("Stopped, as you asked.");
  return priv && priv->reason ? priv->reason : get_words (error)->sentence;
}

const char *
palier_error_get_remedy_id (const GError *error)
{
  PalierErrorPrivate *priv = get_private (error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return N_ ("Start again when you are ready: Palier first asks the recorder where it stands.");
  return priv && priv->remedy ? priv->remedy : get_words (error)->remedy;
}

const char *
palier_error_get_sentence (const GError *error)
{
  return _ (palier_error_get_sentence_id (error));
}

const char *
palier_error_get_remedy (const GError *error)
{
  return _ (palier_error_get_remedy_id (error));
}

const char *
palier_error_get_detail (const GError *error)
{
  PalierErrorPrivate *priv = get_private (error);

  return priv ? priv->detail : error->message;
}

const char *
palier_error_get_rule (const GError *error)
{
  PalierErrorPrivate *priv = get_private (error);

  return priv ? priv->rule : NULL;
}

int
palier_error_get_exit_status (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return 130;
  return get_words (error)->exit_status;
}

void
palier_error_adopt (GError **error, PalierErrorCode otherwise)
{
  g_autoptr (GError) from = NULL;
  PalierErrorCode code = otherwise;

  if (!error || !*error || (*error)->domain == PALIER_ERROR
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  from = g_steal_pointer (error);
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
      || g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = PALIER_ERROR_DISK_FULL;
  palier_error_set (error, code, "%s", from->message);
}
