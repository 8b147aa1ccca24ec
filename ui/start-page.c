/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "problem-box.h"
#include "session-run.h"
#include "session-screen.h"
#include "start-page.h"
#include "words.h"
#include <glib/gi18n.h>

struct _PalierStartPage
{
  PalierPage parent_instance;

  GtkListBox *ready;
  GtkWidget *before;
  GtkListBox *advice;
  GtkWidget *typed_group;
  GtkWidget *typed;
  PalierProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (PalierStartPage, palier_start_page, PALIER_TYPE_PAGE)

/* Everything that still lacks, all at once; the start itself is asked for on this very page. */
static guint
list_missing (PalierStartPage *self, PalierJob *job)
{
  g_autoptr (GPtrArray) missing = palier_job_get_missing_consents (job);
  guint n = 0;

  for (guint i = 0; i < missing->len; i++)
    {
      const char *id = g_ptr_array_index (missing, i);

      if (g_strcmp0 (id, "upgrade") == 0)
        continue;
      palier_form_add_fact (self->ready, "dialog-warning-symbolic", "warning", palier_consent_get_words (id), NULL);
      n++;
    }
  return n;
}

static void
list_copies (PalierStartPage *self, PalierJob *job)
{
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (palier_job_get_journal (job));
  g_autofree char *text = g_strdup_printf (
      /* translators: %u is a number of copies */
      ngettext ("%u copy of the configuration, read back", "%u copies of the configuration, read back", backups->len),
      backups->len);

  if (backups->len > 0)
    palier_form_add_fact (self->ready, "emblem-ok-symbolic", "success", text, NULL);
  else
    palier_form_add_fact (self->ready, "dialog-warning-symbolic", "warning",
                          _("No copy of the configuration, by your choice"), NULL);
}

static void
list_packages (PalierStartPage *self, PalierJob *job, const PalierPlan *plan)
{
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);
      PalierPackage *package = palier_job_get_package (job, i);
      g_autofree char *version = palier_version_to_string (&landing->version);
      g_autofree char *name = package != NULL ? g_path_get_basename (palier_package_get_path (package)) : NULL;
      gboolean good = package != NULL && palier_job_check_package (job, i, NULL);

      palier_form_add_fact (self->ready, good ? "emblem-ok-symbolic" : "dialog-warning-symbolic",
                            good ? "success" : "warning", version, name);
    }
}

static guint
fill (PalierStartPage *self, PalierSession *session)
{
  PalierJob *job = palier_session_get_job (session);
  const PalierPlan *plan = palier_session_get_plan (session);

  palier_form_clear (self->ready);
  if (plan->landings->len == 0)
    {
      palier_form_add_fact (self->ready, "emblem-ok-symbolic", "success",
                            _("The top is reached. What an earlier run still owes comes now."), NULL);
      return 0;
    }
  list_copies (self, job);
  list_packages (self, job, plan);
  if (palier_plan_has_default (plan) && palier_journal_has_consent (palier_job_get_journal (job), "skip-default"))
    palier_form_add_fact (self->ready, "dialog-warning-symbolic", "warning",
                          _("No full factory default, by your choice"), NULL);
  return list_missing (self, job);
}

static void
update (PalierStartPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  gboolean climbs;
  guint missing;

  if (palier_session_get_job (session) == NULL)
    return;
  climbs = palier_session_get_plan (session)->landings->len > 0;
  missing = fill (self, session);
  gtk_widget_set_visible (self->typed_group, climbs);
  gtk_widget_set_visible (self->before, climbs);
  palier_page_set_can_continue (
      PALIER_PAGE (self),
      missing == 0
          && (!climbs || palier_form_digits_match (session, gtk_editable_get_text (GTK_EDITABLE (self->typed)))));
}

static gboolean
palier_start_page_forward (PalierPage *page)
{
  PalierStartPage *self = PALIER_START_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  g_autoptr (GError) error = NULL;

  if (palier_session_get_plan (session)->landings->len > 0
      && !palier_session_consent (session, "upgrade", gtk_editable_get_text (GTK_EDITABLE (self->typed)), &error))
    {
      palier_problem_box_set_error (self->problem, error);
      return FALSE;
    }
  palier_session_start_climb (session);
  return TRUE;
}

static void
palier_start_page_shown (PalierPage *page)
{
  update (PALIER_START_PAGE (page));
}

#define OF_THE_NETWORK 1 /* which advice means nothing at the recorder’s screen */

static void
list_advice (PalierStartPage *self, gboolean at_screen)
{
  const char *const advice[] = {
    N_("Recorder and computer on mains power, best behind a UPS: a power cut while the firmware is written can end it."),
    N_("By cable rather than Wi-Fi, and the laptop’s lid open: closing it may put the computer to sleep all the same."),
    N_("Nobody else changes anything on the recorder meanwhile."),
  };

  for (guint i = 0; i < G_N_ELEMENTS (advice); i++)
    if (i != OF_THE_NETWORK || !at_screen)
      palier_form_add_fact (self->advice, "dialog-information-symbolic", NULL, _(advice[i]), NULL);
}

static void
palier_start_page_bind (PalierPage *page)
{
  PalierStartPage *self = PALIER_START_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  g_autofree char *name = palier_session_dup_recorder_name (session);
  g_autofree char *digits = palier_form_dup_digits_title (session);
  /* translators: %s is the recorder, as in "DS-7716NI-I4 · serial …4821" */
  g_autofree char *heading = g_strdup_printf (_("Start the upgrade of %s?"), name != NULL ? name : "…");

  palier_page_set_heading (page, heading, _("From here on nothing pretends to be cancellable. Keep the power on."));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed), digits);
  list_advice (self, palier_session_is_at_screen (session));
  palier_form_bind_text (session, "typed-start", self->typed);
  g_signal_connect_object (self->typed, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
palier_start_page_class_init (PalierStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_start_page_bind;
  page_class->shown = palier_start_page_shown;
  page_class->forward = palier_start_page_forward;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierStartPage, ready);
  gtk_widget_class_bind_template_child (widget_class, PalierStartPage, before);
  gtk_widget_class_bind_template_child (widget_class, PalierStartPage, advice);
  gtk_widget_class_bind_template_child (widget_class, PalierStartPage, typed_group);
  gtk_widget_class_bind_template_child (widget_class, PalierStartPage, typed);
  gtk_widget_class_bind_template_child (widget_class, PalierStartPage, problem);
}

static void
palier_start_page_init (PalierStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
