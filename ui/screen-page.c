/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screen-page.h"

#include "columns.h"
#include "form.h"
#include "menu-path.h"
#include "problem-box.h"
#include "screen-form.h"
#include "session-recorder.h"
#include "session-screen.h"
#include <glib/gi18n.h>

/* Which of the two menus it has is known only when its version is. */
#define OLD_FIRMWARE "V3.4.0"
#define NEW_FIRMWARE "V4.0.0"

struct _PalierScreenPage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  PalierScreenForm *form;
  GtkWidget *hand;
  PalierMenuPathView *old_menu;
  PalierMenuPathView *new_menu;
};

G_DEFINE_FINAL_TYPE (PalierScreenPage, palier_screen_page, PALIER_TYPE_PAGE)

static void
changed_cb (PalierScreenPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));

  g_object_set (session, "screen-model", palier_screen_form_get_model (self->form), "screen-serial",
                palier_screen_form_get_serial (self->form), "screen-version",
                palier_screen_form_get_firmware (self->form), NULL);
  palier_page_set_can_continue (PALIER_PAGE (self), palier_screen_form_is_complete (self->form));
}

static void
activated_cb (PalierScreenPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.forward", NULL);
}

static gboolean
palier_screen_page_forward (PalierPage *page)
{
  PalierScreenPage *self = PALIER_SCREEN_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  gboolean planned = palier_session_declare (session);

  palier_problem_box_set_error (self->problem, palier_session_get_problem (session));
  return planned;
}

static void
hand_cb (PalierScreenPage *self)
{
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;
  g_autoptr (GError) error = NULL;

  if (palier_session_read_practice_screen (palier_page_get_session (PALIER_PAGE (self)), &model, &serial, &firmware,
                                           &error))
    palier_screen_form_fill (self->form, model, serial, firmware);
  palier_problem_box_set_error (self->problem, error);
}

/* The form tells of each field in turn: what is filled in is held, so that the first does not empty the others. */
static void
fill_in (PalierScreenPage *self, PalierSession *session)
{
  g_autofree char *model = palier_session_dup_string (session, "screen-model");
  g_autofree char *serial = palier_session_dup_string (session, "screen-serial");
  g_autofree char *firmware = palier_session_dup_string (session, "screen-version");

  palier_screen_form_fill (self->form, model, serial, firmware);
}

static void
palier_screen_page_bind (PalierPage *page)
{
  PalierScreenPage *self = PALIER_SCREEN_PAGE (page);
  PalierSession *session = palier_page_get_session (page);

  g_signal_connect_object (self->form, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  palier_problem_box_set_error (self->problem, NULL);
  gtk_widget_set_visible (self->hand, palier_session_get_practice (session) != NULL);
  palier_menu_path_view_show (self->old_menu, _("On older firmware (V3)"), OLD_FIRMWARE,
                         PALIER_ACT_READ_VERSION);
  palier_menu_path_view_show (self->new_menu, _("On newer firmware (V4)"), NEW_FIRMWARE,
                         PALIER_ACT_READ_VERSION);
  fill_in (self, session);
  changed_cb (self);
}

static void
palier_screen_page_class_init (PalierScreenPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  PALIER_PAGE_CLASS (klass)->bind = palier_screen_page_bind;
  PALIER_PAGE_CLASS (klass)->forward = palier_screen_page_forward;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_MENU_PATH_VIEW);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  g_type_ensure (PALIER_TYPE_SCREEN_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/screen-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierScreenPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenPage, form);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenPage, hand);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenPage, old_menu);
  gtk_widget_class_bind_template_child (widget_class, PalierScreenPage, new_menu);
  gtk_widget_class_bind_template_callback (widget_class, hand_cb);
}

static void
palier_screen_page_init (PalierScreenPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  palier_form_wrap_button (self->hand);
}
