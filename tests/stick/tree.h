/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <umockdev.h>

/* A made-up USB tree, one device at a time; the descriptors are made here, from the USB standard. */
typedef enum
{
  TREE_ROOT,          /* port "1": the root hub of bus 1 */
  TREE_HUB,
  TREE_KEYBOARD,
  TREE_PHONE,         /* composite: pictures and debugging, no storage */
  TREE_PHONE_STORAGE, /* composite: debugging first, then storage */
  TREE_STICK,
  TREE_STICK_UAS,     /* one interface, two alternate settings */
  TREE_STICK_IDLE,    /* no configuration is active */
} TreeKind;

typedef struct
{
  const char *port; /* "1-2.3" */
  guint address;
  TreeKind kind;
  const char *vendor;
  const char *product;
  const char *serial;
} TreeDevice;

/* With the event that tells of it. */
void tree_add (UMockdevTestbed *bed, const TreeDevice *device);
void tree_remove (UMockdevTestbed *bed, const char *port);
/* The device becomes another one, and no event tells. */
void tree_become (UMockdevTestbed *bed, const char *port, TreeKind kind);

/* A disk and four partitions ("sdb", "sdb1" to "sdb4"); port NULL: inside the computer. */
void tree_add_disk (UMockdevTestbed *bed, const char *port, const char *name);
