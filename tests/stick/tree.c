/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tree.h"

#include <string.h>

#define CONTROLLER "/devices/pci0000:00/0000:00:14.0"

typedef struct
{
  guint8 number;
  guint8 setting;
  guint8 class;
  guint8 subclass;
  guint8 protocol;
} Interface;

/* Up to three each; a class of 0 ends them. */
static const Interface interfaces[][3] = {
  [TREE_ROOT] = { { 0, 0, 9, 0, 0 } },
  [TREE_HUB] = { { 0, 0, 9, 0, 1 } },
  [TREE_KEYBOARD] = { { 0, 0, 3, 1, 1 }, { 1, 0, 3, 0, 0 } },
  [TREE_PHONE] = { { 0, 0, 6, 1, 1 }, { 1, 0, 255, 66, 1 } },
  [TREE_PHONE_STORAGE] = { { 0, 0, 255, 66, 1 }, { 1, 0, 8, 6, 80 } },
  [TREE_STICK] = { { 0, 0, 8, 6, 80 } },
  [TREE_STICK_UAS] = { { 0, 0, 8, 6, 80 }, { 0, 1, 8, 6, 98 } },
  [TREE_STICK_IDLE] = { { 0, 0, 8, 6, 80 } },
};

static GString *
path_of (const char *port)
{
  GString *path = g_string_new (NULL);
  const char *dash = strchr (port, '-');

  g_string_printf (path, CONTROLLER "/usb%.*s", (int) (dash ? dash - port : (long) strlen (port)),
                   port);
  for (const char *end = dash; end;)
    {
      end = strchr (end + 1, '.');
      g_string_append_printf (path, "/%.*s", (int) (end ? end - port : (long) strlen (port)), port);
    }
  return path;
}

static char *
descriptors_of (TreeKind kind)
{
  const Interface *list = interfaces[kind];
  guint n = 0, count = 0;
  GString *hex = g_string_new ("1201000200000040abcd1234000101020301");

  for (; n < 3 && list[n].class; n++)
    count = MAX (count, list[n].number + 1u);
  g_string_append_printf (hex, "0902%02x00%02x010080fa", 9 + 9 * n, count);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (hex, "0904%02x%02x00%02x%02x%02x00", list[i].number, list[i].setting,
                            list[i].class, list[i].subclass, list[i].protocol);
  return g_string_free (hex, FALSE);
}

static void
add_text (GString *text, const char *attribute, const char *value)
{
  if (value)
    g_string_append_printf (text, "A: %s=%s\\n\n", attribute, value);
}

void
tree_add (UMockdevTestbed *bed, const TreeDevice *device)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) path = path_of (device->port);
  g_autofree char *descriptors = descriptors_of (device->kind);
  int bus = atoi (device->port);

  g_string_append_printf (text, "P: %s\nN: bus/usb/%03d/%03u\n", path->str, bus, device->address);
  g_string_append_printf (text, "E: DEVNAME=/dev/bus/usb/%03d/%03u\nE: DEVTYPE=usb_device\n", bus,
                          device->address);
  g_string_append_printf (text, "E: BUSNUM=%03d\nE: DEVNUM=%03u\nE: SUBSYSTEM=usb\n", bus,
                          device->address);
  g_string_append_printf (text, "A: busnum=%d\\n\nA: devnum=%u\\n\nA: speed=480\\n\n", bus,
                          device->address);
  add_text (text, "bConfigurationValue", device->kind == TREE_STICK_IDLE ? "" : "1");
  add_text (text, "manufacturer", device->vendor);
  add_text (text, "product", device->product);
  add_text (text, "serial", device->serial);
  g_string_append_printf (text, "H: descriptors=%s\n\n", descriptors);
  umockdev_testbed_add_from_string (bed, text->str, &error);
  g_assert_no_error (error);
}

void
tree_remove (UMockdevTestbed *bed, const char *port)
{
  g_autoptr (GString) path = path_of (port);
  g_autofree char *syspath = g_strconcat ("/sys", path->str, NULL);

  umockdev_testbed_uevent (bed, syspath, "remove");
  umockdev_testbed_remove_device (bed, syspath);
}

void
tree_become (UMockdevTestbed *bed, const char *port, TreeKind kind)
{
  g_autoptr (GString) path = path_of (port);
  g_autofree char *syspath = g_strconcat ("/sys", path->str, NULL);
  g_autofree char *hex = descriptors_of (kind);
  guint8 bytes[64];
  guint n = 0;

  for (; hex[2 * n]; n++)
    bytes[n] =
        (guint8) (g_ascii_xdigit_value (hex[2 * n]) << 4 | g_ascii_xdigit_value (hex[2 * n + 1]));
  umockdev_testbed_set_attribute_binary (bed, syspath, "descriptors", bytes, (int) n);
}

void
tree_add_disk (UMockdevTestbed *bed, const char *port, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) place =
      port ? path_of (port) : g_string_new ("/devices/pci0000:00/0000:00:1f.2/ata1");
  g_autofree char *interface = port ? g_strdup_printf ("/%s:1.0", port) : g_strdup ("");

  g_string_append_printf (place, "%s/host6/target6:0:0/6:0:0:0/block/%s", interface, name);
  g_string_append_printf (
      text, "P: %s\nE: DEVNAME=/dev/%s\nE: DEVTYPE=disk\nE: SUBSYSTEM=block\n\n", place->str, name);
  for (guint i = 1; i <= 4; i++)
    g_string_append_printf (
        text, "P: %s/%s%u\nE: DEVNAME=/dev/%s%u\nE: DEVTYPE=partition\nE: SUBSYSTEM=block\n\n",
        place->str, name, i, name, i);
  umockdev_testbed_add_from_string (bed, text->str, &error);
  g_assert_no_error (error);
}
