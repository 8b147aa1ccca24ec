/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "found.h"

#include "recorder/device-info.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PalierFound
{
  GObject parent_instance;

  PalierPractice *practice;
  PalierDiscovered *discovered;
};

G_DEFINE_FINAL_TYPE (PalierFound, palier_found, G_TYPE_OBJECT)

static guint changed_signal;

static void
palier_found_dispose (GObject *object)
{
  PalierFound *self = PALIER_FOUND (object);

  g_clear_object (&self->practice);
  g_clear_object (&self->discovered);
  G_OBJECT_CLASS (palier_found_parent_class)->dispose (object);
}

static void
palier_found_class_init (PalierFoundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palier_found_dispose;
  changed_signal
      = g_signal_new ("changed", PALIER_TYPE_FOUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
palier_found_init (PalierFound *self)
{
}

PalierFound *
palier_found_new_practice (PalierPractice *practice)
{
  PalierFound *self = g_object_new (PALIER_TYPE_FOUND, NULL);

  self->practice = g_object_ref (practice);
  return self;
}

static void
told_cb (PalierFound *self)
{
  g_signal_emit (self, changed_signal, 0);
}

PalierFound *
palier_found_new (PalierDiscovered *discovered)
{
  PalierFound *self = g_object_new (PALIER_TYPE_FOUND, NULL);

  self->discovered = g_object_ref (discovered);
  g_signal_connect_object (discovered, "notify", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
palier_found_is_practice (PalierFound *self)
{
  return self->practice != NULL;
}

const PalierProbe *
palier_found_get_probe (PalierFound *self)
{
  return self->discovered != NULL ? palier_discovered_get_probe (self->discovered) : NULL;
}

PalierTold
palier_found_get_activated (PalierFound *self)
{
  return self->discovered != NULL ? palier_discovered_get_probe (self->discovered)->activated : PALIER_TOLD_NOTHING;
}

PalierReach
palier_found_get_reach (PalierFound *self)
{
  return self->discovered != NULL ? palier_discovered_get_reach (self->discovered) : PALIER_REACH_YES;
}

static gboolean
is_equal (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

gboolean
palier_found_is_same (PalierFound *self, PalierFound *other)
{
  const PalierProbe *mine, *theirs;

  if (self == NULL || other == NULL || self->discovered == NULL || other->discovered == NULL)
    return self == other;
  mine = palier_discovered_get_probe (self->discovered);
  theirs = palier_discovered_get_probe (other->discovered);
  return is_equal (mine->serial, theirs->serial) || is_equal (mine->mac, theirs->mac);
}

static gboolean
holds (const char *text, const char *part)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, part) != NULL;
}

gboolean
palier_found_matches (PalierFound *self, const char *text)
{
  g_autofree char *part = g_strstrip (g_utf8_casefold (text != NULL ? text : "", -1));
  const PalierProbe *probe;

  if (*part == '\0' || self->practice != NULL)
    return TRUE;
  probe = palier_discovered_get_probe (self->discovered);
  return holds (probe->model, part) || holds (probe->serial, part) || holds (probe->mac, part)
         || holds (probe->address, part);
}

char *
palier_found_dup_address (PalierFound *self)
{
  return self->practice != NULL ? g_strdup (palier_practice_get_address (self->practice))
                                : palier_discovered_dup_place (self->discovered);
}

char *
palier_found_dup_title (PalierFound *self)
{
  const PalierProbe *probe;
  const char *model;
  g_autofree char *digits = NULL;

  if (self->practice != NULL)
    return g_strdup (_("Practice recorder"));
  probe = palier_discovered_get_probe (self->discovered);
  model = probe->model != NULL ? probe->model : _("A recorder that does not tell its model");
  digits = probe->serial != NULL ? palier_serial_last_four (probe->serial) : NULL;
  /* translators: %1$s is the recorder's model, %2$s the last digits of its serial number */
  return digits != NULL ? g_strdup_printf (_("%1$s · serial …%2$s"), model, digits) : g_strdup (model);
}

static char *
dup_version (const PalierProbe *probe)
{
  return probe->version_known ? palier_version_to_string (&probe->version)
                              : g_strdup (_("sign in to see its version"));
}

static void
add (GString *lines, const char *line)
{
  if (line == NULL)
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
}

static void
add_place (GString *lines, PalierDiscovered *discovered)
{
  const PalierProbe *probe = palier_discovered_get_probe (discovered);
  const char *before = palier_discovered_get_previous_address (discovered);
  g_autofree char *place = palier_discovered_dup_place (discovered);
  g_autofree char *version = dup_version (probe);
  g_autofree char *first = place != NULL ? g_strdup_printf ("%s · %s", place, version) : g_strdup (version);
  g_autofree char *moved = NULL;

  add (lines, first);
  if (before == NULL)
    return;
  /* translators: %s is an address, as in 192.168.1.64 */
  moved = g_strdup_printf (_("The same recorder as the one that was at %s."), before);
  add (lines, moved);
}

char *
palier_found_dup_detail (PalierFound *self)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  PalierReach reach = palier_found_get_reach (self);

  if (self->practice != NULL)
    /* translators: %s is a serial number */
    return g_strdup_printf (_("Made of code, inside this program; no real recorder is touched. Serial number %s"),
                            palier_practice_get_serial (self->practice));
  add_place (lines, self->discovered);
  if (palier_found_get_activated (self) == PALIER_TOLD_NO)
    add (lines, _("Not activated: it has no password yet. Choose it to give it one."));
  add (lines, palier_reach_get_sentence (reach));
  add (lines, palier_reach_get_remedy (reach));
  return g_string_free (g_steal_pointer (&lines), FALSE);
}
