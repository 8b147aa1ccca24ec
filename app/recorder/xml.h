/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The one file that knows libxml2. Documents are read by local name, whatever the namespace; no
 * network, no entities, no DTD, no more than 4 MiB; an edit keeps all the rest as the recorder sent it. */
typedef struct _PalierXml PalierXml;   /* a document */
typedef struct _xmlNode PalierXmlNode; /* an element of it, borrowed */

/* Trims a byte order mark and trailing NULs. PALIER_ERROR_BAD_ANSWER for anything not well formed. */
PalierXml *palier_xml_parse (const char *data, gsize length, GError **error);
PalierXml *palier_xml_new (const char *root, const char *version, const char *xmlns); /* for requests and practice; the two last may be NULL */
void palier_xml_free (PalierXml *self);
GBytes *palier_xml_to_bytes (PalierXml *self);

PalierXmlNode *palier_xml_get_root (PalierXml *self);
const char *palier_xml_get_name (PalierXmlNode *node); /* local name */
PalierXmlNode *palier_xml_find (PalierXmlNode *from, const char *path); /* "sourceInputPortDescriptor/ipAddress", first match, NULL */
PalierXmlNode *palier_xml_first_child (PalierXmlNode *node, const char *name); /* name NULL: any */
PalierXmlNode *palier_xml_next (PalierXmlNode *node, const char *name);
char *palier_xml_dup_attribute (PalierXmlNode *node, const char *name);

/* Text of the element at path below node, trimmed; NULL when absent. */
char *palier_xml_dup_text (PalierXmlNode *node, const char *path);
gboolean palier_xml_get_uint (PalierXmlNode *node, const char *path, guint64 *value);  /* decimals are cut */
gboolean palier_xml_get_boolean (PalierXmlNode *node, const char *path, gboolean *value); /* true, false, TRUE, 1, flase … */

PalierXmlNode *palier_xml_add (PalierXmlNode *parent, const char *name, const char *text); /* in the parent's namespace */
gboolean palier_xml_set_text (PalierXmlNode *node, const char *path, const char *text);    /* FALSE: no such element; never adds */
void palier_xml_set_name (PalierXmlNode *node, const char *name);
void palier_xml_remove (PalierXmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierXml, palier_xml_free)
