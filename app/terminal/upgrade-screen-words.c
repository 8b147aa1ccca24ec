/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-screen.h"

#include <glib/gi18n-lib.h>

static const char *
get_act_words (PalierAct act)
{
  switch (act)
    {
    case PALIER_ACT_EXPORT:
      return _ ("Take the stick to the recorder, export its configuration to it, and bring it back. Press Enter when that is done, or type “stop”:");
    case PALIER_ACT_DEFAULT:
      return _ ("At the recorder’s screen, do the full factory default: the entry that resets everything. “Restore Defaults” keeps network and accounts, “Restore to Inactive” keeps all settings: neither is enough. Press Enter when that is done, or type “stop”:");
    case PALIER_ACT_SEE_INACTIVE:
      return _ ("After it restarted, did the recorder ask for a new password? Press Enter for yes, or type “no”:");
    case PALIER_ACT_SEE_CLEARED:
      return _ ("Look at its screen: are your camera names, its own name, its users and its network settings gone? Press Enter for yes. If they are still there, type “no”: it was another entry of the menu, and the next upgrade could end the recorder for good:");
    case PALIER_ACT_ACTIVATE:
      return _ ("Choose the new password at the recorder’s screen, and write it down. Press Enter when that is done, or type “stop”:");
    case PALIER_ACT_UPGRADE:
      return _ ("Take the stick to the recorder and start the upgrade from it. Do not cut the power from here on. Press Enter when the recorder has begun, or type “stop” if it did not take the file:");
    case PALIER_ACT_SEE_RESTART:
      return _ ("Let it write and restart, up to 20 minutes; never cut its power. If it asks for a restart, give it from its menu. Press Enter when its screen is back, or type “no” if it does not come back:");
    case PALIER_ACT_REPAIR:
      return _ ("At the recorder’s screen, start the database repair. Press Enter when it has begun, or type “skip” to put it off:");
    case PALIER_ACT_SEE_REPAIRED:
      return _ ("The repair takes hours; the recorder goes on recording. Press Enter when its screen shows that it has ended, or type “stop” to come back another day:");
    default:
      return "";
    }
}

/* In both languages: the recorder's may be another one than ours. */
static void
say_menu (const PalierAsked *asked)
{
  PalierVersion version;
  const PalierMenuPath *path;
  g_autofree char *lines = NULL;

  if (!asked->version || !palier_version_parse (asked->version, &version, NULL)
      || !(path = palier_menu_find (&version, asked->act)))
    return;
  lines = palier_menu_dup_lines (&version, asked->act);
  g_printerr ("%s\n    ", lines);
  g_printerr ("%s\n", path->sure[PALIER_MENU_ENGLISH] == PALIER_SURE_MANUAL
                        ? _ ("These are the manual’s words; they may differ on this firmware.")
                        : _ ("No manual was found for these words; they may well differ on this firmware."));
}

static void
say_act (const PalierAsked *asked)
{
  if (asked->stick && (asked->act == PALIER_ACT_EXPORT || asked->act == PALIER_ACT_UPGRADE))
    {
      g_printerr ("  ");
      /* translators: %s is a folder. */
      g_printerr (_ ("Before you pull the stick out, eject %s."), asked->stick);
      g_printerr ("\n");
    }
  g_printerr ("  %s\n", get_act_words (asked->act));
  say_menu (asked);
  if (asked->shows_passwords)
    g_printerr ("  %s\n", _ ("Leave the camera list alone: on V3.4 it holds the cameras’ passwords for all to read."));
}

static const char *
get_field_words (guint n)
{
  if (n == 0)
    return _ ("Read the recorder’s screen again, and type its model (“stop” ends here):");
  return n == 1 ? _ ("Its serial number:") : _ ("Its version with its build:");
}

void
palier_upgrade_say_screen (Upgrade *self, PalierQuestion question)
{
  const PalierAsked *asked = palier_job_get_asked (self->job);

  if (asked->problem && self->n_typed == 0)
    g_printerr ("  %s %s\n", palier_error_get_sentence (asked->problem), palier_error_get_remedy (asked->problem));
  switch (question)
    {
    case PALIER_QUESTION_READ_SCREEN:
      g_printerr ("  %s\n", get_field_words (self->n_typed));
      if (self->n_typed == 0)
        say_menu (asked);
      break;
    case PALIER_QUESTION_STICK:
      g_printerr ("  %s\n", _ ("Put the stick into this computer, and type the folder where its files are (“stop” ends here):"));
      break;
    case PALIER_QUESTION_STICK_IN_THE_WAY:
      g_printerr ("  %s\n    %s\n", _ ("There is firmware on the stick already; it could be chosen by mistake. Press Enter to give it another name, or type “no” to use another stick:"), asked->file);
      break;
    default:
      say_act (asked);
    }
}
