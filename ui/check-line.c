/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "check-line.h"
#include "form.h"
#include <glib/gi18n.h>

#define PALIER_TYPE_CHECK_LINE (palier_check_line_get_type ())
G_DECLARE_FINAL_TYPE (PalierCheckLine, palier_check_line, PALIER, CHECK_LINE, AdwExpanderRow)

struct _PalierCheckLine
{
  AdwExpanderRow parent_instance;

  PalierCheckItem *item;
  PalierCheckup *checkup;
  GtkImage *icon;
  GtkLabel *verdict;
  GtkLabel *why;
  GtkLabel *what_to_do;
  GtkWidget *answers; /* NULL: nothing is asked */
};

G_DEFINE_FINAL_TYPE (PalierCheckLine, palier_check_line, ADW_TYPE_EXPANDER_ROW)

static const char *
get_verdict_word (PalierCheckVerdict verdict)
{
  return verdict == PALIER_CHECK_VERIFIED   ? _("verified")
         : verdict == PALIER_CHECK_DECLARED ? _("declared")
                                            : _("not checked");
}

/* Shape and word say it, colour only repeats it. */
static void
show_row (PalierCheckLine *self, const PalierCheckRow *row)
{
  g_autofree char *finding = palier_check_row_dup_finding (row);
  gboolean open = row->verdict == PALIER_CHECK_NOT_CHECKED;

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), finding);
  gtk_label_set_text (self->verdict, row->needs_attention ? _("to do") : get_verdict_word (row->verdict));
  gtk_widget_set_css_classes (GTK_WIDGET (self->verdict),
                              (const char *[]){ "caption-heading", row->needs_attention ? "warning"
                                                                   : open               ? "dim-label"
                                                                                        : "success",
                                                NULL });
  gtk_image_set_from_icon_name (self->icon, row->needs_attention ? "dialog-warning-symbolic"
                                            : open               ? "dialog-question-symbolic"
                                                                 : "emblem-ok-symbolic");
  palier_form_show_text (self->why, row->why != NULL && *row->why != '\0' ? _(row->why) : NULL);
  palier_form_show_text (self->what_to_do,
                         row->what_to_do != NULL && *row->what_to_do != '\0' ? _(row->what_to_do) : NULL);
}

static void
update (PalierCheckLine *self)
{
  const PalierCheckRow *row = palier_check_item_get_row (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self->icon), row != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), row != NULL);
  /* It opens by itself when it becomes possible: 24 open rows would hide what there is to do. */
  if (adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self)) != (row != NULL))
    {
      adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), row != NULL);
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
    }
  if (row != NULL)
    show_row (self, row);
  else
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), palier_checkup_get_running (self->checkup)
                                                                ? _("being looked at")
                                                                : _("not looked at yet"));
}

static gboolean
find_declaration (PalierCheck check, PalierDeclaration *declaration)
{
  for (*declaration = 0; *declaration < PALIER_N_DECLARATIONS; (*declaration)++)
    if (palier_declaration_get_check (*declaration) == check)
      return TRUE;
  return FALSE;
}

static void
answered_cb (PalierCheckLine *self, GtkToggleButton *button)
{
  PalierDeclaration declaration;

  if (gtk_toggle_button_get_active (button)
      && find_declaration (palier_check_item_get_check (self->item), &declaration))
    palier_checkup_declare (self->checkup, declaration,
                            GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer")));
}

static GtkWidget *
new_answer (PalierCheckLine *self, const char *label, PalierDeclared answer, PalierDeclared now, GtkWidget *first)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), now == answer);
  g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (answer));
  g_signal_connect_object (button, "toggled", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_question (PalierCheckLine *self, GtkWidget *box, PalierDeclaration declaration)
{
  PalierDeclared now = palier_checkup_get_declared (self->checkup, declaration);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *yes = new_answer (self, _("Yes"), PALIER_DECLARED_YES, now, NULL);

  gtk_widget_add_css_class (buttons, "linked");
  gtk_box_append (GTK_BOX (buttons), yes);
  gtk_box_append (GTK_BOX (buttons), new_answer (self, _("No"), PALIER_DECLARED_NO, now, yes));
  gtk_box_append (GTK_BOX (box), palier_form_new_label (_(palier_declaration_get_question (declaration)), NULL));
  gtk_box_append (GTK_BOX (box), buttons);
}

static void
palier_check_line_dispose (GObject *object)
{
  PalierCheckLine *self = PALIER_CHECK_LINE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->checkup);
  G_OBJECT_CLASS (palier_check_line_parent_class)->dispose (object);
}

static void
palier_check_line_class_init (PalierCheckLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palier_check_line_dispose;
}

static void
palier_check_line_init (PalierCheckLine *self)
{
  self->icon = GTK_IMAGE (palier_form_new_icon ("content-loading-symbolic", NULL));
  self->verdict = GTK_LABEL (gtk_label_new (NULL));
  self->why = GTK_LABEL (palier_form_new_label ("", NULL));
  self->what_to_do = GTK_LABEL (palier_form_new_label ("", "heading"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->icon));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->verdict));
}

GtkWidget *
palier_check_line_new (PalierCheckItem *item, PalierCheckup *checkup)
{
  PalierCheck check = palier_check_item_get_check (item);
  PalierCheckLine *self = g_object_new (PALIER_TYPE_CHECK_LINE, "title", _(palier_check_get_title (check)), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  PalierDeclaration declaration;

  self->item = g_object_ref (item);
  self->checkup = g_object_ref (checkup);
  gtk_widget_add_css_class (box, "step-row");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->what_to_do));
  if (find_declaration (check, &declaration))
    add_question (self, box, declaration);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), box);
  g_signal_connect_object (item, "notify::row", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checkup, "notify::running", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
