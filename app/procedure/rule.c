/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/rule.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

#define PAGE N_ ("The manufacturer’s I-series upgrade page, published 2021-02-02")
#define NOTICE                                                                                     \
  N_ ("The manufacturer’s notice for the iDS-9632NXI-I8/16S, on the page published 2021-02-02")
#define CAUTION N_ ("Palier’s own caution")
#define CAUTION_GAP N_ ("Palier’s own caution, where the manufacturer’s page is silent")
#define CAUTION_NAMES                                                                              \
  N_ ("Palier’s own caution: the same file names are used for different recorders")

static const PalierRule rules[] = {
  { "P1", PALIER_LEVEL_FORBIDDEN, N_ ("Reach V3.4.92 before any V4 firmware"),
    N_ ("This recorder is below V3.4.92 build 170518. V4 firmware sent to it now would very likely "
        "make it fail for "
        "good."),
    N_ ("Climb to V3.4.92 first: it is the next landing. No agreement opens this rule."), PAGE },
  { "P2", PALIER_LEVEL_STRONG, N_ ("Full factory default at V3.4.92, before V4"),
    N_ ("A recorder at V3.4.92 must be set back to factory defaults, fully, before V4 firmware. "
        "Without that there is "
        "a high risk that it fails and has to go back to the manufacturer. The default erases all "
        "its settings."),
    N_ ("Do the full factory default now that V3.4.92 is reached, and let Palier see it happen."),
    PAGE },
  { "P3", PALIER_LEVEL_NONE, N_ ("From V3.4.92 straight to V4.50.00"),
    N_ ("Once the recorder is at V3.4.92 and has been defaulted, V4.50.00 follows directly, with "
        "no version in "
        "between."),
    N_ ("Nothing to choose here."), PAGE },
  { "P4", PALIER_LEVEL_NONE, N_ ("From any V4 straight to V4.50.00"),
    N_ ("A recorder that already runs a V4 firmware below V4.50.00 goes there directly. No factory "
        "default is asked "
        "for."),
    N_ ("Nothing to choose here."), PAGE },
  { "P5", PALIER_LEVEL_STRONG, N_ ("Back up the configuration and read it back"),
    N_ ("The recorder’s settings are saved to a file, and the file is read back, before anything "
        "changes the "
        "recorder. Without it, settings that are lost have to be entered again by hand."),
    N_ ("Export the configuration to this computer or to a USB stick, and let Palier check the "
        "file."),
    PAGE },
  { "P6", PALIER_LEVEL_ADVISED, N_ ("Repair the database after the climb"),
    N_ ("V4 firmware keeps its recordings in a new kind of database. Until it is repaired, "
        "playback may not find "
        "recordings that are still on the disks."),
    N_ ("Start the database repair once the recorder is set up again."), PAGE },
  { "P7", PALIER_LEVEL_NONE, N_ ("Follow the repair to its end"),
    N_ ("The disk status, or the repair entries in the recorder’s log, show when the repair begins "
        "and ends. "
        "Recording goes on meanwhile, and some older recordings cannot be found yet."),
    N_ ("Leave the recorder powered until the disks say that the repair has ended."), PAGE },
  { "P8", PALIER_LEVEL_NONE, N_ ("If playback is still missing after the repair"),
    N_ ("Recordings that stay missing after the repair may never have been made: power, network "
        "and motion detection "
        "are the usual reasons."),
    N_ ("Check these three; if they are in order, contact technical support with the report."),
    PAGE },
  { "P9", PALIER_LEVEL_FORBIDDEN, N_ ("Never go back to a lower version"),
    N_ ("This firmware is older than what the recorder runs. Going back may erase its settings or "
        "leave it in need "
        "of a factory default by hand."),
    N_ ("Keep the version that is installed, or choose the firmware of the next landing. No "
        "agreement opens this "
        "rule."),
    PAGE },
  { "P10", PALIER_LEVEL_FORBIDDEN, N_ ("This model takes only the custom firmware made for it"),
    N_ ("The iDS-9632NXI-I8/16S does not run standard firmware: it would be damaged for good. Only "
        "the custom "
        "V4.1.25 that was made for it may be sent."),
    N_ ("Get the custom V4.1.25 from the manufacturer’s product page of the iDS-9632NXI-I8/16S, "
        "and give Palier the "
        "archive as downloaded. No agreement opens this rule."),
    NOTICE },
  { "P11", PALIER_LEVEL_FORBIDDEN, N_ ("Only models that the catalogue lists"),
    N_ ("Palier’s catalogue does not list this model, so nothing is known of the firmware that is "
        "safe for it. "
        "Models that look alike can need different firmware."),
    N_ ("Ask the manufacturer’s technical support which firmware is made for this exact model. "
        "Nothing was sent to "
        "the recorder."),
    CAUTION_NAMES },
  { "P12", PALIER_LEVEL_STRONG,
    N_ ("Full factory default: the manufacturer’s page says nothing of this version"),
    N_ ("This version lies between V3.4.92 and V4.0, and the manufacturer’s page does not speak of "
        "it. Palier treats "
        "it like V3.4.92: a full factory default comes before V4 firmware, for a recorder that is "
        "not defaulted may "
        "fail. The default erases all its settings."),
    N_ ("Do the full factory default first, or ask the manufacturer’s technical support about this "
        "version."),
    CAUTION_GAP },
  { "P13", PALIER_LEVEL_NONE, N_ ("Nothing left to climb"),
    N_ ("The recorder already stands at the last landing that the procedure knows for it, or "
        "above."),
    N_ ("Backup, database repair, checkup and report remain on offer. Newer firmware may exist: "
        "Palier goes no "
        "further than the procedure does."),
    PAGE },
  { "P14", PALIER_LEVEL_REQUIRED,
    N_ ("Accept the manufacturer’s terms before any firmware is used"),
    N_ ("The manufacturer’s firmware may be used only by someone who accepts its general terms of "
        "use, is of age, "
        "and acts for themselves or with the authority to bind their company."),
    N_ ("Read the terms and give the three agreements, or stop here: nothing has changed on the "
        "recorder."),
    PAGE },
  { "P15", PALIER_LEVEL_FORBIDDEN, N_ ("No change while the version is not known"),
    N_ ("The recorder’s firmware version, or the build date that decides, cannot be read. Palier "
        "does not guess: the "
        "wrong step could make the recorder fail."),
    N_ ("Read the version and its build at the recorder’s own screen, or ask technical support. "
        "Nothing was sent to "
        "the recorder."),
    CAUTION },
  { "P16", PALIER_LEVEL_FORBIDDEN, N_ ("The same recorder, read again before every change"),
    N_ ("The recorder that answers now is not the one that this upgrade began with: its serial "
        "number is another one, "
        "or it was not told."),
    N_ ("Check the address and the cables, and begin again with the right recorder. Nothing was "
        "sent to this one."),
    CAUTION },
  { "P17", PALIER_LEVEL_FORBIDDEN, N_ ("Only the firmware of the next landing"),
    N_ ("This file is not the firmware of the recorder’s next landing."),
    N_ ("Choose the firmware of exactly the version that the plan names, with its build where the "
        "plan gives one."),
    PAGE },
};

guint
palier_rule_get_n (void)
{
  return G_N_ELEMENTS (rules);
}

const PalierRule *
palier_rule_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (rules), NULL);
  return &rules[i];
}

const PalierRule *
palier_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_strcmp0 (rules[i].id, id) == 0)
      return &rules[i];
  return NULL;
}

const char *
palier_level_get_nick (PalierLevel level)
{
  static const char *const nicks[] = {
    [PALIER_LEVEL_NONE] = "none",           [PALIER_LEVEL_ADVISED] = "advised",
    [PALIER_LEVEL_REQUIRED] = "required",   [PALIER_LEVEL_STRONG] = "strong",
    [PALIER_LEVEL_FORBIDDEN] = "forbidden",
  };

  return nicks[level];
}

void
palier_rule_set_error (const PalierRule *rule, GError **error)
{
  palier_error_set_rule (error, rule->id, rule->reason, rule->remedy);
}
