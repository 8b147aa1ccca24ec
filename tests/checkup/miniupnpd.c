/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "miniupnpd.h"

#include "namespaces.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

/* A public address on the far side, which leads nowhere: without one, it opens no port. */
static const char *const cables[] = {
  "ip link add ext0 type veth peer name ext1",
  "ip addr add 5.5.5.5/24 dev ext0",
  "ip link set ext0 up",
  "ip link set ext1 up",
};

static const char chains[]
    = "table inet filter {\n"
      "  chain miniupnpd { }\n  chain prerouting_miniupnpd { }\n  chain postrouting_miniupnpd { }\n"
      "  chain forward { type filter hook forward priority 0; policy accept; jump miniupnpd\n  }\n"
      "  chain prerouting { type nat hook prerouting priority -100; policy accept; "
      "jump prerouting_miniupnpd\n  }\n"
      "  chain postrouting { type nat hook postrouting priority 100; policy accept; "
      "jump postrouting_miniupnpd\n  }\n}\n";

static const char configuration[]
    = "ext_ifname=ext0\nlistening_ip=far0\nport=0\nenable_natpmp=no\nenable_upnp=yes\n"
      "notify_interval=60\nuuid=00000000-0000-4000-8000-000000004821\nlease_file=leases\n"
      "upnp_table_name=filter\nupnp_nat_table_name=filter\nupnp_forward_chain=miniupnpd\n"
      "upnp_nat_chain=prerouting_miniupnpd\nupnp_nat_postrouting_chain=postrouting_miniupnpd\n"
      "allow 0-65535 0.0.0.0/0 0-65535\n";

static const char leases[] = "TCP:8080:192.168.60.20:80:0:recorder web\n"
                             "TCP:9000:192.168.60.33:9000:0:other\n";

gboolean
miniupnpd_is_there (void)
{
  g_autofree char *daemon = g_find_program_in_path ("miniupnpd");
  g_autofree char *nft = g_find_program_in_path ("nft");
  int status = -1;

  return (daemon || g_file_test ("/usr/sbin/miniupnpd", G_FILE_TEST_IS_EXECUTABLE)) && nft
         && g_spawn_command_line_sync ("nft list ruleset", NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

static void
lay_cables (void)
{
  int status = -1;

  for (guint i = 0; i < G_N_ELEMENTS (cables); i++)
    if (!g_spawn_command_line_sync (cables[i], NULL, NULL, &status, NULL) || status != 0)
      _exit (1);
  if (!g_spawn_command_line_sync ("nft -f chains", NULL, NULL, &status, NULL) || status != 0)
    _exit (1);
}

/* In this process's working folder, which is its own and is gone when it listens. */
static void
make_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-router-XXXXXX", NULL);

  if (!folder || chdir (folder) != 0 || !g_file_set_contents ("chains", chains, -1, NULL)
      || !g_file_set_contents ("conf", configuration, -1, NULL)
      || !g_file_set_contents ("leases", leases, -1, NULL))
    _exit (1);
}

static void
remove_folder (void)
{
  static const char *const names[] = { "chains", "conf", "leases", "pid" };
  g_autofree char *folder = g_get_current_dir ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_remove (names[i]);
  g_rmdir (folder);
}

static void
die_together (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

void
miniupnpd_run (gconstpointer data)
{
  const char *const argv[]
      = { "/usr/sbin/miniupnpd", "-d", "-f", "conf", "-P", "pid", NULL };
  char line[512];
  FILE *words;
  int err = -1;

  make_folder ();
  lay_cables ();
  if (!g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, die_together,
                                 NULL, NULL, NULL, NULL, &err, NULL))
    _exit (1);
  words = fdopen (err, "r");
  while (words && fgets (line, sizeof line, words))
    if (strstr (line, "HTTP listening"))
      {
        remove_folder ();
        namespace_say_ready ();
      }
}
