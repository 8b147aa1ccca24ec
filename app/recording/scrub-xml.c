/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/scrub.h"

#include <string.h>

#define MAX_DEPTH 64

typedef struct
{
  PalierStandIns *stand_ins;
  GString *out;
  GString *text;  /* of the element that is open, as far as it came */
  GString *place; /* "/deviceinfo/" */
  guint depth;
  gboolean open; /* the last tag written waits for its text or a child */
  gboolean constant;
} Writer;

/* Names are the firmware's own, but a hand may write anything. */
static gboolean
is_name (const char *name)
{
  return g_regex_match_simple ("^[A-Za-z_][A-Za-z0-9_.:-]{0,63}$", name, 0, 0);
}

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon && !g_str_has_prefix (name, "xmlns") ? colon + 1 : name;
}

static char *
scrub (Writer *self, const char *name, const char *text)
{
  const PalierLeaf leaf = { local_name (name), self->place->str, self->constant };
  g_autofree char *harmless = palier_leaf_scrub (self->stand_ins, &leaf, text);

  return g_markup_escape_text (harmless, -1);
}

/* The attribute of something private is as private: opt="admin,marie". */
static const char *
name_of_attribute (const char *element, const char *attribute, const char *place)
{
  const PalierLeaf leaf = { local_name (element), place, FALSE };
  PalierIdentity identity;

  if (g_str_equal (attribute, "opt")
      && (palier_leaf_name_identifies (&leaf, &identity)
          || palier_leaf_name_is_secret (leaf.name)))
    return element;
  return attribute;
}

static void
enter (Writer *self, const char *name)
{
  g_autofree char *small = g_ascii_strdown (local_name (name), -1);

  g_string_append_printf (self->place, "%s/", small);
  self->depth++;
}

static void
leave (Writer *self)
{
  char *slash;

  g_string_truncate (self->place, self->place->len - 1);
  slash = strrchr (self->place->str, '/');
  g_string_truncate (self->place, (gsize) (slash - self->place->str) + 1);
  self->depth--;
}

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
          GError **error)
{
  Writer *self = data;
  gboolean fine = is_name (name) && self->depth < MAX_DEPTH;

  if (self->open)
    g_string_append (self->out, ">\n");
  g_string_append_printf (self->out, "%*s<%s", (int) self->depth * 2, "", name);
  for (guint i = 0; fine && names[i]; i++)
    {
      const char *called = name_of_attribute (name, names[i], self->place->str);
      g_autofree char *value = scrub (self, called, values[i]);

      fine = is_name (names[i]);
      g_string_append_printf (self->out, " %s=\"%s\"", names[i], value);
    }
  if (!fine)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "not a name");
  self->open = TRUE;
  g_string_truncate (self->text, 0);
  enter (self, name);
}

/* Text beside children is dropped: no document of a recorder has any. */
static void
end_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Writer *self = data;

  leave (self);
  if (self->open)
    {
      g_autofree char *text = scrub (self, name, self->text->str);

      g_string_append_printf (self->out, ">%s</%s>\n", text, name);
    }
  else
    g_string_append_printf (self->out, "%*s</%s>\n", (int) self->depth * 2, "", name);
  self->open = FALSE;
  g_string_truncate (self->text, 0);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Writer *self = data;

  if (self->open)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
trim (const char **text, gsize *length)
{
  if (*length >= 3 && memcmp (*text, "\xef\xbb\xbf", 3) == 0)
    {
      *text += 3;
      *length -= 3;
    }
  while (*length > 0 && ((*text)[*length - 1] == '\0' || g_ascii_isspace ((*text)[*length - 1])))
    (*length)--;
}

char *
palier_scrub_xml (PalierStandIns *stand_ins, const char *text, gsize length, gboolean constant)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  Writer self = { .stand_ins = stand_ins, .constant = constant };
  g_autoptr (GMarkupParseContext) context = NULL;
  gboolean done;

  trim (&text, &length);
  self.out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n");
  self.text = g_string_new (NULL);
  self.place = g_string_new ("/");
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  done = g_markup_parse_context_parse (context, text, (gssize) length, NULL)
         && g_markup_parse_context_end_parse (context, NULL);
  g_string_free (self.text, TRUE);
  g_string_free (self.place, TRUE);
  return g_string_free (self.out, !done);
}
