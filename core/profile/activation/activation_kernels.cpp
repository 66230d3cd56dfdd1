// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/activation_kernels.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/profile/activation/tap_statistics.h"

// The vectors of these targets have no size at compile time and cannot be kept in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/profile/activation/activation_kernels.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kLanes = kGroupChannels;
using Doubles = hn::CappedTag<double, kLanes>;
using HalfFloats = hn::Rebind<float, Doubles>;
constexpr std::size_t kDoubleParts = kLanes / hn::MaxLanes(Doubles());
using Floats = hn::CappedTag<float, kLanes>;
using Ints = hn::RebindToSigned<Floats>;
constexpr std::size_t kFloatParts = kLanes / hn::MaxLanes(Floats());
constexpr std::size_t kFloatLanes = hn::MaxLanes(Floats());
/// The bits of the smallest magnitude that is no finite number.
constexpr std::int32_t kInfinity = 0x7F800000;

/// Eight float64 sums, one a lane.
class LaneSums {
public:
    HWY_INLINE LaneSums() : LaneSums(nullptr) {}
    HWY_INLINE explicit LaneSums(const double* from) {
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            sums_[part] =
                from == nullptr ? hn::Zero(Doubles()) : hn::LoadU(Doubles(), from + part * kPart);
        }
    }
    HWY_INLINE void add(std::size_t part, hn::Vec<Doubles> value) {
        sums_[part] = hn::Add(sums_[part], value);
    }
    HWY_INLINE void store(double* to) const {
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            hn::StoreU(sums_[part], Doubles(), to + part * kPart);
        }
    }
    double total() const {
        HWY_ALIGN double lane[kLanes];
        store(lane);
        return ((lane[0] + lane[1]) + (lane[2] + lane[3])) +
               ((lane[4] + lane[5]) + (lane[6] + lane[7]));
    }
    static constexpr std::size_t kPart = hn::MaxLanes(Doubles());

private:
    hn::Vec<Doubles> sums_[kDoubleParts];
};

HWY_INLINE hn::Vec<Ints> magnitude_bits(const float* values) {
    return hn::And(hn::BitCast(Ints(), hn::LoadU(Floats(), values)), hn::Set(Ints(), 0x7FFFFFFF));
}

/// Values that are no numbers become 0 and are counted. Rare, and so plain.
HWY_NOINLINE void DropNonfinite(ActivationGroup& group) {
    group.absmax.fill(0);
    for (std::size_t i = 0; i < group.rows * kLanes; ++i) {
        float& value = group.values[i];
        if (!std::isfinite(value)) {
            value = 0;
            ++group.nonfinite;
        }
        group.absmax[i % kLanes] = std::max(group.absmax[i % kLanes], std::abs(value));
    }
}

void GatherGroup(const float* HWY_RESTRICT from, std::size_t stride, std::size_t rows,
                 std::size_t channels, ActivationGroup& group) {
    group.rows = rows;
    group.channels = channels;
    group.nonfinite = 0;
    float* HWY_RESTRICT values = group.values.data();
    hn::Vec<Ints> largest[kFloatParts];
    for (auto& part : largest) {
        part = hn::Zero(Ints());
    }
    for (std::size_t r = 0; r < rows; ++r) {
        const float* row = from + r * stride;
        HWY_ALIGN float padded[kLanes];
        if (HWY_UNLIKELY(channels < kLanes)) {
            std::fill(padded, padded + kLanes, 0.0F);
            std::copy(row, row + channels, padded);
            row = padded;
        }
        // The rows that come next: no processor looks so far ahead by itself.
        hwy::Prefetch(from + (r + kGroupRows) * stride);
        for (std::size_t part = 0; part < kFloatParts; ++part) {
            const auto bits = magnitude_bits(row + part * kFloatLanes);
            largest[part] = hn::Max(largest[part], bits);
            hn::StoreU(hn::LoadU(Floats(), row + part * kFloatLanes), Floats(),
                       values + r * kLanes + part * kFloatLanes);
        }
    }
    bool finite = true;
    for (std::size_t part = 0; part < kFloatParts; ++part) {
        hn::StoreU(hn::BitCast(Floats(), largest[part]), Floats(),
                   group.absmax.data() + part * kFloatLanes);
        finite = finite && hn::AllTrue(Ints(), hn::Lt(largest[part], hn::Set(Ints(), kInfinity)));
    }
    if (HWY_UNLIKELY(!finite)) {
        DropNonfinite(group);
    }
    group.largest = *std::max_element(group.absmax.begin(), group.absmax.end());
}

void AddSums(const ActivationGroup& group, ChannelSums& sums) {
    LaneSums s1(sums.sum.data()), s2(sums.sum2.data()), s3(sums.sum3.data()), s4(sums.sum4.data()),
        absolute(sums.sum_abs.data());
    const float* HWY_RESTRICT values = group.values.data();
    for (std::size_t r = 0; r < group.rows; ++r) {
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            const auto x = hn::PromoteTo(
                Doubles(), hn::LoadU(HalfFloats(), values + r * kLanes + part * LaneSums::kPart));
            const auto square = hn::Mul(x, x);
            s1.add(part, x);
            s2.add(part, square);
            s3.add(part, hn::Mul(square, x));
            s4.add(part, hn::Mul(square, square));
            absolute.add(part, hn::Abs(x));
        }
    }
    s1.store(sums.sum.data());
    s2.store(sums.sum2.data());
    s3.store(sums.sum3.data());
    s4.store(sums.sum4.data());
    absolute.store(sums.sum_abs.data());
}

void CountMagnitudes(const ActivationGroup& group, std::uint32_t* HWY_RESTRICT magnitudes) {
    HWY_ALIGN std::int32_t bins[kGroupRows * kLanes];
    const std::size_t count = group.rows * kLanes;
    for (std::size_t i = 0; i < count; i += kFloatLanes) {
        const auto code = hn::ShiftRight<kMagnitudeShift>(magnitude_bits(&group.values[i]));
        const auto bin = hn::Sub(code, hn::Set(Ints(), kFirstMagnitude));
        hn::Store(hn::Min(hn::Max(bin, hn::Zero(Ints())),
                          hn::Set(Ints(), std::int32_t{TapStatistics::kMagnitudes - 1})),
                  Ints(), bins + i);
    }
    // The bins are looked up before any is counted: a processor waits less for its own writes.
    for (std::size_t i = 0; i < count; ++i) {
        ++magnitudes[bins[i]];
    }
    magnitudes[0] -= static_cast<std::uint32_t>(group.rows * (kLanes - group.channels));
}

void CountAbove(const ActivationGroup& group, float threshold,
                std::array<std::uint32_t, kGroupChannels>& counts) {
    const auto least = hn::Set(Floats(), threshold);
    for (std::size_t part = 0; part < kFloatParts; ++part) {
        auto* to = reinterpret_cast<std::int32_t*>(counts.data()) + part * kFloatLanes;
        auto count = hn::LoadU(Ints(), to);
        for (std::size_t r = 0; r < group.rows; ++r) {
            const auto x = hn::LoadU(Floats(), &group.values[r * kLanes + part * kFloatLanes]);
            const auto above = hn::VecFromMask(Floats(), hn::Ge(hn::Abs(x), least));
            count = hn::Sub(count, hn::BitCast(Ints(), above));
        }
        hn::StoreU(count, Ints(), to);
    }
}

/// Calls `add(x, y)` with eight values of each at a time, the last ones filled up with zeros.
template <class Add>
HWY_INLINE void each_eight(const float* HWY_RESTRICT x, const float* HWY_RESTRICT y,
                           std::size_t count, const Add& add) {
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes) {
        add(x + i, y + i);
    }
    if (i < count) {
        HWY_ALIGN float last_x[kLanes] = {}, last_y[kLanes] = {};
        std::copy(x + i, x + count, last_x);
        std::copy(y + i, y + count, last_y);
        add(last_x, last_y);
    }
}

HWY_INLINE hn::Vec<Doubles> doubles_at(const float* values, std::size_t part) {
    return hn::PromoteTo(Doubles(), hn::LoadU(HalfFloats(), values + part * LaneSums::kPart));
}

VectorProducts VectorProductsOf(const float* x, const float* y, std::size_t count) {
    LaneSums xx, yy, xy, dd;
    each_eight(x, y, count, [&](const float* from_x, const float* from_y) HWY_ATTR {
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            const auto a = doubles_at(from_x, part);
            const auto b = doubles_at(from_y, part);
            const auto d = hn::Sub(b, a);
            xx.add(part, hn::Mul(a, a));
            yy.add(part, hn::Mul(b, b));
            xy.add(part, hn::Mul(a, b));
            dd.add(part, hn::Mul(d, d));
        }
    });
    return {xx.total(), yy.total(), xy.total(), dd.total()};
}

double DotProduct(const float* x, const float* y, std::size_t count) {
    LaneSums xy;
    each_eight(x, y, count, [&](const float* from_x, const float* from_y) HWY_ATTR {
        for (std::size_t part = 0; part < kDoubleParts; ++part) {
            xy.add(part, hn::Mul(doubles_at(from_x, part), doubles_at(from_y, part)));
        }
    });
    return xy.total();
}

}  // namespace bitlathe::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {

HWY_EXPORT(GatherGroup);
HWY_EXPORT(AddSums);
HWY_EXPORT(CountMagnitudes);
HWY_EXPORT(CountAbove);
HWY_EXPORT(VectorProductsOf);
HWY_EXPORT(DotProduct);

void gather_group(const float* from, std::size_t stride, std::size_t rows, std::size_t channels,
                  ActivationGroup& group) {
    HWY_DYNAMIC_DISPATCH(GatherGroup)(from, stride, rows, channels, group);
}

void add_sums(const ActivationGroup& group, ChannelSums& sums) {
    HWY_DYNAMIC_DISPATCH(AddSums)(group, sums);
}

void count_magnitudes(const ActivationGroup& group, std::uint32_t* magnitudes) {
    HWY_DYNAMIC_DISPATCH(CountMagnitudes)(group, magnitudes);
}

void count_above(const ActivationGroup& group, float threshold,
                 std::array<std::uint32_t, kGroupChannels>& counts) {
    HWY_DYNAMIC_DISPATCH(CountAbove)(group, threshold, counts);
}

VectorProducts vector_products(const float* x, const float* y, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(VectorProductsOf)(x, y, count);
}

double dot_product(const float* x, const float* y, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(DotProduct)(x, y, count);
}

}  // namespace bitlathe
#endif
