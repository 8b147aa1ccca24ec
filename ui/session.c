/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/sandbox.h"
#include "session-private.h"
#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *name;
  gsize offset;
} Field;

#define FIELD(name, member) { name, G_STRUCT_OFFSET (PalierSession, member) }

static const Field strings[] = {
  FIELD ("company", company),
  FIELD ("address", address),
  FIELD ("user", user),
  FIELD ("draft", draft),
  FIELD ("site", site),
  FIELD ("customer", customer),
  FIELD ("technician", technician),
  FIELD ("remarks", remarks),
  FIELD ("screen-model", screen_model),
  FIELD ("screen-serial", screen_serial),
  FIELD ("screen-version", screen_version),
  FIELD ("typed-default", typed_default),
  FIELD ("typed-start", typed_start),
  FIELD ("typed-skip-backup", typed_skip_backup),
  FIELD ("typed-skip-default", typed_skip_default),
};

static const Field flags[] = {
  FIELD ("agreed-terms", agreed_terms),
  FIELD ("agreed-age", agreed_age),
  FIELD ("skip-default", skip_default),
  FIELD ("at-screen", at_screen),
};

enum
{
  PROP_STRING = 1,
  PROP_FLAG = PROP_STRING + G_N_ELEMENTS (strings),
  PROP_CAPACITY = PROP_FLAG + G_N_ELEMENTS (flags),
  PROP_BUSY,
  PROP_SURVEY,
  PROP_JOB,
  PROP_PROBLEM,
  PROP_APPROACH,
  PROP_CHOSEN,
  PROP_INACTIVE,
  PROP_WATCHING,
  PROP_BACKUP_RUNNER,
  PROP_RUNNER,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PalierSession, palier_session, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static char **
string_at (PalierSession *self, guint id)
{
  return G_STRUCT_MEMBER_P (self, strings[id - PROP_STRING].offset);
}

static gboolean *
flag_at (PalierSession *self, guint id)
{
  return G_STRUCT_MEMBER_P (self, flags[id - PROP_FLAG].offset);
}

static void
palier_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierSession *self = PALIER_SESSION (object);

  if (id < PROP_FLAG)
    g_value_set_string (value, *string_at (self, id));
  else if (id < PROP_CAPACITY)
    g_value_set_boolean (value, *flag_at (self, id));
  else if (id == PROP_CAPACITY)
    g_value_set_int (value, self->capacity);
  else if (id == PROP_BUSY)
    g_value_set_boolean (value, self->busy);
  else if (id == PROP_SURVEY)
    g_value_set_pointer (value, palier_session_get_survey (self));
  else if (id == PROP_JOB)
    g_value_set_object (value, self->job);
  else if (id == PROP_PROBLEM)
    g_value_set_boxed (value, self->problem);
  else if (id == PROP_APPROACH)
    g_value_set_pointer (value, self->approach);
  else if (id == PROP_CHOSEN)
    g_value_set_object (value, self->chosen);
  else if (id == PROP_INACTIVE)
    g_value_set_boolean (value, self->inactive);
  else if (id == PROP_WATCHING)
    g_value_set_boolean (value, self->watching != NULL);
  else if (id == PROP_BACKUP_RUNNER)
    g_value_set_object (value, self->backup_runner);
  else if (id == PROP_RUNNER)
    g_value_set_object (value, self->runner);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_string (PalierSession *self, guint id, const GValue *value)
{
  const char *text = g_value_get_string (value);
  char **place = string_at (self, id);

  if (g_strcmp0 (*place, text != NULL ? text : "") == 0)
    return;
  g_free (*place);
  *place = g_strdup (text != NULL ? text : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
palier_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PalierSession *self = PALIER_SESSION (object);

  if (id < PROP_FLAG)
    {
      set_string (self, id, value);
    }
  else if (id < PROP_CAPACITY)
    {
      gboolean *flag = flag_at (self, id);

      if (*flag == g_value_get_boolean (value))
        return;
      *flag = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else if (id == PROP_CAPACITY)
    {
      if ((int) self->capacity == g_value_get_int (value))
        return;
      self->capacity = (PalierCapacity) g_value_get_int (value);
      g_object_notify_by_pspec (object, pspec);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_session_dispose (GObject *object)
{
  PalierSession *self = PALIER_SESSION (object);

  palier_session_forget_recorder (self);
  palier_session_watch_activation (self, FALSE);
  palier_session_forget_approach (self);
  palier_session_drop_list (self);
  g_clear_object (&self->stick_use);
  g_clear_object (&self->practice);
  g_clear_object (&self->folders);
  g_clear_object (&self->packages);
  G_OBJECT_CLASS (palier_session_parent_class)->dispose (object);
}

static void
palier_session_finalize (GObject *object)
{
  PalierSession *self = PALIER_SESSION (object);

  for (guint id = PROP_STRING; id < PROP_FLAG; id++)
    g_free (*string_at (self, id));
  for (guint i = 0; i < PALIER_N_PASSWORDS; i++)
    g_clear_pointer (&self->passwords[i], palier_secret_unref);
  g_clear_error (&self->problem);
  g_clear_pointer (&self->pins, palier_pins_free);
  g_free (self->terms_shown[0]);
  g_free (self->terms_shown[1]);
  g_free (self->practice_folder);
  g_clear_pointer (&self->shelf, palier_shelf_free);
  g_clear_pointer (&self->clock, palier_clock_unref);
  G_OBJECT_CLASS (palier_session_parent_class)->finalize (object);
}

static void
palier_session_class_init (PalierSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = palier_session_get_property;
  object_class->set_property = palier_session_set_property;
  object_class->dispose = palier_session_dispose;
  object_class->finalize = palier_session_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    properties[PROP_STRING + i] = g_param_spec_string (strings[i].name, NULL, NULL, "", writable);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    properties[PROP_FLAG + i] = g_param_spec_boolean (flags[i].name, NULL, NULL, FALSE, writable);
  properties[PROP_CAPACITY] = g_param_spec_int ("capacity", NULL, NULL, PALIER_CAPACITY_NONE,
                                                PALIER_CAPACITY_COMPANY, PALIER_CAPACITY_NONE, writable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_SURVEY] = g_param_spec_pointer ("survey", NULL, NULL, readable);
  properties[PROP_JOB] = g_param_spec_object ("job", NULL, NULL, PALIER_TYPE_JOB, readable);
  properties[PROP_PROBLEM] = g_param_spec_boxed ("problem", NULL, NULL, G_TYPE_ERROR, readable);
  properties[PROP_APPROACH] = g_param_spec_pointer ("approach", NULL, NULL, readable);
  properties[PROP_CHOSEN] = g_param_spec_object ("chosen", NULL, NULL, PALIER_TYPE_FOUND, readable);
  properties[PROP_INACTIVE] = g_param_spec_boolean ("inactive", NULL, NULL, FALSE, readable);
  properties[PROP_WATCHING] = g_param_spec_boolean ("watching", NULL, NULL, FALSE, readable);
  properties[PROP_BACKUP_RUNNER] = g_param_spec_object ("backup-runner", NULL, NULL, PALIER_TYPE_RUNNER, readable);
  properties[PROP_RUNNER] = g_param_spec_object ("runner", NULL, NULL, PALIER_TYPE_RUNNER, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_session_init (PalierSession *self)
{
  for (guint id = PROP_STRING; id < PROP_FLAG; id++)
    *string_at (self, id) = g_strdup ("");
  g_free (self->user);
  self->user = g_strdup ("admin");
  self->copy_target = -1;
  self->folders = g_list_store_new (G_TYPE_FILE);
  self->packages = g_list_store_new (PALIER_TYPE_PACKAGE_CHOICE);
}

static void
add_default_folder (PalierSession *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  /* In a sandbox the documents are not the person's; its own folder is, and has the same path outside. */
  const char *above = palier_sandbox_is_around () ? g_get_user_data_dir ()
                      : documents != NULL        ? documents
                                                 : g_get_home_dir ();
  g_autofree char *path = g_build_filename (above, "Palier", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_list_store_append (self->folders, folder);
}

PalierSession *
palier_session_new (PalierPractice *practice, PalierClock *clock, const char *folder)
{
  PalierSession *self = g_object_new (PALIER_TYPE_SESSION, NULL);

  self->clock = clock != NULL ? palier_clock_ref (clock) : palier_clock_new (1);
  if (practice != NULL)
    {
      self->practice = g_object_ref (practice);
      self->practice_folder = g_strdup (folder);
    }
  palier_session_make_list (self);
  self->pins = palier_pins_new (NULL);
  add_default_folder (self);
  return self;
}

void
palier_session_notify (PalierSession *self, const char *property)
{
  g_object_notify (G_OBJECT (self), property);
}
