// SPDX-License-Identifier: GPL-3.0-or-later
// Matrix products and whole blocks of the shape of a model of a billion weights, on all cores.
#include <cstring>
#include <random>

#include <benchmark/benchmark.h>

#include "core/forward/transformer.h"
#include "tests/bench/billion_model.h"

namespace bitlathe {
namespace {

class Random final : public RowSource {
public:
    Random(std::uint64_t rows, std::uint64_t cols) : rows_(rows), cols_(cols), row_(cols) {
        std::mt19937 generator(1);
        std::normal_distribution<float> normal(0, 0.02F);
        for (float& value : row_) {
            value = normal(generator);
        }
    }
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    void read(std::uint64_t, std::uint64_t count, float* out) const override {
        for (std::uint64_t i = 0; i < count; ++i) {
            std::memcpy(out + i * cols_, row_.data(), cols_ * sizeof(float));
        }
    }

private:
    std::uint64_t rows_;
    std::uint64_t cols_;
    std::vector<float> row_;
};

void multiply(benchmark::State& state) {
    constexpr std::size_t kTokens = 512;
    constexpr std::size_t kInputs = 2048;
    constexpr std::size_t kOutputs = 5632;
    const Random weights(kOutputs, kInputs);
    const auto matrix = cpu_device().load(weights, 0, kOutputs, {}).value();
    const std::vector<float> x(kTokens * kInputs, 0.5F);
    std::vector<float> y(kTokens * kOutputs);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            cpu_device().multiply({x.data(), kTokens, kInputs, kInputs}, *matrix, {},
                                  {y.data(), kTokens, kOutputs, kOutputs}, {}));
    }
    state.counters["FLOP/s"] = benchmark::Counter(2.0 * kTokens * kInputs * kOutputs,
                                                  benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(multiply)->UseRealTime()->Unit(benchmark::kMillisecond);

void load(benchmark::State& state) {
    const Random weights(5632, 2048);
    for (auto _ : state) {
        benchmark::DoNotOptimize(cpu_device().load(weights, 0, 5632, {}));
    }
    state.counters["weights/s"] =
        benchmark::Counter(5632.0 * 2048, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(load)->UseRealTime()->Unit(benchmark::kMillisecond);

void blocks(benchmark::State& state) {
    constexpr int kBlocks = 4;
    const auto model =
        Transformer::create(open_model(bench::billion_folder(kBlocks)).value()).value();
    std::vector<std::uint32_t> ids(2048);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>(i * 37 % 32'000);
    }
    const TokenBatch batch = cut_windows(ids, 512, true);
    for (auto _ : state) {
        benchmark::DoNotOptimize(model.run(batch, nullptr, {}));
    }
    const double weights = 2048.0 * (2 * 2048 + 2 * 256 + 3 * 5632) * kBlocks;
    state.counters["tokens/s of 22 blocks"] =
        benchmark::Counter(2048.0 * kBlocks / 22, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["FLOP/s"] =
        benchmark::Counter(2 * weights * 2048.0, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(blocks)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace bitlathe
