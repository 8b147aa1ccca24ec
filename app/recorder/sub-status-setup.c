/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sub-status.h"

#include <glib/gi18n-lib.h>

#define TOO_MANY_CAMERAS \
  N_ ("The recorder has as many cameras as it can take."), \
  N_ ("Remove one that is no longer used, then add this one again.")
#define DUPLICATE_CAMERA \
  N_ ("This camera is in the recorder’s list already."), \
  N_ ("Look for its address in the list; nothing was added.")
#define CHECK_ADDRESS N_ ("Nothing was changed. Correct it and try again.")
#define CHECK_PORT \
  N_ ("The recorder does not accept this port number."), \
  N_ ("Nothing was changed. Use a free number between 1 and 65535.")

/* Cameras, users, network and time: what is put back after a default. */
const PalierSubStatus palier_sub_status_setup[] = {
  { "reConnectIpc", 0x20000005, PALIER_ERROR_BUSY,
    N_ ("The recorder is connecting to the camera again."),
    N_ ("Wait a minute, then look at the camera’s state.") },
  { "ipcNumReachesLimit", 0x400011a3, PALIER_ERROR_REFUSED, TOO_MANY_CAMERAS },
  { "linkedCameraOutLimit", 0x6000101c, PALIER_ERROR_REFUSED, TOO_MANY_CAMERAS },
  { "achieveMaxChannelLimit", 0x6000101e, PALIER_ERROR_REFUSED, TOO_MANY_CAMERAS },
  { "ipcNetworkAbnormal", 0x400011ae, PALIER_ERROR_REFUSED,
    N_ ("The recorder cannot reach the camera."),
    N_ ("Check the camera’s power, cable and address.") },
  { "ipcPasswordError", 0x400011af, PALIER_ERROR_REFUSED,
    N_ ("The camera refused the user name or password given for it."),
    N_ ("Enter the camera’s own password. Several wrong ones lock the camera for a while.") },
  { "ipcIsLocking", 0x400011b2, PALIER_ERROR_REFUSED,
    N_ ("The camera is locked after too many wrong passwords."),
    N_ ("Wait half an hour without trying, then enter the camera’s own password.") },
  { "ipcNotActivated", 0x400011b3, PALIER_ERROR_REFUSED,
    N_ ("The camera has no password yet: it is not activated."),
    N_ ("Activate it at the recorder’s screen, then add it.") },
  { "IPCIPNotUnique", 0x400011bc, PALIER_ERROR_REFUSED,
    N_ ("Another device has the same address as this camera."),
    N_ ("Give the camera an address of its own, then add it.") },
  { "addDuplicateIPC", 0x400050dc, PALIER_ERROR_REFUSED, DUPLICATE_CAMERA },
  { "insufficientNetworkBandwidth", 0x6000100f, PALIER_ERROR_REFUSED,
    N_ ("The cameras together would send more than the recorder can take in."),
    N_ ("Lower the bit rate of some cameras, then add this one.") },
  { "userExist", 0x40001043, PALIER_ERROR_REFUSED,
    N_ ("The recorder has a user of that name already."),
    N_ ("Nothing was changed. Choose another name.") },
  { "cannotSameAsOldPassword", 0x400010e8, PALIER_ERROR_RISK_PASSWORD,
    N_ ("The new password is the same as the old one."), N_ ("Choose another password.") },
  { "theAccountIsNotActivated", 0x0020000f, PALIER_ERROR_NO_PERMISSION,
    N_ ("This user has to set a password of their own first."),
    N_ ("Sign in as that user at the recorder’s screen and set it, or use the administrator.") },
  { "badIPv4Address", 0x60000004, PALIER_ERROR_REFUSED,
    N_ ("The recorder does not accept this IP address."), CHECK_ADDRESS },
  { "conflictIPv4Address", 0x60000006, PALIER_ERROR_REFUSED,
    N_ ("Another device on the network has this IP address."),
    N_ ("Nothing was changed. Choose an address that is free.") },
  { "badPort", 0x6000000b, PALIER_ERROR_REFUSED, CHECK_PORT },
  { "portError", 0x6000000c, PALIER_ERROR_REFUSED, CHECK_PORT },
  { "badNetMask", 0x6000000e, PALIER_ERROR_REFUSED,
    N_ ("The recorder does not accept this subnet mask."), CHECK_ADDRESS },
  { "badGateway", 0x6000004e, PALIER_ERROR_REFUSED,
    N_ ("The recorder does not accept this gateway."), CHECK_ADDRESS },
  { "IPandGatewayNotInTheSameNetworkSegment", 0x400020fb, PALIER_ERROR_REFUSED,
    N_ ("The address and the gateway are not on the same subnet."), CHECK_ADDRESS },
  { "cannotModifyIPSegment", 0x4000213a, PALIER_ERROR_REFUSED,
    N_ ("The recorder does not let this part of its address be changed."),
    N_ ("Nothing was changed. Set the address at the recorder’s own screen.") },
  { "NTPUnconnect", 0x4000105c, PALIER_ERROR_REFUSED,
    N_ ("The recorder cannot reach the time server."),
    N_ ("Check its gateway and DNS, or name a time server on the local network.") },
  { NULL },
};
