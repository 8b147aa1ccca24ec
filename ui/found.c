/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-recorder.h"

struct _PalierFound
{
  GObject parent_instance;

  char *title;
  char *detail;
  char *address;
  gboolean practice;
};

G_DEFINE_FINAL_TYPE (PalierFound, palier_found, G_TYPE_OBJECT)

static void
palier_found_finalize (GObject *object)
{
  PalierFound *self = PALIER_FOUND (object);

  g_free (self->title);
  g_free (self->detail);
  g_free (self->address);
  G_OBJECT_CLASS (palier_found_parent_class)->finalize (object);
}

static void
palier_found_class_init (PalierFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palier_found_finalize;
}

static void
palier_found_init (PalierFound *self)
{
}

PalierFound *
palier_found_new (const char *title, const char *detail, const char *address, gboolean practice)
{
  PalierFound *self = g_object_new (PALIER_TYPE_FOUND, NULL);

  self->title = g_strdup (title);
  self->detail = g_strdup (detail);
  self->address = g_strdup (address);
  self->practice = practice;
  return self;
}

const char *
palier_found_get_title (PalierFound *self)
{
  return self->title;
}

const char *
palier_found_get_detail (PalierFound *self)
{
  return self->detail;
}

const char *
palier_found_get_address (PalierFound *self)
{
  return self->address;
}

gboolean
palier_found_is_practice (PalierFound *self)
{
  return self->practice;
}
