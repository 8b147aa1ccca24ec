/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* A page is a moment of the person. It shows the session and never does engine work itself. Its properties say what
 * the window's buttons do: "can-continue", "busy", "continue-label", "continue-class", "second-label",
 * "leading-back". "content" is what the page's template fills, below its "heading" and "subheading". */
#define PALIER_TYPE_PAGE (palier_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (PalierPage, palier_page, PALIER, PAGE, AdwBin)

struct _PalierPageClass
{
  AdwBinClass parent_class;

  void (*bind) (PalierPage *self);        /* the session is there: fill in, connect */
  void (*shown) (PalierPage *self);       /* it came to the front */
  gboolean (*forward) (PalierPage *self); /* the person wants to go on; TRUE: now. FALSE: it will go on by itself */
  void (*second) (PalierPage *self);      /* the second button */
};

PalierSession *palier_page_get_session (PalierPage *self);
const char *palier_page_get_heading (PalierPage *self);

void palier_page_shown (PalierPage *self);
void palier_page_forward (PalierPage *self);
void palier_page_second (PalierPage *self);
void palier_page_go_on (PalierPage *self); /* signal "go-on": to the next page */

void palier_page_set_heading (PalierPage *self, const char *heading, const char *subheading);
void palier_page_set_can_continue (PalierPage *self, gboolean can_continue);
void palier_page_set_continue_label (PalierPage *self, const char *label);
void palier_page_set_second_label (PalierPage *self, const char *label); /* NULL: no such button */
void palier_page_set_busy (PalierPage *self, gboolean busy);
void palier_page_focus_heading (PalierPage *self);
