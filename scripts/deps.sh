#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building, testing and running need on Debian 12 or Ubuntu 24.04. Needs root or sudo.
# Does nothing, and needs no rights, when everything is there already.
set -euo pipefail

packages=(
    # building
    g++ cmake ninja-build pkg-config ccache git
    # the library and bitlathe-cli
    libfmt-dev libexpected-dev nlohmann-json3-dev libhwy-dev libxxhash-dev libssl-dev libcli11-dev
    libpcre2-dev libicu-dev libsentencepiece-dev libhdf5-dev
    # the window
    # (Qt Charts is found only where libqt6opengl6-dev is, which its package does not ask for)
    qt6-base-dev libqt6opengl6-dev qt6-charts-dev qt6-svg-dev libqcustomplot-dev fonts-dejavu-core
    # its languages: lupdate and lrelease, Qt's own texts, and letters of Chinese in pictures and tests
    qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n fonts-wqy-microhei
    # the .deb
    dpkg-dev file
    # tests and benchmarks
    libgtest-dev libgmock-dev libbenchmark-dev clang-format-14 python3
    # the window on a display of its own, found as a screen reader finds it
    xvfb xdotool dbus at-spi2-core gir1.2-atspi-2.0 python3-gi
)

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing=()
for package in "${packages[@]}"; do
    installed "$package" || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    run=()
elif command -v sudo >/dev/null; then
    run=(sudo)
else
    echo "deps.sh: these packages are missing, and installing them needs root or sudo: ${missing[*]}" >&2
    exit 1
fi
echo "deps.sh: installing ${missing[*]}"
"${run[@]}" apt-get update -q
"${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
