/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recording/recording.h"

/* Asks what is left to ask, shows what would be kept where somebody is there to read it, and keeps it. path "-":
 * standard output. A person who says no is no error. */
gboolean palier_inspect_record (PalierRecording *recording, const char *path, GError **error);
