/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A UDisks2 made of rows, on a private bus that stands for the system's; it does to its rows what the
 * real one does to disks, keeps a log of what it was asked, and can be told to refuse. */
typedef struct _MockUdisks MockUdisks;

typedef struct
{
  const char *name; /* "sdb1"; its drive is named after the first three letters */
  const char *label;
  const char *type;
  const char *version;
  guint64 size;
  const char *mount; /* NULL: not mounted */
  guint flags;
} MockBlock;

enum
{
  MOCK_READ_ONLY = 1 << 0,
  MOCK_TABLE = 1 << 1,     /* has a partition table */
  MOCK_CONTAINER = 1 << 2, /* is an extended partition */
  MOCK_SYSTEM = 1 << 3,
  MOCK_IGNORE = 1 << 4,
  MOCK_FIXED = 1 << 5,  /* its drive is not removable */
  MOCK_SATA = 1 << 6,   /* its drive is not on USB */
  MOCK_ORPHAN = 1 << 7, /* belongs to no drive (a loop device) */
  MOCK_FAT16 = 1 << 8,  /* becomes FAT16 when formatted */
};

MockUdisks *mock_udisks_new (GTestDBus *bus);
void mock_udisks_free (MockUdisks *self);
/* The name on the bus comes and goes. */
void mock_udisks_appear (MockUdisks *self);
void mock_udisks_vanish (MockUdisks *self);

/* From now on these are the blocks; tells by a signal, as the real one does. Copied. */
void mock_udisks_set (MockUdisks *self, const MockBlock *blocks, guint n);
/* Where Mount puts a volume; the folder must outlive the mock. */
void mock_udisks_set_mount_point (MockUdisks *self, const char *folder);
/* This method answers with this error name; NULL: no longer. */
void mock_udisks_refuse (MockUdisks *self, const char *method, const char *error);
/* What was asked of it since the last time: "Unmount sdb1, PowerOff sdb"; the caller's. */
char *mock_udisks_take_log (MockUdisks *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MockUdisks, mock_udisks_free)
