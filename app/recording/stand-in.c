/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/stand-in.h"

#include <gio/gio.h>
#include <string.h>

/* Shorter ones are found by chance in what is harmless. */
#define SHORTEST_SHOWN 5

typedef struct
{
  PalierIdentity identity;
  char *stand_in;
} Entry;

struct _PalierStandIns
{
  GHashTable *entries;  /* text -> Entry */
  GHashTable *networks; /* "192.168.1" -> "192.0.2" */
  GHashTable *hosts;    /* "192.0.2" -> how many it has */
  char *model;
  guint count[PALIER_N_IDENTITIES];
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->stand_in);
  g_free (entry);
}

PalierStandIns *
palier_stand_ins_new (void)
{
  PalierStandIns *self = g_new0 (PalierStandIns, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->networks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->hosts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->model = g_strdup ("");
  return self;
}

void
palier_stand_ins_free (PalierStandIns *self)
{
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->networks);
  g_hash_table_unref (self->hosts);
  g_free (self->model);
  g_free (self);
}

void
palier_stand_ins_set_model (PalierStandIns *self, const char *model)
{
  g_free (self->model);
  self->model = g_strdup (model);
}

/* The three ranges of RFC 5737, then the one of RFC 2544 that no network routes either. */
static char *
make_network (guint number)
{
  static const char *const ranges[] = { "192.0.2", "198.51.100", "203.0.113" };

  if (number < G_N_ELEMENTS (ranges))
    return g_strdup (ranges[number]);
  return g_strdup_printf ("198.%u.%u", 18 + (number >> 8 & 1), number & 0xff);
}

static char *
make_address (PalierStandIns *self, const char *text, guint number)
{
  g_autofree char *network = NULL;
  const char *stand_in;
  const char *tail = text + strcspn (text, "/");
  guint host;

  if (strchr (text, ':'))
    return g_strdup_printf ("2001:db8::%x%s", number, tail);
  network = g_strndup (text, (gsize) (strrchr (text, '.') - text));
  if (!g_hash_table_contains (self->networks, network))
    g_hash_table_insert (self->networks, g_strdup (network), make_network (g_hash_table_size (self->networks)));
  stand_in = g_hash_table_lookup (self->networks, network);
  host = GPOINTER_TO_UINT (g_hash_table_lookup (self->hosts, stand_in)) + 1;
  g_hash_table_insert (self->hosts, g_strdup (stand_in), GUINT_TO_POINTER (host));
  return g_strdup_printf ("%s.%u%s", stand_in, host & 0xff, tail);
}

/* Identifiers of these recorders end in the digits of their MAC. */
static char *
make_id (PalierStandIns *self, const char *text, guint number)
{
  gsize length = strlen (text);
  char *made = palier_stand_in_id (text, number);
  g_autofree char *tail = length > 12 ? g_ascii_strdown (text + length - 12, -1) : NULL;
  Entry *mac = tail ? g_hash_table_lookup (self->entries, tail) : NULL;

  if (mac && mac->identity == PALIER_IDENTITY_MAC)
    {
      g_autofree char *digits = palier_mac_dup_digits (mac->stand_in);

      memcpy (made + length - 12, digits, 12);
    }
  return made;
}

/* What repairs are recognised by is no secret, and nobody knows yet how each firmware words them. */
static char *
make_text (const char *text, guint number)
{
  static const char *const told[] = { "repair", "repar", "rebuild", "database" };
  g_autofree char *small = g_ascii_strdown (text, -1);
  GString *made = g_string_new (NULL);

  g_string_printf (made, "text-%u", number);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (small, told[i]))
      g_string_append_printf (made, " %s", told[i]);
  return g_string_free (made, FALSE);
}

static char *
make (PalierStandIns *self, PalierIdentity identity, const char *text, guint number)
{
  static const char *const words[PALIER_N_IDENTITIES] = {
    [PALIER_IDENTITY_RECORDER] = "Recorder ", [PALIER_IDENTITY_CAMERA] = "Camera ", [PALIER_IDENTITY_USER] = "user",
    [PALIER_IDENTITY_NETWORK] = "Network ",   [PALIER_IDENTITY_NAME] = "Name ",     [PALIER_IDENTITY_SECRET] = "secret-",
    [PALIER_IDENTITY_PLACE] = "place-",
  };

  switch (identity)
    {
    case PALIER_IDENTITY_SERIAL:
      return palier_stand_in_serial (text, self->model, number);
    case PALIER_IDENTITY_MAC:
      return palier_stand_in_mac (text, number);
    case PALIER_IDENTITY_ADDRESS:
      return make_address (self, text, number);
    case PALIER_IDENTITY_HOST:
      return g_strdup_printf ("host%u.example", number);
    case PALIER_IDENTITY_MAIL:
      return g_strdup_printf ("user%u@example.org", number);
    case PALIER_IDENTITY_ID:
      return make_id (self, text, number);
    case PALIER_IDENTITY_TEXT:
      return make_text (text, number);
    default:
      if (identity == PALIER_IDENTITY_PLACE && g_regex_match_simple ("^[-+]?[0-9.]+$", text, 0, 0))
        return g_strdup ("0.0");
      return g_strdup_printf ("%s%u", words[identity], number);
    }
}

static const char *
keep (PalierStandIns *self, PalierIdentity identity, const char *key, char *stand_in)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->identity = identity;
  entry->stand_in = stand_in;
  g_hash_table_insert (self->entries, g_strdup (key), entry);
  return stand_in;
}

const char *
palier_stand_ins_get (PalierStandIns *self, PalierIdentity identity, const char *text)
{
  Entry *entry = g_hash_table_lookup (self->entries, text);
  g_autofree char *digits = NULL;
  Entry *same = NULL;
  g_autofree char *made = NULL;

  if (entry)
    return entry->stand_in;
  if (identity != PALIER_IDENTITY_MAC)
    return keep (self, identity, text, make (self, identity, text, ++self->count[identity]));
  /* However it is written, it is the same one. */
  digits = palier_mac_dup_digits (text);
  same = g_hash_table_lookup (self->entries, digits);
  if (!same)
    {
      keep (self, identity, digits, palier_stand_in_mac (digits, ++self->count[identity]));
      same = g_hash_table_lookup (self->entries, digits);
    }
  made = palier_stand_in_mac (text, (guint) g_ascii_strtoull (same->stand_in + 6, NULL, 16));
  if (g_str_equal (text, digits))
    return same->stand_in;
  return keep (self, identity, text, g_steal_pointer (&made));
}

const char *
palier_stand_ins_find (PalierStandIns *self, const char *text)
{
  Entry *entry = g_hash_table_lookup (self->entries, text);

  return entry && entry->identity != PALIER_IDENTITY_TEXT ? entry->stand_in : NULL;
}

guint
palier_stand_ins_count (PalierStandIns *self, PalierIdentity identity)
{
  return self->count[identity];
}

static gboolean
holds (const char *text, const char *needle)
{
  g_autofree char *small = g_utf8_strdown (needle, -1);

  return strstr (text, small) != NULL;
}

static gboolean
holds_in_disguise (const char *text, const char *needle)
{
  g_autofree char *percent = g_uri_escape_string (needle, NULL, FALSE);
  g_autofree char *entities = g_markup_escape_text (needle, -1);
  g_autofree char *base64 = g_base64_encode ((const guchar *) needle, strlen (needle));
  gsize whole = strlen (needle) / 3 * 4; /* the rest depends on what follows */

  base64[whole] = '\0';
  return holds (text, percent) || holds (text, entities) || (whole >= 8 && holds (text, base64));
}

/* A plain word may be a camera's name here and the recorder's own word there; a short number likewise. */
static gboolean
is_telling (const char *text)
{
  return strlen (text) >= SHORTEST_SHOWN && !g_regex_match_simple ("^([A-Za-z]+|[-+]?[0-9]{1,8}|[0-9]+[.][0-9]+)$", text, 0, 0);
}

/* Every stand-in and the model: what stands in these tells nothing of the text that is looked for. */
static char *
join_harmless (PalierStandIns *self)
{
  g_autoptr (GString) all = g_string_new (self->model);
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_string_append_printf (all, "\n%s", ((Entry *) value)->stand_in);
  return g_utf8_strdown (all->str, -1);
}

gboolean
palier_stand_ins_show (PalierStandIns *self, const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);
  g_autofree char *harmless = join_harmless (self);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (is_telling (key) && (holds (small, key) || holds_in_disguise (small, key)) && !holds (harmless, key))
      return TRUE;
  return FALSE;
}
