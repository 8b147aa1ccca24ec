/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "activation-box.h"
#include "certificate-box.h"
#include "columns.h"
#include "form.h"
#include "found-box.h"
#include "problem-box.h"
#include "recorder-page.h"
#include "session-recorder.h"
#include "words.h"
#include <glib/gi18n.h>

struct _PalierRecorderPage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  PalierFoundBox *found_box;
  PalierActivationBox *activation;
  PalierCertificateBox *certificate;
  GtkWidget *address;
  GtkWidget *user;
  GtkWidget *password;
  GtkWidget *once;
  gboolean inactive; /* as shown */
  gboolean waiting;  /* the person asked to go on, and the answer is on its way */
  char *locked;      /* address of the recorder that is locked, and says for how long; NULL: none */
  guint unlock;      /* source that notices the end of that; 0: none */
};

G_DEFINE_FINAL_TYPE (PalierRecorderPage, palier_recorder_page, PALIER_TYPE_PAGE)

/* What is typed decides whether the button leads on; which button it is, the recorder. */
static void
update (PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  g_autofree char *address = palier_session_dup_string (session, "address");
  g_autofree char *user = palier_session_dup_string (session, "user");
  gboolean complete = palier_session_is_inactive (session)
                          ? palier_activation_box_is_complete (self->activation)
                          : *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0';

  gboolean asked = palier_session_is_certificate_open (session);

  palier_page_set_busy (PALIER_PAGE (self), palier_session_get_busy (session));
  palier_page_set_can_continue (PALIER_PAGE (self), *address != '\0' && *user != '\0' && complete && !asked
                                                      && g_strcmp0 (address, self->locked) != 0);
}

static void
show_state (PalierRecorderPage *self)
{
  PalierPage *page = PALIER_PAGE (self);
  gboolean inactive = palier_session_is_inactive (palier_page_get_session (page));

  self->inactive = inactive;
  gtk_widget_set_visible (GTK_WIDGET (self->activation), inactive);
  gtk_widget_set_visible (self->user, !inactive);
  gtk_widget_set_visible (self->password, !inactive);
  gtk_widget_set_visible (self->once, !inactive);
  palier_page_set_heading (page, _("Which recorder?"),
                           inactive ? _("Palier activates it with the new password, then reads. Nothing else changes.")
                                    : _("Palier signs in and reads. Nothing changes."));
  palier_page_set_continue_label (page, inactive ? _("Acti_vate and read") : _("_Sign in and read"));
  palier_form_show_password (palier_page_get_session (page), PALIER_PASSWORD_SIGN_IN, self->password);
  update (self);
}

/* Whoever looked on until it was active goes on with the password. */
static void
inactive_cb (PalierRecorderPage *self)
{
  gboolean before = self->inactive;

  show_state (self);
  if (before && !self->inactive && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->password);
}

static char *
dup_check_words (const PalierUserCheck *check, const GError *error)
{
  gboolean locked = g_error_matches (error, PALIER_ERROR, PALIER_ERROR_LOCKED);

  if (check == NULL || (!locked && !g_error_matches (error, PALIER_ERROR, PALIER_ERROR_WRONG_PASSWORD)))
    return NULL;
  /* Some tell how long a lock lasts before there is one. */
  if ((locked || check->locked) && check->unlock_s > 0)
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
forget_lock (PalierRecorderPage *self)
{
  g_clear_handle_id (&self->unlock, g_source_remove);
  g_clear_pointer (&self->locked, g_free);
}

static gboolean
unlocked_cb (gpointer data)
{
  PalierRecorderPage *self = data;

  self->unlock = 0;
  forget_lock (self);
  update (self);
  return G_SOURCE_REMOVE;
}

/* A try while it is locked may begin the wait anew: none is offered for so long. Who does not tell how long can be
 * tried. */
static void
note_lock (PalierRecorderPage *self, const GError *error)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  const PalierUserCheck *check = palier_session_get_check (session);

  if (!g_error_matches (error, PALIER_ERROR, PALIER_ERROR_LOCKED) || check == NULL || check->unlock_s <= 0)
    return;
  forget_lock (self);
  self->locked = palier_session_dup_string (session, "address");
  self->unlock = g_timeout_add_seconds ((guint) check->unlock_s, unlocked_cb, self);
}

static void
problem_cb (PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  const GError *error = palier_session_get_problem (session);
  g_autofree char *extra = dup_check_words (palier_session_get_check (session), error);
  gboolean asked = palier_session_is_certificate_open (session);
  /* A certificate to accept and a missing password are no mishaps: the page asks for them. */
  gboolean calm = asked || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED);

  self->waiting &= error == NULL || asked;
  palier_problem_box_set_error (self->problem, calm ? NULL : error);
  palier_problem_box_set_extra (self->problem, extra);
  note_lock (self, error);
  update (self);
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
  PalierSession *session = palier_page_get_session (page);

  PALIER_RECORDER_PAGE (page)->waiting = TRUE;
  if (palier_session_is_inactive (session))
    palier_session_activate (session);
  else
    palier_session_connect (session);
  return FALSE;
}

static void
entered_cb (PalierRecorderPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.forward", NULL);
}

static void
chosen_cb (PalierRecorderPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));

  if (palier_session_get_chosen (session) == NULL)
    return;
  palier_form_show_password (session, PALIER_PASSWORD_SIGN_IN, self->password);
  update (self);
}

/* No password has left for the certificate that was in the way: the attempt that was asked for is made now. */
static void
accepted_cb (PalierRecorderPage *self)
{
  if (self->waiting)
    palier_page_forward (PALIER_PAGE (self));
  else
    gtk_widget_grab_focus (self->password);
}

/* By now the address is complete. */
static void
look_cb (PalierRecorderPage *self)
{
  palier_session_look (palier_page_get_session (PALIER_PAGE (self)));
}

static void
look_from (PalierRecorderPage *self, GtkWidget *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (look_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);
}

/* What is asked for next. */
static void
picked_cb (PalierRecorderPage *self)
{
  gtk_widget_child_focus (self->inactive ? GTK_WIDGET (self->activation) : self->password, GTK_DIR_TAB_FORWARD);
}

static void
palier_recorder_page_shown (PalierPage *page)
{
  PalierRecorderPage *self = PALIER_RECORDER_PAGE (page);
  g_autofree char *address = palier_session_dup_string (palier_page_get_session (page), "address");

  self->waiting = FALSE;
  if (*address != '\0' || !palier_found_box_grab_first (self->found_box))
    gtk_widget_grab_focus (self->address);
}

/* Then everything is done at its own screen, with a USB stick. */
static void
no_network_cb (PalierRecorderPage *self)
{
  g_object_set (palier_page_get_session (PALIER_PAGE (self)), "at-screen", TRUE, NULL);
  palier_page_go_on (PALIER_PAGE (self));
}

static void
palier_recorder_page_bind (PalierPage *page)
{
  PalierRecorderPage *self = PALIER_RECORDER_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  const char *watched[] = { "notify::address", "notify::user", "notify::busy", "notify::approach" };

  palier_form_bind_text (session, "address", self->address);
  palier_form_bind_text (session, "user", self->user);
  palier_form_bind_password (session, PALIER_PASSWORD_SIGN_IN, self->password);
  palier_found_box_set_session (self->found_box, session);
  palier_activation_box_set_session (self->activation, session);
  palier_certificate_box_set_session (self->certificate, session);
  look_from (self, self->user);
  look_from (self, self->password);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (session, watched[i], G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->password, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->certificate, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->found_box, "chosen", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->activation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->activation, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::inactive", G_CALLBACK (inactive_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::survey", G_CALLBACK (survey_cb), self, G_CONNECT_SWAPPED);
  problem_cb (self);
  show_state (self);
}

static void
palier_recorder_page_dispose (GObject *object)
{
  forget_lock (PALIER_RECORDER_PAGE (object));
  G_OBJECT_CLASS (palier_recorder_page_parent_class)->dispose (object);
}

static void
palier_recorder_page_class_init (PalierRecorderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_recorder_page_dispose;
  page_class->bind = palier_recorder_page_bind;
  page_class->shown = palier_recorder_page_shown;
  page_class->forward = palier_recorder_page_forward;
  g_type_ensure (PALIER_TYPE_ACTIVATION_BOX);
  g_type_ensure (PALIER_TYPE_CERTIFICATE_BOX);
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_FOUND_BOX);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/recorder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, found_box);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, activation);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, certificate);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, once);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, address);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, user);
  gtk_widget_class_bind_template_child (widget_class, PalierRecorderPage, password);
  gtk_widget_class_bind_template_callback (widget_class, no_network_cb);
}

static void
palier_recorder_page_init (PalierRecorderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
