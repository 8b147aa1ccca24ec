/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sub-status.h"

#include <glib/gi18n-lib.h>

/* What a recorder may say about a firmware file and about an upgrade. */
const PalierSubStatus palier_sub_status_firmware[] = {
  { "upgrading", 0x20000003, PALIER_ERROR_UPGRADING, NULL, NULL },
  { "transferUpgradePackageFailed", 0x20000006, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder could not take in the firmware file."),
    N_ ("It goes on with its present firmware. Check the network cable; the file is sent "
        "again only after the recorder has been read anew.") },
  { "startUpgradeFailed", 0x20000007, PALIER_ERROR_UPGRADE_FAILED,
    N_ ("The recorder has the firmware file but could not begin the upgrade."),
    N_ ("Do not cut its power. Restart it from its own menu, then continue: Palier reads its "
        "version first.") },
  { "getUpgradeProcessFailed", 0x20000008, PALIER_ERROR_BUSY,
    N_ ("The recorder cannot say how far the upgrade has got."),
    N_ ("Do not cut its power. Wait until it has restarted: Palier then reads its version.") },
  { "badFlash", 0x30000002, PALIER_ERROR_FLASH_FAILED, NULL, NULL },
  { "upgradeError", 0x30000019, PALIER_ERROR_UPGRADE_FAILED, NULL, NULL },
  { "upgradeErrorAndReboot", 0x3000001a, PALIER_ERROR_UPGRADE_FAILED,
    N_ ("The recorder reports that the upgrade failed, and that it is restarting."),
    N_ ("Do not cut its power. Once it answers again, Palier reads its version before "
        "anything else is tried.") },
  { "receiveUpgradePackageError", 0x30006011, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder did not receive the firmware file whole."),
    N_ ("It goes on with its present firmware. Use a network cable rather than Wi-Fi; the file "
        "is sent again only after the recorder has been read anew.") },
  { "upgradeFailed", 0x30006012, PALIER_ERROR_UPGRADE_FAILED, NULL, NULL },
  { "fileError", 0x4000000f, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder says that this is not an upgrade file for it."), NULL },
  { "upgradePackageMorethan2GB", 0x40001000, PALIER_ERROR_PACKAGE_TOO_LARGE,
    N_ ("The recorder says that the file is larger than 2 GB, more than it can take."), NULL },
  { "updateTypeUnmatched", 0x40001041, PALIER_ERROR_PACKAGE_WRONG_TYPE, NULL, NULL },
  { "updateLangUnmatched", 0x40001042, PALIER_ERROR_PACKAGE_WRONG_LANGUAGE, NULL, NULL },
  { "badLanguage", 0, PALIER_ERROR_PACKAGE_WRONG_LANGUAGE, NULL, NULL },
  { "upgradePackageLarge", 0x400010eb, PALIER_ERROR_PACKAGE_TOO_LARGE, NULL, NULL },
  { "updateFileRSAError", 0x400019c1, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder says that the signature of the firmware file does not hold."),
    N_ ("It goes on with its present firmware. The file was changed or damaged: get it again "
        "from the manufacturer.") },
  { "noFlash", 0x400020b5, PALIER_ERROR_FLASH_FAILED,
    N_ ("The recorder does not find the memory that its firmware is written to."), NULL },
  { "errorUpgradeVersion", 0x4000211d, PALIER_ERROR_PACKAGE_TOO_OLD, NULL, NULL },
  { "updatePackageNameOrSizeNotMatch", 0x400050f2, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder says that the name or the size of the firmware file is not the right one."),
    N_ ("It goes on with its present firmware. Use the file under its own name, digicap.dav, as "
        "it was downloaded.") },
  { "upgradeProgramErr", 0x40005100, PALIER_ERROR_UPGRADE_FAILED,
    N_ ("The part of the recorder that writes firmware reports an error."), NULL },
  { "noNeedUpgrade", 0x4000a022, PALIER_ERROR_PACKAGE_NOT_NEEDED, NULL, NULL },
  /* Configuration files are refused by the same word. */
  { "badDevType", 0x60000010, PALIER_ERROR_PACKAGE_WRONG_TYPE,
    N_ ("The recorder says that this file was made for another model."),
    N_ ("It took nothing from it. Get the file made for this exact model.") },
  { "upgrateParameterWrong", 0x6000001f, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder does not accept the form in which the firmware file was sent."),
    N_ ("It goes on with its present firmware. Upgrade it at its own screen, from a USB stick: "
        "Palier prepares the stick.") },
  { "upgradeParameterWrong", 0x60006050, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder does not accept the form in which the firmware file was sent."),
    N_ ("It goes on with its present firmware. Upgrade it at its own screen, from a USB stick: "
        "Palier prepares the stick.") },
  { "upgrateDataEmpty", 0x60000020, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder says that it received an empty file."),
    N_ ("It goes on with its present firmware. Check the firmware file, then continue.") },
  { "devicePlatformMismatch", 0x6000604e, PALIER_ERROR_PACKAGE_WRONG_TYPE,
    N_ ("The recorder says that this firmware was made for other hardware."), NULL },
  { "verificationFailed", 0x6000604f, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder checked the firmware file and found that it does not hold."),
    N_ ("It goes on with its present firmware. Download the file again and compare its "
        "fingerprint (SHA-256).") },
  { "OEMCodeMismatch", 0x60006051, PALIER_ERROR_PACKAGE_WRONG_TYPE,
    N_ ("The recorder says that this firmware was made for recorders of another brand."),
    N_ ("It goes on with its present firmware. Ask whoever sold the recorder for the file of "
        "its own brand.") },
  { "versionMismatch", 0x60006052, PALIER_ERROR_PACKAGE_REFUSED,
    N_ ("The recorder says that this version cannot follow the one that it has."),
    N_ ("It goes on with its present firmware. Start again: Palier reads its version anew and "
        "plans from there.") },
  { "badUpgradePackage", 0x6000107a, PALIER_ERROR_PACKAGE_REFUSED, NULL, NULL },
  { NULL },
};
