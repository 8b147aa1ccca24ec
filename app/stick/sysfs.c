/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/sysfs.h"

#include <stdlib.h>
#include <string.h>

char *
palier_sysfs_usb_text (const char *port, const char *attribute)
{
  g_autofree char *path = g_build_filename ("/sys/bus/usb/devices", port, attribute, NULL);
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  g_strstrip (valid);
  return *valid ? g_steal_pointer (&valid) : NULL;
}

/* "1-2.3", and neither "usb1" (a root hub) nor "1-2.3:1.0" (an interface). */
static gboolean
is_usb_place (const char *name)
{
  const char *dash = strchr (name, '-');

  return dash && dash != name && dash[1] && strspn (name, "0123456789") == (gsize) (dash - name)
         && strspn (dash + 1, "0123456789.") == strlen (dash + 1);
}

char *
palier_sysfs_block_port (const char *device)
{
  g_autofree char *name = g_path_get_basename (device);
  g_autofree char *link = g_build_filename ("/sys/class/block", name, NULL);
  char *real = realpath (link, NULL);
  g_auto (GStrv) parts = g_strsplit (real ? real : "", "/", -1);
  const char *place = NULL;

  free (real);
  for (guint i = 0; parts[i]; i++)
    if (is_usb_place (parts[i]))
      place = parts[i]; /* the last one is the device, those before are hubs */
  return g_strdup (place);
}
