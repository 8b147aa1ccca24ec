/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "form.h"
#include "language.h"
#include "problem-box.h"
#include "report-box.h"
#include "report-print.h"
#include "report/print.h"
#include "save-dialog.h"
#include "session-report.h"
#include <glib/gi18n.h>

struct _PalierReportBox
{
  GtkBox parent_instance;

  PalierSession *session;
  char *path; /* where it was saved last */
  PalierProblemBox *problem;
  GtkWidget *site, *customer, *technician, *remarks;
  AdwComboRow *language;
  GtkWidget *buttons;
  GtkWidget *saved;
  GtkLabel *saved_label;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (PalierReportBox, palier_report_box, GTK_TYPE_BOX)

static const char *const languages[] = { "en", "fr" };

static const char *
get_language (PalierReportBox *self)
{
  guint selected = adw_combo_row_get_selected (self->language);

  return languages[MIN (selected, G_N_ELEMENTS (languages) - 1)];
}

static void
start (PalierReportBox *self, const char *path, GAsyncReadyCallback callback)
{
  palier_problem_box_set_error (self->problem, NULL);
  gtk_widget_set_sensitive (self->buttons, FALSE);
  palier_session_make_report_async (self->session, get_language (self), path, callback, g_object_ref (self));
}

/* NULL, with the problem shown, when it could not be made. */
static PalierReport *
finish (PalierReportBox *self, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  PalierReport *report = palier_session_make_report_finish (self->session, result, &error);

  gtk_widget_set_sensitive (self->buttons, TRUE);
  palier_problem_box_set_error (self->problem, error);
  return report;
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalierReportBox) self = data;
  g_autoptr (PalierReport) report = self->session != NULL ? finish (self, result) : NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->saved, report != NULL);
  if (report == NULL)
    return;
  /* translators: %s is the path of a file */
  text = g_strdup_printf (_("The report is in %s"), self->path);
  gtk_label_set_text (self->saved_label, text);
}

void
palier_report_box_save (PalierReportBox *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  start (self, path, saved_cb);
}

static void
chosen_cb (GtkWidget *owner, const char *path)
{
  PalierReportBox *self = PALIER_REPORT_BOX (owner);

  if (self->session != NULL)
    palier_report_box_save (self, path);
}

static void
save_cb (PalierReportBox *self)
{
  const char *const patterns[]
      = { _("Report to print (PDF)"), "*.pdf", _("For other programs (JSON)"), "*.json", NULL };
  g_autofree char *name = palier_session_dup_report_name (self->session, "report");

  palier_save_dialog_run (GTK_WIDGET (self), _("Save the report"), name, patterns, chosen_cb);
}

static void
made_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalierReportBox) self = data;
  g_autoptr (PalierReport) report = self->session != NULL ? finish (self, result) : NULL;
  g_autofree char *name = report != NULL ? palier_session_dup_report_name (self->session, "report") : NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *pages;

  if (report == NULL)
    return;
  pages = palier_report_draw (report, get_language (self), NULL, &error);
  if (pages != NULL)
    {
      operation = palier_report_print_new (pages, name, NULL);
      palier_report_print_run (operation, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &error);
    }
  if (error != NULL)
    palier_error_adopt (&error, PALIER_ERROR_COMPUTER);
  palier_problem_box_set_error (self->problem, error);
}

static void
print_cb (PalierReportBox *self)
{
  start (self, NULL, made_cb);
}

static void
open_cb (PalierReportBox *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri (uri, NULL, &error))
    {
      palier_error_adopt (&error, PALIER_ERROR_COMPUTER);
      palier_problem_box_set_error (self->problem, error);
    }
}

void
palier_report_box_bind (PalierReportBox *self, PalierSession *session)
{
  g_set_object (&self->session, session);
  palier_form_bind_text (session, "site", self->site);
  palier_form_bind_text (session, "customer", self->customer);
  palier_form_bind_text (session, "technician", self->technician);
  palier_form_bind_text (session, "remarks", self->remarks);
  adw_combo_row_set_selected (self->language, g_strcmp0 (palier_language_get (), "fr") == 0 ? 1 : 0);
}

static void
palier_report_box_dispose (GObject *object)
{
  PalierReportBox *self = PALIER_REPORT_BOX (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (palier_report_box_parent_class)->dispose (object);
}

static void
palier_report_box_finalize (GObject *object)
{
  g_free (PALIER_REPORT_BOX (object)->path);
  G_OBJECT_CLASS (palier_report_box_parent_class)->finalize (object);
}

static void
palier_report_box_class_init (PalierReportBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_report_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = palier_report_box_finalize;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/report-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, site);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, customer);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, technician);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, remarks);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, language);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, buttons);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, saved);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, saved_label);
  gtk_widget_class_bind_template_child (widget_class, PalierReportBox, open);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
palier_report_box_init (PalierReportBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  palier_form_keep_exact (GTK_WIDGET (self->saved_label));
}
