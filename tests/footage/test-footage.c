/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/footage.h"

/* What the digits of a search mean, and what is kept of the samples. */
typedef struct
{
  const char *says;
  const char *newest; /* end of the newest recording, as told */
  const char *now;    /* the recorder's own time */
  PalierFootageZone zone;
} ZoneRow;

static const ZoneRow zone_rows[] = {
  { "a wall clock east of UTC", "2026-11-24T10:00:00Z", "2026-11-24T10:00:20+01:00", PALIER_FOOTAGE_ZONE_LOCAL },
  { "UTC east of it", "2026-11-24T09:00:00Z", "2026-11-24T10:00:20+01:00", PALIER_FOOTAGE_ZONE_UTC },
  { "a wall clock west of UTC", "2026-11-24T04:59:57Z", "2026-11-24T05:00:00-05:00", PALIER_FOOTAGE_ZONE_LOCAL },
  { "UTC west of it", "2026-11-24T09:59:57Z", "2026-11-24T05:00:00-05:00", PALIER_FOOTAGE_ZONE_UTC },
  { "over midnight", "2026-11-23T23:30:00Z", "2026-11-24T00:30:10+01:00", PALIER_FOOTAGE_ZONE_UTC },
  { "a zone of half hours", "2026-11-24T04:30:00Z", "2026-11-24T10:00:00+05:30", PALIER_FOOTAGE_ZONE_UTC },
  { "without a Z", "2026-11-24T10:00:00", "2026-11-24T10:00:20+01:00", PALIER_FOOTAGE_ZONE_LOCAL },
  { "the newer form says it itself", "2026-11-24T07:00:00+01:00", "2026-11-24T10:00:20+01:00",
    PALIER_FOOTAGE_ZONE_LOCAL },
  { "a clock on UTC", "2026-11-24T10:00:00Z", "2026-11-24T10:00:00+00:00", PALIER_FOOTAGE_ZONE_EITHER },
  { "an index that is twenty minutes behind", "2026-11-24T09:40:00Z", "2026-11-24T10:00:00+01:00",
    PALIER_FOOTAGE_ZONE_UNKNOWN },
  { "a boundary that is still to come", "2026-11-24T10:15:00Z", "2026-11-24T10:00:00+01:00",
    PALIER_FOOTAGE_ZONE_UNKNOWN },
  { "a recorder that tells no offset", "2026-11-24T10:00:00Z", "2026-11-24T10:00:00", PALIER_FOOTAGE_ZONE_UNKNOWN },
  { "a Z that is no offset", "2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z", PALIER_FOOTAGE_ZONE_UNKNOWN },
  { "nothing recorded", NULL, "2026-11-24T10:00:00+01:00", PALIER_FOOTAGE_ZONE_UNKNOWN },
  { "no time at all", "2026-11-24T10:00:00Z", NULL, PALIER_FOOTAGE_ZONE_UNKNOWN },
  { "no time in the words", "tomorrow", "soon", PALIER_FOOTAGE_ZONE_UNKNOWN },
};

static void
test_zone (gconstpointer data)
{
  const ZoneRow *row = data;

  g_assert_cmpint (palier_footage_zone_judge (row->newest, row->now), ==, row->zone);
}

#define UNKNOWN PALIER_FOOTAGE_ZONE_UNKNOWN
#define LOCAL PALIER_FOOTAGE_ZONE_LOCAL
#define UTC PALIER_FOOTAGE_ZONE_UTC
#define EITHER PALIER_FOOTAGE_ZONE_EITHER

static const struct
{
  PalierFootageZone from;
  int from_s;
  PalierFootageZone to;
  int to_s;
  gint64 shift_s;
} shift_rows[] = {
  { LOCAL, 3600, LOCAL, 3600, 0 },      { LOCAL, 3600, LOCAL, 28800, 0 },  { LOCAL, 3600, UTC, 3600, -3600 },
  { UTC, 3600, LOCAL, 3600, 3600 },     { UTC, 3600, UTC, 28800, 0 },      { LOCAL, -18000, UTC, -18000, 18000 },
  { EITHER, 0, LOCAL, 3600, 3600 },     { LOCAL, 3600, EITHER, 0, -3600 }, { UNKNOWN, 3600, UTC, 3600, 0 },
  { LOCAL, 3600, UNKNOWN, 3600, 0 },    { LOCAL, PALIER_NO_OFFSET, UTC, 3600, 0 },
};

static void
test_shifts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shift_rows); i++)
    g_assert_cmpint (palier_footage_zone_shift (shift_rows[i].from, shift_rows[i].from_s, shift_rows[i].to,
                                                shift_rows[i].to_s),
                     ==, shift_rows[i].shift_s);
}

static void
test_moved (void)
{
  g_autofree char *moved = palier_time_dup_moved ("2026-02-28T23:59:59Z", 2);
  g_autofree char *none = palier_time_dup_moved ("2026-02-30T00:00:00", 0);

  g_assert_cmpstr (moved, ==, "2026-03-01T00:00:01");
  g_assert_null (none);
}

/* Half a round would look like a loss, so it is none. */
static void
test_counts (void)
{
  g_autoptr (PalierFootage) footage = palier_footage_new ();
  PalierFootageFinding finding;

  palier_footage_add (footage, 101, "2026-11-20T10:00:00", "2026-11-20T10:10:00")->found[0] = 1;
  palier_footage_add (footage, 101, "2026-11-21T10:00:00", "2026-11-21T10:10:00")->found[0] = 0;
  palier_footage_add (footage, 201, "2026-11-21T10:00:00", "2026-11-21T10:10:00")->found[1] = 1;
  palier_footage_count (footage, &finding);
  g_assert_cmpuint (footage->cameras, ==, 2);
  g_assert_cmpint (finding.samples, ==, 3);
  g_assert_cmpint (finding.found_before, ==, 3);
  g_assert_cmpint (finding.found_after_upgrade, ==, -1);
  ((PalierFootageSample *) footage->samples->pdata[2])->found[0] = 0;
  palier_footage_count (footage, &finding);
  g_assert_cmpint (finding.found_after_upgrade, ==, 1);
  g_assert_cmpint (finding.found_after_repair, ==, -1);
}

static void
test_text (void)
{
  g_autoptr (PalierFootage) footage = palier_footage_new ();
  g_autoptr (PalierFootage) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;

  footage->zone = PALIER_FOOTAGE_ZONE_UTC;
  footage->offset_s = -18000;
  footage->tag = g_strdup ("trackList");
  footage->paging = g_strdup ("restart");
  footage->cap = 40;
  palier_footage_add (footage, 1601, "2026-11-20T10:00:00", "2026-11-20T10:10:00")->found[0] = 1;
  text = palier_footage_to_text (footage);
  again = palier_footage_new_from_text (text, NULL);
  same = palier_footage_to_text (again);
  g_assert_cmpstr (text, ==, same);
  g_assert_cmpint (again->offset_s, ==, -18000);
  g_assert_cmpint (again->zone, ==, PALIER_FOOTAGE_ZONE_UTC);
}

/* A journal that a hand has been in: what is no sample is left out. */
static void
test_hostile_text (void)
{
  static const char *const texts[] = {
    "{}",
    "{\"samples\":null,\"zone\":7,\"offset_s\":\"x\",\"cap\":-4}",
    "{\"samples\":[1,\"x\",null,[],{}]}",
    "{\"samples\":[{\"track\":-1,\"start\":\"a\",\"end\":\"b\"},{\"track\":99999999,\"start\":\"a\",\"end\":\"b\"}]}",
    "{\"samples\":[{\"track\":101,\"start\":5,\"end\":null}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PalierFootage) footage = palier_footage_new_from_text (texts[i], NULL);

      g_assert_nonnull (footage);
      g_assert_cmpuint (footage->samples->len, ==, 0);
      g_assert_cmpint (footage->offset_s, ==, PALIER_NO_OFFSET);
    }
  g_assert_null (palier_footage_new_from_text ("nothing", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (zone_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/footage/zone/%s", zone_rows[i].says);

      g_test_add_data_func (path, &zone_rows[i], test_zone);
    }
  g_test_add_func ("/footage/shifts", test_shifts);
  g_test_add_func ("/footage/moved", test_moved);
  g_test_add_func ("/footage/counts", test_counts);
  g_test_add_func ("/footage/text", test_text);
  g_test_add_func ("/footage/hostile-text", test_hostile_text);
  return g_test_run ();
}
