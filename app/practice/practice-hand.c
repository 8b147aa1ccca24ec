/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-hand.h"

#include "base/error.h"
#include "practice/practice-export.h"
#include "practice/practice-life.h"

static gboolean
refuse (const char *sub, GError **error)
{
  PalierErrorCode code = PALIER_ERROR_REFUSED;

  if (sub == NULL)
    return TRUE;
  if (g_str_equal (sub, "hasActivated"))
    code = PALIER_ERROR_ALREADY_ACTIVE;
  else if (g_str_equal (sub, "riskPassword"))
    code = PALIER_ERROR_RISK_PASSWORD;
  else if (g_str_equal (sub, "deviceBusy"))
    code = PALIER_ERROR_BUSY;
  else if (g_str_equal (sub, "notSupport"))
    code = PALIER_ERROR_NOT_SUPPORTED;
  else if (g_str_equal (sub, "diskError"))
    code = PALIER_ERROR_RECORDER_DISK;
  else if (g_str_equal (sub, "notActivated"))
    code = PALIER_ERROR_NOT_ACTIVATED;
  palier_error_set (error, code, "%s", sub);
  return FALSE;
}

static gboolean
export_to (PalierModel *model, const char *folder, GError **error)
{
  g_autofree char *stamp = palier_model_dup_time (model, model->now, "%Y%m%d%H%M%S");
  g_autofree char *name = g_strdup_printf ("devCfg_%u_%s.bin", model->seed, stamp);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = palier_export_write (model, NULL);

  if (!g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                 (gssize) g_bytes_get_size (bytes), G_FILE_SET_CONTENTS_CONSISTENT,
                                 0600, error))
    {
      palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
      return FALSE;
    }
  palier_model_log (model, model->scenario->user, "Operation/localDownloadCfgFile",
                    "Export configuration");
  return TRUE;
}

/* Its menu offers what lies in the stick's root, and checks it as it would check what came over the network. */
static gboolean
upgrade_from (PalierModel *model, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "digicap.dav", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = 0;

  if (!model->active)
    return refuse ("notActivated", error);
  if (!g_file_get_contents (path, &content, &length, error))
    {
      palier_error_adopt (error, PALIER_ERROR_FILE_UNREADABLE);
      return FALSE;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  return refuse (palier_flash_take (model, bytes), error);
}

static gboolean
act (PalierModel *model, PalierHand hand, const char *argument, GError **error)
{
  switch (hand)
    {
    case PALIER_HAND_START_REPAIR:
      return refuse (palier_repair_start (model), error);
    case PALIER_HAND_RESTORE_DEFAULT:
      palier_default_start (model, PALIER_DEFAULT_FULL, "");
      return TRUE;
    case PALIER_HAND_RESTORE_INACTIVE:
      palier_default_start (model, PALIER_DEFAULT_INACTIVE, "");
      return TRUE;
    case PALIER_HAND_ACTIVATE:
      return refuse (palier_default_activate (model, argument != NULL ? argument : ""), error);
    case PALIER_HAND_REPROGRAM:
      palier_shop_reprogram (model);
      return TRUE;
    case PALIER_HAND_EXPORT:
      return export_to (model, argument, error);
    case PALIER_HAND_UPGRADE:
      return upgrade_from (model, argument, error);
    case PALIER_HAND_RESTART:
      palier_power_restart (model, 0);
      return TRUE;
    case PALIER_HAND_CUT_POWER:
      palier_power_cut (model);
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
palier_model_hand (PalierModel *self, PalierHand hand, const char *argument, GError **error)
{
  /* Its screen is dark while it restarts, and shows nothing but a bar while it flashes; then it asks for a restart. */
  if (hand != PALIER_HAND_CUT_POWER && self->phase != PALIER_PHASE_RUNNING
      && !(hand == PALIER_HAND_RESTART && self->phase == PALIER_PHASE_FLASHED))
    return refuse (self->phase == PALIER_PHASE_BROKEN ? "deviceError" : "deviceBusy", error);
  return act (self, hand, argument, error);
}

/* Device Info: behind its sign-in, so that an inactive one shows the choice of a password instead. */
gboolean
palier_model_read_screen (PalierModel *self, char **model, char **serial, char **firmware, GError **error)
{
  const PalierScenario *scenario = self->scenario;
  g_autofree char *truth = palier_version_to_string (&self->version);
  gboolean lies = scenario->told_version != NULL && !self->told_truly;

  if (self->phase != PALIER_PHASE_RUNNING)
    return refuse (self->phase == PALIER_PHASE_BROKEN ? "deviceError" : "deviceBusy", error);
  if (!self->active)
    return refuse ("notActivated", error);
  *model = g_strdup (scenario->model);
  *serial = g_strdup (self->serial);
  if (!lies)
    *firmware = g_steal_pointer (&truth);
  else
    *firmware = g_strjoin (" ", scenario->told_version, scenario->told_build, NULL);
  return TRUE;
}
