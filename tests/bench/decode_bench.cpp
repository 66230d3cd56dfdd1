// SPDX-License-Identifier: GPL-3.0-or-later
// Weights per second of every decoder and encoder, one thread, rows of 4096 that stay in the cache;
// decode_f16 and encode_q8_0 also over 256 MB, where memory is the limit.
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/formats/format.h"

namespace {

using bitlathe::FormatInfo;

constexpr std::size_t kCols = 4096;
constexpr std::size_t kCachedRows = 8;
constexpr std::size_t kStreamedRows = 16384;

std::vector<float> random_weights(std::size_t count) {
    std::mt19937 engine(1);
    std::normal_distribution<float> normal(0, 0.02F);
    std::vector<float> values(count);
    for (float& value : values) {
        value = normal(engine);
    }
    return values;
}

void decode(benchmark::State& state, const FormatInfo& format, std::size_t rows) {
    const std::size_t row = bitlathe::row_bytes(format.id, kCols).value();
    std::vector<std::byte> bytes(rows * row);
    const std::vector<float> weights = random_weights(kCols);
    for (std::size_t r = 0; r < rows && format.encode != nullptr; ++r) {
        format.encode(weights.data(), nullptr, bytes.data() + r * row, kCols);
    }
    std::vector<float> out(kCols);
    for (auto _ : state) {
        for (std::size_t r = 0; r < rows; ++r) {
            format.decode(bytes.data() + r * row, out.data(), kCols);
            benchmark::DoNotOptimize(out.data());
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * rows * kCols));
}

void encode(benchmark::State& state, const FormatInfo& format, std::size_t rows) {
    const std::size_t row = bitlathe::row_bytes(format.id, kCols).value();
    const std::vector<float> weights = random_weights(rows * kCols);
    std::vector<std::byte> out(row);
    for (auto _ : state) {
        for (std::size_t r = 0; r < rows; ++r) {
            format.encode(weights.data() + r * kCols, nullptr, out.data(), kCols);
            benchmark::DoNotOptimize(out.data());
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * rows * kCols));
}

[[maybe_unused]] const bool kRegistered = [] {
    for (const FormatInfo& format : bitlathe::all_formats()) {
        const std::string name(format.name);
        if (format.decode != nullptr) {
            benchmark::RegisterBenchmark(("decode/" + name).c_str(), decode, format, kCachedRows);
        }
        if (format.encode != nullptr) {
            benchmark::RegisterBenchmark(("encode/" + name).c_str(), encode, format, kCachedRows);
        }
    }
    const auto info = [](std::string_view name) {
        return bitlathe::format_info(bitlathe::find_format(name).value());
    };
    benchmark::RegisterBenchmark("stream/decode/F16", decode, info("F16"), kStreamedRows);
    benchmark::RegisterBenchmark("stream/encode/Q8_0", encode, info("Q8_0"), kStreamedRows);
    return true;
}();

}  // namespace
