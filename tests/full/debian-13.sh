#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The same source on a desktop two years newer: builds in a Debian 13, and passes the tests of the window there.
# Prints TAP. The system is made once and kept for every checkout; compiled files are kept too.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$here" || exit 1
. "$here/.ci/house.sh"
. "$here/.ci/roots.sh"
. "$here/.ci/tap.sh"

# What the tests of the window use, beyond what builds them.
shown_packages=(
  python3 xvfb dbus-daemon at-spi2-core libgtk-4-bin umockdev libumockdev-dev gir1.2-umockdev-1.0 fonts-cantarell
  ca-certificates ccache
)
cache=$(cache_folder debian-13)
root=$cache/root-$(root_key trixie "${build_packages[@]}" / "${shown_packages[@]}")

make_root ()
{
  rm -rf "$cache"/root-*
  mkdir -p "$cache/root-new"
  root_bare trixie "$cache/root-new" &&
    root_install "$cache/root-new" "${build_packages[@]}" "${shown_packages[@]}" && mv "$cache/root-new" "$root"
}

copy_source ()
{
  rm -rf "$root/palier/source"
  mkdir -p "$root/palier/source"
  git ls-files -z -co --exclude-standard | tar -c --null --ignore-failed-read -T - 2>/dev/null |
    tar -x -C "$root/palier/source"
}

# What newer headers call deprecated is held by the pins of meson.build; an error stays an error.
set_up () { root_run "$root" sh -c 'cd /palier/source && rm -rf ../build && CC="ccache gcc" meson setup ../build'; }
# The program whole, and of the tests those of the window: the engine's say nothing about a desktop.
compile ()
{
  # shellcheck disable=SC2016 # for the shell inside
  root_run "$root" sh -c 'cd /palier/build &&
    ninja -t targets all | sed -n "s/^\(tests\/ui\/[^:/]*\): c_LINKER.*/\1/p" >tests-of-the-window &&
    [ -s tests-of-the-window ] &&
    CCACHE_DIR=/palier/ccache nice ninja -k 0 ui/palier po/fr/LC_MESSAGES/palier.mo $(cat tests-of-the-window)'
}

# Devices and processes of its own, in a mount namespace that ends with it.
inside ()
{
  # shellcheck disable=SC2016 # for the shell inside
  unshare --mount --propagation private sh -c '
    mount --rbind /dev "$0/dev" && mount -t proc proc "$0/proc" && mount -t tmpfs tmpfs "$0/tmp" &&
      exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 chroot "$0" "$@"' "$root" "$@"
}
# PALIER_A11Y: tests/ui/with-display.sh says why.
run_tests ()
{
  # shellcheck disable=SC2016 # for the shell inside
  inside env PALIER_A11Y=none dbus-run-session -- sh -c 'cd /palier/build &&
    meson test --no-rebuild --timeout-multiplier 4 --suite ui'
}
opens ()
{
  # shellcheck disable=SC2016 # for the shell inside
  inside sh -c 'Xvfb :77 -screen 0 1280x900x24 -nolisten tcp & server=$!
    for i in $(seq 60); do [ -e /tmp/.X11-unix/X77 ] && break; sleep 0.2; done
    DISPLAY=:77 GDK_BACKEND=x11 GSK_RENDERER=cairo G_DEBUG=fatal-criticals timeout 120 dbus-run-session -- \
      /palier/build/ui/palier --practice --fresh --exit-after-startup
    status=$?; kill $server; exit $status'
}
versions () { root_run "$root" pkg-config --modversion gtk4 libadwaita-1 glib-2.0 libsoup-3.0 | tr '\n' ' '; }

# Each point of each test program counts; a program that fails without a word does too.
count_tests ()
{
  local log=$root/palier/build/meson-logs/testlog.json numbers
  run_tests >"$work/tests.log" 2>&1
  if ! numbers=$(python3 .ci/tally.py meson "$log" $?); then
    tail -n 20 "$work/tests.log" | sed 's/^/# /'
    return 1
  fi
  printf '%s\n' "$numbers" | sed '$d'
  note "passed, failed, skipped: ${numbers##*$'\n'}"
  read -r passed failed _ <<<"${numbers##*$'\n'}"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}

end ()
{
  rm -rf "$work" "$cache/root-new"
}

[ "$(id -u)" -eq 0 ] || skip_all "making a Debian 13 needs root (debootstrap)"
need debootstrap git python3 || exit 1
mkdir -p "$cache"
work=$(mktemp -d "${TMPDIR:-/tmp}/palier-debian-13.XXXXXX")
trap end EXIT
if [ ! -d "$root" ]; then
  note "making a Debian 13 in $cache, once"
  check "a Debian 13 is made" make_root || { end_tap; exit 1; }
fi
note "Debian 13 after $SECONDS s; GTK, libadwaita, GLib, libsoup: $(versions)"
if check "the source comes along" copy_source && check "Debian 13: it is set up" set_up &&
  check "Debian 13: every file compiles" compile; then
  note "built after $SECONDS s"
  check "Debian 13: the window opens without a critical word" opens
  check "Debian 13: the tests of the window pass" count_tests
fi
note "$SECONDS s in all"
end_tap
