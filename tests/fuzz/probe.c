/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "discovery/probe.h"

static void
check_text (const char *text)
{
  g_assert_true (!text || (*text && g_utf8_validate (text, -1, NULL)));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (PalierProbe) probe = { 0 };
  g_auto (PalierProbe) copy = { 0 };
  g_autofree char *id = palier_probe_dup_question_id ((const char *) data, size);
  PalierProbeVerdict verdict = palier_probe_parse ((const char *) data, size, &probe);

  g_assert_cmpint (verdict, <, PALIER_PROBE_N_VERDICTS);
  g_assert_true (!id || verdict == PALIER_PROBE_QUESTION);
  if (verdict != PALIER_PROBE_ANSWER)
    return 0;
  g_assert_true (probe.mac || probe.serial);
  check_text (probe.model);
  check_text (probe.serial);
  check_text (probe.address);
  check_text (probe.firmware);
  palier_probe_copy (&probe, &copy);
  return 0;
}
