/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error-words.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

static const PalierErrorWords words[PALIER_N_ERRORS] = {
  [PALIER_ERROR_UNREACHABLE] = { 4, "unreachable",
    N_ ("The recorder does not answer at this address."),
    N_ ("Check that it is switched on and on the same network as this computer, "
        "then try again. Nothing has changed on the recorder.") },
  [PALIER_ERROR_TIMED_OUT] = { 4, "timed-out",
    N_ ("The recorder took too long to answer."),
    N_ ("Leave it powered, wait a minute, then try again: Palier first asks it "
        "where it stands.") },
  [PALIER_ERROR_CONNECTION_LOST] = { 4, "connection-lost",
    N_ ("The connection to the recorder was lost in the middle."),
    N_ ("Do not cut its power. Check the cable, then continue: Palier asks the "
        "recorder what became of it before it does anything.") },
  [PALIER_ERROR_NOT_A_RECORDER] = { 4, "not-a-recorder",
    N_ ("Something answers at this address, but not as a recorder does."),
    N_ ("Check the address: it may belong to a router, a camera or another device.") },
  [PALIER_ERROR_WRONG_PASSWORD] = { 4, "wrong-password",
    N_ ("The recorder refused this user name or password."),
    N_ ("Check them before you try again: a few wrong attempts lock the account. "
        "Palier never repeats a refused password by itself.") },
  [PALIER_ERROR_LOCKED] = { 4, "locked",
    N_ ("The recorder has locked this account after too many wrong passwords."),
    N_ ("Wait until the lock ends, usually thirty minutes, without trying again "
        "meanwhile. Nothing has changed on the recorder.") },
  [PALIER_ERROR_NOT_ACTIVATED] = { 4, "not-activated",
    N_ ("The recorder has no password yet: it is not activated."),
    N_ ("Activate it here, or at the recorder’s own screen, then continue.") },
  [PALIER_ERROR_NO_PERMISSION] = { 4, "no-permission",
    N_ ("This user may not do that on the recorder."),
    N_ ("Sign in as the administrator of the recorder.") },
  [PALIER_ERROR_CERTIFICATE] = { 4, "certificate",
    N_ ("The recorder shows a security certificate that is not the one known for "
        "it."),
    N_ ("After a full default this is normal: compare the fingerprint and accept "
        "the new one. Otherwise, check that this is really your recorder.") },
  [PALIER_ERROR_BAD_ANSWER] = { 1, "bad-answer",
    N_ ("The recorder’s answer cannot be read."),
    N_ ("Nothing was guessed and nothing more was sent. Try again; if it stays so, "
        "save the details for technical support.") },
  [PALIER_ERROR_NOT_SUPPORTED] = { 1, "not-supported",
    N_ ("This firmware does not offer that over the network."),
    N_ ("Do it at the recorder’s own screen; Palier shows the way and checks the "
        "outcome.") },
  [PALIER_ERROR_REFUSED] = { 1, "refused",
    N_ ("The recorder refused the request."),
    N_ ("Nothing more was sent. The recorder’s own words are in the details.") },
  [PALIER_ERROR_BUSY] = { 1, "busy",
    N_ ("The recorder is busy with something else."),
    N_ ("Leave it powered and wait a few minutes, then try again.") },
  [PALIER_ERROR_UPGRADING] = { 1, "upgrading",
    N_ ("The recorder is already writing firmware."),
    N_ ("Do not cut its power and send nothing more: wait until it has restarted.") },
  [PALIER_ERROR_REPAIRING] = { 1, "repairing",
    N_ ("The recorder is rebuilding its database."),
    N_ ("Let it finish: it goes on recording meanwhile. Then try again.") },
  [PALIER_ERROR_RECORDER_MEMORY] = { 1, "recorder-memory",
    N_ ("The recorder has not enough free memory for that."),
    N_ ("Restart the recorder from its menu, then try again.") },
  [PALIER_ERROR_RECORDER_DISK] = { 1, "recorder-disk",
    N_ ("A disk of the recorder reports an error."),
    N_ ("Look at the disk’s state at the recorder’s screen before you go on: a "
        "failing disk should be replaced first.") },
  [PALIER_ERROR_RISK_PASSWORD] = { 1, "risk-password",
    N_ ("This password is too weak for the recorder."),
    N_ ("Use 8 to 16 characters of at least two kinds (capitals, small letters, "
        "digits, signs), without the user name in it.") },
  [PALIER_ERROR_ALREADY_ACTIVE] = { 1, "already-active",
    N_ ("The recorder has been activated already."),
    N_ ("Sign in with the password that was set then.") },
  [PALIER_ERROR_WRONG_FILE_PASSWORD] = { 1, "wrong-file-password",
    N_ ("The configuration file does not open with this password."),
    N_ ("Enter the file password that was set when the file was exported.") },
  [PALIER_ERROR_PACKAGE_REFUSED] = { 1, "package-refused",
    N_ ("The recorder refused the firmware file."),
    N_ ("It goes on with its present firmware. Check that the file is the one for "
        "this exact model, and that it was downloaded whole.") },
  [PALIER_ERROR_PACKAGE_WRONG_TYPE] = { 1, "package-wrong-type",
    N_ ("The recorder says that this firmware file is made for another machine."),
    N_ ("It goes on with its present firmware. Get the file made for this exact "
        "model.") },
  [PALIER_ERROR_PACKAGE_WRONG_LANGUAGE] = { 1, "package-wrong-language",
    N_ ("The recorder says that this firmware file is made for another language or "
        "region."),
    N_ ("It goes on with its present firmware. Get the file for the language of "
        "this recorder.") },
  [PALIER_ERROR_PACKAGE_TOO_OLD] = { 1, "package-too-old",
    N_ ("The recorder says that this firmware version is too low for it."),
    N_ ("It goes on with its present firmware. Going back to a lower version is not "
        "advised.") },
  [PALIER_ERROR_PACKAGE_TOO_LARGE] = { 1, "package-too-large",
    N_ ("The recorder says that the firmware file is too large."),
    N_ ("It goes on with its present firmware. Check that the file is the one for "
        "this exact model.") },
  [PALIER_ERROR_PACKAGE_NOT_NEEDED] = { 1, "package-not-needed",
    N_ ("The recorder says that it has this firmware already."),
    N_ ("Read its version again: there may be nothing left to do here.") },
  [PALIER_ERROR_FLASH_FAILED] = { 1, "flash-failed",
    N_ ("The recorder could not write its memory."),
    N_ ("Do not cut its power. Let it be for twenty minutes, then look whether it "
        "answers; if not, contact technical support with the report.") },
  [PALIER_ERROR_UPGRADE_FAILED] = { 1, "upgrade-failed",
    N_ ("The recorder reports that the upgrade failed."),
    N_ ("Do not cut its power. Palier reads its version again before anything else "
        "is tried.") },
  [PALIER_ERROR_RULE] = { 3, "rule",
    N_ ("A rule of the procedure stops this step."),
    N_ ("Nothing was sent to the recorder.") },
  [PALIER_ERROR_CONSENT_MISSING] = { 3, "consent-missing",
    N_ ("An agreement that this step needs has not been given."),
    N_ ("Nothing was sent to the recorder. Give the agreement, then start again.") },
  [PALIER_ERROR_FILE_UNREADABLE] = { 1, "file-unreadable",
    N_ ("This file cannot be read."),
    N_ ("Check that it is still there and that you may read it, or choose another.") },
  [PALIER_ERROR_NOT_A_PACKAGE] = { 1, "not-a-package",
    N_ ("This is not a firmware file."),
    N_ ("Choose the file named digicap.dav, or the archive that it came in, as "
        "downloaded.") },
  [PALIER_ERROR_PACKAGE_DAMAGED] = { 1, "package-damaged",
    N_ ("This firmware file is damaged or incomplete."),
    N_ ("Download it again. Nothing was sent to the recorder.") },
  [PALIER_ERROR_PACKAGE_MISSING] = { 1, "package-missing",
    N_ ("The firmware file for a landing has not been chosen yet."),
    N_ ("Choose one for each landing: all are checked before anything is changed.") },
  [PALIER_ERROR_DISK_FULL] = { 1, "disk-full",
    N_ ("There is not enough space left to write the file."),
    N_ ("Free some space or choose another place. What was saved before is "
        "untouched.") },
  [PALIER_ERROR_CANNOT_WRITE] = { 1, "cannot-write",
    N_ ("The file cannot be written there."),
    N_ ("Choose another place. What was saved before is untouched.") },
  [PALIER_ERROR_READ_ONLY] = { 1, "read-only",
    N_ ("This place can only be read, not written to."),
    N_ ("If the stick has a lock switch, slide it; otherwise choose another stick or "
        "another place. Nothing was changed on it.") },
  [PALIER_ERROR_PLACE_NOT_KEPT] = { 1, "place-not-kept",
    N_ ("What is written there is gone when Palier closes: the sandbox that it runs in keeps "
        "nothing of it."),
    N_ ("Choose the folder in Palier’s own window, which makes it a lasting one, or a USB stick. "
        "Nothing was written.") },
  [PALIER_ERROR_FILE_TOO_LARGE] = { 1, "file-too-large",
    N_ ("The file is larger than this place can hold in one piece."),
    N_ ("Choose another stick or another place: FAT32 holds files up to 4 GiB.") },
  [PALIER_ERROR_FILE_IN_THE_WAY] = { 1, "file-in-the-way",
    N_ ("A different file of that name is there already."),
    N_ ("It was not touched. Choose another place, or agree to let Palier give that "
        "file another name.") },
  [PALIER_ERROR_PLACE_GONE] = { 1, "place-gone",
    N_ ("The place being written to is gone or no longer answers, as when a stick is "
        "taken out."),
    N_ ("What was saved before is untouched. Put the stick back in, or choose another "
        "place, and go on.") },
  [PALIER_ERROR_NOT_READ_BACK] = { 1, "not-read-back",
    N_ ("What was written does not read back identical."),
    N_ ("Do not trust this stick: it may be worn out, or smaller than it claims. "
        "Choose another one, and go on.") },
  [PALIER_ERROR_NO_STICK_SERVICE] = { 1, "no-stick-service",
    N_ ("This computer does not let Palier open sticks by itself."),
    N_ ("Open the stick in the file manager and choose its folder here; eject it there "
        "too before you take it out.") },
  [PALIER_ERROR_STICK_BUSY] = { 1, "stick-busy",
    N_ ("Another program is still using the stick."),
    N_ ("Do not take it out yet. Close the windows and programs that show it, then try "
        "again.") },
  [PALIER_ERROR_STICK_UNUSABLE] = { 1, "stick-unusable",
    N_ ("The stick cannot be used as it is."),
    N_ ("The details say why. Try another port or another stick; nothing was changed "
        "on this one.") },
  [PALIER_ERROR_BACKUP_NOT_VERIFIED] = { 1, "backup-not-verified",
    N_ ("The copy of the configuration does not read back identical."),
    N_ ("It does not count as a backup. Choose another place or another stick, and "
        "copy again. Nothing has changed on the recorder.") },
  [PALIER_ERROR_BACKUP_LOST] = { 1, "backup-lost",
    N_ ("The copy of the configuration made before the first change is no longer "
        "there, or has changed."),
    N_ ("It is not taken again: the recorder’s settings are no longer the same. Put "
        "the copy back in its place, or go on without it.") },
  [PALIER_ERROR_JOURNAL] = { 1, "journal",
    N_ ("The journal of this upgrade cannot be written."),
    N_ ("Nothing was sent to the recorder. Free some space on this computer, then "
        "try again.") },
  [PALIER_ERROR_DATA_FILE] = { 1, "data-file",
    N_ ("A data file of Palier is not as it should be."),
    N_ ("Install Palier again, or mend the file at the place named in the details.") },
  [PALIER_ERROR_COMPUTER] = { 1, "computer",
    N_ ("This computer reported a problem."),
    N_ ("The details say which. Nothing more was sent to the recorder.") },
  [PALIER_ERROR_NOT_DONE] = { 1, "not-done",
    N_ ("This has not happened yet."),
    N_ ("Palier looks again when you continue.") },
  [PALIER_ERROR_NOT_BACK] = { 1, "not-back",
    N_ ("The recorder has not come back yet."),
    N_ ("Do not cut its power before twenty minutes have passed. Then look at its "
        "screen: if it shows nothing, contact technical support with the report.") },
  [PALIER_ERROR_VERSION_NOT_REACHED] = { 1, "version-not-reached",
    N_ ("The recorder answers, but not with the expected version."),
    N_ ("The upgrade is not confirmed. Read the details, then start again: Palier "
        "plans anew from what the recorder says.") },
  [PALIER_ERROR_RESTART_NOT_SEEN] = { 1, "restart-not-seen",
    N_ ("The recorder was not seen to restart."),
    N_ ("Restart it from its own menu, never by the plug, then continue.") },
  [PALIER_ERROR_DEFAULT_NOT_SEEN] = { 1, "default-not-seen",
    N_ ("The full factory default was not seen on the recorder."),
    N_ ("Continue to look again, or do the full default at the recorder’s screen.") },
  [PALIER_ERROR_REPAIR_STOPPED] = { 1, "repair-stopped",
    N_ ("The database repair stopped before its end."),
    N_ ("Look at the state of the disks, then start the repair again from the "
        "recorder’s menu.") },
  [PALIER_ERROR_USAGE] = { 2, "usage",
    N_ ("This cannot be understood as it was written."),
    N_ ("See the help of the command.") },
};

const PalierErrorWords *
palier_error_words_get (int code)
{
  g_return_val_if_fail (code >= 0 && code < PALIER_N_ERRORS, &words[PALIER_ERROR_COMPUTER]);
  return &words[code];
}
