#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Feeds everything that Palier reads and did not write to libFuzzer, with the address and undefined-behaviour
# sanitizers: one point for each target of tests/fuzz. Prints TAP.
#   PALIER_FUZZ_SECONDS=480 tests/soak/fuzz.sh [TARGET…]
# The time is for all targets together, as many at once as there are processors, four at most. What was found stays in _build-fuzz/found/TARGET/, and what has
# widened the coverage in _build-fuzz/grown/TARGET/, so that the next run goes on from there.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$here" || exit 1
. "$here/.ci/house.sh"

build=$here/_build-fuzz
seconds=${PALIER_FUZZ_SECONDS:-480}
jobs=$(nproc)
[ "$jobs" -le 4 ] || jobs=4
number=0

point () { number=$((number + 1)); printf '%s %d - %s\n' "$1" "$number" "$2"; }

build_targets ()
{
  local -a again=()
  [ ! -f "$build/build.ninja" ] || again=(--reconfigure)
  CC=clang meson setup "${again[@]}" "$build" -Dfuzz=true -Dwindow=false -Db_lundef=false \
    -Db_sanitize=address,undefined -Dc_args=-fsanitize=fuzzer-no-link &&
    ninja -k 0 -C "$build" fuzz-targets
}

# Leaks are looked for where json-glib never reads: it loses the first root of a text that has two ("{}{}") itself,
# and most documents may be JSON. The others' leaks show where they read their corpus, in the build with sanitizers.
has_leaks ()
{
  case $1 in digest | package | probe | recording | version | xml) return 0 ;; esac
  return 1
}

# fuzz TARGET SECONDS: in the background, so no point here
fuzz ()
{
  local name=$1 time=$2 leaks=0
  ! has_leaks "$name" || leaks=1
  mkdir -p "$build/found/$name" "$build/grown/$name"
  env G_DEBUG=fatal-warnings,fatal-criticals G_SLICE=always-malloc LC_ALL=C.UTF-8 \
    ASAN_OPTIONS=detect_leaks=$leaks:strict_string_checks=1 UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
    "$build/tests/fuzz/fuzz-$name" -max_total_time="$time" -detect_leaks=$leaks -timeout=10 -rss_limit_mb=2048 \
    -max_len=8192 -print_final_stats=1 -artifact_prefix="$build/found/$name/" "$build/grown/$name" \
    "$here/tests/fuzz/corpus/$name" >"$build/found/$name.log" 2>&1
  echo $? >"$build/found/$name.status"
}

report ()
{
  local name=$1 log=$build/found/$1.log
  if [ "$(cat "$build/found/$name.status" 2>/dev/null)" = 0 ]; then
    point ok "$name: $(sed -n 's/.*number_of_executed_units: *//p' "$log") inputs"
  else
    point "not ok" "$name"
    tail -n 40 "$log" | sed 's/^/# /'
  fi
}

need clang llvm libclang-rt-14-dev || exit 1
mkdir -p "$build"
if ! quietly build_targets; then
  point "not ok" "the targets are built"
  printf '1..1\n'
  exit 1
fi
targets=("$@")
[ $# -gt 0 ] || mapfile -t targets < <(ls "$here/tests/fuzz/corpus")
each=$((seconds * jobs / ${#targets[@]}))
for name in "${targets[@]}"; do
  rm -f "$build/found/$name.status"
  while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
  fuzz "$name" $((each > 0 ? each : 1)) &
done
wait
for name in "${targets[@]}"; do
  report "$name"
done
printf '1..%d\n' "$number"
