/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/findings.h"

/* What a checkup looks at, in the order in which it is shown. Source: product.md (g). */
typedef enum
{
  PALIER_CHECK_FIRMWARE,
  PALIER_CHECK_UPNP,     /* does the recorder open ports by itself? */
  PALIER_CHECK_ROUTER,   /* does the router's own list name it? */
  PALIER_CHECK_ADDRESS,  /* is its address a public one? */
  PALIER_CHECK_REMOTE,   /* declared: is it to be reached from outside? */
  PALIER_CHECK_NETWORK,  /* subnets and gateway */
  PALIER_CHECK_SEPARATE, /* declared */
  PALIER_CHECK_PASSWORD,
  PALIER_CHECK_LOCK, /* after wrong passwords */
  PALIER_CHECK_HTTPS,
  PALIER_CHECK_HTTP,
  PALIER_CHECK_SIGN_IN, /* Digest alone */
  PALIER_CHECK_SSH,
  PALIER_CHECK_TELNET,
  PALIER_CHECK_SNMP,
  PALIER_CHECK_ONVIF,
  PALIER_CHECK_CLOUD,
  PALIER_CHECK_USERS,
  PALIER_CHECK_CLOCK,
  PALIER_CHECK_NTP,
  PALIER_CHECK_LOG,
  PALIER_CHECK_DEFAULT, /* was a full default seen? */
  PALIER_CHECK_UPS,     /* declared */
  PALIER_CHECK_INVENTORY,
  PALIER_N_CHECKS
} PalierCheck;

/* The manufacturer's three tips, and what lies beyond them. */
typedef enum
{
  PALIER_TIP_PATCHED,
  PALIER_TIP_NOT_EXPOSED,
  PALIER_TIP_OWN_NETWORK,
  PALIER_TIP_BEYOND,
  PALIER_N_TIPS
} PalierTip;

const char *palier_check_get_nick (PalierCheck check);  /* "upnp" */
const char *palier_check_get_title (PalierCheck check); /* msgid, the row's topic */
PalierTip palier_check_get_tip (PalierCheck check);
const char *palier_tip_get_title (PalierTip tip); /* msgid */

/* What only a person can say. */
typedef enum
{
  PALIER_DECLARATION_REMOTE,   /* somebody needs it from outside */
  PALIER_DECLARATION_SEPARATE, /* recorder and cameras are on a network of their own */
  PALIER_DECLARATION_UPS,      /* it stands behind an uninterruptible power supply */
  PALIER_N_DECLARATIONS
} PalierDeclaration;

typedef enum
{
  PALIER_DECLARED_NOTHING,
  PALIER_DECLARED_YES,
  PALIER_DECLARED_NO,
} PalierDeclared;

const char *palier_declaration_get_nick (PalierDeclaration declaration);     /* "separate" */
const char *palier_declaration_get_question (PalierDeclaration declaration); /* msgid, a question */
PalierCheck palier_declaration_get_check (PalierDeclaration declaration);    /* the row that it changes */
