// SPDX-License-Identifier: GPL-3.0-or-later
// What a profile of activations costs beside the pass it watches.
//
// The pass alone and the profile take turns on the same text, so that both see the same neighbours
// on the machine; processor time of all threads is compared, as others may use the processor too.
#include <ctime>

#include <benchmark/benchmark.h>

#include "core/profile/activation/profile_activations.h"
#include "tests/bench/billion_model.h"

namespace bitlathe {
namespace {

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Work>
double seconds_of(const Work& work) {
    const double begin = processor_seconds();
    work();
    return processor_seconds() - begin;
}

std::filesystem::path sample() {
    return BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf";
}

std::filesystem::path four_of_a_billion() {
    return bench::billion_folder(4);
}

void profile(benchmark::State& state, std::filesystem::path (*checkpoint)(), std::size_t tokens,
             std::size_t window) {
    const auto model = Transformer::create(open_model(checkpoint()).value()).value();
    std::vector<std::uint32_t> ids(tokens);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        ids[i] = static_cast<std::uint32_t>(i * 2654435761U % model.spec().vocabulary);
    }
    const TokenBatch batch = cut_windows(ids, window, true);
    benchmark::DoNotOptimize(model.run(batch, nullptr, {}));  // pages and caches are warm from here
    double plain = 0;
    double watched = 0;
    for (auto _ : state) {
        plain += seconds_of([&] { benchmark::DoNotOptimize(model.run(batch, nullptr, {})); });
        const double seconds = seconds_of(
            [&] { benchmark::DoNotOptimize(profile_activations(model, batch, {}, {}).value()); });
        state.SetIterationTime(seconds);
        watched += seconds;
    }
    state.counters["profile/forward"] = watched / plain;
    state.counters["us/token"] =
        1e6 * plain / static_cast<double>(tokens * static_cast<std::size_t>(state.iterations()));
}
BENCHMARK_CAPTURE(profile, sample_windows_of_256, sample, 8192, 256)
    ->UseManualTime()
    ->Iterations(3);
BENCHMARK_CAPTURE(profile, sample_windows_of_512, sample, 8192, 512)
    ->UseManualTime()
    ->Iterations(3);
BENCHMARK_CAPTURE(profile, four_blocks_of_a_billion, four_of_a_billion, 2048, 512)
    ->UseManualTime()
    ->Iterations(3);

}  // namespace
}  // namespace bitlathe
