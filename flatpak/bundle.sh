#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bundle.sh FILE.flatpak [--sign KEY] [OPTIONS OF manifest.py…]
# Builds the manifest, as it stands or varied, and writes one file that installs offline; FILE-debug.flatpak beside
# it holds the debug information. KEY is one of GnuPG's: $GNUPGHOME says where. PALIER_SIGN may name it too. The bundle
# carries the public half, and Flatpak refuses it when it is not signed by that; FILE.flatpak.sig and the public half in
# FILE.gpg are for who should not have to believe the bundle itself.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$here/.ci/house.sh"

file=$(realpath -m "$1")
shift
key=${PALIER_SIGN:-}
if [ "${1:-}" = --sign ]; then key=$2; shift 2; fi
cache=${PALIER_CACHE:-$(cache_folder bundle)}
app=io.github.palier.Palier
case " $* " in *" --devel "*) app=$app.Devel ;; esac

# What is in the folder as Git sees it, without what was built there.
mkdir -p "$cache"
rm -rf "$cache/source" "$cache/build" "$cache/app-repo"
mkdir "$cache/source"
(cd "$here" && git ls-files -z -co --exclude-standard | tar -c --null --ignore-failed-read -T - 2>/dev/null) | tar -x -C "$cache/source"
python3 -B "$here/flatpak/manifest.py" --source "$cache/source" "$@" >"$cache/manifest.json"

runtimes=()
[ -z "${PALIER_REMOTE:-}" ] || runtimes=("--install-deps-from=$PALIER_REMOTE")
sign=() known=()
if [ -n "$key" ]; then
  sign=("--gpg-sign=$key" ${GNUPGHOME:+"--gpg-homedir=$GNUPGHOME"})
  known=("--gpg-keys=${file%.flatpak}.gpg")
  gpg --batch --yes --output "${file%.flatpak}.gpg" --export "$key"
fi
flatpak-builder --user --disable-rofiles-fuse --force-clean --ccache --default-branch=stable \
  --state-dir="$cache/state" "${runtimes[@]}" "${sign[@]}" --repo="$cache/app-repo" "$cache/build" "$cache/manifest.json"
flatpak build-bundle "${known[@]}" "$cache/app-repo" "$file" "$app" stable
flatpak build-bundle --runtime "${known[@]}" "$cache/app-repo" "${file%.flatpak}-debug.flatpak" "$app.Debug" stable
[ -z "$key" ] || gpg --batch --yes --local-user "$key" --output "$file.sig" --detach-sign "$file"
rm -rf "$cache/source" "$cache/build" "$cache/app-repo"
