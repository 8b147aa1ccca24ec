/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-page.h"

#include <string.h>

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n"

struct _PalierPage
{
  const PalierDialect *dialect;
  GString *text;
  GPtrArray *open; /* of static names */
};

static void
open_dressed (PalierPage *self, const char *name)
{
  g_string_append_printf (self->text, "<%s version=\"%s\" xmlns=\"%s\">\n", name,
                          self->dialect->xml_version, self->dialect->xmlns);
  g_ptr_array_add (self->open, g_strdup (name));
}

PalierPage *
palier_page_new (const PalierDialect *dialect, const char *root)
{
  PalierPage *self = g_new0 (PalierPage, 1);

  self->dialect = dialect;
  self->text = g_string_new (DECLARATION);
  self->open = g_ptr_array_new_with_free_func (g_free);
  if (dialect != NULL)
    open_dressed (self, root);
  else
    palier_page_open (self, root);
  return self;
}

void
palier_page_open (PalierPage *self, const char *name)
{
  g_string_append_printf (self->text, "<%s>\n", name);
  g_ptr_array_add (self->open, g_strdup (name));
}

void
palier_page_open_item (PalierPage *self, const char *name)
{
  if (self->dialect != NULL && self->dialect->repeats)
    open_dressed (self, name);
  else
    palier_page_open (self, name);
}

void
palier_page_close (PalierPage *self)
{
  g_string_append_printf (self->text, "</%s>\n",
                          (const char *) self->open->pdata[self->open->len - 1]);
  g_ptr_array_set_size (self->open, (int) self->open->len - 1);
}

void
palier_page_text (PalierPage *self, const char *name, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text != NULL ? text : "", -1);

  g_string_append_printf (self->text, "<%s>%s</%s>\n", name, escaped, name);
}

void
palier_page_number (PalierPage *self, const char *name, gint64 number)
{
  g_string_append_printf (self->text, "<%s>%" G_GINT64_FORMAT "</%s>\n", name, number, name);
}

void
palier_page_flag (PalierPage *self, const char *name, gboolean flag)
{
  palier_page_text (self, name, flag ? "true" : "false");
}

void
palier_page_raw (PalierPage *self, const char *text)
{
  g_string_append (self->text, text);
}

GBytes *
palier_page_end (PalierPage *self)
{
  GBytes *bytes;

  while (self->open->len > 0)
    palier_page_close (self);
  bytes = g_string_free_to_bytes (self->text);
  g_ptr_array_unref (self->open);
  g_free (self);
  return bytes;
}

GBytes *
palier_page_dress (const PalierDialect *dialect, const char *document)
{
  const char *end = strchr (document, '>');
  GString *text = g_string_new (DECLARATION);

  g_string_append_len (text, document, end - document);
  g_string_append_printf (text, " version=\"%s\" xmlns=\"%s\"%s", dialect->xml_version,
                          dialect->xmlns, end);
  return g_string_free_to_bytes (text);
}
