/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "camera-list.h"
#include "default-page.h"
#include "form.h"
#include "problem-box.h"
#include "session-run.h"
#include "session-screen.h"
#include "words.h"
#include <glib/gi18n.h>

struct _PalierDefaultPage
{
  PalierPage parent_instance;

  GtkLabel *loss;
  GtkWidget *save;
  GtkWidget *password_group;
  GtkWidget *new_password;
  GtkWidget *new_again;
  GtkLabel *password_note;
  GtkWidget *typed;
  PalierProblemBox *problem;
  GtkWidget *skip;
  GtkWidget *typed_skip;
  GtkWidget *skip_button;
};

G_DEFINE_FINAL_TYPE (PalierDefaultPage, palier_default_page, PALIER_TYPE_PAGE)

static const char *
get_text (GtkWidget *editable)
{
  return gtk_editable_get_text (GTK_EDITABLE (editable));
}

static void
update (PalierDefaultPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  g_autoptr (GError) error = NULL;
  /* At its own screen the person chooses the password there. */
  gboolean good
      = palier_session_is_at_screen (session) || palier_session_check_new_password (session, &error);
  gboolean typed = palier_form_digits_match (session, get_text (self->typed));
  const char *note = NULL;

  if (*get_text (self->new_again) != '\0' && g_strcmp0 (get_text (self->new_password), get_text (self->new_again)) != 0)
    note = _("The two passwords differ.");
  else if (!good && *get_text (self->new_again) != '\0')
    note = palier_error_get_sentence (error);
  palier_form_show_text (self->password_note, note);
  palier_page_set_can_continue (PALIER_PAGE (self), good && typed);
  gtk_widget_set_sensitive (self->skip_button, palier_form_digits_match (session, get_text (self->typed_skip)));
}

static gboolean
palier_default_page_forward (PalierPage *page)
{
  PalierDefaultPage *self = PALIER_DEFAULT_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  g_autoptr (GError) error = NULL;
  gboolean given = palier_session_consent (session, "default", get_text (self->typed), &error);

  palier_problem_box_set_error (self->problem, error);
  return given;
}

static void
skip_cb (PalierDefaultPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  g_autoptr (GError) error = NULL;

  if (palier_session_consent (session, "skip-default", get_text (self->typed_skip), &error))
    palier_page_go_on (PALIER_PAGE (self));
  palier_problem_box_set_error (self->problem, error);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, PalierDefaultPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *list = palier_camera_list_new (palier_session_get_survey (session));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL
      && !g_file_replace_contents (file, list, strlen (list), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    palier_error_adopt (&error, PALIER_ERROR_CANNOT_WRITE);
  palier_problem_box_set_error (self->problem, error);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
save_cb (PalierDefaultPage *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      _("List of cameras and users"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
      GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "cameras.txt");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
show_texts (PalierDefaultPage *self, PalierSession *session)
{
  PalierSurvey *survey = palier_session_get_survey (session);
  g_autofree char *name = palier_session_dup_recorder_name (session);
  g_autofree char *digits = palier_form_dup_digits_title (session);
  g_autofree char *heading = NULL;
  g_autofree char *loss = NULL;

  if (survey == NULL)
    return;
  /* translators: %s is the recorder, as in "DS-7716NI-I4 · serial …4821" */
  heading = g_strdup_printf (_("Reset %s to factory settings?"), name);
  loss = palier_survey_dup_loss (survey);
  palier_page_set_heading (PALIER_PAGE (self), heading, NULL);
  gtk_label_set_text (self->loss, loss);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed), digits);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed_skip), digits);
}

static void
palier_default_page_bind (PalierPage *page)
{
  PalierDefaultPage *self = PALIER_DEFAULT_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  GtkWidget *watched[] = { self->new_password, self->new_again, self->typed, self->typed_skip };

  palier_form_bind_password (session, PALIER_PASSWORD_NEW, self->new_password);
  palier_form_bind_password (session, PALIER_PASSWORD_NEW_AGAIN, self->new_again);
  palier_form_bind_text (session, "typed-default", self->typed);
  palier_form_bind_text (session, "typed-skip-default", self->typed_skip);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (watched[i], "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->password_group, !palier_session_is_at_screen (session));
  show_texts (self, session);
  update (self);
}

static void
palier_default_page_class_init (PalierDefaultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_default_page_bind;
  page_class->forward = palier_default_page_forward;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/default-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, loss);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, save);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, password_group);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, new_password);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, new_again);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, password_note);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, typed);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, skip);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, typed_skip);
  gtk_widget_class_bind_template_child (widget_class, PalierDefaultPage, skip_button);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
}

static void
palier_default_page_init (PalierDefaultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  palier_form_wrap_button (self->save);
  palier_form_wrap_button (self->skip_button);
}
