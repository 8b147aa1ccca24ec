/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What the kernel says about places, readable by everybody and visible in a sandbox. */

/* A text of a USB device ("manufacturer", "product", "serial"), trimmed; NULL: none. */
char *palier_sysfs_usb_text (const char *port, const char *attribute);

/* Of "/dev/sdb1": the USB place that it hangs on ("1-2.3"); NULL: not on USB. */
char *palier_sysfs_block_port (const char *device);
