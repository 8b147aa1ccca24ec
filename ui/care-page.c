/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "care-page.h"
#include "checkup-box.h"
#include "problem-box.h"
#include "report-box.h"
#include "session-recorder.h"
#include "session-run.h"
#include "session-screen.h"
#include "sheet-box.h"
#include <glib/gi18n.h>

struct _PalierCarePage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  PalierCheckupBox *checkup;
  GtkWidget *repair_group;
  PalierSheetBox *sheet;
  PalierReportBox *report;
};

G_DEFINE_FINAL_TYPE (PalierCarePage, palier_care_page, PALIER_TYPE_PAGE)

static void
update (PalierCarePage *self)
{
  palier_problem_box_set_error (self->problem, palier_session_get_problem (palier_page_get_session (PALIER_PAGE (self))));
}

static void
repair_cb (PalierCarePage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));

  palier_session_start_repair (session);
  if (palier_session_is_running (session))
    palier_page_go_on (PALIER_PAGE (self));
}

/* P13 names what remains on offer at the top, and putting back a whole configuration is not among it: after a climb the
 * copies are of a version that the recorder no longer runs, so that it stays with the terminal (run/restore.h). */
static void
palier_care_page_bind (PalierPage *page)
{
  PalierCarePage *self = PALIER_CARE_PAGE (page);
  PalierSession *session = palier_page_get_session (page);

  palier_page_set_heading (page, _("What else this recorder can be given"),
                           _("None of it is needed, and nothing here changes the recorder unless you press a button "
                             "that says so."));
  palier_checkup_box_bind (self->checkup, session);
  /* A repair is followed over the network. */
  gtk_widget_set_visible (self->repair_group, !palier_session_is_at_screen (session));
  palier_sheet_box_bind (self->sheet, session);
  palier_report_box_bind (self->report, session);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
palier_care_page_class_init (PalierCarePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  PALIER_PAGE_CLASS (klass)->bind = palier_care_page_bind;
  g_type_ensure (PALIER_TYPE_CHECKUP_BOX);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  g_type_ensure (PALIER_TYPE_REPORT_BOX);
  g_type_ensure (PALIER_TYPE_SHEET_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/care-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierCarePage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierCarePage, checkup);
  gtk_widget_class_bind_template_child (widget_class, PalierCarePage, repair_group);
  gtk_widget_class_bind_template_child (widget_class, PalierCarePage, sheet);
  gtk_widget_class_bind_template_child (widget_class, PalierCarePage, report);
  gtk_widget_class_bind_template_callback (widget_class, repair_cb);
}

static void
palier_care_page_init (PalierCarePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
