/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "language.h"
#include "session-recording.h"
#include "window-private.h"
#include <glib/gi18n.h>

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_header (PalierWindow *self)
{
  g_autofree char *recorder = palier_session_dup_recorder_name (self->session);
  gboolean french = g_strcmp0 (palier_language_get (), "fr") == 0;
  g_autofree char *step = NULL;
  g_autofree char *subtitle = NULL;
  guint number, total;

  palier_page_table_count (self->entry, self->session, &number, &total);
  if (!self->entry->irreversible)
    /* translators: %1$u is this step's number, %2$u how many there are */
    step = g_strdup_printf (_("Step %1$u of %2$u"), number, total);
  subtitle = step != NULL && recorder != NULL ? g_strdup_printf ("%s · %s", step, recorder)
                                              : g_strdup (step != NULL ? step : recorder);
  adw_window_title_set_title (self->title, palier_page_get_heading (self->page));
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  gtk_button_set_label (GTK_BUTTON (self->language), french ? "EN" : "FR");
  /* Each language is offered in its own words, for the person who does not read the other. */
  set_name (self->language, french ? "Switch to English" : "Passer en français");
  set_name (self->back, _("Back"));
  set_name (self->menu_button, _("Main menu"));
}

/* Buttons come from the page's properties, here and nowhere else. */
void
palier_window_update_buttons (PalierWindow *self)
{
  g_autofree char *label = NULL;
  g_autofree char *css_class = NULL;
  g_autofree char *second = NULL;
  gboolean can_continue, busy, leading_back, has_back;

  if (self->page == NULL)
    return;
  g_object_get (self->page, "continue-label", &label, "continue-class", &css_class, "second-label", &second,
                "can-continue", &can_continue, "busy", &busy, "leading-back", &leading_back, NULL);
  has_back = !self->entry->irreversible && palier_page_table_previous (self->entry, self->session) != NULL;

  gtk_button_set_label (self->forward, label != NULL ? label : _("_Continue"));
  gtk_widget_set_visible (GTK_WIDGET (self->forward), label == NULL || *label != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self->forward),
                              (const char *[]){ "text-button", css_class != NULL ? css_class : "suggested-action",
                                                NULL });
  gtk_button_set_label (self->second, second != NULL ? second : "");
  gtk_widget_set_visible (GTK_WIDGET (self->second), second != NULL);
  palier_form_wrap_button (GTK_WIDGET (self->forward));
  palier_form_wrap_button (GTK_WIDGET (self->second));
  gtk_widget_set_visible (self->bar, second != NULL || label == NULL || *label != '\0' || busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (self->back, has_back);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", can_continue && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", has_back && leading_back && !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.start-over",
                                 !busy && !palier_session_is_running (self->session));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.record", palier_session_may_record (self->session));
  update_header (self);
}
