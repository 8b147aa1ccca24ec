/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks combinations of what may stand and what may be handed in, and compares each answer of the
 * gates with an oracle that was written from the procedure alone: it shares nothing with the engine
 * but the structs. */

#include "procedure/gate.h"

#define WALKS 600000
#define SERIAL "DS-7716NI-I40420170518CCRR123454821WCVU"
#define OTHER "DS-7716NI-I40420170518CCRR123459999WCVU"
#define CUSTOM_NAME "NVR_K51_V20_S_BL_ML_STD_V4.1.25_181028"

typedef struct
{
  int number; /* major × 10⁶ + minor × 10³ + last; -1: none */
  int build;  /* 0: not told */
} Version;

static const Version none = { -1, 0 };

static const Version stands[] = {
  { -1, 0 },           { 2003001, 120101 }, { 3004070, 160910 }, { 3004091, 991231 },
  { 3004092, 0 },      { 3004092, 160901 }, { 3004092, 170517 }, { 3004092, 170518 },
  { 3004092, 171201 }, { 3004093, 0 },      { 3004097, 180101 }, { 3004101, 180904 },
  { 3999999, 180101 }, { 4000000, 170101 }, { 4001020, 180901 }, { 4001025, 181028 },
  { 4001064, 190119 }, { 4022005, 191208 }, { 4049999, 210801 }, { 4050000, 0 },
  { 4050000, 210802 }, { 4061030, 240123 }, { 5003020, 240904 },
};

static const Version files[] = {
  { -1, 0 },           { 3004070, 160910 }, { 3004092, 0 },      { 3004092, 160901 },
  { 3004092, 170518 }, { 3004092, 171201 }, { 3004101, 180904 }, { 4000000, 0 },
  { 4001025, 0 },      { 4001025, 181028 }, { 4001064, 190119 }, { 4022005, 191208 },
  { 4050000, 0 },      { 4050000, 210801 }, { 4050000, 210802 }, { 4051005, 210628 },
  { 4061030, 240123 }, { 5003020, 240904 },
};

typedef enum
{
  SORT_I,
  SORT_IDS,
  SORT_UNLISTED,
} Sort;

static const struct
{
  const char *model;
  Sort sort;
} machines[] = {
  { "DS-7716NI-I4", SORT_I },           { "DS-9664NI-I16", SORT_I },
  { "iDS-9632NXI-I8/16S", SORT_IDS },   { "iDS-9632NXI-I8/16S(B)", SORT_UNLISTED },
  { "DS-7616NI-K2", SORT_UNLISTED },    { "", SORT_UNLISTED },
  { NULL, SORT_UNLISTED },
};

/* By its name, for whom a file is: what the catalogue's sources say. */
typedef enum
{
  NAME_SILENT,
  NAME_I,
  NAME_CUSTOM,
  NAME_ELSEWHERE,
} Meaning;

static const struct
{
  const char *name;
  Meaning meaning;
  Version version; /* that the catalogue gives it */
} names[] = {
  { NULL, NAME_SILENT, { -1, 0 } },
  { "NVR_K51_BL_ML_STD_V4.50.00_210802", NAME_SILENT, { -1, 0 } },
  { "NVR_K51_BL_ML_STD_V4.1.64_190119", NAME_I, { 4001064, 190119 } },
  { CUSTOM_NAME, NAME_CUSTOM, { 4001025, 181028 } },
  { "NVR_K51_BL_ML_STD_V3.4.101_180904", NAME_ELSEWHERE, { -1, 0 } },
  { "NVR_K51_V20_FA_BL_ML_STD_V4.1.25_181028", NAME_ELSEWHERE, { -1, 0 } },
  { "NVR_K51_K81_S_BL_ML_STD_V4.1.31_181028", NAME_ELSEWHERE, { -1, 0 } },
  { "NVR_X50_BL_ML_STD_V4.1.63_181106", NAME_ELSEWHERE, { -1, 0 } },
};

static const char *const families[] = { NULL, NULL, "i-series", "ids-custom", "k-series" };
static const char *const owners[] = { NULL, NULL, SERIAL, OTHER };

typedef struct
{
  guint machine, name, family, owner;
  Version from, shown, declared;
  gboolean same_serial;
  PalierFacts facts;
  PalierPackageFacts package;
  PalierVersion versions[3];
} Walk;

#define PICK(array) ((guint) g_test_rand_int_range (0, G_N_ELEMENTS (array)))

static gboolean
mostly (void)
{
  return g_test_rand_int_range (0, 8) != 0;
}

static gboolean
rarely (void)
{
  return !mostly ();
}

static gboolean
evenly (void)
{
  return g_test_rand_bit ();
}

static const PalierVersion *
fill (PalierVersion *version, Version from)
{
  if (from.number < 0)
    return NULL;
  *version = (PalierVersion){ { (guint) from.number / 1000000, (guint) from.number / 1000 % 1000,
                                (guint) from.number % 1000 },
                              (guint) from.build, "V" };
  return version;
}

static void
walk_fill_facts (Walk *w)
{
  w->machine = PICK (machines);
  w->from = stands[PICK (stands)];
  w->same_serial = mostly ();
  w->facts = (PalierFacts){
    .model = machines[w->machine].model,
    .serial = w->same_serial ? SERIAL : rarely () ? NULL : OTHER,
    .version = fill (&w->versions[0], w->from),
    .pinned_serial = SERIAL,
    .terms_accepted = mostly (),
    .backup_confirmed = mostly (),
    .backup_waived = rarely (),
    .default_seen = evenly (),
    .default_waived = rarely (),
    .default_consented = mostly (),
    .start_consented = mostly (),
  };
}

static void
walk_fill_package (Walk *w)
{
  w->name = PICK (names);
  w->family = PICK (families);
  w->owner = PICK (owners);
  w->shown = files[PICK (files)];
  w->declared = mostly () ? none : files[PICK (files)];
  w->package = (PalierPackageFacts){
    .archive_name = names[w->name].name,
    .sha256 = "00",
    .shown = fill (&w->versions[1], w->shown),
    .declared = fill (&w->versions[2], w->declared),
    .family = families[w->family],
    .custom = evenly (),
    .broken = rarely (),
    .wrong_language = rarely (),
    .known = evenly (),
    .only_for_serial = owners[w->owner],
    .unknown_consented = evenly (),
  };
}

/* The version that the file counts as; none where it shows nothing that may count, or contradicts
 * itself. */
static Version
oracle_claim (const Walk *w)
{
  Version listed = names[w->name].version;
  gboolean belongs
      = names[w->name].meaning == (machines[w->machine].sort == SORT_IDS ? NAME_CUSTOM : NAME_I);
  Version shown = w->shown.number < 0 && belongs ? listed : w->shown;
  Version declared = w->package.known || w->package.unknown_consented ? w->declared : none;

  if (belongs && shown.number != listed.number)
    return none;
  if (shown.number < 0 || declared.number < 0)
    return shown.number < 0 ? declared : shown;
  if (shown.number != declared.number
      || (shown.build && declared.build && shown.build != declared.build))
    return none;
  return shown.build ? shown : declared;
}

static gboolean
oracle_below_3492 (Version v)
{
  return v.number < 3004092 || (v.number == 3004092 && v.build < 170518);
}

/* P15: read, and its build too where that decides. */
static gboolean
oracle_is_read (const Walk *w)
{
  return w->from.number >= 0 && !(w->from.number == 3004092 && w->from.build == 0);
}

static gboolean
oracle_recorder (const Walk *w)
{
  return w->same_serial && machines[w->machine].sort != SORT_UNLISTED && oracle_is_read (w)
         && (w->facts.backup_confirmed || w->facts.backup_waived);
}

static gboolean
oracle_file_is_for (const Walk *w)
{
  gboolean ids = machines[w->machine].sort == SORT_IDS;
  gboolean practice = w->package.only_for_serial != NULL;
  const char *family = w->package.family;

  if (w->package.broken || w->package.wrong_language || (practice && owners[w->owner] != owners[2]))
    return FALSE;
  if (practice && w->package.custom != ids)
    return FALSE;
  if (family && g_strcmp0 (family, ids ? "ids-custom" : "i-series") != 0)
    return FALSE;
  if (!family && names[w->name].meaning == NAME_ELSEWHERE)
    return FALSE;
  if (!family && names[w->name].meaning == (ids ? NAME_I : NAME_CUSTOM))
    return FALSE;
  if (ids)
    return names[w->name].meaning == NAME_CUSTOM || (practice && family);
  return practice || w->package.known || w->package.unknown_consented
         || names[w->name].meaning == NAME_I;
}

static gboolean
oracle_version (const Walk *w, Version claim)
{
  if (claim.number < 0)
    return FALSE;
  if (machines[w->machine].sort == SORT_IDS)
    return claim.number == 4001025 && w->from.number < 4001025 && !oracle_below_3492 (w->from);
  if (oracle_below_3492 (w->from))
    return claim.number == 3004092 && claim.build == 170518;
  return claim.number == 4050000 && w->from.number < 4050000;
}

static gboolean
oracle_default (const Walk *w)
{
  gboolean wanted = !oracle_below_3492 (w->from) && w->from.number < 4000000;

  return !wanted || w->facts.default_seen || w->facts.default_waived;
}

static gboolean
oracle_upload (const Walk *w)
{
  return oracle_recorder (w) && oracle_file_is_for (w) && oracle_version (w, oracle_claim (w))
         && oracle_default (w) && w->facts.terms_accepted && w->facts.start_consented;
}

/* The invariants in their own words, for whatever was let through. */
static void
check_invariants (const Walk *w)
{
  Version claim = oracle_claim (w);

  g_assert_false (claim.number >= 4000000 && oracle_below_3492 (w->from));
  g_assert_cmpint (claim.number, >=, w->from.number);
  if (machines[w->machine].sort == SORT_IDS)
    g_assert_cmpint (claim.number, ==, 4001025);
  if (claim.number >= 4000000 && w->from.number < 4000000)
    g_assert_true (w->facts.default_seen || w->facts.default_waived);
  g_assert_true (w->facts.backup_confirmed || w->facts.backup_waived);
}

static void
explain (const Walk *w, gboolean let, const char *by)
{
  g_error ("%s: %s at %d/%d, file %s shows %d/%d declared %d/%d family %s for %s custom %d known "
           "%d consented %d: %s %s",
           let ? "let through" : "stopped", w->facts.model, w->from.number, w->from.build,
           w->package.archive_name, w->shown.number, w->shown.build, w->declared.number,
           w->declared.build, w->package.family, w->package.only_for_serial, w->package.custom,
           w->package.known, w->package.unknown_consented, let ? "" : "by", let ? "" : by);
}

static void
test_uploads (void)
{
  guint let_through[2] = { 0, 0 };
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();

  for (guint i = 0; i < WALKS; i++)
    {
      Walk w;
      g_autoptr (GError) error = NULL;
      gboolean let;

      walk_fill_facts (&w);
      walk_fill_package (&w);
      let = palier_gate_check_upload (catalogue, &w.facts, &w.package, &error);
      if (let != oracle_upload (&w))
        explain (&w, let, error ? error->message : NULL);
      if (let)
        {
          check_invariants (&w);
          let_through[machines[w.machine].sort]++;
        }
    }
  g_test_message ("%u and %u were let through", let_through[SORT_I], let_through[SORT_IDS]);
  g_assert_cmpuint (let_through[SORT_I], >, 100);
  g_assert_cmpuint (let_through[SORT_IDS], >, 10);
}

/* Invariant 3: nothing that changes the recorder without a backup; and a default only where it
 * counts. */
static void
test_changes (void)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();

  for (guint i = 0; i < WALKS / 4; i++)
    {
      Walk w;
      gboolean asked;

      walk_fill_facts (&w);
      g_assert_true (palier_gate_check_change (catalogue, &w.facts, NULL) == oracle_recorder (&w));
      asked = !oracle_below_3492 (w.from) && w.from.number < 4000000;
      g_assert_true (palier_gate_check_default (catalogue, &w.facts, NULL)
                     == (oracle_recorder (&w) && asked && w.facts.default_consented));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/invariants/what is let through is what the procedure lets through",
                   test_uploads);
  g_test_add_func ("/invariants/nothing changes a recorder without a backup", test_changes);
  return g_test_run ();
}
