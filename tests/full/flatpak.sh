#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The Flatpak for real: makes a runtime and an SDK of Debian 12, builds the bundle against them by ./run --bundle,
# installs it for a person who exists for the occasion, and drives it in its sandbox. Prints TAP.
#   tests/full/flatpak.sh [BUILD DIRECTORY]
# Runtime, SDK, archives and compiled modules are made once and kept for every checkout.
#
# Only the names of runtime and SDK differ from the manifest that ships: neither has what its modules bring, so each
# module is compiled from the very archive that it names.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$here" || exit 1
. "$here/.ci/house.sh"
. "$here/.ci/roots.sh"
. "$here/.ci/archives.sh"
. "$here/.ci/tap.sh"

build=${1:-$here/_build-check}
app=io.github.palier.Palier
runtime=io.github.palier.Debian
sdk=io.github.palier.DebianSdk
release=12
runtime_packages=(
  libgtk-4-1 libadwaita-1-0 libsoup-3.0-0 libjson-glib-1.0-0 libxml2 libgnutls30 libnettle8 libarchive13
  libpango-1.0-0 adwaita-icon-theme librsvg2-common glib-networking libglib2.0-bin fonts-cantarell umockdev locales
  dbus
)
sdk_packages=(
  gcc g++ libc6-dev make meson ninja-build cmake pkg-config gettext libglib2.0-dev libjson-glib-dev libsoup-3.0-dev
  libxml2-dev libgnutls28-dev nettle-dev libarchive-dev libpango1.0-dev libgtk-4-dev libadwaita-1-dev zlib1g-dev
  libjpeg62-turbo-dev ccache elfutils patch desktop-file-utils appstream appstream-util
)
# What the manifest's modules bring.
brought='lib(usb-1|qpdf|gssdp-|gupnp-)'

cache=$(cache_folder flatpak)
repo=$cache/repo-$(root_key "$release" "${runtime_packages[@]}" / "${sdk_packages[@]}")

# --- runtime and SDK -------------------------------------------------------------------------------

# export_root NAME REPO: what stands in root-new becomes a runtime. Drivers of graphics cards stay out: it is drawn
# by the processor here.
export_root ()
{
  local dir=$cache/export-new
  rm -rf "$dir" && mkdir -p "$dir"/{files,export,var} && cp -a --reflink=auto "$cache/root-new/usr" "$dir/usr" &&
    cp -a "$cache/root-new/etc" "$dir/usr/etc" && rm -rf "$dir"/usr/lib/*/dri "$dir"/usr/lib/*/libLLVM* || return 1
  printf '[Runtime]\nname=%s\nruntime=%s\nsdk=%s\n' "$1" "$runtime/$(arch)/$release" "$sdk/$(arch)/$release" \
    >"$dir/metadata"
  flatpak build-export --runtime --disable-fsync --no-update-summary "$2" "$dir" "$release" && rm -rf "$dir"
}

arch () { flatpak --default-arch; }

make_repo ()
{
  rm -rf "$cache/root-new" "$cache/repo-new"
  mkdir -p "$cache/repo-new"
  ostree init --repo="$cache/repo-new" --mode=bare-user-only &&
    root_bare bookworm "$cache/root-new" &&
    root_install "$cache/root-new" "${runtime_packages[@]}" && export_root "$runtime" "$cache/repo-new" &&
    root_install "$cache/root-new" "${sdk_packages[@]}" && export_root "$sdk" "$cache/repo-new" &&
    flatpak build-update-repo "$cache/repo-new" && rm -rf "$cache/root-new" "$cache"/repo-[!n]* && mv "$cache/repo-new" "$repo"
}

# Libraries that the manifest has to bring, and headers that would find them.
lacks_modules ()
{
  local name
  for name in "$runtime" "$sdk"; do
    ! ostree ls -R "$repo" "runtime/$name/$(arch)/$release" /files | grep -E "/${brought}[^/]*\.(so|pc)" || return 1
  done
}

# --- the bundle --------------------------------------------------------------------------------------

has_archives () { python3 -B flatpak/manifest.py --archives | archives_fetch "$cache/state/downloads"; }
add_remote () { flatpak --user remote-add --no-gpg-verify debian "file://$repo"; }

# As a person does it, who has the remote.
make_bundle ()
{
  PALIER_CACHE=$cache PALIER_REMOTE=debian ./run --bundle "$work/palier.flatpak" --sign palier@example.org \
    --runtime "$runtime=$sdk=$release"
}

# Nobody's key, and that of somebody else, for the time of this check.
make_keys ()
{
  local name
  mkdir -m 700 "$GNUPGHOME"
  for name in palier other; do
    gpg --batch --quiet --passphrase '' --quick-gen-key "$name <$name@example.org>" ed25519 sign never || return 1
  done
}

look_at_signature ()
{
  bash tests/sandbox/signed.sh "$work" 2>"$work/signed.log" || { point "not ok" "the signature is looked at"; return 1; }
}

install_bundle ()
{
  flatpak --user install -y --noninteractive --bundle "$work/palier.flatpak"
}
debug_bundle () { [ -s "$work/palier-debug.flatpak" ]; }
installed () { flatpak --user info --show-location "$app"; }
small () { [ "$(du -sk "$(installed)/files" | cut -f1)" -lt 5120 ]; }
# Each comes from the manifest's own archive, with its licence.
brings_modules ()
{
  local module at
  at=$(installed)/files
  for module in $(python3 -B flatpak/manifest.py --modules); do
    [ -n "$(ls "$at/share/licenses/$app/$module")" ] || return 1
  done
  [ "$(find "$at/lib" -type f | sed -nE "s/.*\/${brought}.*\.so\..*/\1/p" | sort -u | wc -l)" = 4 ] || { ls "$at/lib"; return 1; }
}
lean () { ! (cd "$(installed)/files" && find bin include lib share -name '*.h' -o -name '*.pc' -o -name '*.a' -o -path 'bin/*' ! -name palier) | grep .; }
debug_apart () { [ ! -e "$(installed)/files/lib/debug/bin" ] && ! readelf -S "$(installed)/files/bin/palier" | grep -q debug_info; }
both_languages () { [ -s "$(installed)/files/share/locale/fr/LC_MESSAGES/palier.mo" ]; }
exported ()
{
  local at
  at=$(installed)/export/share
  desktop-file-validate "$at/applications/$app.desktop" && [ -s "$at/dbus-1/services/$app.service" ] &&
    [ -s "$at/icons/hicolor/scalable/apps/$app.svg" ] && grep -q '<id>' "$(installed)"/files/share/*/"$app".*.xml
}
as_agreed ()
{
  flatpak --user info --show-permissions "$app" | tee "$work/permissions" >&2
  python3 -B - "$work/permissions" <<'PYTHON'
import configparser, sys
said = configparser.ConfigParser(delimiters='=')
said.optionxform = str
said.read(sys.argv[1])
context = {key: set(filter(None, value.split(';'))) for key, value in said['Context'].items()}
assert context == {'shared': {'network', 'ipc'}, 'sockets': {'x11', 'wayland', 'fallback-x11'}, 'devices': {'dri'},
                   'filesystems': {'/run/media', '/media'}}, context
assert dict(said['System Bus Policy']) == {'org.freedesktop.UDisks2': 'talk'}, dict(said['System Bus Policy'])
assert set(said.sections()) == {'Context', 'System Bus Policy'}, said.sections()
PYTHON
}

# --- the occasion --------------------------------------------------------------------------------------

# With a display and a bus; /run/user and /run/media of its own, which go with the last process.
drive ()
{
  local server
  mkfifo "$work/display"
  Xvfb -displayfd 3 -screen 0 1280x900x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
  server=$!
  read -r number <"$work/display"
  # shellcheck disable=SC2016 # for the shell inside
  env -u WAYLAND_DISPLAY -u DBUS_SESSION_BUS_ADDRESS DISPLAY=":$number" GDK_BACKEND=x11 XDG_CURRENT_DESKTOP=GNOME \
    XDG_RUNTIME_DIR="/run/user/$(id -u)" \
    unshare --mount --propagation private sh -c '
      mkdir -p "$XDG_RUNTIME_DIR" /run/media && mount -t tmpfs -o mode=700 tmpfs "$XDG_RUNTIME_DIR" &&
        mount -t tmpfs tmpfs /run/media && exec dbus-run-session -- bash "$@"' \
    sh tests/sandbox/drives.sh "$work" "$build/ui/palier" 2>"$work/drive.log" ||
    point "not ok" "the drives come to their end"
  kill "$server"
}

# To be looked at; the sheet has them all.
keep_pictures ()
{
  local to=$here/_build-check/sandbox
  rm -rf "$to" && mkdir -p "$to" && cp "$work"/shots/*.png "$to/" &&
    montage -label '%t' "$to"/*.png -tile 3x -geometry 640x460+8+8 "$work/sheet.png" && mv "$work/sheet.png" "$to/contact-sheet.png"
}

end ()
{
  gpgconf --kill all 2>/dev/null
  rm -rf "$work"
  # what was made half is not found by the next run
  rm -rf "$cache/root-new" "$cache/export-new" "$cache/repo-new"
}

[ "$(id -u)" -eq 0 ] || skip_all "making a runtime needs root (debootstrap)"
need flatpak flatpak-builder ostree debootstrap gpg gpg-agent gpgv bzip2 xz-utils xdg-desktop-portal xdg-desktop-portal-gtk fuse3 elfutils gcc \
  libglib2.0-dev dbus-daemon xvfb openbox xdotool imagemagick desktop-file-utils \
  python3-gi gir1.2-atspi-2.0 at-spi2-core || exit 1
bwrap --ro-bind / / --unshare-all true 2>/dev/null || skip_all "this machine does not let bubblewrap make a sandbox"
[ -x "$build/ui/palier" ] || { say "build first: $build/ui/palier is missing"; exit 1; }
mkdir -p "$cache"
# One at a time: what is kept there is for every checkout.
[ -n "${PALIER_LOCKED:-}" ] || PALIER_LOCKED=yes exec flock --close "$cache/lock" bash "$0" "$@"
work=$(mktemp -d "${TMPDIR:-/tmp}/palier-flatpak.XXXXXX")
trap end EXIT
mkdir -p "$work/home"
export GNUPGHOME=$work/gnupg HOME=$work/home XDG_DATA_HOME=$cache/person XDG_CONFIG_HOME=$work/home/.config XDG_CACHE_HOME=$work/home/.cache
rm -rf "$cache/person"

if [ ! -d "$repo" ]; then
  note "making a runtime and an SDK of Debian $release in $cache, once"
  check "a runtime and an SDK are made of Debian $release" make_repo || { end_tap; exit 1; }
fi
note "runtime and SDK after $SECONDS s"
if check "neither has a library that the manifest brings" lacks_modules &&
  check "the archives are those that the manifest means" has_archives &&
  check "a person of the occasion knows where runtimes come from" add_remote &&
  check "there is a key to sign with" make_keys &&
  check "./run --bundle builds the manifest’s own list against them, signed" make_bundle &&
  look_at_signature &&
  check "and the bundle is installed from the one file, offline" install_bundle; then
  note "built and installed after $SECONDS s"
  note "palier.flatpak: $(numfmt --to=iec "$(stat -c %s "$work/palier.flatpak")"), installed: $(du -sh "$(installed)/files" | cut -f1)"
  check "the program takes less than 5 MB" small
  check "each module is in it, and its licence" brings_modules
  check "nothing is, that only a compiler or a terminal would use" lean
  check "its debug information is apart" debug_apart
  check "in a second file" debug_bundle
  check "both languages are in the one file" both_languages
  check "launcher, icon, D-Bus service and software centre page come with it" exported
  check "it may do what was agreed, and nothing else" as_agreed
  sed 's/^/# /' "$work/permissions"
  drive
  [ ! -d "$here/_build-check" ] || check "its pictures are in _build-check/sandbox, side by side in contact-sheet.png" keep_pictures
fi
note "$SECONDS s in all"
rm -rf "$cache/person"
end_tap
