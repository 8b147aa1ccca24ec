#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Verified writing of 256 MiB takes no longer than 1.1 times what dd conv=fsync, a dropped cache and
# sha256sum take on the same medium. Prints TAP.
#   tests/soak/stick-speed.sh [BUILD DIRECTORY [FOLDER ON THE MEDIUM]]
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
program=${1:-$here/_build-check}/tests/stick/stick-write
rounds=7

[ -x "$program" ] || { echo "build first: $program is missing" >&2; exit 1; }
work=$(mktemp -d "${2:-${TMPDIR:-/tmp}}/palier-stick-speed.XXXXXX")
trap 'rm -rf "$work"' EXIT

now () { date +%s%N; }
# The cache of one file is dropped without privilege by dd itself.
theirs ()
{
  dd if="$work/source" of="$work/dd" bs=1M conv=fsync status=none &&
    dd of="$work/dd" oflag=nocache conv=notrunc,fdatasync count=0 status=none &&
    sha256sum "$work/dd" >/dev/null
}
ours () { "$program" "$work/source" "$work" ours >/dev/null; }

# Milliseconds of one go; the file is removed and the medium at rest before it begins.
timed ()
{
  local started
  rm -f "$work/dd" "$work/ours"
  sync -f "$work"
  started=$(now)
  "$1" || return 1
  echo $(( ($(now) - started) / 1000000 ))
}

dd if=/dev/urandom of="$work/source" bs=1M count=256 status=none
dd_times=() our_times=()
for ((i = 0; i < rounds; i++)); do
  dd_times+=("$(timed theirs)") || exit 1
  our_times+=("$(timed ours)") || exit 1
done
# The quickest of each: what the medium can do, without what else the machine did meanwhile.
theirs=$(printf '%s\n' "${dd_times[@]}" | sort -n | head -n 1)
ours=$(printf '%s\n' "${our_times[@]}" | sort -n | head -n 1)
printf '# dd and sha256sum: %s ms; Palier: %s ms\n' "${dd_times[*]}" "${our_times[*]}"
sentence="256 MiB written and read back in $ours ms; dd and sha256sum take $theirs ms"
if [ $((ours * 10)) -le $((theirs * 11)) ]; then
  printf 'ok 1 - %s\n1..1\n' "$sentence"
else
  printf 'not ok 1 - %s\n1..1\n' "$sentence"
fi
