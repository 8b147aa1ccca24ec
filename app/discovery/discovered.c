/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovered.h"

#define PLAIN_HTTP_PORT 80
/* A recorder's other network port is taken for the recorder's address after this silence
 * (seconds). */
#define SILENT_AFTER 20

struct _PalierDiscovered
{
  GObject parent_instance;

  PalierProbe probe; /* all that was told, the newest of each */
  char *previous_address;
  PalierReach reach;
  double last_seen;
  double port_seen; /* when the network port that probe speaks of answered last */
};

enum
{
  PROP_MODEL = 1,
  PROP_SERIAL,
  PROP_MAC,
  PROP_FIRMWARE,
  PROP_ADDRESS,
  PROP_PREVIOUS_ADDRESS,
  PROP_HTTP_PORT,
  PROP_ACTIVATED,
  PROP_REACH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PalierDiscovered, palier_discovered, G_TYPE_OBJECT)

static void
palier_discovered_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierDiscovered *self = PALIER_DISCOVERED (object);
  const char *const texts[] = {
    [PROP_MODEL] = self->probe.model,       [PROP_SERIAL] = self->probe.serial,
    [PROP_MAC] = self->probe.mac,           [PROP_FIRMWARE] = self->probe.firmware,
    [PROP_ADDRESS] = self->probe.address,   [PROP_PREVIOUS_ADDRESS] = self->previous_address,
  };
  const guint numbers[] = {
    [PROP_HTTP_PORT] = self->probe.http_port,
    [PROP_ACTIVATED] = self->probe.activated,
    [PROP_REACH] = self->reach,
  };

  if (id < G_N_ELEMENTS (texts))
    g_value_set_string (value, texts[id]);
  else
    g_value_set_uint (value, numbers[id]);
}

static void
palier_discovered_finalize (GObject *object)
{
  PalierDiscovered *self = PALIER_DISCOVERED (object);

  palier_probe_clear (&self->probe);
  g_free (self->previous_address);
  G_OBJECT_CLASS (palier_discovered_parent_class)->finalize (object);
}

static void
palier_discovered_class_init (PalierDiscoveredClass *klass)
{
  static const char *const names[N_PROPS] = {
    [PROP_MODEL] = "model",         [PROP_SERIAL] = "serial",
    [PROP_MAC] = "mac",             [PROP_FIRMWARE] = "firmware",
    [PROP_ADDRESS] = "address",     [PROP_PREVIOUS_ADDRESS] = "previous-address",
    [PROP_HTTP_PORT] = "http-port", [PROP_ACTIVATED] = "activated",
    [PROP_REACH] = "reach",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = palier_discovered_get_property;
  object_class->finalize = palier_discovered_finalize;
  for (guint i = PROP_MODEL; i < N_PROPS; i++)
    properties[i] = i < PROP_HTTP_PORT
                      ? g_param_spec_string (names[i], NULL, NULL, NULL, flags)
                      : g_param_spec_uint (names[i], NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_discovered_init (PalierDiscovered *self)
{
}

PalierDiscovered *
palier_discovered_new (const PalierProbe *probe, PalierReach reach, double now)
{
  PalierDiscovered *self = g_object_new (PALIER_TYPE_DISCOVERED, NULL);

  palier_probe_copy (probe, &self->probe);
  self->reach = reach;
  self->last_seen = self->port_seen = now;
  return self;
}

static void
take_text (PalierDiscovered *self, char **mine, const char *told, guint property)
{
  if (!told || g_strcmp0 (*mine, told) == 0)
    return;
  g_free (*mine);
  *mine = g_strdup (told);
  if (property != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
take_number (PalierDiscovered *self, guint *mine, guint told, guint property)
{
  if (told == 0 || *mine == told)
    return;
  *mine = told;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
take_address (PalierDiscovered *self, const PalierProbe *probe, PalierReach reach)
{
  if (!probe->address)
    return;
  if (self->probe.address && g_strcmp0 (self->probe.address, probe->address) != 0)
    take_text (self, &self->previous_address, self->probe.address, PROP_PREVIOUS_ADDRESS);
  take_text (self, &self->probe.address, probe->address, PROP_ADDRESS);
  if (self->reach == reach)
    return;
  self->reach = reach;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REACH]);
}

static void
take_activated (PalierDiscovered *self, PalierTold told)
{
  if (told == PALIER_TOLD_NOTHING || told == self->probe.activated)
    return;
  self->probe.activated = told;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVATED]);
}

static void
take_firmware (PalierDiscovered *self, const PalierProbe *probe)
{
  if (!probe->firmware)
    return;
  self->probe.version = probe->version;
  self->probe.version_known = probe->version_known;
  take_text (self, &self->probe.firmware, probe->firmware, PROP_FIRMWARE);
}

/* A recorder with two network ports answers from both, each with its own MAC. It stays at the
 * one it was found at, unless that one fell silent or is the one that we cannot talk to. */
static gboolean
is_other_port (PalierDiscovered *self, const PalierProbe *probe, PalierReach reach, double now)
{
  if (!probe->mac || !self->probe.mac || g_str_equal (probe->mac, self->probe.mac))
    return FALSE;
  if (reach == PALIER_REACH_YES && self->reach != PALIER_REACH_YES)
    return FALSE;
  return now - self->port_seen < SILENT_AFTER;
}

void
palier_discovered_update (PalierDiscovered *self,
                          const PalierProbe *probe,
                          PalierReach reach,
                          double now)
{
  self->last_seen = now;
  if (is_other_port (self, probe, reach, now))
    return;
  self->port_seen = now;
  g_object_freeze_notify (G_OBJECT (self));
  take_text (self, &self->probe.model, probe->model, PROP_MODEL);
  take_text (self, &self->probe.serial, probe->serial, PROP_SERIAL);
  take_text (self, &self->probe.mac, probe->mac, PROP_MAC);
  take_text (self, &self->probe.mask, probe->mask, 0);
  take_text (self, &self->probe.boot_time, probe->boot_time, 0);
  if (probe->n_channels > 0)
    self->probe.n_channels = probe->n_channels;
  take_number (self, &self->probe.http_port, probe->http_port, PROP_HTTP_PORT);
  take_activated (self, probe->activated);
  take_firmware (self, probe);
  take_address (self, probe, reach);
  g_object_thaw_notify (G_OBJECT (self));
}

const PalierProbe *
palier_discovered_get_probe (PalierDiscovered *self)
{
  return &self->probe;
}

const char *
palier_discovered_get_previous_address (PalierDiscovered *self)
{
  return self->previous_address;
}

PalierReach
palier_discovered_get_reach (PalierDiscovered *self)
{
  return self->reach;
}

double
palier_discovered_get_last_seen (PalierDiscovered *self)
{
  return self->last_seen;
}

char *
palier_discovered_dup_place (PalierDiscovered *self)
{
  const PalierProbe *probe = &self->probe;

  if (!probe->address || probe->http_port == 0 || probe->http_port == PLAIN_HTTP_PORT)
    return g_strdup (probe->address);
  return g_strdup_printf ("%s:%u", probe->address, probe->http_port);
}
