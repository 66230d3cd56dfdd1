#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers (packages clang-14, libclang-rt-14-dev) and runs each on a copy of its corpus; stops at the first that finds something.
#   scripts/fuzz.sh [SECONDS]      of each fuzzer, 60 unless told
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
fuzzers=(gguf safetensors imatrix plan project tokenizer config text)

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${fuzzers[@]/%/_fuzz}"
found=$PWD/build/fuzz/found
mkdir -p "$found"
for name in "${fuzzers[@]}"; do
    seeds=$found/$name-corpus
    mkdir -p "$seeds"
    # No limit on what is asked for, only on what is taken: HDF5 asks for what a forged file claims.
    build/fuzz/bin/"$name"_fuzz -max_total_time="$seconds" -malloc_limit_mb=0 -rss_limit_mb=2048 -timeout=20 \
        -artifact_prefix="$found/$name-" "$seeds" tests/fuzz/corpus/"$name" 2>"$found/$name.log" ||
        { tail -n 40 "$found/$name.log"; echo "$name: found something, see $found"; exit 1; }
    echo "$name: $(grep '^Done' "$found/$name.log"), nothing found"
done
