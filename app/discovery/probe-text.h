/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* One value of an answer, made safe to show and to compare; NULL when it says nothing usable. */
char *palier_probe_clean_text (const char *text);    /* printable, one line, at most 64 characters */
char *palier_probe_clean_serial (const char *text);  /* at least 9 letters and digits, with a digit */
char *palier_probe_clean_mac (const char *text);     /* any separators in, "c0:56:e3:00:00:01" out */
char *palier_probe_clean_address (const char *text); /* an IPv4 address that one device can have */
char *palier_probe_clean_mask (const char *text);
