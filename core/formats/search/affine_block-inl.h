// SPDX-License-Identifier: GPL-3.0-or-later
// Two-level affine blocks: x' = d s q - dmin m, step 3 of search_encoders.h and whole rows.
// Compiled once per instruction set, hence no ordinary include guard.

#if defined(BITLATHE_AFFINE_BLOCK_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_AFFINE_BLOCK_INL_H_
#undef BITLATHE_AFFINE_BLOCK_INL_H_
#else
#define BITLATHE_AFFINE_BLOCK_INL_H_
#endif

#include "core/formats/search/affine_super_scales-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

/// The best integers of one vector of lanes.
struct BestIntegers {
    LaneVec error, s, m;
    AffineSums sums;
};

HWY_INLINE void keep_integers(LaneVec error, LaneVec s, LaneVec m, const AffineSums& sums,
                              BestIntegers& best) {
    const auto better = hn::Lt(error, best.error);
    best.error = hn::IfThenElse(better, error, best.error);
    best.s = hn::IfThenElse(better, s, best.s);
    best.m = hn::IfThenElse(better, m, best.m);
    best.sums.q = hn::IfThenElse(better, sums.q, best.sums.q);
    best.sums.qq = hn::IfThenElse(better, sums.qq, best.sums.qq);
    best.sums.qx = hn::IfThenElse(better, sums.qx, best.sums.qx);
}

/// Tries two pairs of integers with the codes rounded anew.
template <class Search>
HWY_INLINE void try_integers(const AffineTile& t, std::size_t lane, LaneVec s0, LaneVec m0,
                             LaneVec s1, LaneVec m1, BestIntegers& best) {
    const LaneTag df;
    const auto d = hn::Load(df, t.d + lane);
    const auto dmin = hn::Load(df, t.dmin + lane);
    const auto sw = hn::Load(df, t.fit.sw + lane);
    const auto swx = hn::Load(df, t.fit.swx + lane);
    const auto scale0 = hn::Mul(d, s0);
    const auto scale1 = hn::Mul(d, s1);
    const auto min0 = hn::Mul(dmin, m0);
    const auto min1 = hn::Mul(dmin, m1);
    const auto inverse0 = inverse_of(scale0);
    const auto inverse1 = inverse_of(scale1);
    AffineSums a;
    AffineSums b;
    affine_sums<Search::kSub>(t.fit.tile, lane, hn::Set(df, Search::kTopCode), inverse0,
                              hn::Mul(min0, inverse0), inverse1, hn::Mul(min1, inverse1), a, b);
    keep_integers(affine_error(scale0, min0, sw, swx, a.q, a.qq, a.qx), s0, m0, a, best);
    keep_integers(affine_error(scale1, min1, sw, swx, b.q, b.qq, b.qx), s1, m1, b, best);
}

/// Step 3, one round: every lane moves to the best of eight neighbours (s, m). Scale and min grow
/// together (a wider grid needs a lower start), so (s + 1, m - 1) is not worth its time.
template <class Search>
HWY_INLINE void search_integers(AffineTile& t) {
    const LaneTag df;
    const auto zero = hn::Zero(df);
    const auto one = hn::Set(df, 1.0F);
    const auto most = hn::Set(df, Search::kTopScale);
    for (std::size_t lane = 0; lane < t.fit.tile.lanes; lane += hn::Lanes(df)) {
        const auto s = hn::Load(df, t.s + lane);
        const auto m = hn::Load(df, t.m + lane);
        const auto s_low = hn::Max(zero, hn::Sub(s, one));
        const auto s_high = hn::Min(most, hn::Add(s, one));
        const auto m_low = hn::Max(zero, hn::Sub(m, one));
        const auto m_high = hn::Min(most, hn::Add(m, one));
        BestIntegers best{hn::Set(df, 1e30F), s, m, {zero, zero, zero}};
        try_integers<Search>(t, lane, s, m, s_low, m, best);
        try_integers<Search>(t, lane, s_high, m, s, m_low, best);
        try_integers<Search>(t, lane, s_low, m_low, s_high, m_high, best);
        try_integers<Search>(t, lane, s, m_high, s_low, m_high, best);
        hn::Store(hn::Add(best.error, hn::Load(df, t.fit.swxx + lane)), df, t.error + lane);
        hn::Store(best.s, df, t.s + lane);
        hn::Store(best.m, df, t.m + lane);
        hn::Store(best.sums.q, df, t.fit.swq + lane);
        hn::Store(best.sums.qq, df, t.fit.swqq + lane);
        hn::Store(best.sums.qx, df, t.fit.swqx + lane);
    }
}

/// Remembers a round of a block when its error is the least so far.
template <class Search>
HWY_INLINE void keep_round(AffineTile& t, AffineBlock& block) {
    constexpr std::size_t n = Search::kBlockLanes;
    float error = 0;
    for (std::size_t j = block.lane; j < block.lane + n; ++j) {
        error += t.error[j];
    }
    if (!(error < block.best_error)) {
        return;
    }
    block.best_error = error;
    block.best.d = block.d.bits;
    block.best.dmin = block.dmin.bits;
    for (std::size_t j = 0; j < n; ++j) {
        const std::size_t lane = block.lane + j;
        block.best.scales[j] = static_cast<std::uint8_t>(t.s[lane]);
        block.best.mins[j] = static_cast<std::uint8_t>(t.m[lane]);
        t.best_scale[lane] = t.d[lane] * t.s[lane];
        t.best_min[lane] = t.dmin[lane] * t.m[lane];
    }
}

/// Least squares d and dmin of a block for its codes and integers.
template <class Search>
HWY_INLINE void refit_super_scales(AffineTile& t, AffineBlock& block) {
    double ss = 0;
    double sm = 0;
    double mm = 0;
    double sx = 0;
    double mx = 0;
    for (std::size_t j = block.lane; j < block.lane + Search::kBlockLanes; ++j) {
        const double s = static_cast<double>(t.s[j]);
        const double m = static_cast<double>(t.m[j]);
        ss += s * s * static_cast<double>(t.fit.swqq[j]);
        sm += s * m * static_cast<double>(t.fit.swq[j]);
        mm += m * m * static_cast<double>(t.fit.sw[j]);
        sx += s * static_cast<double>(t.fit.swqx[j]);
        mx += m * static_cast<double>(t.fit.swx[j]);
    }
    const double det = ss * mm - sm * sm;
    double d = ss > 0 ? sx / ss : 0.0;
    double dmin = 0;
    if (det > 1e-9 * ss * mm) {
        const double both = (sm * sx - ss * mx) / det;
        if (both > 0) {
            d = (mm * sx - sm * mx) / det;
            dmin = both;
        }
    }
    block.d = round_scale(d > 0 ? static_cast<float>(d) : 0.0F, block.exponent);
    block.dmin = round_scale(static_cast<float>(dmin), block.exponent);
    fill(t.d + block.lane, Search::kBlockLanes, block.d.value);
    fill(t.dmin + block.lane, Search::kBlockLanes, block.dmin.value);
}

/// Fills the tile's lanes of a block.
template <class Search>
HWY_INLINE void load_block(const float* values, const float* importance, AffineTile& t,
                           AffineBlock& block) {
    block.exponent = load_values<Search::kSub>(values, block.lane, Search::kBlockLanes, t.fit.tile);
    block.best_error = 1e30F;
    if (importance != nullptr) {
        load_importance<Search::kSub>(importance, block.lane, Search::kBlockLanes, t.fit.tile);
    }
}

/// Weights of all lanes; sigma2 is a multiple of the mean x^2 of the block.
template <class Search>
HWY_INLINE void weigh_blocks(AffineTile& t, bool with_importance) {
    SearchTile& tile = t.fit.tile;
    measure_mean_squares<Search::kSub>(tile);
    weigh_by_value<Search::kSub, OwnWeights::kAbsPlusRms>(tile, Search::kMeanShare);
    if (with_importance) {
        spread_block_means<Search::kBlockLanes>(tile, Search::kSigmaFactor);
        weigh_by_importance<Search::kSub, ImportanceWeights::kTimesRoot>(tile);
    }
}

/// Encodes a row of `cols` values in blocks of 256.
template <class Search>
HWY_INLINE void encode_affine_row(const float* values, const float* importance, std::byte* out,
                                  std::size_t cols) {
    constexpr std::size_t kBlocks = kTileLanes / Search::kBlockLanes;
    AffineTile t;
    TileCodes codes;
    for (std::size_t at = 0; at < cols; at += 256 * kBlocks) {
        AffineBlock blocks[kBlocks];
        const std::size_t left = (cols - at) / 256;
        t.fit.tile.lanes = (left < kBlocks ? left : kBlocks) * Search::kBlockLanes;
        for (std::size_t b = 0; b < kBlocks; ++b) {
            blocks[b].lane = b * Search::kBlockLanes;
            // Behind the end of the row the lanes repeat its last block.
            const std::size_t from = at + 256 * b < cols ? at + 256 * b : at;
            load_block<Search>(values + from, importance == nullptr ? nullptr : importance + from,
                               t, blocks[b]);
        }
        weigh_blocks<Search>(t, importance != nullptr);
        measure_affine<Search::kSub, false>(t.fit);
        search_free_affine<Search, false>(t.fit);
        for (AffineBlock& block : blocks) {
            choose_super_scales<Search>(t, block);
        }
        for (int round = 0; round < Search::kRounds; ++round) {
            search_integers<Search>(t);
            for (AffineBlock& block : blocks) {
                keep_round<Search>(t, block);
                refit_super_scales<Search>(t, block);
            }
        }
        affine_codes<Search>(t.fit.tile, t.best_scale, t.best_min, codes);
        for (std::size_t b = 0; b < kBlocks && at + 256 * b < cols; ++b) {
            Search::pack(blocks[b].best, codes, blocks[b].lane, out);
            out += Search::kBlockBytes;
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
