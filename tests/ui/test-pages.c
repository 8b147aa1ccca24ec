/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "language.h"
#include "walk.h"

#define NARROW 360

/* What every page keeps to, in both languages: a name for every control, a key for one thing only, narrow screens. */

static gboolean
is_inside (GtkWidget *widget, GType type)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return parent != NULL && gtk_widget_get_ancestor (parent, type) != NULL;
}

/* Made by the toolkit inside its own rows and header bars: its to name. */
static gboolean
is_the_toolkits (GtkWidget *widget)
{
  return is_inside (widget, ADW_TYPE_ENTRY_ROW) || is_inside (widget, GTK_TYPE_WINDOW_CONTROLS)
         || is_inside (widget, GTK_TYPE_MENU_BUTTON) || is_inside (widget, GTK_TYPE_SCROLLBAR);
}

static gboolean
is_actionable (GtkWidget *widget)
{
  if (is_the_toolkits (widget))
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)
         || GTK_IS_EXPANDER (widget) || ADW_IS_ENTRY_ROW (widget)
         || (ADW_IS_ACTION_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

static gboolean
says_something (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_name (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && says_something (gtk_button_get_label (GTK_BUTTON (widget))))
    return TRUE;
  if (GTK_IS_EXPANDER (widget) && says_something (gtk_expander_get_label (GTK_EXPANDER (widget))))
    return TRUE;
  if (ADW_IS_PREFERENCES_ROW (widget)
      && says_something (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))))
    return TRUE;
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static gboolean
is_nameless (GtkWidget *widget, gpointer data)
{
  return is_actionable (widget) && !has_name (widget);
}

static gboolean
takes_key (GtkWidget *widget, gpointer data)
{
  GHashTable *keys = data;
  guint key = GTK_IS_LABEL (widget) ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)) : GDK_KEY_VoidSymbol;

  return key != GDK_KEY_VoidSymbol && !g_hash_table_add (keys, GUINT_TO_POINTER (gdk_keyval_to_lower (key)));
}

/* Whatever is written is there to be read: what is too long breaks. Rows to type in are the toolkit's. */
static gboolean
may_be_cut (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_label_get_ellipsize (GTK_LABEL (widget)) != PANGO_ELLIPSIZE_NONE
         && !is_inside (widget, ADW_TYPE_ENTRY_ROW) && !is_inside (widget, ADW_TYPE_COMBO_ROW);
}

static gboolean
count_leading (GtkWidget *widget, gpointer data)
{
  guint *n = data;

  if (GTK_IS_BUTTON (widget) && gtk_widget_is_sensitive (widget)
      && (gtk_widget_has_css_class (widget, "suggested-action")
          || gtk_widget_has_css_class (widget, "destructive-action")))
    *n += 1;
  return FALSE;
}

/* Text at 200 % on the same screen. */
static void
check_large (Walk *walk, GtkWidget *page)
{
  int ordinary, minimum;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &ordinary, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 2 * ordinary, NULL);
  walk_settle ();
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", ordinary, NULL);
  walk_settle ();
  g_assert_cmpint (minimum, <=, NARROW);
}

static void
check_words_and_ways (Walk *walk, GtkWidget *page)
{
  const char *id = palier_window_get_page_id (walk->window);
  GtkWidget *found = walk_visit (page, may_be_cut, NULL);
  guint leading = 0;

  if (found != NULL)
    g_error ("%s, %s: “%s” may be cut", palier_language_get (), id, gtk_label_get_label (GTK_LABEL (found)));
  walk_visit (GTK_WIDGET (walk->window), count_leading, &leading);
  if (leading > 1)
    g_error ("%s, %s: %u buttons want to be the one", palier_language_get (), id, leading);
}

/* Names are there only where something listens to them (see with-display.sh). */
static gboolean
speaks (void)
{
  return g_strcmp0 (g_getenv ("GTK_A11Y"), "none") != 0;
}

static void
check_page (Walk *walk)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  const char *id = palier_window_get_page_id (walk->window);
  GtkWidget *page = GTK_WIDGET (palier_window_get_page (walk->window));
  GtkWidget *content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (walk->window));
  GtkWidget *found;
  int minimum;

  g_test_message ("%s: %s", palier_language_get (), id);
  g_assert_true (says_something (palier_page_get_heading (palier_window_get_page (walk->window))));
  found = speaks () ? walk_visit (GTK_WIDGET (walk->window), is_nameless, NULL) : NULL;
  if (found != NULL)
    g_error ("%s: a %s (%s) has no name", id, G_OBJECT_TYPE_NAME (found),
             gtk_buildable_get_buildable_id (GTK_BUILDABLE (found)));
  found = walk_visit (page, takes_key, keys);
  if (found == NULL && walk_find (walk, "bar") != NULL)
    found = walk_visit (walk_find (walk, "bar"), takes_key, keys);
  if (found != NULL)
    g_error ("%s, %s: the key of “%s” is taken", palier_language_get (), id,
             gtk_label_get_label (GTK_LABEL (found)));
  check_words_and_ways (walk, page);
  check_large (walk, page);
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW);
}

static void
open_expanders (GtkWidget *from)
{
  if (GTK_IS_EXPANDER (from))
    gtk_expander_set_expanded (GTK_EXPANDER (from), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_expanders (child);
}

static void
check_whole_page (Walk *walk)
{
  check_page (walk);
  open_expanders (GTK_WIDGET (palier_window_get_page (walk->window)));
  walk_settle ();
  check_page (walk);
}

static void
test_pages (gconstpointer language)
{
  g_autofree char *catalogue = g_build_filename (g_getenv ("PALIER_LOCALE_DIR"), "fr", "LC_MESSAGES", "palier.mo", NULL);
  Walk walk;

  if (g_strcmp0 (language, "fr") == 0 && !g_file_test (catalogue, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the French catalogue is not built");
      return;
    }
  palier_language_set (language);
  walk_begin (&walk, "v3.4.70");
  check_whole_page (&walk);
  walk_agree (&walk);
  check_whole_page (&walk);
  walk_click (&walk, "no_network");
  check_whole_page (&walk);
  walk_click (&walk, "back");
  walk_sign_in (&walk);
  check_whole_page (&walk);
  walk_click (&walk, "forward");
  check_whole_page (&walk);
  walk_click (&walk, "to_both");
  check_whole_page (&walk);
  walk_click (&walk, "to_computer");
  walk_copy (&walk);
  check_whole_page (&walk);
  walk_packages (&walk);
  check_whole_page (&walk);
  walk_default (&walk);
  check_whole_page (&walk);
  walk_start (&walk);
  check_whole_page (&walk);
  walk_work (&walk);
  check_whole_page (&walk);
  walk_end (&walk);
  palier_language_set ("en");
}

static void
test_declined_page (gconstpointer language)
{
  Walk walk;

  palier_language_set (language);
  walk_begin (&walk, NULL);
  walk_click (&walk, "second");
  check_whole_page (&walk);
  walk_end (&walk);
  palier_language_set ("en");
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_data_func ("/ui/pages/English: named, keyed once, narrow", "en", test_pages);
  g_test_add_data_func ("/ui/pages/French: named, keyed once, narrow", "fr", test_pages);
  g_test_add_data_func ("/ui/pages/declined, in English", "en", test_declined_page);
  g_test_add_data_func ("/ui/pages/declined, in French", "fr", test_declined_page);
  return g_test_run ();
}
