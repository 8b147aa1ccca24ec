/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "form.h"
#include "procedure/menu.h"
#include "problem-box.h"
#include "question-box.h"
#include "recorder/approach.h"
#include "repair-view.h"
#include "session-recorder.h"
#include "session-run.h"
#include <glib/gi18n.h>

typedef enum
{
  FIELD_NONE,
  FIELD_TEXT,
  FIELD_SECRET,
} Field;

typedef struct
{
  PalierQuestion question;
  Field field;
  const char *title, *text, *yes, *no; /* yes, no NULL: no such button */
  const char *hand_label;              /* what the practice recorder's own hands can do; NULL: nothing */
  PalierHand hand;
} Words;

/* The engine asks by id; these are the words. */
static const Words words[] = {
  { PALIER_QUESTION_NEW_PASSWORD, FIELD_SECRET, N_("A new password for the recorder"),
    N_("It came back as from the factory, without a password. Choose one of 8 to 16 characters, with two kinds of "
       "characters at least, and write it down."),
    N_("_Use this password"), NULL, NULL, 0 },
  { PALIER_QUESTION_ADDRESS, FIELD_TEXT, N_("Where is the recorder now?"),
    N_("It does not answer where it was. After a default it may have another address: its own screen shows it under "
       "Network. Leave the field empty to look again at the old address."),
    N_("_Look there"), NULL, NULL, 0 },
  { PALIER_QUESTION_ACTIVATE, FIELD_NONE, N_("Activate the recorder at its own screen"),
    N_("It refuses to be activated over the network. Choose its password at its screen; Palier goes on by itself when "
       "it sees that the recorder is active."),
    N_("_Look again"), NULL, N_("Activate it at the _practice recorder’s screen"), PALIER_HAND_ACTIVATE },
  { PALIER_QUESTION_SIGN_IN, FIELD_SECRET, N_("The recorder’s password, please"),
    N_("The one that Palier knows does not open it any more. One attempt an answer: after several wrong ones the "
       "recorder locks itself."),
    N_("_Sign in"), NULL, NULL, 0 },
  { PALIER_QUESTION_REPROGRAM, FIELD_NONE, N_("Enter the settings again"),
    N_("Cameras, users, recording schedules, date and time, network: at the recorder’s screen or on its page. It may not "
       "record until then. You can close Palier and come back; it remembers where it was."),
    N_("The settings are _entered"), NULL, N_("Enter them at the _practice recorder’s screen"),
    PALIER_HAND_REPROGRAM },
  { PALIER_QUESTION_REPAIR, FIELD_NONE, N_("Start the database repair at the recorder"),
    N_("Over the network nothing can start it: its own menu does, on most V4 as below; the words may differ. Palier sees "
       "by itself that it began. It goes on recording meanwhile; older footage may be missing until it ends."),
    NULL, N_("Put the repair _off"), N_("Start it at the _practice recorder’s screen"), PALIER_HAND_START_REPAIR },
  { PALIER_QUESTION_WAIT, FIELD_NONE, N_("It takes far longer than usual"),
    N_("Do not cut the recorder’s power: it may still be writing. Waiting costs nothing. If its own screen shows an "
       "error, note it down before you stop."),
    N_("_Go on waiting"), N_("S_top here"), NULL, 0 },
  { PALIER_QUESTION_CERTIFICATE, FIELD_NONE, N_("It shows a new security certificate"),
    N_("That is usual after a full default. Compare the fingerprint below with the one that the recorder’s own page "
       "shows; if you cannot, be sure at least that nothing but your own network lies between. Palier sends no "
       "password before you accept it."),
    N_("_Accept this certificate"), N_("S_top here"), NULL, 0 },
};

struct _PalierQuestionBox
{
  GtkBox parent_instance;

  PalierSession *session;
  const Words *words; /* NULL: nothing is asked */

  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *fields;
  GtkWidget *entry;
  GtkWidget *password;
  PalierProblemBox *problem;
  GtkWidget *hand;
  GtkWidget *no;
  GtkWidget *yes;
};

G_DEFINE_FINAL_TYPE (PalierQuestionBox, palier_question_box, GTK_TYPE_BOX)

static const Words *
find_words (PalierQuestion question)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].question == question)
      return &words[i];
  return NULL;
}

static void
set_button (GtkWidget *button, const char *label)
{
  gtk_button_set_label (GTK_BUTTON (button), label != NULL ? _(label) : "");
  palier_form_wrap_button (button);
  palier_form_set_shown (button, label != NULL);
}

static void
update_yes (PalierQuestionBox *self)
{
  gtk_widget_set_sensitive (self->yes, self->words == NULL || self->words->field != FIELD_SECRET
                                           || *gtk_editable_get_text (GTK_EDITABLE (self->password)) != '\0');
}

/* What a question is about, under its words; NULL: the words say it all. */
static char *
dup_subject (PalierQuestionBox *self)
{
  static const PalierVersion repaired = { { 4, 50, 0 }, 0, "V4.50.00" };
  g_autofree char *seen = NULL;

  if (self->words->question == PALIER_QUESTION_REPAIR)
    return palier_menu_dup_lines (&repaired, PALIER_ACT_REPAIR);
  if (self->words->question != PALIER_QUESTION_CERTIFICATE)
    return NULL;
  seen = palier_connection_dup_tls_seen (palier_job_get_connection (palier_session_get_job (self->session)));
  return seen != NULL ? palier_fingerprint_to_text (seen) : NULL;
}

static void
show_words (PalierQuestionBox *self, gboolean practice)
{
  g_autofree char *subject = dup_subject (self);
  const char *broken = self->words->question == PALIER_QUESTION_REPAIR
                           ? palier_repair_get_broken_words (palier_session_get_job (self->session))
                           : NULL;
  g_autofree char *text = g_strjoin ("\n\n", broken != NULL ? broken : _(self->words->text),
                                     broken != NULL ? _(self->words->text) : subject, broken != NULL ? subject : NULL,
                                     NULL);

  gtk_label_set_text (self->title, broken != NULL ? _("Start the database repair again") : _(self->words->title));
  gtk_label_set_text (self->text, text);
  palier_form_set_shown (self->fields, self->words->field != FIELD_NONE);
  palier_form_set_shown (self->entry, self->words->field == FIELD_TEXT);
  palier_form_set_shown (self->password, self->words->field == FIELD_SECRET);
  set_button (self->yes, self->words->yes);
  set_button (self->no, self->words->no);
  set_button (self->hand, practice ? self->words->hand_label : NULL);
  gtk_widget_set_sensitive (self->hand, TRUE);
  palier_problem_box_set_error (self->problem, NULL);
  update_yes (self);
}

static void
forget_draft (PalierQuestionBox *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  g_object_set (self->session, "draft", "", NULL);
}

static void
question_cb (PalierQuestionBox *self)
{
  PalierJob *job = palier_session_get_job (self->session);
  const Words *asked = find_words (job != NULL ? palier_job_get_question (job) : PALIER_QUESTION_NONE);

  if (asked == self->words)
    return;
  self->words = asked;
  palier_form_set_shown (GTK_WIDGET (self), asked != NULL);
  if (asked == NULL)
    return;
  show_words (self, palier_session_uses_practice (self->session));
  gtk_widget_grab_focus (asked->field == FIELD_SECRET ? self->password
                         : asked->field == FIELD_TEXT ? self->entry
                         : asked->yes != NULL         ? self->yes
                                                      : self->no);
}

static void
yes_cb (PalierQuestionBox *self)
{
  PalierJob *job = palier_session_get_job (self->session);
  PalierSecret *secret = palier_session_get_password (self->session, PALIER_PASSWORD_DRAFT);
  g_autofree char *draft = palier_session_dup_string (self->session, "draft");

  if (self->words == NULL || !gtk_widget_get_sensitive (self->yes))
    return;
  if (self->words->field == FIELD_SECRET)
    palier_job_answer_secret (job, secret);
  else
    palier_job_answer (job, PALIER_ANSWER_YES, self->words->field == FIELD_TEXT && *draft != '\0' ? draft : NULL);
  forget_draft (self);
}

static void
no_cb (PalierQuestionBox *self)
{
  palier_job_answer (palier_session_get_job (self->session), PALIER_ANSWER_NO, NULL);
}

static void
hand_cb (PalierQuestionBox *self)
{
  g_autoptr (GError) error = NULL;

  if (self->words != NULL && palier_session_take_hand (self->session, self->words->hand, &error))
    gtk_widget_set_sensitive (self->hand, FALSE);
  palier_problem_box_set_error (self->problem, error);
}

static void
palier_question_box_dispose (GObject *object)
{
  g_clear_object (&PALIER_QUESTION_BOX (object)->session);
  G_OBJECT_CLASS (palier_question_box_parent_class)->dispose (object);
}

static void
palier_question_box_class_init (PalierQuestionBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_question_box_dispose;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/question-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, title);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, text);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, fields);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, entry);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, password);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, hand);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, no);
  gtk_widget_class_bind_template_child (widget_class, PalierQuestionBox, yes);
  gtk_widget_class_bind_template_callback (widget_class, yes_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_cb);
}

static void
palier_question_box_init (PalierQuestionBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
palier_question_box_set_leading (PalierQuestionBox *self, gboolean leading)
{
  if (leading)
    gtk_widget_add_css_class (self->yes, "suggested-action");
  else
    gtk_widget_remove_css_class (self->yes, "suggested-action");
}

void
palier_question_box_set_session (PalierQuestionBox *self, PalierSession *session)
{
  PalierJob *job = palier_session_get_job (session);

  g_set_object (&self->session, session);
  palier_form_bind_text (session, "draft", self->entry);
  palier_form_bind_password (session, PALIER_PASSWORD_DRAFT, self->password);
  g_signal_connect_object (self->password, "changed", G_CALLBACK (update_yes), self, G_CONNECT_SWAPPED);
  if (job != NULL)
    g_signal_connect_object (job, "notify::question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  question_cb (self);
}
