# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# What ./run, ./check and the scripts of tests/full and tests/soak share: how to speak, and how to have a package.

# Floors and names are those of Debian 12; meson.build holds the same floors for every other system.
build_packages=(
  gcc libc6-dev meson ninja-build pkg-config gettext
  libglib2.0-dev libjson-glib-dev libsoup-3.0-dev libxml2-dev libgnutls28-dev nettle-dev
  libarchive-dev libusb-1.0-0-dev libgupnp-1.6-dev libqpdf-dev libpango1.0-dev libgtk-4-dev libadwaita-1-dev
  adwaita-icon-theme librsvg2-common
)
test_packages=(
  python3 git desktop-file-utils appstream shellcheck man-db librsvg2-bin curl ca-certificates
  xvfb dbus-daemon at-spi2-core libgtk-4-bin umockdev libumockdev-dev gir1.2-umockdev-1.0
  iproute2 poppler-utils fonts-cantarell miniupnpd miniupnpd-nftables nftables
)
fedora_packages=(
  gcc meson ninja-build pkgconf-pkg-config gettext
  glib2-devel json-glib-devel libsoup3-devel libxml2-devel gnutls-devel nettle-devel
  libarchive-devel libusb1-devel gupnp-devel qpdf-devel pango-devel gtk4-devel libadwaita-devel
)
arch_packages=(
  base-devel meson ninja pkgconf gettext
  glib2-devel json-glib libsoup3 libxml2 gnutls nettle libarchive libusb gupnp qpdf pango gtk4 libadwaita
)
build_commands=(cc meson ninja msgfmt pkg-config glib-compile-resources)
build_modules=(
  gio-unix-2.0 json-glib-1.0 libsoup-3.0 libxml-2.0 gnutls nettle libarchive libusb-1.0 gupnp-1.6
  libqpdf cairo-pdf pangocairo
  gtk4 libadwaita-1
)

# Each argument is a line.
say () { printf '%s\n' "$@" >&2; }
die () { say "$@"; exit 1; }

# Those of the packages named that are not installed, one a line.
missing_packages ()
{
  local package installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' 2>/dev/null |
    sed -n 's/^installed //p')
  for package; do
    grep -qxF -- "$package" <<<"$installed" || printf '%s\n' "$package"
  done
}

apt_log=

# apt-get as root, in words that a log keeps and a terminal does not need.
apt_quietly ()
{
  local -a as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
  fi
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C \
    apt-get -y -o DPkg::Lock::Timeout=180 -o APT::Install-Recommends=false "$@" \
    >>"$apt_log" 2>&1
}

explain_apt ()
{
  say "" "The packages could not be installed. apt-get said:" ""
  grep -E '^(E|Err|W):' "$apt_log" | sort -u | tail -n 8 >&2 || tail -n 8 "$apt_log" >&2
  if grep -qE 'Could not resolve|Failed to fetch|Unable to connect|Temporary failure' "$apt_log"; then
    say "" "This computer does not reach its Debian mirror: check the network, then run this again."
  elif grep -qE 'Unable to locate package|has no installation candidate' "$apt_log"; then
    say "" "Palier needs Debian 12 (bookworm) or newer, with the component \"main\" in its sources."
  elif grep -qE 'Could not get lock|is held by process' "$apt_log"; then
    say "" "Another program is installing software. Let it finish, then run this again."
  elif grep -qE 'No space left|not enough free space|enough free space' "$apt_log"; then
    say "" "The disk is full: make about 2 GB of room, then run this again."
  elif grep -qE 'dpkg was interrupted' "$apt_log"; then
    say "" "An earlier installation was cut short. As root: dpkg --configure -a"
  elif grep -qE 'a password is required|not in the sudoers' "$apt_log"; then
    say "" "sudo did not let us in."
  fi
  say "" "To install them by hand, as root:" "  apt-get install --no-install-recommends $*" \
    "The whole of what it said: $apt_log"
}

# Installs what is missing of the packages named. Where nothing is missing, apt is not even asked.
need ()
{
  local -a missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    say "These Debian packages are missing, and installing them takes an administrator." \
      "As root, run:" "  apt-get install --no-install-recommends ${missing[*]}" "then run this again."
    return 1
  fi
  apt_log=$(mktemp "${TMPDIR:-/tmp}/palier-apt.XXXXXX")
  say "Installing ${#missing[@]} Debian packages that are missing: ${missing[*]}"
  # A stale list is the usual reason for a file that is gone, hence the update, which may fail by
  # itself (a dead third-party source, say) without the packages being out of reach.
  apt_quietly update || say "apt-get update had trouble; going on with the lists that are here."
  if ! apt_quietly install "${missing[@]}"; then
    explain_apt "${missing[@]}"
    return 1
  fi
  rm -f "$apt_log"
}

# Where whole Debian systems for tests come from: the mirror that this one was installed from. None is named here.
debian_mirror ()
{
  # shellcheck disable=SC2016 # apt-get fills them in
  printf '%s\n' "${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' |
    sed -n 's/^\([^ ]*\) [a-z]* main$/\1/p' | head -n 1)}"
}

# What is made once and is the same for every checkout: remove it to make it anew.
cache_folder () { printf '%s/palier/%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}" "$1"; }

is_debian () { command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; }

# On another distribution: nothing is installed, but what to install is said.
need_elsewhere ()
{
  local like command module lacking=
  for command in "${build_commands[@]}"; do
    command -v "$command" >/dev/null || lacking+=" $command"
  done
  if command -v pkg-config >/dev/null; then
    for module in "${build_modules[@]}"; do
      pkg-config --exists "$module" || lacking+=" $module"
    done
  fi
  [ -n "$lacking" ] || return 0
  # shellcheck disable=SC1090
  like=$(. "${OS_RELEASE:-/etc/os-release}" 2>/dev/null; printf '%s %s' "${ID:-}" "${ID_LIKE:-}")
  say "This is not Debian, so nothing is installed for you. Missing:$lacking"
  case " $like " in
    *" fedora "*|*" rhel "*) say "On Fedora:" "  sudo dnf install ${fedora_packages[*]}" ;;
    *" arch "*) say "On Arch:" "  sudo pacman -S --needed ${arch_packages[*]}" ;;
    *) say "On Debian 12 the packages are called:" "  ${build_packages[*]}" \
         "Here they may have other names; the libraries and their oldest versions are in meson.build." ;;
  esac
  say "Then run this again. (Palier is tested on Debian 12; elsewhere it should work, untested.)"
  return 1
}

need_for_build ()
{
  if is_debian; then
    need "$@"
  else
    need_elsewhere
  fi
}

# Runs a command whose words matter only when it fails.
quietly ()
{
  local log
  log=$(mktemp "${TMPDIR:-/tmp}/palier-log.XXXXXX")
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    tail -n 25 "$log" >&2
    say "" "This failed: $*" "All that it said: $log"
    return 1
  fi
}
