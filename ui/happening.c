/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "happening.h"
#include <glib/gi18n.h>

static const struct
{
  const char *id, *text;
} table[] = {
  { "identify", N_("Palier signs in and reads model, serial number and version again, to be sure that it is still this "
                   "recorder. Nothing changes.") },
  { "preflight", N_("Palier looks at what could stand in the way: disks, other work under way, consents. Nothing "
                    "changes.") },
  { "inventory", N_("Palier reads what a person would have to enter again: names, network, time, cameras, users, schedule. "
                    "Nothing changes.") },
  { "backup", N_("The recorder sends its configuration; Palier writes it down, reads it back from the disk and compares. "
                 "Nothing changes on the recorder.") },
  { "package", N_("The firmware file is read and hashed again: it must still be the one that was checked.") },
  { "default", N_("The recorder forgets every setting, users and network included, and restarts. Palier waits until it "
                  "has seen all of that with its own eyes.") },
  { "activate", N_("The recorder gets its new password. Until then nobody can sign in to it.") },
  { "upload", N_("The firmware file goes to the recorder, once. The recorder then checks it by itself.") },
  { "install", N_("The recorder writes its new firmware. It may stop answering meanwhile. A power cut now can end it for "
                  "good.") },
  { "restart", N_("The recorder restarts. It does not answer until it is up again; Palier asks until it does, and looks "
                  "whether it really started anew.") },
  { "confirm", N_("Palier reads which version runs now. Only that proves the landing.") },
  { "reprogram", N_("The settings are entered again, by you. Palier waits.") },
  { "repair", N_("The recorder rebuilds the database of its recordings. That takes from minutes to many hours, depending "
                 "on the disks. It goes on recording; older footage may be missing until it ends.") },
  { "prove", N_("Palier reads everything again, to show you what is proved.") },
};

const char *
palier_happening_get (const char *step_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].id, step_id) == 0)
      return _(table[i].text);
  return "";
}
