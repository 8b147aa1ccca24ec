/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screen-box.h"

#include "columns.h"
#include "form.h"
#include "menu-path.h"
#include "problem-box.h"
#include "screen-form.h"
#include "screen-words.h"
#include "session-recorder.h"
#include "session-screen.h"
#include "session-sticks.h"
#include "stick-box.h"
#include <glib/gi18n.h>

#define HAND_MS 300 /* how often a dark screen is looked at again */

struct _PalierScreenBox
{
  GtkBox parent_instance;

  PalierSession *session;
  const PalierScreenWords *words; /* NULL: nothing is asked */
  guint hand_timer;               /* the practice recorder is at it */
  gboolean mounting;              /* the person agreed to this stick */
  gboolean answered;              /* a second click must not answer what is asked next */

  GtkLabel *title;
  GtkLabel *text;
  PalierMenuPathView *menu;
  GtkLabel *stick_note;
  GtkLabel *passwords;
  GtkLabel *warning;
  PalierScreenForm *form;
  PalierStickBox *stick_box;
  PalierProblemBox *screen_problem;
  GtkWidget *hand;
  GtkWidget *no;
  GtkWidget *yes;
};

G_DEFINE_FINAL_TYPE (PalierScreenBox, palier_screen_box, GTK_TYPE_BOX)

static PalierJob *
get_job (PalierScreenBox *self)
{
  return palier_session_get_job (self->session);
}

static gboolean
asks_for (PalierScreenBox *self, PalierQuestion question)
{
  return self->words != NULL && self->words->question == question;
}

static void
update_yes (PalierScreenBox *self)
{
  PalierStickUse *use = palier_session_get_stick_use (self->session);
  gboolean ready = TRUE;

  if (asks_for (self, PALIER_QUESTION_READ_SCREEN))
    ready = palier_screen_form_is_complete (self->form);
  else if (asks_for (self, PALIER_QUESTION_STICK))
    ready = palier_stick_use_is_ready (use) && !palier_stick_use_is_busy (use);
  gtk_widget_set_sensitive (self->yes, ready && self->hand_timer == 0 && !self->answered);
  gtk_widget_set_sensitive (self->no, self->hand_timer == 0 && !self->answered);
  gtk_widget_set_sensitive (self->hand, self->hand_timer == 0 && !self->answered);
}

static void
show_note (PalierScreenBox *self, const PalierAsked *asked)
{
  gboolean carries = asks_for (self, PALIER_QUESTION_AT_SCREEN)
                     && (asked->act == PALIER_ACT_EXPORT || asked->act == PALIER_ACT_UPGRADE);
  const char *note = NULL;

  if (asks_for (self, PALIER_QUESTION_STICK_IN_THE_WAY))
    note = asked->file;
  else if (carries && asked->stick == NULL)
    note = _("The stick is written, unmounted and switched off: you may take it out of this computer now.");
  else if (carries)
    note = _("Palier cannot eject this stick by itself: do it in the file manager before you take it out.");
  palier_form_show_text (self->stick_note, note);
  palier_form_show_text (self->passwords,
                         asked != NULL && asked->shows_passwords
                             ? _("With this firmware the recorder can also write a list of its cameras, which holds "
                                 "their passwords in the clear: keep that stick as you keep keys.")
                             : NULL);
}

static void
set_button (GtkWidget *button, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (button), _(label));
  palier_form_wrap_button (button);
}

/* Nothing of the reading before is filled in: it is read anew, off the screen. */
static void
show_words (PalierScreenBox *self, const PalierAsked *asked)
{
  const PalierScreenWords *words = self->words;
  gboolean reads = words->question == PALIER_QUESTION_READ_SCREEN;

  gtk_label_set_text (self->title, _(words->title));
  gtk_label_set_text (self->text, _(words->text));
  palier_form_show_text (self->warning, words->warning != NULL ? _(words->warning) : NULL);
  palier_menu_path_view_show (self->menu, NULL, asked != NULL ? asked->version : NULL,
                              reads ? PALIER_ACT_READ_VERSION : words->act);
  show_note (self, asked);
  palier_form_set_shown (GTK_WIDGET (self->form), reads);
  palier_screen_form_fill (self->form, "", "", "");
  palier_form_set_shown (GTK_WIDGET (self->stick_box), words->question == PALIER_QUESTION_STICK);
  gtk_widget_set_visible (self->hand, palier_session_uses_practice (self->session)
                                          && words->question != PALIER_QUESTION_STICK_IN_THE_WAY);
  palier_problem_box_set_error (self->screen_problem, asked != NULL ? asked->problem : NULL);
  set_button (self->yes, words->yes);
  set_button (self->no, words->no);
}

static void
stop_hand (PalierScreenBox *self)
{
  g_clear_handle_id (&self->hand_timer, g_source_remove);
}

static void
question_cb (PalierScreenBox *self)
{
  PalierJob *job = get_job (self);
  PalierQuestion question = job != NULL ? palier_job_get_question (job) : PALIER_QUESTION_NONE;
  const PalierAsked *asked = job != NULL ? palier_job_get_asked (job) : NULL;

  stop_hand (self);
  self->mounting = FALSE;
  self->answered = FALSE;
  self->words = palier_screen_words_find (question, asked != NULL ? asked->act : PALIER_ACT_NONE);
  palier_form_set_shown (GTK_WIDGET (self), self->words != NULL);
  if (self->words == NULL)
    return;
  show_words (self, asked);
  update_yes (self);
  gtk_widget_grab_focus (gtk_widget_is_sensitive (self->yes) ? self->yes : self->no);
}

static void
answer (PalierScreenBox *self, PalierAnswerKind kind, const char *text)
{
  self->answered = TRUE;
  palier_job_answer (get_job (self), kind, text);
  update_yes (self);
}

/* A slip of the pen is said here; what the engine is told ends the run where it does not fit. */
static void
answer_reading (PalierScreenBox *self)
{
  const char *model = palier_screen_form_get_model (self->form);
  const char *serial = palier_screen_form_get_serial (self->form);
  const char *firmware = palier_screen_form_get_firmware (self->form);
  g_autoptr (GError) error = NULL;

  if (palier_job_check_screen (get_job (self), model, serial, firmware, &error))
    {
      self->answered = TRUE;
      palier_job_answer_screen (get_job (self), model, serial, firmware);
      update_yes (self);
    }
  palier_problem_box_set_error (self->screen_problem, error);
}

static void
stick_cb (PalierScreenBox *self)
{
  PalierStickUse *use = palier_session_get_stick_use (self->session);

  if (self->mounting && !palier_stick_use_is_busy (use))
    {
      self->mounting = FALSE;
      if (palier_stick_use_get_state (use) == PALIER_STICK_MOUNTED && asks_for (self, PALIER_QUESTION_STICK))
        answer (self, PALIER_ANSWER_YES, palier_stick_use_get_folder (use));
    }
  update_yes (self);
}

static void
yes_cb (PalierScreenBox *self)
{
  if (self->words == NULL || !gtk_widget_get_sensitive (self->yes))
    return;
  if (asks_for (self, PALIER_QUESTION_READ_SCREEN))
    {
      answer_reading (self);
    }
  else if (asks_for (self, PALIER_QUESTION_STICK))
    {
      self->mounting = TRUE;
      palier_stick_use_mount (palier_session_get_stick_use (self->session));
    }
  else
    {
      answer (self, PALIER_ANSWER_YES, NULL);
    }
}

static void
no_cb (PalierScreenBox *self)
{
  if (self->words != NULL)
    answer (self, PALIER_ANSWER_NO, NULL);
}

static gboolean
read_for_the_person (PalierScreenBox *self, GError **error)
{
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;

  if (!palier_session_read_practice_screen (self->session, &model, &serial, &firmware, error))
    return FALSE;
  palier_screen_form_fill (self->form, model, serial, firmware);
  return TRUE;
}

static gboolean
act_for_the_person (PalierScreenBox *self, GError **error)
{
  const PalierAsked *asked = palier_job_get_asked (get_job (self));
  PalierAnswerKind kind = PALIER_ANSWER_YES;

  if (!palier_session_act_at_practice (self->session, asked->act, asked->stick, &kind, error))
    return FALSE;
  answer (self, kind, NULL);
  return TRUE;
}

static void
give_practice_stick (PalierScreenBox *self)
{
  g_autofree char *folder = palier_session_dup_practice_stick (self->session);

  answer (self, PALIER_ANSWER_YES, folder);
}

/* TRUE: its screen is still dark. */
static gboolean
try_hand (PalierScreenBox *self)
{
  g_autoptr (GError) error = NULL;
  gboolean reads = asks_for (self, PALIER_QUESTION_READ_SCREEN);
  gboolean done = reads ? read_for_the_person (self, &error) : act_for_the_person (self, &error);

  if (!done && g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BUSY))
    return TRUE;
  palier_problem_box_set_error (self->screen_problem, error);
  return FALSE;
}

static gboolean
hand_timer_cb (gpointer data)
{
  PalierScreenBox *self = data;

  if (try_hand (self))
    return G_SOURCE_CONTINUE;
  self->hand_timer = 0;
  update_yes (self);
  return G_SOURCE_REMOVE;
}

static void
hand_cb (PalierScreenBox *self)
{
  if (self->words == NULL || self->hand_timer != 0)
    return;
  if (asks_for (self, PALIER_QUESTION_STICK))
    give_practice_stick (self);
  else if (try_hand (self))
    self->hand_timer = g_timeout_add (HAND_MS, hand_timer_cb, self);
  update_yes (self);
}

static void
palier_screen_box_dispose (GObject *object)
{
  PalierScreenBox *self = PALIER_SCREEN_BOX (object);

  stop_hand (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (palier_screen_box_parent_class)->dispose (object);
}

static void
palier_screen_box_class_init (PalierScreenBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_screen_box_dispose;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_MENU_PATH_VIEW);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  g_type_ensure (PALIER_TYPE_SCREEN_FORM);
  g_type_ensure (PALIER_TYPE_STICK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/screen-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, title);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, text);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, menu);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, stick_note);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, passwords);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, warning);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, form);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, stick_box);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, screen_problem);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, hand);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, no);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenBox, yes);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_cb);
}

static void
palier_screen_box_init (PalierScreenBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
palier_screen_box_set_session (PalierScreenBox *self, PalierSession *session)
{
  PalierJob *job = palier_session_get_job (session);

  g_set_object (&self->session, session);
  if (job == NULL || !palier_job_is_at_screen (job))
    return;
  palier_form_wrap_button (self->hand);
  palier_stick_box_set_session (self->stick_box, session);
  g_signal_connect_object (palier_session_get_stick_use (session), "changed", G_CALLBACK (stick_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "changed", G_CALLBACK (update_yes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "activated", G_CALLBACK (yes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "notify::question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  question_cb (self);
}
