/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/place.h"

#include "base/error.h"
#include "base/sandbox.h"
#include "stick/trouble.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".palier-"
#define SUFFIX ".part"
#define MAX_TRIES 1000

gboolean
palier_place_open (PalierPlace *self, const char *folder, GError **error)
{
  *self = (PalierPlace){ .folder = -1, .file = -1 };
  if (!palier_sandbox_check (folder, error))
    return FALSE;
  self->folder = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->folder < 0)
    palier_trouble_set (error, errno, FALSE, folder);
  return self->folder >= 0;
}

/* The document portal (a sandbox's way to a folder that the person chose) opens its files through links of its own
 * and passes O_NOFOLLOW on: it fails on plain files too. There it is made sure otherwise that no link was followed. */
static int
look_without_flag (PalierPlace *self, const char *name)
{
  struct stat named, opened;
  int fd;

  if (fstatat (self->folder, name, &named, AT_SYMLINK_NOFOLLOW) != 0)
    return -1;
  fd = S_ISREG (named.st_mode) ? openat (self->folder, name, O_RDONLY | O_NONBLOCK | O_CLOEXEC) : -1;
  if (fd >= 0 && fstat (fd, &opened) == 0 && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino)
    return fd;
  if (fd >= 0)
    close (fd);
  errno = ELOOP;
  return -1;
}

int
palier_place_look (PalierPlace *self, const char *name)
{
  int fd = openat (self->folder, name, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);

  return fd < 0 && errno == ELOOP ? look_without_flag (self, name) : fd;
}

/* A write in progress holds a lock on its temporary file; one that nobody holds is a leftover. */
static void
remove_if_left (PalierPlace *self, const char *name)
{
  int fd = palier_place_look (self, name);

  if (fd < 0)
    return;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    (void) unlinkat (self->folder, name, 0);
  close (fd);
}

static void
remove_leftovers (PalierPlace *self)
{
  int copy = openat (self->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = copy >= 0 ? fdopendir (copy) : NULL;
  struct dirent *entry;

  if (!dir)
    {
      if (copy >= 0)
        close (copy);
      return;
    }
  while ((entry = readdir (dir)))
    if (g_str_has_prefix (entry->d_name, PREFIX) && g_str_has_suffix (entry->d_name, SUFFIX))
      remove_if_left (self, entry->d_name);
  closedir (dir);
}

gboolean
palier_place_begin (PalierPlace *self, GError **error)
{
  remove_leftovers (self);
  for (guint i = 0; i < MAX_TRIES && self->file < 0; i++)
    {
      g_autofree char *name = g_strdup_printf (PREFIX "%08x" SUFFIX, g_random_int ());

      self->file = openat (self->folder, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
      if (self->file >= 0)
        self->temporary = g_steal_pointer (&name);
      else if (errno != EEXIST)
        break;
    }
  if (self->file < 0)
    {
      palier_trouble_set (error, errno, FALSE, "create");
      return FALSE;
    }
  (void) flock (self->file, LOCK_EX | LOCK_NB);
  return TRUE;
}

/* Where the file system cannot refuse to replace (some FUSE ones), look first. */
static gboolean
rename_only (PalierPlace *self, const char *from, const char *to)
{
  if (renameat2 (self->folder, from, self->folder, to, RENAME_NOREPLACE) == 0)
    return TRUE;
  if (errno != EINVAL && errno != ENOSYS)
    return FALSE;
  if (faccessat (self->folder, to, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return errno == ENOENT && renameat (self->folder, from, self->folder, to) == 0;
}

/* Some FUSE file systems have no fsync for a folder; everything else is a real failure. */
static gboolean
sync_folder (PalierPlace *self)
{
  return fsync (self->folder) == 0 || errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP;
}

/* FAT gives a renamed file an entry without size and content, which only the file's own fsync fills:
 * a stick pulled before that would have lost what it had saved. The file comes first, so that the
 * entry never reaches the medium empty. */
static gboolean
rename_to_free (PalierPlace *self, const char *from, const char *to, gboolean *renamed)
{
  int file = palier_place_look (self, from);
  gboolean done;
  int number;

  *renamed = rename_only (self, from, to);
  done = *renamed && (file < 0 || fsync (file) == 0) && sync_folder (self);
  number = errno;
  if (file >= 0)
    close (file);
  errno = number;
  return done;
}

static gboolean
close_file (PalierPlace *self)
{
  int file = self->file;

  self->file = -1;
  return close (file) == 0 || errno == EINTR;
}

gboolean
palier_place_settle (PalierPlace *self, const char *name, GError **error)
{
  gboolean done;

  if (fsync (self->file) != 0 || !close_file (self))
    {
      palier_trouble_set (error, errno, TRUE, "fsync");
      return FALSE;
    }
  done = rename_to_free (self, self->temporary, name, &self->settled);
  if (!done)
    palier_trouble_set (error, errno, TRUE, "rename");
  if (self->settled)
    g_clear_pointer (&self->temporary, g_free);
  return done;
}

static char *
numbered_name (const char *name, guint number)
{
  const char *dot = strrchr (name, '.');

  if (!dot || dot == name)
    return g_strdup_printf ("%s (%u)", name, number);
  return g_strdup_printf ("%.*s (%u)%s", (int) (dot - name), name, number, dot);
}

gboolean
palier_place_move_aside (PalierPlace *self, const char *name, GError **error)
{
  for (guint i = 1; i < MAX_TRIES; i++)
    {
      g_autofree char *other = numbered_name (name, i);
      gboolean renamed;
      gboolean done = rename_to_free (self, name, other, &renamed);

      if (renamed)
        self->moved_to = g_steal_pointer (&other);
      if (done)
        return TRUE;
      if (renamed || errno != EEXIST)
        break;
    }
  palier_trouble_set (error, errno, TRUE, "rename");
  return FALSE;
}

void
palier_place_take_back (PalierPlace *self, const char *name)
{
  gboolean renamed;

  if (self->settled)
    (void) unlinkat (self->folder, name, 0);
  if (self->moved_to)
    (void) rename_to_free (self, self->moved_to, name, &renamed);
  if (self->settled || self->moved_to)
    (void) sync_folder (self);
  g_clear_pointer (&self->moved_to, g_free);
  self->settled = FALSE;
}

void
palier_place_close (PalierPlace *self)
{
  if (self->file >= 0)
    close (self->file);
  if (self->temporary)
    (void) unlinkat (self->folder, self->temporary, 0);
  if (self->folder >= 0)
    close (self->folder);
  g_clear_pointer (&self->temporary, g_free);
  g_clear_pointer (&self->moved_to, g_free);
  self->file = self->folder = -1;
}
