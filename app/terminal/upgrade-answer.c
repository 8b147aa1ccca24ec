/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-screen.h"

#include "recorder/approach.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define PRACTICE_PATIENCE 3 /* how often a silent practice recorder is waited for */

static void
say (const char *text)
{
  g_printerr ("  %s\n", text);
}

static gboolean
is_own_certificate (Upgrade *self)
{
  g_autofree char *seen = palier_connection_dup_tls_seen (palier_job_get_connection (self->job));
  g_autofree char *own = palier_practice_dup_fingerprint (self->target.practice);

  return g_strcmp0 (seen, own) == 0;
}

/* What a person would do at the recorder's screen, done by the practice recorder's own hands. */
static void
answer_for_practice (Upgrade *self, PalierQuestion question)
{
  PalierPractice *practice = self->target.practice;
  g_autoptr (GError) error = NULL;

  switch (question)
    {
    case PALIER_QUESTION_REPROGRAM:
      say (_ ("At the practice recorder’s screen: its settings are entered again."));
      palier_practice_hand (practice, PALIER_HAND_REPROGRAM, NULL, &error);
      palier_job_answer (self->job, PALIER_ANSWER_YES, NULL);
      break;
    case PALIER_QUESTION_REPAIR:
      say (_ ("At the practice recorder’s screen: the database repair is started."));
      palier_practice_hand (practice, PALIER_HAND_START_REPAIR, NULL, &error);
      break;
    case PALIER_QUESTION_ACTIVATE:
      say (_ ("At the practice recorder’s screen: it is activated."));
      palier_practice_hand (practice, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (practice), &error);
      break;
    case PALIER_QUESTION_ADDRESS:
      palier_job_answer (self->job, self->waited++ < PRACTICE_PATIENCE ? PALIER_ANSWER_YES : PALIER_ANSWER_NO,
                         palier_practice_get_address (practice));
      break;
    case PALIER_QUESTION_WAIT:
      palier_job_answer (self->job, self->waited++ < PRACTICE_PATIENCE ? PALIER_ANSWER_YES : PALIER_ANSWER_NO, NULL);
      break;
    case PALIER_QUESTION_NEW_PASSWORD:
    case PALIER_QUESTION_SIGN_IN:
      palier_job_answer_secret (self->job, self->target.new_password);
      break;
    case PALIER_QUESTION_CERTIFICATE:
      say (_ ("At the practice recorder’s screen: its new certificate is compared."));
      palier_job_answer (self->job, is_own_certificate (self) ? PALIER_ANSWER_YES : PALIER_ANSWER_NO, NULL);
      break;
    default:
      break;
    }
  if (error)
    g_printerr ("  %s\n", palier_error_get_sentence (error));
}

static const char *
get_words (PalierQuestion question)
{
  switch (question)
    {
    case PALIER_QUESTION_NEW_PASSWORD:
      return _ ("New password for the recorder, 8 to 16 characters:");
    case PALIER_QUESTION_ADDRESS:
      return _ ("The recorder does not answer where it was. Type its address as its own screen shows it, press Enter to look again, or type “stop”:");
    case PALIER_QUESTION_ACTIVATE:
      return _ ("Activate the recorder at its own screen, with a password of yours. This goes on by itself when it is active.");
    case PALIER_QUESTION_SIGN_IN:
      return _ ("Password that was set at the recorder’s screen:");
    case PALIER_QUESTION_REPROGRAM:
      return _ ("Enter the settings again: network, cameras, users, recording schedule. Press Enter when that is done.");
    case PALIER_QUESTION_REPAIR:
      return _ ("Start the database repair from the recorder’s own menu, on most V4 as below; the words may differ. This goes on by itself when the repair is seen; type “skip” to put it off.");
    case PALIER_QUESTION_WAIT:
      return _ ("This takes far longer than usual. Do not cut the recorder’s power. Press Enter to go on waiting, or type “stop”:");
    case PALIER_QUESTION_CERTIFICATE:
      return _ ("After the default the recorder shows a new security certificate, as recorders do. Compare its SHA-256 below with the recorder’s own page or screen; type “accept” if it is the same, or “stop”:");
    default:
      return "";
    }
}

static gboolean
is_secret (PalierQuestion question)
{
  return question == PALIER_QUESTION_NEW_PASSWORD || question == PALIER_QUESTION_SIGN_IN;
}

static void
set_echo (gboolean on)
{
  struct termios mode;

  if (tcgetattr (STDIN_FILENO, &mode) != 0)
    return;
  mode.c_lflag = on ? mode.c_lflag | ECHO : mode.c_lflag & ~(tcflag_t) ECHO;
  tcsetattr (STDIN_FILENO, TCSANOW, &mode);
}

/* Enter alone is too little to trust a new certificate with the password. */
static void
accept_certificate (Upgrade *self, const char *line)
{
  if (g_str_equal (line, "accept"))
    palier_job_answer (self->job, PALIER_ANSWER_YES, NULL);
  else
    say (get_words (PALIER_QUESTION_CERTIFICATE));
}

/* Where every climb that asks for it has ended. */
static void
say_repair_menu (void)
{
  static const PalierVersion repaired = { { 4, 50, 0 }, 0, "V4.50.00" };
  g_autofree char *lines = palier_menu_dup_lines (&repaired, PALIER_ACT_REPAIR);

  if (lines)
    g_printerr ("%s\n", lines);
}

static void
say_words (Upgrade *self, PalierQuestion question)
{
  g_autofree char *seen = NULL;
  g_autofree char *text = NULL;

  say (get_words (question));
  if (question == PALIER_QUESTION_REPAIR)
    say_repair_menu ();
  if (question != PALIER_QUESTION_CERTIFICATE)
    return;
  seen = palier_connection_dup_tls_seen (palier_job_get_connection (self->job));
  text = palier_fingerprint_to_text (seen);
  say (text);
}

static void
give_line (Upgrade *self, PalierQuestion question, char *line)
{
  g_strstrip (line);
  if (palier_upgrade_take_screen_line (self, question, line))
    return;
  if (is_secret (question))
    {
      g_autoptr (PalierSecret) secret = palier_secret_new (line);

      palier_job_answer_secret (self->job, secret);
    }
  else if (g_str_equal (line, "skip") || g_str_equal (line, "stop"))
    palier_job_answer (self->job, PALIER_ANSWER_NO, NULL);
  else if (question == PALIER_QUESTION_ADDRESS)
    palier_job_answer (self->job, PALIER_ANSWER_YES, line);
  else if (question == PALIER_QUESTION_CERTIFICATE)
    accept_certificate (self, line);
  else if (question != PALIER_QUESTION_REPAIR)
    palier_job_answer (self->job, PALIER_ANSWER_YES, NULL);
}

static gboolean
typed_cb (int fd, GIOCondition condition, gpointer data)
{
  Upgrade *self = data;
  PalierQuestion question = palier_job_get_question (self->job);
  char line[512] = "";
  gssize n = read (fd, line, sizeof line - 1);

  if (n <= 0)
    {
      self->input = 0;
      g_cancellable_cancel (self->cancellable);
      return G_SOURCE_REMOVE;
    }
  give_line (self, question, line);
  palier_wipe (line, sizeof line);
  return G_SOURCE_CONTINUE;
}

/* Without a terminal nobody can be asked: what answers itself is waited for, the rest stops the run, to be gone on
 * with later. */
static void
answer_without_person (Upgrade *self, PalierQuestion question)
{
  say_words (self, question);
  if (question == PALIER_QUESTION_CERTIFICATE)
    {
      palier_job_answer (self->job, PALIER_ANSWER_NO, NULL);
      return;
    }
  if (question == PALIER_QUESTION_REPAIR || question == PALIER_QUESTION_ACTIVATE)
    return;
  if (question == PALIER_QUESTION_WAIT || question == PALIER_QUESTION_ADDRESS)
    {
      palier_job_answer (self->job, self->waited++ < PRACTICE_PATIENCE ? PALIER_ANSWER_YES : PALIER_ANSWER_NO, NULL);
      return;
    }
  self->no_person = TRUE;
  g_cancellable_cancel (self->cancellable);
}

static void
listen (Upgrade *self)
{
  if (self->input == 0)
    self->input = g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP, typed_cb, self);
}

static void
question_cb (PalierJob *job, GParamSpec *pspec, Upgrade *self)
{
  PalierQuestion question = palier_job_get_question (job);

  if (isatty (STDIN_FILENO))
    set_echo (!is_secret (question));
  if (question == PALIER_QUESTION_NONE)
    return;
  if (self->at_screen && palier_upgrade_answer_screen (self, question))
    {
      if (!self->target.practice)
        listen (self);
    }
  else if (self->target.practice)
    answer_for_practice (self, question);
  else if (!isatty (STDIN_FILENO))
    answer_without_person (self, question);
  else
    {
      say_words (self, question);
      listen (self);
    }
}

void
palier_upgrade_answer_questions (Upgrade *self)
{
  g_signal_connect (self->job, "notify::question", G_CALLBACK (question_cb), self);
}
