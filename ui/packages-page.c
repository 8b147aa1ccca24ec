/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "package-row.h"
#include "packages-page.h"
#include "problem-box.h"
#include "session-recorder.h"
#include <glib/gi18n.h>

struct _PalierPackagesPage
{
  PalierPage parent_instance;

  GtkBox *rows;
  PalierProblemBox *problem;
};

G_DEFINE_FINAL_TYPE (PalierPackagesPage, palier_packages_page, PALIER_TYPE_PAGE)

static void
update (PalierPackagesPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));

  palier_page_set_busy (PALIER_PAGE (self), palier_session_get_busy (session));
  palier_page_set_can_continue (PALIER_PAGE (self), palier_session_packages_ready (session));
  palier_problem_box_set_error (self->problem, palier_session_get_problem (session));
}

static void
fill (PalierPackagesPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  GListModel *packages = palier_session_get_packages (session);
  GtkWidget *row;

  while ((row = gtk_widget_get_last_child (GTK_WIDGET (self->rows))) != GTK_WIDGET (self->problem))
    gtk_box_remove (self->rows, row);
  for (guint i = 0; i < g_list_model_get_n_items (packages); i++)
    {
      g_autoptr (PalierPackageChoice) choice = g_list_model_get_item (packages, i);

      gtk_box_append (self->rows, palier_package_row_new (session, i));
      g_signal_connect_object (choice, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
palier_packages_page_shown (PalierPage *page)
{
  PalierSession *session = palier_page_get_session (page);

  if (palier_session_uses_practice (session) && !palier_session_packages_ready (session))
    palier_session_make_practice_packages (session);
}

static void
palier_packages_page_bind (PalierPage *page)
{
  PalierPackagesPage *self = PALIER_PACKAGES_PAGE (page);
  PalierSession *session = palier_page_get_session (page);

  if (palier_session_uses_practice (session))
    g_object_set (self, "subheading",
                  _("For the practice recorder they are made on the spot, and fit no other recorder."), NULL);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::job", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

static void
palier_packages_page_class_init (PalierPackagesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_packages_page_bind;
  page_class->shown = palier_packages_page_shown;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/packages-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierPackagesPage, rows);
  gtk_widget_class_bind_template_child (widget_class, PalierPackagesPage, problem);
}

static void
palier_packages_page_init (PalierPackagesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
