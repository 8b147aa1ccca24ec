/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "stick-box.h"

#include "columns.h"
#include "form.h"
#include "problem-box.h"
#include "session-sticks.h"
#include "stick-row.h"
#include <glib/gi18n.h>

struct _PalierStickBox
{
  GtkBox parent_instance;

  PalierSession *session;
  GtkWidget *anchor; /* never shown: the rows' check buttons are its group */
  PalierStick *erasing; /* whose consent is asked for */
  char *comfort;

  GtkListBox *sticks;
  GtkWidget *none;
  GtkWidget *by_hand;
  GtkLabel *folder;
  AdwPreferencesGroup *format_group;
  GtkWidget *format_typed;
  GtkWidget *format_keep;
  GtkWidget *format_now;
  GtkProgressBar *progress;
  GtkLabel *state;
  PalierProblemBox *stick_problem;
};

G_DEFINE_FINAL_TYPE (PalierStickBox, palier_stick_box, GTK_TYPE_BOX)

static PalierStickUse *
get_use (PalierStickBox *self)
{
  return palier_session_get_stick_use (self->session);
}

static char *
dup_state (PalierStickUse *use)
{
  const char *name = palier_stick_use_get_name (use);

  switch (palier_stick_use_get_state (use))
    {
    case PALIER_STICK_MOUNTING:
      /* translators: %s is the name of a USB stick */
      return g_strdup_printf (_("Opening %s…"), name);
    case PALIER_STICK_WRITING:
      /* translators: %s is the name of a USB stick */
      return g_strdup_printf (_("Writing to %s and reading it back. Do not take it out."), name);
    case PALIER_STICK_LETTING_GO:
      /* translators: %s is the name of a USB stick */
      return g_strdup_printf (_("Ejecting %s. Do not take it out yet."), name);
    case PALIER_STICK_OUT:
      /* translators: %s is the name of a USB stick */
      return g_strdup_printf (_("You may take %s out now."), name);
    case PALIER_STICK_FORMATTING:
      /* translators: %s is the name of a USB stick */
      return g_strdup_printf (_("Formatting %s. Do not take it out."), name);
    case PALIER_STICK_MOUNTED:
      return palier_stick_use_has_written (use)
                 ? g_strdup (_("Written and read back. Eject it in the file manager before you take it out."))
                 : NULL;
    case PALIER_STICK_IDLE:
    case PALIER_STICK_FAILED:
    default:
      return NULL;
    }
}

static void
show_folder (PalierStickBox *self, PalierStickUse *use)
{
  const char *folder = palier_stick_use_get_folder (use);
  g_autofree char *place = folder != NULL ? palier_place_dup_words (folder) : NULL;

  palier_form_show_text (self->folder, place != NULL ? place : folder);
}

static void
show_consent (PalierStickBox *self)
{
  g_autofree char *name = self->erasing != NULL ? palier_stick_dup_name (self->erasing) : NULL;
  g_autofree char *words = self->erasing != NULL ? palier_stick_dup_words (self->erasing) : NULL;
  g_autofree char *word = self->erasing != NULL ? palier_stick_dup_format_word (self->erasing) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *asked = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->format_group), self->erasing != NULL);
  if (self->erasing == NULL)
    return;
  /* translators: %s is the name of a USB stick */
  title = g_strdup_printf (_("Erase %s?"), name);
  /* translators: %s is as in "BACKUP · 16 GB · NTFS · USB port 1-2" */
  text = g_strdup_printf (_("Everything on it is erased, for good: %s. It becomes FAT32, which a recorder can read."),
                          words);
  /* translators: %s is the end of the serial number of a USB stick, or its port, as in 0001 or 1-2 */
  asked = g_strdup_printf (_("Type %s to erase this stick"), word);
  adw_preferences_group_set_title (self->format_group, title);
  adw_preferences_group_set_description (self->format_group, text);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->format_typed), asked);
}

static void
update_consent (PalierStickBox *self)
{
  g_autofree char *word = self->erasing != NULL ? palier_stick_dup_format_word (self->erasing) : NULL;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->format_typed))));

  gtk_widget_set_sensitive (self->format_now, word != NULL && g_ascii_strcasecmp (word, typed) == 0);
}

static void
set_erasing (PalierStickBox *self, PalierStick *stick)
{
  g_set_object (&self->erasing, stick);
  gtk_editable_set_text (GTK_EDITABLE (self->format_typed), "");
  show_consent (self);
  update_consent (self);
}

/* The consent names one stick as it was: with it goes the question. */
static gboolean
is_listed (PalierStickUse *use, PalierStick *stick)
{
  GListModel *list = G_LIST_MODEL (palier_stick_use_get_sticks (use));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PalierStick) listed = g_list_model_get_item (list, i);

      if (listed == stick)
        return TRUE;
    }
  return FALSE;
}

static void
update (PalierStickBox *self)
{
  PalierStickUse *use = get_use (self);
  gboolean by_hand = palier_stick_use_needs_folder (use);
  gboolean busy = palier_stick_use_is_busy (use);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (palier_stick_use_get_sticks (use)));
  double fraction = palier_stick_use_get_fraction (use);
  g_autofree char *percent = g_strdup_printf ("%.0f %%", fraction * 100);
  g_autofree char *state = dup_state (use);
  const GError *problem = palier_stick_use_get_problem (use);

  gtk_widget_set_visible (GTK_WIDGET (self->sticks), !by_hand && n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->sticks), !busy);
  gtk_widget_set_visible (self->none, !by_hand && n == 0 && palier_stick_use_get_state (use) != PALIER_STICK_OUT);
  gtk_widget_set_visible (self->by_hand, by_hand);
  show_folder (self, use);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), palier_stick_use_get_state (use) == PALIER_STICK_WRITING);
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_text (self->progress, percent);
  palier_form_show_text (self->state, state);
  palier_problem_box_set_error (self->stick_problem, problem);
  palier_problem_box_set_extra (self->stick_problem, problem != NULL ? self->comfort : NULL);
  if (self->erasing != NULL && (busy || !is_listed (use, self->erasing)))
    set_erasing (self, NULL);
}

static void
eject (GtkWidget *owner, PalierStick *stick)
{
  PalierStickBox *self = PALIER_STICK_BOX (owner);
  PalierJob *job = palier_session_get_job (self->session);

  palier_stick_use_eject (get_use (self), stick, job != NULL ? palier_job_get_journal (job) : NULL);
}

static void
format (GtkWidget *owner, PalierStick *stick)
{
  PalierStickBox *self = PALIER_STICK_BOX (owner);

  set_erasing (self, stick);
  gtk_widget_grab_focus (self->format_typed);
}

static void
format_keep_cb (PalierStickBox *self)
{
  set_erasing (self, NULL);
}

static void
format_now_cb (PalierStickBox *self)
{
  palier_stick_use_format (get_use (self), self->erasing, gtk_editable_get_text (GTK_EDITABLE (self->format_typed)));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, PalierStickBox *self)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = folder != NULL ? g_file_get_path (folder) : NULL;
  if (path != NULL && self->session != NULL)
    palier_stick_use_choose_folder (get_use (self), path);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_folder_cb (PalierStickBox *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("The stick’s folder"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Choose"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkWidget *
new_row_cb (gpointer item, gpointer data)
{
  PalierStickBox *self = data;

  return palier_stick_row_new (get_use (self), item, GTK_CHECK_BUTTON (self->anchor), GTK_WIDGET (self), eject, format);
}

static void
palier_stick_box_dispose (GObject *object)
{
  PalierStickBox *self = PALIER_STICK_BOX (object);

  g_clear_object (&self->erasing);
  g_clear_object (&self->anchor);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (palier_stick_box_parent_class)->dispose (object);
}

static void
palier_stick_box_finalize (GObject *object)
{
  g_free (PALIER_STICK_BOX (object)->comfort);
  G_OBJECT_CLASS (palier_stick_box_parent_class)->finalize (object);
}

static void
palier_stick_box_class_init (PalierStickBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_stick_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = palier_stick_box_finalize;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/stick-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, sticks);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, none);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, by_hand);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, folder);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, format_group);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, format_typed);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, format_keep);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, format_now);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, progress);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, state);
  gtk_widget_class_bind_template_child (widget_class, PalierStickBox, stick_problem);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_now_cb);
}

static void
palier_stick_box_init (PalierStickBox *self)
{
  self->anchor = g_object_ref_sink (gtk_check_button_new ());
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->format_typed, "changed", G_CALLBACK (update_consent), self, G_CONNECT_SWAPPED);
}

void
palier_stick_box_set_session (PalierStickBox *self, PalierSession *session)
{
  PalierStickUse *use = palier_session_get_stick_use (session);

  g_set_object (&self->session, session);
  gtk_list_box_bind_model (self->sticks, G_LIST_MODEL (palier_stick_use_get_sticks (use)), new_row_cb, self, NULL);
  g_signal_connect_object (use, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
palier_stick_box_set_comfort (PalierStickBox *self, const char *comfort)
{
  g_free (self->comfort);
  self->comfort = g_strdup (comfort);
  update (self);
}
