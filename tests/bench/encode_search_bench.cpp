// SPDX-License-Identifier: GPL-3.0-or-later
// Weights per second (items) and bytes of float32 input per second of the searched encoders, one
// thread, rows that stay in the cache, without and with importance.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/formats/format.h"
#include "core/formats/search/search_encoders.h"

namespace {

constexpr std::size_t kRows = 8;
constexpr std::size_t kCols = 4096;

void encode(benchmark::State& state, bitlathe::EncodeRow encoder, bool with_importance) {
    std::mt19937 engine(1);
    std::student_t_distribution<float> heavy(6);
    std::exponential_distribution<float> positive;
    std::vector<float> weights(kRows * kCols);
    std::vector<float> importance(kCols);
    for (float& w : weights)
        w = 0.02F * heavy(engine);
    for (float& q : importance)
        q = positive(engine);
    std::vector<std::byte> out(kCols * sizeof(float));
    for (auto _ : state) {
        for (std::size_t row = 0; row < kRows; ++row) {
            encoder(weights.data() + row * kCols, with_importance ? importance.data() : nullptr,
                    out.data(), kCols);
            benchmark::DoNotOptimize(out.data());
        }
    }
    const auto items = static_cast<std::int64_t>(state.iterations() * kRows * kCols);
    state.SetItemsProcessed(items);
    state.SetBytesProcessed(items * static_cast<std::int64_t>(sizeof(float)));
}

void add(const std::string& name, bitlathe::EncodeRow encoder, bool needs_importance) {
    if (!needs_importance) {
        benchmark::RegisterBenchmark(("encode/" + name).c_str(), encode, encoder, false);
    }
    benchmark::RegisterBenchmark(("encode_with_importance/" + name).c_str(), encode, encoder, true);
}

[[maybe_unused]] const bool kRegistered = [] {
    add("Q2_K", bitlathe::encode_row_q2_k, false);
    add("Q3_K", bitlathe::encode_row_q3_k, false);
    add("Q4_K", bitlathe::encode_row_q4_k, false);
    add("Q5_K", bitlathe::encode_row_q5_k, false);
    add("Q6_K", bitlathe::encode_row_q6_k, false);
    add("IQ4_NL", bitlathe::encode_row_iq4_nl, false);
    add("IQ4_XS", bitlathe::encode_row_iq4_xs, false);
    add("Q4_0", bitlathe::encode_row_q4_0_weighted, true);
    add("Q4_1", bitlathe::encode_row_q4_1_weighted, true);
    add("Q5_0", bitlathe::encode_row_q5_0_weighted, true);
    add("Q5_1", bitlathe::encode_row_q5_1_weighted, true);
    return true;
}();

}  // namespace
