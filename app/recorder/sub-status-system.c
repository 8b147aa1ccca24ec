/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sub-status.h"

#include <glib/gi18n-lib.h>

#define CONFIGURATION_BUSY \
  N_ ("The recorder is importing or exporting its configuration at this moment."), \
  N_ ("Wait until that has ended, then try again.")
#define EXPORT_FAILED \
  N_ ("The recorder could not export its configuration."), \
  N_ ("Restart it from its own menu and try again, or export at its screen to a USB stick.")
#define SEARCH_GONE \
  N_ ("The recorder has forgotten this search."), \
  N_ ("Try again: a new search is begun. Nothing has changed on the recorder.")
#define NOT_UNDERSTOOD \
  N_ ("The recorder did not understand the request."), \
  N_ ("Nothing has changed on it. Save the details for technical support: this firmware may " \
      "speak in another way.")

/* Access, the state of the machine, configuration, disks and searches. */
const PalierSubStatus palier_sub_status_system[] = {
  { "riskPassword", 0x10000002, PALIER_ERROR_RISK_PASSWORD, NULL, NULL },
  { "noMemory", 0x20000001, PALIER_ERROR_RECORDER_MEMORY, NULL, NULL },
  { "serviceUnavailable", 0x20000002, PALIER_ERROR_BUSY, NULL, NULL },
  { "deviceBusy", 0x20000004, PALIER_ERROR_BUSY, NULL, NULL },
  { "deviceError", 0x30000001, PALIER_ERROR_REFUSED,
    N_ ("The recorder reports an error of its own."),
    N_ ("Wait a minute and try again. If it stays so, restart the recorder from its menu, never "
        "by the plug.") },
  { "notSupport", 0x40000001, PALIER_ERROR_NOT_SUPPORTED, NULL, NULL },
  { "lowPrivilege", 0x40000002, PALIER_ERROR_NO_PERMISSION, NULL, NULL },
  { "noPermission", 0, PALIER_ERROR_NO_PERMISSION, NULL, NULL },
  { "badAuthorization", 0x40000003, PALIER_ERROR_NO_PERMISSION,
    N_ ("The recorder did not accept the sign-in for this request."), NULL },
  { "methodNotAllowed", 0x40000004, PALIER_ERROR_NOT_SUPPORTED, NULL, NULL },
  { "invalidOperation", 0x40000006, PALIER_ERROR_REFUSED,
    N_ ("The recorder says that this cannot be done now."),
    N_ ("Nothing more was sent. Look at its screen for an open question, then try again; or do "
        "this step at the screen.") },
  { "notActivated", 0x40000007, PALIER_ERROR_NOT_ACTIVATED, NULL, NULL },
  { "hasActivated", 0x40000008, PALIER_ERROR_ALREADY_ACTIVE, NULL, NULL },
  { "loginPasswordError", 0x4000000c, PALIER_ERROR_WRONG_PASSWORD, NULL, NULL },
  { "loginPasswordError", 0x60000061, PALIER_ERROR_WRONG_PASSWORD, NULL, NULL },
  { "administratorPasswordError", 0x60000042, PALIER_ERROR_WRONG_PASSWORD, NULL, NULL },
  { "needReAuthentication", 0x40001013, PALIER_ERROR_NO_PERMISSION,
    N_ ("The recorder wants the administrator’s password once more for this."),
    N_ ("Do this step at the recorder’s own screen, where it asks for the password.") },
  { "userNameLocked", 0x40001a19, PALIER_ERROR_LOCKED, NULL, NULL },
  { "userLock", 0, PALIER_ERROR_LOCKED, NULL, NULL },
  { "userLocked", 0x40002090, PALIER_ERROR_LOCKED, NULL, NULL }, /* too many tries: by number */
  { "configOperating", 0x2000000a, PALIER_ERROR_BUSY, CONFIGURATION_BUSY },
  { "importing", 0x40001006, PALIER_ERROR_BUSY, CONFIGURATION_BUSY },
  { "exporting", 0x4000100b, PALIER_ERROR_BUSY, CONFIGURATION_BUSY },
  { "exportingError", 0x4000100a, PALIER_ERROR_REFUSED, EXPORT_FAILED },
  { "exportCfgFileError", 0x400050c1, PALIER_ERROR_REFUSED, EXPORT_FAILED },
  { "importError", 0x40001005, PALIER_ERROR_REFUSED,
    N_ ("The recorder could not import the configuration file."),
    N_ ("Check that the file comes from this model and this version. The recorder may have to "
        "be set by hand.") },
  { "importCfgFilePasswordErr", 0x40008034, PALIER_ERROR_WRONG_FILE_PASSWORD, NULL, NULL },
  { "clustermodenotallowedRecovery", 0x400011a1, PALIER_ERROR_REFUSED,
    N_ ("The recorder belongs to a group of recorders (cluster) and refuses the factory default."),
    N_ ("Take it out of the group at its own screen, then continue.") },
  { "formatting", 0x2000000c, PALIER_ERROR_BUSY,
    N_ ("The recorder is formatting a disk."),
    N_ ("Leave it powered and let it finish, then try again.") },
  { "hardDiskError", 0x3000600f, PALIER_ERROR_RECORDER_DISK, NULL, NULL },
  { "diskError", 0x30000015, PALIER_ERROR_RECORDER_DISK, NULL, NULL },
  { "diskDataReconstruction", 0x40001278, PALIER_ERROR_REPAIRING, NULL, NULL },
  { "searchTimeout", 0x2000000e, PALIER_ERROR_BUSY,
    N_ ("The recorder could not end the search in time."),
    N_ ("Wait a minute and try again, with a shorter span if there is a choice. Recording is "
        "not touched.") },
  { "searchDatabaseError", 0x30000010, PALIER_ERROR_REFUSED,
    N_ ("The recorder cannot search the database of its recordings."),
    N_ ("The recordings may well be there. Repair the database from the recorder’s menu, then "
        "look again.") },
  { "searchFailed", 0x4000103e, PALIER_ERROR_REFUSED,
    N_ ("The recorder could not carry out the search."),
    N_ ("Wait a minute and try again. If it stays so, look at the state of the disks.") },
  { "noRecord", 0x4000109d, PALIER_ERROR_REFUSED,
    N_ ("The recorder finds no recording there."),
    N_ ("Check the camera, the dates and the recorder’s clock.") },
  { "theSearchIdDoesNotExist", 0x40001133, PALIER_ERROR_REFUSED, SEARCH_GONE },
  { "noSearchIDResource", 0x60001046, PALIER_ERROR_REFUSED, SEARCH_GONE },
  { "invalidStreamingTimeRange", 0x40001147, PALIER_ERROR_REFUSED,
    N_ ("The recorder does not accept this span of time."),
    N_ ("Check the dates, and the recorder’s clock.") },
  { "badXmlFormat", 0, PALIER_ERROR_REFUSED, NOT_UNDERSTOOD },
  { "badXmlContent", 0, PALIER_ERROR_REFUSED, NOT_UNDERSTOOD },
  { "badParameters", 0, PALIER_ERROR_REFUSED, NOT_UNDERSTOOD },
  { NULL },
};
