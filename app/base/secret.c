/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/secret.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define MAX_LENGTH 256

/* A page of its own, so that locking it and leaving it out of dumps touches nothing else. */
struct _PalierSecret
{
  gatomicrefcount refs;
  gsize length;
  char text[MAX_LENGTH + 1];
};

void
palier_wipe (void *memory, gsize n)
{
  explicit_bzero (memory, n);
}

static PalierSecret *
secret_alloc (void)
{
  PalierSecret *self = mmap (NULL, sizeof (PalierSecret), PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  g_assert (self != MAP_FAILED);
  /* Both are best effort: a small RLIMIT_MEMLOCK must not stop a person from signing in. */
  (void) mlock (self, sizeof (PalierSecret));
  (void) madvise (self, sizeof (PalierSecret), MADV_DONTDUMP);
  g_atomic_ref_count_init (&self->refs);
  return self;
}

PalierSecret *
palier_secret_new (const char *text)
{
  PalierSecret *self = secret_alloc ();

  self->length = MIN (strlen (text), MAX_LENGTH);
  memcpy (self->text, text, self->length);
  return self;
}

static void
secret_cut_line (PalierSecret *self)
{
  const char *end = memchr (self->text, '\n', self->length);

  if (end)
    self->length = (gsize) (end - self->text);
  if (self->length > 0 && self->text[self->length - 1] == '\r')
    self->length--;
  palier_wipe (self->text + self->length, sizeof self->text - self->length);
}

PalierSecret *
palier_secret_new_from_file (const char *path, GError **error)
{
  g_autoptr (PalierSecret) self = secret_alloc ();
  gboolean standard_input = g_str_equal (path, "-");
  int fd = standard_input ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC);
  gssize got = 0;

  /* Read by hand into the locked page: a stream's buffer would keep a copy. */
  while (fd >= 0 && self->length < MAX_LENGTH && !memchr (self->text, '\n', self->length))
    {
      got = read (fd, self->text + self->length, MAX_LENGTH - self->length);
      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        break;
      self->length += (gsize) got;
    }
  if (fd < 0 || got < 0)
    palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s: %s", path, g_strerror (errno));
  if (fd >= 0 && !standard_input)
    close (fd);
  if (fd < 0 || got < 0)
    return NULL;
  secret_cut_line (self);
  return g_steal_pointer (&self);
}

PalierSecret *
palier_secret_ref (PalierSecret *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
palier_secret_unref (PalierSecret *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  palier_wipe (self->text, sizeof self->text);
  munmap (self, sizeof (PalierSecret));
}

const char *
palier_secret_peek (PalierSecret *self)
{
  return self->text;
}

gsize
palier_secret_get_length (PalierSecret *self)
{
  return self->length;
}

gboolean
palier_secret_equal (PalierSecret *a, PalierSecret *b)
{
  return a->length == b->length && memcmp (a->text, b->text, a->length) == 0;
}
