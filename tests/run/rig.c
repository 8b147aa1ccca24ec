/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rig.h"

#include "../remove-tree.h"
#include "run/journal-file.h"

static PalierSurvey *
survey_new (const char *model, const char *serial, const char *firmware)
{
  PalierSurvey *survey = g_new0 (PalierSurvey, 1);
  PalierDeviceInfo *info = g_new0 (PalierDeviceInfo, 1);

  info->model = g_strdup (model);
  info->serial = g_strdup (serial);
  info->firmware = g_strdup (firmware);
  info->version_known = firmware && palier_version_parse (firmware, &info->version, NULL);
  survey->info = info;
  survey->status.up_time_s = -1;
  survey->disks = g_ptr_array_new ();
  survey->cameras = g_ptr_array_new ();
  survey->services = g_ptr_array_new ();
  survey->users = g_ptr_array_new ();
  survey->plan = palier_plan_new (palier_catalogue_get_shipped (), model, firmware);
  return survey;
}

static char *
dup_silent_address (Rig *self)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_assert_true (g_socket_bind (self->socket, any, FALSE, NULL));
  bound = g_socket_get_local_address (self->socket, NULL);
  return g_strdup_printf ("http://127.0.0.1:%u",
                          g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound)));
}

static void
start (Rig *self, const char *model, const char *serial, const char *firmware)
{
  g_autoptr (GError) error = NULL;

  self->journal = palier_journal_open (self->folder, serial, &error);
  g_assert_no_error (error);
  self->job = palier_job_new (self->connection, survey_new (model, serial, firmware),
                              palier_catalogue_get_shipped (), self->clock, self->journal, self->shelf);
}

void
rig_open (Rig *self, const char *model, const char *serial, const char *firmware)
{
  g_autofree char *address = dup_silent_address (self);

  self->folder = g_dir_make_tmp ("palier-rig-XXXXXX", NULL);
  self->clock = palier_clock_new (0);
  self->connection = palier_connection_new (address, NULL);
  start (self, model, serial, firmware);
}

void
rig_reopen (Rig *self, const char *model, const char *serial, const char *firmware)
{
  g_clear_object (&self->job);
  g_clear_object (&self->journal);
  start (self, model, serial, firmware);
}

void
rig_close (Rig *self)
{
  g_clear_object (&self->job);
  g_clear_object (&self->journal);
  g_clear_object (&self->connection);
  g_clear_object (&self->socket);
  g_clear_pointer (&self->shelf, palier_shelf_free);
  g_clear_pointer (&self->clock, palier_clock_unref);
  remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

char *
rig_dup_steps (Rig *self)
{
  const char *path = palier_journal_get_path (self->journal);
  g_autoptr (JsonObject) root = palier_journal_file_load (path, NULL, NULL);
  JsonArray *steps = root ? json_object_get_array_member (root, "steps") : NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; steps && i < json_array_get_length (steps); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);

      g_string_append_printf (text, "%s%s:%s", i ? " " : "", json_object_get_string_member (step, "id"),
                              json_object_get_string_member (step, "state"));
    }
  return g_string_free (text, FALSE);
}
