/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/survey.h"

/* The list that helps to enter everything again: cameras, users, services, disks. Plain text, without passwords. */
char *palier_camera_list_new (const PalierSurvey *survey);
