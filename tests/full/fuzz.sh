#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Palier authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A little of tests/soak/fuzz.sh: eight minutes for all targets together, from the corpus and from what
# earlier runs have added to it. Prints TAP.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
PALIER_FUZZ_SECONDS=${PALIER_FUZZ_SECONDS:-480} exec bash "$here/tests/soak/fuzz.sh" "$@"
