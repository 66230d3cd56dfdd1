// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of English per second on one core: byte-level BPE of the sample model, and of the reference
// vocabularies where they are.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <benchmark/benchmark.h>

#include "core/checkpoint/checkpoint.h"
#include "core/text/tokenizer.h"

namespace {

namespace fs = std::filesystem;

std::string english() {
    std::string all;
    for (const char* name : {"storybook_calib.txt", "storybook_val.txt"}) {
        std::ifstream file(fs::path(BITLATHE_SOURCE_DIR) / "resources/sample" / name,
                           std::ios::binary);
        all.append(std::istreambuf_iterator<char>(file), {});
    }
    std::string text;
    for (int i = 0; i < 8; ++i) {
        text += all;
    }
    return text;
}

void encode(benchmark::State& state, const fs::path& path) {
    const auto checkpoint = bitlathe::Checkpoint::open(path);
    if (!checkpoint) {
        state.SkipWithError("not there");
        return;
    }
    const auto tokenizer = bitlathe::Tokenizer::open(**checkpoint);
    const std::string text = english();
    for (auto _ : state) {
        benchmark::DoNotOptimize((*tokenizer)->encode(text));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size() * state.iterations()));
}

void open(benchmark::State& state, const fs::path& path) {
    const auto checkpoint = bitlathe::Checkpoint::open(path);
    if (!checkpoint) {
        state.SkipWithError("not there");
        return;
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(bitlathe::Tokenizer::open(**checkpoint));
    }
}

const fs::path kSample = fs::path(BITLATHE_SOURCE_DIR) / "resources/sample/storybook-7m-bf16.gguf";
const fs::path kJson = fs::path(BITLATHE_SOURCE_DIR) / "resources/sample/storybook-7m-hf";
const fs::path kVocabularies = fs::path(BITLATHE_SHARED_DATA) / "vocab";

BENCHMARK_CAPTURE(encode, sample_gguf, kSample);
BENCHMARK_CAPTURE(encode, sample_json, kJson);
BENCHMARK_CAPTURE(encode, gpt2, kVocabularies / "ggml-vocab-gpt-2.gguf");
BENCHMARK_CAPTURE(encode, falcon, kVocabularies / "ggml-vocab-falcon.gguf");
BENCHMARK_CAPTURE(encode, llama_spm, kVocabularies / "ggml-vocab-llama-spm.gguf");
BENCHMARK_CAPTURE(open, gpt2, kVocabularies / "ggml-vocab-gpt-2.gguf");

}  // namespace
