/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/journal-file.h"

#include "base/error.h"
#include "base/json-text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_SIZE (64 << 20)

/* Serial numbers hold "/"; the hash keeps two that differ only there apart. */
static char *
dup_file_name (const char *serial)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, serial, -1);
  g_autofree char *readable = g_strdup (serial);

  g_strcanon (readable, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '_');
  return g_strdup_printf ("%s-%.8s.json", readable, hash);
}

char *
palier_journal_file_dup_path (const char *folder, const char *serial)
{
  g_autofree char *name = dup_file_name (serial);

  return folder ? g_build_filename (folder, name, NULL)
                : g_build_filename (g_get_user_data_dir (), "palier", "journal", name, NULL);
}

gboolean
palier_journal_file_save (const char *path, JsonObject *root, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_set_object (node, root);
  text = json_to_string (node, TRUE);
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  palier_error_adopt (error, PALIER_ERROR_JOURNAL);
  return FALSE;
}

/* NULL when it is absent or no text: asking json-glib for the text of an object is a warning. */
static const char *
get_text (JsonObject *root, const char *name)
{
  JsonNode *node = json_object_get_member (root, name);

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gint64
get_number (JsonObject *root, const char *name)
{
  JsonNode *node = json_object_get_member (root, name);

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_int (node) : 0;
}

static gboolean
all_strings (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (GList) values = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_values (json_node_get_object (node)) : NULL;

      if (!values)
        return FALSE;
      for (GList *l = values; l; l = l->next)
        if (json_node_get_value_type (l->data) != G_TYPE_STRING)
          return FALSE;
    }
  return TRUE;
}

/* NULL: what is there would be waited for without end, or read without end. */
static char *
dup_content (const char *path)
{
  struct stat status;
  char *text = NULL;

  if (stat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size <= MAX_SIZE)
    g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

/* What was written by hand or by a later Palier must not be half-understood. */
static gboolean
is_ours (JsonObject *root, const char *serial)
{
  static const char *const arrays[] = { "consents", "backups", "observations", "steps" };

  if (get_number (root, "format") != PALIER_JOURNAL_FORMAT
      || (serial && g_strcmp0 (get_text (root, "serial"), serial) != 0)
      || !json_object_has_member (root, "fields")
      || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (root, "fields")))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    {
      JsonNode *node = json_object_get_member (root, arrays[i]);

      if (!node || !JSON_NODE_HOLDS_ARRAY (node) || !all_strings (json_node_get_array (node)))
        return FALSE;
    }
  return TRUE;
}

/* Not thrown away unasked: it may hold what the recorder can no longer tell. */
static void
set_unreadable (const char *path, const char *why, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("%s: %s", path, why);

  palier_error_set_words (error, PALIER_ERROR_JOURNAL,
                          N_ ("The journal of an earlier run on this recorder cannot be read."),
                          N_ ("Nothing was sent to the recorder. On Palier’s first page, or by “--anew” in a terminal, "
                              "that journal can be set aside; Palier then looks at everything anew."),
                          detail);
}

JsonObject *
palier_journal_file_load (const char *path, const char *serial, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = dup_content (path);
  JsonNode *node;

  if (!text || !palier_json_load (parser, text, strlen (text), &problem))
    {
      set_unreadable (path, problem ? problem->message : "not a file that a journal could be", error);
      return NULL;
    }
  node = json_parser_get_root (parser);
  if (!node || !JSON_NODE_HOLDS_OBJECT (node) || !is_ours (json_node_get_object (node), serial))
    {
      set_unreadable (path, "not a journal of this recorder", error);
      return NULL;
    }
  return json_object_ref (json_node_get_object (node));
}

int
palier_journal_file_lock (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int fd = open (name, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  if (errno == EWOULDBLOCK)
    palier_error_set_words (error, PALIER_ERROR_JOURNAL, N_ ("Another Palier works on this recorder."),
                            N_ ("Go on there, or close it, then try again: two at once could send it two things."), name);
  else
    palier_error_set (error, PALIER_ERROR_JOURNAL, "%s: %s", name, g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return -1;
}

gboolean
palier_journal_file_keep_aside (const char *path, GError **error)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".json"));
  g_autofree char *aside = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y%m%dT%H%M%S");

  for (guint i = 0;; i++)
    {
      g_free (aside);
      aside = i == 0 ? g_strdup_printf ("%s.%s.done", stem, date)
                     : g_strdup_printf ("%s.%s-%u.done", stem, date, i);
      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        break;
    }
  if (rename (path, aside) == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_JOURNAL, "%s: %s", path, g_strerror (errno));
  return FALSE;
}

gboolean
palier_journal_file_is_finished (JsonObject *root)
{
  return get_text (root, "finished") != NULL;
}

gboolean
palier_journal_file_is_begun (JsonObject *root)
{
  return !palier_journal_file_is_finished (root)
         && json_array_get_length (json_object_get_array_member (root, "steps")) > 0;
}
