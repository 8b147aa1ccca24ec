/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/error.h"
#include "folder.h"
#include "stick/keeper.h"
#include "stick/sticks.h"
#include "stick/volumes.h"
#include "stick/writer.h"

/* Runs inside the machine of tests/full/stick-vm.sh, against the real kernel, libusb and UDisks2; tells
 * the host, a line each: "ok - …", "not ok - …", "sha FILE SHA256", "pull", "push". */
void guest_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
gboolean guest_ok (gboolean ok, const GError *error, const char *format, ...) G_GNUC_PRINTF (3, 4);
gboolean guest_failed_as (GError *error, int code, const char *sentence); /* frees error */

/* The stick with this serial number as soon as it has a volume; NULL after a minute. */
PalierStick *guest_await (const char *serial);
gboolean guest_await_gone (const char *serial);
/* Where its first volume is mounted; NULL, and said, when it cannot be. */
char *guest_mount (PalierStick *stick);

void guest_calm (void);
void guest_pulls (void);
