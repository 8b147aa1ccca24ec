/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "save-dialog.h"
#include <glib/gi18n.h>

typedef struct
{
  GtkWidget *owner;
  PalierSaveFunc chosen;
} Ask;

static void
ask_free (gpointer data, GClosure *closure)
{
  Ask *ask = data;

  g_object_unref (ask->owner);
  g_free (ask);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Ask *ask = data;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL)
    ask->chosen (ask->owner, path);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
palier_save_dialog_run (GtkWidget *owner, const char *title, const char *name, const char *const *patterns,
                        PalierSaveFunc chosen)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (owner)), GTK_FILE_CHOOSER_ACTION_SAVE,
                                     _("_Save"), NULL);
  Ask *ask = g_new0 (Ask, 1);

  ask->owner = g_object_ref (owner);
  ask->chosen = chosen;
  for (guint i = 0; patterns[i] != NULL; i += 2)
    add_filter (GTK_FILE_CHOOSER (dialog), patterns[i], patterns[i + 1]);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), ask, ask_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
