/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "activation-box.h"
#include "form.h"
#include "session-run.h"
#include <glib/gi18n.h>

#define TYPED_DIFFERENTLY (1 << 30)

static const struct
{
  guint flaw;
  const char *text;
} rules[] = {
  { PALIER_PASSWORD_BAD_LENGTH, N_("8 to 16 characters") },
  { PALIER_PASSWORD_ONE_KIND, N_("Two kinds at least: small letters, capitals, digits, signs") },
  { PALIER_PASSWORD_BAD_CHARACTER, N_("No spaces and no accents") },
  { PALIER_PASSWORD_HOLDS_USER, N_("Without the user name, backwards neither") },
  { TYPED_DIFFERENTLY, N_("Twice the same") },
};

struct _PalierActivationBox
{
  GtkBox parent_instance;

  PalierSession *session;
  GtkWidget *icons[G_N_ELEMENTS (rules)];

  GtkWidget *new_password;
  GtkWidget *new_again;
  GtkListBox *rules;
  GtkSpinner *spinner;
  GtkWidget *looking;
  GtkWidget *watch;
  GtkWidget *hand;
};

G_DEFINE_FINAL_TYPE (PalierActivationBox, palier_activation_box, GTK_TYPE_BOX)

enum
{
  CHANGED,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
find_flaws (PalierActivationBox *self)
{
  g_autofree char *user = palier_session_dup_string (self->session, "user");
  PalierSecret *first = palier_session_get_password (self->session, PALIER_PASSWORD_NEW);
  PalierSecret *again = palier_session_get_password (self->session, PALIER_PASSWORD_NEW_AGAIN);
  guint flaws = palier_activation_find_flaws (user, first);

  if (first == NULL || again == NULL || !palier_secret_equal (first, again))
    flaws |= TYPED_DIFFERENTLY;
  return flaws;
}

static void
show_rule (GtkWidget *icon, gboolean kept)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), kept ? "emblem-ok-symbolic" : "content-loading-symbolic");
  gtk_widget_set_css_classes (icon, (const char *[]){ kept ? "success" : "dim-label", NULL });
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kept ? _("Kept") : _("Not kept yet"), -1);
}

static void
typed_cb (PalierActivationBox *self)
{
  guint flaws = find_flaws (self);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    show_rule (self->icons[i], (flaws & rules[i].flaw) == 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
entered_cb (PalierActivationBox *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
session_cb (PalierActivationBox *self)
{
  gboolean watching = palier_session_is_watching (self->session);

  gtk_spinner_set_spinning (self->spinner, watching);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), watching);
  gtk_widget_set_visible (self->looking, watching);
  gtk_button_set_label (GTK_BUTTON (self->watch), watching ? _("Stop looking") : _("Look until it is active"));
  palier_form_wrap_button (self->watch);
  gtk_widget_set_visible (self->hand, watching && palier_session_uses_practice (self->session));
}

static void
watch_cb (PalierActivationBox *self)
{
  palier_session_watch_activation (self->session, !palier_session_is_watching (self->session));
}

static void
hand_cb (PalierActivationBox *self)
{
  g_autoptr (GError) error = NULL;

  if (palier_session_take_hand (self->session, PALIER_HAND_ACTIVATE, &error))
    gtk_widget_set_visible (self->hand, FALSE);
}

/* Nobody looks on any more. */
static void
palier_activation_box_unmap (GtkWidget *widget)
{
  palier_session_watch_activation (PALIER_ACTIVATION_BOX (widget)->session, FALSE);
  GTK_WIDGET_CLASS (palier_activation_box_parent_class)->unmap (widget);
}

static void
palier_activation_box_dispose (GObject *object)
{
  g_clear_object (&PALIER_ACTIVATION_BOX (object)->session);
  G_OBJECT_CLASS (palier_activation_box_parent_class)->dispose (object);
}

static void
palier_activation_box_class_init (PalierActivationBoxClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "entered" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_activation_box_dispose;
  widget_class->unmap = palier_activation_box_unmap;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], PALIER_TYPE_ACTIVATION_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/activation-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, new_password);
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, new_again);
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, rules);
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, spinner);
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, looking);
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, watch);
  gtk_widget_class_bind_template_child (widget_class, PalierActivationBox, hand);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, watch_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_cb);
}

static GtkWidget *
add_rule (PalierActivationBox *self, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);

  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), palier_form_new_label (text, NULL));
  gtk_list_box_append (self->rules, g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE,
                                                  "child", line, NULL));
  return icon;
}

static void
palier_activation_box_init (PalierActivationBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    self->icons[i] = add_rule (self, _(rules[i].text));
  palier_form_wrap_button (self->hand);
}

void
palier_activation_box_set_session (PalierActivationBox *self, PalierSession *session)
{
  const char *watched[] = { "notify::watching", "notify::address", "notify::inactive" };

  self->session = g_object_ref (session);
  palier_form_bind_password (session, PALIER_PASSWORD_NEW, self->new_password);
  palier_form_bind_password (session, PALIER_PASSWORD_NEW_AGAIN, self->new_again);
  g_signal_connect_object (self->new_password, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_again, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (session, watched[i], G_CALLBACK (session_cb), self, G_CONNECT_SWAPPED);
  typed_cb (self);
  session_cb (self);
}

gboolean
palier_activation_box_is_complete (PalierActivationBox *self)
{
  return find_flaws (self) == 0;
}
