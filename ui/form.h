/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* What every form needs: fields that live in the session, rows with a name for every ear, typed digits. */
void palier_form_bind_text (PalierSession *session, const char *property, GtkWidget *editable);
void palier_form_bind_password (PalierSession *session, PalierPasswordSlot slot, GtkWidget *editable);
void palier_form_show_password (PalierSession *session, PalierPasswordSlot slot, GtkWidget *editable);
/* A check or radio button at the front of a row, named by it. */
void palier_form_name_check (GtkWidget *check, const char *name);

void palier_form_clear (GtkListBox *list);
/* A row of two texts that says something and does nothing. */
GtkWidget *palier_form_add_fact (GtkListBox *list, const char *icon_name, const char *css_class, const char *title,
                                 const char *text);
GtkWidget *palier_form_new_label (const char *text, const char *css_class); /* wraps, starts at the edge */
GtkWidget *palier_form_new_icon (const char *icon_name, const char *css_class);
/* Paths, fingerprints and serial numbers that break get no hyphen that is not theirs: all labels from here down. */
void palier_form_keep_exact (GtkWidget *from);
/* Titles of groups, buttons and expanders, from here down, which the toolkit cuts or lets widen the page. */
void palier_form_wrap_words (GtkWidget *from);
void palier_form_wrap_button (GtkWidget *button); /* its label breaks rather than widen a narrow page */
/* Hides with care: GTK 4.8 keeps a widget for ever that is hidden with the focus inside and shown again before the
 * next frame. */
void palier_form_set_shown (GtkWidget *widget, gboolean shown);
void palier_form_show_text (GtkLabel *label, const char *text); /* hidden when there is none */

/* "Type 4821": the last four digits of the serial number */
char *palier_form_dup_digits_title (PalierSession *session);
gboolean palier_form_digits_match (PalierSession *session, const char *typed);
