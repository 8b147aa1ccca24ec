/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screen-form.h"

#include "procedure/catalogue.h"
#include <glib/gi18n.h>

struct _PalierScreenForm
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *models; /* nothing chosen, those of the catalogue, another one */
  GtkWidget *other_model;
  GtkWidget *serial;
  GtkWidget *firmware;
};

G_DEFINE_FINAL_TYPE (PalierScreenForm, palier_screen_form, ADW_TYPE_PREFERENCES_GROUP)

static guint changed_signal, activated_signal;

static const char *
get_text (GtkWidget *editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

static guint
get_n_models (PalierScreenForm *self)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (self->models));
}

static gboolean
is_another (PalierScreenForm *self)
{
  return adw_combo_row_get_selected (self->models) + 1 == get_n_models (self);
}

static void
changed_cb (PalierScreenForm *self)
{
  gtk_widget_set_visible (self->other_model, is_another (self));
  g_signal_emit (self, changed_signal, 0);
}

static void
activated_cb (PalierScreenForm *self)
{
  g_signal_emit (self, activated_signal, 0);
}

static void
list_models (PalierScreenForm *self)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _("Choose"));
  for (guint i = 0; i < palier_catalogue_get_n_families (catalogue); i++)
    {
      const char **models = palier_catalogue_get_family (catalogue, i)->models;

      for (guint j = 0; models[j] != NULL; j++)
        gtk_string_list_append (list, models[j]);
    }
  gtk_string_list_append (list, _("Another model"));
  adw_combo_row_set_model (self->models, G_LIST_MODEL (list));
}

static void
palier_screen_form_class_init (PalierScreenFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  changed_signal = g_signal_new ("changed", PALIER_TYPE_SCREEN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  activated_signal = g_signal_new ("activated", PALIER_TYPE_SCREEN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/screen-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierScreenForm, models);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenForm, other_model);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenForm, serial);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenForm, firmware);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
palier_screen_form_init (PalierScreenForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_models (self);
}

static void
choose_model (PalierScreenForm *self, const char *model)
{
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (self->models));
  guint last = get_n_models (self) - 1;
  guint at = 1;

  while (at < last && g_strcmp0 (gtk_string_list_get_string (list, at), model) != 0)
    at++;
  if (*model == '\0')
    at = 0;
  else if (at == last)
    gtk_editable_set_text (GTK_EDITABLE (self->other_model), model);
  adw_combo_row_set_selected (self->models, at);
}

void
palier_screen_form_fill (PalierScreenForm *self, const char *model, const char *serial, const char *firmware)
{
  choose_model (self, model);
  gtk_editable_set_text (GTK_EDITABLE (self->serial), serial);
  gtk_editable_set_text (GTK_EDITABLE (self->firmware), firmware);
}

const char *
palier_screen_form_get_model (PalierScreenForm *self)
{
  guint at = adw_combo_row_get_selected (self->models);

  if (at == 0 || at == GTK_INVALID_LIST_POSITION)
    return "";
  if (is_another (self))
    return get_text (self->other_model);
  return gtk_string_list_get_string (GTK_STRING_LIST (adw_combo_row_get_model (self->models)), at);
}

const char *
palier_screen_form_get_serial (PalierScreenForm *self)
{
  return get_text (self->serial);
}

const char *
palier_screen_form_get_firmware (PalierScreenForm *self)
{
  return get_text (self->firmware);
}

gboolean
palier_screen_form_is_complete (PalierScreenForm *self)
{
  return *palier_screen_form_get_model (self) != '\0' && *get_text (self->serial) != '\0'
         && *get_text (self->firmware) != '\0';
}
