/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/note.h"

gboolean
palier_inventory_note (PalierJob *job, const char *field, GCancellable *cancellable, GError **error)
{
  g_autoptr (GDateTime) now = palier_clock_date (palier_job_get_clock (job));
  g_autoptr (PalierInventory) inventory
      = palier_inventory_read (palier_job_get_connection (job), now, cancellable, error);
  g_autofree char *text = inventory ? palier_inventory_to_text (inventory) : NULL;

  return text && palier_journal_set_field (palier_job_get_journal (job), field, text, error);
}
