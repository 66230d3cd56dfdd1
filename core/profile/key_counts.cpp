// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/key_counts.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace bitlathe {
namespace {

constexpr std::int32_t kHalf = WeightStatistics::kBins / 2;
constexpr std::uint32_t kSign = 0x80;
/// Exponents told apart: with the bins of one sign they fill seven bits.
constexpr std::int32_t kExponents = 63;

/// float32 in the order of their values: increasing, gapless over all finite numbers.
float float_at(std::int64_t place) {
    const auto magnitude = static_cast<std::uint32_t>(place < 0 ? -place : place);
    const float value = std::bit_cast<float>(magnitude);
    return place < 0 ? -value : value;
}

/// The smallest float32 with a z-score above 1; infinity when there is none.
float first_far_above(double mean, double sigma) {
    const std::int64_t last = std::bit_cast<std::uint32_t>(std::numeric_limits<float>::max());
    std::int64_t low = -last;  // the answer is in [low, high]
    std::int64_t high = last + 1;
    while (low < high) {
        const std::int64_t middle = low + (high - low) / 2;
        if (is_far_above(float_at(middle), mean, sigma)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return float_at(low);  // last + 1 is infinity
}

std::int32_t exponent_field(float value) {
    return static_cast<std::int32_t>((std::bit_cast<std::uint32_t>(value) >> 23) & 0xFFU);
}

/// Bins that hold positive magnitudes of one exponent, counted from the middle.
struct BinRange {
    std::int32_t first;
    std::int32_t last;
};

BinRange bins_of_exponent(std::int32_t exponent, double absmax, bool negative) {
    const auto bits = static_cast<std::uint32_t>(exponent) << 23;
    // Exponent 0 holds zero and the subnormals.
    const float lowest = std::bit_cast<float>(negative ? std::max(bits, 1U) : bits);
    const double highest = std::min<double>(std::bit_cast<float>(bits | 0x7FFFFFU), absmax);
    const auto bin = [&](double magnitude) {
        const auto index =
            static_cast<std::int32_t>(histogram_bin(negative ? -magnitude : magnitude, absmax));
        return negative ? kHalf - 1 - index : index - kHalf;
    };
    return {bin(lowest), bin(highest)};
}

/// Where a pair of keys (four in a word of 64 bits) is counted. The keys in use are few and close
/// together; left in place, their rows of 256 counters would share a few sets of the first-level
/// cache. Its own inverse.
template <class Word>
constexpr Word mix(Word pairs) {
    constexpr auto kMask = static_cast<Word>(0x00F000F000F000F0U);
    return pairs ^ ((pairs >> 6) & kMask);
}

}  // namespace

void KeyCounts::add(std::span<const std::uint8_t> keys) {
    if (since_carry_ + keys.size() > std::numeric_limits<std::uint32_t>::max()) {
        carry();
    }
    since_carry_ += keys.size();
    std::uint32_t* pairs = pairs_.data();
    std::size_t i = 0;
    for (; i + 8 <= keys.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, keys.data() + i, sizeof word);
        word = mix(word);
        ++pairs[word & 0xFFFFU];
        ++pairs[(word >> 16) & 0xFFFFU];
        ++pairs[(word >> 32) & 0xFFFFU];
        ++pairs[word >> 48];
    }
    for (; i < keys.size(); ++i) {
        ++carried_[keys[i]];
    }
}

void KeyCounts::add_to(Totals& totals) const {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        const std::size_t pair = mix(i);
        totals[pair & 0xFFU] += pairs_[i];
        totals[pair >> 8] += pairs_[i];
    }
    for (std::size_t i = 0; i < totals.size(); ++i) {
        totals[i] += carried_[i];
    }
}

void KeyCounts::carry() {
    Totals totals{};
    add_to(totals);
    carried_ = totals;
    std::fill(pairs_.begin(), pairs_.end(), 0U);
    since_carry_ = 0;
}

KeyScale key_scale(const Range& range, double mean, double sigma) {
    const double absmax = range.absmax();
    constexpr double kMargin = 0x1p-40;
    KeyScale scale;
    // A positive weight on an edge belongs to the bin above it, a negative one to the bin that
    // begins there: rounding must lift the one and must not lift the other.
    scale.per_positive = kHalf / absmax * (1 + kMargin);
    scale.per_negative = -kHalf / absmax * (1 - kMargin);
    // Two roundings to 24 bits of at most 64 steps, and one more when the doubt is added. Where the
    // factor overflows everything is in doubt.
    const auto steps = static_cast<float>(kHalf / absmax);
    scale.steps = std::isfinite(steps) ? steps : 0.0F;
    scale.doubt = std::isfinite(steps) ? 0x1p-15F : 1.0F;
    scale.lowest_exponent =
        std::max(0, exponent_field(static_cast<float>(absmax)) - (kExponents - 1));
    scale.far_above = first_far_above(mean, sigma);
    return scale;
}

void split_keys(const KeyCounts::Totals& totals, const KeyScale& scale, double absmax,
                WeightStatistics& statistics, ExponentCounts& exponents) {
    statistics.histogram[kHalf] += totals[0];
    statistics.histogram[kHalf - 1] += totals[kSign];
    const std::int32_t highest = exponent_field(static_cast<float>(absmax));
    for (const bool negative : {false, true}) {
        for (std::int32_t exponent = scale.lowest_exponent; exponent <= highest; ++exponent) {
            const BinRange bins = bins_of_exponent(exponent, absmax, negative);
            for (std::int32_t bin = bins.first; bin <= bins.last; ++bin) {
                const auto key =
                    static_cast<std::uint32_t>(bin + exponent - scale.lowest_exponent + 1);
                const std::uint64_t count = totals[key | (negative ? kSign : 0U)];
                const std::int32_t index = negative ? kHalf - 1 - bin : kHalf + bin;
                statistics.histogram[static_cast<std::size_t>(index)] += count;
                exponents[static_cast<std::size_t>(exponent)] += count;
            }
        }
    }
}

}  // namespace bitlathe
