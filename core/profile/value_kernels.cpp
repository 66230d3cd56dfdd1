// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/value_kernels.h"

#include <algorithm>

// The vectors of these targets have no size at compile time and cannot be kept in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/profile/value_kernels.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Lanes of the sums, whatever the width of a vector: the order of additions is part of the result.
constexpr std::size_t kLanes = 8;
/// Values handled by one loop and then by the next, from the nearest cache.
constexpr std::size_t kRun = 1024;

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

/// Writes keys, a vector of values at a time.
class KeyMaker {
public:
    explicit KeyMaker(const KeyScale& scale)
        : exact_(scale),
          steps_(hn::Set(Floats(), scale.steps)),
          doubt_(hn::Set(Floats(), scale.doubt)),
          below_lowest_(hn::Set(Ints(), scale.lowest_exponent - 1)),
          far_above_(hn::Set(Floats(), scale.far_above)),
          above_(hn::Zero(Ints())) {}

    HWY_INLINE void make(const float* HWY_RESTRICT values, std::uint8_t* HWY_RESTRICT keys) {
        const Floats d;
        const Ints di;
        const auto x = hn::LoadU(d, values);
        const auto field = hn::ShiftRight<23>(hn::BitCast(di, hn::Abs(x)));
        const auto exponent = hn::Max(hn::Sub(field, below_lowest_), hn::Zero(di));
        const auto sign = hn::BitCast(di, hn::VecFromMask(d, hn::Lt(x, hn::Zero(d))));
        const auto key =
            hn::Or(hn::Add(bins(x, values), exponent), hn::And(sign, hn::Set(di, 0x80)));
        const hn::Rebind<std::uint8_t, Ints> bytes;
        hn::StoreU(hn::DemoteTo(bytes, key), bytes, keys);
        above_ = hn::Sub(above_, hn::BitCast(di, hn::VecFromMask(d, hn::Ge(x, far_above_))));
    }
    std::uint64_t above() const { return sum_of_lanes(above_); }

private:
    /// Bin of the magnitude, counted from the middle. Two estimates, a little below and a little
    /// above: where they agree, so does the truth between them.
    HWY_INLINE hn::Vec<Ints> bins(hn::Vec<Floats> x, const float* HWY_RESTRICT values) const {
        const Floats d;
        const Ints di;
        const auto estimate = hn::Min(hn::Mul(hn::Abs(x), steps_), hn::Set(d, 63.5F));
        const auto low = hn::ConvertTo(di, hn::Sub(estimate, doubt_));
        const auto high = hn::ConvertTo(di, hn::Add(estimate, doubt_));
        if (HWY_LIKELY(hn::AllTrue(di, hn::Eq(low, high)))) {
            return high;
        }
        return exact_bins(values);
    }
    HWY_NOINLINE hn::Vec<Ints> exact_bins(const float* values) const {
        HWY_ALIGN std::int32_t bins[hn::MaxLanes(Ints())];
        for (std::size_t i = 0; i < hn::Lanes(Ints()); ++i) {
            const double x = values[i];
            const double steps = x < 0 ? x * exact_.per_negative : x * exact_.per_positive;
            bins[i] = std::min(static_cast<std::int32_t>(steps), 63);
        }
        return hn::Load(Ints(), bins);
    }

    const KeyScale& exact_;
    hn::Vec<Floats> steps_, doubt_;
    hn::Vec<Ints> below_lowest_;
    hn::Vec<Floats> far_above_;
    hn::Vec<Ints> above_;
};

std::uint64_t MakeKeys(const float* HWY_RESTRICT values, std::size_t count, const KeyScale& scale,
                       std::uint8_t* HWY_RESTRICT keys) {
    const std::size_t lanes = hn::Lanes(Ints());
    KeyMaker maker(scale);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        maker.make(values + i, keys + i);
    }
    std::uint64_t above = maker.above();
    if (i < count) {
        KeyMaker last(scale);
        HWY_ALIGN float tail[hn::MaxLanes(Ints())] = {};
        std::uint8_t tail_keys[hn::MaxLanes(Ints())];
        std::copy(values + i, values + count, tail);
        last.make(tail, tail_keys);
        std::copy(tail_keys, tail_keys + (count - i), keys + i);
        above += last.above() - (0.0F >= scale.far_above ? lanes - (count - i) : 0);
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
