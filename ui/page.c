/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "page.h"

#include "form.h"

typedef struct
{
  PalierSession *session;
  GtkWidget *heading;
  GtkWidget *subheading;
  GtkWidget *place;
  GtkWidget *content;
  char *continue_label;
  char *continue_class;
  char *second_label;
  gboolean can_continue;
  gboolean leading_back;
  gboolean busy;
} PalierPagePrivate;

typedef enum
{
  PROP_SESSION = 1,
  PROP_HEADING,
  PROP_SUBHEADING,
  PROP_CONTENT,
  PROP_CONTINUE_LABEL,
  PROP_CONTINUE_CLASS,
  PROP_SECOND_LABEL,
  PROP_CAN_CONTINUE,
  PROP_LEADING_BACK,
  PROP_BUSY,
  N_PROPS
} PalierPageProperty;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PalierPage, palier_page, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];
static guint go_on_signal;

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
set_content (PalierPagePrivate *priv, GtkWidget *content)
{
  if (priv->content != NULL)
    gtk_box_remove (GTK_BOX (priv->place), priv->content);
  priv->content = content;
  if (content != NULL)
    gtk_box_append (GTK_BOX (priv->place), content);
}

static void
palier_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (PALIER_PAGE (object));

  switch ((PalierPageProperty) id)
    {
    case PROP_SESSION: g_value_set_object (value, priv->session); break;
    case PROP_HEADING: g_value_set_string (value, gtk_label_get_text (GTK_LABEL (priv->heading))); break;
    case PROP_SUBHEADING: g_value_set_string (value, gtk_label_get_text (GTK_LABEL (priv->subheading))); break;
    case PROP_CONTENT: g_value_set_object (value, priv->content); break;
    case PROP_CONTINUE_LABEL: g_value_set_string (value, priv->continue_label); break;
    case PROP_CONTINUE_CLASS: g_value_set_string (value, priv->continue_class); break;
    case PROP_SECOND_LABEL: g_value_set_string (value, priv->second_label); break;
    case PROP_CAN_CONTINUE: g_value_set_boolean (value, priv->can_continue); break;
    case PROP_LEADING_BACK: g_value_set_boolean (value, priv->leading_back); break;
    case PROP_BUSY: g_value_set_boolean (value, priv->busy); break;
    case N_PROPS:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
replace_string (char **place, const GValue *value)
{
  g_free (*place);
  *place = g_value_dup_string (value);
}

static void
palier_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (PALIER_PAGE (object));

  switch ((PalierPageProperty) id)
    {
    case PROP_SESSION: priv->session = g_value_dup_object (value); break;
    case PROP_HEADING: set_text (priv->heading, g_value_get_string (value)); break;
    case PROP_SUBHEADING: set_text (priv->subheading, g_value_get_string (value)); break;
    case PROP_CONTENT: set_content (priv, g_value_get_object (value)); break;
    case PROP_CONTINUE_LABEL: replace_string (&priv->continue_label, value); break;
    case PROP_CONTINUE_CLASS: replace_string (&priv->continue_class, value); break;
    case PROP_SECOND_LABEL: replace_string (&priv->second_label, value); break;
    case PROP_CAN_CONTINUE: priv->can_continue = g_value_get_boolean (value); break;
    case PROP_LEADING_BACK: priv->leading_back = g_value_get_boolean (value); break;
    case PROP_BUSY: priv->busy = g_value_get_boolean (value); break;
    case N_PROPS:
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_page_constructed (GObject *object)
{
  PalierPageClass *klass = PALIER_PAGE_GET_CLASS (object);

  G_OBJECT_CLASS (palier_page_parent_class)->constructed (object);
  if (klass->bind != NULL)
    klass->bind (PALIER_PAGE (object));
  palier_form_wrap_words (GTK_WIDGET (object));
}

static void
palier_page_dispose (GObject *object)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (PALIER_PAGE (object));

  g_clear_object (&priv->session);
  G_OBJECT_CLASS (palier_page_parent_class)->dispose (object);
}

static void
palier_page_finalize (GObject *object)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (PALIER_PAGE (object));

  g_free (priv->continue_label);
  g_free (priv->continue_class);
  g_free (priv->second_label);
  G_OBJECT_CLASS (palier_page_parent_class)->finalize (object);
}

static void
palier_page_class_init (PalierPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = palier_page_constructed;
  object_class->dispose = palier_page_dispose;
  object_class->finalize = palier_page_finalize;
  object_class->get_property = palier_page_get_property;
  object_class->set_property = palier_page_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, PALIER_TYPE_SESSION,
                                                  flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_SUBHEADING] = g_param_spec_string ("subheading", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTINUE_LABEL] = g_param_spec_string ("continue-label", NULL, NULL, NULL, flags);
  properties[PROP_CONTINUE_CLASS] = g_param_spec_string ("continue-class", NULL, NULL, NULL, flags);
  properties[PROP_SECOND_LABEL] = g_param_spec_string ("second-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_CONTINUE] = g_param_spec_boolean ("can-continue", NULL, NULL, FALSE, flags);
  properties[PROP_LEADING_BACK] = g_param_spec_boolean ("leading-back", NULL, NULL, TRUE, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  go_on_signal = g_signal_new ("go-on", PALIER_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static GtkWidget *
new_heading (const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0F, "visible", FALSE, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
palier_page_init (PalierPage *self)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (self);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1040, "tightening-threshold", 720, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, NULL);

  priv->leading_back = TRUE;
  priv->heading = new_heading ("title-1", GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_widget_set_focusable (priv->heading, TRUE);
  priv->subheading = new_heading ("dim-label", GTK_ACCESSIBLE_ROLE_LABEL);
  priv->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (priv->place, "page");
  gtk_box_append (GTK_BOX (priv->place), priv->heading);
  gtk_box_append (GTK_BOX (priv->place), priv->subheading);
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->place);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

PalierSession *
palier_page_get_session (PalierPage *self)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (self);

  return priv->session;
}

const char *
palier_page_get_heading (PalierPage *self)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (self);

  return gtk_label_get_text (GTK_LABEL (priv->heading));
}

void
palier_page_shown (PalierPage *self)
{
  palier_page_focus_heading (self);
  if (PALIER_PAGE_GET_CLASS (self)->shown != NULL)
    PALIER_PAGE_GET_CLASS (self)->shown (self);
}

void
palier_page_forward (PalierPage *self)
{
  PalierPageClass *klass = PALIER_PAGE_GET_CLASS (self);

  if (klass->forward == NULL || klass->forward (self))
    palier_page_go_on (self);
}

void
palier_page_second (PalierPage *self)
{
  if (PALIER_PAGE_GET_CLASS (self)->second != NULL)
    PALIER_PAGE_GET_CLASS (self)->second (self);
}

void
palier_page_go_on (PalierPage *self)
{
  g_signal_emit (self, go_on_signal, 0);
}

void
palier_page_set_heading (PalierPage *self, const char *heading, const char *subheading)
{
  g_object_set (self, "heading", heading, "subheading", subheading, NULL);
}

void
palier_page_set_can_continue (PalierPage *self, gboolean can_continue)
{
  g_object_set (self, "can-continue", can_continue, NULL);
}

void
palier_page_set_continue_label (PalierPage *self, const char *label)
{
  g_object_set (self, "continue-label", label, NULL);
}

void
palier_page_set_second_label (PalierPage *self, const char *label)
{
  g_object_set (self, "second-label", label, NULL);
}

void
palier_page_set_busy (PalierPage *self, gboolean busy)
{
  g_object_set (self, "busy", busy, NULL);
}

void
palier_page_focus_heading (PalierPage *self)
{
  PalierPagePrivate *priv = palier_page_get_instance_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* A label has nothing to focus of its own and would refuse to grab it; the root takes it. */
  if (root != NULL)
    gtk_root_set_focus (root, priv->heading);
}
