/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/scrub.h"

#include <string.h>

void
palier_heard_free (PalierHeard *self)
{
  g_free (self->method);
  g_free (self->target);
  g_clear_pointer (&self->request, g_bytes_unref);
  g_free (self->type);
  g_free (self->challenges);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static gsize
skip_blank (const char *data, gsize length)
{
  gsize i = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  return i;
}

/* NULL: nothing, or no document. */
static char *
scrub_body (PalierStandIns *stand_ins, GBytes *body, gboolean constant)
{
  gsize length = 0;
  const char *data = body ? g_bytes_get_data (body, &length) : NULL;
  gsize first = data ? skip_blank (data, length) : 0;

  if (first >= length)
    return NULL;
  if (data[first] == '<')
    return palier_scrub_xml (stand_ins, data + first, length - first, constant);
  if (data[first] == '{' || data[first] == '[')
    return palier_scrub_json (stand_ins, data + first, length - first, constant);
  return NULL;
}

static char *
say_omitted (GBytes *body, const char *why)
{
  return g_strdup_printf ("%" G_GSIZE_FORMAT " bytes: %s", g_bytes_get_size (body), why);
}

/* NULL: even its address cannot be told. */
static PalierRecorded *
scrub_one (const PalierHeard *heard, PalierStandIns *stand_ins)
{
  g_autoptr (PalierRecorded) one = g_new0 (PalierRecorded, 1);
  gboolean constant = strstr (heard->target, "/capabilities") != NULL;

  one->method = g_strdup (heard->method);
  one->target = palier_scrub_target (stand_ins, heard->target);
  if (!one->target)
    return NULL;
  one->request = scrub_body (stand_ins, heard->request, FALSE);
  one->status = heard->status;
  one->type = heard->type ? palier_scrub_type (heard->type) : NULL;
  one->challenge = heard->challenges ? palier_scrub_challenges (stand_ins, heard->challenges) : NULL;
  one->body = scrub_body (stand_ins, heard->body, constant);
  if (!one->body && heard->body && g_bytes_get_size (heard->body) > 0)
    one->omitted = say_omitted (heard->body, "not a document");
  return g_steal_pointer (&one);
}

static gboolean
shows (PalierStandIns *stand_ins, const char *text)
{
  return text && palier_stand_ins_show (stand_ins, text);
}

/* The net below the net. FALSE: nothing of it may stay. */
static gboolean
check_one (PalierStandIns *stand_ins, PalierRecorded *one, const PalierHeard *heard)
{
  if (shows (stand_ins, one->target))
    return FALSE;
  if (shows (stand_ins, one->request))
    g_clear_pointer (&one->request, g_free);
  if (shows (stand_ins, one->challenge))
    g_clear_pointer (&one->challenge, g_free);
  if (shows (stand_ins, one->body))
    {
      g_clear_pointer (&one->body, g_free);
      one->omitted = say_omitted (heard->body, "something private was still in it");
    }
  return TRUE;
}

/* The first model is the recorder's: it was asked who it is before anything else. */
static void
learn_model (GPtrArray *heard, PalierStandIns *stand_ins)
{
  g_autoptr (GRegex) regex = g_regex_new ("<model>([A-Za-z0-9][A-Za-z0-9/()-]{2,39})</model>", 0, 0, NULL);

  for (guint i = 0; i < heard->len; i++)
    {
      const PalierHeard *one = heard->pdata[i];
      g_autoptr (GMatchInfo) match = NULL;
      gsize length = 0;
      const char *data = one->body ? g_bytes_get_data (one->body, &length) : NULL;

      if (data && strstr (one->target, "/deviceInfo") && g_utf8_validate_len (data, length, NULL)
          && g_regex_match_full (regex, data, (gssize) length, 0, 0, &match, NULL))
        {
          g_autofree char *model = g_match_info_fetch (match, 1);

          palier_stand_ins_set_model (stand_ins, model);
          return;
        }
    }
}

GPtrArray *
palier_scrub (GPtrArray *heard, PalierStandIns *stand_ins)
{
  GPtrArray *list = palier_recorded_list_new ();

  learn_model (heard, stand_ins);
  for (guint round = 0; round < 2; round++)
    {
      g_ptr_array_set_size (list, 0);
      for (guint i = 0; i < heard->len; i++)
        {
          PalierRecorded *one = scrub_one (heard->pdata[i], stand_ins);

          if (one)
            g_ptr_array_add (list, one);
          if (one && round == 1 && !check_one (stand_ins, one, heard->pdata[i]))
            g_ptr_array_remove_index (list, list->len - 1);
        }
    }
  return list;
}
