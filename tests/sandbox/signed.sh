#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# signed.sh WORK   what WORK/palier.flatpak's signature is worth to who receives it: called by tests/full/flatpak.sh
#                  before anything is installed. $GNUPGHOME has the key of "palier" and that of "other".
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$1
. "$here/.ci/tap.sh"

app=io.github.palier.Palier
ref=app/$app/$(flatpak --default-arch)/stable
export LC_ALL=C.UTF-8

person () { timeout 120 flatpak --user "$@"; }
installs () { person install -y --noninteractive "$@" && person uninstall -y --noninteractive "$app"; }

# refused WORDS ARGUMENTS…: and for that reason
refused ()
{
  local words=$1 said
  shift
  said=$(person install -y --noninteractive "$@" 2>&1) && { person uninstall -y --noninteractive "$app"; return 1; }
  echo "$said"
  grep -q "$words" <<<"$said"
}

damage () { cp "$work/palier.flatpak" "$work/damaged.flatpak" && printf 'damage' | dd of="$work/damaged.flatpak" bs=1 seek=600000 conv=notrunc; }

# As somebody would who changes what is in it and has no key; its own keyring still names ours.
strip ()
{
  ostree init --repo="$work/bare-repo" --mode=archive-z2 &&
    flatpak build-commit-from --src-repo="$work/signed-repo" "$work/bare-repo" "$ref" &&
    flatpak build-bundle --gpg-keys="$work/palier.gpg" "$work/bare-repo" "$work/unsigned.flatpak" "$app" stable
}

# What is handed out by the network instead: the same commit in a repository, its summary signed too.
make_repository ()
{
  ostree init --repo="$work/signed-repo" --mode=archive-z2
  flatpak build-import-bundle "$work/signed-repo" "$work/palier.flatpak"
  flatpak build-update-repo --gpg-sign=palier@example.org --gpg-homedir="$GNUPGHOME" "$work/signed-repo"
}
add () { person remote-add --gpg-import="$work/$1.gpg" "by-$1" "file://$work/signed-repo"; }

gpg --export other@example.org >"$work/other.gpg"

check "a signed bundle installs for who has its key" installs --gpg-file="$work/palier.gpg" --bundle "$work/palier.flatpak"
check "another’s key refuses it" refused 'none are in trusted keyring' --gpg-file="$work/other.gpg" --bundle "$work/palier.flatpak"
damage
check "a changed byte is found" refused 'corrupt' --gpg-file="$work/palier.gpg" --bundle "$work/damaged.flatpak"
check "its commit goes into a repository, which is signed as well" make_repository
check "the same content is bundled without a signature" strip
check "which our key refuses" refused 'no signatures found' --gpg-file="$work/palier.gpg" --bundle "$work/unsigned.flatpak"
check "as does the one that the bundle carries" refused 'no signatures found' --bundle "$work/unsigned.flatpak"
check "a person adds the repository with our key" add palier
check "and installs from it" installs by-palier "$app"
check "with another’s key" add other
check "nothing is installed from it" refused 'public key not found' by-other "$app"
{ person remote-delete --force by-palier && person remote-delete --force by-other; } >&2
