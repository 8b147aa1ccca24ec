# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Points of a script that prints TAP. $work is a folder of the script's own; children count in it too.

point () { printf '%s - %s\n' "$1" "$2"; echo "$1" >>"$work/points"; }

# check SENTENCE COMMAND…: what it says is shown only when it fails
check ()
{
  local sentence=$1 log
  shift
  log=$(mktemp "$work/check.XXXXXX")
  if "$@" >"$log" 2>&1; then
    point ok "$sentence"
  else
    point "not ok" "$sentence"
    tail -n 25 "$log" | sed 's/^/# /'
    return 1
  fi
}

note () { printf '# %s\n' "$@"; }
skip_all () { printf '1..0 # SKIP %s\n' "$1"; exit 0; }

end_tap ()
{
  local failed
  printf '1..%d\n' "$(grep -c . "$work/points")"
  failed=$(grep -c '^not' "$work/points")
  [ "$failed" -eq 0 ]
}
