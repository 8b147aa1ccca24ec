/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/pins.h"

#include "base/error.h"
#include "base/json-text.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define FORMAT 1

struct _PalierPins
{
  GMutex lock; /* for the file */
  char *path;
};

typedef struct
{
  char *address;
  char *serial; /* NULL: not read yet */
  char *sha256;
  char *date;
} Pin;

static void
pin_free (Pin *pin)
{
  g_free (pin->address);
  g_free (pin->serial);
  g_free (pin->sha256);
  g_free (pin->date);
  g_free (pin);
}

static gboolean
is_sha256 (const char *text)
{
  return text && strlen (text) == 64 && strspn (text, "0123456789abcdefABCDEF") == 64;
}

static gboolean
take_pin (JsonObject *object, GPtrArray *pins)
{
  Pin *pin = g_new0 (Pin, 1);

  g_ptr_array_add (pins, pin);
  pin->address = palier_take_text (object, "address");
  pin->serial = palier_take_text (object, "serial");
  pin->sha256 = palier_take_text (object, "sha256");
  pin->date = palier_take_text (object, "accepted");
  return pin->address && is_sha256 (pin->sha256);
}

/* damaged: there is something that is not ours, or not whole. */
static GPtrArray *
load (PalierPins *self, gboolean *damaged)
{
  g_autoptr (GPtrArray) pins = g_ptr_array_new_with_free_func ((GDestroyNotify) pin_free);
  g_autofree char *text = NULL;
  g_autoptr (JsonObject) root = NULL;
  JsonArray *array;
  gboolean whole;

  *damaged = FALSE;
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&pins);
  root = g_file_get_contents (self->path, &text, NULL, NULL) ? palier_text_to_object (text, NULL) : NULL;
  array = root ? palier_take_array (root, "pins") : NULL;
  whole = array && palier_take_number (root, "format") == FORMAT;
  for (guint i = 0; whole && i < json_array_get_length (array); i++)
    whole = take_pin (palier_array_get_object (array, i), pins);
  if (!whole)
    g_ptr_array_set_size (pins, 0);
  *damaged = !whole;
  return g_steal_pointer (&pins);
}

static char *
to_text (GPtrArray *pins)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_number (builder, "format", FORMAT);
  palier_put_array (builder, "pins");
  for (guint i = 0; i < pins->len; i++)
    {
      const Pin *pin = pins->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "address", pin->address);
      palier_put_text (builder, "serial", pin->serial);
      palier_put_text (builder, "sha256", pin->sha256);
      palier_put_text (builder, "accepted", pin->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return palier_builder_to_text (builder, TRUE);
}

static gboolean
save (PalierPins *self, GPtrArray *pins, gboolean damaged, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);
  g_autofree char *text = to_text (pins);

  g_mkdir_with_parents (folder, 0700);
  if (damaged)
    g_rename (self->path, aside);
  if (g_file_set_contents_full (self->path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                error))
    return TRUE;
  palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
  return FALSE;
}

PalierPins *
palier_pins_new (const char *path)
{
  PalierPins *self = g_new0 (PalierPins, 1);

  g_mutex_init (&self->lock);
  self->path = path ? g_strdup (path)
                    : g_build_filename (g_get_user_data_dir (), "palier", "certificates.json", NULL);
  return self;
}

void
palier_pins_free (PalierPins *self)
{
  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

static gboolean
same_host (const char *one, const char *other)
{
  g_autoptr (GUri) a = g_uri_parse (one, G_URI_FLAGS_NONE, NULL);
  g_autoptr (GUri) b = g_uri_parse (other, G_URI_FLAGS_NONE, NULL);

  return a && b && g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0;
}

static gboolean
same_serial (const char *one, const char *other)
{
  return one && other && g_ascii_strcasecmp (one, other) == 0;
}

/* The recorder's own, wherever it is; else the one of this address, unless that is known to be another recorder's. */
static const Pin *
find (GPtrArray *pins, const char *address, const char *serial)
{
  const Pin *here = NULL;

  for (guint i = 0; i < pins->len; i++)
    {
      const Pin *pin = pins->pdata[i];

      if (same_serial (pin->serial, serial))
        return pin;
      if (g_ascii_strcasecmp (pin->address, address) == 0 && (!serial || !pin->serial))
        here = pin;
    }
  return here;
}

char *
palier_pins_dup (PalierPins *self, const char *address, const char *serial)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean damaged;
  g_autoptr (GPtrArray) pins = load (self, &damaged);
  const Pin *pin = find (pins, address, serial);

  return pin ? g_ascii_strdown (pin->sha256, -1) : NULL;
}

gboolean
palier_pins_know_host (PalierPins *self, const char *address)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gboolean damaged;
  g_autoptr (GPtrArray) pins = load (self, &damaged);

  for (guint i = 0; i < pins->len; i++)
    if (same_host (((const Pin *) pins->pdata[i])->address, address))
      return TRUE;
  return FALSE;
}

/* One a recorder, and one an address: what stood for either before is out of date. */
static void
forget (GPtrArray *pins, const char *address, const char *serial)
{
  for (guint i = pins->len; i > 0; i--)
    {
      const Pin *pin = pins->pdata[i - 1];

      if (g_ascii_strcasecmp (pin->address, address) == 0 || same_serial (pin->serial, serial))
        g_ptr_array_remove_index (pins, i - 1);
    }
}

static gboolean
put (PalierPins *self, const char *address, const char *serial, const char *sha256, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gboolean damaged;
  g_autoptr (GPtrArray) pins = load (self, &damaged);
  Pin *pin = g_new0 (Pin, 1);

  forget (pins, address, serial);
  g_ptr_array_add (pins, pin);
  pin->address = g_strdup (address);
  pin->serial = g_strdup (serial);
  pin->sha256 = g_ascii_strdown (sha256, -1);
  pin->date = g_date_time_format_iso8601 (now);
  return save (self, pins, damaged, error);
}

gboolean
palier_pins_accept (PalierPins *self,
                    const char *address,
                    const char *serial,
                    const char *sha256,
                    GError **error)
{
  return put (self, address, serial, sha256, error);
}

gboolean
palier_pins_bind (PalierPins *self,
                  const char *address,
                  const char *serial,
                  const char *sha256,
                  GError **error)
{
  g_autofree char *known = palier_pins_dup (self, address, serial);

  /* An authority vouches for it: nothing was accepted, and nothing has to be. */
  if (!known)
    return TRUE;
  return put (self, address, serial, sha256, error);
}
