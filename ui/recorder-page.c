/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "problem-box.h"
#include "recorder-page.h"
#include "session-recorder.h"
#include "words.h"
#include <glib/gi18n.h>

struct _PalierRecorderPage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  GtkWidget *activation;
  GtkWidget *new_password;
  GtkWidget *new_again;
  GtkWidget *activate;
  GtkWidget *found_group;
  GtkListBox *found;
  GtkWidget *address;
  GtkWidget *user;
  GtkWidget *password;
  gboolean waiting; /* the person asked to go on, and the answer is on its way */
};

G_DEFINE_FINAL_TYPE (PalierRecorderPage, palier_recorder_page, PALIER_TYPE_PAGE)

static void
update (PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  g_autofree char *address = palier_session_dup_string (session, "address");
  g_autofree char *user = palier_session_dup_string (session, "user");

  palier_page_set_busy (PALIER_PAGE (self), palier_session_get_busy (session));
  palier_page_set_can_continue (PALIER_PAGE (self),
                                *address != '\0' && *user != '\0'
                                    && *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0');
}

static char *
dup_check_words (const PalierUserCheck *check)
{
  if (check == NULL)
    return NULL;
  if (check->unlock_s > 0)
    {
      g_autofree char *wait = palier_duration_to_words (check->unlock_s);

      /* translators: %s is a duration, as in "28 min" */
      return g_strdup_printf (_("The recorder unlocks in %s. Wait until then."), wait);
    }
  if (check->tries_left >= 0)
    /* translators: %d is a number of attempts */
    return g_strdup_printf (ngettext ("%d attempt is left before it locks itself.",
                                      "%d attempts are left before it locks itself.", (gulong) check->tries_left),
                            check->tries_left);
  return NULL;
}

static void
problem_cb (PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  const GError *error = palier_session_get_problem (session);
  g_autofree char *extra = dup_check_words (palier_session_get_check (session));
  gboolean inactive = g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED);

  palier_problem_box_set_error (self->problem, error);
  palier_problem_box_set_extra (self->problem, extra);
  /* A refused new password leaves the form where it is. */
  if (error == NULL || inactive || !g_error_matches (error, PALIER_ERROR, PALIER_ERROR_RISK_PASSWORD))
    gtk_widget_set_visible (self->activation, inactive);
}

static void
survey_cb (PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));

  if (!self->waiting || palier_session_get_survey (session) == NULL)
    return;
  self->waiting = FALSE;
  palier_page_go_on (PALIER_PAGE (self));
}

static gboolean
palier_recorder_page_forward (PalierPage *page)
{
  PALIER_RECORDER_PAGE (page)->waiting = TRUE;
  palier_session_connect (palier_page_get_session (page));
  return FALSE;
}

static void
activate_cb (PalierRecorderPage *self)
{
  self->waiting = TRUE;
  palier_session_activate (palier_page_get_session (PALIER_PAGE (self)));
}

static void
entered_cb (PalierRecorderPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.forward", NULL);
}

static void
found_cb (AdwActionRow *row, PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  PalierFound *found = g_object_get_data (G_OBJECT (row), "found");

  palier_session_choose (session, found);
  palier_form_show_password (session, PALIER_PASSWORD_SIGN_IN, self->password);
  update (self);
  gtk_widget_grab_focus (self->password);
}

static GtkWidget *
new_row_cb (gpointer item, gpointer data)
{
  PalierFound *found = item;
  g_autofree char *detail = NULL;
  GtkWidget *row;

  if (palier_found_is_practice (found))
    /* translators: %s is a serial number */
    detail = g_strdup_printf (_("Made of code, inside this program; no real recorder is touched. Serial number %s"),
                              palier_found_get_title (found));
  row = g_object_new (ADW_TYPE_ACTION_ROW, "activatable", TRUE, "title",
                      palier_found_is_practice (found) ? _("Practice recorder") : palier_found_get_title (found),
                      "subtitle", detail != NULL ? detail : palier_found_get_detail (found), NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), palier_form_new_icon ("go-next-symbolic", NULL));
  g_object_set_data_full (G_OBJECT (row), "found", g_object_ref (found), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (found_cb), data, 0);
  return row;
}

static void
recorders_cb (PalierRecorderPage *self)
{
  GListModel *recorders = palier_session_get_recorders (palier_page_get_session (PALIER_PAGE (self)));

  gtk_widget_set_visible (self->found_group, g_list_model_get_n_items (recorders) > 0);
}

static void
palier_recorder_page_shown (PalierPage *page)
{
  PalierRecorderPage *self = PALIER_RECORDER_PAGE (page);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->found, 0));
  g_autofree char *address = palier_session_dup_string (palier_page_get_session (page), "address");

  self->waiting = FALSE;
  gtk_widget_grab_focus (row != NULL && *address == '\0' ? row : self->address);
}

static void
palier_recorder_page_bind (PalierPage *page)
{
  PalierRecorderPage *self = PALIER_RECORDER_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  GListModel *recorders = palier_session_get_recorders (session);
  const char *watched[] = { "notify::address", "notify::user", "notify::busy" };

  palier_form_bind_text (session, "address", self->address);
  palier_form_bind_text (session, "user", self->user);
  palier_form_bind_password (session, PALIER_PASSWORD_SIGN_IN, self->password);
  palier_form_bind_password (session, PALIER_PASSWORD_NEW, self->new_password);
  palier_form_bind_password (session, PALIER_PASSWORD_NEW_AGAIN, self->new_again);
  gtk_list_box_bind_model (self->found, recorders, new_row_cb, self, NULL);
  g_signal_connect_object (recorders, "items-changed", G_CALLBACK (recorders_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (session, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::survey", G_CALLBACK (survey_cb), self, G_CONNECT_SWAPPED);
  recorders_cb (self);
  problem_cb (self);
  update (self);
}

static void
palier_recorder_page_class_init (PalierRecorderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_recorder_page_bind;
  page_class->shown = palier_recorder_page_shown;
  page_class->forward = palier_recorder_page_forward;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/recorder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, activation);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, new_password);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, new_again);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, activate);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, found_group);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, found);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, address);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, user);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, password);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
palier_recorder_page_init (PalierRecorderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
