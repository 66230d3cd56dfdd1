// SPDX-License-Identifier: GPL-3.0-or-later
// Filling a tile: values, importance, weights. Compiled once per instruction set, hence no ordinary
// include guard. Multiplications and additions are separate throughout: not every instruction set
// can fuse them, and the bytes must be the same on all.

#if defined(BITLATHE_SEARCH_TILE_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_SEARCH_TILE_INL_H_
#undef BITLATHE_SEARCH_TILE_INL_H_
#else
#define BITLATHE_SEARCH_TILE_INL_H_
#endif

#include <limits>

#include "hwy/highway.h"

#include "core/formats/search/search_tile.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using LaneTag = hn::CappedTag<float, kTileLanes>;
using LaneVec = hn::Vec<LaneTag>;

/// Weights from the values alone: |x| + a rms, x^2 + a mean x^2 (a: see search_encoders.h), 1.
enum class OwnWeights { kAbsPlusRms, kSquarePlusMean, kUniform };
/// Weights from importance q_j and values.
enum class ImportanceWeights { kTimesRoot, kRaw };

/// Weights below this are raised to it: a sub-block without any weight is still fitted.
inline constexpr float kLeastWeight = 0x1p-40F;

/// Largest magnitude of n values (n a multiple of 16) as float bits; kInfinityBits or more when any
/// value is not finite.
HWY_INLINE std::uint32_t largest_magnitude_bits(const float* values, std::size_t n) {
    const LaneTag df;
    const hn::RebindToSigned<LaneTag> di;
    const auto magnitude = hn::Set(di, 0x7FFFFFFF);
    auto largest = hn::Zero(di);
    for (std::size_t i = 0; i < n; i += hn::Lanes(df)) {
        largest = hn::Max(largest, hn::And(hn::BitCast(di, hn::LoadU(df, values + i)), magnitude));
    }
    return static_cast<std::uint32_t>(hn::GetLane(hn::MaxOfLanes(di, largest)));
}

/// Transposes `lanes` sub-blocks of kSub consecutive values, times `factor`.
template <std::size_t kSub>
HWY_INLINE void transpose_one_by_one(const float* values, float factor, std::size_t first_lane,
                                     std::size_t lanes, float (*rows)[kTileLanes]) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        for (std::size_t i = 0; i < kSub; ++i) {
            rows[i][first_lane + lane] = values[lane * kSub + i] * factor;
        }
    }
}

#if HWY_TARGET == HWY_SCALAR
template <std::size_t kSub>
HWY_INLINE void transpose_lanes(const float* values, float factor, std::size_t first_lane,
                                std::size_t lanes, float (*rows)[kTileLanes]) {
    transpose_one_by_one<kSub>(values, factor, first_lane, lanes, rows);
}
#else
template <std::size_t kSub>
HWY_INLINE void transpose_lanes(const float* values, float factor, std::size_t first_lane,
                                std::size_t lanes, float (*rows)[kTileLanes]) {
    if (lanes % 4 != 0) {
        transpose_one_by_one<kSub>(values, factor, first_lane, lanes, rows);
        return;
    }
    const hn::FixedTag<float, 4> d;
    const hn::FixedTag<double, 2> dd;
    const auto scale = hn::Set(d, factor);
    for (std::size_t lane = 0; lane < lanes; lane += 4) {
        const float* from = values + lane * kSub;
        for (std::size_t i = 0; i < kSub; i += 4) {
            const auto r0 = hn::Mul(hn::LoadU(d, from + i), scale);
            const auto r1 = hn::Mul(hn::LoadU(d, from + kSub + i), scale);
            const auto r2 = hn::Mul(hn::LoadU(d, from + 2 * kSub + i), scale);
            const auto r3 = hn::Mul(hn::LoadU(d, from + 3 * kSub + i), scale);
            const auto low01 = hn::BitCast(dd, hn::InterleaveLower(d, r0, r1));
            const auto low23 = hn::BitCast(dd, hn::InterleaveLower(d, r2, r3));
            const auto high01 = hn::BitCast(dd, hn::InterleaveUpper(d, r0, r1));
            const auto high23 = hn::BitCast(dd, hn::InterleaveUpper(d, r2, r3));
            const std::size_t column = first_lane + lane;
            hn::StoreU(hn::BitCast(d, hn::InterleaveLower(dd, low01, low23)), d, &rows[i][column]);
            hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(dd, low01, low23)), d,
                       &rows[i + 1][column]);
            hn::StoreU(hn::BitCast(d, hn::InterleaveLower(dd, high01, high23)), d,
                       &rows[i + 2][column]);
            hn::StoreU(hn::BitCast(d, hn::InterleaveUpper(dd, high01, high23)), d,
                       &rows[i + 3][column]);
        }
    }
}
#endif

/// Loads a block of `lanes` sub-blocks, values that are not finite as 0; returns the exponent of
/// the power of two it was divided by.
template <std::size_t kSub>
HWY_INLINE int load_values(const float* values, std::size_t first_lane, std::size_t lanes,
                           SearchTile& tile) {
    float finite[kTileLanes * kSub];
    std::uint32_t magnitude = largest_magnitude_bits(values, lanes * kSub);
    if (magnitude >= kInfinityBits) {
        for (std::size_t i = 0; i < lanes * kSub; ++i) {
            const bool keep = (float_bits(values[i]) & kInfinityBits) != kInfinityBits;
            finite[i] = keep ? values[i] : 0.0F;
        }
        values = finite;
        magnitude = largest_magnitude_bits(values, lanes * kSub);
    }
    const int exponent = block_exponent(magnitude);
    transpose_lanes<kSub>(values, power_of_two(-exponent), first_lane, lanes, tile.x);
    return exponent;
}

/// Loads the importance of a block, scaled so that its largest is about 1 and with entries that are
/// negative or not finite as 0.
template <std::size_t kSub>
HWY_INLINE void load_importance(const float* importance, std::size_t first_lane, std::size_t lanes,
                                SearchTile& tile) {
    float usable[kTileLanes * kSub];
    const LaneTag df;
    const auto infinity = hn::Set(df, std::numeric_limits<float>::infinity());
    for (std::size_t i = 0; i < lanes * kSub; i += hn::Lanes(df)) {
        const auto q = hn::LoadU(df, importance + i);
        const auto ok = hn::And(hn::Gt(q, hn::Zero(df)), hn::Lt(q, infinity));
        hn::StoreU(hn::IfThenElseZero(ok, q), df, usable + i);
    }
    const std::uint32_t magnitude = largest_magnitude_bits(usable, lanes * kSub);
    transpose_lanes<kSub>(usable, power_of_two(-block_exponent(magnitude)), first_lane, lanes,
                          tile.importance);
    for (std::size_t lane = first_lane; lane < first_lane + lanes; ++lane) {
        tile.has_importance[lane] = magnitude > 0 ? 1.0F : 0.0F;
    }
}

/// Mean x^2 of every sub-block, into sigma2.
template <std::size_t kSub>
HWY_INLINE void measure_mean_squares(SearchTile& tile) {
    const LaneTag df;
    for (std::size_t lane = 0; lane < tile.lanes; lane += hn::Lanes(df)) {
        auto sum = hn::Zero(df);
        for (std::size_t i = 0; i < kSub; ++i) {
            const auto x = hn::Load(df, &tile.x[i][lane]);
            sum = hn::Add(sum, hn::Mul(x, x));
        }
        hn::Store(hn::Mul(sum, hn::Set(df, 1.0F / static_cast<float>(kSub))), df,
                  &tile.sigma2[lane]);
    }
}

/// Weights from the values alone; expects measure_mean_squares().
template <std::size_t kSub, OwnWeights kRule>
HWY_INLINE void weigh_by_value(SearchTile& tile, float mean_share) {
    const LaneTag df;
    const auto share = hn::Set(df, mean_share);
    const auto least = hn::Set(df, kLeastWeight);
    if (kRule == OwnWeights::kUniform) {
        for (std::size_t i = 0; i < kSub * kTileLanes; i += hn::Lanes(df)) {
            hn::Store(hn::Set(df, 1.0F), df, &tile.w[0][0] + i);
        }
        return;
    }
    for (std::size_t lane = 0; lane < tile.lanes; lane += hn::Lanes(df)) {
        const auto mean = hn::Load(df, &tile.sigma2[lane]);
        const auto typical = kRule == OwnWeights::kAbsPlusRms ? hn::Sqrt(mean) : mean;
        const auto base = hn::Add(hn::Mul(share, typical), least);
        for (std::size_t i = 0; i < kSub; ++i) {
            const auto x = hn::Load(df, &tile.x[i][lane]);
            const auto own = kRule == OwnWeights::kAbsPlusRms ? hn::Abs(x) : hn::Mul(x, x);
            hn::Store(hn::Add(base, own), df, &tile.w[i][lane]);
        }
    }
}

/// Weights with importance, in the lanes that have any; expects sigma2 and the others' weights.
template <std::size_t kSub, ImportanceWeights kRule>
HWY_INLINE void weigh_by_importance(SearchTile& tile) {
    const LaneTag df;
    const auto least = hn::Set(df, kLeastWeight);
    for (std::size_t lane = 0; lane < tile.lanes; lane += hn::Lanes(df)) {
        const auto chosen = hn::Gt(hn::Load(df, &tile.has_importance[lane]), hn::Zero(df));
        const auto sigma2 = hn::Load(df, &tile.sigma2[lane]);
        for (std::size_t i = 0; i < kSub; ++i) {
            auto w = hn::Load(df, &tile.importance[i][lane]);
            if (kRule == ImportanceWeights::kTimesRoot) {
                const auto x = hn::Load(df, &tile.x[i][lane]);
                w = hn::Mul(w, hn::Sqrt(hn::Add(sigma2, hn::Mul(x, x))));
            }
            w = hn::Max(w, least);
            hn::Store(hn::IfThenElse(chosen, w, hn::Load(df, &tile.w[i][lane])), df,
                      &tile.w[i][lane]);
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
