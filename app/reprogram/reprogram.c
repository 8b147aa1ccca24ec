/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reprogram/reprogram-struct.h"

#include "inventory/note.h"

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint finished_signal;

static void palier_reprogram_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PalierReprogram, palier_reprogram, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, palier_reprogram_list_init))

static void
palier_reprogram_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, palier_reprogram_get_busy (PALIER_REPROGRAM (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_reprogram_finalize (GObject *object)
{
  PalierReprogram *self = PALIER_REPROGRAM (object);
  PalierReprogramWork *work = &self->work;

  g_clear_object (&work->connection);
  g_clear_pointer (&work->clock, palier_clock_unref);
  g_clear_pointer (&work->recorder, palier_device_info_free);
  g_clear_pointer (&work->before, palier_inventory_free);
  g_clear_object (&work->journal);
  g_clear_object (&work->cancellable);
  g_clear_pointer (&work->sign_ins, g_hash_table_unref);
  g_mutex_clear (&work->lock);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->to_put, g_ptr_array_unref);
  g_clear_pointer (&self->after, palier_inventory_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (palier_reprogram_parent_class)->finalize (object);
}

static void
palier_reprogram_class_init (PalierReprogramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_reprogram_get_property;
  object_class->finalize = palier_reprogram_finalize;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  finished_signal = g_signal_new ("finished", PALIER_TYPE_REPROGRAM, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
sign_in_free (gpointer data)
{
  PalierCameraSignIn *sign_in = data;

  g_free (sign_in->user);
  palier_secret_unref (sign_in->password);
  g_free (sign_in);
}

static void
palier_reprogram_init (PalierReprogram *self)
{
  g_mutex_init (&self->work.lock);
  self->work.sign_ins = g_hash_table_new_full (NULL, NULL, NULL, sign_in_free);
  self->context = g_main_context_ref_thread_default ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static GType
get_item_type (GListModel *model)
{
  return PALIER_TYPE_REPROGRAM_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PALIER_REPROGRAM (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PalierReprogram *self = PALIER_REPROGRAM (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
palier_reprogram_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* The network may move the recorder: after all else that goes over the wire. */
static int
compare_items (gconstpointer a, gconstpointer b)
{
  return (int) palier_reprogram_item_get_put (*(PalierReprogramItem *const *) a)
         - (int) palier_reprogram_item_get_put (*(PalierReprogramItem *const *) b);
}

static void
add_items (PalierReprogram *self)
{
  g_autoptr (GPtrArray) rows = palier_inventory_list (self->work.before);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->items, palier_reprogram_item_new (rows->pdata[i]));
  g_ptr_array_sort (self->items, compare_items);
}

PalierReprogram *
palier_reprogram_new (PalierConnection *connection,
                      PalierCatalogue *catalogue,
                      PalierClock *clock,
                      const PalierDeviceInfo *recorder,
                      PalierInventory *before,
                      PalierJournal *journal)
{
  PalierReprogram *self = g_object_new (PALIER_TYPE_REPROGRAM, NULL);
  PalierReprogramWork *work = &self->work;

  work->connection = g_object_ref (connection);
  work->catalogue = catalogue;
  work->clock = palier_clock_ref (clock);
  work->recorder = palier_device_info_copy (recorder);
  work->before = before;
  g_set_object (&work->journal, journal);
  add_items (self);
  return self;
}

PalierInventory *
palier_reprogram_get_before (PalierJournal *journal)
{
  g_autofree char *text = palier_journal_dup_field (journal, PALIER_INVENTORY_BEFORE);

  return text ? palier_inventory_new_from_text (text, NULL) : NULL;
}

void
palier_reprogram_set_camera_sign_in (PalierReprogram *self,
                                     guint channel,
                                     const char *user,
                                     PalierSecret *password)
{
  PalierCameraSignIn *sign_in = g_new0 (PalierCameraSignIn, 1);

  sign_in->user = g_strdup (user && *user ? user : "admin");
  sign_in->password = palier_secret_ref (password);
  g_mutex_lock (&self->work.lock);
  g_hash_table_insert (self->work.sign_ins, GUINT_TO_POINTER (channel), sign_in);
  g_mutex_unlock (&self->work.lock);
}

gboolean
palier_reprogram_dup_sign_in (PalierReprogramWork *self,
                              guint channel,
                              char **user,
                              PalierSecret **password)
{
  const PalierCameraSignIn *sign_in;

  g_mutex_lock (&self->lock);
  sign_in = g_hash_table_lookup (self->sign_ins, GUINT_TO_POINTER (channel));
  if (!sign_in)
    sign_in = g_hash_table_lookup (self->sign_ins, GUINT_TO_POINTER (0));
  if (sign_in)
    {
      *user = g_strdup (sign_in->user);
      *password = palier_secret_ref (sign_in->password);
    }
  g_mutex_unlock (&self->lock);
  return sign_in != NULL;
}

void
palier_reprogram_set_finder (PalierReprogram *self, PalierFindFunc find)
{
  self->work.find = find;
}

void
palier_reprogram_notify (PalierReprogram *self, gboolean finished)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
  if (finished)
    g_signal_emit (self, finished_signal, 0);
}

gboolean
palier_reprogram_get_busy (PalierReprogram *self)
{
  return self->thread != NULL;
}

const GError *
palier_reprogram_get_error (PalierReprogram *self)
{
  return self->error;
}

guint
palier_reprogram_count (PalierReprogram *self, PalierReprogramState state)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += palier_reprogram_item_get_state (self->items->pdata[i]) == state;
  return n;
}

static gboolean
has_sign_in (PalierReprogram *self, PalierReprogramItem *item)
{
  guint channel = (guint) g_ascii_strtoull (palier_reprogram_item_get_what (item), NULL, 10);
  gboolean has;

  g_mutex_lock (&self->work.lock);
  has = g_hash_table_contains (self->work.sign_ins, GUINT_TO_POINTER (channel))
        || g_hash_table_contains (self->work.sign_ins, GUINT_TO_POINTER (0));
  g_mutex_unlock (&self->work.lock);
  return has;
}

guint
palier_reprogram_count_cameras_without_password (PalierReprogram *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      PalierReprogramItem *item = self->items->pdata[i];

      n += palier_reprogram_item_get_put (item) == PALIER_PUT_CAMERA
           && palier_reprogram_item_get_state (item) == PALIER_REPROGRAM_DIFFERS
           && !palier_reprogram_item_get_now (item) && !has_sign_in (self, item);
    }
  return n;
}

GPtrArray *
palier_reprogram_get_differences (PalierReprogram *self)
{
  return self->after ? palier_inventory_compare (self->work.before, self->after) : NULL;
}
