# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Whole Debian systems in a folder, for the longer checks. Made by debootstrap, which needs root; nothing is mounted.

# root_key WORD…: a name that changes when what goes in changes
root_key () { printf '%s\n' "$@" | sha256sum | cut -c1-12; }

# root_bare SUITE DIR: without what nobody reads there, and without a disk that is waited for
root_bare ()
{
  debootstrap --variant=minbase "$1" "$2" "$(debian_mirror)" || return 1
  cat >"$2/etc/dpkg/dpkg.cfg.d/palier" <<'DPKG'
force-unsafe-io
path-exclude=/usr/share/doc/*
path-exclude=/usr/share/man/*
path-exclude=/usr/share/locale/*
path-include=/usr/share/locale/fr/*
DPKG
  printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d"
  chmod +x "$2/usr/sbin/policy-rc.d"
  root_run "$2" apt-get -q update
}

# root_run DIR COMMAND…
root_run ()
{
  local root=$1
  shift
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    chroot "$root" "$@"
}

# root_install DIR PACKAGE…
root_install ()
{
  local root=$1
  shift
  root_run "$root" apt-get -q -y --no-install-recommends -o APT::Sandbox::User=root install "$@" &&
    root_run "$root" apt-get clean
}
