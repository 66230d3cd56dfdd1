#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds and runs all tests that need no download. The last line is ctest's.
#   scripts/test.sh            release build, all of them
#   scripts/test.sh asan       the same under a preset's sanitizers (asan, tsan), without the slow ones
#   scripts/test.sh asan -D... further words are for cmake: -DBITLATHE_GUI=OFF leaves the window out
set -euo pipefail
cd "$(dirname "$0")/.."
preset=${1:-release}

scripts/deps.sh
if [ "$preset" = release ]; then
    scripts/format.sh --check
fi
cmake --preset "$preset" "${@:2}" >/dev/null
cmake --build --preset "$preset"
QT_QPA_PLATFORM=offscreen ctest --preset "$preset"
