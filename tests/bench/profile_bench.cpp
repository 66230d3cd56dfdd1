// SPDX-License-Identifier: GPL-3.0-or-later
// Speed of weight statistics against the bandwidth of the memory they read, and of re-encoding.
//
// Every run reads the same bytes of a mapped temporary file with the same number of threads: first
// a plain vector sum, which is as fast as memory is read here, then the statistics. Bytes per
// second are bytes of the tensor, however often a pass reads them.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include <benchmark/benchmark.h>
#include <unistd.h>

#include "core/base/mapped_file.h"
#include "core/base/parallel.h"
#include "core/compression/compress.h"
#include "core/profile/weight_profile.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "tests/bench/profile_bench.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

std::uint64_t SumWords(const std::uint64_t* HWY_RESTRICT words, std::size_t count) {
    const hn::ScalableTag<std::uint64_t> d;
    const std::size_t lanes = hn::Lanes(d);
    auto a = hn::Zero(d);
    auto b = hn::Zero(d);
    auto c = hn::Zero(d);
    auto e = hn::Zero(d);
    for (std::size_t i = 0; i + 4 * lanes <= count; i += 4 * lanes) {
        a = hn::Add(a, hn::LoadU(d, words + i));
        b = hn::Add(b, hn::LoadU(d, words + i + lanes));
        c = hn::Add(c, hn::LoadU(d, words + i + 2 * lanes));
        e = hn::Add(e, hn::LoadU(d, words + i + 3 * lanes));
    }
    return hn::GetLane(hn::SumOfLanes(d, hn::Add(hn::Add(a, b), hn::Add(c, e))));
}

}  // namespace bitlathe::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {

HWY_EXPORT(SumWords);

namespace {

constexpr std::uint64_t kCols = 4096;

/// Gaussian weights of sigma 0.02 in a temporary file of `megabytes`.
class WeightFile {
public:
    WeightFile(FormatId format, std::size_t megabytes)
        : path_(std::filesystem::temp_directory_path() /
                ("bitlathe-bench-" + std::to_string(::getpid()) + "-" +
                 std::string(format_info(format).name) + std::to_string(megabytes))) {
        const std::size_t row_size = row_bytes(format, kCols).value();
        info_.shape = {(megabytes << 20) / row_size, kCols};
        info_.format = format;
        info_.bytes = info_.rows() * row_size;
        write(format, row_size);
        file_ = MappedFile::open(path_).value();
    }
    ~WeightFile() { std::filesystem::remove(path_); }
    [[nodiscard]] TensorView view() const { return {info_, file_->bytes(), file_}; }

private:
    void write(FormatId format, std::size_t row_size) const {
        std::mt19937_64 random(1);
        std::normal_distribution<float> normal(0, 0.02F);
        std::vector<std::vector<std::byte>> rows(64, std::vector<std::byte>(row_size));
        std::vector<float> values(kCols);
        for (auto& row : rows) {
            std::generate(values.begin(), values.end(), [&] { return normal(random); });
            format_info(format).encode(values.data(), nullptr, row.data(), kCols);
        }
        std::ofstream out(path_, std::ios::binary);
        for (std::uint64_t row = 0; row < info_.rows(); ++row) {
            const auto& bytes = rows[random() % rows.size()];
            out.write(reinterpret_cast<const char*>(bytes.data()),
                      static_cast<std::streamsize>(bytes.size()));
        }
    }
    std::filesystem::path path_;
    TensorInfo info_;
    std::shared_ptr<const MappedFile> file_;
};

const WeightFile& weights(const char* format, std::size_t megabytes) {
    static std::map<std::pair<std::string, std::size_t>, std::unique_ptr<WeightFile>> files;
    auto& file = files[{format, megabytes}];
    if (!file) {
        file = std::make_unique<WeightFile>(find_format(format).value(), megabytes);
    }
    return *file;
}

std::uint64_t sum_of(std::span<const std::byte> bytes) {
    return HWY_DYNAMIC_DISPATCH(SumWords)(reinterpret_cast<const std::uint64_t*>(bytes.data()),
                                          bytes.size() / sizeof(std::uint64_t));
}

void read_all(const TensorView& view) {
    constexpr std::size_t kPiece = 4 << 20;
    const auto bytes = view.bytes();
    const std::size_t pieces = (bytes.size() + kPiece - 1) / kPiece;
    parallel_for(pieces, default_threads(), [&](std::size_t piece) {
        benchmark::DoNotOptimize(
            sum_of(bytes.subspan(piece * kPiece, std::min(kPiece, bytes.size() - piece * kPiece))));
    });
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Times statistics and the plain sum in turns, so that both see the same neighbours on the
/// machine.
void statistics(benchmark::State& state, const char* format) {
    const TensorView view = weights(format, static_cast<std::size_t>(state.range(0))).view();
    read_all(view);
    double sum_seconds = 0;
    double own_seconds = 0;
    for (auto _ : state) {
        sum_seconds += seconds_of([&] { read_all(view); });
        const double own = seconds_of(
            [&] { benchmark::DoNotOptimize(weight_statistics(view, WorkContext{}).value()); });
        state.SetIterationTime(own);
        own_seconds += own;
    }
    const double bytes = static_cast<double>(view.bytes().size() * state.iterations());
    state.counters["GB/s"] = bytes / own_seconds / 1e9;
    state.counters["memory_GB/s"] = bytes / sum_seconds / 1e9;
    state.counters["ratio"] = sum_seconds / own_seconds;
}

void compress(benchmark::State& state, const char* from, const char* to) {
    const TensorView view = weights(from, 128).view();
    // Reads what it gets once, as a writer would.
    const RowSink sink = [](std::uint64_t, std::span<const std::byte> bytes) -> Status {
        benchmark::DoNotOptimize(sum_of(bytes));
        return {};
    };
    double seconds = 0;
    for (auto _ : state) {
        const double own = seconds_of([&] {
            benchmark::DoNotOptimize(
                compress_tensor(view, find_format(to).value(), {}, sink, WorkContext{})
                    .has_value());
        });
        state.SetIterationTime(own);
        seconds += own;
    }
    const double bytes = static_cast<double>(view.bytes().size() * state.iterations());
    state.counters["source_GB/s"] = bytes / seconds / 1e9;
}

void errors(benchmark::State& state, const char* to) {
    const TensorView view = weights("BF16", 16).view();
    const FormatId format = find_format(to).value();
    double seconds = 0;
    for (auto _ : state) {
        const double own = seconds_of([&] {
            benchmark::DoNotOptimize(format_errors(view, {&format, 1}, {}, WorkContext{}).value());
        });
        state.SetIterationTime(own);
        seconds += own;
    }
    const double values = static_cast<double>(view.rows() * view.cols() * state.iterations());
    state.counters["Mweights/s"] = values / seconds / 1e6;
}

BENCHMARK_CAPTURE(statistics, BF16, "BF16")->Arg(8)->Arg(32)->Arg(256)->UseManualTime();
BENCHMARK_CAPTURE(statistics, F16, "F16")->Arg(256)->UseManualTime();
BENCHMARK_CAPTURE(statistics, F32, "F32")->Arg(16)->Arg(64)->Arg(256)->UseManualTime();
BENCHMARK_CAPTURE(statistics, Q8_0, "Q8_0")->Arg(64)->UseManualTime();
BENCHMARK_CAPTURE(statistics, Q4_K, "Q4_K")->Arg(64)->UseManualTime();
BENCHMARK_CAPTURE(compress, copy, "BF16", "BF16")->UseManualTime();
BENCHMARK_CAPTURE(compress, BF16_F32, "BF16", "F32")->UseManualTime();
BENCHMARK_CAPTURE(compress, BF16_F16, "BF16", "F16")->UseManualTime();
BENCHMARK_CAPTURE(compress, F16_Q8_0, "F16", "Q8_0")->UseManualTime();
BENCHMARK_CAPTURE(compress, BF16_Q8_0, "BF16", "Q8_0")->UseManualTime();
BENCHMARK_CAPTURE(compress, F32_Q8_0, "F32", "Q8_0")->UseManualTime();
BENCHMARK_CAPTURE(compress, BF16_Q4_0, "BF16", "Q4_0")->UseManualTime();
BENCHMARK_CAPTURE(compress, BF16_Q4_K, "BF16", "Q4_K")->UseManualTime();
BENCHMARK_CAPTURE(errors, Q8_0, "Q8_0")->UseManualTime();
BENCHMARK_CAPTURE(errors, Q4_0, "Q4_0")->UseManualTime();
BENCHMARK_CAPTURE(errors, Q4_K, "Q4_K")->UseManualTime();

}  // namespace
}  // namespace bitlathe
#endif
