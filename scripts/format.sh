#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Formats all C++ of the project in place; with --check only says what is not formatted, and fails then.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t files < <(git ls-files --cached --others --exclude-standard '*.h' '*.cpp')
if [ "${1:-}" = --check ]; then
    clang-format-14 --dry-run --Werror "${files[@]}"
else
    clang-format-14 -i "${files[@]}"
fi
