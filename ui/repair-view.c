/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "repair-view.h"
#include "run/evidence.h"
#include <glib/gi18n.h>

const char *
palier_repair_get_broken_words (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));
  static const char *const beginnings[] = { "sent", "repair-asked", "repair-started" };
  int interrupted = palier_evidence_get_place (seen, "repair-interrupted", NULL);
  int stopped = palier_evidence_get_place (seen, "repair-stopped", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (palier_evidence_get_place (seen, beginnings[i], NULL) >= MAX (interrupted, stopped))
      return NULL;
  if (interrupted < 0 && stopped < 0)
    return NULL;
  return interrupted > stopped ? _("The recorder restarted during the repair: it has to be started again.")
                               : _("The repair stopped before its end: it has to be started again.");
}

static void
add_disk (GtkListBox *disks, const PalierRepairDisk *disk)
{
  gboolean busy = disk->state == PALIER_DISK_REPAIRING;
  /* translators: %1$s is the name of a disk, %2$s the recorder's own word for its state */
  g_autofree char *title = g_strdup_printf (_("%1$s · %2$s"), disk->name, disk->status);

  palier_form_add_fact (disks,
                        disk->failed ? "dialog-warning-symbolic"
                        : busy       ? "content-loading-symbolic"
                                     : "drive-harddisk-symbolic",
                        disk->failed ? "warning" : "accent", title, _(palier_repair_disk_get_words (disk)));
}

static char *
dup_meanwhile (const PalierRepair *repair)
{
  GString *text = g_string_new (NULL);

  if (repair->cameras >= 0)
    /* translators: %1$d of all %2$d cameras */
    g_string_append_printf (text, ngettext ("%1$d of %2$d camera records.", "%1$d of %2$d cameras record.",
                                            repair->cameras),
                            repair->recording, repair->cameras);
  if (repair->samples >= 0 && repair->found >= 0)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      /* translators: %1$d of all %2$d samples of recordings */
      g_string_append_printf (text, _("%1$d of %2$d samples of older recordings were found before the repair; the others "
                                      "may be found again when it has ended."),
                              repair->found, repair->samples);
    }
  return g_string_free (text, FALSE);
}

static gboolean
is_under_way (PalierRepairState state)
{
  return state == PALIER_REPAIR_RUNNING || state == PALIER_REPAIR_DISK_FAILED;
}

static void
update (GtkListBox *disks, PalierJob *job)
{
  const PalierRepair *repair = palier_job_get_repair (job);
  GtkWidget *group = gtk_widget_get_ancestor (GTK_WIDGET (disks), ADW_TYPE_PREFERENCES_GROUP);
  g_autofree char *meanwhile = NULL;

  gtk_widget_set_visible (group, repair != NULL && is_under_way (repair->state));
  if (repair == NULL)
    return;
  meanwhile = dup_meanwhile (repair);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), meanwhile);
  palier_form_clear (disks);
  for (guint i = 0; i < repair->disks->len; i++)
    add_disk (disks, g_ptr_array_index (repair->disks, i));
}

static void
repair_cb (GtkListBox *disks, GParamSpec *pspec, PalierJob *job)
{
  update (disks, job);
}

void
palier_repair_view_bind (GtkListBox *disks, PalierJob *job)
{
  g_signal_connect_object (job, "notify::repair", G_CALLBACK (repair_cb), disks, G_CONNECT_SWAPPED);
  update (disks, job);
}
