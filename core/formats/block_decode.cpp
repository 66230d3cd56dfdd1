// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/block_decode.h"

#include "core/formats/numbers.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/formats/block_decode.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace bitlathe {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// A scale or offset that is not finite: rare, so the sign and payload of NaN are settled only here.
HWY_NOINLINE void ScaleHostileGroup(const std::int8_t* codes, float scale, float offset,
                                    bool has_offset, std::size_t group, float* out) {
    for (std::size_t i = 0; i < group; ++i) {
        const float product = static_cast<float>(codes[i]) * scale;
        out[i] = canonical_nan(has_offset ? product + offset : product);
    }
}

template <bool kHasOffsets>
void ScaleGroups(const CodeBatch& batch, std::size_t group, std::size_t groups, float* out) {
    const hn::CappedTag<float, 16> df;
    const hn::Rebind<std::int32_t, decltype(df)> di32;
    const hn::Rebind<std::int8_t, decltype(df)> di8;
    const std::int8_t* codes = batch.codes;
    for (std::size_t g = 0; g < groups; ++g, codes += group, out += group) {
        const float scale = batch.scales[g];
        const float offset = kHasOffsets ? batch.offsets[g] : 0.0F;
        if (!std::isfinite(scale) || !std::isfinite(offset)) {
            ScaleHostileGroup(codes, scale, offset, kHasOffsets, group, out);
            continue;
        }
        const auto scales = hn::Set(df, scale);
        const auto offsets = hn::Set(df, offset);
        for (std::size_t i = 0; i < group; i += hn::Lanes(df)) {
            const auto code = hn::PromoteTo(di32, hn::LoadU(di8, codes + i));
            const auto product = hn::Mul(hn::ConvertTo(df, code), scales);
            hn::StoreU(kHasOffsets ? hn::Add(product, offsets) : product, df, out + i);
        }
    }
}

void ScaleCodes(const CodeBatch& batch, std::size_t group, std::size_t groups, bool has_offsets,
                float* out) {
    if (has_offsets) {
        ScaleGroups<true>(batch, group, groups, out);
    } else {
        ScaleGroups<false>(batch, group, groups, out);
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {
HWY_EXPORT(ScaleCodes);

void scale_codes(const CodeBatch& batch, std::size_t group, std::size_t groups, bool has_offsets,
                 float* out) {
    HWY_DYNAMIC_DISPATCH(ScaleCodes)(batch, group, groups, has_offsets, out);
}

}  // namespace bitlathe
#endif
