/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/xml.h"

#include "base/error.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <string.h>

#define MAX_DOCUMENT (4 * 1024 * 1024)
#define BLANKS " \t\r\n\f\v"

struct _PalierXml
{
  xmlDoc *doc;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlParserCtxt, xmlFreeParserCtxt)

/* What the library has to say goes into the error, not to the terminal of whoever runs this. */
static void
keep_quiet_cb (void *data, const char *format, ...)
{
}

static void
init (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      xmlInitParser ();
      g_once_init_leave (&done, 1);
    }
  xmlSetGenericErrorFunc (NULL, keep_quiet_cb); /* each thread has its own */
}

/* A document type may define entities: no recorder sends one, so none is read. */
static void
refuse_document_type_cb (void *data, const xmlChar *name, const xmlChar *id, const xmlChar *uri)
{
  xmlStopParser (data);
}

static void
trim (const char **data, gsize *length)
{
  while (*length > 0 && (*data)[*length - 1] == '\0')
    (*length)--;
  if (*length >= 3 && memcmp (*data, "\xef\xbb\xbf", 3) == 0)
    {
      *data += 3;
      *length -= 3;
    }
  while (*length > 0 && strchr (BLANKS, **data))
    {
      (*data)++;
      (*length)--;
    }
}

static xmlDoc *
parse (const char *data, gsize length, GError **error)
{
  g_autoptr (xmlParserCtxt) context = xmlNewParserCtxt ();
  const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
  const xmlError *last;
  xmlDoc *doc;

  context->sax->internalSubset = refuse_document_type_cb;
  doc = xmlCtxtReadMemory (context, data, (int) length, NULL, NULL, options);
  if (doc && context->wellFormed && xmlDocGetRootElement (doc))
    return doc;
  last = xmlCtxtGetLastError (context);
  palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "XML, line %d, error %d", last ? last->line : 0,
                    last ? last->code : 0);
  if (doc)
    xmlFreeDoc (doc);
  return NULL;
}

PalierXml *
palier_xml_parse (const char *data, gsize length, GError **error)
{
  PalierXml *self;
  xmlDoc *doc;

  init ();
  if (length > MAX_DOCUMENT)
    {
      palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "XML of %" G_GSIZE_FORMAT " bytes", length);
      return NULL;
    }
  trim (&data, &length);
  doc = parse (data, length, error);
  if (!doc)
    return NULL;
  self = g_new0 (PalierXml, 1);
  self->doc = doc;
  return self;
}

PalierXml *
palier_xml_new (const char *root, const char *version, const char *xmlns)
{
  PalierXml *self = g_new0 (PalierXml, 1);
  xmlNode *node;

  init ();
  self->doc = xmlNewDoc ((const xmlChar *) "1.0");
  node = xmlNewDocNode (self->doc, NULL, (const xmlChar *) root, NULL);
  xmlDocSetRootElement (self->doc, node);
  if (version)
    xmlNewProp (node, (const xmlChar *) "version", (const xmlChar *) version);
  if (xmlns)
    xmlSetNs (node, xmlNewNs (node, (const xmlChar *) xmlns, NULL));
  return self;
}

void
palier_xml_free (PalierXml *self)
{
  xmlFreeDoc (self->doc);
  g_free (self);
}

GBytes *
palier_xml_to_bytes (PalierXml *self)
{
  xmlChar *text = NULL;
  int size = 0;

  xmlDocDumpMemoryEnc (self->doc, &text, &size, "UTF-8");
  return g_bytes_new_with_free_func (text, (gsize) size, (GDestroyNotify) xmlFree, text);
}

PalierXmlNode *
palier_xml_get_root (PalierXml *self)
{
  return xmlDocGetRootElement (self->doc);
}

const char *
palier_xml_get_name (PalierXmlNode *node)
{
  const char *name = (const char *) node->name;
  /* An undeclared prefix is left in the name by libxml2. */
  const char *colon = strrchr (name, ':');

  return colon ? colon + 1 : name;
}

static xmlNode *
first_named (xmlNode *node, const char *name, gsize length)
{
  for (; node; node = node->next)
    {
      const char *local;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      local = palier_xml_get_name (node);
      if (!name || (strncmp (local, name, length) == 0 && local[length] == '\0'))
        return node;
    }
  return NULL;
}

PalierXmlNode *
palier_xml_first_child (PalierXmlNode *node, const char *name)
{
  return first_named (node->children, name, name ? strlen (name) : 0);
}

PalierXmlNode *
palier_xml_next (PalierXmlNode *node, const char *name)
{
  return first_named (node->next, name, name ? strlen (name) : 0);
}

/* The first element that has the whole path, so that an empty twin before it does not hide it. */
PalierXmlNode *
palier_xml_find (PalierXmlNode *from, const char *path)
{
  const char *slash;
  gsize length;

  if (!path || !*path)
    return from;
  slash = strchr (path, '/');
  length = slash ? (gsize) (slash - path) : strlen (path);
  for (xmlNode *node = first_named (from->children, path, length); node;
       node = first_named (node->next, path, length))
    {
      PalierXmlNode *found = slash ? palier_xml_find (node, slash + 1) : node;

      if (found)
        return found;
    }
  return NULL;
}

char *
palier_xml_dup_attribute (PalierXmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  if (value)
    xmlFree (value);
  return copy;
}

char *
palier_xml_dup_text (PalierXmlNode *node, const char *path)
{
  PalierXmlNode *found = palier_xml_find (node, path);
  xmlChar *text;
  char *copy;

  /* An element that holds elements has no text of its own. */
  if (!found || palier_xml_first_child (found, NULL))
    return NULL;
  text = xmlNodeGetContent (found);
  copy = g_strstrip (g_strdup (text ? (const char *) text : ""));
  if (text)
    xmlFree (text);
  return copy;
}

gboolean
palier_xml_get_uint (PalierXmlNode *node, const char *path, guint64 *value)
{
  g_autofree char *text = palier_xml_dup_text (node, path);
  guint64 number;
  char *point;

  if (!text || !g_ascii_isdigit (*text))
    return FALSE;
  point = strchr (text, '.');
  if (point && point[1 + strspn (point + 1, "0123456789")] != '\0')
    return FALSE;
  if (point)
    *point = '\0';
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, &number, NULL))
    return FALSE;
  *value = number;
  return TRUE;
}

gboolean
palier_xml_get_boolean (PalierXmlNode *node, const char *path, gboolean *value)
{
  /* Firmware writes some of these by hand, and not always right. */
  static const char *const yes[] = { "true", "1", "yes", "ture", NULL };
  static const char *const no[] = { "false", "0", "no", "flase", "fasle", NULL };
  g_autofree char *text = palier_xml_dup_text (node, path);
  g_autofree char *lower = text ? g_ascii_strdown (text, -1) : NULL;

  if (!lower || (!g_strv_contains (yes, lower) && !g_strv_contains (no, lower)))
    return FALSE;
  *value = g_strv_contains (yes, lower);
  return TRUE;
}

PalierXmlNode *
palier_xml_add (PalierXmlNode *parent, const char *name, const char *text)
{
  return xmlNewTextChild (parent, NULL, (const xmlChar *) name, (const xmlChar *) text);
}

gboolean
palier_xml_set_text (PalierXmlNode *node, const char *path, const char *text)
{
  PalierXmlNode *found = palier_xml_find (node, path);

  if (!found || palier_xml_first_child (found, NULL))
    return FALSE;
  xmlNodeSetContent (found, NULL);
  if (*text)
    xmlAddChild (found, xmlNewDocText (found->doc, (const xmlChar *) text));
  return TRUE;
}

void
palier_xml_set_name (PalierXmlNode *node, const char *name)
{
  xmlNodeSetName (node, (const xmlChar *) name);
}

void
palier_xml_remove (PalierXmlNode *node)
{
  xmlUnlinkNode (node);
  xmlFreeNode (node);
}
