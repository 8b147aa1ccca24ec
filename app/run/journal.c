/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/journal.h"

#include "base/error.h"
#include "run/journal-file.h"

#include <errno.h>
#include <unistd.h>

struct _PalierJournal
{
  GObject parent_instance;

  GMutex mutex;
  JsonObject *root;
  char *path;
  int lock; /* flock: one Palier a recorder */
  gboolean continued;
  PalierClock *clock;
};

G_DEFINE_FINAL_TYPE (PalierJournal, palier_journal, G_TYPE_OBJECT)

static void
palier_journal_finalize (GObject *object)
{
  PalierJournal *self = PALIER_JOURNAL (object);

  g_mutex_clear (&self->mutex);
  g_clear_pointer (&self->root, json_object_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->clock, palier_clock_unref);
  if (self->lock >= 0)
    close (self->lock);
  G_OBJECT_CLASS (palier_journal_parent_class)->finalize (object);
}

static void
palier_journal_class_init (PalierJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palier_journal_finalize;
}

static void
palier_journal_init (PalierJournal *self)
{
  g_mutex_init (&self->mutex);
  self->lock = -1;
}

static char *
dup_date (PalierJournal *self)
{
  g_autoptr (GDateTime) now = self->clock ? palier_clock_date (self->clock) : g_date_time_new_now_local ();

  return g_date_time_format (now, "%FT%T.%f%:z");
}

static JsonObject *
new_root (PalierJournal *self, const char *serial)
{
  g_autofree char *date = dup_date (self);
  JsonObject *root = json_object_new ();

  json_object_set_int_member (root, "format", PALIER_JOURNAL_FORMAT);
  json_object_set_string_member (root, "serial", serial);
  json_object_set_string_member (root, "begun", date);
  json_object_set_null_member (root, "finished");
  json_object_set_object_member (root, "fields", json_object_new ());
  json_object_set_array_member (root, "consents", json_array_new ());
  json_object_set_array_member (root, "backups", json_array_new ());
  json_object_set_array_member (root, "observations", json_array_new ());
  json_object_set_array_member (root, "steps", json_array_new ());
  return root;
}

PalierJournal *
palier_journal_open (const char *folder, const char *serial, GError **error)
{
  g_autoptr (PalierJournal) self = g_object_new (PALIER_TYPE_JOURNAL, NULL);
  g_autofree char *where = NULL;

  self->path = palier_journal_file_dup_path (folder, serial);
  where = g_path_get_dirname (self->path);
  if (g_mkdir_with_parents (where, 0700) != 0)
    {
      palier_error_set (error, PALIER_ERROR_JOURNAL, "%s: %s", where, g_strerror (errno));
      return NULL;
    }
  self->lock = palier_journal_file_lock (self->path, error);
  if (self->lock < 0)
    return NULL;
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      self->root = palier_journal_file_load (self->path, serial, error);
      if (!self->root)
        return NULL;
      self->continued = palier_journal_file_is_begun (self->root);
      if (palier_journal_file_is_finished (self->root) && !palier_journal_file_keep_aside (self->path, error))
        return NULL;
    }
  if (!self->continued)
    {
      g_clear_pointer (&self->root, json_object_unref);
      self->root = new_root (self, serial);
    }
  return g_steal_pointer (&self);
}

gboolean
palier_journal_was_continued (PalierJournal *self)
{
  return self->continued;
}

void
palier_journal_set_clock (PalierJournal *self, PalierClock *clock)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_clear_pointer (&self->clock, palier_clock_unref);
  self->clock = palier_clock_ref (clock);
}

const char *
palier_journal_get_path (PalierJournal *self)
{
  return self->path;
}

char *
palier_journal_dup_field (PalierJournal *self, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonObject *fields = json_object_get_object_member (self->root, "fields");

  return g_strdup (json_object_get_string_member_with_default (fields, name, NULL));
}

gboolean
palier_journal_set_field (PalierJournal *self, const char *name, const char *text, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  json_object_set_string_member (json_object_get_object_member (self->root, "fields"), name, text);
  return palier_journal_file_save (self->path, self->root, error);
}

/* Adds {names: values, "date"} to an array and saves. */
static gboolean
append (PalierJournal *self, const char *array, const char *const *pairs, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *date = dup_date (self);
  JsonObject *entry = json_object_new ();

  for (guint i = 0; pairs[i]; i += 2)
    json_object_set_string_member (entry, pairs[i], pairs[i + 1] ? pairs[i + 1] : "");
  json_object_set_string_member (entry, "date", date);
  json_array_add_object_element (json_object_get_array_member (self->root, array), entry);
  return palier_journal_file_save (self->path, self->root, error);
}

static char *
dup_member (JsonObject *object, const char *name)
{
  return g_strdup (json_object_get_string_member_with_default (object, name, ""));
}

static void
observation_free (gpointer data)
{
  PalierObservation *observation = data;

  g_free (observation->what);
  g_free (observation->detail);
  g_free (observation->date);
  g_free (observation);
}

static GPtrArray *
dup_observations (PalierJournal *self, const char *name, const char *what)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonArray *array = json_object_get_array_member (self->root, name);
  GPtrArray *observations = g_ptr_array_new_with_free_func (observation_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      PalierObservation *observation = g_new0 (PalierObservation, 1);

      observation->what = dup_member (entry, what);
      observation->detail = dup_member (entry, "detail");
      observation->date = dup_member (entry, "date");
      g_ptr_array_add (observations, observation);
    }
  return observations;
}

gboolean
palier_journal_add_consent (PalierJournal *self, const char *id, const char *detail, GError **error)
{
  const char *pairs[] = { "id", id, "detail", detail, NULL };

  return append (self, "consents", pairs, error);
}

/* A person who waived the default and then agreed to it has changed their mind, and the other way round: the last
 * word counts. */
static const char *
get_opposite (const char *id)
{
  if (g_str_equal (id, "default"))
    return "skip-default";
  return g_str_equal (id, "skip-default") ? "default" : NULL;
}

gboolean
palier_journal_has_consent (PalierJournal *self, const char *id)
{
  g_autoptr (GPtrArray) consents = palier_journal_get_consents (self);
  const char *opposite = get_opposite (id);

  for (guint i = consents->len; i > 0; i--)
    {
      const PalierObservation *consent = consents->pdata[i - 1];

      if (g_str_equal (consent->what, id))
        return TRUE;
      if (g_strcmp0 (consent->what, opposite) == 0)
        return FALSE;
    }
  return FALSE;
}

GPtrArray *
palier_journal_get_consents (PalierJournal *self)
{
  return dup_observations (self, "consents", "id");
}

gboolean
palier_journal_add_backup (PalierJournal *self, const PalierBackup *backup, GError **error)
{
  g_autofree char *size = g_strdup_printf ("%" G_GUINT64_FORMAT, backup->size);
  const char *pairs[] = { "path", backup->path, "sha256", backup->sha256, "size", size, NULL };

  return append (self, "backups", pairs, error);
}

void
palier_backup_free (PalierBackup *self)
{
  g_free (self->path);
  g_free (self->sha256);
  g_free (self->date);
  g_free (self);
}

GPtrArray *
palier_journal_get_backups (PalierJournal *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonArray *array = json_object_get_array_member (self->root, "backups");
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_backup_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *entry = json_array_get_object_element (array, i);
      PalierBackup *backup = g_new0 (PalierBackup, 1);

      backup->path = dup_member (entry, "path");
      backup->sha256 = dup_member (entry, "sha256");
      backup->size = g_ascii_strtoull (json_object_get_string_member_with_default (entry, "size", "0"), NULL, 10);
      backup->date = dup_member (entry, "date");
      g_ptr_array_add (backups, backup);
    }
  return backups;
}

gboolean
palier_journal_observe (PalierJournal *self, const char *what, const char *detail, GError **error)
{
  const char *pairs[] = { "what", what, "detail", detail, NULL };

  return append (self, "observations", pairs, error);
}

GPtrArray *
palier_journal_get_observations (PalierJournal *self)
{
  return dup_observations (self, "observations", "what");
}

gboolean
palier_journal_step (PalierJournal *self, const char *id, const char *landing, const char *state, GError **error)
{
  const char *pairs[] = { "id", id, "landing", landing, "state", state, NULL };

  return append (self, "steps", pairs, error);
}

char *
palier_journal_dup_open_step (PalierJournal *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonArray *steps = json_object_get_array_member (self->root, "steps");
  guint n = json_array_get_length (steps);
  JsonObject *last = n > 0 ? json_array_get_object_element (steps, n - 1) : NULL;
  g_autofree char *text = NULL;

  if (!last || !g_str_equal (json_object_get_string_member_with_default (last, "state", ""), "begun"))
    return NULL;
  text = g_strdup_printf ("%s %s", json_object_get_string_member_with_default (last, "id", ""),
                          json_object_get_string_member_with_default (last, "landing", ""));
  return g_strdup (g_strstrip (text));
}

gboolean
palier_journal_finish (PalierJournal *self, const char *outcome, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *date = dup_date (self);

  json_object_set_string_member (self->root, "finished", date);
  json_object_set_string_member (self->root, "outcome", outcome);
  return palier_journal_file_save (self->path, self->root, error);
}
