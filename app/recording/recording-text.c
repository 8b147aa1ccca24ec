/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/recording-text.h"

#include "base/error.h"

#include <string.h>

#define MAGIC "palier-recording "
#define MAX_EXCHANGES 4096

void
palier_recorded_free (PalierRecorded *self)
{
  g_free (self->method);
  g_free (self->target);
  g_free (self->request);
  g_free (self->type);
  g_free (self->challenge);
  g_free (self->body);
  g_free (self->omitted);
  g_free (self);
}

GPtrArray *
palier_recorded_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) palier_recorded_free);
}

gboolean
palier_recording_text_is (const char *text, gsize length)
{
  return length >= strlen (MAGIC) && memcmp (text, MAGIC, strlen (MAGIC)) == 0;
}

static void
write_lines (GString *out, const char *mark, const char *body)
{
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    if (lines[i + 1] || *lines[i])
      g_string_append_printf (out, "%s%s%s\n", mark, *lines[i] ? " " : "", lines[i]);
}

static void
write_one (GString *out, const PalierRecorded *one)
{
  g_string_append_printf (out, "\nrequest %s %s\n", one->method, one->target);
  if (one->request)
    write_lines (out, ">", one->request);
  g_string_append_printf (out, "answer %u\n", one->status);
  if (one->type)
    g_string_append_printf (out, "header Content-Type: %s\n", one->type);
  if (one->challenge)
    g_string_append_printf (out, "header WWW-Authenticate: %s\n", one->challenge);
  if (one->omitted)
    g_string_append_printf (out, "omitted %s\n", one->omitted);
  else if (one->body)
    write_lines (out, "<", one->body);
}

char *
palier_recording_text_write (GPtrArray *list, const char *remarks)
{
  GString *out = g_string_new (MAGIC "1\n");

  if (remarks)
    write_lines (out, "#", remarks);
  for (guint i = 0; i < list->len; i++)
    write_one (out, list->pdata[i]);
  g_string_append (out, "\nend\n");
  return g_string_free (out, FALSE);
}

typedef struct
{
  GPtrArray *list;
  PalierRecorded *one; /* the last of list; NULL: none yet */
  gboolean answered;   /* its answer has begun */
  gboolean ended;
  guint line;
  GString *lines; /* of the body that is being read; NULL: none */
} Reader;

/* The lines of a body end where another word begins. */
static void
close_body (Reader *self)
{
  char **body;

  if (!self->lines)
    return;
  body = self->answered ? &self->one->body : &self->one->request;
  g_free (*body);
  *body = g_string_free (g_steal_pointer (&self->lines), FALSE);
}

static gboolean
fail (const Reader *self, const char *what, GError **error)
{
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "line %u: %s", self->line, what);
  return FALSE;
}

static gboolean
is_method (const char *word)
{
  return g_str_equal (word, "GET") || g_str_equal (word, "POST") || g_str_equal (word, "PUT")
         || g_str_equal (word, "DELETE");
}

static gboolean
read_request (Reader *self, const char *rest, GError **error)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", 3);

  if (self->one && !self->answered)
    return fail (self, "the request before it has no answer", error);
  if (g_strv_length (words) != 2 || !is_method (words[0]) || words[1][0] != '/')
    return fail (self, "“request METHOD /PATH” is wanted", error);
  if (self->list->len == MAX_EXCHANGES)
    return fail (self, "more requests than a recording can have", error);
  self->one = g_new0 (PalierRecorded, 1);
  self->one->method = g_strdup (words[0]);
  self->one->target = g_strdup (words[1]);
  self->answered = FALSE;
  g_ptr_array_add (self->list, self->one);
  return TRUE;
}

static gboolean
read_answer (Reader *self, const char *rest, GError **error)
{
  guint64 status;

  if (!self->one || self->answered)
    return fail (self, "an answer without its request", error);
  if (!g_ascii_string_to_unsigned (rest, 10, 100, 599, &status, NULL))
    return fail (self, "an HTTP status from 100 to 599 is wanted", error);
  self->one->status = (guint) status;
  self->answered = TRUE;
  return TRUE;
}

static gboolean
read_header (Reader *self, const char *rest, GError **error)
{
  const char *colon = strstr (rest, ": ");
  g_autofree char *name = colon ? g_strndup (rest, (gsize) (colon - rest)) : NULL;
  char **into = NULL;

  if (!self->answered || !name)
    return fail (self, "“header NAME: VALUE” belongs below an answer", error);
  if (g_ascii_strcasecmp (name, "Content-Type") == 0)
    into = &self->one->type;
  else if (g_ascii_strcasecmp (name, "WWW-Authenticate") == 0)
    into = &self->one->challenge;
  if (into)
    {
      g_free (*into);
      *into = g_strdup (colon + 2);
    }
  return TRUE;
}

static const char *
after (const char *line, const char *word)
{
  gsize length = strlen (word);

  return strncmp (line, word, length) == 0 && line[length] == ' ' ? line + length + 1 : NULL;
}

static gboolean
read_word (Reader *self, const char *line, GError **error)
{
  const char *rest;

  if ((rest = after (line, "request")))
    return read_request (self, rest, error);
  if ((rest = after (line, "answer")))
    return read_answer (self, rest, error);
  if ((rest = after (line, "header")))
    return read_header (self, rest, error);
  if ((rest = after (line, "omitted")))
    {
      if (!self->answered)
        return fail (self, "“omitted” belongs below an answer", error);
      g_free (self->one->omitted);
      self->one->omitted = g_strdup (rest);
      return TRUE;
    }
  if (!g_str_equal (line, "end"))
    return fail (self, "not a line of a recording", error);
  self->ended = TRUE;
  return self->one && !self->answered ? fail (self, "the last request has no answer", error) : TRUE;
}

static gboolean
read_line (Reader *self, const char *line, GError **error)
{
  if (*line == '<' || *line == '>')
    {
      const char *text = line[1] == ' ' ? line + 2 : line + 1;

      if (!self->one || self->answered != (*line == '<'))
        return fail (self, *line == '<' ? "a body without its answer" : "a body without its request", error);
      if (!self->lines)
        self->lines = g_string_new (NULL);
      g_string_append_printf (self->lines, "%s\n", text);
      return TRUE;
    }
  if (*line == '\0' || *line == '#')
    return TRUE;
  close_body (self);
  if (self->ended)
    return fail (self, "something stands below “end”", error);
  return read_word (self, line, error);
}

static gboolean
read_lines (Reader *self, char **lines, GError **error)
{
  gboolean fine = TRUE;

  for (char **line = lines; fine && *line; line++)
    {
      gsize end = strlen (*line);

      self->line++;
      if (end > 0 && (*line)[end - 1] == '\r')
        (*line)[end - 1] = '\0';
      fine = read_line (self, *line, error);
    }
  close_body (self);
  if (fine && !self->ended)
    fine = fail (self, "cut short: there is no “end”", error);
  return fine;
}

static gboolean
check_whole (const char *text, gsize length, GError **error)
{
  const char *fault = NULL;

  if (length > PALIER_RECORDING_MAX)
    fault = "larger than a recording can be";
  else if (!palier_recording_text_is (text, length))
    fault = "line 1: not a recording";
  else if (!g_utf8_validate_len (text, length, NULL))
    fault = "not UTF-8";
  if (!fault)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s", fault);
  return FALSE;
}

GPtrArray *
palier_recording_text_parse (const char *text, gsize length, GError **error)
{
  g_autoptr (GPtrArray) list = palier_recorded_list_new ();
  Reader reader = { .list = list, .line = 1 };
  g_autofree char *whole = NULL;
  g_auto (GStrv) lines = NULL;

  if (!check_whole (text, length, error))
    return NULL;
  whole = g_strndup (text, length);
  lines = g_strsplit (whole, "\n", -1);
  if (!g_str_equal (g_strchomp (lines[0]), MAGIC "1"))
    {
      fail (&reader, "a later version of recordings", error);
      return NULL;
    }
  if (!read_lines (&reader, lines + 1, error))
    return NULL;
  return g_steal_pointer (&list);
}
