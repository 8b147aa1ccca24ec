/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "check-line.h"
#include "checkup-box.h"
#include "form.h"
#include "problem-box.h"
#include "session-after.h"
#include <glib/gi18n.h>

struct _PalierCheckupBox
{
  GtkBox parent_instance;

  PalierSession *session;
  GtkLabel *summary;
  PalierProblemBox *problem;
  GtkWidget *tips[PALIER_N_TIPS]; /* one group a tip */
  GtkWidget *groups;
  GtkWidget *examine;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (PalierCheckupBox, palier_checkup_box, GTK_TYPE_BOX)

static char *
dup_summary (PalierCheckup *checkup)
{
  guint attention = palier_checkup_count_attention (checkup);
  guint n_verified = palier_checkup_count (checkup, PALIER_CHECK_VERIFIED);
  guint n_declared = palier_checkup_count (checkup, PALIER_CHECK_DECLARED);
  guint n_open = palier_checkup_count (checkup, PALIER_CHECK_NOT_CHECKED);
  /* translators: %u is a number of checks */
  g_autofree char *todo = g_strdup_printf (ngettext ("%u thing to do", "%u things to do", attention), attention);
  /* translators: %u is a number of things, as in "2 things to do · 19 verified" */
  g_autofree char *verified = g_strdup_printf (ngettext ("%u verified", "%u verified", n_verified), n_verified);
  /* translators: %u is a number of things, as in "19 verified · 1 declared" */
  g_autofree char *declared = g_strdup_printf (ngettext ("%u declared", "%u declared", n_declared), n_declared);
  /* translators: %u is a number of things, as in "1 declared · 5 not checked" */
  g_autofree char *open = g_strdup_printf (ngettext ("%u not checked", "%u not checked", n_open), n_open);

  return g_strdup_printf ("%s · %s · %s · %s", todo, verified, declared, open);
}

static void
update (PalierCheckupBox *self)
{
  PalierCheckup *checkup = self->session != NULL ? palier_session_get_checkup (self->session) : NULL;
  gboolean running = checkup != NULL && palier_checkup_get_running (checkup);
  gboolean made;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *summary = NULL;

  if (checkup == NULL)
    return;
  rows = palier_checkup_get_rows (checkup);
  made = rows->len > 0 || running;
  gtk_widget_set_visible (self->groups, made);
  gtk_widget_set_sensitive (self->examine, !running);
  gtk_button_set_label (GTK_BUTTON (self->examine), rows->len > 0 ? _("Look again") : _("Look at its security"));
  gtk_spinner_set_spinning (self->spinner, running);
  palier_problem_box_set_error (self->problem, running ? NULL : palier_checkup_get_error (checkup));
  if (!running && rows->len > 0)
    summary = dup_summary (checkup);
  palier_form_show_text (self->summary, summary);
}

static void
add_lines (PalierCheckupBox *self, PalierCheckup *checkup)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checkup)); i++)
    {
      g_autoptr (PalierCheckItem) item = g_list_model_get_item (G_LIST_MODEL (checkup), i);
      PalierTip tip = palier_check_get_tip (palier_check_item_get_check (item));

      if (self->tips[tip] == NULL)
        {
          self->tips[tip] = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->tips[tip]), _(palier_tip_get_title (tip)));
          palier_form_wrap_words (self->tips[tip]);
          gtk_box_append (GTK_BOX (self->groups), self->tips[tip]);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->tips[tip]), palier_check_line_new (item, checkup));
    }
}

static void
look_cb (PalierCheckupBox *self)
{
  palier_session_start_checkup (self->session);
}

void
palier_checkup_box_bind (PalierCheckupBox *self, PalierSession *session)
{
  PalierCheckup *checkup = palier_session_get_checkup (session);

  gtk_widget_set_visible (GTK_WIDGET (self), checkup != NULL);
  if (checkup == NULL || self->session != NULL)
    return;
  self->session = g_object_ref (session);
  add_lines (self, checkup);
  g_signal_connect_object (checkup, "notify::running", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (checkup, "finished", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (checkup)); i++)
    {
      g_autoptr (PalierCheckItem) item = g_list_model_get_item (G_LIST_MODEL (checkup), i);

      g_signal_connect_object (item, "notify::row", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
palier_checkup_box_dispose (GObject *object)
{
  PalierCheckupBox *self = PALIER_CHECKUP_BOX (object);
  GtkWidget *child;

  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (palier_checkup_box_parent_class)->dispose (object);
}

static void
palier_checkup_box_class_init (PalierCheckupBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_checkup_box_dispose;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/checkup-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierCheckupBox, summary);
  gtk_widget_class_bind_template_child (widget_class, PalierCheckupBox, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierCheckupBox, groups);
  gtk_widget_class_bind_template_child (widget_class, PalierCheckupBox, examine);
  gtk_widget_class_bind_template_child (widget_class, PalierCheckupBox, spinner);
  gtk_widget_class_bind_template_callback (widget_class, look_cb);
}

static void
palier_checkup_box_init (PalierCheckupBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
