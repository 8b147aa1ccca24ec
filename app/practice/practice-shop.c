/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"

#include "practice/practice-document.h"

/* Names as people give them: some plain, some with what XML must escape, some in another script. */
static const char *const places[] = {
  "Front door",    "Till 1",         "Till 2",         "Stockroom",
  "Loading dock",  "Car park north", "Car park south", "Office & safe",
  "Café terrace",  "Stairs",         "Lift",           "Corridor <east>",
  "Corridor west", "Roof",           "Back gate",      "Bicycle shed",
};

static const char *const camera_models[]
    = { "DS-2CD2142FWD-I", "DS-2CD2342WD-I", "DS-2CD2085FWD-I" };

PalierPracticeCamera *
palier_shop_add_camera (PalierModel *self, guint id)
{
  PalierPracticeCamera *camera = g_new0 (PalierPracticeCamera, 1);

  camera->id = id;
  camera->name = g_strdup_printf ("IPCamera %02u", id);
  camera->address = g_strdup ("0.0.0.0");
  camera->protocol = g_strdup ("HIKVISION");
  camera->model = g_strdup ("");
  camera->port = 8000;
  camera->online = TRUE;
  g_ptr_array_add (self->cameras, camera);
  return camera;
}

void
palier_shop_remove_camera (PalierModel *self, guint id)
{
  PalierPracticeCamera *camera = palier_model_find_camera (self, id);

  if (camera != NULL)
    g_ptr_array_remove (self->cameras, camera);
  palier_footage_record (self);
}

PalierPracticeUser *
palier_shop_add_user (PalierModel *self, guint id, const char *name, const char *level)
{
  PalierPracticeUser *user = g_new0 (PalierPracticeUser, 1);

  user->id = id;
  user->name = g_strdup (name);
  user->level = g_strdup (level);
  g_ptr_array_add (self->users, user);
  return user;
}

static void
add_cameras (PalierModel *self)
{
  for (guint i = 0; i < self->scenario->cameras; i++)
    {
      PalierPracticeCamera *camera = palier_shop_add_camera (self, i + 1);
      guint round = i / G_N_ELEMENTS (places);

      g_free (camera->name);
      camera->name = round == 0
                         ? g_strdup (places[i])
                         : g_strdup_printf ("%s %u", places[i % G_N_ELEMENTS (places)], round + 1);
      g_free (camera->address);
      camera->address = g_strdup_printf ("192.168.10.%u", 101 + i);
      g_free (camera->model);
      camera->model = g_strdup (camera_models[i % G_N_ELEMENTS (camera_models)]);
      camera->scheduled = TRUE;
      /* A shop has one camera that nobody has mended yet, and one of another make. */
      camera->online = i != 13;
      if (i == 14)
        {
          g_free (camera->protocol);
          camera->protocol = g_strdup ("ONVIF");
          camera->port = 80;
        }
    }
}

static void
add_disks (PalierModel *self)
{
  for (guint i = 0; i < self->scenario->disks; i++)
    {
      PalierPracticeDisk *disk = g_new0 (PalierPracticeDisk, 1);

      disk->id = i + 1;
      disk->status = g_strdup ("ok");
      disk->capacity_mb = self->scenario->disk_mb;
      disk->free_mb
          = i + 1 < self->scenario->disks ? 0 : 40960; /* full but the last: it overwrites */
      g_ptr_array_add (self->disks, disk);
    }
}

static void
add_staff (PalierModel *self)
{
  PalierPracticeUser *manager = palier_shop_add_user (self, 2, "manager", "Operator");
  PalierPracticeUser *guard = palier_shop_add_user (self, 3, "guard", "Viewer");

  palier_user_set_password (self, manager, "Till-and-safe-9");
  palier_user_set_password (self, guard, "Night-round-4");
}

/* A month of it, from the model's own seed. */
static void
add_log (PalierModel *self)
{
  static const struct
  {
    const char *meta, *user, *text;
  } usual[] = {
    { "Alarm/motionStart", "", "Motion detection started" },
    { "Alarm/motionStop", "", "Motion detection stopped" },
    { "Operation/remoteLogin", "manager", "Login" },
    { "Operation/remoteLogout", "manager", "Logout" },
    { "Operation/remotePlayByTime", "guard", "Playback" },
    { "Information/hddInfo", "", "HDD information" },
    { "Information/smartInfo", "", "S.M.A.R.T. information" },
    { "Exception/videoLost", "", "Camera disconnected" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (self->seed ^ 0x4c4f47);
  double present = self->now;

  for (self->now = present - 30 * 86400; self->now < present - 7200;
       self->now += g_rand_int_range (rand, 3600, 28800))
    {
      gsize i = (gsize) g_rand_int_range (rand, 0, G_N_ELEMENTS (usual));

      palier_model_log (self, usual[i].user, usual[i].meta, usual[i].text);
    }
  self->now = present;
}

void
palier_shop_open (PalierModel *self)
{
  palier_documents_load (self, "factory", FALSE);
  palier_documents_load (self, "shop", FALSE);
  add_disks (self);
  add_cameras (self);
  palier_user_set_password (self,
                            palier_shop_add_user (self, 1, self->scenario->user, "Administrator"),
                            self->scenario->password);
  add_staff (self);
  add_log (self);
  palier_footage_record (self);
  if (self->spans->len > 0)
    g_array_index (self->spans, PalierPracticeSpan, 0).from = self->now - 30 * 86400;
}

void
palier_shop_reprogram (PalierModel *self)
{
  g_ptr_array_set_size (self->cameras, 0);
  g_ptr_array_set_size (self->users, 1);
  add_cameras (self);
  add_staff (self);
  palier_documents_load (self, "shop", FALSE);
  g_free (self->name);
  self->name = g_strdup (self->scenario->name);
  palier_model_log (self, self->scenario->user, "Operation/localConfigParam",
                    "Configuration entered again");
  palier_footage_record (self);
}

void
palier_shop_forget (PalierModel *self, gboolean network_too)
{
  PalierPracticeUser *admin = g_ptr_array_steal_index (self->users, 0);

  g_ptr_array_set_size (self->cameras, 0);
  palier_documents_load (self, "factory", !network_too);
  g_free (self->name);
  self->name = g_strdup ("Embedded Net DVR");
  if (network_too)
    g_ptr_array_set_size (self->users, 0);
  g_ptr_array_insert (self->users, 0, admin);
}
