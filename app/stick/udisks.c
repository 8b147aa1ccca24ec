/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/udisks.h"

#include "base/error.h"

static PalierErrorCode
code_for (const char *remote)
{
  static const struct
  {
    const char *name; /* what the service's error begins with */
    PalierErrorCode code;
  } table[] = {
    { "org.freedesktop.UDisks2.Error.DeviceBusy", PALIER_ERROR_STICK_BUSY },
    { "org.freedesktop.UDisks2.Error.NotAuthorized", PALIER_ERROR_NO_STICK_SERVICE },
    { "org.freedesktop.UDisks2.Error.", PALIER_ERROR_STICK_UNUSABLE },
    { "org.freedesktop.DBus.Error.UnknownObject", PALIER_ERROR_PLACE_GONE },
    { "org.freedesktop.DBus.Error.UnknownMethod", PALIER_ERROR_PLACE_GONE },
    { "org.freedesktop.DBus.Error.UnknownInterface", PALIER_ERROR_PLACE_GONE },
  };

  for (guint i = 0; remote && i < G_N_ELEMENTS (table); i++)
    if (g_str_has_prefix (remote, table[i].name))
      return table[i].code;
  return PALIER_ERROR_NO_STICK_SERVICE;
}

/* Ours from the bus's; "not authorised" for want of an agent and "no such service" are one to a person. */
static void
translate (GError **error, GError *from, const char *doing)
{
  g_autofree char *remote = g_dbus_error_get_remote_error (from);

  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (from));
      return;
    }
  g_dbus_error_strip_remote_error (from);
  palier_error_set (error, code_for (remote), "%s: %s", doing, from->message);
}

GVariant *
palier_udisks_call (const char *object,
                    const char *interface,
                    const char *method,
                    GVariant *arguments,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GVariant) sunk = arguments ? g_variant_ref_sink (arguments) : NULL;
  g_autoptr (GError) from = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SYSTEM, cancellable, &from);
  GVariant *answer = NULL;

  if (bus)
    answer = g_dbus_connection_call_sync (bus, PALIER_UDISKS_NAME, object, interface, method, sunk,
                                          NULL, G_DBUS_CALL_FLAGS_ALLOW_INTERACTIVE_AUTHORIZATION,
                                          G_MAXINT, cancellable, &from);
  if (!answer)
    translate (error, from, method);
  return answer;
}

GVariant *
palier_udisks_get_objects (GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) answer =
      palier_udisks_call (PALIER_UDISKS_PATH, "org.freedesktop.DBus.ObjectManager",
                          "GetManagedObjects", NULL, cancellable, error);

  if (!answer)
    return NULL;
  if (!g_variant_is_of_type (answer, G_VARIANT_TYPE ("(a{oa{sa{sv}}})")))
    {
      palier_error_set (error, PALIER_ERROR_NO_STICK_SERVICE, "unknown answer");
      return NULL;
    }
  return g_variant_get_child_value (answer, 0);
}

GVariant *
palier_udisks_get_interface (GVariant *interfaces, const char *interface)
{
  return g_variant_lookup_value (interfaces, interface, G_VARIANT_TYPE_VARDICT);
}

char *
palier_udisks_get_text (GVariant *properties, const char *name)
{
  g_autoptr (GVariant) value = g_variant_lookup_value (properties, name, NULL);
  g_autofree char *text = NULL;

  if (!value)
    return NULL;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BYTESTRING))
    text = g_variant_dup_bytestring (value, NULL);
  else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
           || g_variant_is_of_type (value, G_VARIANT_TYPE_OBJECT_PATH))
    text = g_variant_dup_string (value, NULL);
  return text && *text ? g_steal_pointer (&text) : NULL;
}

gboolean
palier_udisks_get_flag (GVariant *properties, const char *name)
{
  gboolean flag = FALSE;

  g_variant_lookup (properties, name, "b", &flag);
  return flag;
}

guint64
palier_udisks_get_number (GVariant *properties, const char *name)
{
  guint64 number = 0;

  g_variant_lookup (properties, name, "t", &number);
  return number;
}
