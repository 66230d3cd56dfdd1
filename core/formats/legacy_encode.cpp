// SPDX-License-Identifier: GPL-3.0-or-later
// The two encoders that whole models go through in seconds: Q8_0 and Q4_0.
#include "core/formats/legacy_blocks.h"
#include "core/formats/numbers.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/formats/legacy_encode.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

constexpr std::size_t kBlock = 32;

template <class D>
hn::Vec<D> LoadFinite(D df, const float* values) {
    const auto x = hn::LoadU(df, values);
    const auto finite = hn::Le(hn::Abs(x), hn::Set(df, std::numeric_limits<float>::max()));
    return hn::IfThenElseZero(finite, x);
}

// The lower neighbour of 0.5: added to the magnitude before cutting it off, it rounds half away
// from zero as roundf does; 0.5 itself would take 0.49999997 to 1.
constexpr float kAlmostHalf = 0x1.fffffep-2F;

void EncodeQ8_0(const float* values, std::byte* out, std::size_t cols) {
    const hn::CappedTag<float, 16> df;
    const hn::Rebind<std::int32_t, decltype(df)> di32;
    const hn::Rebind<std::int8_t, decltype(df)> di8;
    const std::size_t lanes = hn::Lanes(df);
    const auto top = hn::Set(df, 127.0F);
    const auto bottom = hn::Set(df, -127.0F);
    const auto half = hn::Set(df, kAlmostHalf);
    for (; cols > 0; cols -= kBlock, values += kBlock, out += 2 + kBlock) {
        auto largest = hn::Zero(df);
        for (std::size_t i = 0; i < kBlock; i += lanes) {
            largest = hn::Max(largest, hn::Abs(LoadFinite(df, values + i)));
        }
        const float scale = finite_scale(hn::GetLane(hn::MaxOfLanes(df, largest)) / 127.0F);
        const auto inverse = hn::Set(df, inverse_scale(scale));
        const std::uint16_t d = half_of_float(scale);
        std::memcpy(out, &d, sizeof d);
        auto* codes = reinterpret_cast<std::int8_t*>(out + 2);
        for (std::size_t i = 0; i < kBlock; i += lanes) {
            const auto scaled = hn::Mul(LoadFinite(df, values + i), inverse);
            const auto inside = hn::Min(hn::Max(scaled, bottom), top);
            const auto shifted = hn::Add(inside, hn::CopySign(half, inside));
            hn::StoreU(hn::DemoteTo(di8, hn::ConvertTo(di32, shifted)), di8, codes + i);
        }
    }
}

// Of +v and -v the one that comes first.
HWY_NOINLINE float FirstOfMagnitude(const float* values, float magnitude) {
    for (std::size_t i = 0; i < kBlock; ++i) {
        if (std::fabs(values[i]) == magnitude) return magnitude == 0 ? 0.0F : values[i];
    }
    return 0.0F;
}

void EncodeQ4_0(const float* values, std::byte* out, std::size_t cols) {
    const hn::CappedTag<float, 16> df;
    const hn::Rebind<std::int32_t, decltype(df)> di32;
    const hn::Rebind<std::uint8_t, decltype(df)> du8;
    const std::size_t lanes = hn::Lanes(df);
    const auto zero = hn::Zero(df);
    const auto top = hn::Set(df, 15.0F);
    const auto middle = hn::Set(df, 8.5F);
    for (; cols > 0; cols -= kBlock, values += kBlock, out += 2 + kBlock / 2) {
        auto highest = LoadFinite(df, values);
        auto lowest = highest;
        for (std::size_t i = lanes; i < kBlock; i += lanes) {
            const auto x = LoadFinite(df, values + i);
            highest = hn::Max(highest, x);
            lowest = hn::Min(lowest, x);
        }
        const float max = hn::GetLane(hn::MaxOfLanes(df, highest));
        const float min = hn::GetLane(hn::MinOfLanes(df, lowest));
        float extreme = max > -min ? max : min;
        if (max == -min) extreme = FirstOfMagnitude(values, max);
        const float scale = finite_scale(extreme / -8.0F);
        const auto inverse = hn::Set(df, inverse_scale(scale));
        const std::uint16_t d = half_of_float(scale);
        std::memcpy(out, &d, sizeof d);
        auto* packed = reinterpret_cast<std::uint8_t*>(out + 2);
        const auto code = [&](std::size_t i) {
            const auto shifted = hn::Add(hn::Mul(LoadFinite(df, values + i), inverse), middle);
            return hn::ConvertTo(di32, hn::Min(hn::Max(shifted, zero), top));
        };
        for (std::size_t i = 0; i < kBlock / 2; i += lanes) {
            const auto byte = hn::Or(code(i), hn::ShiftLeft<4>(code(i + kBlock / 2)));
            hn::StoreU(hn::DemoteTo(du8, byte), du8, packed + i);
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {
HWY_EXPORT(EncodeQ8_0);
HWY_EXPORT(EncodeQ4_0);

void encode_q8_0(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(EncodeQ8_0)(values, out, cols);
}

void encode_q4_0(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(EncodeQ4_0)(values, out, cols);
}

}  // namespace bitlathe
#endif
