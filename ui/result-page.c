/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "checkup-box.h"
#include "checkup/checkup.h"
#include "columns.h"
#include "footage/playback.h"
#include "form.h"
#include "problem-box.h"
#include "proof.h"
#include "report-box.h"
#include "result-page.h"
#include "run/screen.h"
#include "session-run.h"
#include "sheet-box.h"
#include "step-row.h"
#include <glib/gi18n.h>

struct _PalierResultPage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  GtkLabel *journal;
  GtkWidget *cards;
  GtkWidget *todo_group;
  GtkListBox *todo;
  PalierSheetBox *sheet;
  PalierCheckupBox *checkup;
  PalierReportBox *report;
  GtkListBox *steps;
};

G_DEFINE_FINAL_TYPE (PalierResultPage, palier_result_page, PALIER_TYPE_PAGE)

static const char *
get_kind_word (PalierProofKind kind)
{
  return kind == PALIER_PROOF_PROVED     ? _("Proved")
         : kind == PALIER_PROOF_DECLARED ? _("Declared")
         : kind == PALIER_PROOF_OPEN     ? _("Open")
                                         : _("To look into");
}

static GtkWidget *
new_card (const PalierProof *proof)
{
  static const char *const icons[] = { "emblem-ok-symbolic", "dialog-question-symbolic", "dialog-warning-symbolic",
                                       "document-edit-symbolic" };
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = palier_form_new_label (proof->title, "dim-label");
  GtkWidget *kind = gtk_label_new (get_kind_word (proof->kind));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "evidence");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (top, proof->kind == PALIER_PROOF_PROVED ? "proved" : "open");
  gtk_box_append (GTK_BOX (top), title);
  gtk_widget_add_css_class (kind, "caption-heading");
  gtk_box_append (GTK_BOX (top), kind);
  gtk_box_append (GTK_BOX (top), palier_form_new_icon (icons[proof->kind], NULL));
  gtk_box_append (GTK_BOX (card), top);
  gtk_box_append (GTK_BOX (card), palier_form_new_label (proof->headline, "title-4"));
  if (proof->detail != NULL)
    {
      GtkWidget *detail = palier_form_new_label (proof->detail, "caption");

      palier_form_keep_exact (detail);
      gtk_box_append (GTK_BOX (card), detail);
    }
  return card;
}

/* Never "done" without proof: the heading says no more than what was read. */
static void
show_heading (PalierResultPage *self, PalierRunner *runner, const PalierSurvey *result, gboolean proved)
{
  PalierRunState state = palier_runner_get_state (runner);
  g_autofree char *heading = NULL;

  if (state == PALIER_RUN_DONE && result != NULL)
    /* translators: %s is a firmware version, as in V4.50.00 */
    heading = g_strdup_printf (_("At %s"), result->info->version.spelling);
  else
    heading = g_strdup (state == PALIER_RUN_STOPPED ? _("Stopped") : _("It did not go to the end"));
  palier_page_set_heading (PALIER_PAGE (self), heading,
                           state == PALIER_RUN_DONE && palier_job_is_at_screen (palier_runner_get_job (runner))
                               ? _("This is what you read off the recorder’s screen: declared, not proved.")
                           : state != PALIER_RUN_DONE ? _("What could be read is below; what could not is said to be open.")
                           : proved                 ? _("Each line below was read from the recorder, not assumed.")
                                    : _("The version is proved. Not everything else is: look at the open points."));
}

static void
add_todo (PalierResultPage *self, const char *title, const char *text)
{
  palier_form_add_fact (self->todo, "dialog-information-symbolic", "accent", title, text);
  gtk_widget_set_visible (self->todo_group, TRUE);
}

/* Recordings stay missing after the repair: what was asked about it, support last (P8). FALSE: nothing was. */
static gboolean
list_playback (PalierResultPage *self, PalierJob *job)
{
  g_autofree char *field = palier_journal_dup_field (palier_job_get_journal (job), PALIER_PLAYBACK);
  g_autoptr (GPtrArray) rows = field != NULL ? palier_checkup_new_from_text (field, NULL) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PalierCheckRow *row = g_ptr_array_index (rows, i);
      g_autofree char *finding = palier_check_row_dup_finding (row);
      g_autofree char *text
          = g_strjoin (" ", finding, row->what_to_do != NULL && *row->what_to_do != '\0' ? _(row->what_to_do) : NULL,
                       NULL);

      palier_form_add_fact (self->todo, row->needs_attention ? "dialog-warning-symbolic" : "emblem-ok-symbolic",
                            row->needs_attention ? "warning" : "success", _(row->topic), text);
    }
  return rows != NULL && rows->len > 0;
}

static void
list_todo (PalierResultPage *self, PalierJob *job, GPtrArray *list, PalierRunState state, gboolean climbed)
{
  gtk_widget_set_visible (self->todo_group, FALSE);
  if (state != PALIER_RUN_DONE)
    {
      add_todo (self, _("Go on another time"),
                _("Start Palier again and choose “Continue where you left off”: it reads the recorder first and repeats "
                  "nothing blindly."));
      return;
    }
  if (!palier_proof_all_proved (list))
    add_todo (self, _("Look at the open points above"),
              _("Power, network and cameras first; then support, with the lines below."));
  if (!list_playback (self, job))
    add_todo (self, climbed ? _("Play something from before the climb") : _("Play something older"),
              _("If older footage is missing after the repair, check power, network and motion detection, then ask the "
                "manufacturer’s support."));
  add_todo (self, _("Check date and time on the recorder"), _("Footage with a wrong time is hard to use as evidence."));
}

static void
show_problem (PalierResultPage *self, PalierRunner *runner, PalierJob *job)
{
  const GError *error = palier_runner_get_error (runner);
  /* translators: %s is the path of a file */
  g_autofree char *text = g_strdup_printf (_("What was seen and done is written down in %s"),
                                           palier_journal_get_path (palier_job_get_journal (job)));

  palier_problem_box_set_error (self->problem, error);
  palier_form_show_text (self->journal, error != NULL ? text : NULL);
}

static void
palier_result_page_bind (PalierPage *page)
{
  PalierResultPage *self = PALIER_RESULT_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  PalierRunner *runner = palier_session_get_runner (session);
  PalierJob *job = palier_session_get_job (session);
  const PalierSurvey *result;
  g_autoptr (GPtrArray) list = NULL;

  if (runner == NULL || job == NULL)
    return;
  result = palier_runner_get_result (runner);
  list = palier_proof_list_new (job, result, runner);
  for (guint i = 0; i < list->len; i++)
    gtk_widget_set_parent (new_card (g_ptr_array_index (list, i)), self->cards);
  show_heading (self, runner, result, palier_proof_all_proved (list));
  show_problem (self, runner, job);
  list_todo (self, job, list, palier_runner_get_state (runner), palier_proof_has_climbed (job));
  /* One that failed may be away, or busy: it is left alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->sheet), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->checkup), FALSE);
  if (palier_runner_get_state (runner) == PALIER_RUN_DONE)
    {
      palier_sheet_box_bind (self->sheet, session);
      palier_checkup_box_bind (self->checkup, session);
    }
  palier_report_box_bind (self->report, session);
  palier_step_list_bind (self->steps, runner, palier_session_get_plan (session));
}

static void
palier_result_page_second (PalierPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "win.start-over", NULL);
}

static void
palier_result_page_class_init (PalierResultPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_result_page_bind;
  page_class->second = palier_result_page_second;
  g_type_ensure (PALIER_TYPE_CHECKUP_BOX);
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  g_type_ensure (PALIER_TYPE_REPORT_BOX);
  g_type_ensure (PALIER_TYPE_SHEET_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, journal);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, cards);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, todo_group);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, todo);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, checkup);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, report);
  gtk_widget_class_bind_template_child (widget_class, PalierResultPage, steps);
}

static void
palier_result_page_init (PalierResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
