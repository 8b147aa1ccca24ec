/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "form.h"
#include "happening.h"
#include "proof.h"
#include "question-box.h"
#include "repair-view.h"
#include "screen-box.h"
#include "session-run.h"
#include "sheet-box.h"
#include "staircase.h"
#include "step-row.h"
#include "words.h"
#include "work-page.h"
#include <glib/gi18n.h>

struct _PalierWorkPage
{
  PalierPage parent_instance;

  guint tick;
  PalierStepItem *said; /* whose phase was announced last; compared only */
  PalierStepState said_state;

  GtkLabel *phase;
  GtkProgressBar *progress;
  GtkLabel *life;
  PalierQuestionBox *question;
  PalierScreenBox *screen_question;
  PalierSheetBox *sheet;
  GtkListBox *disks;
  PalierStaircase *staircase;
  GtkLabel *leave;
  GtkLabel *happening;
  GtkListBox *steps;
};

G_DEFINE_FINAL_TYPE (PalierWorkPage, palier_work_page, PALIER_TYPE_PAGE)

static PalierRunner *
get_runner (PalierWorkPage *self)
{
  return palier_session_get_runner (palier_page_get_session (PALIER_PAGE (self)));
}

/* How many landings are confirmed, and is the next one being climbed to? */
static guint
count_reached (PalierRunner *runner, gboolean *climbing)
{
  guint reached = 0;

  *climbing = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);
      PalierStepState state = palier_step_item_get_state (item);

      if (g_strcmp0 (palier_step_item_get_step (item)->id, "confirm") == 0 && state == PALIER_STEP_DONE)
        reached = (guint) palier_step_item_get_landing (item) + 1;
      else if (palier_step_item_get_landing (item) >= 0 && state != PALIER_STEP_WAITING
               && state != PALIER_STEP_DONE && state != PALIER_STEP_KEPT && state != PALIER_STEP_SKIPPED)
        *climbing = TRUE;
    }
  return reached;
}

static char *
dup_elapsed (PalierWorkPage *self, PalierStepItem *item)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  GDateTime *started = palier_step_item_get_started (item);
  g_autoptr (GDateTime) now = palier_clock_date (palier_session_get_clock (session));

  return palier_duration_to_words (
      started != NULL ? (double) g_date_time_difference (now, started) / G_TIME_SPAN_SECOND : 0);
}

/* The last sign of life, in words. */
static void
update_life (PalierWorkPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  PalierJob *job = palier_session_get_job (session);
  PalierRunner *runner = get_runner (self);
  PalierStepItem *item = runner != NULL ? palier_runner_get_current (runner) : NULL;
  PalierConnection *connection = job != NULL ? palier_job_get_connection (job) : NULL;
  double silence = connection != NULL ? palier_connection_get_silence (connection) : -1;
  g_autofree char *quiet = palier_duration_to_words (silence);
  g_autofree char *elapsed = item != NULL ? dup_elapsed (self, item) : g_strdup ("");
  g_autofree char *text = NULL;

  if (item == NULL)
    text = g_strdup ("");
  else if (connection == NULL)
    /* translators: %s is a duration, as in "3 min" */
    text = g_strdup_printf (_("%s so far, at the recorder’s screen"), elapsed);
  else if (silence < 0)
    /* translators: %s is a duration, as in "3 min" */
    text = g_strdup_printf (_("%s so far · no answer from the recorder yet"), elapsed);
  else
    /* translators: both are durations, as in "3 min" and "4 s" */
    text = g_strdup_printf (_("%1$s so far · last answer %2$s ago"), elapsed, quiet);
  gtk_label_set_text (self->life, text);
}

static gboolean
tick_cb (gpointer data)
{
  update_life (data);
  return G_SOURCE_CONTINUE;
}

static void
show_phase (PalierWorkPage *self, PalierStepItem *item, const PalierPlan *plan)
{
  PalierStepState state = palier_step_item_get_state (item);
  g_autofree char *doing = NULL;

  if (item == self->said && state == self->said_state)
    return;
  self->said = item;
  self->said_state = state;
  doing = palier_step_item_dup_doing (item, plan);
  gtk_label_set_text (self->phase, doing);
  gtk_label_set_text (self->happening, palier_happening_get (palier_step_item_get_step (item)->id));
}

static void
show_leave (PalierWorkPage *self, PalierRunner *runner)
{
  gboolean may_close = palier_runner_may_close (runner);

  gtk_label_set_text (self->leave,
                      may_close ? _("You may close Palier now and come back later: it continues from what the recorder "
                                    "says.")
                                : _("You can leave the room, not the plug: keep recorder and computer powered, and this "
                                    "window open. You are called when you are needed."));
  palier_page_set_second_label (PALIER_PAGE (self),
                                may_close && palier_session_is_running (palier_page_get_session (PALIER_PAGE (self)))
                                    ? _("_Stop here")
                                    : NULL);
}

static void
update (PalierWorkPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  PalierRunner *runner = get_runner (self);
  PalierStepItem *item = runner != NULL ? palier_runner_get_current (runner) : NULL;
  g_autofree char *percent = NULL;
  gboolean climbing;
  guint reached;

  if (runner == NULL)
    return;
  reached = count_reached (runner, &climbing);
  palier_staircase_set_reached (self->staircase, reached, climbing);
  /* translators: %.0f is a number from 0 to 100 */
  percent = g_strdup_printf (_("%.0f %%"), palier_runner_get_fraction (runner) * 100);
  gtk_progress_bar_set_fraction (self->progress, palier_runner_get_fraction (runner));
  gtk_progress_bar_set_text (self->progress, percent);
  if (item != NULL)
    show_phase (self, item, palier_session_get_plan (session));
  show_leave (self, runner);
  update_life (self);
}

static void
finished_cb (PalierWorkPage *self)
{
  update (self);
  palier_page_go_on (PALIER_PAGE (self));
}

/* First what can be put back by one button, then the word that it is done. */
static void
leading_cb (PalierWorkPage *self)
{
  palier_question_box_set_leading (self->question, !gtk_widget_get_visible (GTK_WIDGET (self->sheet))
                                                       || !gtk_widget_get_visible (palier_sheet_box_get_all (self->sheet)));
}

/* What was there before, and a button for all that can be put back. */
static void
question_cb (PalierWorkPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));

  if (palier_job_get_question (palier_session_get_job (session)) == PALIER_QUESTION_REPROGRAM)
    palier_sheet_box_bind (self->sheet, session);
  else
    palier_form_set_shown (GTK_WIDGET (self->sheet), FALSE);
  leading_cb (self);
}

static void
palier_work_page_second (PalierPage *page)
{
  palier_session_stop (palier_page_get_session (page));
}

static void
palier_work_page_shown (PalierPage *page)
{
  PalierSession *session = palier_page_get_session (page);

  /* It may have ended while the page was being made. */
  if (!palier_session_is_running (session))
    palier_page_go_on (page);
}

static void
palier_work_page_bind (PalierPage *page)
{
  PalierWorkPage *self = PALIER_WORK_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  PalierRunner *runner = palier_session_get_runner (session);

  if (runner == NULL)
    return;
  palier_page_set_heading (page, palier_proof_has_climbed (palier_session_get_job (session)) ? _("Climbing") : _("Repair"),
                           NULL);
  palier_staircase_set_plan (self->staircase, palier_session_get_plan (session));
  palier_step_list_bind (self->steps, runner, palier_session_get_plan (session));
  palier_question_box_set_session (self->question, session);
  g_signal_connect_object (palier_sheet_box_get_all (self->sheet), "notify::visible", G_CALLBACK (leading_cb), self,
                           G_CONNECT_SWAPPED);
  palier_repair_view_bind (self->disks, palier_session_get_job (session));
  palier_screen_box_set_session (self->screen_question, session);
  g_signal_connect_object (palier_session_get_job (session), "notify::question", G_CALLBACK (question_cb), self,
                           G_CONNECT_SWAPPED);
  question_cb (self);
  g_signal_connect_object (runner, "notify::fraction", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (runner, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
  update (self);
}

static void
palier_work_page_dispose (GObject *object)
{
  g_clear_handle_id (&PALIER_WORK_PAGE (object)->tick, g_source_remove);
  G_OBJECT_CLASS (palier_work_page_parent_class)->dispose (object);
}

static void
palier_work_page_class_init (PalierWorkPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_work_page_dispose;
  page_class->bind = palier_work_page_bind;
  page_class->shown = palier_work_page_shown;
  page_class->second = palier_work_page_second;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_QUESTION_BOX);
  g_type_ensure (PALIER_TYPE_SCREEN_BOX);
  g_type_ensure (PALIER_TYPE_SHEET_BOX);
  g_type_ensure (PALIER_TYPE_STAIRCASE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/work-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, phase);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, progress);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, life);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, question);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, screen_question);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, disks);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, staircase);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, leave);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, happening);
  gtk_widget_class_bind_template_child (widget_class, PalierWorkPage, steps);
}

static void
palier_work_page_init (PalierWorkPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
