/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "columns.h"
#include "language.h"
#include "recording-window.h"
#include "window-private.h"
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (PalierWindow, palier_window, ADW_TYPE_APPLICATION_WINDOW)

static void show_entry (PalierWindow *self, const PalierPageEntry *entry);

/* Another recorder may have been signed in to: what was made for the one before goes. */
static void
forget_later_pages (PalierWindow *self)
{
  for (const PalierPageEntry *entry = self->entry; entry != NULL;
       entry = palier_page_table_next (entry, self->session))
    {
      GtkWidget *page = gtk_stack_get_child_by_name (self->steps, entry->id);

      if (page != NULL && page != GTK_WIDGET (self->page))
        gtk_stack_remove (self->steps, page);
    }
}

static void
go_on_cb (PalierPage *page, PalierWindow *self)
{
  const PalierPageEntry *next;

  if (page != self->page)
    return;
  if (g_strcmp0 (self->entry->id, "recorder") == 0 || g_strcmp0 (self->entry->id, "screen") == 0)
    forget_later_pages (self);
  if (g_strcmp0 (self->entry->id, "start") == 0
      || (g_strcmp0 (self->entry->id, "care") == 0 && palier_session_is_running (self->session)))
    next = palier_page_table_find ("work");
  else if (g_strcmp0 (self->entry->id, "work") == 0)
    next = palier_page_table_find ("result");
  else if (g_strcmp0 (self->entry->id, "welcome") == 0 && palier_session_get_flag (self->session, "at-screen"))
    next = palier_page_table_find ("screen");
  else
    next = palier_page_table_next (self->entry, self->session);
  if (next != NULL)
    show_entry (self, next);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
page_changed_cb (PalierWindow *self)
{
  palier_window_update_buttons (self);
}

static PalierPage *
make_page (PalierWindow *self, const PalierPageEntry *entry)
{
  PalierPage *page = g_object_new (entry->get_type (), "session", self->session, NULL);

  gtk_stack_add_named (entry->irreversible ? self->climb : self->steps, GTK_WIDGET (page), entry->id);
  g_signal_connect_object (page, "go-on", G_CALLBACK (go_on_cb), self, 0);
  g_signal_connect_object (page, "notify", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  return page;
}

static void
show_entry (PalierWindow *self, const PalierPageEntry *entry)
{
  GtkStack *stack = entry->irreversible ? self->climb : self->steps;
  GtkWidget *page = gtk_stack_get_child_by_name (stack, entry->id);

  if (page == NULL)
    page = GTK_WIDGET (make_page (self, entry));
  self->entry = entry;
  self->page = PALIER_PAGE (page);
  gtk_revealer_set_reveal_child (self->refusal, FALSE);
  gtk_stack_set_visible_child (stack, page);
  gtk_stack_set_visible_child (self->halves, GTK_WIDGET (stack));
  palier_window_update_buttons (self);
  palier_page_shown (self->page);
}

/* Menu and help overlay speak the language of the moment. */
static void
load_words (PalierWindow *self)
{
  g_autoptr (GtkBuilder) menu = gtk_builder_new_from_resource ("/io/github/palier/Palier/menu.ui");
  g_autoptr (GtkBuilder) help = gtk_builder_new_from_resource ("/io/github/palier/Palier/help-overlay.ui");

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button),
                                  G_MENU_MODEL (gtk_builder_get_object (menu, "menu")));
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self),
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (help, "help_overlay")));
}

static void
clear_stack (GtkStack *stack)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (stack))) != NULL)
    gtk_stack_remove (stack, child);
}

static void
rebuild (PalierWindow *self, const PalierPageEntry *entry)
{
  self->page = NULL;
  clear_stack (self->steps);
  clear_stack (self->climb);
  show_entry (self, entry);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PalierWindow *self = PALIER_WINDOW (widget);
  const PalierPageEntry *previous = palier_page_table_previous (self->entry, self->session);

  if (previous != NULL && gtk_widget_get_sensitive (self->back) && gtk_widget_get_visible (self->back))
    show_entry (self, previous);
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  palier_page_forward (PALIER_WINDOW (widget)->page);
}

static void
second_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  palier_page_second (PALIER_WINDOW (widget)->page);
}

static void
language_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  palier_window_set_language (PALIER_WINDOW (widget),
                              g_strcmp0 (palier_language_get (), "fr") == 0 ? "en" : "fr");
}

static void
start_over_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PalierWindow *self = PALIER_WINDOW (widget);

  if (palier_session_start_over (self->session))
    rebuild (self, palier_page_table_find (palier_session_has_agreed (self->session) ? "recorder" : "welcome"));
}

static void
record_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PalierWindow *self = PALIER_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (palier_recording_window_new (GTK_WINDOW (self), self->session)));
}

static gboolean
palier_window_close_request (GtkWindow *window)
{
  PalierWindow *self = PALIER_WINDOW (window);

  if (palier_window_refuse_close (self))
    return TRUE;
  palier_session_stop (self->session);
  return GTK_WINDOW_CLASS (palier_window_parent_class)->close_request (window);
}

static void
palier_window_dispose (GObject *object)
{
  PalierWindow *self = PALIER_WINDOW (object);

  if (self->session != NULL)
    palier_window_unwatch_run (self);
  self->page = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (palier_window_parent_class)->dispose (object);
}

static void
palier_window_class_init (PalierWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = palier_window_close_request;
  g_type_ensure (PALIER_TYPE_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/window.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, back);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, language);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, halves);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, climb);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, refusal);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, bar);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, second);
  gtk_widget_class_bind_template_child (widget_class, PalierWindow, forward);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.second", NULL, second_cb);
  gtk_widget_class_install_action (widget_class, "win.language", NULL, language_cb);
  gtk_widget_class_install_action (widget_class, "win.start-over", NULL, start_over_cb);
  gtk_widget_class_install_action (widget_class, "win.record", NULL, record_cb);
}

static void
palier_window_init (PalierWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  if (PALIER_DEVEL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
}

PalierWindow *
palier_window_new (GtkApplication *application, PalierSession *session)
{
  PalierWindow *self = g_object_new (PALIER_TYPE_WINDOW, "application", application, NULL);

  self->session = g_object_ref (session);
  palier_window_watch_run (self);
  g_signal_connect_object (session, "notify::busy", G_CALLBACK (palier_window_update_buttons), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::survey", G_CALLBACK (palier_window_update_buttons), self,
                           G_CONNECT_SWAPPED);
  if (palier_language_is_french_first ())
    palier_language_set ("fr");
  load_words (self);
  show_entry (self, palier_page_table_get (0));
  return self;
}

PalierSession *
palier_window_get_session (PalierWindow *self)
{
  return self->session;
}

PalierPage *
palier_window_get_page (PalierWindow *self)
{
  return self->page;
}

const char *
palier_window_get_page_id (PalierWindow *self)
{
  return self->entry->id;
}

void
palier_window_set_language (PalierWindow *self, const char *code)
{
  palier_language_set (code);
  load_words (self);
  rebuild (self, self->entry);
}
