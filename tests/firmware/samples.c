/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "samples.h"

#include "../remove-tree.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

GBytes *
sample_container (const char *name, const char *text, guint32 language)
{
  g_autoptr (GBytes) first = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) system = g_bytes_new_static ("a system that is not one", 24);
  g_autoptr (GBytes) web = g_bytes_new_static ("pages", 5);
  const PalierContainerFile files[] = { { name, first }, { "system", system }, { "web", web } };

  return palier_container_build_swkh (files, G_N_ELEMENTS (files), language);
}

GBytes *
sample_changed (GBytes *container, gsize at, guint32 value, gboolean resum)
{
  gsize size, length = PALIER_SWKH_HEADER_SIZE + 3 * PALIER_SWKH_ENTRY_SIZE;
  guint8 *copy = g_memdup2 (g_bytes_get_data (container, NULL), g_bytes_get_size (container));
  guint32 little = GUINT32_TO_LE (value);

  size = g_bytes_get_size (container);
  palier_container_mask (copy, length);
  memcpy (copy + at, &little, 4);
  if (resum)
    {
      little = GUINT32_TO_LE (
          palier_container_sum (copy + PALIER_SWKH_SUM_FROM, length - PALIER_SWKH_SUM_FROM));
      memcpy (copy + PALIER_SWKH_AT_SUM, &little, 4);
    }
  palier_container_mask (copy, length);
  return g_bytes_new_take (copy, size);
}

static void
add_member (struct archive *archive, const SampleMember *member)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_filetype (entry, member->content ? AE_IFREG : AE_IFLNK);
  archive_entry_set_perm (entry, 0644);
  if (member->content)
    archive_entry_set_size (entry, (la_int64_t) g_bytes_get_size (member->content));
  else
    archive_entry_set_symlink (entry, "/etc/hostname");
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  if (member->content)
    g_assert_cmpint (archive_write_data (archive, g_bytes_get_data (member->content, NULL),
                                         g_bytes_get_size (member->content)),
                     ==, (la_ssize_t) g_bytes_get_size (member->content));
  archive_entry_free (entry);
}

GBytes *
sample_zip (const SampleMember *members, guint n_members, const char *password)
{
  struct archive *archive = archive_write_new ();
  gsize room = 1 << 20, used = 0;
  guint8 *buffer;

  for (guint i = 0; i < n_members; i++)
    room += members[i].content ? g_bytes_get_size (members[i].content) : 0;
  buffer = g_malloc (room);
  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  if (password)
    {
      g_assert_cmpint (archive_write_set_options (archive, "zip:encryption=aes256"), ==,
                       ARCHIVE_OK);
      archive_write_set_passphrase (archive, password);
    }
  g_assert_cmpint (archive_write_open_memory (archive, buffer, room, &used), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_members; i++)
    add_member (archive, &members[i]);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (buffer, used);
}

char *
sample_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("palier-firmware-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

char *
sample_write (const char *folder, const char *name, GBytes *bytes)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
  return path;
}

void
sample_folder_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

gboolean
sample_has_finding (PalierPackage *package, const char *part)
{
  GPtrArray *findings = palier_package_get_findings (package);

  for (guint i = 0; i < findings->len; i++)
    if (strstr (findings->pdata[i], part))
      return TRUE;
  return FALSE;
}

static char *cache;

void
sample_init (int *argc, char ***argv)
{
  cache = sample_folder_new ();
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (argc, argv, NULL);
}

int
sample_run (void)
{
  int status = g_test_run ();

  sample_folder_remove (cache);
  return status;
}
