/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/runner-private.h"

#include "base/error.h"
#include "run/post.h"
#include "run/step-item-private.h"

struct _PalierRunner
{
  GObject parent_instance;

  PalierJob *job;
  GPtrArray *items; /* of PalierStepItem; complete before the worker starts */
  PalierRunState state;
  PalierStepItem *current; /* borrowed from items */
  GMainContext *context;
  GThread *thread; /* the worker; NULL before and after */
  GCancellable *cancellable;
  GError *error; /* the worker's until it is joined */
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_FRACTION,
  N_PROPS
};

enum
{
  SIGNAL_FINISHED,
  N_SIGNALS
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PalierRunner,
                               palier_runner,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

#define TO(state) (1u << PALIER_RUN_##state)

/* Every edge that there is; any other is a bug of ours. */
static const guint edges[] = {
  [PALIER_RUN_IDLE] = TO (RUNNING),
  [PALIER_RUN_RUNNING] = TO (ASKING) | TO (DONE) | TO (STOPPED) | TO (FAILED),
  [PALIER_RUN_ASKING] = TO (RUNNING),
  [PALIER_RUN_DONE] = 0,
  [PALIER_RUN_STOPPED] = 0,
  [PALIER_RUN_FAILED] = 0,
};

static GType
get_item_type (GListModel *model)
{
  return PALIER_TYPE_STEP_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return PALIER_RUNNER (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint i)
{
  PalierRunner *self = PALIER_RUNNER (model);

  return i < self->items->len ? g_object_ref (self->items->pdata[i]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
palier_runner_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierRunner *self = PALIER_RUNNER (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, palier_runner_get_fraction (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_runner_finalize (GObject *object)
{
  PalierRunner *self = PALIER_RUNNER (object);

  g_clear_object (&self->job);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (palier_runner_parent_class)->finalize (object);
}

static void
palier_runner_class_init (PalierRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_runner_get_property;
  object_class->finalize = palier_runner_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_FINISHED] = g_signal_new ("finished", PALIER_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
palier_runner_init (PalierRunner *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->context = g_main_context_ref_thread_default ();
}

static void
set_state (PalierRunner *self, PalierRunState state)
{
  if (state == self->state)
    return;
  if (!(edges[self->state] & (1u << state)))
    g_critical ("run: %s cannot become %s", palier_run_state_get_nick (self->state),
                palier_run_state_get_nick (state));
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
question_cb (PalierRunner *self)
{
  if (self->state == PALIER_RUN_RUNNING || self->state == PALIER_RUN_ASKING)
    set_state (self, palier_job_get_question (self->job) == PALIER_QUESTION_NONE ? PALIER_RUN_RUNNING
                                                                                 : PALIER_RUN_ASKING);
}

PalierRunner *
palier_runner_new (PalierJob *job)
{
  PalierRunner *self = g_object_new (PALIER_TYPE_RUNNER, NULL);

  self->job = g_object_ref (job);
  g_signal_connect_object (job, "notify::question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
  return self;
}

void
palier_runner_add (PalierRunner *self, const PalierStep *step, int landing)
{
  g_return_if_fail (self->state == PALIER_RUN_IDLE);

  g_ptr_array_add (self->items, palier_step_item_new (step, landing));
}

PalierJob *
palier_runner_get_job (PalierRunner *self)
{
  return self->job;
}

/* News from the worker, on its way to the main thread. */
typedef struct
{
  PalierRunner *runner;
  PalierStepItem *item;
  PalierStepState state;
  GDateTime *when; /* NULL: only the fraction changed */
  double fraction;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->runner);
  g_clear_pointer (&news->when, g_date_time_unref);
  g_free (news);
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;
  PalierRunner *self = news->runner;

  self->current = news->item;
  if (news->when)
    palier_step_item_set_state (news->item, news->state, news->when);
  else
    palier_step_item_set_fraction (news->item, news->fraction);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  return G_SOURCE_REMOVE;
}

static News *
news_new (PalierRunner *self, guint item)
{
  News *news = g_new0 (News, 1);

  news->runner = g_object_ref (self);
  news->item = self->items->pdata[item];
  return news;
}

void
palier_runner_post_state (PalierRunner *self, guint item, PalierStepState state)
{
  News *news = news_new (self, item);

  news->state = state;
  news->when = palier_clock_date (palier_job_get_clock (self->job));
  palier_post (self->context, news_cb, news, news_free);
}

void
palier_runner_post_fraction (PalierRunner *self, guint item, double fraction)
{
  News *news = news_new (self, item);

  news->fraction = fraction;
  palier_post (self->context, news_cb, news, news_free);
}

static PalierRunState
outcome_of (const GError *error)
{
  if (!error)
    return PALIER_RUN_DONE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || palier_error_get_exit_status (error) == 3)
    return PALIER_RUN_STOPPED;
  return PALIER_RUN_FAILED;
}

static gboolean
finished_cb (gpointer data)
{
  PalierRunner *self = data;

  g_thread_join (g_steal_pointer (&self->thread));
  set_state (self, PALIER_RUN_RUNNING);
  set_state (self, outcome_of (self->error));
  g_signal_emit (self, signals[SIGNAL_FINISHED], 0);
  return G_SOURCE_REMOVE;
}

static gpointer
work_thread (gpointer data)
{
  PalierRunner *self = data;

  palier_runner_work (self, self->cancellable, &self->error);
  palier_post (self->context, finished_cb, self, g_object_unref);
  return NULL;
}

/* A thread of our own and not a GTask's: it is joined before "finished", so that nothing of it holds the job (and with
 * it the journal's lock) when a front end starts again at once. */
void
palier_runner_start (PalierRunner *self, GCancellable *cancellable)
{
  set_state (self, PALIER_RUN_RUNNING);
  g_set_object (&self->cancellable, cancellable);
  self->thread = g_thread_new ("palier-work", work_thread, g_object_ref (self));
}

PalierRunState
palier_runner_get_state (PalierRunner *self)
{
  return self->state;
}

const char *
palier_run_state_get_nick (PalierRunState state)
{
  static const char *const nicks[] = { "idle", "running", "asking", "done", "stopped", "failed" };

  return nicks[state];
}

double
palier_runner_get_fraction (PalierRunner *self)
{
  double whole = 0, done = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      PalierStepItem *item = self->items->pdata[i];
      double weight = palier_step_item_get_step (item)->weight;

      whole += weight;
      if (palier_step_state_is_final (palier_step_item_get_state (item)))
        done += weight;
      else if (item == self->current)
        done += weight * MAX (palier_step_item_get_fraction (item), 0);
    }
  return whole > 0 ? MIN (done / whole, 1.0) : 0;
}

const GError *
palier_runner_get_error (PalierRunner *self)
{
  return self->error;
}

PalierStepItem *
palier_runner_get_current (PalierRunner *self)
{
  return self->current;
}

gboolean
palier_runner_may_close (PalierRunner *self)
{
  PalierStepItem *item = self->current;

  if (self->state != PALIER_RUN_RUNNING || !item
      || palier_step_state_is_final (palier_step_item_get_state (item)))
    return TRUE;
  return !(palier_step_item_get_step (item)->flags & PALIER_STEP_NO_RETURN);
}

PalierSurvey *
palier_runner_get_result (PalierRunner *self)
{
  return palier_job_get_result (self->job);
}
