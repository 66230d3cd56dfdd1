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

constexpr std::size_t kLanes = 8;

using Doubles = hn::CappedTag<double, kLanes>;
using HalfFloats = hn::Rebind<float, Doubles>;
using HalfInts = hn::Rebind<std::int32_t, Doubles>;
using Floats = hn::CappedTag<float, kLanes>;
using Ints = hn::RebindToSigned<Floats>;
constexpr std::size_t kDoubleParts = kLanes / hn::MaxLanes(Doubles());
constexpr std::size_t kFloatParts = kLanes / hn::MaxLanes(Floats());

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

/// Range, zeros and whether everything is finite, eight values at a time.
class Ranges {
public:
    explicit Ranges(float start) {
        for (std::size_t part = 0; part < kFloatParts; ++part) {
            min_[part] = max_[part] = hn::Set(Floats(), start);
            bits_[part] = zeros_[part] = hn::Zero(Ints());
        }
    }
    HWY_INLINE void add(const float* HWY_RESTRICT values) {
        const Floats d;
        const Ints di;
        for (std::size_t part = 0; part < kFloatParts; ++part) {
            const auto x = hn::LoadU(d, values + part * hn::Lanes(d));
            min_[part] = hn::Min(min_[part], x);
            max_[part] = hn::Max(max_[part], x);
            bits_[part] = hn::Max(bits_[part], hn::BitCast(di, hn::Abs(x)));
            zeros_[part] =
                hn::Sub(zeros_[part], hn::BitCast(di, hn::VecFromMask(d, hn::Eq(x, hn::Zero(d)))));
        }
    }
    void store(ChunkSums& sums) const {
        const std::size_t n = hn::Lanes(Floats());
        HWY_ALIGN float low[kLanes];
        HWY_ALIGN float high[kLanes];
        HWY_ALIGN std::int32_t bits[kLanes];
        HWY_ALIGN std::int32_t zeros[kLanes];
        for (std::size_t part = 0; part < kFloatParts; ++part) {
            hn::Store(min_[part], Floats(), low + part * n);
            hn::Store(max_[part], Floats(), high + part * n);
            hn::Store(bits_[part], Ints(), bits + part * n);
            hn::Store(zeros_[part], Ints(), zeros + part * n);
        }
        constexpr std::int32_t kInfinity = 0x7F800000;
        sums.min = *std::min_element(low, low + kLanes);
        sums.max = *std::max_element(high, high + kLanes);
        sums.finite = *std::max_element(bits, bits + kLanes) < kInfinity;
        for (const std::int32_t lane : zeros) {
            sums.zeros += static_cast<std::uint32_t>(lane);
        }
    }

private:
    hn::Vec<Floats> min_[kFloatParts], max_[kFloatParts];
    hn::Vec<Ints> bits_[kFloatParts], zeros_[kFloatParts];
};

ChunkSums SumChunk(const float* HWY_RESTRICT values, std::size_t count, float shift) {
    PowerSums powers(shift);
    Ranges ranges(values[0]);
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        powers.add(values + i);
        ranges.add(values + i);
    }
    ChunkSums sums;
    if (i < count) {
        // What fills up the last eight changes nothing: the shift adds 0 to the sums, and the range
        // gets a value it has; if that is a zero, it is taken back.
        HWY_ALIGN float tail[kLanes];
        std::fill(tail, tail + kLanes, shift);
        std::copy(values + i, values + count, tail);
        powers.add(tail);
        std::fill(tail + (count - i), tail + kLanes, values[0]);
        ranges.add(tail);
    }
    sums.powers = powers.totals();
    ranges.store(sums);
    if (values[0] == 0) {
        sums.zeros -= (kLanes - count % kLanes) % kLanes;
    }
    return sums;
}

/// Writes keys, as many values at a time as an integer vector holds.
class KeyMaker {
public:
    explicit KeyMaker(const KeyScale& scale)
        : positive_(hn::Set(Doubles(), scale.per_positive)),
          negative_(hn::Set(Doubles(), scale.per_negative)),
          below_lowest_(hn::Set(Ints(), scale.lowest_exponent - 1)),
          far_above_(hn::Set(Floats(), scale.far_above)),
          above_(hn::Zero(Ints())) {}

    HWY_INLINE void make(const float* HWY_RESTRICT values, std::uint8_t* HWY_RESTRICT keys) {
        const Floats d;
        const Ints di;
        const auto x = hn::LoadU(d, values);
        const auto field = hn::ShiftRight<23>(hn::BitCast(di, hn::Abs(x)));
        const auto exponent = hn::Max(hn::Sub(field, below_lowest_), hn::Zero(di));
        const auto bin = hn::Min(bins(values), hn::Set(di, 63));
        const auto sign = hn::BitCast(di, hn::VecFromMask(d, hn::Lt(x, hn::Zero(d))));
        const auto key = hn::Or(hn::Add(bin, exponent), hn::And(sign, hn::Set(di, 0x80)));
        hn::StoreU(hn::DemoteTo(hn::Rebind<std::uint8_t, Ints>(), key),
                   hn::Rebind<std::uint8_t, Ints>(), keys);
        above_ = hn::Sub(above_, hn::BitCast(di, hn::VecFromMask(d, hn::Ge(x, far_above_))));
    }
    std::uint64_t above() const {
        HWY_ALIGN std::int32_t lanes[kLanes];
        hn::Store(above_, Ints(), lanes);
        std::uint64_t sum = 0;
        for (std::size_t i = 0; i < hn::Lanes(Ints()); ++i) {
            sum += static_cast<std::uint32_t>(lanes[i]);
        }
        return sum;
    }

private:
    HWY_INLINE hn::Vec<Ints> bins(const float* HWY_RESTRICT values) const {
        return bins_by(HalfInts(), values);
    }
    /// A vector holds as many integers as doubles, or twice as many.
    template <class D>
    HWY_INLINE hn::Vec<Ints> bins_by(D d, const float* HWY_RESTRICT values) const {
        if constexpr (hn::MaxLanes(D()) == hn::MaxLanes(Ints())) {
            return steps(d, values);
        }
#if HWY_TARGET != HWY_SCALAR
        else {
            return hn::Combine(Ints(), steps(d, values + hn::Lanes(d)), steps(d, values));
        }
#endif
    }
    template <class D>
    HWY_INLINE hn::Vec<D> steps(D d, const float* HWY_RESTRICT values) const {
        const auto x = hn::PromoteTo(Doubles(), hn::LoadU(HalfFloats(), values));
        return hn::DemoteTo(d, hn::Max(hn::Mul(x, positive_), hn::Mul(x, negative_)));
    }
    hn::Vec<Doubles> positive_, negative_;
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
        HWY_ALIGN float tail[kLanes] = {};
        std::uint8_t tail_keys[kLanes];
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
