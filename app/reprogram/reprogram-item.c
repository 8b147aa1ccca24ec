/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reprogram/reprogram-item-private.h"

#include <glib/gi18n-lib.h>

struct _PalierReprogramItem
{
  GObject parent_instance;

  char *id;
  PalierTopic topic;
  char *what;
  char *before;
  char *now;
  PalierReprogramState state;
  GError *problem;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_NOW,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PalierReprogramItem, palier_reprogram_item, G_TYPE_OBJECT)

static void
palier_reprogram_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierReprogramItem *self = PALIER_REPROGRAM_ITEM (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_NOW:
      g_value_set_string (value, self->now);
      break;
    case PROP_PROBLEM:
      g_value_set_pointer (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_reprogram_item_finalize (GObject *object)
{
  PalierReprogramItem *self = PALIER_REPROGRAM_ITEM (object);

  g_free (self->id);
  g_free (self->what);
  g_free (self->before);
  g_free (self->now);
  g_clear_error (&self->problem);
  G_OBJECT_CLASS (palier_reprogram_item_parent_class)->finalize (object);
}

static void
palier_reprogram_item_class_init (PalierReprogramItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = palier_reprogram_item_get_property;
  object_class->finalize = palier_reprogram_item_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_NOW] = g_param_spec_string ("now", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_pointer ("problem", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_reprogram_item_init (PalierReprogramItem *self)
{
}

/* "camera-3", "time", "time-ntp": names for scripts, and for the journal. */
static char *
dup_id (const PalierDifference *row)
{
  static const char *const names[PALIER_N_TOPICS] = {
    "name", "network", "time", "camera", "user", "schedule", "disk", "port",
  };
  g_autofree char *what = g_ascii_strdown (row->what, -1);

  return *what ? g_strconcat (names[row->topic], "-", what, NULL) : g_strdup (names[row->topic]);
}

PalierReprogramItem *
palier_reprogram_item_new (const PalierDifference *row)
{
  PalierReprogramItem *self = g_object_new (PALIER_TYPE_REPROGRAM_ITEM, NULL);

  self->id = dup_id (row);
  self->topic = row->topic;
  self->what = g_strdup (row->what);
  self->before = g_strdup (row->before);
  return self;
}

void
palier_reprogram_item_set_state (PalierReprogramItem *self, PalierReprogramState state, const GError *problem)
{
  g_clear_error (&self->problem);
  self->problem = problem ? g_error_copy (problem) : NULL;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
palier_reprogram_item_look (PalierReprogramItem *self, const char *now, gboolean possible)
{
  gboolean same = g_strcmp0 (self->before, now) == 0;

  g_free (self->now);
  self->now = g_strdup (now);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW]);
  if (same && self->state != PALIER_REPROGRAM_DONE)
    palier_reprogram_item_set_state (self, PALIER_REPROGRAM_SAME, NULL);
  else if (!same && self->state != PALIER_REPROGRAM_FAILED)
    palier_reprogram_item_set_state (
        self, possible ? PALIER_REPROGRAM_DIFFERS : PALIER_REPROGRAM_BY_HAND, NULL);
}

const char *
palier_reprogram_item_get_id (PalierReprogramItem *self)
{
  return self->id;
}

PalierPut
palier_reprogram_item_get_put (PalierReprogramItem *self)
{
  static const PalierPut puts[PALIER_N_TOPICS] = {
    [PALIER_TOPIC_NAME] = PALIER_PUT_NAME,         [PALIER_TOPIC_NETWORK] = PALIER_PUT_NETWORK,
    [PALIER_TOPIC_TIME] = PALIER_PUT_TIME,         [PALIER_TOPIC_CAMERAS] = PALIER_PUT_CAMERA,
    [PALIER_TOPIC_USERS] = PALIER_PUT_BY_HAND,     [PALIER_TOPIC_SCHEDULE] = PALIER_PUT_BY_HAND,
    [PALIER_TOPIC_DISKS] = PALIER_PUT_BY_HAND,     [PALIER_TOPIC_PORTS] = PALIER_PUT_BY_HAND,
  };

  return puts[self->topic];
}

PalierTopic
palier_reprogram_item_get_topic (PalierReprogramItem *self)
{
  return self->topic;
}

const char *
palier_reprogram_item_get_what (PalierReprogramItem *self)
{
  return self->what;
}

const char *
palier_reprogram_item_get_before (PalierReprogramItem *self)
{
  return self->before;
}

const char *
palier_reprogram_item_get_now (PalierReprogramItem *self)
{
  return self->now;
}

PalierReprogramState
palier_reprogram_item_get_state (PalierReprogramItem *self)
{
  return self->state;
}

const char *
palier_reprogram_state_get_nick (PalierReprogramState state)
{
  static const char *const nicks[]
      = { "unknown", "same", "differs", "by-hand", "working", "done", "failed" };

  g_return_val_if_fail (state < G_N_ELEMENTS (nicks), NULL);
  return nicks[state];
}

const char *
palier_reprogram_item_get_where (PalierReprogramItem *self)
{
  static const char *const places[PALIER_N_TOPICS] = {
    [PALIER_TOPIC_CAMERAS] = N_ ("At its menu: Camera, IP Camera (the words may differ). Another camera stands "
                                 "on this channel now."),
    [PALIER_TOPIC_USERS] = N_ ("At its menu: System, User (the words may differ). Each needs a password, which "
                               "no list holds."),
    [PALIER_TOPIC_SCHEDULE] = N_ ("At its menu: Storage, Recording Schedule (the words may differ). Draw it, "
                                  "then copy it to the other cameras."),
    [PALIER_TOPIC_DISKS] = N_ ("At its menu: Storage, Storage Device (the words may differ). Do not initialise "
                               "a disk: that erases its recordings."),
    [PALIER_TOPIC_PORTS] = N_ ("In its web page: Configuration, Network, Basic Settings, Port (the words may "
                               "differ). Only if something relies on it."),
  };

  return self->state == PALIER_REPROGRAM_BY_HAND ? places[self->topic] : NULL;
}

const GError *
palier_reprogram_item_get_problem (PalierReprogramItem *self)
{
  return self->problem;
}
