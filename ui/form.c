/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include <glib/gi18n.h>

void
palier_form_bind_text (PalierSession *session, const char *property, GtkWidget *editable)
{
  g_object_bind_property (session, property, editable, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
password_changed_cb (GtkEditable *editable, PalierSession *session)
{
  PalierPasswordSlot slot = (PalierPasswordSlot) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (editable), "slot"));

  palier_session_set_password (session, slot, gtk_editable_get_text (editable));
}

void
palier_form_show_password (PalierSession *session, PalierPasswordSlot slot, GtkWidget *editable)
{
  PalierSecret *known = palier_session_get_password (session, slot);
  /* The old text is deleted first, which the session hears of: held here, so that it outlives that. */
  g_autoptr (PalierSecret) secret = known != NULL ? palier_secret_ref (known) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (editable), secret != NULL ? palier_secret_peek (secret) : "");
}

void
palier_form_bind_password (PalierSession *session, PalierPasswordSlot slot, GtkWidget *editable)
{
  g_object_set_data (G_OBJECT (editable), "slot", GUINT_TO_POINTER ((guint) slot));
  palier_form_show_password (session, slot, editable);
  g_signal_connect_object (editable, "changed", G_CALLBACK (password_changed_cb), session, 0);
}

void
palier_form_name_check (GtkWidget *check, const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (check, ADW_TYPE_PREFERENCES_ROW);

  if (row != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
palier_form_clear (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

void
palier_form_keep_exact (GtkWidget *from)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (GTK_IS_LABEL (from))
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
      gtk_label_set_attributes (GTK_LABEL (from), attributes);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    palier_form_keep_exact (child);
}

GtkWidget *
palier_form_new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0F, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
palier_form_new_icon (const char *icon_name, const char *css_class)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "valign", GTK_ALIGN_CENTER, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (icon, css_class);
  return icon;
}

GtkWidget *
palier_form_add_fact (GtkListBox *list, const char *icon_name, const char *css_class, const char *title,
                      const char *text)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (line, "plan-row");
  gtk_widget_set_hexpand (words, TRUE);
  if (icon_name != NULL)
    gtk_box_append (GTK_BOX (line), palier_form_new_icon (icon_name, css_class));
  gtk_box_append (GTK_BOX (words), palier_form_new_label (title, NULL));
  if (text != NULL)
    {
      GtkWidget *label = palier_form_new_label (text, "caption");

      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      /* Selectable, and yet no stop on the way of the Tab key. */
      gtk_widget_set_focusable (label, FALSE);
      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (words), label);
    }
  palier_form_keep_exact (words);
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (list, row);
  return row;
}

void
palier_form_wrap_button (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  if (GTK_IS_LABEL (label))
    g_object_set (label, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "justify", GTK_JUSTIFY_CENTER,
                  "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, NULL);
}

static gboolean
is_group_title (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading")
         && gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL;
}

void
palier_form_wrap_words (GtkWidget *from)
{
  GtkWidget *label = is_group_title (from)      ? from
                     : GTK_IS_EXPANDER (from) ? gtk_expander_get_label_widget (GTK_EXPANDER (from))
                                              : NULL;

  if (GTK_IS_LABEL (label))
    g_object_set (label, "ellipsize", PANGO_ELLIPSIZE_NONE, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign",
                  0.0F, NULL);
  if (GTK_IS_BUTTON (from))
    palier_form_wrap_button (from);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    palier_form_wrap_words (child);
}

void
palier_form_show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_digits (PalierSession *session)
{
  PalierSurvey *survey = palier_session_get_survey (session);

  return survey != NULL ? palier_serial_last_four (survey->info->serial) : NULL;
}

char *
palier_form_dup_digits_title (PalierSession *session)
{
  g_autofree char *digits = dup_digits (session);

  /* translators: %s is four digits, as in 4821 */
  return g_strdup_printf (_("Type %s"), digits != NULL ? digits : "…");
}

gboolean
palier_form_digits_match (PalierSession *session, const char *typed)
{
  g_autofree char *digits = dup_digits (session);
  g_autofree char *given = g_strstrip (g_strdup (typed != NULL ? typed : ""));

  return digits != NULL && g_strcmp0 (given, digits) == 0;
}

void
palier_form_set_shown (GtkWidget *widget, gboolean shown)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!shown && focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    gtk_root_set_focus (root, NULL);
  gtk_widget_set_visible (widget, shown);
}
