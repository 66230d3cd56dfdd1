#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Draws the PNG sizes of the icon from the SVG, after a change of it. Needs rsvg-convert (librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")/../resources/icons"
for pixels in 16 32 48 64 128 256; do
    rsvg-convert -w "$pixels" -h "$pixels" bitlathe.svg -o "bitlathe-$pixels.png"
done
