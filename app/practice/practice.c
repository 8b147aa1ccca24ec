/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice.h"

#include "base/error.h"
#include "practice/practice-hand.h"
#include "practice/practice-package.h"
#include "practice/practice-secret.h"
#include "practice/practice-server.h"
#include "practice/practice-state.h"
#include "practice/sadp.h"

#include <string.h>

struct _PalierPractice
{
  GObject parent_instance;

  GMutex lock; /* of all below */
  PalierModel *model;
  PalierServer *server;
  PalierSadp *sadp;
  guint32 seed;
  char *scenario;
  char *user, *password, *new_password, *serial; /* the scenario's, whatever model is restored */
  PalierClock *clock;
  guint last_port[2]; /* over HTTP and HTTPS */
  GPtrArray *addresses; /* every one that was told, so that what was returned stays valid */
};

G_DEFINE_FINAL_TYPE (PalierPractice, palier_practice, G_TYPE_OBJECT)

static void
palier_practice_finalize (GObject *object)
{
  PalierPractice *self = PALIER_PRACTICE (object);

  g_clear_pointer (&self->sadp, palier_sadp_free);
  g_clear_pointer (&self->server, palier_server_free);
  g_clear_pointer (&self->model, palier_model_free);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_clear_pointer (&self->addresses, g_ptr_array_unref);
  g_free (self->scenario);
  g_free (self->user);
  g_free (self->password);
  g_free (self->new_password);
  g_free (self->serial);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (palier_practice_parent_class)->finalize (object);
}

static void
palier_practice_class_init (PalierPracticeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palier_practice_finalize;
}

static void
palier_practice_init (PalierPractice *self)
{
  g_mutex_init (&self->lock);
  self->addresses = g_ptr_array_new_with_free_func (g_free);
}

PalierPractice *
palier_practice_new (const char *scenario, PalierClock *clock, guint32 seed, GError **error)
{
  PalierScenario *loaded = palier_scenario_load (scenario, error);
  PalierPractice *self;

  if (loaded == NULL)
    return NULL;
  self = g_object_new (PALIER_TYPE_PRACTICE, NULL);
  self->scenario = g_strdup (scenario);
  self->user = g_strdup (loaded->user);
  self->password = g_strdup (loaded->password);
  self->new_password = g_strdup (loaded->new_password);
  self->serial = g_strdup (loaded->serial);
  self->seed = seed;
  self->clock = palier_clock_ref (clock);
  self->model = palier_model_new (loaded, clock, seed);
  return self;
}

const char *const *
palier_practice_get_scenarios (void)
{
  return palier_scenario_get_names ();
}

/* Lives up to now. With the lock held. */
static void
live (PalierPractice *self)
{
  palier_model_tick (self->model);
  if (self->server == NULL)
    return;
  palier_server_follow (self->server);
  /* Once it is broken its last address stays what it was. */
  for (guint i = 0; i < G_N_ELEMENTS (self->last_port); i++)
    if (palier_server_get_port (self->server, i == 1) != 0)
      self->last_port[i] = palier_server_get_port (self->server, i == 1);
}

gboolean
palier_practice_serve (PalierPractice *self, guint port, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_return_val_if_fail (self->server == NULL, FALSE);
  self->server = palier_server_new (&self->lock, &self->model, port, error);
  if (self->server == NULL)
    return FALSE;
  live (self);
  return TRUE;
}

gboolean
palier_practice_serve_sadp (PalierPractice *self, const char *interface, GError **error)
{
  g_return_val_if_fail (self->sadp == NULL, FALSE);
  self->sadp = palier_sadp_new (&self->lock, &self->model, &self->server, interface, error);
  return self->sadp != NULL;
}

/* With the lock held. */
static const char *
tell (PalierPractice *self, gboolean secure)
{
  g_autofree char *address = g_strdup_printf ("%s://127.0.0.1:%u", secure ? "https" : "http",
                                              self->last_port[secure ? 1 : 0]);

  for (guint i = 0; i < self->addresses->len; i++)
    if (g_str_equal (self->addresses->pdata[i], address))
      return self->addresses->pdata[i];
  g_ptr_array_add (self->addresses, g_steal_pointer (&address));
  return self->addresses->pdata[self->addresses->len - 1];
}

const char *
palier_practice_get_address (PalierPractice *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  live (self);
  return tell (self, self->last_port[0] == 0 && self->last_port[1] != 0);
}

const char *
palier_practice_get_secure_address (PalierPractice *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  live (self);
  return self->last_port[1] != 0 ? tell (self, TRUE) : NULL;
}

char *
palier_practice_dup_fingerprint (PalierPractice *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  live (self);
  return self->server != NULL ? palier_server_dup_fingerprint (self->server) : NULL;
}

const char *
palier_practice_get_user (PalierPractice *self)
{
  return self->user;
}

const char *
palier_practice_get_password (PalierPractice *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  PalierScenario *scenario = self->model->scenario;
  PalierPracticeUser *admin = palier_model_find_user (self->model, scenario->user);
  g_autofree char *ha1 = palier_practice_make_ha1 (scenario->digest, scenario->user,
                                                   scenario->realm, scenario->new_password);

  return admin != NULL && g_strcmp0 (admin->ha1, ha1) == 0 ? self->new_password : self->password;
}

const char *
palier_practice_get_new_password (PalierPractice *self)
{
  return self->new_password;
}

const char *
palier_practice_get_serial (PalierPractice *self)
{
  return self->serial;
}

gboolean
palier_practice_is_recording (PalierPractice *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->model->scenario->recording != NULL;
}

static char *
make_package (PalierPractice *self, PalierScenarioLanding *landing, const char *folder,
              GError **error)
{
  PalierScenario *scenario = self->model->scenario;
  g_autofree char *version = g_strdup_printf ("%s build %s", landing->version, landing->build);
  g_autofree char *name = g_strdup_printf ("practice_%s_%s.dav", landing->version, landing->build);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  PalierPracticePackage package
      = { scenario->serial, scenario->family, landing->custom, version, self->seed };
  g_autoptr (GBytes) bytes = palier_practice_package_build (&package);

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    {
      palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
      return NULL;
    }
  return g_steal_pointer (&path);
}

GHashTable *
palier_practice_make_packages (PalierPractice *self, const char *folder, GError **error)
{
  GPtrArray *landings = self->model->scenario->landings;
  g_autoptr (GHashTable) packages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s: %s", folder, g_strerror (errno));
      return NULL;
    }
  for (guint i = 0; i < landings->len; i++)
    {
      PalierScenarioLanding *landing = landings->pdata[i];
      char *path = make_package (self, landing, folder, error);

      if (path == NULL)
        return NULL;
      g_hash_table_insert (packages, g_strdup (landing->version), path);
    }
  return g_steal_pointer (&packages);
}

static void
fill_state (PalierModel *model, PalierPracticeState *state)
{
  g_autofree char *version = palier_version_to_string (&model->version);

  memset (state, 0, sizeof *state);
  state->broken = model->phase == PALIER_PHASE_BROKEN;
  state->active = model->active;
  state->flashing = model->phase == PALIER_PHASE_FLASHING;
  state->repairing = model->repairing;
  state->repair_wanted = model->repair_wanted;
  g_strlcpy (state->version, version, sizeof state->version);
  state->n_cameras = model->cameras->len;
  state->n_changes = model->n_changes;
  state->bytes_taken = (guint64) model->bytes_taken;
}

void
palier_practice_get_state (PalierPractice *self, PalierPracticeState *state)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  live (self);
  fill_state (self->model, state);
}

gboolean
palier_practice_hand (PalierPractice *self, PalierHand hand, const char *argument, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean done;

  live (self);
  done = palier_model_hand (self->model, hand, argument, error);
  live (self);
  return done;
}

gboolean
palier_practice_read_screen (PalierPractice *self, char **model, char **serial, char **firmware,
                             GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  live (self);
  return palier_model_read_screen (self->model, model, serial, firmware, error);
}

gboolean
palier_practice_save (PalierPractice *self, const char *path, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  live (self);
  return palier_state_store (self->model, path, error);
}

gboolean
palier_practice_restore (PalierPractice *self, const char *path, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  PalierScenario *scenario = palier_scenario_load (self->scenario, error);
  g_autoptr (PalierModel) fresh
      = scenario != NULL ? palier_model_new (scenario, self->clock, self->seed) : NULL;

  if (fresh == NULL || !palier_state_load (fresh, path, error))
    return FALSE;
  g_clear_pointer (&self->model, palier_model_free);
  self->model = g_steal_pointer (&fresh);
  live (self);
  return TRUE;
}
