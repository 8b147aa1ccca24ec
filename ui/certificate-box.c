/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "certificate-box.h"
#include "form.h"
#include <glib/gi18n.h>

typedef struct
{
  const char *icon_name;
  const char *title;
  const char *text;
  const char *accept; /* NULL: nothing to accept */
} Words;

static const Words words[] = {
  [PALIER_PIN_NONE]
  = { "channel-insecure-symbolic", N_("A plain connection"),
      N_("This recorder answers over plain HTTP. The password does not travel, only a proof of it; the settings and "
         "the firmware do, and whoever is on this network can read them on their way. On a cable or a network of "
         "your own that is what most recorders have."),
      NULL },
  [PALIER_PIN_KNOWN]
  = { "channel-secure-symbolic", N_("A secure connection"),
      N_("Over HTTPS, with a certificate that is known for this recorder."), NULL },
  [PALIER_PIN_NEW]
  = { "channel-secure-symbolic", N_("A certificate to compare, once"),
      N_("This recorder is reached over HTTPS with a certificate that it made itself: nobody vouches for it. Compare "
         "the fingerprint with the one that the recorder shows at its own screen or web page, or accept it if you are "
         "sure of the network between. Palier remembers it and tells you when it changes. No password has been sent."),
      N_("Accept this certificate") },
  [PALIER_PIN_CHANGED]
  = { "dialog-warning-symbolic", N_("The certificate has changed"),
      N_("Another certificate was accepted for this recorder before. After a full factory default or a new firmware "
         "it makes a new one, and that is expected. If neither was done, something may stand between this computer "
         "and the recorder: do not accept it then, and check what is connected. No password has been sent."),
      N_("Accept the new certificate") },
};

struct _PalierCertificateBox
{
  GtkBox parent_instance;

  PalierSession *session;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *before_title;
  GtkLabel *before;
  GtkWidget *now_title;
  GtkLabel *now;
  GtkWidget *accept;
};

G_DEFINE_FINAL_TYPE (PalierCertificateBox, palier_certificate_box, GTK_TYPE_BOX)

static guint accepted_signal;

static void
show_fingerprint (GtkWidget *title, GtkLabel *label, const char *fingerprint)
{
  g_autofree char *text = fingerprint != NULL ? palier_fingerprint_to_text (fingerprint) : NULL;

  palier_form_show_text (label, text);
  gtk_widget_set_visible (title, text != NULL);
}

static void
show_words (PalierCertificateBox *self, const Words *said)
{
  gtk_image_set_from_icon_name (self->icon, said->icon_name);
  palier_form_show_text (self->title, _(said->title));
  palier_form_show_text (self->text, _(said->text));
  gtk_button_set_label (GTK_BUTTON (self->accept), said->accept != NULL ? _(said->accept) : "");
  palier_form_wrap_button (self->accept);
  gtk_widget_set_visible (self->accept, said->accept != NULL);
}

static void
update (PalierCertificateBox *self)
{
  const PalierApproach *approach = palier_session_get_approach (self->session);
  gboolean shown
      = approach != NULL
        && (approach->transport == PALIER_TRANSPORT_HTTPS || !palier_session_uses_practice (self->session));

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  show_words (self, &words[approach->pin]);
  show_fingerprint (self->before_title, self->before, approach->accepted);
  show_fingerprint (self->now_title, self->now, approach->fingerprint);
  if (approach->pin == PALIER_PIN_CHANGED)
    gtk_widget_add_css_class (GTK_WIDGET (self), "danger");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "danger");
}

static void
accept_cb (PalierCertificateBox *self)
{
  if (palier_session_accept_certificate (self->session))
    g_signal_emit (self, accepted_signal, 0);
}

static void
palier_certificate_box_dispose (GObject *object)
{
  g_clear_object (&PALIER_CERTIFICATE_BOX (object)->session);
  G_OBJECT_CLASS (palier_certificate_box_parent_class)->dispose (object);
}

static void
palier_certificate_box_class_init (PalierCertificateBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_certificate_box_dispose;
  accepted_signal = g_signal_new ("accepted", PALIER_TYPE_CERTIFICATE_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/certificate-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, icon);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, title);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, text);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, before_title);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, before);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, now_title);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, now);
  gtk_widget_class_bind_template_child (widget_class, PalierCertificateBox, accept);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
}

static void
palier_certificate_box_init (PalierCertificateBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
palier_certificate_box_set_session (PalierCertificateBox *self, PalierSession *session)
{
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::approach", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
