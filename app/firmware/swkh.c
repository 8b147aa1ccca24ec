/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FILES 1024

typedef struct
{
  char name[PALIER_SWKH_NAME_SIZE + 1];
  guint64 offset, size; /* 64 bits, so that their sum cannot wrap */
  guint32 sum;
} Entry;

/* How the sums stand; that they are plain byte sums is hearsay, so that all of them being wrong
 * shows another way of summing rather than damage. */
typedef struct
{
  guint right, wrong;
} Sums;

static void
find_broken (PalierPackage *self, const char *sentence)
{
  self->broken = TRUE;
  palier_package_find (self, sentence);
}

static Entry
read_entry (const guint8 *header, guint i)
{
  const guint8 *at = header + PALIER_SWKH_HEADER_SIZE + (gsize) PALIER_SWKH_ENTRY_SIZE * i;
  Entry entry = {
    .offset = palier_container_get_u32 (at + PALIER_SWKH_NAME_SIZE),
    .size = palier_container_get_u32 (at + PALIER_SWKH_NAME_SIZE + 4),
    .sum = palier_container_get_u32 (at + PALIER_SWKH_NAME_SIZE + 8),
  };

  memcpy (entry.name, at, PALIER_SWKH_NAME_SIZE);
  return entry;
}

/* The clear header with its table, NULL where its own length does not hold. */
static guint8 *
read_header (PalierPackage *self, guint *n_files)
{
  gsize size;
  const guint8 *raw = g_bytes_get_data (self->bytes, &size);
  g_autofree guint8 *header = NULL;
  gsize length;

  if (size < PALIER_SWKH_HEADER_SIZE)
    return NULL;
  header = g_memdup2 (raw, PALIER_SWKH_HEADER_SIZE);
  palier_container_mask (header, PALIER_SWKH_HEADER_SIZE);
  *n_files = palier_container_get_u32 (header + PALIER_SWKH_AT_FILES);
  if (*n_files == 0 || *n_files > MAX_FILES)
    return NULL;
  length = PALIER_SWKH_HEADER_SIZE + (gsize) PALIER_SWKH_ENTRY_SIZE * *n_files;
  if (palier_container_get_u32 (header + PALIER_SWKH_AT_LENGTH) != length || length > size)
    return NULL;
  g_free (header);
  header = g_memdup2 (raw, length);
  palier_container_mask (header, length);
  return g_steal_pointer (&header);
}

static int
compare_offsets_cb (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->offset != y->offset ? (x->offset > y->offset) - (x->offset < y->offset)
                                : (x->size > y->size) - (x->size < y->size);
}

/* Every file inside the container, behind the header, and none over another. */
static gboolean
check_places (PalierPackage *self, GArray *entries, gsize header_length)
{
  g_autoptr (GArray) sorted = g_array_copy (entries);
  guint64 end = header_length;

  g_array_sort (sorted, compare_offsets_cb);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Entry *entry = &g_array_index (sorted, Entry, i);

      if (entry->offset + entry->size > g_bytes_get_size (self->bytes))
        {
          find_broken (self, _ ("The file ends too early: part of what its table lists is missing. "
                                "The download was "
                                "probably interrupted."));
          return FALSE;
        }
      if (entry->offset < end)
        {
          find_broken (
              self,
              _ ("The file table contradicts itself: parts of the file lie over each other."));
          return FALSE;
        }
      end = entry->offset + entry->size;
    }
  return TRUE;
}

static void
count_sum (Sums *sums, guint32 told, const guint8 *bytes, gsize size)
{
  if (size > 0 && palier_container_sum (bytes, size) == told)
    sums->right++;
  else if (size > 0)
    sums->wrong++;
}

static void
check_sums (PalierPackage *self, const guint8 *header, gsize header_length, GArray *entries)
{
  const guint8 *raw = g_bytes_get_data (self->bytes, NULL);
  Sums sums = { 0, 0 };

  count_sum (&sums, palier_container_get_u32 (header + PALIER_SWKH_AT_SUM),
             header + PALIER_SWKH_SUM_FROM, header_length - PALIER_SWKH_SUM_FROM);
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      count_sum (&sums, entry->sum, raw + entry->offset, entry->size);
    }
  if (sums.wrong > 0 && sums.right > 0)
    find_broken (self, _ ("A check sum inside the file does not match: the file is damaged."));
  else if (sums.wrong > 0)
    palier_package_find (
        self,
        _ ("The check sums inside the file are not of the known kind, so they prove nothing."));
  else
    self->complete = PALIER_COMPLETE_YES;
}

static void
read_language (PalierPackage *self, const guint8 *header)
{
  switch (palier_container_get_u32 (header + PALIER_SWKH_AT_LANGUAGE))
    {
    case PALIER_SWKH_LANGUAGE_ML:
      self->language = "ML";
      break;
    case PALIER_SWKH_LANGUAGE_CN:
      self->language = "CN";
      palier_package_find (
          self,
          _ ("The file is made for recorders sold in China: a recorder in another language must "
             "not get it."));
      break;
    default:
      break;
    }
}

static void
read_label (PalierPackage *self, GArray *entries)
{
  const Entry *first = &g_array_index (entries, Entry, 0);
  const guint8 *raw = g_bytes_get_data (self->bytes, NULL);

  if (!g_str_equal (first->name, PALIER_CONTAINER_PRACTICE_NAME))
    return;
  if (!palier_practice_label_read (self, raw + first->offset, first->size))
    find_broken (self, _ ("The file calls itself a practice package, and its own account of itself "
                          "cannot be read."));
}

static void
read_table (PalierPackage *self, const guint8 *header, guint n_files, GArray *entries)
{
  for (guint i = 0; i < n_files; i++)
    {
      Entry entry = read_entry (header, i);

      g_array_append_val (entries, entry);
      g_ptr_array_add (self->files, g_utf8_make_valid (entry.name, -1));
    }
}

void
palier_swkh_read (PalierPackage *self)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  guint n_files = 0;
  g_autofree guint8 *header = read_header (self, &n_files);
  gsize length = PALIER_SWKH_HEADER_SIZE + (gsize) PALIER_SWKH_ENTRY_SIZE * n_files;

  if (header)
    {
      read_table (self, header, n_files, entries);
      read_language (self, header);
      if (check_places (self, entries, length))
        {
          check_sums (self, header, length, entries);
          read_label (self, entries);
        }
    }
  else
    find_broken (self,
                 _ ("The file’s header contradicts itself: the file is damaged or cut short."));
  if (self->broken)
    self->complete = PALIER_COMPLETE_NO;
}
