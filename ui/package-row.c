/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/size-text.h"
#include "form.h"
#include "package-row.h"
#include "problem-box.h"
#include <glib/gi18n.h>

struct _PalierPackageRow
{
  AdwPreferencesGroup parent_instance;

  PalierSession *session;
  PalierPackageChoice *choice;
  guint landing;

  GtkWidget *file;
  GtkImage *icon;
  GtkWidget *choose;
  GtkLabel *facts;
  GtkLabel *findings;
  PalierProblemBox *problem;
  GtkWidget *consent;
  GtkLabel *consent_label;
  GtkWidget *typed;
  GtkWidget *consent_button;
};

G_DEFINE_FINAL_TYPE (PalierPackageRow, palier_package_row, ADW_TYPE_PREFERENCES_GROUP)

static PalierPackage *
get_package (PalierPackageRow *self)
{
  PalierJob *job = palier_session_get_job (self->session);
  PalierChoiceState state = palier_package_choice_get_state (self->choice);
  PalierPackage *package = job != NULL ? palier_job_get_package (job, self->landing) : NULL;

  /* A refused path has no package of its own; the one of before says nothing about it. */
  if (package == NULL || state == PALIER_CHOICE_NONE || state == PALIER_CHOICE_READING
      || g_strcmp0 (palier_package_get_path (package), palier_package_choice_get_path (self->choice)) != 0)
    return NULL;
  return package;
}

static char *
dup_version (PalierPackage *package)
{
  PalierVersion version;

  return palier_package_get_version (package, &version) ? palier_version_to_string (&version)
                                                        : g_strdup (_("says nothing of its version"));
}

static void
show_facts (PalierPackageRow *self, PalierPackage *package)
{
  g_autofree char *size = NULL;
  g_autofree char *version = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) findings = g_string_new (NULL);
  GPtrArray *list = package != NULL ? palier_package_get_findings (package) : NULL;

  if (package != NULL)
    {
      size = palier_size_dup_text (palier_package_get_size (package));
      version = dup_version (package);
      text = g_strdup_printf ("%s · %s · %s\nSHA-256 %s",
                              palier_container_get_nick (palier_package_get_container (package)), size, version,
                              palier_package_get_sha256 (package));
    }
  for (guint i = 0; list != NULL && i < list->len; i++)
    g_string_append_printf (findings, "%s• %s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (list, i));
  palier_form_show_text (self->facts, text);
  palier_form_show_text (self->findings, findings->str);
}

static const char *
get_words (PalierChoiceState state)
{
  switch (state)
    {
    case PALIER_CHOICE_READING: return _("Reading and hashing…");
    case PALIER_CHOICE_REFUSED: return _("Not for this landing");
    case PALIER_CHOICE_UNKNOWN: return _("Nothing here knows this file");
    case PALIER_CHOICE_READY: return _("The right file for this landing");
    case PALIER_CHOICE_NONE:
    default: return _("The file as the manufacturer gives it: an archive, or its digicap.dav");
    }
}

static void
show_icon (PalierPackageRow *self, PalierChoiceState state)
{
  const char *name = state == PALIER_CHOICE_READY     ? "emblem-ok-symbolic"
                     : state == PALIER_CHOICE_REFUSED ? "action-unavailable-symbolic"
                     : state == PALIER_CHOICE_UNKNOWN ? "dialog-warning-symbolic"
                                                      : "document-open-symbolic";
  const char *css_class = state == PALIER_CHOICE_READY     ? "success"
                          : state == PALIER_CHOICE_REFUSED ? "error"
                          : state == PALIER_CHOICE_UNKNOWN ? "warning"
                                                           : "plain";

  gtk_image_set_from_icon_name (self->icon, name);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]){ css_class, NULL });
}

static void
show_consent (PalierPackageRow *self, PalierPackage *package)
{
  const PalierLanding *landing = palier_package_choice_get_landing (self->choice);
  gboolean unknown = palier_package_choice_get_state (self->choice) == PALIER_CHOICE_UNKNOWN && package != NULL;
  g_autofree char *version = palier_version_to_string (&landing->version);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->consent, unknown);
  if (!unknown)
    return;
  /* translators: %1$s is a firmware version, %2$s a long hash */
  text = g_strdup_printf (_("You would declare that this file is %1$s for exactly this recorder. A wrong file can end "
                            "it for good, and nobody but you can know. SHA-256 %2$s"),
                          version, palier_package_get_sha256 (package));
  gtk_label_set_text (self->consent_label, text);
}

static void
update (PalierPackageRow *self)
{
  PalierChoiceState state = palier_package_choice_get_state (self->choice);
  const char *path = palier_package_choice_get_path (self->choice);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  PalierPackage *package = get_package (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), name != NULL ? name : _("No file yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->file), get_words (state));
  show_icon (self, state);
  show_facts (self, package);
  palier_problem_box_set_error (self->problem,
                                state == PALIER_CHOICE_REFUSED || state == PALIER_CHOICE_UNKNOWN
                                    ? palier_package_choice_get_error (self->choice)
                                    : NULL);
  show_consent (self, package);
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, PalierPackageRow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    palier_session_choose_package (self->session, self->landing, path);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
choose_cb (PalierPackageRow *self)
{
  GtkFileChooserNative *dialog
      = gtk_file_chooser_native_new (_("Firmware file"), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _("_Choose"), NULL);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
typed_cb (PalierPackageRow *self)
{
  gtk_widget_set_sensitive (self->consent_button,
                            self->session != NULL
                                && palier_form_digits_match (self->session,
                                                             gtk_editable_get_text (GTK_EDITABLE (self->typed))));
}

static void
consent_cb (PalierPackageRow *self)
{
  palier_session_consent_package (self->session, self->landing, gtk_editable_get_text (GTK_EDITABLE (self->typed)));
}

static void
palier_package_row_dispose (GObject *object)
{
  PalierPackageRow *self = PALIER_PACKAGE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (palier_package_row_parent_class)->dispose (object);
}

static void
palier_package_row_class_init (PalierPackageRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_package_row_dispose;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/package-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, file);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, choose);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, facts);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, findings);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, consent);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, consent_label);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, typed);
  gtk_widget_class_bind_template_child (widget_class, PalierPackageRow, consent_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, consent_cb);
}

static void
palier_package_row_init (PalierPackageRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  palier_form_wrap_button (self->consent_button);
}

GtkWidget *
palier_package_row_new (PalierSession *session, guint landing)
{
  PalierPackageRow *self = g_object_new (PALIER_TYPE_PACKAGE_ROW, NULL);
  g_autofree char *digits = palier_form_dup_digits_title (session);
  g_autofree char *version = NULL;
  g_autofree char *name = NULL;

  self->session = g_object_ref (session);
  self->landing = landing;
  self->choice = g_list_model_get_item (palier_session_get_packages (session), landing);
  version = palier_version_to_string (&palier_package_choice_get_landing (self->choice)->version);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), version);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->typed), digits);
  /* translators: %s is a firmware version */
  name = g_strdup_printf (_("Choose the file of %s"), version);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choose), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_bind_property (self->choice, "typed", self->typed, "text", G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->choice, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
