/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "menu-path.h"

#include "form.h"
#include <glib/gi18n.h>

struct _PalierMenuPathView
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *words;
  GtkLabel *other;
  GtkLabel *sureness;
};

G_DEFINE_FINAL_TYPE (PalierMenuPathView, palier_menu_path_view, GTK_TYPE_BOX)

static GtkLabel *
add_label (PalierMenuPathView *self, const char *css_class)
{
  GtkWidget *label = palier_form_new_label ("", css_class);

  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
palier_menu_path_view_class_init (PalierMenuPathViewClass *klass)
{
}

static void
palier_menu_path_view_init (PalierMenuPathView *self)
{
  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "note");
  self->title = add_label (self, "heading");
  self->words = add_label (self, "menu-words");
  self->other = add_label (self, "caption");
  self->sureness = add_label (self, "caption");
  gtk_widget_set_name (GTK_WIDGET (self->words), "menu_words");
}

static const char *
get_sureness (PalierSureness sure)
{
  switch (sure)
    {
    case PALIER_SURE_MANUAL:
      return _("The words are those of a manual; on your recorder they may differ a little.");
    case PALIER_SURE_LIKELY:
      return _("The words are those of a sister model, or translated: on your recorder they may differ.");
    case PALIER_SURE_UNSURE:
    default:
      return _("No manual was found for these words: look for something that means the same.");
    }
}

void
palier_menu_path_view_show (PalierMenuPathView *self, const char *title, const char *firmware, PalierAct act)
{
  PalierMenuLanguage language = palier_menu_get_language ();
  PalierMenuLanguage other = language == PALIER_MENU_FRENCH ? PALIER_MENU_ENGLISH : PALIER_MENU_FRENCH;
  PalierVersion version = { 0 };
  const PalierMenuPath *path = NULL;
  g_autofree char *words = NULL;
  g_autofree char *others = NULL;
  g_autofree char *text = NULL;

  if (firmware != NULL && palier_version_parse (firmware, &version, NULL))
    path = palier_menu_find (&version, act);
  gtk_widget_set_visible (GTK_WIDGET (self), path != NULL);
  if (path == NULL)
    return;
  words = palier_menu_path_to_string (path, language);
  others = palier_menu_path_to_string (path, other);
  if (other == PALIER_MENU_FRENCH)
    /* translators: %s is a path through the recorder's menu, as in "Menu › Maintenance" */
    text = g_strdup_printf (_("On a recorder that speaks French: %s"), others);
  else
    /* translators: %s is a path through the recorder's menu, as in "Menu › Maintenance" */
    text = g_strdup_printf (_("On a recorder that speaks English: %s"), others);
  palier_form_show_text (self->title, title);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->other, text);
  gtk_label_set_text (self->sureness, get_sureness (path->sure[language]));
}
