// SPDX-License-Identifier: GPL-3.0-or-later
// Opening a model of 46,000 tensors in a sparse file of 1 TB: time, and memory of the whole
// process. Goals: less than 0.5 s and 200 MB.
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include "core/checkpoint/checkpoint.h"

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kTensors = 46'000;
constexpr std::uint64_t kColumns = 4096;
constexpr std::uint64_t kRows = 2656;  // 46,000 x 4096 x 2656 x 2 bytes: 1.0 TB
constexpr std::uint64_t kTensorBytes = kColumns * kRows * 2;
constexpr std::uint64_t kTokens = 262'144;

std::string tensor_name(std::uint64_t i) {
    return fmt::format("model.layers.{}.mlp.experts.{}.down_proj.weight", i / 512, i % 512);
}

template <class T>
void put(std::string& out, T value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_string(std::string& out, std::string_view text) {
    put<std::uint64_t>(out, text.size());
    out += text;
}

void put_vocabulary(std::string& out) {
    put_string(out, "tokenizer.ggml.tokens");
    put<std::uint32_t>(out, 9);
    put<std::uint32_t>(out, 8);
    put<std::uint64_t>(out, kTokens);
    for (std::uint64_t i = 0; i < kTokens; ++i) {
        put_string(out, fmt::format("token{}", i));
    }
}

std::string gguf_header() {
    std::string out = "GGUF";
    put<std::uint32_t>(out, 3);
    put<std::uint64_t>(out, kTensors);
    put<std::uint64_t>(out, 1);
    put_vocabulary(out);
    for (std::uint64_t i = 0; i < kTensors; ++i) {
        put_string(out, tensor_name(i));
        put<std::uint32_t>(out, 2);
        put<std::uint64_t>(out, kColumns);
        put<std::uint64_t>(out, kRows);
        put<std::uint32_t>(out, 30);  // BF16
        put<std::uint64_t>(out, i * kTensorBytes);
    }
    out.resize((out.size() + 31) / 32 * 32);
    return out;
}

std::string safetensors_header() {
    std::string json = R"({"__metadata__":{"format":"pt"})";
    for (std::uint64_t i = 0; i < kTensors; ++i) {
        json +=
            fmt::format(R"(,"{}":{{"dtype":"BF16","shape":[{},{}],"data_offsets":[{},{}]}})",
                        tensor_name(i), kRows, kColumns, i * kTensorBytes, (i + 1) * kTensorBytes);
    }
    std::string out;
    put_string(out, json + "}");
    return out;
}

/// A file that consists of this header and holes; removed at the end.
class SparseFile {
public:
    SparseFile(const char* name, const std::string& header)
        : path_(fs::temp_directory_path() / fmt::format("{}-{}", ::getpid(), name)) {
        std::ofstream(path_, std::ios::binary) << header;
        fs::resize_file(path_, header.size() + kTensors * kTensorBytes);
    }
    ~SparseFile() { fs::remove(path_); }
    SparseFile(const SparseFile&) = delete;
    SparseFile& operator=(const SparseFile&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

/// Resident memory of this process, in bytes.
double resident() {
    std::uint64_t total = 0;
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> total >> pages;
    return static_cast<double>(pages) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void open_file(benchmark::State& state, const char* name, std::string (*header)()) {
    const SparseFile file(name, header());
    double most = 0;
    for (auto _ : state) {
        const auto model = bitlathe::Checkpoint::open(file.path());
        if (!model || (*model)->tensors().size() != kTensors) {
            state.SkipWithError(model ? "tensors are missing" : model.error().message.c_str());
            break;
        }
        state.PauseTiming();
        most = std::max(most, resident());
        state.ResumeTiming();
    }
    state.counters["resident_MB"] = most / 1e6;
    state.counters["tensors"] = static_cast<double>(kTensors);
}

void open_gguf(benchmark::State& state) {
    open_file(state, "bench.gguf", gguf_header);
}
BENCHMARK(open_gguf)->Unit(benchmark::kMillisecond);

void open_safetensors(benchmark::State& state) {
    open_file(state, "bench.safetensors", safetensors_header);
}
BENCHMARK(open_safetensors)->Unit(benchmark::kMillisecond);

void fingerprint_gguf(benchmark::State& state) {
    const SparseFile file("fingerprint.gguf", gguf_header());
    const auto model = bitlathe::Checkpoint::open(file.path());
    for (auto _ : state) {
        benchmark::DoNotOptimize((*model)->fingerprint());
    }
}
BENCHMARK(fingerprint_gguf)->Unit(benchmark::kMillisecond);

}  // namespace
