/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inside a sandbox: asks the person for a folder by the file chooser portal, as a window does, and prints the path
 * that the sandbox is given for it. Status 1: none was given. */

#include <gio/gio.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define LONGEST_S 120

typedef struct
{
  GMainLoop *loop;
  char *path;
} Answer;

static void
response_cb (GDBusConnection *bus,
             const char *sender,
             const char *object,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer data)
{
  Answer *answer = data;
  g_autoptr (GVariant) results = NULL;
  g_autofree const char **uris = NULL;
  guint32 response;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (response == 0 && g_variant_lookup (results, "uris", "^a&s", &uris) && uris[0] != NULL)
    answer->path = g_filename_from_uri (uris[0], NULL, NULL);
  g_main_loop_quit (answer->loop);
}

static gboolean
late_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) handle = NULL;
  Answer answer = { .loop = g_main_loop_new (NULL, FALSE) };
  GVariantBuilder options;

  if (bus == NULL)
    g_error ("%s", error->message);
  g_dbus_connection_signal_subscribe (bus, PORTAL, "org.freedesktop.portal.Request", "Response", NULL, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, response_cb, &answer, NULL);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "directory", g_variant_new_boolean (TRUE));
  handle = g_dbus_connection_call_sync (bus, PORTAL, "/org/freedesktop/portal/desktop",
                                        "org.freedesktop.portal.FileChooser", "OpenFile",
                                        g_variant_new ("(ssa{sv})", "", "Palier folder", &options), NULL,
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  if (handle == NULL)
    g_error ("%s", error->message);
  g_timeout_add_seconds (LONGEST_S, late_cb, answer.loop);
  g_main_loop_run (answer.loop);
  if (answer.path != NULL)
    g_print ("%s\n", answer.path);
  return answer.path != NULL ? 0 : 1;
}
