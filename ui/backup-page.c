/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "backup-page.h"
#include "base/size-text.h"
#include "form.h"
#include "problem-box.h"
#include "screen-box.h"
#include "session-recorder.h"
#include "session-run.h"
#include "session-screen.h"
#include "session-sticks.h"
#include "step-row.h"
#include "stick-box.h"
#include "stick-row.h"
#include <glib/gi18n.h>

struct _PalierBackupPage
{
  PalierPage parent_instance;

  PalierProblemBox *problem;
  PalierScreenBox *screen_question;
  GtkWidget *screen_note;
  GtkWidget *target_group;
  GtkWidget *to_both, *to_computer, *to_stick;
  GtkWidget *hint;
  PalierStickBox *stick_box;
  GtkWidget *folders_group;
  GtkListBox *folders;
  GtkWidget *key_group;
  GtkWidget *key;
  GtkWidget *steps_group;
  GtkListBox *steps;
  GtkWidget *copies_group;
  GtkListBox *copies;
  GtkWidget *skip;
  GtkWidget *skip_group;
  GtkWidget *typed;
  gboolean following; /* the buttons are being set: no choice of the person */
  PalierRunner *shown; /* whose steps are listed; borrowed, compared only */
};

G_DEFINE_FINAL_TYPE (PalierBackupPage, palier_backup_page, PALIER_TYPE_PAGE)

static void
list_copies (PalierBackupPage *self, PalierJob *job)
{
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (palier_job_get_journal (job));

  palier_form_clear (self->copies);
  gtk_widget_set_visible (self->copies_group, backups->len > 0);
  for (guint i = 0; i < backups->len; i++)
    {
      const PalierBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *size = palier_size_dup_text (backup->size);
      g_autofree char *place = palier_place_dup_words (backup->path);
      g_autofree char *title = place != NULL ? g_strdup_printf ("%s\n%s", place, backup->path) : g_strdup (backup->path);
      g_autofree char *detail = g_strdup_printf ("%s · SHA-256 %s", size, backup->sha256);

      palier_form_add_fact (self->copies, "emblem-ok-symbolic", "success", title, detail);
    }
}

static gboolean
key_is_ready (PalierBackupPage *self, const PalierSurvey *survey)
{
  guint length = (guint) g_utf8_strlen (gtk_editable_get_text (GTK_EDITABLE (self->key)), -1);

  return !survey->configuration.secret_key
         || (length >= MAX (1, survey->configuration.key_min)
             && (survey->configuration.key_max == 0 || length <= survey->configuration.key_max));
}

static void
show_runner (PalierBackupPage *self, PalierRunner *runner, const PalierPlan *plan)
{
  PalierRunState state = runner != NULL ? palier_runner_get_state (runner) : PALIER_RUN_IDLE;

  gtk_widget_set_visible (self->steps_group, runner != NULL);
  if (runner != NULL && runner != self->shown)
    palier_step_list_bind (self->steps, runner, plan);
  self->shown = runner;
  palier_problem_box_set_error (self->problem, state == PALIER_RUN_STOPPED || state == PALIER_RUN_FAILED
                                                   ? palier_runner_get_error (runner)
                                                   : NULL);
}

/* An override shows only after the check failed, or where it is an ordinary choice anyway. */
static void
show_skip (PalierBackupPage *self, PalierJob *job, PalierRunner *runner, gboolean ready)
{
  PalierRunState state = runner != NULL ? palier_runner_get_state (runner) : PALIER_RUN_IDLE;
  gboolean strong = palier_job_consent_is_strong (job, "skip-backup");
  gboolean climbs = palier_job_get_survey (job)->plan->verdict == PALIER_VERDICT_CLIMB;

  gtk_widget_set_visible (self->typed, strong);
  gtk_widget_set_visible (self->skip, climbs && !ready && state != PALIER_RUN_RUNNING
                                          && (!strong || state == PALIER_RUN_FAILED || state == PALIER_RUN_STOPPED));
}

/* What the person sees of where the copy goes; once there is one, only what is left to do with a stick. */
static void
show_target (PalierBackupPage *self, PalierSession *session, gboolean busy, gboolean ready)
{
  PalierCopyTarget target = palier_session_get_copy_target (session);
  PalierStickUse *use = palier_session_get_stick_use (session);
  gboolean at_screen = palier_session_is_at_screen (session);
  GtkWidget *buttons[] = { [PALIER_COPY_COMPUTER] = self->to_computer, [PALIER_COPY_STICK] = self->to_stick,
                           [PALIER_COPY_BOTH] = self->to_both };

  self->following = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (buttons[target]), TRUE);
  self->following = FALSE;
  gtk_widget_set_sensitive (self->target_group, !busy && (!ready || palier_session_stick_is_owed (session)
                                                          || target == PALIER_COPY_COMPUTER));
  gtk_widget_set_sensitive (self->folders_group, !busy && !ready);
  gtk_widget_set_visible (self->folders_group, target != PALIER_COPY_STICK);
  gtk_widget_set_visible (GTK_WIDGET (self->stick_box), target != PALIER_COPY_COMPUTER);
  gtk_widget_set_visible (self->hint, target == PALIER_COPY_COMPUTER && !at_screen && !palier_stick_use_is_ready (use));
  gtk_widget_set_visible (self->target_group, !at_screen);
  gtk_widget_set_visible (self->screen_note, at_screen && !ready && !busy);
  palier_stick_box_set_comfort (self->stick_box,
                                ready ? _("The copy on this computer is untouched and counts. Put in another stick and "
                                          "copy to it, or go on.")
                                      : _("Nothing has changed on the recorder. Put in another stick, or choose another "
                                          "place, and copy again."));
}

static void
show_buttons (PalierBackupPage *self, PalierSession *session, gboolean busy, gboolean ready)
{
  PalierPage *page = PALIER_PAGE (self);
  PalierSurvey *survey = palier_session_get_survey (session);
  gboolean climbs = survey->plan->verdict == PALIER_VERDICT_CLIMB;
  gboolean owed = ready && !busy && palier_session_stick_is_owed (session);

  palier_page_set_busy (page, busy);
  palier_page_set_continue_label (page, !ready ? _("_Copy and check") : NULL);
  palier_page_set_can_continue (page, ready || (key_is_ready (self, survey) && palier_session_copy_has_place (session)));
  palier_page_set_second_label (page, owed && palier_session_copy_has_place (session) ? _("Copy to the _stick")
                                      : !climbs && !ready && !busy                     ? _("Go on _without a copy")
                                                                                       : NULL);
}

static void
update (PalierBackupPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  PalierJob *job = palier_session_get_job (session);
  PalierRunner *runner = palier_session_get_backup_runner (session);
  PalierSurvey *survey = palier_session_get_survey (session);
  gboolean busy, ready;

  if (job == NULL || self->following)
    return;
  busy = palier_session_copy_is_busy (session);
  ready = palier_session_backup_ready (session);
  show_target (self, session, busy, ready);
  show_runner (self, runner, survey->plan);
  if (palier_session_get_problem (session) != NULL)
    palier_problem_box_set_error (self->problem, palier_session_get_problem (session));
  show_skip (self, job, runner, ready);
  list_copies (self, job);
  gtk_widget_set_visible (self->key_group, survey->configuration.secret_key);
  show_buttons (self, session, busy, ready);
}

static void
target_cb (PalierBackupPage *self, GtkCheckButton *button)
{
  PalierCopyTarget target = button == GTK_CHECK_BUTTON (self->to_both)    ? PALIER_COPY_BOTH
                            : button == GTK_CHECK_BUTTON (self->to_stick) ? PALIER_COPY_STICK
                                                                          : PALIER_COPY_COMPUTER;

  if (self->following || !gtk_check_button_get_active (button))
    return;
  palier_session_set_copy_target (palier_page_get_session (PALIER_PAGE (self)), target);
  update (self);
}

static void
palier_backup_page_second (PalierPage *page)
{
  PalierSession *session = palier_page_get_session (page);

  if (palier_session_backup_ready (session))
    palier_session_copy_to_stick (session);
  else
    palier_page_go_on (page);
}

static gboolean
palier_backup_page_forward (PalierPage *page)
{
  PalierSession *session = palier_page_get_session (page);

  if (palier_session_backup_ready (session))
    {
      if (palier_session_get_plan (session)->verdict == PALIER_VERDICT_NOTHING)
        palier_session_end_copy (session);
      return TRUE;
    }
  palier_session_start_backup (session);
  return FALSE;
}

static void
skip_cb (PalierBackupPage *self)
{
  PalierSession *session = palier_page_get_session (PALIER_PAGE (self));
  g_autofree char *typed = palier_session_dup_string (session, "typed-skip-backup");
  g_autoptr (GError) error = NULL;

  if (palier_session_consent (session, "skip-backup", typed, &error))
    {
      update (self);
      palier_page_go_on (PALIER_PAGE (self));
    }
  else
    {
      palier_problem_box_set_error (self->problem, error);
    }
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, PalierBackupPage *self)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (folder != NULL)
    palier_session_add_folder (palier_page_get_session (PALIER_PAGE (self)), folder);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_cb (PalierBackupPage *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Folder for a copy"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
remove_cb (GtkButton *button, PalierBackupPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  palier_session_remove_folder (palier_page_get_session (PALIER_PAGE (self)),
                                (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static GtkWidget *
new_folder_cb (gpointer item, gpointer data)
{
  g_autofree char *path = g_file_get_path (item);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", path, "title-lines", 0, "use-markup", FALSE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* translators: %s is the path of a folder */
  g_autofree char *name = g_strdup_printf (_("Leave out %s"), path);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), data, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  palier_form_keep_exact (row);
  return row;
}

static void
palier_backup_page_bind (PalierPage *page)
{
  PalierBackupPage *self = PALIER_BACKUP_PAGE (page);
  PalierSession *session = palier_page_get_session (page);
  g_autofree char *digits = palier_form_dup_digits_title (session);

  palier_form_name_check (self->to_both, _("This computer and a USB stick"));
  palier_form_name_check (self->to_computer, _("This computer"));
  palier_form_name_check (self->to_stick, _("A USB stick alone"));
  palier_stick_box_set_session (self->stick_box, session);
  palier_screen_box_set_session (self->screen_question, session);
  g_signal_connect_object (palier_session_get_stick_use (session), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (palier_session_get_folders (session), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->folders, palier_session_get_folders (session), new_folder_cb, self, NULL);
  palier_form_bind_password (session, PALIER_PASSWORD_FILE, self->key);
  palier_form_bind_text (session, "typed-skip-backup", self->typed);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed), digits);
  g_signal_connect_object (self->key, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::backup-runner", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::job", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::problem", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
palier_backup_page_class_init (PalierBackupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PalierPageClass *page_class = PALIER_PAGE_CLASS (klass);

  page_class->bind = palier_backup_page_bind;
  page_class->forward = palier_backup_page_forward;
  page_class->second = palier_backup_page_second;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  g_type_ensure (PALIER_TYPE_SCREEN_BOX);
  g_type_ensure (PALIER_TYPE_STICK_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/backup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, screen_question);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, screen_note);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, target_group);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, to_both);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, to_computer);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, to_stick);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, hint);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, stick_box);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, folders_group);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, folders);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, key_group);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, key);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, steps_group);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, steps);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, copies_group);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, copies);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, skip);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, skip_group);
  gtk_widget_class_bind_template_child (widget_class, PalierBackupPage, typed);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, skip_cb);
  gtk_widget_class_bind_template_callback (widget_class, target_cb);
}

static void
palier_backup_page_init (PalierBackupPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
