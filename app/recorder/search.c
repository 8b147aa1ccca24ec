/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/search.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/search-page.h"

#include <string.h>

#define ALL "log.std-cgi.com"
#define LOG_PAGE 64
/* The recorder stops there too, and does not say so. */
#define LOG_CAP 2000
#define MAX_WINDOWS 16

static void
palier_log_entry_free (PalierLogEntry *entry)
{
  g_free (entry->time);
  g_free (entry->meta_id);
  g_free (entry->text);
  g_free (entry);
}

/* Local time without a zone: recorders write a Z there, and mean nothing by it. */
static char *
plain_time (char *text)
{
  if (text && g_str_has_suffix (text, "Z"))
    text[strlen (text) - 1] = '\0';
  return text;
}

static char *
join_texts (PalierXmlNode *descriptor)
{
  static const char *const names[]
      = { "infoContent", "additionInformation", "params", "object", "paraType" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *part = palier_xml_dup_text (descriptor, names[i]);

      if (part && *part)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", part);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_entry (PalierXmlNode *item, gpointer data)
{
  PalierXmlNode *descriptor = palier_xml_first_child (item, "logDescriptor");
  GPtrArray *entries = data;
  PalierLogEntry *entry;

  if (!descriptor)
    return;
  entry = g_new0 (PalierLogEntry, 1);
  entry->time = plain_time (palier_xml_dup_text (descriptor, "StartDateTime"));
  entry->meta_id = palier_xml_dup_text (descriptor, "metaId");
  entry->text = join_texts (descriptor);
  if (entry->time && entry->meta_id)
    g_ptr_array_add (entries, entry);
  else
    palier_log_entry_free (entry);
}

static PalierXml *
build_log_request (const char *meta_id,
                   const char *since,
                   const char *until,
                   const char *id,
                   guint position)
{
  g_autofree char *start = g_strconcat (since, "Z", NULL);
  g_autofree char *end = g_strconcat (until, "Z", NULL);
  PalierXml *xml = palier_search_request_new (id);
  PalierXmlNode *root = palier_xml_get_root (xml);

  palier_xml_add (root, "metaId", meta_id);
  palier_search_request_add_span (root, start, end);
  palier_search_request_add_page (root, LOG_PAGE, position);
  return xml;
}

/* All pages of one window; *full: the recorder has stopped at its cap. */
static gboolean
search_window (PalierConnection *connection,
               const char *meta_id,
               const char *since,
               const char *until,
               GPtrArray *entries,
               gboolean *full,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *id = palier_search_dup_id ();
  guint position = 0;

  *full = FALSE;
  while (position < LOG_CAP)
    {
      g_autoptr (PalierXml) request = build_log_request (meta_id, since, until, id, position);
      PalierSearchPage page = { 0 };

      if (!palier_search_page_read (connection, "/ISAPI/ContentMgmt/logSearch", request, add_entry,
                                    entries, &page, cancellable, error))
        return FALSE;
      position += page.items;
      if (!page.more || page.items == 0)
        break;
    }
  *full = position >= LOG_CAP;
  return TRUE;
}

static char *
dup_newest (GPtrArray *entries, const char *since)
{
  const char *newest = since;

  for (guint i = 0; i < entries->len; i++)
    {
      const PalierLogEntry *entry = entries->pdata[i];

      if (strcmp (entry->time, newest) > 0)
        newest = entry->time;
    }
  return g_strdup (newest);
}

/* A search ends at the cap without a word, and what is newest may be missing then: it goes on from
 * the newest entry that came, as long as that leads on. */
static gboolean
search_kind (PalierConnection *connection,
             const char *meta_id,
             const char *since,
             const char *until,
             GPtrArray *entries,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *from = g_strdup (since);

  for (guint i = 0; i < MAX_WINDOWS; i++)
    {
      g_autofree char *newest = NULL;
      gboolean full = FALSE;

      if (!search_window (connection, meta_id, from, until, entries, &full, cancellable, error))
        return FALSE;
      newest = dup_newest (entries, from);
      if (!full || strcmp (newest, from) <= 0)
        return TRUE;
      g_free (from);
      from = g_steal_pointer (&newest);
    }
  palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "a log of more than %d entries", MAX_WINDOWS * LOG_CAP);
  return FALSE;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const PalierLogEntry *left = *(PalierLogEntry *const *) a;
  const PalierLogEntry *right = *(PalierLogEntry *const *) b;

  return strcmp (left->time, right->time);
}

/* The same entry may come by several ways; sorting has brought them together. */
static void
drop_doubles (GPtrArray *entries)
{
  for (guint i = 1; i < entries->len;)
    {
      const PalierLogEntry *last = entries->pdata[i - 1];
      const PalierLogEntry *entry = entries->pdata[i];

      if (g_str_equal (last->time, entry->time) && g_str_equal (last->meta_id, entry->meta_id)
          && g_str_equal (last->text, entry->text))
        g_ptr_array_remove_index (entries, i);
      else
        i++;
    }
}

/* What firmware may say when it does not know a kind; anything else ends the search. One that has begun to tell must
 * tell all: without its newest entries a log proves the wrong thing. */
static gboolean
is_about_the_kind (const GError *error, guint told)
{
  return told == 0
         && (palier_error_is_not_told (error) || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_REFUSED));
}

/* Where firmware finds nothing when it is asked for all: each major, in both spellings of the last.
 */
static gboolean
search_majors (PalierConnection *connection,
               const char *since,
               const char *until,
               GPtrArray *entries,
               GCancellable *cancellable,
               GError **error)
{
  static const char *const kinds[] = { ALL "/Alarm", ALL "/Exception", ALL "/Operation",
                                       ALL "/Event", ALL "/Information", ALL "/Infomation" };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) local = NULL;
      guint before = entries->len;

      if (!search_kind (connection, kinds[i], since, until, entries, cancellable, &local)
          && !is_about_the_kind (local, entries->len - before))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

GPtrArray *
palier_log_search (PalierConnection *connection,
                   const char *since,
                   const char *until,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GPtrArray) entries
      = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_log_entry_free);
  g_autoptr (GError) local = NULL;

  if (!search_kind (connection, ALL, since, until, entries, cancellable, &local)
      && !is_about_the_kind (local, entries->len))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* A recorder that has no such search at all need not be asked six times more. */
  if (entries->len == 0 && !palier_error_is_not_told (local)
      && !search_majors (connection, since, until, entries, cancellable, error))
    return NULL;
  if (entries->len == 0 && local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_ptr_array_sort (entries, compare_entries);
  drop_doubles (entries);
  return g_steal_pointer (&entries);
}
