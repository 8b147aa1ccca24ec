/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/checkup-private.h"

#include "run/evidence.h"

#define SHORTEST_PASSWORD 10
#define FEWEST_KINDS 3

enum
{
  PROP_0,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint finished_signal;

static void palier_checkup_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PalierCheckup, palier_checkup, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, palier_checkup_list_init))

static void
palier_checkup_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, PALIER_CHECKUP (object)->thread != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_checkup_finalize (GObject *object)
{
  PalierCheckup *self = PALIER_CHECKUP (object);

  g_clear_object (&self->reader.connection);
  g_clear_pointer (&self->reader.clock, palier_clock_unref);
  g_clear_object (&self->reader.cancellable);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->password, palier_secret_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->facts, palier_checkup_facts_free);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (palier_checkup_parent_class)->finalize (object);
}

static void
palier_checkup_class_init (PalierCheckupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_checkup_get_property;
  object_class->finalize = palier_checkup_finalize;
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  finished_signal = g_signal_new ("finished", PALIER_TYPE_CHECKUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
palier_checkup_init (PalierCheckup *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < PALIER_N_CHECKS; i++)
    g_ptr_array_add (self->items, palier_check_item_new ((PalierCheck) i));
}

static GType
get_item_type (GListModel *model)
{
  return PALIER_TYPE_CHECK_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PALIER_CHECKUP (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PalierCheckup *self = PALIER_CHECKUP (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
palier_checkup_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static char *
dup_declared_field (PalierDeclaration declaration)
{
  return g_strconcat ("declared-", palier_declaration_get_nick (declaration), NULL);
}

static void
recall_declarations (PalierCheckup *self)
{
  for (guint i = 0; self->journal && i < PALIER_N_DECLARATIONS; i++)
    {
      g_autofree char *field = dup_declared_field ((PalierDeclaration) i);
      g_autofree char *word = palier_journal_dup_field (self->journal, field);

      self->declared[i] = g_strcmp0 (word, "yes") == 0  ? PALIER_DECLARED_YES
                          : g_strcmp0 (word, "no") == 0 ? PALIER_DECLARED_NO
                                                        : PALIER_DECLARED_NOTHING;
    }
}

PalierCheckup *
palier_checkup_new (PalierConnection *connection,
                    PalierCatalogue *catalogue,
                    PalierClock *clock,
                    PalierJournal *journal)
{
  PalierCheckup *self = g_object_new (PALIER_TYPE_CHECKUP, NULL);

  self->reader.connection = g_object_ref (connection);
  self->reader.catalogue = catalogue;
  self->reader.clock = palier_clock_ref (clock);
  g_set_object (&self->journal, journal);
  recall_declarations (self);
  return self;
}

void
palier_checkup_set_password (PalierCheckup *self, PalierSecret *password)
{
  g_clear_pointer (&self->password, palier_secret_unref);
  self->password = password ? palier_secret_ref (password) : NULL;
}

static gboolean
keep (PalierCheckup *self, GError **error)
{
  g_autoptr (GPtrArray) rows = palier_checkup_get_rows (self);
  g_autofree char *text = palier_checkup_to_text (rows);

  return !self->journal || palier_journal_set_field (self->journal, "checkup", text, error);
}

void
palier_checkup_judge (PalierCheckup *self, PalierCheck check)
{
  for (guint i = 0; i < PALIER_N_DECLARATIONS; i++)
    self->facts->declared[i] = self->declared[i];
  palier_check_item_take_row (self->items->pdata[check], palier_check_judge (check, self->facts));
}

void
palier_checkup_declare (PalierCheckup *self, PalierDeclaration declaration, PalierDeclared declared)
{
  static const char *const words[] = { "", "yes", "no" };
  g_autofree char *field = dup_declared_field (declaration);
  g_autoptr (GError) error = NULL;

  self->declared[declaration] = declared;
  if (self->facts)
    palier_checkup_judge (self, palier_declaration_get_check (declaration));
  if (self->journal
      && (!palier_journal_set_field (self->journal, field, words[declared], &error)
          || (self->whole && !keep (self, &error))))
    g_warning ("the journal does not keep what was declared: %s", error->message);
}

PalierDeclared
palier_checkup_get_declared (PalierCheckup *self, PalierDeclaration declaration)
{
  return self->declared[declaration];
}

/* What the journal and the person know, apart from the recorder. */
void
palier_checkup_note_journal (PalierCheckup *self)
{
  g_autoptr (GPtrArray) seen = self->journal ? palier_journal_get_observations (self->journal)
                                             : g_ptr_array_new ();
  const char *accepted = palier_evidence_get_date (seen, "default-accepted", NULL);
  const char *inactive = palier_evidence_get_date (seen, "inactive", NULL);
  const char *declared = palier_evidence_get_date (seen, "default-declared", NULL);

  self->facts->catalogue_date = palier_catalogue_get_page_date (self->reader.catalogue);
  if (accepted && inactive && g_strcmp0 (inactive, accepted) >= 0)
    self->facts->default_seen = g_strndup (accepted, strlen ("2026-08-21"));
  else if (declared)
    self->facts->default_declared = g_strndup (declared, strlen ("2026-08-21"));
}

void
palier_checkup_note_password (PalierCheckup *self)
{
  const char *serial = self->facts->info ? self->facts->info->serial : NULL;

  if (!self->password)
    return;
  if (palier_secret_get_length (self->password) < SHORTEST_PASSWORD
      || palier_password_count_kinds (self->password) < FEWEST_KINDS)
    self->facts->typed = PALIER_TYPED_WEAK;
  else if (serial && palier_passwords_are_shared (serial, self->password))
    self->facts->typed = PALIER_TYPED_SHARED;
  else
    self->facts->typed = PALIER_TYPED_FINE;
  if (serial)
    palier_passwords_note (serial, self->password);
}

void
palier_checkup_start (PalierCheckup *self, GCancellable *cancellable)
{
  g_return_if_fail (!self->thread);
  g_set_object (&self->reader.cancellable, cancellable);
  g_clear_error (&self->error);
  g_clear_pointer (&self->facts, palier_checkup_facts_free);
  self->facts = palier_checkup_facts_new ();
  self->sources = 0;
  self->whole = FALSE;
  palier_checkup_note_journal (self);
  for (guint i = 0; i < self->items->len; i++)
    palier_check_item_take_row (self->items->pdata[i], NULL);
  palier_checkup_work (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
}

void
palier_checkup_finish (PalierCheckup *self)
{
  g_autoptr (GError) error = NULL;

  g_thread_join (g_steal_pointer (&self->thread));
  self->whole = !self->error;
  if (self->whole && !keep (self, &error))
    self->error = g_steal_pointer (&error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  g_signal_emit (self, finished_signal, 0);
}

gboolean
palier_checkup_get_running (PalierCheckup *self)
{
  return self->thread != NULL;
}

const GError *
palier_checkup_get_error (PalierCheckup *self)
{
  return self->error;
}

guint
palier_checkup_count (PalierCheckup *self, PalierCheckVerdict verdict)
{
  g_autoptr (GPtrArray) rows = palier_checkup_get_rows (self);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((const PalierCheckRow *) rows->pdata[i])->verdict == verdict;
  return n;
}

guint
palier_checkup_count_attention (PalierCheckup *self)
{
  g_autoptr (GPtrArray) rows = palier_checkup_get_rows (self);
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ((const PalierCheckRow *) rows->pdata[i])->needs_attention;
  return n;
}

GPtrArray *
palier_checkup_get_rows (PalierCheckup *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const PalierCheckRow *row = palier_check_item_get_row (self->items->pdata[i]);

      if (row)
        g_ptr_array_add (rows, (gpointer) row);
    }
  return rows;
}
