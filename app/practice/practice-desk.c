/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-desk.h"

#include "practice/practice-replay.h"
#include "practice/practice-route.h"

#include <string.h>

static gboolean
is_open_to (PalierExchange *exchange, const PalierRoute *route)
{
  if (route->flags & PALIER_ROUTE_OPEN)
    return TRUE;
  if (!exchange->model->active)
    palier_answer_status (exchange, "notActivated");
  else if (exchange->signed_in == PALIER_SIGNED_NOBODY
           || exchange->signed_in == PALIER_SIGNED_STALE)
    palier_answer_unauthorised (exchange);
  else if (exchange->signed_in != PALIER_SIGNED_IN)
    palier_answer_user_check (exchange, 401);
  else if ((route->flags & PALIER_ROUTE_CHANGES)
           && !g_str_equal (exchange->user->level, "Administrator"))
    palier_answer_status (exchange, "lowPrivilege");
  else if ((route->flags & PALIER_ROUTE_JSON) && !palier_exchange_wants_json (exchange))
    palier_answer_status (exchange, "notSupport");
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_refused (PalierExchange *exchange, const PalierRoute *route, const char *path)
{
  GPtrArray *faults = exchange->model->scenario->faults;
  PalierFault *fault = palier_faults_take_path (faults, "refuse", path);

  if (fault == NULL && g_str_equal (route->method, "GET"))
    fault = palier_faults_take_path (faults, "export-refused", path);
  if (fault == NULL && (route->flags & PALIER_ROUTE_UPLOAD))
    {
      fault = palier_faults_find (faults, "refuse-upload", "upload");
      if (fault != NULL)
        {
          fault->fired++;
          palier_answer_status (exchange,
                                fault->value != NULL ? fault->value : "badUpgradePackage");
          return TRUE;
        }
    }
  if (fault == NULL)
    return FALSE;
  palier_answer_status (exchange, fault->value != NULL ? fault->value : "serviceUnavailable");
  return TRUE;
}

/* Keeps three quarters of a file. */
static void
cut_short (PalierExchange *exchange)
{
  g_autoptr (GBytes) whole = g_steal_pointer (&exchange->answer);

  exchange->answer = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) * 3 / 4);
}

static void
spoil_answer (PalierExchange *exchange, const PalierRoute *route, const char *path)
{
  static const char garbage[]
      = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<DeviceInfo><model>DS-\xff\n</Dev";
  GPtrArray *faults = exchange->model->scenario->faults;
  PalierFault *fault;

  if (palier_faults_take_path (faults, "garbage-xml", path) != NULL)
    {
      g_clear_pointer (&exchange->answer, g_bytes_unref);
      exchange->answer = g_bytes_new_static (garbage, sizeof garbage - 1);
    }
  if (exchange->status == 200 && g_str_equal (route->method, "GET")
      && palier_faults_take_path (faults, "export-truncated", path) != NULL)
    cut_short (exchange);
  fault = palier_faults_take_path (faults, "slow", path);
  if (fault != NULL)
    exchange->slow_seconds = palier_fault_get_seconds (fault, 20);
  if (palier_faults_take_path (faults, "answer-lost", path) != NULL)
    exchange->drop = TRUE;
  fault = (route->flags & PALIER_ROUTE_UPLOAD)
              ? palier_faults_find (faults, "answer-lost", "upload")
              : NULL;
  if (fault != NULL && exchange->status == 200)
    {
      fault->fired++;
      exchange->drop = TRUE;
    }
}

/* TRUE: all is answered. Nothing that a recording is asked changes anything. */
static gboolean
is_played (PalierExchange *exchange, const PalierRoute *route, const char *whole_path)
{
  if (exchange->model->scenario->recording == NULL)
    return FALSE;
  if (exchange->signed_in != PALIER_SIGNED_IN && !palier_replay_is_open (whole_path))
    {
      if (exchange->signed_in == PALIER_SIGNED_NOBODY || exchange->signed_in == PALIER_SIGNED_STALE)
        palier_answer_unauthorised (exchange);
      else
        palier_answer_user_check (exchange, 401);
      return TRUE;
    }
  if (route != NULL && !(route->flags & PALIER_ROUTE_CHANGES))
    return palier_replay_answer (exchange, whole_path);
  if (route == NULL && palier_replay_answer (exchange, whole_path))
    return TRUE;
  palier_answer_status (exchange, "notSupport");
  return TRUE;
}

void
palier_desk_answer (PalierExchange *exchange, const char *whole_path)
{
  gboolean other_method;
  const PalierRoute *route
      = palier_route_find (exchange->method, whole_path, exchange->ids, &other_method);

  exchange->dialect = palier_model_get_dialect (exchange->model);
  exchange->path
      = g_str_has_prefix (whole_path, "/ISAPI/") ? whole_path + strlen ("/ISAPI/") : whole_path;
  if (is_played (exchange, route, whole_path))
    return;
  if (route == NULL)
    {
      if (exchange->model->active && exchange->signed_in != PALIER_SIGNED_IN)
        palier_answer_unauthorised (exchange);
      else
        palier_answer_status (exchange, other_method ? "methodNotAllowed" : "notSupport");
      return;
    }
  if (!is_open_to (exchange, route))
    return;
  if (palier_faults_take_path (exchange->model->scenario->faults, "cut-connection", whole_path)
      != NULL)
    {
      exchange->drop = TRUE;
      return;
    }
  if (is_refused (exchange, route, whole_path))
    return;
  route->func (exchange);
  if ((route->flags & PALIER_ROUTE_CHANGES) && exchange->status == 200)
    exchange->model->n_changes++;
  spoil_answer (exchange, route, whole_path);
}

gboolean
palier_desk_is_upload (const char *method, const char *whole_path)
{
  guint ids[2];
  gboolean other_method;
  const PalierRoute *route = palier_route_find (method, whole_path, ids, &other_method);

  return route != NULL && (route->flags & PALIER_ROUTE_UPLOAD) != 0;
}
