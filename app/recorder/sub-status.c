/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sub-status.h"

#include "base/error-words.h"

#include <string.h>

static const PalierSubStatus *const tables[] = {
  palier_sub_status_firmware,
  palier_sub_status_system,
  palier_sub_status_setup,
};

static gboolean
same_name (const char *told, const char *name)
{
  gsize length = strlen (name);

  return g_ascii_strncasecmp (told, name, length) == 0
         && (told[length] == '\0' || g_str_equal (told + length, "."));
}

const PalierSubStatus *
palier_sub_status_find (const char *name, guint32 number)
{
  const PalierSubStatus *by_number = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const PalierSubStatus *row = tables[i]; row->name; row++)
      {
        if (name && same_name (name, row->name))
          return row;
        if (number != 0 && row->number == number && !by_number)
          by_number = row;
      }
  return by_number;
}

gboolean
palier_sub_status_explain (const char *name,
                           PalierErrorCode *code,
                           const char **sentence,
                           const char **remedy)
{
  const PalierSubStatus *row = palier_sub_status_find (name, 0);
  const PalierErrorWords *words;

  if (!row)
    return FALSE;
  words = palier_error_words_get (row->code);
  *code = row->code;
  *sentence = row->sentence ? row->sentence : words->sentence;
  *remedy = row->remedy ? row->remedy : words->remedy;
  return TRUE;
}
