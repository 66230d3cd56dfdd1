// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/compute/cpu_kernels.h"

// The vectors of these targets have no size at compile time and cannot be kept in arrays.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/compute/cpu_products.cpp"
// The order matters.
// clang-format off
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace bitlathe::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, kPanelCols>;
using Vec = hn::Vec<Floats>;
constexpr std::size_t kWidth = hn::MaxLanes(Floats());
/// A tile of 2 vectors times as many rows as the registers hold: 32 of them with AVX-512, else 16.
constexpr std::size_t kTileRows = HWY_TARGET <= HWY_AVX3 ? 12 : 6;
constexpr std::size_t kTileVectors = kPanelCols / kWidth >= 2 ? 2 : 1;
constexpr std::size_t kTileCols = kTileVectors * kWidth;
static_assert(kPanelRows % kTileRows == 0 && kPanelCols % kTileCols == 0);

/// Weights at depth `k`, from column `j` of the panel on.
HWY_INLINE Vec load_weights(Floats d, const float* HWY_RESTRICT w, std::size_t k, std::size_t j) {
    return hn::LoadU(d, w + k * kPanelCols + j);
}

HWY_INLINE Vec load_weights(Floats d, const Bf16* HWY_RESTRICT w, std::size_t k, std::size_t j) {
    const hn::Rebind<std::uint16_t, Floats> narrow;
    const hn::RebindToUnsigned<Floats> wide;
    const auto* from = reinterpret_cast<const std::uint16_t*>(w + k * kPanelCols + j);
    return hn::BitCast(d, hn::ShiftLeft<16>(hn::PromoteTo(wide, hn::LoadU(narrow, from))));
}

HWY_INLINE Vec load_weights(Floats d, const F16* HWY_RESTRICT w, std::size_t k, std::size_t j) {
    const hn::Rebind<hwy::float16_t, Floats> narrow;
    const auto* from = reinterpret_cast<const hwy::float16_t*>(w + k * kPanelCols + j);
    return hn::PromoteTo(d, hn::LoadU(narrow, from));
}

template <bool kOffsets>
HWY_INLINE Vec load_weights(Floats d, const CodedPanel<kOffsets>& w, std::size_t k, std::size_t j) {
    const hn::Rebind<std::int8_t, Floats> narrow;
    const hn::RebindToSigned<Floats> wide;
    const std::size_t group = k / RowCodes::kGroup * kPanelCols + j;
    const auto codes = hn::PromoteTo(wide, hn::LoadU(narrow, w.codes + k * kPanelCols + j));
    const auto product = hn::Mul(hn::ConvertTo(d, codes), hn::LoadU(d, w.scales + group));
    return kOffsets ? hn::Add(product, hn::LoadU(d, w.offsets + group)) : product;
}

/// Inputs: how long before they are needed weights are asked from the memory, where each is needed
/// once. The processor's own look-ahead ends at every page. Asking for what is past the end does
/// nothing.
constexpr std::size_t kAhead = 48;

template <class Weight>
HWY_INLINE void ask_for_weights(const Weight* w, std::size_t k) {
    constexpr std::size_t kLine = 64;
    const auto* row = reinterpret_cast<const char*>(w + (k + kAhead) * kPanelCols);
    for (std::size_t at = 0; at < kPanelCols * sizeof(Weight); at += kLine) {
        hwy::Prefetch(row + at);
    }
}

template <bool kOffsets>
HWY_INLINE void ask_for_weights(const CodedPanel<kOffsets>& w, std::size_t k) {
    const std::size_t group = (k + kAhead) / RowCodes::kGroup * kPanelCols;
    // A line holds two inputs of codes, half a group's scales.
    switch (k % 8) {
        case 0:
        case 2:
        case 4:
        case 6:
            hwy::Prefetch(w.codes + (k + kAhead) * kPanelCols);
            break;
        case 1:
        case 5:
            hwy::Prefetch(w.scales + group + (k % 8 == 5 ? kPanelCols / 2 : 0));
            break;
        default:
            if (kOffsets) {
                hwy::Prefetch(w.offsets + group + (k % 8 == 7 ? kPanelCols / 2 : 0));
            }
    }
}

/// The sums of one tile, all in registers.
template <std::size_t kRows, class Weights>
HWY_INLINE void multiply_tile(PanelInput x, const Weights& w, std::size_t first, std::size_t depth,
                              bool add, float* HWY_RESTRICT c, std::size_t stride) {
    const Floats d;
    Vec sums[kRows][kTileVectors];
    HWY_UNROLL(12)
    for (std::size_t r = 0; r < kRows; ++r) {
        HWY_UNROLL(2)
        for (std::size_t v = 0; v < kTileVectors; ++v) {
            sums[r][v] = hn::Zero(d);
        }
    }
    const float* HWY_RESTRICT inputs = x.data;
    for (std::size_t k = 0; k < depth; ++k) {
        if (kRows == 1) {
            ask_for_weights(w, k);
        }
        Vec weights[kTileVectors];
        HWY_UNROLL(2)
        for (std::size_t v = 0; v < kTileVectors; ++v) {
            weights[v] = load_weights(d, w, k, first + v * kWidth);
        }
        HWY_UNROLL(12)
        for (std::size_t r = 0; r < kRows; ++r) {
            const Vec input = hn::Set(d, inputs[k * x.pitch + r]);
            HWY_UNROLL(2)
            for (std::size_t v = 0; v < kTileVectors; ++v) {
                sums[r][v] = hn::MulAdd(input, weights[v], sums[r][v]);
            }
        }
    }
    HWY_UNROLL(12)
    for (std::size_t r = 0; r < kRows; ++r) {
        HWY_UNROLL(2)
        for (std::size_t v = 0; v < kTileVectors; ++v) {
            float* at = c + r * stride + v * kWidth;
            hn::StoreU(add ? hn::Add(hn::LoadU(d, at), sums[r][v]) : sums[r][v], d, at);
        }
    }
}

template <std::size_t kRows, class Weights>
HWY_INLINE void multiply_rows(PanelInput x, const Weights& w, std::size_t depth, bool add,
                              float* HWY_RESTRICT c, std::size_t stride, std::size_t cols) {
    for (std::size_t j = 0; j < cols; j += kTileCols) {
        multiply_tile<kRows>(x, w, j, depth, add, c + j, stride);
    }
}

template <class Weights>
HWY_INLINE void multiply_any(PanelInput x, const Weights& w, std::size_t depth, bool add,
                             float* HWY_RESTRICT c, std::size_t stride, std::size_t rows,
                             std::size_t cols) {
    const bool whole = rows == kPanelRows && cols == kPanelCols;
    HWY_ALIGN float edge[kPanelRows * kPanelCols];
    if (!whole && add) {
        for (std::size_t r = 0; r < rows; ++r) {
            std::copy_n(c + r * stride, cols, edge + r * kPanelCols);
        }
    }
    float* to = whole ? c : edge;
    const std::size_t step = whole ? stride : kPanelCols;
    for (std::size_t r = 0; r < rows;) {
        const PanelInput from = {x.data + r, x.pitch};
        float* at = to + r * step;
        if (rows - r == 1) {
            multiply_rows<1>(from, w, depth, add, at, step, cols);
            r += 1;
        } else if (rows - r <= 4) {
            multiply_rows<4>(from, w, depth, add, at, step, cols);
            r += 4;
        } else {
            multiply_rows<kTileRows>(from, w, depth, add, at, step, cols);
            r += kTileRows;
        }
    }
    if (!whole) {
        for (std::size_t r = 0; r < rows; ++r) {
            std::copy_n(edge + r * kPanelCols, cols, c + r * stride);
        }
    }
}

void MultiplyPanels(PanelInput x, const float* w, std::size_t depth, bool add, float* c,
                    std::size_t stride, std::size_t rows, std::size_t cols) {
    multiply_any(x, w, depth, add, c, stride, rows, cols);
}

void MultiplyBf16(PanelInput x, const Bf16* w, std::size_t depth, bool add, float* c,
                  std::size_t stride, std::size_t rows, std::size_t cols) {
    multiply_any(x, w, depth, add, c, stride, rows, cols);
}

void MultiplyF16(PanelInput x, const F16* w, std::size_t depth, bool add, float* c,
                 std::size_t stride, std::size_t rows, std::size_t cols) {
    multiply_any(x, w, depth, add, c, stride, rows, cols);
}

void MultiplyCodes(PanelInput x, CodedPanel<false> w, std::size_t depth, bool add, float* c,
                   std::size_t stride, std::size_t rows, std::size_t cols) {
    multiply_any(x, w, depth, add, c, stride, rows, cols);
}

void MultiplyOffsetCodes(PanelInput x, CodedPanel<true> w, std::size_t depth, bool add, float* c,
                         std::size_t stride, std::size_t rows, std::size_t cols) {
    multiply_any(x, w, depth, add, c, stride, rows, cols);
}

}  // namespace bitlathe::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {

HWY_EXPORT(MultiplyPanels);
HWY_EXPORT(MultiplyBf16);
HWY_EXPORT(MultiplyF16);
HWY_EXPORT(MultiplyCodes);
HWY_EXPORT(MultiplyOffsetCodes);

void multiply_panels(PanelInput x, const float* w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(MultiplyPanels)(x, w, depth, add, c, stride, rows, cols);
}

void multiply_panels(PanelInput x, const Bf16* w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(MultiplyBf16)(x, w, depth, add, c, stride, rows, cols);
}

void multiply_panels(PanelInput x, const F16* w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(MultiplyF16)(x, w, depth, add, c, stride, rows, cols);
}

void multiply_panels(PanelInput x, CodedPanel<false> w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(MultiplyCodes)(x, w, depth, add, c, stride, rows, cols);
}

void multiply_panels(PanelInput x, CodedPanel<true> w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols) {
    HWY_DYNAMIC_DISPATCH(MultiplyOffsetCodes)(x, w, depth, add, c, stride, rows, cols);
}

}  // namespace bitlathe
#endif
