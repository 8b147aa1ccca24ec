/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sub-status.h"

#include "base/error-words.h"

#include <libintl.h>
#include <locale.h>

/* Every sub-status on record that is worth a message (isapi.md §2 and §4, footage-and-settings.md), with the number
 * that the manufacturer's list gives it; 0: it gives none. Written from those lists, not from the tables. */
static const struct
{
  const char *name;
  guint32 number;
} on_record[] = {
  { "riskPassword", 0x10000002 },
  { "noMemory", 0x20000001 },
  { "serviceUnavailable", 0x20000002 },
  { "upgrading", 0x20000003 },
  { "deviceBusy", 0x20000004 },
  { "transferUpgradePackageFailed.", 0x20000006 },
  { "startUpgradeFailed.", 0x20000007 },
  { "getUpgradeProcessfailed", 0x20000008 },
  { "configOperating", 0x2000000a },
  { "formatting", 0x2000000c },
  { "searchTimeout", 0x2000000e },
  { "deviceError", 0x30000001 },
  { "badFlash", 0x30000002 },
  { "upgradeError", 0x30000019 },
  { "upgradeErrorAndReboot", 0x3000001a },
  { "receiveUpgradePackageError", 0x30006011 },
  { "upgradeFailed", 0x30006012 },
  { "hardDiskError", 0x3000600f },
  { "diskError", 0x30000015 },
  { "notSupport", 0x40000001 },
  { "lowPrivilege", 0x40000002 },
  { "badAuthorization", 0x40000003 },
  { "methodNotAllowed", 0x40000004 },
  { "invalidOperation", 0x40000006 },
  { "notActivated", 0x40000007 },
  { "hasActivated", 0x40000008 },
  { "loginPasswordError", 0x4000000c },
  { "fileError", 0x4000000f },
  { "upgradePackageMorethan2GB", 0x40001000 },
  { "needReAuthentication", 0x40001013 },
  { "updateTypeUnmatched", 0x40001041 },
  { "updateLangUnmatched", 0x40001042 },
  { "upgradePackageLarge", 0x400010eb },
  { "UpdateFileRSAError", 0x400019c1 },
  { "userNameLocked", 0x40001a19 },
  { "errorUpgradeVersion", 0x4000211d },
  { "noFlash", 0x400020b5 },
  { "updatePackageNameOrSizeNotMatch", 0x400050f2 },
  { "upgradeProgramErr", 0x40005100 },
  { "noNeedUpgrade", 0x4000a022 },
  { "diskDataReconstruction", 0x40001278 },
  { "badDevType", 0x60000010 },
  { "upgrateParameterWrong", 0x6000001f },
  { "upgrateDataEmpty", 0x60000020 },
  { "devicePlatformMismatch", 0x6000604e },
  { "verificationFailed", 0x6000604f },
  { "upgradeParameterWrong", 0x60006050 },
  { "OEMCodeMismatch", 0x60006051 },
  { "versionMismatch", 0x60006052 },
  { "badUpgradePackage", 0x6000107a },
  { "importError", 0x40001005 },
  { "importing", 0x40001006 },
  { "exportingError", 0x4000100a },
  { "exporting", 0x4000100b },
  { "exportCfgFileError", 0x400050c1 },
  { "importCfgFilePasswordErr", 0x40008034 },
  { "clustermodenotallowedRecovery", 0x400011a1 },
  { "searchDatabaseError", 0x30000010 },
  { "searchFailed", 0x4000103e },
  { "noRecord", 0x4000109d },
  { "theSearchIdDoesNotExist", 0x40001133 },
  { "invalidStreamingTimeRange", 0x40001147 },
  { "noSearchIDResource", 0x60001046 },
  { "reConnectIpc", 0x20000005 },
  { "ipcNumReachesLimit", 0x400011a3 },
  { "ipcNetworkAbnormal", 0x400011ae },
  { "ipcPasswordError", 0x400011af },
  { "ipcIsLocking", 0x400011b2 },
  { "ipcNotActivated", 0x400011b3 },
  { "IPCIPNotUnique", 0x400011bc },
  { "addDuplicateIPC", 0x400050dc },
  { "insufficientNetworkBandwidth", 0x6000100f },
  { "linkedCameraOutLimit", 0x6000101c },
  { "achieveMaxChannelLimit", 0x6000101e },
  { "userExist", 0x40001043 },
  { "cannotSameAsOldPassword", 0x400010e8 },
  { "administratorPasswordError", 0x60000042 },
  { "badIPv4Address", 0x60000004 },
  { "conflictIPv4Address", 0x60000006 },
  { "badPort", 0x6000000b },
  { "portError", 0x6000000c },
  { "badNetMask", 0x6000000e },
  { "badGateway", 0x6000004e },
  { "IPandGatewayNotInTheSameNetworkSegment", 0x400020fb },
  { "cannotModifyIPSegment", 0x4000213a },
  { "badLanguage", 0 },
  { "theAccountIsNotActivated", 0x0020000f },
  { "NTPUnconnect", 0x4000105c },
};

static void
test_all_have_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (on_record); i++)
    {
      PalierErrorCode code;
      const char *sentence = NULL;
      const char *remedy = NULL;

      g_test_message ("%s", on_record[i].name);
      g_assert_true (palier_sub_status_explain (on_record[i].name, &code, &sentence, &remedy));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_true (g_str_has_suffix (remedy, "."));
    }
}

/* A firmware that writes the number and another name is understood as well. */
static void
test_all_have_numbers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (on_record); i++)
    {
      const PalierSubStatus *by_name = palier_sub_status_find (on_record[i].name, 0);

      g_test_message ("%s", on_record[i].name);
      g_assert_nonnull (by_name);
      g_assert_cmphex (by_name->number, ==, on_record[i].number);
      if (on_record[i].number != 0)
        g_assert_true (palier_sub_status_find ("somethingElse", on_record[i].number) == by_name);
    }
}

static void
test_all_have_french (void)
{
  const char *folder = g_getenv ("PALIER_LOCALE_DIR");

  if (!folder)
    {
      g_test_skip ("no catalogue to look in");
      return;
    }
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  for (guint i = 0; i < G_N_ELEMENTS (on_record); i++)
    {
      PalierErrorCode code;
      const char *sentence = NULL;
      const char *remedy = NULL;

      g_test_message ("%s", on_record[i].name);
      palier_sub_status_explain (on_record[i].name, &code, &sentence, &remedy);
      g_assert_cmpstr (dgettext (GETTEXT_PACKAGE, sentence), !=, sentence);
      g_assert_cmpstr (dgettext (GETTEXT_PACKAGE, remedy), !=, remedy);
    }
}

/* No two rows say the same number with different meanings, and each has words. */
static void
test_tables_are_sound (void)
{
  const PalierSubStatus *const tables[] = { palier_sub_status_firmware, palier_sub_status_system,
                                            palier_sub_status_setup };
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const PalierSubStatus *row = tables[i]; row->name; row++)
      {
        g_assert_true (row->number == 0
                       || g_hash_table_add (numbers, GUINT_TO_POINTER (row->number)));
        g_assert_nonnull (palier_error_words_get ((int) row->code)->sentence);
        g_assert_false (g_str_has_suffix (row->name, "."));
      }
  g_assert_null (palier_sub_status_find ("ok", 0));
  g_assert_null (palier_sub_status_find (NULL, 0));
  g_assert_null (palier_sub_status_find ("", 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sub-status/all have words", test_all_have_words);
  g_test_add_func ("/sub-status/all have numbers", test_all_have_numbers);
  g_test_add_func ("/sub-status/all have French", test_all_have_french);
  g_test_add_func ("/sub-status/tables are sound", test_tables_are_sound);
  return g_test_run ();
}
