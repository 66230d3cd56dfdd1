#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the .deb, says where it is, and checks it and what it tells the desktop with every validator that is there
# (desktop-file-utils, appstream, libxml2-utils, shared-mime-info, lintian).
set -euo pipefail
cd "$(dirname "$0")/.."

have() {
    command -v "$1" >/dev/null || { echo "package.sh: no $1, not checked with it" >&2; return 1; }
}

validate_desktop_files() {
    local name=packaging/linux/io.github.bitlathe.Bitlathe
    if have desktop-file-validate; then desktop-file-validate "$name.desktop"; fi
    if have appstreamcli; then appstreamcli validate --no-net "$name.metainfo.xml"; fi
    if have xmllint; then xmllint --noout "$name.xml" "$name.metainfo.xml" resources/icons/bitlathe.svg; fi
    if have update-mime-database; then
        local database=build/package/mime
        rm -rf "$database"
        mkdir -p "$database/packages"
        cp "$name.xml" "$database/packages"
        XDG_DATA_HOME=$PWD/build/package update-mime-database "$database"
    fi
}

scripts/deps.sh
validate_desktop_files
# A tree of its own: what is installed needs no tests built.
cmake --preset release -B build/package -DBITLATHE_TESTS=OFF -DBITLATHE_BENCH=OFF >/dev/null
cmake --build build/package --target package
version=$(sed -n 's/^project(bitlathe VERSION \([^ ]*\).*/\1/p' CMakeLists.txt)
package=$PWD/build/package/packages/bitlathe_${version}_$(dpkg --print-architecture).deb
dpkg-deb --info "$package"
dpkg-deb --contents "$package"
if have lintian; then
    lintian --allow-root --fail-on error "$package"
fi
echo
echo "package     $package"
echo "install it  sudo apt install $package"
