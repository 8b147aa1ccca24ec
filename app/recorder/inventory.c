/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/inventory.h"

#include "recorder/document.h"

static void
palier_camera_free (PalierCamera *camera)
{
  g_free (camera->name);
  g_free (camera->address);
  g_free (camera->protocol);
  g_free (camera);
}

static void
palier_service_free (PalierService *service)
{
  g_free (service->protocol);
  g_free (service);
}

static void
palier_user_free (PalierUser *user)
{
  g_free (user->name);
  g_free (user->level);
  g_free (user);
}

typedef gpointer (*ReadItem) (PalierXmlNode *node);

/* A list as an array; empty when this firmware does not tell. What the list says of its own size is
 * not believed. */
static GPtrArray *
read_list (PalierConnection *connection,
           const char *path,
           const char *root,
           ReadItem read_item,
           GDestroyNotify free_item,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PalierXml) xml = palier_document_read (connection, path, root, cancellable, &local);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_item);

  if (!xml && !palier_error_is_not_told (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  for (PalierXmlNode *node = xml ? palier_xml_first_child (palier_xml_get_root (xml), NULL) : NULL;
       node; node = palier_xml_next (node, NULL))
    {
      gpointer item = read_item (node);

      if (item)
        g_ptr_array_add (list, item);
    }
  return g_steal_pointer (&list);
}

static char *
read_camera_address (PalierXmlNode *source)
{
  static const char *const names[] = { "ipAddress", "hostName", "ipv6Address" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      char *text = palier_document_dup_told (source, names[i]);

      if (text)
        return text;
    }
  return NULL;
}

static gpointer
read_camera (PalierXmlNode *node)
{
  PalierXmlNode *source = palier_xml_first_child (node, "sourceInputPortDescriptor");
  gint64 id = palier_document_get_number (node, "id");
  PalierCamera *camera;

  if (id < 0 || id > G_MAXUINT16)
    return NULL;
  camera = g_new0 (PalierCamera, 1);
  camera->channel = (guint) id;
  camera->online = -1;
  camera->name = palier_document_dup_told (node, "name");
  if (!source)
    return camera;
  camera->address = read_camera_address (source);
  camera->protocol = palier_document_dup_told (source, "proxyProtocol");
  if (!camera->protocol)
    camera->protocol = palier_document_dup_told (source, "adminProtocol");
  return camera;
}

/* Also used for the answer of …/channels/status, where only id and online count. */
static gpointer
read_camera_state (PalierXmlNode *node)
{
  PalierCamera *state = read_camera (node);

  if (state)
    state->online = palier_document_get_flag (node, "online");
  return state;
}

static void
merge_states (GPtrArray *cameras, GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    for (guint j = 0; j < cameras->len; j++)
      {
        const PalierCamera *state = states->pdata[i];
        PalierCamera *camera = cameras->pdata[j];

        if (camera->channel == state->channel)
          camera->online = state->online;
      }
}

GPtrArray *
palier_cameras_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) cameras = NULL;
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GError) local = NULL;

  cameras
      = read_list (connection, "/ISAPI/ContentMgmt/InputProxy/channels", "InputProxyChannelList",
                   read_camera, (GDestroyNotify) palier_camera_free, cancellable, error);
  if (!cameras)
    return NULL;
  if (cameras->len == 0)
    return g_steal_pointer (&cameras);
  states = read_list (connection, "/ISAPI/ContentMgmt/InputProxy/channels/status",
                      "InputProxyChannelStatusList", read_camera_state,
                      (GDestroyNotify) palier_camera_free, cancellable, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* Without states the list is still worth having. */
  if (states)
    merge_states (cameras, states);
  return g_steal_pointer (&cameras);
}

static gpointer
read_service (PalierXmlNode *node)
{
  g_autofree char *protocol = palier_document_dup_told (node, "protocol");
  gint64 port = palier_document_get_number (node, "portNo");
  PalierService *service;

  if (!protocol)
    return NULL;
  service = g_new0 (PalierService, 1);
  service->protocol = g_steal_pointer (&protocol);
  service->port = port >= 0 && port <= G_MAXUINT16 ? (guint) port : 0;
  service->enabled = palier_document_get_flag (node, "enabled");
  return service;
}

GPtrArray *
palier_services_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  return read_list (connection, "/ISAPI/Security/adminAccesses", "AdminAccessProtocolList",
                    read_service, (GDestroyNotify) palier_service_free, cancellable, error);
}

static gpointer
read_user (PalierXmlNode *node)
{
  g_autofree char *name = palier_document_dup_told (node, "userName");
  gint64 id = palier_document_get_number (node, "id");
  PalierUser *user;

  if (!name)
    return NULL;
  user = g_new0 (PalierUser, 1);
  user->id = id >= 0 && id <= G_MAXUINT16 ? (guint) id : 0;
  user->name = g_steal_pointer (&name);
  user->level = palier_document_dup_told (node, "userLevel");
  return user;
}

GPtrArray *
palier_users_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  return read_list (connection, "/ISAPI/Security/users", "UserList", read_user,
                    (GDestroyNotify) palier_user_free, cancellable, error);
}
