/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "guest.h"

#include <stdio.h>

#define LONGEST_SECONDS 60

static FILE *host;
static PalierSticks *sticks;

void
guest_say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (host, format, args);
  va_end (args);
  fputc ('\n', host);
  fflush (host);
}

gboolean
guest_ok (gboolean ok, const GError *error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  if (ok || !error)
    guest_say ("%s - %s", ok ? "ok" : "not ok", sentence);
  else
    guest_say ("not ok - %s (%s: %s)", sentence, palier_error_get_nick (error),
               palier_error_get_detail (error));
  return ok;
}

gboolean
guest_failed_as (GError *error, int code, const char *sentence)
{
  gboolean ok = guest_ok (g_error_matches (error, PALIER_ERROR, code), error, "%s", sentence);

  g_clear_error (&error);
  return ok;
}

static gboolean
too_long_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static PalierStick *
find (const char *serial)
{
  GListModel *model = G_LIST_MODEL (sticks);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PalierStick) stick = g_list_model_get_item (model, i);

      if (g_strcmp0 (palier_stick_get_serial (stick), serial) == 0)
        return g_steal_pointer (&stick);
    }
  return NULL;
}

static gboolean
is_usable (PalierStick *stick)
{
  return stick && palier_stick_get_n_volumes (stick) > 0;
}

/* Waits on the living list, so that the real events are what is tested. */
static PalierStick *
await (const char *serial, gboolean there)
{
  g_autoptr (PalierStick) stick = find (serial);
  gboolean too_long = FALSE;
  guint timer = g_timeout_add_seconds (LONGEST_SECONDS, too_long_cb, &too_long);

  while (!too_long && (there ? !is_usable (stick) : stick != NULL))
    {
      g_main_context_iteration (NULL, TRUE);
      g_clear_object (&stick);
      stick = find (serial);
    }
  if (!too_long)
    g_source_remove (timer);
  return g_steal_pointer (&stick);
}

PalierStick *
guest_await (const char *serial)
{
  PalierStick *stick = await (serial, TRUE);

  if (!is_usable (stick))
    guest_ok (FALSE, NULL, "stick %s appears with a volume", serial);
  return stick;
}

gboolean
guest_await_gone (const char *serial)
{
  g_autoptr (PalierStick) stick = await (serial, FALSE);

  return stick == NULL;
}

char *
guest_mount (PalierStick *stick)
{
  g_autoptr (GError) error = NULL;
  char *path = palier_volume_mount (palier_stick_get_volume (stick, 0), NULL, &error);

  if (!path)
    guest_ok (FALSE, error, "stick %s mounts", palier_stick_get_serial (stick));
  return path;
}

int
main (int argc, char **argv)
{
  host = argc > 2 ? fopen (argv[2], "w") : NULL;
  if (!host)
    {
      g_printerr ("guest calm|pulls DEVICE\n");
      return 2;
    }
  sticks = palier_sticks_new ();
  palier_sticks_start (sticks);
  if (g_str_equal (argv[1], "calm"))
    guest_calm ();
  else
    guest_pulls ();
  g_clear_object (&sticks);
  guest_say ("end");
  fclose (host);
  return 0;
}
