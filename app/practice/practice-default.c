/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"

#include "practice/practice-secret.h"

static const char *
get_meta (PalierDefault kind, const char *who)
{
  gboolean local = *who == '\0';

  switch (kind)
    {
    case PALIER_DEFAULT_FULL:
      return local ? "Operation/localFactoryDefault" : "Operation/remoteFactoryDefault";
    case PALIER_DEFAULT_BASIC:
      return local ? "Operation/localParamSimpleDefault" : "Operation/remoteParamSimpleDefault";
    case PALIER_DEFAULT_INACTIVE:
    case PALIER_DEFAULT_NONE:
    default:
      return "Operation/localResetLoginPassWord";
    }
}

void
palier_default_start (PalierModel *self, PalierDefault kind, const char *who)
{
  self->defaults++;
  if (palier_faults_take_nth (self->scenario->faults, "default-ignored", "default", self->defaults)
      != NULL)
    return;
  palier_model_log (self, who, get_meta (kind, who), "Restore default");
  self->resets = kind;
  palier_power_restart (self, 0);
}

static void
forget_passwords (PalierModel *self)
{
  self->active = FALSE;
  for (guint i = 0; i < self->users->len; i++)
    {
      PalierPracticeUser *user = self->users->pdata[i];

      g_clear_pointer (&user->ha1, g_free);
      g_clear_pointer (&user->key, g_free);
    }
}

void
palier_default_apply (PalierModel *self)
{
  guint kind = self->resets;

  self->resets = PALIER_DEFAULT_NONE;
  if (kind == PALIER_DEFAULT_NONE)
    return;
  if (kind != PALIER_DEFAULT_INACTIVE)
    palier_shop_forget (self, kind == PALIER_DEFAULT_FULL);
  if (kind != PALIER_DEFAULT_BASIC)
    forget_passwords (self);
  if (kind != PALIER_DEFAULT_FULL)
    return;
  self->default_seen = TRUE;
  if (self->scenario->certificate_changes)
    self->certificate_generation++;
  if (palier_faults_take_nth (self->scenario->faults, "address-changes", "default", self->defaults)
      != NULL)
    self->address_generation++;
}

/* isapi.md §8: 8 to 16 printable characters of two kinds at least, no user name inside. */
static gboolean
is_risky (const char *user, const char *password)
{
  gboolean digit = FALSE, lower = FALSE, upper = FALSE, other = FALSE;
  gsize length = strlen (password);

  if (length < 8 || length > 16 || strstr (password, user) != NULL)
    return TRUE;
  for (const char *at = password; *at != '\0'; at++)
    {
      if (!g_ascii_isprint (*at))
        return TRUE;
      digit |= g_ascii_isdigit (*at);
      lower |= g_ascii_islower (*at);
      upper |= g_ascii_isupper (*at);
      other |= !g_ascii_isalnum (*at);
    }
  return digit + lower + upper + other < 2;
}

void
palier_user_set_password (PalierModel *self, PalierPracticeUser *user, const char *password)
{
  g_free (user->ha1);
  g_free (user->key);
  user->ha1 = palier_practice_make_ha1 (self->scenario->digest, user->name, self->scenario->realm,
                                        password);
  user->key = palier_practice_make_key (user->name, palier_practice_get_salt (self), password);
}

const char *
palier_default_activate (PalierModel *self, const char *password)
{
  PalierPracticeUser *admin = palier_model_find_user (self, self->scenario->user);

  if (self->active)
    return "hasActivated";
  if (admin == NULL || is_risky (admin->name, password))
    return "riskPassword";
  palier_user_set_password (self, admin, password);
  self->active = TRUE;
  palier_model_log (self, admin->name, "Operation/remoteSetDeviceActive", "Activated");
  return NULL;
}
