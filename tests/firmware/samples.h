/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "firmware/package.h"

#define SAMPLE_LABEL                                                                           \
  "{\"practice\": true, \"serial\": \"A1234\", \"family\": \"i-series\", "                       \
  "\"package\": \"standard\", \"version\": \"V3.4.92 build 170518\"}"

/* A container of one file after another: first name, its text, then "system" and "web", which are
 * not empty. */
GBytes *sample_container (const char *name, const char *text, guint32 language);
/* The same with the clear header changed at an offset, its sum put right again where said. */
GBytes *sample_changed (GBytes *container, gsize at, guint32 value, gboolean resum);

typedef struct
{
  const char *name;
  GBytes *content; /* NULL: a symbolic link */
} SampleMember;

GBytes *sample_zip (const SampleMember *members, guint n_members, const char *password);

/* Instead of g_test_init () and g_test_run (): with a cache folder of the test's own, which goes with it. */
void sample_init (int *argc, char ***argv);
int sample_run (void);

char *sample_folder_new (void);
char *sample_write (const char *folder, const char *name, GBytes *bytes);
void sample_folder_remove (char *folder); /* takes it over */

gboolean sample_has_finding (PalierPackage *package, const char *part);
