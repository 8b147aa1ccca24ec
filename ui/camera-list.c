/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "camera-list.h"
#include <glib/gi18n.h>

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "–";
}

static void
add_title (GString *list, const char *title)
{
  g_string_append_printf (list, "\n%s\n", title);
}

char *
palier_camera_list_new (const PalierSurvey *survey)
{
  GString *list = g_string_new (NULL);

  g_string_append_printf (list, "%s · %s · %s\n", survey->info->model, survey->info->serial,
                          or_dash (survey->info->firmware));
  add_title (list, _("Cameras: channel, name, address, protocol"));
  for (guint i = 0; i < survey->cameras->len; i++)
    {
      const PalierCamera *camera = g_ptr_array_index (survey->cameras, i);

      g_string_append_printf (list, "%u\t%s\t%s\t%s\n", camera->channel, or_dash (camera->name),
                              or_dash (camera->address), or_dash (camera->protocol));
    }
  add_title (list, _("Users: name, level"));
  for (guint i = 0; i < survey->users->len; i++)
    {
      const PalierUser *user = g_ptr_array_index (survey->users, i);

      g_string_append_printf (list, "%s\t%s\n", or_dash (user->name), or_dash (user->level));
    }
  add_title (list, _("Services: protocol, port"));
  for (guint i = 0; i < survey->services->len; i++)
    {
      const PalierService *service = g_ptr_array_index (survey->services, i);

      g_string_append_printf (list, "%s\t%u\n", or_dash (service->protocol), service->port);
    }
  return g_string_free (list, FALSE);
}
