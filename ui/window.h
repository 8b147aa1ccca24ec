/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_WINDOW (palier_window_get_type ())
G_DECLARE_FINAL_TYPE (PalierWindow, palier_window, PALIER, WINDOW, AdwApplicationWindow)

PalierWindow *palier_window_new (GtkApplication *application, PalierSession *session);
PalierSession *palier_window_get_session (PalierWindow *self);
PalierPage *palier_window_get_page (PalierWindow *self);   /* the one in front, borrowed */
const char *palier_window_get_page_id (PalierWindow *self); /* "welcome", "recorder", … "work", "result" */
/* The same moment in the other language: pages are made anew from the session. */
void palier_window_set_language (PalierWindow *self, const char *code);
