/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* A recorder that answers every request with the same bytes. The linker puts it in the place of
 * palier_wire_exchange (), so that all above the wire is the real thing and no socket is opened. */
PalierConnection *answer_with (const guint8 *data, gsize size); /* borrowed, the same one always */
