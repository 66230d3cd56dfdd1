// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/pattern_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <hwy/cache_control.h>

#include "core/base/pieces.h"
#include "core/profile/stream.h"
#include "core/profile/summary.h"

namespace bitlathe {
namespace {

constexpr std::size_t kPatterns = 65536;
/// Weights of a line of the cache.
constexpr std::size_t kLine = 32;
/// Bytes: a line is asked for so long before it is counted. The processor looks ahead by itself,
/// but not across pages, and counting hides little of the wait. At the end of a tensor this asks
/// for what is not there, which does nothing.
constexpr std::size_t kAhead = 2048;

/// How often each pattern occurs.
class PatternCounts {
public:
    void add(std::span<const std::byte> bytes);
    void add_to(std::vector<std::uint64_t>& totals) const {
        add_each(counts_, totals);
        if (!carried_.empty()) {
            add_each(carried_, totals);
        }
    }

private:
    template <class Counts>
    static void add_each(const Counts& counts, std::vector<std::uint64_t>& totals) {
        for (std::size_t i = 0; i < kPatterns; ++i) {
            totals[i] += counts[i];
        }
    }
    void carry();
    // 32 bits keep the counters that are in use within the first-level cache.
    std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(kPatterns);
    std::vector<std::uint64_t> carried_;  ///< empty until it is needed
    std::uint64_t since_carry_ = 0;
};

void PatternCounts::add(std::span<const std::byte> bytes) {
    const std::size_t weights = bytes.size() / 2;
    if (since_carry_ + weights > std::numeric_limits<std::uint32_t>::max()) {
        carry();
    }
    since_carry_ += weights;
    std::uint32_t* counts = counts_.data();
    const std::byte* next = bytes.data();
    // Every pattern by a load of its own: taking words apart costs more than loading.
    const auto count_at = [&](std::size_t weight) {
        std::uint16_t pattern = 0;
        std::memcpy(&pattern, next + 2 * weight, sizeof pattern);
        ++counts[pattern];
    };
    const std::byte* const end = bytes.data() + weights / kLine * kLine * 2;
    for (; next != end; next += 2 * kLine) {
        hwy::Prefetch(next + kAhead);
        for (std::size_t i = 0; i < kLine; i += 8) {
            count_at(i);
            count_at(i + 1);
            count_at(i + 2);
            count_at(i + 3);
            count_at(i + 4);
            count_at(i + 5);
            count_at(i + 6);
            count_at(i + 7);
        }
    }
    for (std::size_t i = 0; i < weights % kLine; ++i) {
        count_at(i);
    }
}

void PatternCounts::carry() {
    carried_.resize(kPatterns);
    add_each(counts_, carried_);
    std::fill(counts_.begin(), counts_.end(), 0U);
    since_carry_ = 0;
}

/// The value of every pattern, from the format's own decoder.
std::vector<float> pattern_values(FormatId format) {
    std::vector<std::uint16_t> patterns(kPatterns);
    for (std::size_t i = 0; i < kPatterns; ++i) {
        patterns[i] = static_cast<std::uint16_t>(i);
    }
    std::vector<float> values(kPatterns);
    format_info(format).decode(std::as_bytes(std::span(patterns)).data(), values.data(), kPatterns);
    return values;
}

/// What does not change from tensor to tensor.
struct PatternTable {
    std::vector<float> values;
    unsigned exponent_shift;
    std::uint32_t exponent_mask;
};

const PatternTable& table_of(FormatId format) {
    static const PatternTable half{pattern_values(formats::f16()), 10, 0x1F};
    static const PatternTable brain{pattern_values(formats::bf16()), 7, 0xFF};
    return format == formats::f16() ? half : brain;
}

struct Weight {
    double value = 0;
    double count = 0;
};

Moments moments_of(const std::vector<Weight>& weights, double n) {
    double sum = 0;
    for (const Weight& w : weights) {
        sum += w.count * w.value;
    }
    const double shift = sum / n;
    std::array<double, 4> sums{};
    for (const Weight& w : weights) {
        const double d = w.value - shift;
        const double d2 = d * d;
        sums[0] += w.count * d;
        sums[1] += w.count * d2;
        sums[2] += w.count * (d2 * d);
        sums[3] += w.count * (d2 * d2);
    }
    return central_moments(n, shift, sums);
}

void set_shape(WeightStatistics& statistics, const std::vector<Weight>& weights, double n) {
    double above = 0;
    for (const Weight& w : weights) {
        statistics.histogram[histogram_bin(w.value, *statistics.absmax)] +=
            static_cast<std::uint64_t>(w.count);
        above += is_far_above(w.value, *statistics.mean, *statistics.sigma) ? w.count : 0;
    }
    statistics.zd = above / n;
}

WeightStatistics summarise(const std::vector<std::uint64_t>& counts, const PatternTable& table) {
    WeightStatistics statistics;
    std::vector<Weight> weights;
    std::array<std::uint64_t, 256> exponents{};
    Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < kPatterns; ++i) {
        if (counts[i] == 0) {
            continue;
        }
        const double value = table.values[i];
        statistics.count += counts[i];
        if (!std::isfinite(value)) {
            statistics.nonfinite += counts[i];
            continue;
        }
        statistics.zeros += value == 0 ? counts[i] : 0;
        exponents[(i >> table.exponent_shift) & table.exponent_mask] += counts[i];
        range = {std::min(range.min, value), std::max(range.max, value)};
        weights.push_back({value, static_cast<double>(counts[i])});
    }
    if (weights.empty()) {
        return statistics;
    }
    const auto n = static_cast<double>(statistics.count - statistics.nonfinite);
    set_moments(statistics, range, moments_of(weights, n));
    set_shape(statistics, weights, n);
    statistics.exponent_entropy = entropy_bits(exponents);
    return statistics;
}

}  // namespace

Result<WeightStatistics> pattern_statistics(const TensorView& view, const WorkContext& context) {
    const ElementStream stream(view, sizeof(std::uint16_t));
    std::vector<PatternCounts> workers(workers_for(stream.pieces(), context));
    ProgressCounter progress(context, "statistics", view.byte_count());
    BITLATHE_TRY(
        for_each_piece(stream.pieces(), context, [&](unsigned worker, std::size_t piece) -> Status {
            stream.fetch(piece);
            workers[worker].add(stream.bytes(piece));
            stream.release(piece);
            progress.add(stream.bytes(piece).size());
            return {};
        }));
    std::vector<std::uint64_t> counts(kPatterns);
    for (const PatternCounts& worker : workers) {
        worker.add_to(counts);
    }
    return summarise(counts, table_of(view.format()));
}

}  // namespace bitlathe
