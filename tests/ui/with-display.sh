#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# with-display.sh PROGRAM…   runs it on a display and in a home of its own; skips aloud where there can be none
# PALIER_A11Y=none           without the names that are spoken: GTK 4.18's test of them stumbles over a text that goes

home=$(mktemp -d)
end () {
  [ -z "$server" ] || kill "$server"
  rm -rf "$home"
}
trap end EXIT

if command -v Xvfb > /dev/null; then
  mkfifo "$home/display"
  # The server chooses a free number by itself and tells it: tests run side by side.
  Xvfb -displayfd 3 -screen 0 1280x1024x24 -nolisten tcp 3> "$home/display" 2> /dev/null &
  server=$!
  read -r number < "$home/display"
  export DISPLAY=":$number" GDK_BACKEND=x11
elif [ -z "$DISPLAY$WAYLAND_DISPLAY" ]; then
  echo '1..0 # SKIP there is no display, and no Xvfb to make one'
  exit 0
fi

export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache"
export XDG_RUNTIME_DIR="$home" GSK_RENDERER=cairo GTK_A11Y="${PALIER_A11Y:-test}" DBUS_SESSION_BUS_ADDRESS=disabled:
# The sticks of whoever runs the tests are not touched: without a system bus there is no UDisks2.
export DBUS_SYSTEM_BUS_ADDRESS=disabled:
unset WAYLAND_DISPLAY XDG_DOCUMENTS_DIR
"$@"
