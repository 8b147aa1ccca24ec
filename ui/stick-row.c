/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "stick-row.h"

#include "base/size-text.h"
#include "form.h"
#include <glib/gi18n.h>
#include <string.h>
#include <sys/xattr.h>

/* The portal tells where a document of the sandbox really is. */
#define HOST_PATH "user.document-portal.host-path"

typedef struct
{
  GtkWidget *owner; /* borrowed: it outlives its rows */
  PalierStickUse *use;
  PalierStick *stick;
  PalierStickFunc eject;
  PalierStickFunc format;
} Row;

static void
row_free (Row *row)
{
  g_object_unref (row->use);
  g_object_unref (row->stick);
  g_free (row);
}

static const char *
get_filesystem_name (PalierVolume *volume)
{
  const char *type = palier_volume_get_filesystem (volume);

  if (palier_volume_is_fat32 (volume))
    return "FAT32";
  if (type == NULL)
    return _("not formatted");
  return g_str_equal (type, "vfat") ? "FAT" : g_str_equal (type, "exfat") ? "exFAT"
         : g_str_equal (type, "ntfs")                                      ? "NTFS"
                                                                           : type;
}

static char *
dup_room (PalierVolume *volume)
{
  gint64 room = palier_volume_get_free (volume);
  gint64 size = palier_volume_get_size (volume);
  g_autofree char *all = size != PALIER_SIZE_UNKNOWN ? palier_size_dup_text ((guint64) size) : g_strdup (_("size unknown"));
  g_autofree char *left = room != PALIER_SIZE_UNKNOWN ? palier_size_dup_text ((guint64) room) : NULL;

  if (left == NULL || size == PALIER_SIZE_UNKNOWN)
    return g_steal_pointer (&all);
  /* translators: both are sizes, as in "12.3 GB free of 16 GB" */
  return g_strdup_printf (_("%1$s free of %2$s"), left, all);
}

static void
add_volume (GString *words, PalierVolume *volume)
{
  const char *label = palier_volume_get_label (volume);
  g_autofree char *room = dup_room (volume);

  g_string_append_printf (words, "%s · %s · %s · ", label != NULL ? label : _("no label"), room,
                          get_filesystem_name (volume));
  if (palier_volume_get_read_only (volume))
    g_string_append_printf (words, "%s · ", _("read-only"));
}

char *
palier_stick_dup_words (PalierStick *stick)
{
  g_autoptr (GString) words = g_string_new (NULL);
  PalierVolume *best = palier_stick_get_best_volume (stick);

  if (best != NULL)
    add_volume (words, best);
  else
    for (guint i = 0; i < palier_stick_get_n_volumes (stick); i++)
      add_volume (words, palier_stick_get_volume (stick, i));
  /* translators: %s is the place of a USB port, as in 1-2.3; it tells two alike sticks apart */
  g_string_append_printf (words, _("USB port %s"), palier_stick_get_port (stick));
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
is_mounted (PalierStick *stick)
{
  for (guint i = 0; i < palier_stick_get_n_volumes (stick); i++)
    if (palier_volume_get_mount (palier_stick_get_volume (stick, i)) != NULL)
      return TRUE;
  return FALSE;
}

static void
toggled_cb (GtkCheckButton *check, Row *row)
{
  if (gtk_check_button_get_active (check))
    palier_stick_use_choose (row->use, row->stick);
}

static void
eject_cb (GtkButton *button, Row *row)
{
  row->eject (row->owner, row->stick);
}

static void
format_cb (GtkButton *button, Row *row)
{
  row->format (row->owner, row->stick);
}

static GtkWidget *
new_button (const char *id, const char *label, const char *name, GCallback callback, Row *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", callback, row);
  return button;
}

static void
add_buttons (GtkWidget *widget, Row *row, const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (is_mounted (row->stick))
    {
      /* translators: %s is the name of a USB stick */
      g_autofree char *words = g_strdup_printf (_("Eject %s"), name);

      gtk_box_append (GTK_BOX (box), new_button ("eject", _("Eject"), words, G_CALLBACK (eject_cb), row));
    }
  if (palier_stick_use_may_format (row->use, row->stick))
    {
      /* translators: %s is the name of a USB stick */
      g_autofree char *words = g_strdup_printf (_("Format %s as FAT32"), name);

      gtk_box_append (GTK_BOX (box), new_button ("format", _("Format…"), words, G_CALLBACK (format_cb), row));
    }
  if (gtk_widget_get_first_child (box) != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (widget), box);
  else
    g_object_unref (g_object_ref_sink (box));
}

GtkWidget *
palier_stick_row_new (PalierStickUse *use, PalierStick *stick, GtkCheckButton *anchor, GtkWidget *owner,
                      PalierStickFunc eject, PalierStickFunc format)
{
  g_autofree char *name = palier_stick_dup_name (stick);
  g_autofree char *words = palier_stick_dup_words (stick);
  GtkWidget *widget = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name, "title-lines", 0,
                                    "subtitle", words, "subtitle-lines", 0, NULL);
  GtkWidget *check = gtk_check_button_new ();
  Row *row = g_new0 (Row, 1);

  *row = (Row){ owner, g_object_ref (use), g_object_ref (stick), eject, format };
  g_object_set_data_full (G_OBJECT (widget), "row", row, (GDestroyNotify) row_free);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), anchor);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), palier_stick_use_get_chosen (use) == stick);
  gtk_widget_set_sensitive (widget, palier_stick_get_n_volumes (stick) > 0);
  gtk_widget_set_sensitive (check, palier_stick_get_best_volume (stick) != NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (widget), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (widget), check);
  palier_form_name_check (check, name);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), row);
  add_buttons (widget, row, name);
  return widget;
}

static char *
dup_host_path (const char *path)
{
  char text[4096];
  gssize length = getxattr (path, HOST_PATH, text, sizeof text - 1);

  return length > 0 ? g_strndup (text, (gsize) length) : g_strdup (path);
}

/* Where desktops mount sticks: /run/media/NAME/LABEL, /media/NAME/LABEL. */
char *
palier_place_dup_words (const char *path)
{
  static const char *const roots[] = { "/run/media/", "/media/" };
  g_autofree char *real = dup_host_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_has_prefix (real, roots[i]))
      {
        g_auto (GStrv) parts = g_strsplit (real + strlen (roots[i]), G_DIR_SEPARATOR_S, 3);

        if (parts[0] != NULL && parts[1] != NULL && *parts[1] != '\0')
          /* translators: %s is the label of a USB stick */
          return g_strdup_printf (_("On the USB stick “%s”"), parts[1]);
      }
  return NULL;
}
