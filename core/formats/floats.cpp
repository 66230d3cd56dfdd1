// SPDX-License-Identifier: GPL-3.0-or-later
// Conversions in integer arithmetic rather than with the processor's own instructions, which differ
// in what they do to NaN. The formulas are those of numbers.h, which also does the last few
// elements.
#include "core/formats/floats.h"

#include "core/formats/numbers.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/formats/floats.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using DF = hn::ScalableTag<float>;
using DU32 = hn::Rebind<std::uint32_t, DF>;
using DI32 = hn::Rebind<std::int32_t, DF>;
using DU16 = hn::Rebind<std::uint16_t, DF>;

template <class Vec>
void StoreLow16(DU16 d16, Vec codes, std::byte* out) {
    hn::StoreU(hn::DemoteTo(d16, hn::BitCast(DI32(), codes)), d16,
               reinterpret_cast<std::uint16_t*>(out));
}

std::size_t DecodeF16(const std::byte* bytes, float* out, std::size_t cols) {
    const DF df;
    const DU32 du;
    const DU16 d16;
    const auto magnitude_mask = hn::Set(du, 0x7FFFU);
    const auto infinity = hn::Set(du, 0x7F800000U);
    const auto first_infinite = hn::Set(df, 65536.0F);
    const auto factor = hn::Set(df, 0x1p112F);
    std::size_t i = 0;
    for (; i + hn::Lanes(df) <= cols; i += hn::Lanes(df)) {
        const auto code =
            hn::PromoteTo(du, hn::LoadU(d16, reinterpret_cast<const std::uint16_t*>(bytes) + i));
        const auto magnitude = hn::And(code, magnitude_mask);
        const auto sign = hn::ShiftLeft<16>(hn::Xor(code, magnitude));
        const auto scaled = hn::Mul(hn::BitCast(df, hn::ShiftLeft<13>(magnitude)), factor);
        const auto infinite =
            hn::IfThenElseZero(hn::Ge(scaled, first_infinite), hn::BitCast(df, infinity));
        hn::StoreU(hn::Or(hn::Or(scaled, infinite), hn::BitCast(df, sign)), df, out + i);
    }
    return i;
}

std::size_t DecodeBf16(const std::byte* bytes, float* out, std::size_t cols) {
    const DF df;
    const DU32 du;
    const DU16 d16;
    std::size_t i = 0;
    for (; i + hn::Lanes(df) <= cols; i += hn::Lanes(df)) {
        const auto code =
            hn::PromoteTo(du, hn::LoadU(d16, reinterpret_cast<const std::uint16_t*>(bytes) + i));
        hn::StoreU(hn::BitCast(df, hn::ShiftLeft<16>(code)), df, out + i);
    }
    return i;
}

std::size_t EncodeF16(const float* values, std::byte* out, std::size_t cols) {
    const DF df;
    const DU32 du;
    const DI32 di;
    const DU16 d16;
    const auto half = hn::Set(df, 0.5F);
    const auto one = hn::Set(du, 1U);
    std::size_t i = 0;
    for (; i + hn::Lanes(df) <= cols; i += hn::Lanes(df)) {
        const auto bits = hn::BitCast(du, hn::LoadU(df, values + i));
        const auto magnitude = hn::And(bits, hn::Set(du, 0x7FFFFFFFU));
        const auto sign = hn::And(hn::ShiftRight<16>(bits), hn::Set(du, 0x8000U));
        // Magnitudes fit in 31 bits, so signed comparisons order them.
        const auto order = hn::BitCast(di, magnitude);
        const auto odd = hn::And(hn::ShiftRight<13>(magnitude), one);
        const auto rebased = hn::Sub(magnitude, hn::Set(du, 0x38000000U - 0xFFFU));
        const auto normal = hn::ShiftRight<13>(hn::Add(rebased, odd));
        const auto small = hn::Sub(hn::BitCast(du, hn::Add(hn::BitCast(df, magnitude), half)),
                                   hn::Set(du, 0x3F000000U));
        const auto nan = hn::Or(hn::Set(du, 0x7E00U),
                                hn::And(hn::ShiftRight<13>(magnitude), hn::Set(du, 0x3FFU)));
        auto code = hn::BitCast(di, normal);
        code = hn::IfThenElse(hn::Lt(order, hn::Set(di, 0x38800000)), hn::BitCast(di, small), code);
        code = hn::IfThenElse(hn::Gt(order, hn::Set(di, 0x477FFFFF)),
                              hn::Set(di, static_cast<std::int32_t>(kHalfInfinity)), code);
        code = hn::IfThenElse(hn::Gt(order, hn::Set(di, 0x7F800000)), hn::BitCast(di, nan), code);
        StoreLow16(d16, hn::Or(hn::BitCast(du, code), sign), out + 2 * i);
    }
    return i;
}

std::size_t EncodeBf16(const float* values, std::byte* out, std::size_t cols) {
    const DF df;
    const DU32 du;
    const DI32 di;
    const DU16 d16;
    std::size_t i = 0;
    for (; i + hn::Lanes(df) <= cols; i += hn::Lanes(df)) {
        const auto bits = hn::BitCast(du, hn::LoadU(df, values + i));
        const auto magnitude = hn::BitCast(di, hn::And(bits, hn::Set(du, 0x7FFFFFFFU)));
        const auto odd = hn::And(hn::ShiftRight<16>(bits), hn::Set(du, 1U));
        const auto rounded = hn::Add(bits, hn::Add(odd, hn::Set(du, 0x7FFFU)));
        const auto nan = hn::Or(bits, hn::Set(du, 0x400000U));
        const auto is_nan = hn::Gt(magnitude, hn::Set(di, 0x7F800000));
        const auto chosen = hn::IfThenElse(is_nan, hn::BitCast(di, nan), hn::BitCast(di, rounded));
        StoreLow16(d16, hn::ShiftRight<16>(hn::BitCast(du, chosen)), out + 2 * i);
    }
    return i;
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {
HWY_EXPORT(DecodeF16);
HWY_EXPORT(DecodeBf16);
HWY_EXPORT(EncodeF16);
HWY_EXPORT(EncodeBf16);

void decode_f32(const std::byte* bytes, float* out, std::size_t cols) {
    if (cols != 0) std::memcpy(out, bytes, cols * sizeof(float));
}

void decode_f16(const std::byte* bytes, float* out, std::size_t cols) {
    for (std::size_t i = HWY_DYNAMIC_DISPATCH(DecodeF16)(bytes, out, cols); i < cols; ++i) {
        out[i] = float_of_half(load_as<std::uint16_t>(bytes + 2 * i));
    }
}

void decode_bf16(const std::byte* bytes, float* out, std::size_t cols) {
    for (std::size_t i = HWY_DYNAMIC_DISPATCH(DecodeBf16)(bytes, out, cols); i < cols; ++i) {
        out[i] = float_of_bfloat16(load_as<std::uint16_t>(bytes + 2 * i));
    }
}

void decode_f64(const std::byte* bytes, float* out, std::size_t cols) {
    for (std::size_t i = 0; i < cols; ++i) {
        out[i] = static_cast<float>(load_as<double>(bytes + sizeof(double) * i));
    }
}

void encode_f32(const float* values, const float* /*importance*/, std::byte* out,
                std::size_t cols) {
    if (cols != 0) std::memcpy(out, values, cols * sizeof(float));
}

void encode_f16(const float* values, const float* /*importance*/, std::byte* out,
                std::size_t cols) {
    for (std::size_t i = HWY_DYNAMIC_DISPATCH(EncodeF16)(values, out, cols); i < cols; ++i) {
        const std::uint16_t code = half_of_float(values[i]);
        std::memcpy(out + 2 * i, &code, sizeof code);
    }
}

void encode_bf16(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    for (std::size_t i = HWY_DYNAMIC_DISPATCH(EncodeBf16)(values, out, cols); i < cols; ++i) {
        const std::uint16_t code = bfloat16_of_float(values[i]);
        std::memcpy(out + 2 * i, &code, sizeof code);
    }
}

void encode_f64(const float* values, const float* /*importance*/, std::byte* out,
                std::size_t cols) {
    for (std::size_t i = 0; i < cols; ++i) {
        const double value = values[i];
        std::memcpy(out + sizeof value * i, &value, sizeof value);
    }
}

}  // namespace bitlathe
#endif
