/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "application.h"

#include "practice/practice-home.h"
#include "window.h"
#include <glib/gi18n.h>

struct _PalierApplication
{
  AdwApplication parent_instance;

  PalierPracticeHome *start; /* NULL: no practice recorder */
  char *scenario;
  char **rest; /* words that are no option */
  gboolean practice;
  gboolean parsed; /* the options were understood */
  gboolean fresh;
  gboolean exit_after_startup;
  double speed;
};

G_DEFINE_FINAL_TYPE (PalierApplication, palier_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplication *self = data;

  adw_show_about_window (gtk_application_get_active_window (self), "application-name", "Palier", "application-icon",
                         PALIER_APP_ID, "version", PALIER_VERSION, "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _("The Palier authors"), "comments",
                         _("Upgrades video recorders safely, landing by landing. Not affiliated with their "
                           "manufacturer."),
                         NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (data);

  if (window != NULL)
    gtk_window_close (window);
}

static void
raise_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_application_activate (data);
}

static void
palier_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "raise", .activate = raise_cb },
  };
  static const struct
  {
    const char *action, *accels[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "win.back", { "<Alt>Left" } },
    { "win.forward", { "<Control>Return", "<Control>KP_Enter" } },
    { "win.language", { "<Control>l" } },
    { "win.show-help-overlay", { "F1", "<Control>question" } },
  };

  G_APPLICATION_CLASS (palier_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (PALIER_APP_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), keys[i].action, keys[i].accels);
}

static gboolean
quit_idle_cb (gpointer application)
{
  g_application_quit (application);
  return G_SOURCE_REMOVE;
}

static void
first_frame_cb (GdkFrameClock *frame_clock, gpointer application)
{
  g_signal_handlers_disconnect_by_func (frame_clock, first_frame_cb, application);
  g_idle_add (quit_idle_cb, application);
}

static void
realized_cb (GtkWidget *window, gpointer application)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (first_frame_cb), application);
}

static void
palier_application_activate (GApplication *application)
{
  PalierApplication *self = PALIER_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      g_autoptr (PalierSession) session
          = palier_session_new (palier_practice_home_get (self->start), palier_practice_home_get_clock (self->start),
                                palier_practice_home_get_folder (self->start));

      window = GTK_WINDOW (palier_window_new (GTK_APPLICATION (application), session));
      if (self->exit_after_startup)
        g_signal_connect (window, "realize", G_CALLBACK (realized_cb), application);
    }
  gtk_window_present (window);
}

static void
palier_application_shutdown (GApplication *application)
{
  PalierApplication *self = PALIER_APPLICATION (application);

  if (self->start != NULL)
    palier_practice_home_keep (self->start);
  g_clear_pointer (&self->start, palier_practice_home_free);
  G_APPLICATION_CLASS (palier_application_parent_class)->shutdown (application);
}

static gboolean
practice_option_cb (const char *name, const char *value, gpointer data, GError **error)
{
  PalierApplication *self = data;

  self->practice = TRUE;
  g_free (self->scenario);
  self->scenario = g_strdup (value);
  return TRUE;
}

static int
refuse_word (const char *word)
{
  /* translators: %s is a word that the person typed as a command. */
  g_printerr (_("palier: there is no command “%s”."), word);
  g_printerr ("\n");
  return 2;
}

/* GLib ends with 1 where it does not know an option; wrong usage is 2 here as everywhere. */
static gboolean
palier_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  PalierApplication *self = PALIER_APPLICATION (application);
  gboolean done
      = G_APPLICATION_CLASS (palier_application_parent_class)->local_command_line (application, arguments, status);

  if (done && !self->parsed && *status != 0)
    *status = 2;
  return done;
}

static int
palier_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  PalierApplication *self = PALIER_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  self->parsed = TRUE;
  if (self->rest != NULL)
    return refuse_word (self->rest[0]);
  if (!self->practice)
    return -1;
  /* A practice window stands by itself, beside any other Palier. */
  g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  self->start = palier_practice_home_new (self->scenario, self->speed, self->fresh, g_random_int (), &error);
  if (self->start != NULL)
    return -1;
  g_printerr ("%s\n", error->message);
  return palier_error_get_exit_status (error);
}

static void
palier_application_finalize (GObject *object)
{
  PalierApplication *self = PALIER_APPLICATION (object);

  g_clear_pointer (&self->start, palier_practice_home_free);
  g_free (self->scenario);
  g_strfreev (self->rest);
  G_OBJECT_CLASS (palier_application_parent_class)->finalize (object);
}

static void
palier_application_class_init (PalierApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = palier_application_finalize;
  application_class->startup = palier_application_startup;
  application_class->activate = palier_application_activate;
  application_class->shutdown = palier_application_shutdown;
  application_class->local_command_line = palier_application_local_command_line;
  application_class->handle_local_options = palier_application_handle_local_options;
}

static void
palier_application_init (PalierApplication *self)
{
  const GOptionEntry entries[] = {
    { "fresh", 0, 0, G_OPTION_ARG_NONE, &self->fresh, N_("Begin practice anew"), NULL },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &self->speed, N_("Practice runs X times as fast, 0: as fast as it can"),
      "X" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->rest, NULL, NULL },
    { "exit-after-startup", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &self->exit_after_startup, NULL, NULL },
    { NULL },
  };
  const GOptionEntry practice_entries[] = {
    { "practice", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, practice_option_cb,
      N_("List the practice recorder first"), N_("SCENARIO") },
    { NULL },
  };
  GOptionGroup *group = g_option_group_new ("practice", _("Practice"), _("Show practice options"), self, NULL);

  self->speed = PALIER_PRACTICE_SPEED;
  g_option_group_add_entries (group, practice_entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_application_add_option_group (G_APPLICATION (self), group);
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

PalierApplication *
palier_application_new (void)
{
  /* The development profile has an identifier of its own and the same resources. */
  return g_object_new (PALIER_TYPE_APPLICATION, "application-id", PALIER_APP_ID, "resource-base-path",
                       "/io/github/palier/Palier", NULL);
}
