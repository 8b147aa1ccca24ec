/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "mock-udisks.h"

#define NAME "org.freedesktop.UDisks2"
#define ROOT "/org/freedesktop/UDisks2"
#define MAX_BLOCKS 8

struct _MockUdisks
{
  GMutex mutex; /* the bus's own thread answers */
  GDBusConnection *bus;
  guint filter;
  MockBlock blocks[MAX_BLOCKS];
  guint n;
  const char *mount_point;
  const char *refused;
  const char *refusal;
  GString *log;
};

static void
add_bytes (GVariantBuilder *builder, const char *name, const char *text)
{
  g_variant_builder_add (builder, "{sv}", name, g_variant_new_bytestring (text));
}

static void
add_flag (GVariantBuilder *builder, const char *name, gboolean flag)
{
  g_variant_builder_add (builder, "{sv}", name, g_variant_new_boolean (flag));
}

static void
add_text (GVariantBuilder *builder, const char *name, const char *text)
{
  g_variant_builder_add (builder, "{sv}", name, g_variant_new_string (text ? text : ""));
}

static GVariant *
block_properties (const MockBlock *block)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *device = g_strconcat ("/dev/", block->name, NULL);
  g_autofree char *drive = g_strdup_printf (ROOT "/drives/%.3s", block->name);

  add_bytes (&builder, "Device", device);
  add_bytes (&builder, "PreferredDevice", device);
  g_variant_builder_add (&builder, "{sv}", "Size", g_variant_new_uint64 (block->size));
  g_variant_builder_add (&builder, "{sv}", "Drive",
                         g_variant_new_object_path (block->flags & MOCK_ORPHAN ? "/" : drive));
  add_flag (&builder, "ReadOnly", block->flags & MOCK_READ_ONLY);
  add_flag (&builder, "HintSystem", block->flags & MOCK_SYSTEM);
  add_flag (&builder, "HintIgnore", block->flags & MOCK_IGNORE);
  add_text (&builder, "IdType", block->type);
  add_text (&builder, "IdVersion", block->version);
  add_text (&builder, "IdLabel", block->label);
  return g_variant_builder_end (&builder);
}

static GVariant *
filesystem_properties (const MockBlock *block)
{
  const char *points[] = { block->mount, NULL };
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&builder, "{sv}", "MountPoints",
                         g_variant_new_bytestring_array (points, -1));
  return g_variant_builder_end (&builder);
}

static GVariant *
partition_properties (const MockBlock *block)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  add_flag (&builder, "IsContainer", block->flags & MOCK_CONTAINER);
  return g_variant_builder_end (&builder);
}

static GVariant *
block_interfaces (const MockBlock *block)
{
  GVariantBuilder builder;
  GVariantBuilder none = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa{sv}}"));
  g_variant_builder_add (&builder, "{s@a{sv}}", NAME ".Block", block_properties (block));
  if (block->type)
    g_variant_builder_add (&builder, "{s@a{sv}}", NAME ".Filesystem",
                           filesystem_properties (block));
  if (strlen (block->name) > 3)
    g_variant_builder_add (&builder, "{s@a{sv}}", NAME ".Partition", partition_properties (block));
  if (block->flags & MOCK_TABLE)
    g_variant_builder_add (&builder, "{sa{sv}}", NAME ".PartitionTable", &none);
  else
    g_variant_builder_clear (&none);
  return g_variant_builder_end (&builder);
}

static GVariant *
drive_interfaces (const MockBlock *block)
{
  GVariantBuilder builder;
  GVariantBuilder drive = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  add_text (&drive, "ConnectionBus", block->flags & MOCK_SATA ? "" : "usb");
  add_flag (&drive, "Removable", !(block->flags & MOCK_FIXED));
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sa{sv}}"));
  g_variant_builder_add (&builder, "{sa{sv}}", NAME ".Drive", &drive);
  return g_variant_builder_end (&builder);
}

/* A drive is told once, by the first of its blocks. */
static gboolean
is_first_of_drive (MockUdisks *self, guint i)
{
  for (guint j = 0; j < i; j++)
    if (strncmp (self->blocks[j].name, self->blocks[i].name, 3) == 0)
      return FALSE;
  return TRUE;
}

static GVariant *
all_objects (MockUdisks *self)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{oa{sa{sv}}}"));
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *block = g_strdup_printf (ROOT "/block_devices/%s", self->blocks[i].name);
      g_autofree char *drive = g_strdup_printf (ROOT "/drives/%.3s", self->blocks[i].name);

      g_variant_builder_add (&builder, "{o@a{sa{sv}}}", block, block_interfaces (&self->blocks[i]));
      if (is_first_of_drive (self, i))
        g_variant_builder_add (&builder, "{o@a{sa{sv}}}", drive,
                               drive_interfaces (&self->blocks[i]));
    }
  return g_variant_new ("(@a{oa{sa{sv}}})", g_variant_builder_end (&builder));
}

static MockBlock *
find_block (MockUdisks *self, const char *name)
{
  for (guint i = 0; i < self->n; i++)
    if (g_str_equal (self->blocks[i].name, name))
      return &self->blocks[i];
  return NULL;
}

/* The real one does the same, and then tells. */
static GVariant *
act (MockUdisks *self, const char *method, const char *name)
{
  MockBlock *block = find_block (self, name);

  if (g_str_equal (method, "Mount") && block)
    block->mount = self->mount_point;
  if (g_str_equal (method, "Unmount") && block)
    block->mount = NULL;
  if (g_str_equal (method, "Format") && block)
    {
      block->type = "vfat";
      block->version = block->flags & MOCK_FAT16 ? "FAT16" : "FAT32";
    }
  if (g_str_equal (method, "PowerOff") || g_str_equal (method, "Eject"))
    self->n = 0;
  return g_str_equal (method, "Mount") ? g_variant_new ("(s)", self->mount_point) : NULL;
}

static GDBusMessage *
answer_to (MockUdisks *self, GDBusMessage *call)
{
  const char *method = g_dbus_message_get_member (call);
  g_autofree char *name = g_path_get_basename (g_dbus_message_get_path (call));
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GDBusMessage *reply;
  GVariant *body;

  if (g_str_equal (method, "GetManagedObjects"))
    body = all_objects (self);
  else
    {
      g_string_append_printf (self->log, "%s%s %s", self->log->len ? ", " : "", method, name);
      if (g_strcmp0 (self->refused, method) == 0)
        return g_dbus_message_new_method_error_literal (call, self->refusal, "the mock refuses");
      body = act (self, method, name);
    }
  reply = g_dbus_message_new_method_reply (call);
  if (body)
    g_dbus_message_set_body (reply, body);
  return reply;
}

static GDBusMessage *
filter_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer data)
{
  g_autoptr (GDBusMessage) reply = NULL;

  if (!incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;
  reply = answer_to (data, message);
  g_dbus_connection_send_message (bus, reply, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (message);
  return NULL;
}

MockUdisks *
mock_udisks_new (GTestDBus *bus)
{
  GDBusConnectionFlags flags = G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                               | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION;
  g_autoptr (GError) error = NULL;
  MockUdisks *self = g_new0 (MockUdisks, 1);

  g_mutex_init (&self->mutex);
  self->log = g_string_new (NULL);
  self->bus = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (bus), flags,
                                                      NULL, NULL, &error);
  g_assert_no_error (error);
  self->filter = g_dbus_connection_add_filter (self->bus, filter_cb, self, NULL);
  return self;
}

static void
call_bus (MockUdisks *self, const char *method, GVariant *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
      arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

  g_assert_no_error (error);
}

void
mock_udisks_appear (MockUdisks *self)
{
  call_bus (self, "RequestName", g_variant_new ("(su)", NAME, 4u));
}

void
mock_udisks_vanish (MockUdisks *self)
{
  call_bus (self, "ReleaseName", g_variant_new ("(s)", NAME));
}

void
mock_udisks_free (MockUdisks *self)
{
  g_dbus_connection_remove_filter (self->bus, self->filter);
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_string_free (self->log, TRUE);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
mock_udisks_set (MockUdisks *self, const MockBlock *blocks, guint n)
{
  g_assert_cmpuint (n, <=, MAX_BLOCKS);
  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < n; i++)
    self->blocks[i] = blocks[i];
  self->n = n;
  g_mutex_unlock (&self->mutex);
  g_dbus_connection_emit_signal (self->bus, NULL, ROOT, "org.freedesktop.DBus.ObjectManager",
                                 "InterfacesRemoved",
                                 g_variant_new ("(oas)", ROOT "/block_devices/any", NULL), NULL);
}

void
mock_udisks_set_mount_point (MockUdisks *self, const char *folder)
{
  self->mount_point = folder;
}

void
mock_udisks_refuse (MockUdisks *self, const char *method, const char *error)
{
  g_mutex_lock (&self->mutex);
  self->refused = error ? method : NULL;
  self->refusal = error;
  g_mutex_unlock (&self->mutex);
}

char *
mock_udisks_take_log (MockUdisks *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  char *log = g_strdup (self->log->str);

  g_string_truncate (self->log, 0);
  return log;
}
