/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "form.h"
#include "language.h"
#include "plan-page.h"
#include "plan-row.h"
#include "problem-box.h"
#include "save-dialog.h"
#include "session-recorder.h"
#include "session-report.h"
#include "session-run.h"
#include "staircase.h"
#include <glib/gi18n.h>

struct _PalierPlanPage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  GtkLabel *saved;
  GtkLabel *recorder;
  PalierStaircase *staircase;
  GtkWidget *free;
  GtkWidget *danger;
  GtkLabel *danger_label;
  GtkLabel *care;
  GtkLabel *dates;
  GtkWidget *verdict;
  GtkWidget *lines_group;
  GtkListBox *lines;
};

G_DEFINE_FINAL_TYPE (PalierPlanPage, palier_plan_page, PALIER_TYPE_PAGE)

static void
show_recorder (PalierPlanPage *self, const PalierSurvey *survey)
{
  const PalierDeviceInfo *info = survey->info;
  /* translators: %1$s is a model, %2$s a serial number, %3$s a firmware version with its build */
  g_autofree char *text = g_strdup_printf (_("%1$s\nserial number %2$s\n%3$s"), info->model, info->serial,
                                           info->firmware != NULL ? info->firmware : _("version not told"));

  gtk_label_set_text (self->recorder, text);
}

static void
show_lines (PalierPlanPage *self, const PalierSurvey *survey)
{
  g_autoptr (GPtrArray) lines = palier_plan_lines_new (survey);

  palier_form_clear (self->lines);
  gtk_widget_set_visible (self->lines_group, lines->len > 0);
  gtk_widget_set_visible (self->danger, lines->len > 0);
  gtk_widget_set_visible (self->free, lines->len > 0);
  for (guint i = 0; i < lines->len; i++)
    {
      const PalierPlanLine *line = g_ptr_array_index (lines, i);

      gtk_list_box_append (self->lines, palier_plan_row_new (line, i + 1));
      if (line->no_return)
        {
          /* translators: %1$u is the number of a line of the plan, %2$s its title */
          g_autofree char *text = g_strdup_printf (_("Point of no return: %1$u, %2$s. A power cut while the firmware "
                                                     "is written can end the recorder for good."),
                                                   i + 1, line->title);

          gtk_label_set_text (self->danger_label, text);
        }
    }
}

static void
show_dates (PalierPlanPage *self)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  /* translators: %1$s is the title of a page, %2$s and %3$s are dates */
  g_autofree char *text = g_strdup_printf (_("These rules follow the manufacturer’s page “%1$s” as published on %2$s; "
                                             "last change here: %3$s. A newer page may exist on the manufacturer’s "
                                             "support site."),
                                           palier_catalogue_get_page_title (catalogue),
                                           palier_catalogue_get_page_date (catalogue),
                                           palier_catalogue_get_changed (catalogue));

  gtk_label_set_text (self->dates, text);
}

static void
add_to_verdict (PalierPlanPage *self, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (self->verdict), child);
}

/* Clear about what is the case, and what to do next. */
static void
show_verdict (PalierPlanPage *self, const PalierPlan *plan, gboolean owed)
{
  const PalierPlanGate *refusal = palier_plan_get_refusal (plan);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->verdict)) != NULL)
    gtk_box_remove (GTK_BOX (self->verdict), child);
  gtk_widget_set_visible (self->verdict, plan->verdict != PALIER_VERDICT_CLIMB);
  if (plan->verdict == PALIER_VERDICT_NOTHING)
    {
      GtkWidget *icon = palier_form_new_icon ("emblem-ok-symbolic", "success");

      gtk_image_set_pixel_size (GTK_IMAGE (icon), 64);
      add_to_verdict (self, icon);
      add_to_verdict (self, palier_form_new_label (_("The recorder already runs the last landing of its family, or "
                                                     "something newer. The manufacturer’s page ends there, and Palier "
                                                     "goes no further."),
                                                   NULL));
      add_to_verdict (self, palier_form_new_label (owed ? _("An earlier run is not finished: what it still owes comes "
                                                            "next.")
                                                        : _("You can still copy its configuration to this computer, "
                                                            "or choose another recorder in the menu."),
                                                   NULL));
    }
  if (refusal != NULL)
    {
      GtkWidget *box = palier_rule_box_new (refusal->rule, refusal->level);

      gtk_widget_add_css_class (box, "card");
      gtk_widget_add_css_class (box, "note");
      gtk_widget_add_css_class (box, "danger");
      add_to_verdict (self, box);
      add_to_verdict (self, palier_form_new_label (_("Nothing was sent and nothing has changed. You can choose another "
                                                     "recorder in the menu."),
                                                   NULL));
    }
}

/* What the recorder itself said of its password when it was signed in to. */
static void
show_care (PalierPlanPage *self, const PalierUserCheck *check)
{
  const char *text = NULL;

  if (check != NULL && check->default_password)
    text = _("This recorder still has its default password, which anybody can look up. Give it one of its own as soon "
             "as the work is done.");
  else if (check != NULL && check->risk_password)
    text = _("The recorder itself calls its password a weak one. Give it a better one as soon as the work is done.");
  palier_form_show_text (self->care, text);
}

static void
update (PalierPlanPage *self)
{
  PalierPage *page = PALIER_PAGE (self);
  PalierSession *session = palier_page_get_session (page);
  PalierSurvey *survey = palier_session_get_survey (session);
  g_autofree char *heading = NULL;
  gboolean owed;

  if (survey == NULL)
    return;
  owed = palier_session_is_owed (session);
  heading = palier_plan_dup_heading (survey->plan);
  palier_page_set_heading (page, heading, NULL);
  palier_page_set_can_continue (page, survey->plan->verdict != PALIER_VERDICT_REFUSED);
  palier_page_set_continue_label (page, survey->plan->verdict == PALIER_VERDICT_REFUSED          ? ""
                                        : survey->plan->verdict == PALIER_VERDICT_NOTHING && !owed
                                            ? _("_Copy its configuration")
                                            : NULL);
  show_recorder (self, survey);
  show_care (self, palier_session_get_check (session));
  palier_page_set_second_label (page, survey->plan->verdict == PALIER_VERDICT_CLIMB ? _("_Save this plan…") : NULL);
  palier_staircase_set_plan (self->staircase, survey->plan);
  show_lines (self, survey);
  show_verdict (self, survey->plan, owed);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalierPlanPage) self = data;
  g_autoptr (GError) error = NULL;

  palier_session_save_plan_finish (PALIER_SESSION (object), result, &error);
  palier_problem_box_set_error (self->problem, error);
  palier_form_show_text (self->saved, error == NULL ? _("The plan is saved.") : NULL);
}

static void
chosen_cb (GtkWidget *owner, const char *path)
{
  palier_session_save_plan_async (palier_page_get_session (PALIER_PAGE (owner)), palier_language_get (), path,
                                  saved_cb, g_object_ref (owner));
}

static void
palier_plan_page_second (PalierPage *page)
{
  const char *const patterns[] = { _("Plan to print (PDF)"), "*.pdf", NULL };
  g_autofree char *name = palier_session_dup_report_name (palier_page_get_session (page), "plan");

  palier_save_dialog_run (GTK_WIDGET (page), _("Save this plan"), name, patterns, chosen_cb);
}

static void
palier_plan_page_bind (PalierPage *page)
{
  PalierPlanPage *self = PALIER_PLAN_PAGE (page);

  g_signal_connect_object (palier_page_get_session (page), "notify::survey", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  show_dates (self);
  update (self);
}

static void
palier_plan_page_class_init (PalierPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  PALIER_PAGE_CLASS (klass)->bind = palier_plan_page_bind;
  PALIER_PAGE_CLASS (klass)->second = palier_plan_page_second;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_STAIRCASE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, saved);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, recorder);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, staircase);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, free);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, danger);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, danger_label);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, dates);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, care);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, lines_group);
  gtk_widget_class_bind_template_child (widget_class, PalierPlanPage, lines);
}

static void
palier_plan_page_init (PalierPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
