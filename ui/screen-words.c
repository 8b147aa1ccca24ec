/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "screen-words.h"

#include <glib/gi18n.h>

static const PalierScreenWords table[] = {
  { PALIER_QUESTION_READ_SCREEN, PALIER_ACT_NONE, N_("Read the recorder’s screen"),
    N_("Type what it shows now, every digit. Palier compares it before each step, so that nothing is done to another "
       "recorder, or to a version that it does not fit."),
    NULL, N_("_It shows this"), N_("S_top here") },
  { PALIER_QUESTION_STICK, PALIER_ACT_NONE, N_("Put the stick into this computer"),
    N_("A recorder reads FAT32 alone. Palier writes only what it needs, reads it back, and says when the stick may be "
       "taken out."),
    NULL, N_("_Use this stick"), N_("S_top here") },
  { PALIER_QUESTION_STICK_IN_THE_WAY, PALIER_ACT_NONE, N_("Other firmware is on the stick"),
    N_("At the recorder the wrong file could be chosen. Palier can give this one another name; its content stays."),
    NULL, N_("_Rename it"), N_("Use _another stick") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_EXPORT, N_("Export the configuration to the stick"),
    N_("Put the stick into the recorder’s USB port. At its screen, open the menu below, choose the stick and export. "
       "When the screen says that it has ended, bring the stick back here."),
    N_("Do not take the stick out before the export has ended."), N_("It _has ended"), N_("S_top here") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_UPGRADE, N_("Start the upgrade at the recorder"),
    N_("Put the stick into the recorder’s USB port. At its screen, open the menu below, choose the file digicap.dav and "
       "start. It writes its new firmware, which takes minutes."),
    N_("Do not cut the power and do not take the stick out until it has restarted: either can end the recorder for "
       "good."),
    N_("It _has started"), N_("S_top here") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_DEFAULT, N_("Reset the recorder to factory settings"),
    N_("At its screen, open the menu below and choose the entry that resets everything. “Restore Defaults” keeps network "
       "and accounts, “Restore to Inactive” keeps all settings: neither is enough. It restarts by itself."),
    N_("Do not cut the power while it resets and restarts."), N_("It _has begun"), N_("S_top here") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_SEE_INACTIVE, N_("Does it ask for a new password?"),
    N_("After a full factory default a recorder starts by asking for a new password. Look at its screen, and do not "
       "choose one yet."),
    NULL, N_("It _asks for one"), N_("It does _not") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_ACTIVATE, N_("Choose a new password at the recorder"),
    N_("8 to 16 characters, with two kinds of characters at least. Write it down now: Palier does not learn it and "
       "cannot tell it to you later. Leave the assistant that follows; settings come at the end."),
    NULL, N_("It is _chosen"), N_("S_top here") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_SEE_CLEARED, N_("Are its old settings gone?"),
    N_("Look at its screen: after a full factory default your camera names, its own name, its users and its network "
       "settings are gone. Cameras in its own sockets may come back by themselves, under factory names."),
    N_("If your settings are still there, say so: it was another entry of the menu, and the next upgrade could end the "
       "recorder for good. Resetting it once more harms nothing."),
    N_("They are _gone"), N_("They are _still there") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_SEE_RESTART, N_("Has it restarted by itself?"),
    N_("It writes, restarts, and shows its cameras or its sign-in again. Most need 5 to 10 minutes; a dark screen "
       "meanwhile is no failure. Where it asks for a restart by itself, agree."),
    N_("Do not cut the power, even when nothing seems to happen. Only after twenty minutes without any sign of life say "
       "that it has not come back."),
    N_("It _has restarted"), N_("It has not come _back") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_REPAIR, N_("Start the database repair at the recorder"),
    N_("At its screen, open the menu below and start the repair. It goes on recording meanwhile; older footage may be "
       "missing until it ends."),
    NULL, N_("It _has started"), N_("Put the repair _off") },
  { PALIER_QUESTION_AT_SCREEN, PALIER_ACT_SEE_REPAIRED, N_("Has the repair ended?"),
    N_("That takes from minutes to many hours. You may close Palier and come back another day. The menu below shows the "
       "state of the disks."),
    NULL, N_("It _has ended"), N_("S_top here") },
};

const PalierScreenWords *
palier_screen_words_find (PalierQuestion question, PalierAct act)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].question == question && (question != PALIER_QUESTION_AT_SCREEN || table[i].act == act))
      return &table[i];
  return NULL;
}
