/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-rows.h"

#define EXPORT "path:/ISAPI/System/configurationData*"

#define FAULT(name) "[{\"fault\":\"" name "\"}]"
#define FAULT_AT(name, at) "[{\"fault\":\"" name "\",\"at\":\"" at "\"}]"
#define FAULT_OF(name, at, value) "[{\"fault\":\"" name "\",\"at\":\"" at "\",\"value\":\"" value "\"}]"
#define FAULT_EVER(name, at) "[{\"fault\":\"" name "\",\"at\":\"" at "\",\"times\":0}]"

/* A sub-status with which the recorder refuses the package, and the error that a person is told. */
#define REFUSED(sub, nick)                                                                               \
  {                                                                                                      \
    "a package refused with " sub, "v4.22.005", FAULT_OF ("refuse-upload", "upload:100", sub),           \
        PALIER_RUN_FAILED, nick, "V4.22.005", FALSE, FALSE, 1, 1                                         \
  }

/* One firmware file is sent to a V4, two to a V3.4.70: more sendings mean that it was sent again. */
const FaultRow fault_rows[] = {
  { "cut at 40 % of the upload, it is sent again", "cut-upload", NULL,
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 3, 1 },
  { "a lost answer and a long restart, it is not sent again", "answer-lost", NULL,
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 2, 1 },
  { "another address after the default", "moves-away", NULL,
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "a POST answered at the very end", "held-post", NULL,
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "an OEM dialect", "oem", NULL,
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "SHA-256 and nonces that go stale", "sha-256", NULL,
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "power cut while flashing, the only one that breaks it", "power-cut", NULL,
    PALIER_RUN_FAILED, "not-back", "", TRUE, FALSE, 1, 1 },
  { "a disk fails while it is repaired", "disk-error", NULL,
    PALIER_RUN_FAILED, "recorder-disk", "V4.50.00", FALSE, FALSE, 1, 1 },

  REFUSED ("badDevType", "package-wrong-type"),
  REFUSED ("updateTypeUnmatched", "package-wrong-type"),
  REFUSED ("updateLangUnmatched", "package-wrong-language"),
  REFUSED ("errorUpgradeVersion", "package-too-old"),
  REFUSED ("upgradePackageLarge", "package-too-large"),
  REFUSED ("noNeedUpgrade", "package-not-needed"),
  REFUSED ("updateFileRSAError", "package-refused"),
  REFUSED ("badFlash", "flash-failed"),
  REFUSED ("upgradeFailed", "upgrade-failed"),

  { "each upload cut, given up after the third", "v4.22.005", FAULT_EVER ("cut-connection", "upload:40"),
    PALIER_RUN_FAILED, "connection-lost", "V4.22.005", FALSE, FALSE, 3, 1 },
  { "cut at the first byte", "v4.22.005", FAULT_AT ("cut-connection", "upload:1"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 2, 1 },
  { "cut at the last byte", "v4.22.005", FAULT_AT ("cut-connection", "upload:99"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 2, 1 },

  { "an export refused, nothing is changed", "v4.22.005", FAULT_OF ("export-refused", EXPORT, "deviceBusy"),
    PALIER_RUN_FAILED, "busy", "V4.22.005", FALSE, TRUE, 0, 0 },
  { "an export forbidden, nothing is changed", "v3.4.70",
    FAULT_OF ("export-refused", EXPORT, "lowPrivilege"),
    PALIER_RUN_FAILED, "no-permission", "V3.4.70", FALSE, TRUE, 0, 0 },
  /* An opaque file whose length HTTP confirms: only another one tells that it is too short. */
  { "an export cut short by the recorder itself, taken again", "v4.22.005", FAULT_AT ("export-truncated", EXPORT),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "a connection cut in the export, nothing is changed", "v3.4.92", FAULT_EVER ("cut-connection", EXPORT),
    PALIER_RUN_FAILED, "connection-lost", "V3.4.92", FALSE, TRUE, 0, 0 },

  { "the old version stays after a restart", "v4.22.005", FAULT ("stays-old-version"),
    PALIER_RUN_FAILED, "version-not-reached", "V4.22.005", FALSE, FALSE, 1, 1 },
  { "the old version stays below the landing, no V4 is sent", "v3.4.70", FAULT ("stays-old-version"),
    PALIER_RUN_FAILED, "version-not-reached", "V3.4.70", FALSE, FALSE, 1, 1 },
  { "a percentage left over from the landing before", "v3.4.70", FAULT ("percent-stays"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 2, 1 },
  { "a landing that begins late, with the percentage of the one before", "v3.4.70",
    "[{\"fault\":\"percent-stays\"},{\"fault\":\"begins-late\",\"value\":\"100\"}]",
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 2, 1 },
  { "a version that cannot be read after a cut: not sent again", "v4.22.005",
    "[{\"fault\":\"cut-connection\",\"at\":\"upload:40\"},{\"fault\":\"no-version\",\"after\":6}]",
    PALIER_RUN_STOPPED, "P15", "V4.22.005", FALSE, FALSE, 1, 1 },
  { "a recorder that answers before it is ready", "v4.22.005",
    "[{\"fault\":\"garbage-xml\",\"at\":\"path:/ISAPI/System/deviceInfo\",\"after\":8,\"times\":3}]",
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "a moment of silence before it begins late", "v4.22.005",
    "[{\"fault\":\"begins-late\",\"value\":\"100\"},"
    "{\"fault\":\"cut-connection\",\"at\":\"path:/ISAPI/System/upgradeStatus\",\"after\":2}]",
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "the flash fails half way", "v4.22.005", FAULT_AT ("flash-fails", "flash:50"),
    PALIER_RUN_FAILED, "upgrade-failed", "V4.22.005", FALSE, FALSE, 1, 1 },
  { "a restart that takes ten minutes more, waited for", "v4.22.005", FAULT_OF ("long-restart", "boot:1", "600"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "a restart far too long, the person stops waiting", "v4.22.005",
    FAULT_OF ("long-restart", "boot:1", "900000"),
    PALIER_RUN_FAILED, "not-back", "V4.22.005", FALSE, FALSE, 1, 1 },
  { "another recorder answers after the restart", "v3.4.70",
    FAULT_AT ("wrong-serial-after-restart", "boot:1"),
    PALIER_RUN_STOPPED, "P16", "V3.4.92", FALSE, FALSE, 1, 1 },
  { "another recorder answers after the default", "v3.4.92",
    FAULT_AT ("wrong-serial-after-restart", "boot:1"),
    PALIER_RUN_STOPPED, "P16", "V3.4.92", FALSE, FALSE, 0, 1 },
  { "a default that is not done, no V4 is sent", "v3.4.92", FAULT ("default-ignored"),
    PALIER_RUN_FAILED, "not-back", "V3.4.92", FALSE, FALSE, 0, 1 },

  /* The log has its entries of start and stop, which is all that P7 asks for. */
  { "a repair that ends half done", "v4.1.64", FAULT_AT ("repair-stops", "repair:50"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
  { "a restart in the middle of the repair, waited for", "v4.1.64", FAULT_AT ("restart-during-repair", "repair:50"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },

  { "every ninth nonce stale, and the file goes out again when it is its turn", "v4.22.005",
    FAULT_AT ("stale-nonce", "every:9"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 2, 1 },
  { "each nonce stale when the file has gone out", "v4.22.005", FAULT_AT ("stale-nonce", "every:2"),
    PALIER_RUN_FAILED, "connection-lost", "V4.22.005", FALSE, FALSE, 3, 1 },
  { "device information that is no XML", "v4.22.005",
    FAULT_EVER ("garbage-xml", "path:/ISAPI/System/deviceInfo"),
    PALIER_RUN_FAILED, "bad-answer", "V4.22.005", FALSE, TRUE, 0, 0 },
  { "locked by somebody else", "v4.22.005", FAULT_OF ("locked", "start", "1800"),
    PALIER_RUN_FAILED, "locked", "V4.22.005", FALSE, TRUE, 0, 0 },
  { "an answer that takes a quarter of a minute", "v4.22.005", FAULT_OF ("slow", "path:/ISAPI/System/*", "15"),
    PALIER_RUN_DONE, NULL, "V4.50.00", FALSE, FALSE, 1, 1 },
};

const guint n_fault_rows = G_N_ELEMENTS (fault_rows);
