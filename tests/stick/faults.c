/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/statfs.h>
#include <unistd.h>

static FaultCall wanted;
static guint at, seen;
static gboolean lasting;
static int what;

static void
set (FaultCall call, guint nth, int outcome, gboolean stays)
{
  wanted = call;
  at = nth;
  what = outcome;
  lasting = stays;
  seen = 0;
}

void
fault_set (FaultCall call, guint nth, int outcome)
{
  set (call, nth, outcome, FALSE);
}

void
fault_set_from (FaultCall call, guint nth, int outcome)
{
  set (call, nth, outcome, TRUE);
}

guint
fault_count (void)
{
  return seen;
}

/* The outcome of this call, 0: as the system does it. A positive one is put in errno. */
static int
outcome_of (FaultCall call)
{
  if (wanted != call && wanted != FAULT_ANY)
    return 0;
  seen++;
  if (seen != at && !(lasting && seen > at))
    return 0;
  if (what > 0)
    errno = what;
  return what;
}

#define WRAP(type, name, args) \
  type __real_##name args; \
  type __wrap_##name args; \
  type __wrap_##name args

WRAP (ssize_t, write, (int fd, const void *data, size_t n))
{
  int outcome = outcome_of (FAULT_WRITE);

  if (outcome > 0)
    return -1;
  if (outcome == FAULT_FLIP)
    {
      g_autofree char *wrong = g_memdup2 (data, n);

      wrong[n / 2] ^= 1;
      return __real_write (fd, wrong, n);
    }
  return __real_write (fd, data, outcome == FAULT_SHORT ? n / 2 : n);
}

WRAP (int, sync_file_range, (int fd, off64_t from, off64_t n, unsigned int flags))
{
  return outcome_of (FAULT_PUSH) > 0 ? -1 : __real_sync_file_range (fd, from, n, flags);
}

WRAP (int, fsync, (int fd))
{
  return outcome_of (FAULT_SYNC) > 0 ? -1 : __real_fsync (fd);
}

WRAP (int, renameat2, (int a, const char *from, int b, const char *to, unsigned int flags))
{
  return outcome_of (FAULT_RENAME) > 0 ? -1 : __real_renameat2 (a, from, b, to, flags);
}

WRAP (int, openat64, (int folder, const char *name, int flags, ...))
{
  int outcome = outcome_of (flags & O_CREAT ? FAULT_CREATE : FAULT_OPEN);
  va_list args;
  mode_t mode;

  va_start (args, flags);
  mode = flags & O_CREAT ? va_arg (args, mode_t) : 0;
  va_end (args);
  return outcome > 0 ? -1 : __real_openat64 (folder, name, flags, mode);
}

WRAP (ssize_t, pread64, (int fd, void *data, size_t n, off64_t from))
{
  int outcome = outcome_of (FAULT_READ);
  ssize_t got;

  if (outcome > 0)
    return -1;
  if (outcome == FAULT_SHORT)
    return 0;
  got = __real_pread64 (fd, data, n, from);
  if (outcome == FAULT_FLIP && got > 0)
    ((char *) data)[got / 2] ^= 1;
  return got;
}

WRAP (int, fstatfs64, (int fd, struct statfs64 *fs))
{
  int outcome = outcome_of (FAULT_STATFS);
  int result = outcome > 0 ? -1 : __real_fstatfs64 (fd, fs);

  if (outcome == FAULT_FAT && result == 0)
    {
      fs->f_type = MSDOS_SUPER_MAGIC;
      fs->f_bsize = 32768;
      fs->f_blocks = fs->f_bfree = fs->f_bavail = 1024 * 1024;
    }
  return result;
}
