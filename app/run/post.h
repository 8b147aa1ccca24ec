/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Runs func in context, later and in order, never in the calling thread (g_main_context_invoke () may do that when
 * nobody owns the context at the moment). */
void palier_post (GMainContext *context, GSourceFunc func, gpointer data, GDestroyNotify destroy);
