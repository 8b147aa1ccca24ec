/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-parts.h"

static void
disk_free (PalierPracticeDisk *disk)
{
  g_free (disk->status);
  g_free (disk);
}

static void
camera_free (PalierPracticeCamera *camera)
{
  g_free (camera->name);
  g_free (camera->address);
  g_free (camera->protocol);
  g_free (camera->model);
  g_free (camera);
}

static void
user_free (PalierPracticeUser *user)
{
  g_free (user->name);
  g_free (user->level);
  g_free (user->ha1);
  g_free (user->key);
  g_free (user);
}

static void
log_free (PalierPracticeLog *entry)
{
  g_free (entry->meta);
  g_free (entry->user);
  g_free (entry->text);
  g_free (entry);
}

GPtrArray *
palier_practice_disks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) disk_free);
}

GPtrArray *
palier_practice_cameras_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) camera_free);
}

GPtrArray *
palier_practice_users_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) user_free);
}

GPtrArray *
palier_practice_log_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) log_free);
}
