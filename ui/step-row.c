/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "step-row.h"
#include "words.h"
#include <glib/gi18n.h>

#define PALIER_TYPE_STEP_ROW (palier_step_row_get_type ())
G_DECLARE_FINAL_TYPE (PalierStepRow, palier_step_row, PALIER, STEP_ROW, GtkListBoxRow)

struct _PalierStepRow
{
  GtkListBoxRow parent_instance;

  PalierStepItem *item;
  GtkWidget *line;
  GtkStack *mark;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *detail;
};

G_DEFINE_FINAL_TYPE (PalierStepRow, palier_step_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_state_word (PalierStepState state)
{
  switch (state)
    {
    case PALIER_STEP_CHECKING: return _("Checking");
    case PALIER_STEP_RUNNING: return _("Under way");
    case PALIER_STEP_VERIFYING: return _("Making sure");
    case PALIER_STEP_DONE: return _("Done and verified");
    case PALIER_STEP_KEPT: return _("Was already so");
    case PALIER_STEP_SKIPPED: return _("Left out, on record");
    case PALIER_STEP_FAILED: return _("Not done");
    case PALIER_STEP_WAITING:
    default: return _("To come");
    }
}

static const char *
get_state_icon (PalierStepState state)
{
  switch (state)
    {
    case PALIER_STEP_DONE:
    case PALIER_STEP_KEPT: return "emblem-ok-symbolic";
    case PALIER_STEP_SKIPPED: return "media-skip-forward-symbolic";
    case PALIER_STEP_FAILED: return "dialog-error-symbolic";
    case PALIER_STEP_WAITING:
    case PALIER_STEP_CHECKING:
    case PALIER_STEP_RUNNING:
    case PALIER_STEP_VERIFYING:
    default: return "content-loading-symbolic";
    }
}

static char *
dup_detail (PalierStepItem *item)
{
  PalierStepState state = palier_step_item_get_state (item);
  GDateTime *ended = palier_step_item_get_ended (item);
  g_autofree char *time = ended != NULL ? g_date_time_format (ended, "%H:%M") : NULL;

  return time != NULL ? g_strdup_printf ("%s · %s", time, get_state_word (state))
                      : g_strdup (get_state_word (state));
}

static void
update (PalierStepRow *self)
{
  PalierStepState state = palier_step_item_get_state (self->item);
  gboolean active = state == PALIER_STEP_CHECKING || state == PALIER_STEP_RUNNING || state == PALIER_STEP_VERIFYING;
  g_autofree char *detail = dup_detail (self->item);

  gtk_stack_set_visible_child (self->mark, active ? GTK_WIDGET (self->spinner) : GTK_WIDGET (self->icon));
  gtk_spinner_set_spinning (self->spinner, active);
  gtk_image_set_from_icon_name (self->icon, get_state_icon (state));
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon),
                              (const char *[]){ state == PALIER_STEP_FAILED ? "failed"
                                                : state == PALIER_STEP_DONE || state == PALIER_STEP_KEPT ? "done"
                                                                                                         : "plain",
                                                NULL });
  gtk_widget_set_css_classes (self->line, (const char *[]){ "step-row", state == PALIER_STEP_WAITING ? "waiting" : "plain",
                                                            NULL });
  gtk_label_set_text (self->detail, detail);
}

static void
palier_step_row_dispose (GObject *object)
{
  g_clear_object (&PALIER_STEP_ROW (object)->item);
  G_OBJECT_CLASS (palier_step_row_parent_class)->dispose (object);
}

static void
palier_step_row_class_init (PalierStepRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palier_step_row_dispose;
}

static void
palier_step_row_init (PalierStepRow *self)
{
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->mark = GTK_STACK (gtk_stack_new ());
  self->icon = GTK_IMAGE (palier_form_new_icon ("content-loading-symbolic", NULL));
  self->spinner = g_object_new (GTK_TYPE_SPINNER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->detail = GTK_LABEL (palier_form_new_label ("", "caption"));
  gtk_stack_add_child (self->mark, GTK_WIDGET (self->icon));
  gtk_stack_add_child (self->mark, GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->mark));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->line);
  g_object_set (self, "activatable", FALSE, "focusable", FALSE, NULL);
}

static GtkWidget *
new_row_cb (gpointer item, gpointer plan)
{
  PalierStepRow *self = g_object_new (PALIER_TYPE_STEP_ROW, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = palier_step_item_dup_title (item, plan);

  self->item = g_object_ref (item);
  gtk_box_append (GTK_BOX (words), palier_form_new_label (title, "heading"));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->detail));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (self->line), words);
  g_signal_connect_object (item, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

void
palier_step_list_bind (GtkListBox *list, PalierRunner *runner, const PalierPlan *plan)
{
  gtk_list_box_bind_model (list, G_LIST_MODEL (runner), new_row_cb, (gpointer) plan, NULL);
}

static char *
with_landing (PalierStepItem *item, const PalierPlan *plan, const char *words)
{
  int landing = palier_step_item_get_landing (item);

  if (landing < 0 || (guint) landing >= plan->landings->len)
    return g_strdup (words);
  return g_strdup_printf ("%s · %s", words,
                          g_array_index (plan->landings, PalierLanding, landing).version.spelling);
}

char *
palier_step_item_dup_title (PalierStepItem *item, const PalierPlan *plan)
{
  return with_landing (item, plan, _(palier_step_item_get_step (item)->title));
}

char *
palier_step_item_dup_doing (PalierStepItem *item, const PalierPlan *plan)
{
  return with_landing (item, plan, _(palier_step_item_get_step (item)->doing));
}
