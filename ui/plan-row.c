/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "plan-row.h"
#include <glib/gi18n.h>

/* Three levels, three shapes: icon, word and colour, never colour alone. */
static GtkWidget *
new_level (PalierLevel level)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (line, "level");
  gtk_widget_add_css_class (line, palier_level_get_nick (level));
  gtk_box_append (GTK_BOX (line), palier_form_new_icon (palier_level_get_icon (level), NULL));
  gtk_box_append (GTK_BOX (line), palier_form_new_label (palier_level_get_word (level), "caption-heading"));
  return line;
}

GtkWidget *
palier_rule_box_new (const PalierRule *rule, PalierLevel level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* translators: %s names a document and the place in it */
  g_autofree char *source = g_strdup_printf (_("Source: %s"), _(rule->source));

  gtk_box_append (GTK_BOX (box), new_level (level));
  gtk_box_append (GTK_BOX (box), palier_form_new_label (_(rule->title), "heading"));
  gtk_box_append (GTK_BOX (box), palier_form_new_label (_(rule->reason), NULL));
  if (rule->remedy != NULL && *rule->remedy != '\0')
    gtk_box_append (GTK_BOX (box), palier_form_new_label (_(rule->remedy), NULL));
  gtk_box_append (GTK_BOX (box), palier_form_new_label (source, "dim-label"));
  return box;
}

static GtkWidget *
new_badge (const PalierPlanLine *line, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  GtkWidget *badge = gtk_label_new (text);

  gtk_widget_add_css_class (badge, "badge");
  /* The copy is the safe step, however strongly it is asked for. */
  gtk_widget_add_css_class (badge, line->rule != NULL && g_strcmp0 (line->rule->id, "P5") == 0
                                       ? "safe"
                                       : palier_level_get_nick (line->level));
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  return badge;
}

static GtkWidget *
new_why (const PalierPlanLine *line)
{
  GtkWidget *why = gtk_expander_new (_("Why?"));
  GtkWidget *box = palier_rule_box_new (line->rule, line->level);
  /* translators: %s is a step of the plan, as in "Full factory default" */
  g_autofree char *name = g_strdup_printf (_("Why? %s"), line->title);

  gtk_widget_set_margin_top (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (why), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (why), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return why;
}

GtkWidget *
palier_plan_row_new (const PalierPlanLine *line, guint number)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (whole, "plan-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (whole), new_badge (line, number));
  gtk_box_append (GTK_BOX (words), palier_form_new_label (line->title, "heading"));
  if (line->detail != NULL)
    gtk_box_append (GTK_BOX (words), palier_form_new_label (line->detail, "dim-label"));
  if (line->rule != NULL)
    gtk_box_append (GTK_BOX (words), new_why (line));
  gtk_box_append (GTK_BOX (whole), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), whole);
  return row;
}
