/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-recorder.h"
#include <gtk/gtk.h>

/* What stands between this computer and the recorder: plain or secure, with which certificate, and whether it is to be
 * accepted. Signal "accepted": the person did. Hidden while nothing is known, and for the practice recorder. */
#define PALIER_TYPE_CERTIFICATE_BOX (palier_certificate_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierCertificateBox, palier_certificate_box, PALIER, CERTIFICATE_BOX, GtkBox)

void palier_certificate_box_set_session (PalierCertificateBox *self, PalierSession *session);
