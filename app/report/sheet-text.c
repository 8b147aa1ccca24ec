/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/sheet-private.h"

#include <string.h>

static const struct
{
  const char *family;
  double size;
  PangoWeight weight;
} faces[] = {
  [PALIER_TYPE_HERO] = { "Cantarell, sans-serif", 23, PANGO_WEIGHT_BOLD },
  [PALIER_TYPE_TITLE] = { "Cantarell, sans-serif", 16, PANGO_WEIGHT_BOLD },
  [PALIER_TYPE_HEADING] = { "Cantarell, sans-serif", 11.5, PANGO_WEIGHT_BOLD },
  [PALIER_TYPE_STRONG] = { "Cantarell, sans-serif", 9, PANGO_WEIGHT_BOLD },
  [PALIER_TYPE_BODY] = { "Cantarell, sans-serif", 9, PANGO_WEIGHT_NORMAL },
  [PALIER_TYPE_CAPTION] = { "Cantarell, sans-serif", 7.5, PANGO_WEIGHT_NORMAL },
  [PALIER_TYPE_SMALL] = { "Cantarell, sans-serif", 7, PANGO_WEIGHT_NORMAL },
  [PALIER_TYPE_FIXED] = { "DejaVu Sans Mono, monospace", 7, PANGO_WEIGHT_NORMAL },
};

static const guint32 inks[] = {
  [PALIER_INK_TEXT] = 0x241f31,  [PALIER_INK_QUIET] = 0x5e5c64, [PALIER_INK_ACCENT] = 0x1a4788,
  [PALIER_INK_LINE] = 0xd5d8de,  [PALIER_INK_TINT] = 0xf1f5fb,  [PALIER_INK_GOOD] = 0x1e8a54,
  [PALIER_INK_WARN] = 0x9c5a00,  [PALIER_INK_BAD] = 0xb5121e,   [PALIER_INK_PAPER] = 0xffffff,
};

void
palier_sheet_set_ink (PalierSheet *self, PalierInk ink)
{
  cairo_set_source_rgb (self->cr, (inks[ink] >> 16) / 255.0, ((inks[ink] >> 8) & 0xff) / 255.0,
                        (inks[ink] & 0xff) / 255.0);
}

/* A name from the wire must not turn the line around, nor hide anything in it. */
static gboolean
may_print (gunichar c)
{
  return !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069) && c != 0x200e && c != 0x200f
         && c != 0xfeff && c != 0x2028 && c != 0x2029;
}

char *
palier_sheet_clean (const char *text, gboolean keep_lines)
{
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' && keep_lines)
        g_string_append_c (clean, '\n');
      else if (g_unichar_iscntrl (c))
        g_string_append_c (clean, ' ');
      else if (may_print (c))
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

PangoLayout *
palier_sheet_lay_out (PalierSheet *self, const char *text, PalierStyle style, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *clean = palier_sheet_clean (text, style.lines == 0);

  pango_font_description_set_family_static (font, faces[style.type].family);
  pango_font_description_set_absolute_size (font, faces[style.type].size * PANGO_SCALE);
  pango_font_description_set_weight (font, faces[style.type].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_context_set_language (pango_layout_get_context (layout),
                              pango_language_from_string (palier_words_get_language (self->words)));
  /* Paper has no pixels to round to. */
  pango_context_set_round_glyph_positions (pango_layout_get_context (layout), FALSE);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, style.align);
  if (style.lines > 0)
    {
      pango_layout_set_height (layout, -style.lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, clean, -1);
  return layout;
}

double
palier_sheet_measure (PalierSheet *self, const char *text, PalierStyle style, double width)
{
  g_autoptr (PangoLayout) layout = palier_sheet_lay_out (self, text, style, width);
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

double
palier_sheet_text (PalierSheet *self, const char *text, PalierStyle style, double x, double y, double width)
{
  g_autoptr (PangoLayout) layout = palier_sheet_lay_out (self, text, style, width);
  int height = 0;

  palier_sheet_set_ink (self, style.ink);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}
