/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/container.h"

#include <string.h>

static const guint8 key[16] = {
  0xba, 0xcd, 0xbc, 0xfe, 0xd6, 0xca, 0xdd, 0xd3, 0xba, 0xb9, 0xa3, 0xab, 0xbf, 0xcb, 0xb5, 0xbe,
};

static const struct
{
  const char *nick;
  guint8 raw[4];
} containers[] = {
  [PALIER_CONTAINER_SWKH] = { "SWKH", { 0xe9, 0x9a, 0xf7, 0xb6 } },
  [PALIER_CONTAINER_HK20] = { "HK20", { 0x8a, 0xff, 0xf7, 0xb6 } },
  [PALIER_CONTAINER_HK30] = { "HK30", { 0x8a, 0xfe, 0xf7, 0xb6 } },
};

PalierContainer
palier_container_recognise (const guint8 *raw, gsize size)
{
  for (guint i = PALIER_CONTAINER_SWKH; i < G_N_ELEMENTS (containers) && size >= 4; i++)
    if (memcmp (raw, containers[i].raw, 4) == 0)
      return (PalierContainer) i;
  return PALIER_CONTAINER_UNKNOWN;
}

const char *
palier_container_get_nick (PalierContainer container)
{
  return container == PALIER_CONTAINER_UNKNOWN ? "unknown" : containers[container].nick;
}

void
palier_container_mask (guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size; i++)
    bytes[i] ^= key[(i + (i >> 4)) & 15];
}

guint32
palier_container_get_u32 (const guint8 *at)
{
  guint32 value;

  memcpy (&value, at, sizeof value);
  return GUINT32_FROM_LE (value);
}

static void
put_u32 (guint8 *at, gsize value)
{
  guint32 little = GUINT32_TO_LE ((guint32) value);

  memcpy (at, &little, sizeof little);
}

guint32
palier_container_sum (const guint8 *bytes, gsize size)
{
  guint32 sum = 0;

  for (gsize i = 0; i < size; i++)
    sum += bytes[i];
  return sum;
}

static void
fill_header (guint8 *header, gsize length, guint n_files, guint32 language)
{
  put_u32 (header + PALIER_SWKH_AT_LENGTH, length);
  put_u32 (header + PALIER_SWKH_AT_FILES, n_files);
  put_u32 (header + PALIER_SWKH_AT_LANGUAGE, language);
  memset (header + PALIER_SWKH_AT_CODES, 0xff, 16);
}

/* Fills one entry of the file table and puts its content where the entry says. */
static void
add_file (guint8 *container, guint8 *entry, const PalierContainerFile *file, gsize offset)
{
  gsize size;
  const guint8 *content = g_bytes_get_data (file->content, &size);

  g_assert (strlen (file->name) < PALIER_SWKH_NAME_SIZE);
  memcpy (entry, file->name, strlen (file->name));
  put_u32 (entry + PALIER_SWKH_NAME_SIZE, offset);
  put_u32 (entry + PALIER_SWKH_NAME_SIZE + 4, size);
  put_u32 (entry + PALIER_SWKH_NAME_SIZE + 8, palier_container_sum (content, size));
  if (size > 0)
    memcpy (container + offset, content, size);
}

GBytes *
palier_container_build_swkh (const PalierContainerFile *files, guint n_files, guint32 language)
{
  gsize length = PALIER_SWKH_HEADER_SIZE + (gsize) PALIER_SWKH_ENTRY_SIZE * n_files;
  gsize offset = length, size = length;
  guint8 *container;

  for (guint i = 0; i < n_files; i++)
    size += g_bytes_get_size (files[i].content);
  g_assert (size <= G_MAXUINT32);
  container = g_malloc0 (size);
  memcpy (container, "SWKH", 4);
  fill_header (container, length, n_files, language);
  for (guint i = 0; i < n_files; i++)
    {
      add_file (container, container + PALIER_SWKH_HEADER_SIZE + (gsize) PALIER_SWKH_ENTRY_SIZE * i,
                &files[i], offset);
      offset += g_bytes_get_size (files[i].content);
    }
  put_u32 (container + PALIER_SWKH_AT_SUM,
           palier_container_sum (container + PALIER_SWKH_SUM_FROM, length - PALIER_SWKH_SUM_FROM));
  palier_container_mask (container, length);
  return g_bytes_new_take (container, size);
}
