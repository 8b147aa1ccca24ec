# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The archives that the Flatpak's manifest names, without the Internet: a newer Debian ships the very same ones.

archives_suite=trixie
# Debian's names of the libraries that the manifest brings.
archives_packages=(libusb-1.0 qpdf gssdp gupnp)

# apt with lists of its own, which knows nothing but that suite's sources
archives_apt () { apt-get "${archives_options[@]}" "$@"; }

# Where they are: 'ADDRESS' NAME SIZE SHA256:HASH, a line each
archives_index ()
{
  local dir=$1 mirror
  mirror=$(debian_mirror)
  mkdir -p "$dir/lists/partial"
  printf 'deb-src %s %s main\n' "${mirror%/}" "$archives_suite" >"$dir/sources.list"
  archives_options=(-q -o "Dir::State::lists=$dir/lists" -o "Dir::Etc::sourcelist=$dir/sources.list"
    -o Dir::Etc::sourceparts=/dev/null -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root)
  if ! archives_apt update || ! archives_apt --print-uris source "${archives_packages[@]}" >"$dir/index"; then
    say "The Debian mirror that this computer was installed from does not have Debian $archives_suite’s sources," \
      "which the libraries of the manifest are taken from. DEBIAN_MIRROR may name another."
    return 1
  fi
}

# archives_fetch DIR <LIST: those of the list (HASH NAME, a line each) that DIR does not have yet, as
# flatpak-builder looks for them: DIR/HASH/NAME. Each is the one of that hash, or there is none.
archives_fetch ()
{
  local into=$1 hash name address temporary status=0
  temporary=$(mktemp -d "${TMPDIR:-/tmp}/palier-archives.XXXXXX")
  while read -r hash name; do
    echo "$hash  $into/$hash/$name" | sha256sum --check --status 2>/dev/null && continue
    [ -s "$temporary/index" ] || archives_index "$temporary" || { status=1; break; }
    address=$(sed -n "s/^'\([^']*\)' .* SHA256:$hash\$/\1/p" "$temporary/index" | head -n 1)
    if [ -z "$address" ]; then
      say "Debian $archives_suite does not have $name as the manifest means it (SHA-256 $hash)."
      status=1
    else
      mkdir -p "$into/$hash" &&
        /usr/lib/apt/apt-helper "${archives_options[@]:1}" download-file "$address" "$into/$hash/$name" "SHA256:$hash" ||
        status=1
    fi
  done
  rm -rf "$temporary"
  return "$status"
}
