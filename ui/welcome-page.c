/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "language.h"
#include "problem-box.h"
#include "session-recorder.h"
#include "procedure/terms.h"
#include "welcome-page.h"
#include <glib/gi18n.h>

struct _PalierWelcomePage
{
  PalierPage parent_instance;

  GtkStack *stack;
  PalierProblemBox *problem;
  GtkWidget *french_first;
  GtkWidget *unfinished_group;
  GtkListBox *unfinished;
  AdwPreferencesGroup *agreements;
  GtkWidget *terms;
  GtkWidget *age;
  GtkWidget *self_radio;
  GtkWidget *company_radio;
  GtkWidget *company;
};

G_DEFINE_FINAL_TYPE (PalierWelcomePage, palier_welcome_page, PALIER_TYPE_PAGE)

static gboolean
has_declined (PalierWelcomePage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "declined") == 0;
}

/* Accepting and declining weigh the same: two plain buttons, side by side. */
static void
update (PalierWelcomePage *self)
{
  PalierPage *page = PALIER_PAGE (self);

  if (has_declined (self))
    {
      palier_page_set_heading (page, _("You have declined"), NULL);
      palier_page_set_continue_label (page, _("_Close Palier"));
      palier_page_set_second_label (page, _("_Read again"));
      palier_page_set_can_continue (page, TRUE);
      return;
    }
  palier_page_set_heading (page, _("Welcome"), _("A safe climb for your recorder, one landing at a time"));
  palier_page_set_continue_label (page, _("_Accept and continue"));
  palier_page_set_second_label (page, _("_Decline"));
  palier_page_set_can_continue (page, palier_session_has_agreed (palier_page_get_session (page)));
}

static void
palier_welcome_page_second (PalierPage *page)
{
  PalierWelcomePage *self = PALIER_WELCOME_PAGE (page);

  gtk_stack_set_visible_child_name (self->stack, has_declined (self) ? "terms" : "declined");
  update (self);
  palier_page_focus_heading (page);
}

static gboolean
palier_welcome_page_forward (PalierPage *page)
{
  if (!has_declined (PALIER_WELCOME_PAGE (page)))
    return TRUE;
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))));
  return FALSE;
}

static void
palier_welcome_page_shown (PalierPage *page)
{
  const char *language = palier_language_get ();

  palier_session_note_terms (palier_page_get_session (page), language);
  gtk_widget_set_visible (PALIER_WELCOME_PAGE (page)->french_first,
                          palier_language_is_french_first () && g_strcmp0 (language, "fr") == 0);
}

static void
resume_cb (AdwActionRow *row, PalierPage *page)
{
  PalierSession *session = palier_page_get_session (page);

  if (!palier_session_resume (session, g_object_get_data (G_OBJECT (row), "path")))
    palier_problem_box_set_error (PALIER_WELCOME_PAGE (page)->problem, palier_session_get_problem (session));
  else if (palier_session_has_agreed (session))
    palier_page_go_on (page);
}

static void
set_aside_cb (GtkWidget *button, PalierWelcomePage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  g_autoptr (GError) error = NULL;

  if (palier_journal_set_aside (g_object_get_data (G_OBJECT (row), "path"), &error))
    gtk_list_box_remove (self->unfinished, row);
  gtk_widget_set_visible (self->unfinished_group,
                          gtk_list_box_get_row_at_index (self->unfinished, 0) != NULL);
  palier_problem_box_set_error (self->problem, error);
  if (error == NULL)
    palier_page_focus_heading (PALIER_PAGE (self));
}

static GtkWidget *
new_aside_button (PalierWelcomePage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Set _aside"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Keep its journal, and begin anew"));
  gtk_widget_set_name (button, "aside");
  g_signal_connect_object (button, "clicked", G_CALLBACK (set_aside_cb), self, 0);
  return button;
}

static void
list_unfinished (PalierWelcomePage *self, PalierSession *session)
{
  g_autoptr (GPtrArray) paths = palier_session_list_unfinished (session);

  gtk_widget_set_visible (self->unfinished_group, paths->len > 0);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *title = palier_session_describe_journal (session, path);
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "activatable", TRUE, NULL);

      g_object_set_data_full (G_OBJECT (row), "path", g_strdup (path), g_free);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), new_aside_button (self));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), palier_form_new_icon ("go-next-symbolic", NULL));
      g_signal_connect_object (row, "activated", G_CALLBACK (resume_cb), self, 0);
      gtk_list_box_append (self->unfinished, row);
    }
}

static void
radio_cb (PalierWelcomePage *self)
{
  PalierCapacity capacity = PALIER_CAPACITY_NONE;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->self_radio)))
    capacity = PALIER_CAPACITY_SELF;
  else if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->company_radio)))
    capacity = PALIER_CAPACITY_COMPANY;
  g_object_set (palier_page_get_session (PALIER_PAGE (self)), "capacity", capacity, NULL);
}

static void
capacity_cb (PalierWelcomePage *self)
{
  PalierCapacity capacity = palier_session_get_capacity (palier_page_get_session (PALIER_PAGE (self)));

  if (capacity == PALIER_CAPACITY_SELF)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->self_radio), TRUE);
  else if (capacity == PALIER_CAPACITY_COMPANY)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->company_radio), TRUE);
}

static void
palier_welcome_page_bind (PalierPage *page)
{
  PalierWelcomePage *self = PALIER_WELCOME_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  const char *watched[] = { "notify::agreed-terms", "notify::agreed-age", "notify::capacity", "notify::company" };

  g_object_bind_property (session, "agreed-terms", self->terms, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (session, "agreed-age", self->age, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  palier_form_bind_text (session, "company", self->company);
  capacity_cb (self);
  g_signal_connect_object (self->self_radio, "toggled", G_CALLBACK (radio_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->company_radio, "toggled", G_CALLBACK (radio_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::capacity", G_CALLBACK (capacity_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (session, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  list_unfinished (self, session);
  update (self);
}

static void
palier_welcome_page_class_init (PalierWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_welcome_page_bind;
  page_class->shown = palier_welcome_page_shown;
  page_class->forward = palier_welcome_page_forward;
  page_class->second = palier_welcome_page_second;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, unfinished_group);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, french_first);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, unfinished);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, agreements);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, terms);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, age);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, self_radio);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, company_radio);
  gtk_widget_class_bind_template_child (widget_class, PalierWelcomePage, company);
}

static void
palier_welcome_page_init (PalierWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (self, "continue-class", "plain", NULL);
  adw_preferences_group_set_description (self->agreements, palier_terms_get_summary ());
  palier_form_name_check (self->terms, palier_terms_get (PALIER_TERMS_ACCEPT));
  palier_form_name_check (self->age, palier_terms_get (PALIER_TERMS_AGE));
  palier_form_name_check (self->self_radio, palier_terms_get (PALIER_TERMS_SELF));
  palier_form_name_check (self->company_radio, palier_terms_get (PALIER_TERMS_COMPANY));
}
