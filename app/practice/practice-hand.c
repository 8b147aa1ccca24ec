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
  /* Its screen is dark while it restarts, and shows nothing but a bar while it flashes. */
  if (hand != PALIER_HAND_CUT_POWER && self->phase != PALIER_PHASE_RUNNING)
    return refuse (self->phase == PALIER_PHASE_BROKEN ? "deviceError" : "deviceBusy", error);
  return act (self, hand, argument, error);
}
