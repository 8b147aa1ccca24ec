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

# What an attempt left behind, also one that was refused: keys that a bundle brought, and objects.
forget ()
{
  local repo=$XDG_DATA_HOME/flatpak/repo name
  sed -n 's/^\[remote "\(.*-origin\)"\]$/\1/p' "$repo/config" |
    while read -r name; do ostree remote delete --repo="$repo" "$name"; done
  rm -rf "$repo"/*-origin.trustedkeys.gpg "$repo"/tmp/staging-*
  ostree prune --repo="$repo" --refs-only
}
person () { timeout 120 flatpak --user "$@"; }
installs () { forget; person install -y --noninteractive "$@" && person uninstall -y --noninteractive "$app"; }

# refused WORDS ARGUMENTS…: and for that reason
refused ()
{
  local words=$1 said
  shift
  forget
  said=$(person install -y --noninteractive "$@" 2>&1) && { person uninstall -y --noninteractive "$app"; return 1; }
  echo "$said"
  grep -q "$words" <<<"$said"
}

# What is handed over beside the bundle: the key by another way.
genuine () { gpgv --keyring "$work/$1.gpg" "$work/palier.flatpak.sig" "$2"; }
fake () { ! genuine "$@"; }

# As somebody would who changes what is in it and has no key, or a key of their own.
damage () { cp "$work/palier.flatpak" "$work/damaged.flatpak" && printf 'damage' | dd of="$work/damaged.flatpak" bs=1 seek=600000 conv=notrunc; }
strip ()
{
  ostree init --repo="$work/bare-repo" --mode=archive-z2 &&
    flatpak build-commit-from --src-repo="$work/signed-repo" "$work/bare-repo" "$ref" &&
    flatpak build-bundle --gpg-keys="$work/palier.gpg" "$work/bare-repo" "$work/unsigned.flatpak" "$app" stable
}
misname () { flatpak build-bundle --gpg-keys="$work/other.gpg" "$work/signed-repo" "$work/misnamed.flatpak" "$app" stable; }

# What is handed out by the network instead: the same commit in a repository, its summary signed too.
make_repository ()
{
  ostree init --repo="$work/signed-repo" --mode=archive-z2
  flatpak build-import-bundle "$work/signed-repo" "$work/palier.flatpak"
  flatpak build-update-repo --gpg-sign=palier@example.org --gpg-homedir="$GNUPGHOME" "$work/signed-repo"
}
add () { person remote-add --gpg-import="$work/$1.gpg" "by-$1" "file://$work/signed-repo"; }

gpg --export other@example.org >"$work/other.gpg"
damage

check "the bundle is what its signature was made for" genuine palier "$work/palier.flatpak"
check "which another’s key does not say" fake other "$work/palier.flatpak"
check "nor ours of a changed one" fake palier "$work/damaged.flatpak"
check "a signed bundle installs" installs --bundle "$work/palier.flatpak"
check "its commit goes into a repository, which is signed as well" make_repository
check "it is bundled with another’s key beside our signature" misname
check "and is refused" refused 'none are in trusted keyring' --bundle "$work/misnamed.flatpak"
check "a changed one is refused by Flatpak too" refused 'corrupt' --bundle "$work/damaged.flatpak"
check "the same content is bundled without a signature" strip
check "and is refused" refused 'no signatures found' --bundle "$work/unsigned.flatpak"
check "a person adds the repository with our key" add palier
check "and installs from it" installs by-palier "$app"
add other
check "who has another’s key gets nothing from it" refused 'public key not found' by-other "$app"
{ person remote-delete --force by-palier && person remote-delete --force by-other; } >&2
