/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answer.h"
#include "target.h"

#include "recorder/commands.h"
#include "recorder/configuration.h"
#include "recorder/device-info.h"
#include "recorder/disks.h"
#include "recorder/inventory.h"
#include "recorder/network.h"
#include "recorder/search.h"
#include "recorder/sign-in.h"
#include "recorder/time-settings.h"
#include "recorder/upnp.h"

#include <string.h>

/* The documents of a recorder. Built once for each reader: DOCUMENT is its name. */

#define SINCE "2026-01-01T00:00:00"
#define UNTIL "2026-02-01T00:00:00"

static gboolean
take_list (GPtrArray *list)
{
  gboolean read = list != NULL;

  g_clear_pointer (&list, g_ptr_array_unref);
  return read;
}

static gboolean
read_info (PalierConnection *connection, GError **error)
{
  g_autoptr (PalierDeviceInfo) info = palier_device_info_read (connection, NULL, error);
  g_autofree char *digits = NULL;

  if (!info)
    return FALSE;
  g_assert_true (info->model && *info->model && info->serial && *info->serial);
  g_assert_true (!info->version_known || palier_version_is_given (&info->version));
  digits = palier_serial_last_four (info->serial);
  g_assert_true (!digits || strlen (digits) == 4);
  return TRUE;
}

static gboolean
read_status (PalierConnection *connection, GError **error)
{
  PalierDeviceStatus status = { 0 };
  gboolean read = palier_device_status_read (connection, &status, NULL, error);

  g_assert_true (!read || status.up_time_s >= -1);
  palier_device_status_clear (&status);
  return read;
}

static gboolean
read_disks (PalierConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) disks = palier_disks_read (connection, NULL, error);

  for (guint i = 0; disks && i < disks->len; i++)
    {
      const PalierDisk *disk = disks->pdata[i];

      g_assert_true (disk->name && disk->status && disk->state <= PALIER_DISK_UNKNOWN);
      g_assert_true (disk->capacity_mb >= -1 && disk->free_mb >= -1);
    }
  return disks != NULL;
}

static gboolean
read_cameras (PalierConnection *connection, GError **error)
{
  return take_list (palier_cameras_read (connection, NULL, error));
}

static gboolean
read_services (PalierConnection *connection, GError **error)
{
  return take_list (palier_services_read (connection, NULL, error));
}

static gboolean
read_users (PalierConnection *connection, GError **error)
{
  return take_list (palier_users_read (connection, NULL, error));
}

static gboolean
read_nics (PalierConnection *connection, GError **error)
{
  return take_list (palier_nics_read (connection, NULL, error));
}

static gboolean
read_log (PalierConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) entries = palier_log_search (connection, SINCE, UNTIL, NULL, error);

  for (guint i = 0; entries && i < entries->len; i++)
    {
      const PalierLogEntry *entry = entries->pdata[i];

      g_assert_true (entry->time && entry->meta_id && entry->text);
      g_assert_cmpint (palier_log_entry_get_kind (entry), <=, PALIER_LOG_EXPORT);
    }
  return entries != NULL;
}

static gboolean
read_footage (PalierConnection *connection, GError **error)
{
  return take_list (palier_footage_search (connection, 101, SINCE, UNTIL, NULL, error));
}

static gboolean
read_upgrade (PalierConnection *connection, GError **error)
{
  PalierUpgradeStatus status = { 0 };
  gboolean read = palier_upgrade_status_read (connection, &status, NULL, error);

  g_assert_true (!read || (status.percent >= -1 && status.percent <= 100));
  return read;
}

static gboolean
read_user_check (PalierConnection *connection, GError **error)
{
  PalierUserCheck check = { 0 };

  return palier_sign_in (connection, &check, NULL, error);
}

static gboolean
read_activation (PalierConnection *connection, GError **error)
{
  PalierActivateStatus status = { 0 };

  return palier_activate_status_read (connection, &status, NULL, error);
}

static gboolean
read_time (PalierConnection *connection, GError **error)
{
  g_auto (PalierTimeSettings) settings = { 0 };

  return palier_time_settings_read (connection, &settings, NULL, error);
}

static gboolean
read_upnp (PalierConnection *connection, GError **error)
{
  PalierUpnp upnp = { 0 };

  return palier_upnp_read (connection, &upnp, NULL, error);
}

static gboolean
read_capabilities (PalierConnection *connection, GError **error)
{
  PalierConfigurationCap cap = { 0 };

  return palier_configuration_read_cap (connection, &cap, NULL, error);
}

static const struct
{
  const char *name;
  gboolean (*read) (PalierConnection *connection, GError **error);
} readers[] = {
  { "device-info", read_info },
  { "device-status", read_status },
  { "disks", read_disks },
  { "cameras", read_cameras },
  { "services", read_services },
  { "users", read_users },
  { "network", read_nics },
  { "log", read_log },
  { "footage", read_footage },
  { "upgrade-status", read_upgrade },
  { "user-check", read_user_check },
  { "activation", read_activation },
  { "time", read_time },
  { "upnp", read_upnp },
  { "capabilities", read_capabilities },
};

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  PalierConnection *connection = answer_with (data, size);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].name, DOCUMENT) == 0)
      {
        g_autoptr (GError) error = NULL;

        /* An answer or one error, never both and never neither. */
        g_assert_true (readers[i].read (connection, &error) == (error == NULL));
        return 0;
      }
  g_error ("no reader " DOCUMENT);
}
