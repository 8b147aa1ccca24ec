/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "problem-box.h"

#include "base/error.h"

struct _PalierProblemBox
{
  GtkBox parent_instance;

  GtkLabel *sentence;
  GtkLabel *extra;
  GtkLabel *remedy;
  GtkLabel *detail;
  GtkWidget *icon;
  GtkWidget *details;
  GtkWidget *copy;
};

G_DEFINE_FINAL_TYPE (PalierProblemBox, palier_problem_box, GTK_TYPE_BOX)

static void
copy_cb (PalierProblemBox *self)
{
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s", gtk_label_get_text (self->sentence),
                                           gtk_label_get_text (self->remedy),
                                           gtk_label_get_text (self->detail));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
palier_problem_box_class_init (PalierProblemBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/problem-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, sentence);
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, extra);
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, remedy);
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, detail);
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, icon);
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, details);
  gtk_widget_class_bind_template_child (widget_class, PalierProblemBox, copy);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
palier_problem_box_init (PalierProblemBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
dup_detail (const GError *error)
{
  const char *rule = palier_error_get_rule (error);
  const char *detail = palier_error_get_detail (error);

  return g_strjoin ("\n", palier_error_get_nick (error), rule != NULL ? rule : (detail != NULL ? detail : NULL),
                    rule != NULL ? detail : NULL, NULL);
}

void
palier_problem_box_set_error (PalierProblemBox *self, const GError *error)
{
  gboolean shown = error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *detail = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shown);
  if (!shown)
    return;
  detail = dup_detail (error);
  show_text (self->sentence, palier_error_get_sentence (error));
  show_text (self->remedy, palier_error_get_remedy (error));
  show_text (self->detail, detail);
  palier_problem_box_set_extra (self, NULL);
}

void
palier_problem_box_set_extra (PalierProblemBox *self, const char *extra)
{
  show_text (self->extra, extra);
}
