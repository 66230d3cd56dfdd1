// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/value_kernels.h"

#include <algorithm>

// The vectors of these targets have no size at compile time and cannot be kept in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/profile/value_kernels.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Lanes of the sums, whatever the width of a vector: the order of additions is part of the result.
constexpr std::size_t kLanes = 8;
/// Values handled by one loop and then by the next, from the nearest cache.
constexpr std::size_t kRun = 1024;
/// Values: how long before they are looked at they are asked from the memory. The processor's own
/// look-ahead ends at every page.
constexpr std::size_t kAhead = 1024;

using Doubles = hn::CappedTag<double, kLanes>;
using HalfFloats = hn::Rebind<float, Doubles>;
constexpr std::size_t kDoubleParts = kLanes / hn::MaxLanes(Doubles());
/// What does not depend on order uses whole vectors.
using Floats = hn::ScalableTag<float>;
using Ints = hn::RebindToSigned<Floats>;

/// Sums of the powers of (x - shift), eight values at a time.
class PowerSums {
public:
    explicit PowerSums(float shift) : shift_(hn::Set(Doubles(), double{shift})) {
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            s1_[part] = s2_[part] = s3_[part] = s4_[part] = hn::Zero(Doubles());
        }
    }
    HWY_INLINE void add(const float* HWY_RESTRICT values) {
        const Doubles d;
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            const auto x = hn::PromoteTo(d, hn::LoadU(HalfFloats(), values + part * hn::Lanes(d)));
            const auto x1 = hn::Sub(x, shift_);
            const auto x2 = hn::Mul(x1, x1);
            s1_[part] = hn::Add(s1_[part], x1);
            s2_[part] = hn::Add(s2_[part], x2);
            s3_[part] = hn::Add(s3_[part], hn::Mul(x2, x1));
            s4_[part] = hn::Add(s4_[part], hn::Mul(x2, x2));
        }
    }
    std::array<double, 4> totals() const {
        return {total(s1_), total(s2_), total(s3_), total(s4_)};
    }

private:
    using Vec = hn::Vec<Doubles>;
    static double total(const Vec* parts) {
        HWY_ALIGN double lane[kLanes];
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            hn::Store(parts[part], Doubles(), lane + part * hn::Lanes(Doubles()));
        }
        return ((lane[0] + lane[1]) + (lane[2] + lane[3])) +
               ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    }
    Vec shift_;
    Vec s1_[kDoubleParts], s2_[kDoubleParts], s3_[kDoubleParts], s4_[kDoubleParts];
};

/// Sum of counters of 32 bits.
HWY_INLINE std::uint64_t sum_of_lanes(hn::Vec<Ints> counts) {
    HWY_ALIGN std::int32_t lanes[hn::MaxLanes(Ints())];
    hn::Store(counts, Ints(), lanes);
    std::uint64_t sum = 0;
    for (const std::int32_t lane : lanes) {
        sum += static_cast<std::uint32_t>(lane);
    }
    return sum;
}

/// Adds the range and the zeros of some values to `sums`.
HWY_INLINE void add_range(const float* HWY_RESTRICT values, std::size_t count, ChunkSums& sums) {
    const Floats d;
    const Ints di;
    auto min = hn::Set(d, sums.min);
    auto max = hn::Set(d, sums.max);
    auto zeros = hn::Zero(di);
    std::size_t i = 0;
    for (; i + hn::Lanes(d) <= count; i += hn::Lanes(d)) {
        hwy::Prefetch(values + i + kAhead);
        const auto x = hn::LoadU(d, values + i);
        min = hn::Min(min, x);
        max = hn::Max(max, x);
        zeros = hn::Sub(zeros, hn::BitCast(di, hn::VecFromMask(d, hn::Eq(x, hn::Zero(d)))));
    }
    sums.min = hn::GetLane(hn::MinOfLanes(d, min));
    sums.max = hn::GetLane(hn::MaxOfLanes(d, max));
    sums.zeros += sum_of_lanes(zeros);
    for (; i < count; ++i) {
        sums.min = std::min(sums.min, values[i]);
        sums.max = std::max(sums.max, values[i]);
        sums.zeros += values[i] == 0 ? 1 : 0;
    }
}

ChunkSums SumChunk(const float* HWY_RESTRICT values, std::size_t count, float shift) {
    PowerSums powers(shift);
    ChunkSums sums;
    sums.min = sums.max = values[0];
    for (std::size_t begin = 0; begin < count; begin += kRun) {
        const std::size_t end = std::min(count, begin + kRun);
        add_range(values + begin, end - begin, sums);
        std::size_t i = begin;
        for (; i + kLanes <= end; i += kLanes) {
            powers.add(values + i);
        }
        if (i < end) {
            // The shift adds nothing to the sums: it fills up the last eight.
            HWY_ALIGN float tail[kLanes];
            std::fill(tail, tail + kLanes, shift);
            std::copy(values + i, values + end, tail);
            powers.add(tail);
        }
    }
    sums.powers = powers.totals();
    // No power of a float32 overflows a double: only what was not finite before is not now.
    sums.finite = std::isfinite(sums.powers[3]);
    return sums;
}

/// Bins of the magnitudes of one vector of values, where estimates are not enough.
HWY_NOINLINE hn::Vec<Ints> ExactBins(const float* values, const KeyScale& scale) {
    HWY_ALIGN std::int32_t bins[hn::MaxLanes(Ints())];
    for (std::size_t i = 0; i < hn::Lanes(Ints()); ++i) {
        const double x = values[i];
        const double steps = x < 0 ? x * scale.per_negative : x * scale.per_positive;
        bins[i] = std::min(static_cast<std::int32_t>(steps), 63);
    }
    return hn::Load(Ints(), bins);
}

/// Keys of `count` values, a multiple of the vector.
std::uint64_t make_whole_keys(const float* HWY_RESTRICT values, std::size_t count,
                              const KeyScale& scale, std::uint8_t* HWY_RESTRICT keys) {
    const Floats d;
    const Ints di;
    const hn::Rebind<std::uint8_t, Ints> bytes;
    const auto steps = hn::Set(d, scale.steps);
    const auto doubt = hn::Set(d, scale.doubt);
    const auto far_above = hn::Set(d, scale.far_above);
    const auto below_lowest = hn::Set(di, scale.lowest_exponent - 1);
    auto above = hn::Zero(di);
    for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
        hwy::Prefetch(values + i + kAhead);
        const auto x = hn::LoadU(d, values + i);
        // Two estimates of the bin, a little below and a little above: where they agree, so does
        // the truth between them.
        const auto estimate = hn::Min(hn::Mul(hn::Abs(x), steps), hn::Set(d, 63.5F));
        auto bin = hn::ConvertTo(di, hn::Add(estimate, doubt));
        if (HWY_UNLIKELY(
                !hn::AllTrue(di, hn::Eq(bin, hn::ConvertTo(di, hn::Sub(estimate, doubt)))))) {
            bin = ExactBins(values + i, scale);
        }
        const auto field = hn::ShiftRight<23>(hn::BitCast(di, hn::Abs(x)));
        const auto exponent = hn::Max(hn::Sub(field, below_lowest), hn::Zero(di));
        const auto sign = hn::BitCast(di, hn::VecFromMask(d, hn::Lt(x, hn::Zero(d))));
        const auto key = hn::Or(hn::Add(bin, exponent), hn::And(sign, hn::Set(di, 0x80)));
        hn::StoreU(hn::DemoteTo(bytes, key), bytes, keys + i);
        above = hn::Sub(above, hn::BitCast(di, hn::VecFromMask(d, hn::Ge(x, far_above))));
    }
    return sum_of_lanes(above);
}

std::uint64_t MakeKeys(const float* HWY_RESTRICT values, std::size_t count, const KeyScale& scale,
                       std::uint8_t* HWY_RESTRICT keys) {
    const std::size_t lanes = hn::Lanes(Ints());
    const std::size_t whole = count - count % lanes;
    const std::size_t rest = count - whole;
    std::uint64_t above = make_whole_keys(values, whole, scale, keys);
    if (rest != 0) {
        HWY_ALIGN float tail[hn::MaxLanes(Ints())] = {};
        std::uint8_t tail_keys[hn::MaxLanes(Ints())];
        std::copy(values + whole, values + count, tail);
        above += make_whole_keys(tail, lanes, scale, tail_keys);
        above -= 0.0F >= scale.far_above ? lanes - rest : 0;
        std::copy(tail_keys, tail_keys + rest, keys + whole);
    }
    return above;
}

}  // namespace bitlathe::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {

HWY_EXPORT(SumChunk);
HWY_EXPORT(MakeKeys);

ChunkSums sum_chunk(const float* values, std::size_t count, float shift) {
    return HWY_DYNAMIC_DISPATCH(SumChunk)(values, count, shift);
}

std::uint64_t make_keys(const float* values, std::size_t count, const KeyScale& scale,
                        std::uint8_t* keys) {
    return HWY_DYNAMIC_DISPATCH(MakeKeys)(values, count, scale, keys);
}

}  // namespace bitlathe
#endif
