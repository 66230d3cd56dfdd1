// SPDX-License-Identifier: GPL-3.0-or-later
// Two-level symmetric blocks: x' = d s q, steps 2 and 3 of search_encoders.h. Compiled once per
// instruction set, hence no ordinary include guard.

#if defined(BITLATHE_SYMMETRIC_BLOCK_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_SYMMETRIC_BLOCK_INL_H_
#undef BITLATHE_SYMMETRIC_BLOCK_INL_H_
#else
#define BITLATHE_SYMMETRIC_BLOCK_INL_H_
#endif

#include "core/formats/search/block_packing.h"
#include "core/formats/search/super_trials-inl.h"
#include "core/formats/search/symmetric_search-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

/// The state of a tile's blocks: super-scale (one value per block, repeated in its lanes), integer
/// scales as floats, and their errors.
struct SymmetricTile {
    SymmetricLanes fit;
    alignas(64) float d[kTileLanes];
    alignas(64) float s[kTileLanes];
    alignas(64) float error[kTileLanes];
    alignas(64) float best_scale[kTileLanes];  ///< d s of the best round
};

/// One block of a tile: its lanes, its power of two, the scales to store.
struct SymmetricBlock {
    std::size_t lane = 0;
    int exponent = 0;
    BlockScale d;
    float best_error = 0;
    PackedScales best;
};

/// Integer scale nearest to scale / d, -kTopScale .. kTopScale - 1.
template <class Search, class D, class V>
HWY_INLINE V integer_scale(D df, V scale, V inverse) {
    const auto integer = hn::Round(hn::Mul(scale, inverse));
    return hn::Max(hn::Set(df, -Search::kTopScale),
                   hn::Min(hn::Set(df, Search::kTopScale - 1), integer));
}

/// Step 2: errors of the trial values of d for fixed codes.
template <class Search>
HWY_INLINE float choose_symmetric_d(const SymmetricLanes& t, std::size_t first, float base) {
    const LaneTag df;
    SuperTrials trials(base, Search::kSuperStep);
    for (std::size_t k = 0; k < kTileLanes; k += hn::Lanes(df)) {
        const auto d = hn::Load(df, trials.value + k);
        const auto inverse = inverse_of_either_sign(d);
        auto error = hn::Zero(df);
        for (std::size_t j = first; j < first + Search::kBlockLanes; ++j) {
            const auto integer = integer_scale<Search>(df, hn::Set(df, t.scale[j]), inverse);
            error = hn::Add(error, symmetric_error(hn::Mul(integer, d), hn::Set(df, t.swqq[j]),
                                                   hn::Set(df, t.swqx[j])));
        }
        hn::Store(error, df, trials.error + k);
    }
    return trials.best();
}

/// Step 2: d of a block (of the sign that gives the largest scale the lowest integer, which has no
/// positive counterpart) and its integers.
template <class Search>
HWY_INLINE void choose_super_scale(SymmetricTile& t, SymmetricBlock& block) {
    float peak = 0;
    for (std::size_t j = block.lane; j < block.lane + Search::kBlockLanes; ++j) {
        const float scale = t.fit.scale[j];
        peak = scale * scale > peak * peak ? scale : peak;
    }
    const float d = choose_symmetric_d<Search>(t.fit, block.lane, -peak / Search::kTopScale);
    block.d = round_scale(d, block.exponent);
    const hn::CappedTag<float, Search::kBlockLanes> df;
    const bool usable = block.d.value > 0x1p-100F || block.d.value < -0x1p-100F;
    const auto inverse = hn::Set(df, usable ? 1.0F / block.d.value : 0.0F);
    for (std::size_t j = block.lane; j < block.lane + Search::kBlockLanes; j += hn::Lanes(df)) {
        const auto scale = hn::Load(df, t.fit.scale + j);
        hn::Store(integer_scale<Search>(df, scale, inverse), df, t.s + j);
        hn::Store(hn::Set(df, block.d.value), df, t.d + j);
    }
}

/// The best integer of one vector of lanes.
struct BestInteger {
    LaneVec error, s;
    SymmetricSums sums;
};

HWY_INLINE void keep_integer(LaneVec error, LaneVec s, const SymmetricSums& sums,
                             BestInteger& best) {
    const auto better = hn::Lt(error, best.error);
    best.error = hn::IfThenElse(better, error, best.error);
    best.s = hn::IfThenElse(better, s, best.s);
    best.sums.qq = hn::IfThenElse(better, sums.qq, best.sums.qq);
    best.sums.qx = hn::IfThenElse(better, sums.qx, best.sums.qx);
}

/// Tries two integers with the codes rounded anew.
template <class Search>
HWY_INLINE void try_integer_pair(const SymmetricTile& t, std::size_t lane, LaneVec s0, LaneVec s1,
                                 BestInteger& best) {
    const LaneTag df;
    const auto d = hn::Load(df, t.d + lane);
    const auto scale0 = hn::Mul(d, s0);
    const auto scale1 = hn::Mul(d, s1);
    SymmetricSums a;
    SymmetricSums b;
    symmetric_sums<Search>(t.fit.tile, lane, inverse_of_either_sign(scale0),
                           inverse_of_either_sign(scale1), a, b);
    keep_integer(symmetric_error(scale0, a.qq, a.qx), s0, a, best);
    keep_integer(symmetric_error(scale1, b.qq, b.qx), s1, b, best);
}

/// Step 3, one round: every lane moves to the best of the integers s - 1 .. s + 2.
template <class Search>
HWY_INLINE void search_integer(SymmetricTile& t) {
    const LaneTag df;
    const auto lowest = hn::Set(df, -Search::kTopScale);
    const auto highest = hn::Set(df, Search::kTopScale - 1);
    for (std::size_t lane = 0; lane < t.fit.tile.lanes; lane += hn::Lanes(df)) {
        const auto s = hn::Load(df, t.s + lane);
        const auto zero = hn::Zero(df);
        BestInteger best{hn::Set(df, 1e30F), s, {zero, zero}};
        const auto below = hn::Max(lowest, hn::Sub(s, hn::Set(df, 1.0F)));
        const auto above = hn::Min(highest, hn::Add(s, hn::Set(df, 1.0F)));
        const auto next = hn::Min(highest, hn::Add(s, hn::Set(df, 2.0F)));
        try_integer_pair<Search>(t, lane, s, below, best);
        try_integer_pair<Search>(t, lane, above, next, best);
        hn::Store(hn::Add(best.error, hn::Load(df, t.fit.swxx + lane)), df, t.error + lane);
        hn::Store(best.s, df, t.s + lane);
        hn::Store(best.sums.qq, df, t.fit.swqq + lane);
        hn::Store(best.sums.qx, df, t.fit.swqx + lane);
    }
}

/// Remembers a round of a block when its error is the least so far.
template <class Search>
HWY_INLINE void keep_symmetric_round(SymmetricTile& t, SymmetricBlock& block) {
    float error = 0;
    for (std::size_t j = block.lane; j < block.lane + Search::kBlockLanes; ++j) {
        error += t.error[j];
    }
    if (!(error < block.best_error)) {
        return;
    }
    block.best_error = error;
    block.best.d = block.d.bits;
    for (std::size_t j = 0; j < Search::kBlockLanes; ++j) {
        const std::size_t lane = block.lane + j;
        const int stored = static_cast<int>(t.s[lane]) + Search::kScaleOffset;
        block.best.scales[j] = static_cast<std::uint8_t>(stored & 0xFF);
        t.best_scale[lane] = t.d[lane] * t.s[lane];
    }
}

/// Least squares d of a block for its codes and integers.
template <class Search>
HWY_INLINE void refit_super_scale(SymmetricTile& t, SymmetricBlock& block) {
    double ss = 0;
    double sx = 0;
    for (std::size_t j = block.lane; j < block.lane + Search::kBlockLanes; ++j) {
        const double s = static_cast<double>(t.s[j]);
        ss += s * s * static_cast<double>(t.fit.swqq[j]);
        sx += s * static_cast<double>(t.fit.swqx[j]);
    }
    block.d = round_scale(ss > 0 ? static_cast<float>(sx / ss) : 0.0F, block.exponent);
    for (std::size_t j = block.lane; j < block.lane + Search::kBlockLanes; ++j) {
        t.d[j] = block.d.value;
    }
}

/// Encodes a row of `cols` values in blocks of 256.
template <class Search>
HWY_INLINE void encode_symmetric_row(const float* values, const float* importance, std::byte* out,
                                     std::size_t cols) {
    constexpr std::size_t kBlocks = kTileLanes / Search::kBlockLanes;
    SymmetricTile t;
    TileCodes codes;
    for (std::size_t at = 0; at < cols; at += 256 * kBlocks) {
        SymmetricBlock blocks[kBlocks];
        const std::size_t left = (cols - at) / 256;
        t.fit.tile.lanes = (left < kBlocks ? left : kBlocks) * Search::kBlockLanes;
        for (std::size_t b = 0; b < kBlocks; ++b) {
            blocks[b].lane = b * Search::kBlockLanes;
            blocks[b].best_error = 1e30F;
            // Behind the end of the row the lanes repeat its last block.
            const std::size_t from = at + 256 * b < cols ? at + 256 * b : at;
            blocks[b].exponent = load_values<Search::kSub>(values + from, blocks[b].lane,
                                                           Search::kBlockLanes, t.fit.tile);
            if (importance != nullptr) {
                load_importance<Search::kSub>(importance + from, blocks[b].lane,
                                              Search::kBlockLanes, t.fit.tile);
            }
        }
        measure_mean_squares<Search::kSub>(t.fit.tile);
        weigh_by_value<Search::kSub, OwnWeights::kSquarePlusMean>(t.fit.tile, Search::kMeanShare);
        if (importance != nullptr) {
            spread_block_means<Search::kBlockLanes>(t.fit.tile, Search::kSigmaFactor);
            weigh_by_importance<Search::kSub, Search::kImportanceRule>(t.fit.tile);
        }
        measure_symmetric<Search::kSub>(t.fit);
        search_free_symmetric<Search>(t.fit);
        for (SymmetricBlock& block : blocks) {
            choose_super_scale<Search>(t, block);
        }
        for (int round = 0; round < Search::kRounds; ++round) {
            search_integer<Search>(t);
            for (SymmetricBlock& block : blocks) {
                keep_symmetric_round<Search>(t, block);
                refit_super_scale<Search>(t, block);
            }
        }
        symmetric_codes<Search>(t.fit.tile, t.best_scale, codes);
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
