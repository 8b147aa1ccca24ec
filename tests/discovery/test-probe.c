/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "answers.h"
#include "discovery/probe-text.h"
#include "discovery/probe.h"

#include <string.h>

#define NAMED "<MAC>c0-56-e3-00-00-01</MAC>"
#define WRAPPED(body) "<ProbeMatch>" NAMED body "</ProbeMatch>"

typedef struct
{
  const char *sentence;
  const char *text;
  PalierProbeVerdict verdict;
} Verdict;

static const Verdict verdicts[] = {
  { "a whole answer is one", WRAPPED (""), PALIER_PROBE_ANSWER },
  { "a serial number alone names it", "<ProbeMatch><DeviceSN>DS-7608NI-I20820190101CCRR123456789WCVU"
                                      "</DeviceSN></ProbeMatch>", PALIER_PROBE_ANSWER },
  { "a blank behind the type is harmless", WRAPPED ("<Types>inquiry </Types>"), PALIER_PROBE_ANSWER },
  { "a newer question is answered too", WRAPPED ("<Types>inquiry_v32</Types>"), PALIER_PROBE_ANSWER },
  { "an announcement counts", WRAPPED ("<Types>hello</Types>"), PALIER_PROBE_ANSWER },
  { "what another tool changed is not ours", WRAPPED ("<Types>update</Types>"), PALIER_PROBE_OTHER },
  { "nor is a reset", WRAPPED ("<Types>reset</Types>"), PALIER_PROBE_OTHER },
  { "nor is another document", "<Envelope>" NAMED "</Envelope>", PALIER_PROBE_OTHER },
  { "a question is told from an answer", "<Probe><Uuid>1</Uuid><Types>inquiry</Types></Probe>",
    PALIER_PROBE_QUESTION },
  { "remains behind the end are cut off", WRAPPED ("") "ime>2019</BootTime></ProbeMatch>",
    PALIER_PROBE_ANSWER },
  { "so are control characters there", WRAPPED ("") "\x01\x02\xff", PALIER_PROBE_ANSWER },
  { "nobody can be told by nothing", "<ProbeMatch><MAC>none</MAC></ProbeMatch>", PALIER_PROBE_NAMELESS },
  { "nor by a MAC of zeros", "<ProbeMatch><MAC>00-00-00-00-00-00</MAC></ProbeMatch>",
    PALIER_PROBE_NAMELESS },
  { "a serial number of placeholders names nobody", "<ProbeMatch><DeviceSN>N/A</DeviceSN></ProbeMatch>",
    PALIER_PROBE_NAMELESS },
  { "no document type", "<!DOCTYPE a [<!ENTITY b 'c'>]>" WRAPPED ("<DeviceDescription>&b;</DeviceDescription>"),
    PALIER_PROBE_UNREADABLE },
  { "no unknown entity", WRAPPED ("<DeviceDescription>&b;</DeviceDescription>"), PALIER_PROBE_UNREADABLE },
  { "crossed elements are no XML", "<ProbeMatch><MAC>c0-56</ProbeMatch></MAC>", PALIER_PROBE_UNREADABLE },
  { "lines of text are no XML", "MAC: c0-56-e3-00-00-01\r\nIPv4Address: 10.0.0.1\r\n",
    PALIER_PROBE_UNREADABLE },
  { "an empty datagram", "", PALIER_PROBE_UNREADABLE },
};

static void
test_verdicts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_auto (PalierProbe) probe = { 0 };
      const char *text = verdicts[i].text;

      g_test_message ("%s", verdicts[i].sentence);
      g_assert_cmpint (palier_probe_parse (text, strlen (text), &probe), ==, verdicts[i].verdict);
      g_assert_cmpint (probe.mac || probe.serial, ==, verdicts[i].verdict == PALIER_PROBE_ANSWER);
    }
}

typedef struct
{
  const char *sentence;
  const char *body;
  const char *firmware; /* NULL: not told */
  const char *spelling; /* NULL: not known */
  guint build;
  PalierTold activated;
  guint http_port;
  const char *address;
} Field;

static const Field fields[] = {
  { "nothing told is nothing known", "", NULL, NULL, 0, PALIER_TOLD_NOTHING, 0, NULL },
  { "no blank before the build", "<SoftwareVersion>V3.5.38build 191215</SoftwareVersion>",
    "V3.5.38build 191215", "V3.5.38", 191215, PALIER_TOLD_NOTHING, 0, NULL },
  { "a comma before the build", "<SoftwareVersion>V4.22.005, build 191208</SoftwareVersion>",
    "V4.22.005, build 191208", "V4.22.005", 191208, PALIER_TOLD_NOTHING, 0, NULL },
  { "a hidden version is unknown", "<SoftwareVersionEncrypt>9f3a</SoftwareVersionEncrypt>", NULL, NULL,
    0, PALIER_TOLD_NOTHING, 0, NULL },
  { "an empty version is unknown", "<SoftwareVersion></SoftwareVersion>", NULL, NULL, 0,
    PALIER_TOLD_NOTHING, 0, NULL },
  { "a scrambled version is never guessed", "<SoftwareVersion>x4.1 b64==</SoftwareVersion>",
    "x4.1 b64==", NULL, 0, PALIER_TOLD_NOTHING, 0, NULL },
  { "activated", "<Activated>true</Activated>", NULL, NULL, 0, PALIER_TOLD_YES, 0, NULL },
  { "not activated", "<Activated>false</Activated>", NULL, NULL, 0, PALIER_TOLD_NO, 0, NULL },
  { "not activated, mistyped", "<Activated>flase</Activated>", NULL, NULL, 0, PALIER_TOLD_NO, 0, NULL },
  { "half a word decides nothing", "<Activated>perhaps</Activated>", NULL, NULL, 0,
    PALIER_TOLD_NOTHING, 0, NULL },
  { "a port", "<HttpPort> 8080 </HttpPort>", NULL, NULL, 0, PALIER_TOLD_NOTHING, 8080, NULL },
  { "a port that cannot be", "<HttpPort>70000</HttpPort>", NULL, NULL, 0, PALIER_TOLD_NOTHING, 0, NULL },
  { "a port that is none", "<HttpPort>-1</HttpPort>", NULL, NULL, 0, PALIER_TOLD_NOTHING, 0, NULL },
  { "an address", "<IPv4Address>192.168.1.64</IPv4Address>", NULL, NULL, 0, PALIER_TOLD_NOTHING, 0,
    "192.168.1.64" },
  { "an address not given yet", "<IPv4Address>0.0.0.0</IPv4Address>", NULL, NULL, 0,
    PALIER_TOLD_NOTHING, 0, NULL },
  { "an address of a group", "<IPv4Address>239.255.255.250</IPv4Address>", NULL, NULL, 0,
    PALIER_TOLD_NOTHING, 0, NULL },
  { "an address with a command", "<IPv4Address>10.0.0.1;reboot</IPv4Address>", NULL, NULL, 0,
    PALIER_TOLD_NOTHING, 0, NULL },
};

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const Field *row = &fields[i];
      g_auto (PalierProbe) probe = { 0 };
      g_autofree char *text = g_strconcat ("<ProbeMatch>", row->body, NAMED "</ProbeMatch>", NULL);

      g_test_message ("%s", row->sentence);
      g_assert_cmpint (palier_probe_parse (text, strlen (text), &probe), ==, PALIER_PROBE_ANSWER);
      g_assert_cmpstr (probe.mac, ==, "c0:56:e3:00:00:01");
      g_assert_cmpstr (probe.firmware, ==, row->firmware);
      g_assert_cmpint (probe.version_known, ==, row->spelling != NULL);
      g_assert_cmpstr (probe.version.spelling, ==, row->spelling ? row->spelling : "");
      g_assert_cmpuint (probe.version.build, ==, row->build);
      g_assert_cmpint (probe.activated, ==, row->activated);
      g_assert_cmpuint (probe.http_port, ==, row->http_port);
      g_assert_cmpstr (probe.address, ==, row->address);
    }
}

typedef struct
{
  const char *sentence;
  char *(*clean) (const char *text);
  const char *in, *out;
} Clean;

static const Clean cleans[] = {
  { "dashes", palier_probe_clean_mac, "C0-56-E3-0A-00-01", "c0:56:e3:0a:00:01" },
  { "colons", palier_probe_clean_mac, "c0:56:e3:0a:00:01", "c0:56:e3:0a:00:01" },
  { "no separators", palier_probe_clean_mac, "c056e30a0001", "c0:56:e3:0a:00:01" },
  { "too short", palier_probe_clean_mac, "c0-56-e3-0a-00", NULL },
  { "too long", palier_probe_clean_mac, "c0-56-e3-0a-00-01-02", NULL },
  { "everybody", palier_probe_clean_mac, "ff-ff-ff-ff-ff-ff", NULL },
  { "a mask", palier_probe_clean_mask, "255.255.252.0", "255.255.252.0" },
  { "a mask with a hole", palier_probe_clean_mask, "255.0.255.0", NULL },
  { "escape sequences lose their teeth", palier_probe_clean_text, "DS-7608\x1b[31mNI\n", "DS-7608[31mNI" },
  { "writing direction is not turned", palier_probe_clean_text, "DS\xe2\x80\xae-I4", "DS-I4" },
  { "blanks are nothing", palier_probe_clean_text, "  \t ", NULL },
};

static void
test_cleaning (void)
{
  g_autofree char *long_text = g_strnfill (500, 'a');
  g_autofree char *cut = palier_probe_clean_text (long_text);

  for (guint i = 0; i < G_N_ELEMENTS (cleans); i++)
    {
      g_autofree char *out = cleans[i].clean (cleans[i].in);

      g_test_message ("%s", cleans[i].sentence);
      g_assert_cmpstr (out, ==, cleans[i].out);
    }
  g_assert_cmpuint (strlen (cut), ==, 64);
}

/* A datagram cut anywhere before its end is dropped; nothing of it is half believed. */
static void
test_every_truncation (void)
{
  g_autofree char *text = answer_of_recorder (1, "192.168.1.64");
  gsize whole = strlen (text) - strlen ("\n");

  for (gsize length = 0; length <= whole; length++)
    {
      g_autofree char *cut = g_memdup2 (text, length ? length : 1);
      g_auto (PalierProbe) probe = { 0 };
      PalierProbeVerdict verdict = palier_probe_parse (cut, length, &probe);

      g_assert_cmpint (verdict, ==, length == whole ? PALIER_PROBE_ANSWER : PALIER_PROBE_UNREADABLE);
      g_assert_true (length == whole || (!probe.mac && !probe.serial));
    }
}

/* Whatever is changed, what is read is either as it was sent or something that is well formed. */
static void
test_mutations (void)
{
  g_autofree char *text = answer_of_recorder (1, "192.168.1.64");
  gsize length = strlen (text);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *changed = g_memdup2 (text, length);
      g_auto (PalierProbe) probe = { 0 };

      for (gint n = g_test_rand_int_range (1, 4); n > 0; n--)
        changed[g_test_rand_int_range (0, (gint32) length)] = (char) g_test_rand_int_range (0, 256);
      if (palier_probe_parse (changed, length, &probe) != PALIER_PROBE_ANSWER)
        continue;
      g_assert_true (probe.mac || probe.serial);
      g_assert_true (!probe.mac || strlen (probe.mac) == 17);
      g_assert_true (!probe.model || g_utf8_validate (probe.model, -1, NULL));
      /* Never guessed: it stands in what was told. */
      g_assert_true (!probe.version_known || strstr (probe.firmware, probe.version.spelling + 1));
      g_assert_cmpuint (probe.http_port, <=, 65535);
    }
}

static void
test_too_long (void)
{
  g_autofree char *padding = g_strnfill (PALIER_PROBE_MAX_BYTES, ' ');
  g_autofree char *text = g_strconcat (WRAPPED (""), padding, NULL);
  g_auto (PalierProbe) probe = { 0 };

  g_assert_cmpint (palier_probe_parse (text, strlen (text), &probe), ==, PALIER_PROBE_TOO_LONG);
  g_assert_cmpint (palier_probe_parse (text, PALIER_PROBE_MAX_BYTES, &probe), ==, PALIER_PROBE_ANSWER);
}

static void
test_question (void)
{
  g_autofree char *first = palier_probe_new_question ();
  g_autofree char *second = palier_probe_new_question ();
  g_autofree char *id = palier_probe_dup_question_id (first, strlen (first));
  g_autofree char *answer = answer_of_recorder (1, "192.168.1.64");
  g_auto (PalierProbe) probe = { 0 };

  g_assert_cmpstr (first, !=, second);
  g_assert_nonnull (strstr (first, "<Types>inquiry</Types>"));
  g_assert_null (strstr (first, "<MAC>"));
  g_assert_true (g_uuid_string_is_valid (id));
  g_assert_cmpint (palier_probe_parse (first, strlen (first), &probe), ==, PALIER_PROBE_QUESTION);
  g_assert_null (palier_probe_dup_question_id (answer, strlen (answer)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/discovery/probe/verdicts", test_verdicts);
  g_test_add_func ("/discovery/probe/fields", test_fields);
  g_test_add_func ("/discovery/probe/cleaning", test_cleaning);
  g_test_add_func ("/discovery/probe/every-truncation", test_every_truncation);
  g_test_add_func ("/discovery/probe/mutations", test_mutations);
  g_test_add_func ("/discovery/probe/too-long", test_too_long);
  g_test_add_func ("/discovery/probe/question", test_question);
  return g_test_run ();
}
