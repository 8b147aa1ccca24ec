/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"

char *
answer_new (const char *name, ...)
{
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ProbeMatch>\n");
  va_list args;

  va_start (args, name);
  for (; name; name = va_arg (args, const char *))
    g_string_append_printf (text, "<%s>%s</%s>\n", name, va_arg (args, const char *), name);
  va_end (args);
  g_string_append (text, "</ProbeMatch>\n");
  return g_string_free (text, FALSE);
}

char *
answer_of_recorder (guint n, const char *address)
{
  g_autofree char *mac = g_strdup_printf ("4c-bd-8f-10-%02X-%02x", n >> 8 & 0xff, n & 0xff);
  g_autofree char *serial = g_strdup_printf ("DS-7716NI-I4/16P1620181120CCRRC%08uWCVU", n);

  return answer_new ("Uuid", "6A0D1C1E-0000-4B7A-8E11-0123456789AB", "Types", "inquiry", "DeviceType",
                     "2304", "DeviceDescription", "DS-7716NI-I4/16P", "DeviceSN", serial,
                     "CommandPort", "8000", "HttpPort", "80", "MAC", mac, "IPv4Address", address,
                     "IPv4SubnetMask", "255.255.255.0", "IPv4Gateway", "192.168.1.1", "DHCP",
                     "false", "AnalogChannelNum", "0", "DigitalChannelNum", "16",
                     "SoftwareVersion", "V4.1.64build 190119", "BootTime", "2026-02-03 04:05:06",
                     "Activated", "true", NULL);
}
