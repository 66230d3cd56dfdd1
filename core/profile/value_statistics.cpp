// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/value_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <vector>

#include "core/base/pieces.h"
#include "core/profile/key_counts.h"
#include "core/profile/stream.h"
#include "core/profile/summary.h"
#include "core/profile/value_kernels.h"

namespace bitlathe {
namespace {

/// Tensors up to this many bytes stay mapped from the first pass to the second: mapping pages again
/// costs as much as reading them.
constexpr std::uint64_t kKeepMapped = 256 << 20;

/// What the first pass learns of a chunk.
struct ChunkSummary {
    Moments moments;
    Range range;
    std::uint64_t zeros = 0;
    std::uint64_t nonfinite = 0;
};

/// What one worker keeps between chunks.
struct Scratch {
    std::vector<float> decoded;
    std::vector<float> finite;
    std::vector<std::uint8_t> keys;
    KeyCounts counts;
    std::uint64_t far_above = 0;
    ExponentCounts exponents{};
};

std::span<const float> finite_only(std::span<const float> values, std::vector<float>& buffer) {
    buffer.clear();
    std::copy_if(values.begin(), values.end(), std::back_inserter(buffer),
                 [](float value) { return std::isfinite(value); });
    return buffer;
}

/// A number among the values and near their mean: the mean of the first few. Were they all far from
/// the others, they alone would make sigma so large that the distance does no harm.
float pilot(std::span<const float> values) {
    const auto few = values.first(std::min<std::size_t>(values.size(), 64));
    const auto [low, high] = std::minmax_element(few.begin(), few.end());
    double sum = 0;
    for (const float value : few) {
        sum += value;
    }
    const auto mean = static_cast<float>(sum / static_cast<double>(few.size()));
    return std::clamp(mean, *low, *high);
}

ChunkSummary summarise_finite(std::span<const float> values, const ChunkSums& sums, float shift) {
    ChunkSummary summary;
    summary.moments = central_moments(static_cast<double>(values.size()), shift, sums.powers);
    summary.range = {sums.min, sums.max};
    summary.zeros = sums.zeros;
    return summary;
}

ChunkSummary summarise(std::span<const float> values, std::vector<float>& buffer) {
    if (values.empty()) {
        return {};
    }
    if (std::isfinite(values[0])) {
        const float shift = pilot(values);
        if (std::isfinite(shift)) {
            const ChunkSums sums = sum_chunk(values.data(), values.size(), shift);
            if (sums.finite) {
                return summarise_finite(values, sums, shift);
            }
        }
    }
    const auto finite = finite_only(values, buffer);
    ChunkSummary summary;
    if (!finite.empty()) {
        const float shift = pilot(finite);
        summary = summarise_finite(finite, sum_chunk(finite.data(), finite.size(), shift), shift);
    }
    summary.nonfinite = values.size() - finite.size();
    return summary;
}

/// The two passes over one tensor.
class Passes {
public:
    Passes(const TensorView& view, const WorkContext& context)
        : view_(view),
          stream_(view),
          release_as_read_(view.byte_count() > kKeepMapped),
          context_(context),
          progress_(context, "statistics", 2 * view.byte_count()),
          scratch_(workers_for(stream_.pieces(), context)),
          chunks_(stream_.chunks()) {}

    Result<WeightStatistics> run() {
        BITLATHE_TRY(each_chunk([this](Scratch& scratch, std::size_t chunk) {
            chunks_[chunk] = summarise(stream_.values(chunk, scratch.decoded), scratch.finite);
        }));
        WeightStatistics statistics;
        const Moments moments = merge_chunks(statistics);
        if (moments.n == 0) {
            return statistics;
        }
        set_moments(statistics, range_, moments);
        BITLATHE_TRY(count_shape(statistics));
        if (!release_as_read_) {
            view_.release(0, view_.rows());
        }
        return statistics;
    }

private:
    /// Calls `work(scratch, chunk)` for all chunks, in parallel.
    template <class Work>
    Status each_chunk(const Work& work) {
        return for_each_piece(stream_.pieces(), context_,
                              [&](unsigned worker, std::size_t index) -> Status {
                                  const Piece piece = stream_.piece(index);
                                  stream_.fetch(index);
                                  for (std::uint64_t i = 0; i < piece.count; ++i) {
                                      work(scratch_[worker], piece.first + i);
                                  }
                                  stream_.release(index);
                                  progress_.add(stream_.bytes(index));
                                  return {};
                              });
    }

    Moments merge_chunks(WeightStatistics& statistics) {
        Moments all;
        for (const ChunkSummary& chunk : chunks_) {
            statistics.count += static_cast<std::uint64_t>(chunk.moments.n) + chunk.nonfinite;
            statistics.nonfinite += chunk.nonfinite;
            statistics.zeros += chunk.zeros;
            if (chunk.moments.n == 0) {
                continue;
            }
            range_ = all.n == 0 ? chunk.range
                                : Range{std::min(range_.min, chunk.range.min),
                                        std::max(range_.max, chunk.range.max)};
            all = merge(all, chunk.moments);
        }
        return all;
    }

    std::span<const float> finite_values(Scratch& scratch, std::size_t chunk) {
        const auto values = stream_.values(chunk, scratch.decoded);
        return chunks_[chunk].nonfinite == 0 ? values : finite_only(values, scratch.finite);
    }

    Status count_shape(WeightStatistics& statistics) {
        const double absmax = range_.absmax();
        ExponentCounts exponents{};
        const std::uint64_t finite = statistics.count - statistics.nonfinite;
        if (absmax == 0) {
            statistics.histogram[histogram_bin(0, 0)] = finite;
            exponents[0] = finite;
        } else {
            BITLATHE_TRY(count_keys(statistics, absmax, exponents));
        }
        std::uint64_t above = 0;
        for (const Scratch& scratch : scratch_) {
            above += scratch.far_above;
        }
        statistics.zd = static_cast<double>(above) / static_cast<double>(finite);
        statistics.exponent_entropy = entropy_bits(exponents);
        return {};
    }

    Status count_keys(WeightStatistics& statistics, double absmax, ExponentCounts& exponents) {
        const KeyScale scale = key_scale(range_, *statistics.mean, *statistics.sigma);
        BITLATHE_TRY(each_chunk([&](Scratch& scratch, std::size_t chunk) {
            const auto values = finite_values(scratch, chunk);
            // A short run of keys at a time: written and read again within the nearest cache.
            constexpr std::size_t kRun = 1024;
            scratch.keys.resize(kRun);
            for (std::size_t i = 0; i < values.size(); i += kRun) {
                const auto run = values.subspan(i, std::min(kRun, values.size() - i));
                scratch.far_above += make_keys(run.data(), run.size(), scale, scratch.keys.data());
                scratch.counts.add(std::span(scratch.keys).first(run.size()));
            }
        }));
        KeyCounts::Totals totals{};
        for (const Scratch& scratch : scratch_) {
            scratch.counts.add_to(totals);
        }
        split_keys(totals, scale, absmax, statistics, exponents);
        if (scale.lowest_exponent == 0) {
            return {};
        }
        if (totals[0] + totals[0x80] == statistics.zeros) {
            exponents[0] += statistics.zeros;
            return {};
        }
        return count_exponents(exponents);
    }

    /// For tensors with weights so much smaller than the largest that their keys do not tell them
    /// apart.
    Status count_exponents(ExponentCounts& exponents) {
        BITLATHE_TRY(each_chunk([this](Scratch& scratch, std::size_t chunk) {
            for (const float value : finite_values(scratch, chunk)) {
                ++scratch.exponents[(std::bit_cast<std::uint32_t>(value) >> 23) & 0xFFU];
            }
        }));
        exponents = {};
        for (const Scratch& scratch : scratch_) {
            for (std::size_t i = 0; i < exponents.size(); ++i) {
                exponents[i] += scratch.exponents[i];
            }
        }
        return {};
    }

    const TensorView& view_;
    ValueStream stream_;
    bool release_as_read_;
    const WorkContext& context_;
    ProgressCounter progress_;
    std::vector<Scratch> scratch_;
    std::vector<ChunkSummary> chunks_;
    Range range_;
};

}  // namespace

Result<WeightStatistics> value_statistics(const TensorView& view, const WorkContext& context) {
    return Passes(view, context).run();
}

}  // namespace bitlathe
