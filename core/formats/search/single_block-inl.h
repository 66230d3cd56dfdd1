// SPDX-License-Identifier: GPL-3.0-or-later
// One-level formats: sixteen blocks of 32 side by side, each with float16 scales of its own.
// Compiled once per instruction set, hence no ordinary include guard.

#if defined(BITLATHE_SINGLE_BLOCK_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_SINGLE_BLOCK_INL_H_
#undef BITLATHE_SINGLE_BLOCK_INL_H_
#else
#define BITLATHE_SINGLE_BLOCK_INL_H_
#endif

#include "core/formats/search/affine_search-inl.h"
#include "core/formats/search/symmetric_search-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

inline constexpr std::size_t kSingleBlock = 32;

/// Rounds of refitting a block after its scales were rounded to float16. Besides the refitted scale
/// each round looks at codes for an inverse scale a little off, where step 1 has no trial.
inline constexpr int kSingleRounds = 3;
inline constexpr float kOffGrid[kSingleRounds] = {0.5F, -0.5F, 0.25F};

/// The scales of every lane as the file will hold them, now and at their best.
struct SingleScales {
    int exponent[kTileLanes];
    std::uint16_t scale_bits[kTileLanes];
    std::uint16_t min_bits[kTileLanes];
    alignas(64) float scale[kTileLanes];
    alignas(64) float min[kTileLanes];
    alignas(64) float error[kTileLanes];
    std::uint16_t best_scale_bits[kTileLanes];
    std::uint16_t best_min_bits[kTileLanes];
    alignas(64) float best_scale[kTileLanes];
    alignas(64) float best_min[kTileLanes];
    alignas(64) float best_error[kTileLanes];
};

/// Loads up to sixteen blocks of a row; lanes behind its end repeat the first of them.
HWY_INLINE void load_single_blocks(const float* values, const float* importance, std::size_t n,
                                   SearchTile& tile, SingleScales& scales) {
    tile.lanes = n;
    for (std::size_t lane = 0; lane < kTileLanes; ++lane) {
        const std::size_t from = lane < n ? kSingleBlock * lane : 0;
        scales.exponent[lane] = load_values<kSingleBlock>(values + from, lane, 1, tile);
        scales.best_error[lane] = 1e30F;
        if (importance != nullptr) {
            load_importance<kSingleBlock>(importance + from, lane, 1, tile);
        }
    }
}

/// Rounds free scales and mins to float16.
HWY_INLINE void round_single_scales(const float* scale, const float* min, SingleScales& s) {
    for (std::size_t lane = 0; lane < kTileLanes; ++lane) {
        const BlockScale a = round_scale(scale[lane], s.exponent[lane]);
        const BlockScale b = round_scale(-min[lane], s.exponent[lane]);
        s.scale_bits[lane] = a.bits;
        s.scale[lane] = a.value;
        s.min_bits[lane] = b.bits;
        s.min[lane] = -b.value;
    }
}

/// Remembers the lanes whose error is the least so far.
HWY_INLINE void keep_single_scales(SingleScales& s) {
    for (std::size_t lane = 0; lane < kTileLanes; ++lane) {
        if (s.error[lane] < s.best_error[lane]) {
            s.best_error[lane] = s.error[lane];
            s.best_scale_bits[lane] = s.scale_bits[lane];
            s.best_min_bits[lane] = s.min_bits[lane];
            s.best_scale[lane] = s.scale[lane];
            s.best_min[lane] = s.min[lane];
        }
    }
}

/// One round of an affine format: errors of the rounded scales, then the next fit.
template <class Search>
HWY_INLINE void refine_single_affine(AffineLanes& t, SingleScales& scales, float off_grid) {
    const LaneTag df;
    const auto top = hn::Set(df, Search::kTopCode);
    const auto stretch = hn::Set(df, 1.0F + off_grid * Search::kTrialStep / Search::kTopCode);
    for (std::size_t lane = 0; lane < t.tile.lanes; lane += hn::Lanes(df)) {
        const auto scale = hn::Load(df, scales.scale + lane);
        const auto min = hn::Load(df, scales.min + lane);
        const auto sw = hn::Load(df, t.sw + lane);
        const auto swx = hn::Load(df, t.swx + lane);
        const auto inverse = inverse_of(scale);
        const auto other = hn::Mul(inverse, stretch);
        AffineSums a;
        AffineSums b;
        affine_sums<kSingleBlock>(t.tile, lane, top, inverse, hn::Mul(min, inverse), other,
                                  hn::Mul(min, other), a, b);
        hn::Store(affine_error(scale, min, sw, swx, a.q, a.qq, a.qx), df, scales.error + lane);
        const auto fit = fit_affine<true>(a, sw, swx);
        const auto gain = hn::Sub(hn::Mul(fit.scale, a.qx), hn::Mul(fit.min, swx));
        BestAffine best{gain, fit.scale, fit.min, a};
        offer_affine<true>(b, sw, swx, best);
        hn::Store(best.scale, df, t.scale + lane);
        hn::Store(best.min, df, t.min + lane);
    }
}

/// One round of a symmetric format.
template <class Search>
HWY_INLINE void refine_single_symmetric(SymmetricLanes& t, SingleScales& scales, float off_grid) {
    const LaneTag df;
    const auto zero = hn::Zero(df);
    const auto stretch = hn::Set(df, 1.0F + off_grid * Search::kTrialStep / Search::Grid::kHighest);
    for (std::size_t lane = 0; lane < t.tile.lanes; lane += hn::Lanes(df)) {
        const auto scale = hn::Load(df, scales.scale + lane);
        const auto inverse = inverse_of_either_sign(scale);
        SymmetricSums a;
        SymmetricSums b;
        symmetric_sums<Search>(t.tile, lane, inverse, hn::Mul(inverse, stretch), a, b);
        hn::Store(symmetric_error(scale, a.qq, a.qx), df, scales.error + lane);
        BestSymmetric best{zero, zero, {zero, zero}};
        offer_symmetric(a, best);
        offer_symmetric(b, best);
        hn::Store(best.scale, df, t.scale + lane);
    }
}

/// Mean x^2 of a row, values that are not finite as 0.
HWY_INLINE double row_mean_square(const float* values, std::size_t cols) {
    double sum = 0;
    for (std::size_t i = 0; i < cols; ++i) {
        const bool finite = (float_bits(values[i]) & kInfinityBits) != kInfinityBits;
        const double x = finite ? static_cast<double>(values[i]) : 0.0;
        sum += x * x;
    }
    return sum / static_cast<double>(cols);
}

/// sigma2 of every lane for a row whose mean square is given, in the lane's own units.
HWY_INLINE void spread_row_mean(double mean_square, const SingleScales& scales, SearchTile& tile) {
    for (std::size_t lane = 0; lane < kTileLanes; ++lane) {
        const double unit = static_cast<double>(power_of_two(-scales.exponent[lane]));
        const double sigma2 = mean_square * unit * unit;
        // Beyond this the weights within the block are equal anyway.
        tile.sigma2[lane] = static_cast<float>(sigma2 < 1e20 ? sigma2 : 1e20);
    }
}

/// Encodes a row in an affine format. Search::pack(scale bits, min bits, codes, lane, out).
template <class Search>
HWY_INLINE void encode_single_affine_row(const float* values, const float* importance,
                                         std::byte* out, std::size_t cols) {
    AffineLanes t;
    SingleScales scales;
    TileCodes codes;
    const double mean_square = row_mean_square(values, cols);
    for (std::size_t at = 0; at < cols; at += kSingleBlock * kTileLanes) {
        const std::size_t left = (cols - at) / kSingleBlock;
        const std::size_t n = left < kTileLanes ? left : kTileLanes;
        load_single_blocks(values + at, importance + at, n, t.tile, scales);
        weigh_by_value<kSingleBlock, OwnWeights::kUniform>(t.tile, 0);
        spread_row_mean(mean_square, scales, t.tile);
        weigh_by_importance<kSingleBlock, ImportanceWeights::kTimesRoot>(t.tile);
        measure_affine<kSingleBlock, true>(t);
        search_free_affine<Search, true>(t);
        for (const float off_grid : kOffGrid) {
            round_single_scales(t.scale, t.min, scales);
            refine_single_affine<Search>(t, scales, off_grid);
            keep_single_scales(scales);
        }
        affine_codes<Search>(t.tile, scales.best_scale, scales.best_min, codes);
        for (std::size_t lane = 0; lane < n; ++lane) {
            const std::uint16_t head[2] = {scales.best_scale_bits[lane],
                                           scales.best_min_bits[lane]};
            Search::pack(head, codes, lane, out);
            out += Search::kBlockBytes;
        }
    }
}

/// Encodes a row in a symmetric format; importance may be nullptr.
template <class Search>
HWY_INLINE void encode_single_symmetric_row(const float* values, const float* importance,
                                            std::byte* out, std::size_t cols) {
    SymmetricLanes t;
    SingleScales scales;
    TileCodes codes;
    alignas(64) float no_min[kTileLanes] = {};
    const double mean_square = Search::kSigmaOfRow ? row_mean_square(values, cols) : 0.0;
    for (std::size_t at = 0; at < cols; at += kSingleBlock * kTileLanes) {
        const std::size_t left = (cols - at) / kSingleBlock;
        const std::size_t n = left < kTileLanes ? left : kTileLanes;
        load_single_blocks(values + at, importance == nullptr ? nullptr : importance + at, n,
                           t.tile, scales);
        measure_mean_squares<kSingleBlock>(t.tile);
        weigh_by_value<kSingleBlock, Search::kOwnWeights>(t.tile, Search::kMeanShare);
        if (importance != nullptr) {
            if (Search::kSigmaOfRow) {
                spread_row_mean(mean_square, scales, t.tile);
            } else {
                for (float& sigma2 : t.tile.sigma2) {
                    sigma2 *= 2.0F;
                }
            }
            weigh_by_importance<kSingleBlock, ImportanceWeights::kTimesRoot>(t.tile);
        }
        measure_symmetric<kSingleBlock>(t);
        search_free_symmetric<Search>(t);
        for (const float off_grid : kOffGrid) {
            round_single_scales(t.scale, no_min, scales);
            refine_single_symmetric<Search>(t, scales, off_grid);
            keep_single_scales(scales);
        }
        symmetric_codes<Search>(t.tile, scales.best_scale, codes);
        for (std::size_t lane = 0; lane < n; ++lane) {
            Search::pack(&scales.best_scale_bits[lane], codes, lane, out);
            out += Search::kBlockBytes;
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
