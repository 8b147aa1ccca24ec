/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "namespaces.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static gboolean
ip (const char *format, ...)
{
  g_autofree char *line = NULL;
  g_autofree char *command = NULL;
  va_list args;
  int status = -1;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  command = g_strconcat ("ip ", line, NULL);
  return g_spawn_command_line_sync (command, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

static gboolean
write_file (const char *path, const char *text)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean written = fd >= 0 && write (fd, text, strlen (text)) == (ssize_t) strlen (text);

  if (fd >= 0)
    close (fd);
  return written;
}

/* Without root, one becomes root of a user namespace first. */
static gboolean
become_root_of_own (void)
{
  g_autofree char *users = g_strdup_printf ("0 %u 1", getuid ());
  g_autofree char *groups = g_strdup_printf ("0 %u 1", getgid ());

  return unshare (CLONE_NEWUSER) == 0 && write_file ("/proc/self/setgroups", "deny")
         && write_file ("/proc/self/uid_map", users) && write_file ("/proc/self/gid_map", groups);
}

const char *
namespace_enter (void)
{
  if (unshare (CLONE_NEWNET) != 0
      && (errno != EPERM || !become_root_of_own () || unshare (CLONE_NEWNET) != 0))
    return "this machine does not let tests have network namespaces";
  if (!ip ("link set lo up"))
    return "iproute2 is not installed, or may not configure a namespace here";
  if (!ip ("link add probe0 type veth peer name probe1") || !ip ("link del probe0"))
    return "this machine's kernel has no veth";
  return NULL;
}

typedef struct
{
  int words[2]; /* from the neighbour: 'n' in its namespace, 'r' ready */
  int go[2];    /* to it: the cable is there */
  const char *address;
  NamespaceMain run;
  gconstpointer data;
} Neighbour;

static int ready_fd = -1; /* in a neighbour */

void
namespace_say_ready (void)
{
  if (write (ready_fd, "r", 1) != 1)
    _exit (1);
}

static void
live_elsewhere (const Neighbour *self)
{
  char c;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  ready_fd = self->words[1];
  if (unshare (CLONE_NEWNET) != 0 || write (ready_fd, "n", 1) != 1 || read (self->go[0], &c, 1) != 1)
    _exit (1);
  if (!ip ("link set lo up") || !ip ("addr add %s dev far0", self->address)
      || !ip ("link set far0 up"))
    _exit (1);
  self->run (self->data);
  _exit (0);
}

static void
expect_word (const Neighbour *self, char word)
{
  char c = 0;

  g_assert_cmpint (read (self->words[0], &c, 1), ==, 1);
  g_assert_cmpint (c, ==, word);
}

static void
close_pipe (int ends[2])
{
  close (ends[0]);
  close (ends[1]);
}

pid_t
namespace_add_neighbour (const char *name,
                         const char *address,
                         const char *their_address,
                         NamespaceMain run,
                         gconstpointer data)
{
  Neighbour self = { .address = their_address, .run = run, .data = data };
  pid_t pid;

  g_assert_true (g_unix_open_pipe (self.words, FD_CLOEXEC, NULL));
  g_assert_true (g_unix_open_pipe (self.go, FD_CLOEXEC, NULL));
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    live_elsewhere (&self);
  expect_word (&self, 'n');
  g_assert_true (ip ("link add %s type veth peer name far0 netns %d", name, (int) pid));
  g_assert_true (ip ("addr add %s dev %s", address, name));
  g_assert_true (ip ("link set %s up", name));
  g_assert_cmpint (write (self.go[1], "g", 1), ==, 1);
  close (self.words[1]);
  self.words[1] = -1;
  expect_word (&self, 'r');
  close (self.words[0]);
  close_pipe (self.go);
  return pid;
}

void
namespace_remove_neighbour (pid_t neighbour)
{
  kill (neighbour, SIGKILL);
  waitpid (neighbour, NULL, 0);
}
