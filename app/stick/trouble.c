/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/trouble.h"

#include "base/error.h"

#include <errno.h>

static PalierErrorCode
trouble_code (int number, gboolean begun)
{
  switch (number)
    {
    case ENOSPC:
    case EDQUOT:
      return PALIER_ERROR_DISK_FULL;
    case EFBIG:
      return PALIER_ERROR_FILE_TOO_LARGE;
    case EROFS:
      return begun ? PALIER_ERROR_PLACE_GONE : PALIER_ERROR_READ_ONLY;
    case EEXIST:
      return PALIER_ERROR_FILE_IN_THE_WAY;
    case EIO:
    case ENODEV:
    case ENXIO:
    case ENOTCONN:
    case ESHUTDOWN:
    case ENOMEDIUM:
      return PALIER_ERROR_PLACE_GONE;
    case ENOENT:
      return begun ? PALIER_ERROR_PLACE_GONE : PALIER_ERROR_CANNOT_WRITE;
    default:
      return PALIER_ERROR_CANNOT_WRITE;
    }
}

void
palier_trouble_set (GError **error, int number, gboolean begun, const char *doing)
{
  palier_error_set (error, trouble_code (number, begun), "%s: %s", doing, g_strerror (number));
}
