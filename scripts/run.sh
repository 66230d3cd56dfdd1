#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds Release and opens the window on the sample model.
# Without a display: draws the same window to PNG files and takes the sample from opening over a plan to an
# exported file on the command line, then says where everything is.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/deps.sh
cmake --preset release >/dev/null
cmake --build --preset release

bin=build/release/bin
sample=${1:-resources/sample/storybook-7m-bf16.gguf}

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
    exec "$bin/bitlathe" "$sample"
fi

out=build/run
mkdir -p "$out"
echo
echo "No display: drawing the window to files instead."
"$bin/bitlathe" --render "$out" "$sample"
echo
"$bin/bitlathe-cli" info "$sample" --quiet | head -n 12
echo
"$bin/bitlathe-cli" plan "$sample" -o "$out/sample-4.5bpw.plan.json" --budget 4.5bpw | head -n 8
echo
"$bin/bitlathe-cli" export "$sample" --plan "$out/sample-4.5bpw.plan.json" --target gguf \
    -o "$out/sample-4.5bpw.gguf" --force
cat <<EOF

window      $PWD/$out/window-main.png
plan        $PWD/$out/sample-4.5bpw.plan.json
exported    $PWD/$out/sample-4.5bpw.gguf
programs    $PWD/$bin/bitlathe, $PWD/$bin/bitlathe-cli
EOF
