/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/sadp.h"

#include "base/error.h"
#include "discovery/port.h"
#include "discovery/probe.h"
#include "recorder/xml.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

struct _PalierSadp
{
  GMutex *lock; /* of the two below */
  PalierModel **model;
  PalierServer **server;
  GPtrArray *ports; /* of PalierPort */
  int stop;         /* readable when the thread shall end */
  GThread *thread;
};

static void
add_flag (PalierXmlNode *root, const char *name, gboolean value)
{
  palier_xml_add (root, name, value ? "true" : "false");
}

static void
add_number (PalierXmlNode *root, const char *name, guint value)
{
  g_autofree char *text = g_strdup_printf ("%u", value);

  palier_xml_add (root, name, text);
}

/* Recorders write no blank before the build here; a version that they keep to themselves is left out. */
static void
add_version (PalierXmlNode *root, PalierModel *model)
{
  PalierScenario *scenario = model->scenario;
  g_autofree char *build = palier_version_build_to_string (&model->version);
  g_autofree char *text = NULL;

  if (scenario->told_version != NULL && !model->told_truly)
    return;
  text = build != NULL ? g_strdup_printf ("%sbuild %s", model->version.spelling, build)
                       : g_strdup (model->version.spelling);
  palier_xml_add (root, "SoftwareVersion", text);
}

static void
add_network (PalierXmlNode *root, PalierModel *model, const char *address, const char *mask,
             guint http_port)
{
  g_autofree char *mac = g_strdelimit (g_strdup (model->scenario->mac), ":", '-');

  add_number (root, "CommandPort", 8000);
  if (http_port != 0)
    add_number (root, "HttpPort", http_port);
  palier_xml_add (root, "MAC", mac);
  palier_xml_add (root, "IPv4Address", address);
  palier_xml_add (root, "IPv4SubnetMask", mask);
  palier_xml_add (root, "IPv4Gateway", "0.0.0.0");
  palier_xml_add (root, "IPv6Address", "::");
  palier_xml_add (root, "IPv6Gateway", "::");
  add_number (root, "IPv6MaskLen", 64);
  add_flag (root, "DHCP", FALSE);
}

static void
add_device (PalierXmlNode *root, PalierModel *model)
{
  g_autofree char *booted = palier_model_dup_time (model, model->booted, "%Y-%m-%d %H:%M:%S");

  add_number (root, "AnalogChannelNum", 0);
  add_number (root, "DigitalChannelNum", model->scenario->cameras);
  add_version (root, model);
  palier_xml_add (root, "BootTime", booted);
  add_flag (root, "Encrypt", TRUE);
  add_number (root, "DiskNumber", model->disks->len);
  add_flag (root, "Activated", model->active);
  add_flag (root, "PasswordResetAbility", TRUE);
}

char *
palier_sadp_answer (PalierModel *model,
                    const char *question_id,
                    const char *address,
                    const char *mask,
                    guint http_port)
{
  g_autoptr (PalierXml) xml = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PalierXmlNode *root;

  palier_model_tick (model);
  if (!palier_model_is_reachable (model))
    return NULL;
  xml = palier_xml_new ("ProbeMatch", NULL, NULL);
  root = palier_xml_get_root (xml);
  palier_xml_add (root, "Uuid", question_id);
  palier_xml_add (root, "Types", "inquiry");
  palier_xml_add (root, "DeviceType", "2304");
  palier_xml_add (root, "DeviceDescription", model->scenario->model);
  palier_xml_add (root, "DeviceSN", model->serial);
  add_network (root, model, address, mask, http_port);
  add_device (root, model);
  bytes = palier_xml_to_bytes (xml);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
answer_on (PalierSadp *self, const PalierInterface *interface, const char *question_id)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (self->lock);
  char address[INET_ADDRSTRLEN], mask[INET_ADDRSTRLEN];
  guint port = *self->server != NULL ? palier_server_get_port (*self->server, FALSE) : 0;

  inet_ntop (AF_INET, &interface->address, address, sizeof address);
  inet_ntop (AF_INET, &interface->mask, mask, sizeof mask);
  return palier_sadp_answer (*self->model, question_id, address, mask, port);
}

static void
serve_one (PalierSadp *self, PalierPort *port, PalierPortSocket which)
{
  const struct sockaddr_in group = { .sin_family = AF_INET,
                                     .sin_port = htons (PALIER_PORT_NUMBER),
                                     .sin_addr.s_addr = inet_addr (PALIER_PORT_GROUP) };
  char data[PALIER_PROBE_MAX_BYTES + 1];
  struct sockaddr_in from = { 0 };
  gssize length = palier_port_receive (port, which, data, sizeof data, &from);
  g_autofree char *id = length > 0 ? palier_probe_dup_question_id (data, (gsize) length) : NULL;
  g_autofree char *text = id != NULL ? answer_on (self, port->interface, id) : NULL;

  if (text == NULL)
    return;
  (void) palier_port_send_to (port, &from, text);
  (void) palier_port_send_to (port, &group, text);
}

static gpointer
serve (gpointer data)
{
  PalierSadp *self = data;
  const guint n = self->ports->len * PALIER_PORT_N_SOCKETS;
  g_autofree struct pollfd *polled = g_new0 (struct pollfd, n + 1);

  /* A negative one is passed over by poll (). */
  for (guint i = 0; i < n; i++)
    {
      PalierPort *port = self->ports->pdata[i / PALIER_PORT_N_SOCKETS];

      polled[i] = (struct pollfd) { .fd = port->fds[i % PALIER_PORT_N_SOCKETS], .events = POLLIN };
    }
  polled[n] = (struct pollfd) { .fd = self->stop, .events = POLLIN };
  while (poll (polled, n + 1, -1) >= 0 || errno == EINTR)
    {
      if (polled[n].revents != 0)
        break;
      for (guint i = 0; i < n; i++)
        if (polled[i].revents != 0)
          serve_one (self, self->ports->pdata[i / PALIER_PORT_N_SOCKETS], i % PALIER_PORT_N_SOCKETS);
    }
  return NULL;
}

static void
open_ports (PalierSadp *self, const char *interface)
{
  g_autoptr (GPtrArray) interfaces = palier_interfaces_list (interface);

  for (guint i = 0; i < interfaces->len; i++)
    {
      g_autoptr (PalierPort) port = palier_port_open (interfaces->pdata[i], NULL);

      if (port != NULL && port->fixed_errno == 0)
        g_ptr_array_add (self->ports, g_steal_pointer (&port));
    }
}

PalierSadp *
palier_sadp_new (GMutex *lock,
                 PalierModel **model,
                 PalierServer **server,
                 const char *interface,
                 GError **error)
{
  PalierSadp *self = g_new0 (PalierSadp, 1);

  self->lock = lock;
  self->model = model;
  self->server = server;
  self->ports = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_port_close);
  self->stop = eventfd (0, EFD_CLOEXEC);
  open_ports (self, interface);
  if (self->ports->len == 0 || self->stop < 0)
    {
      palier_error_set (error, PALIER_ERROR_COMPUTER, "UDP %d cannot be used on %s", PALIER_PORT_NUMBER,
                        interface != NULL ? interface : "any network");
      palier_sadp_free (self);
      return NULL;
    }
  self->thread = g_thread_new ("practice-sadp", serve, self);
  return self;
}

void
palier_sadp_free (PalierSadp *self)
{
  if (self->thread != NULL && eventfd_write (self->stop, 1) == 0)
    g_thread_join (self->thread);
  if (self->stop >= 0)
    close (self->stop);
  g_ptr_array_unref (self->ports);
  g_free (self);
}
