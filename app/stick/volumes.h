/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/volume.h"

/* The volumes of removable USB drives, by UDisks2 on the system bus; each says at which USB port it
 * hangs. A disk inside the computer, or one that is not removable, is never among them. Any thread.
 * PALIER_ERROR_NO_STICK_SERVICE: UDisks2 cannot be reached; the file chooser takes its place. */
GPtrArray *palier_volumes_list (GCancellable *cancellable, GError **error); /* of PalierVolume, by device */

/* The first volume as it is now that has this object path and hangs at this port; NULL: gone. */
PalierVolume *palier_volumes_find (const char *object, const char *port, GCancellable *cancellable,
                                   GError **error);

/* Tells, in the main context of the thread that starts it, when UDisks2 sees something change. NULL:
 * there is no system bus. */
typedef struct _PalierVolumesWatch PalierVolumesWatch;

PalierVolumesWatch *palier_volumes_watch (void (*changed) (gpointer data), gpointer data);
void palier_volumes_watch_free (PalierVolumesWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierVolumesWatch, palier_volumes_watch_free)
