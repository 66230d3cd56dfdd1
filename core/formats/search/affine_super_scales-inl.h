// SPDX-License-Identifier: GPL-3.0-or-later
// Two-level affine blocks: x' = d s q - dmin m, step 2 of search_encoders.h. Compiled once per
// instruction set, hence no ordinary include guard.

#if defined(BITLATHE_AFFINE_SUPER_SCALES_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_AFFINE_SUPER_SCALES_INL_H_
#undef BITLATHE_AFFINE_SUPER_SCALES_INL_H_
#else
#define BITLATHE_AFFINE_SUPER_SCALES_INL_H_
#endif

#include "core/formats/search/affine_search-inl.h"
#include "core/formats/search/block_packing.h"
#include "core/formats/search/super_trials-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

/// The state of a tile's blocks: super-scales (one value per block, repeated in its lanes), integer
/// scales and mins as floats, and their errors.
struct AffineTile {
    AffineLanes fit;
    alignas(64) float d[kTileLanes];
    alignas(64) float dmin[kTileLanes];
    alignas(64) float s[kTileLanes];
    alignas(64) float m[kTileLanes];
    alignas(64) float error[kTileLanes];
    alignas(64) float best_scale[kTileLanes];  ///< d s and dmin m of the best round
    alignas(64) float best_min[kTileLanes];
};

/// One block of a tile: its lanes, its power of two, the scales to store.
struct AffineBlock {
    std::size_t lane = 0;
    int exponent = 0;
    BlockScale d;
    BlockScale dmin;
    float best_error = 0;
    PackedScales best;
};

/// Step 2 for d: errors of the trial values for fixed codes, with min free.
template <class Search>
HWY_INLINE float choose_d(const AffineLanes& t, std::size_t first, float base) {
    const LaneTag df;
    const auto zero = hn::Zero(df);
    const auto most = hn::Set(df, Search::kTopScale);
    SuperTrials trials(base, Search::kSuperStep);
    for (std::size_t k = 0; k < kTileLanes; k += hn::Lanes(df)) {
        const auto d = hn::Load(df, trials.value + k);
        const auto inverse = inverse_of(d);
        auto error = zero;
        for (std::size_t j = first; j < first + Search::kBlockLanes; ++j) {
            const auto swq = hn::Set(df, t.swq[j]);
            const auto sw = hn::Set(df, t.sw[j]);
            const auto swx = hn::Set(df, t.swx[j]);
            const auto integer =
                hn::Min(most, hn::Round(hn::Mul(hn::Set(df, t.scale[j]), inverse)));
            const auto scale = hn::Mul(integer, d);
            const auto min = hn::Max(
                zero, hn::Mul(hn::Sub(hn::Mul(scale, swq), swx), hn::Set(df, 1.0F / t.sw[j])));
            error = hn::Add(error, affine_error(scale, min, sw, swx, swq, hn::Set(df, t.swqq[j]),
                                                hn::Set(df, t.swqx[j])));
        }
        hn::Store(error, df, trials.error + k);
    }
    return trials.best();
}

/// Step 2 for dmin, with the scales d s already rounded to integers (in s).
template <class Search>
HWY_INLINE float choose_dmin(const AffineTile& t, std::size_t first, float base) {
    const LaneTag df;
    const auto most = hn::Set(df, Search::kTopScale);
    SuperTrials trials(base, Search::kSuperStep);
    for (std::size_t k = 0; k < kTileLanes; k += hn::Lanes(df)) {
        const auto dmin = hn::Load(df, trials.value + k);
        const auto inverse = inverse_of(dmin);
        auto error = hn::Zero(df);
        for (std::size_t j = first; j < first + Search::kBlockLanes; ++j) {
            const float scale = t.d[j] * t.s[j];
            const auto integer =
                hn::Min(most, hn::Round(hn::Mul(hn::Set(df, t.fit.min[j]), inverse)));
            error =
                hn::Add(error, affine_error(hn::Set(df, scale), hn::Mul(integer, dmin),
                                            hn::Set(df, t.fit.sw[j]), hn::Set(df, t.fit.swx[j]),
                                            hn::Set(df, t.fit.swq[j]), hn::Set(df, t.fit.swqq[j]),
                                            hn::Set(df, t.fit.swqx[j])));
        }
        hn::Store(error, df, trials.error + k);
    }
    return trials.best();
}

/// integers[j] = round(values[j] / unit), 0 .. top, for the lanes of a block.
template <class Search>
HWY_INLINE void round_to_integers(const float* values, float unit, float* integers) {
    const hn::CappedTag<float, Search::kBlockLanes> df;
    const auto inverse = hn::Set(df, unit > 0x1p-100F ? 1.0F / unit : 0.0F);
    const auto most = hn::Set(df, Search::kTopScale);
    for (std::size_t j = 0; j < Search::kBlockLanes; j += hn::Lanes(df)) {
        const auto integer = hn::Round(hn::Mul(hn::Load(df, values + j), inverse));
        hn::Store(hn::Min(most, hn::Max(hn::Zero(df), integer)), df, integers + j);
    }
}

HWY_INLINE void fill(float* lanes, std::size_t n, float value) {
    for (std::size_t j = 0; j < n; ++j) {
        lanes[j] = value;
    }
}

HWY_INLINE float largest(const float* values, std::size_t n) {
    float most = 0;
    for (std::size_t j = 0; j < n; ++j) {
        most = values[j] > most ? values[j] : most;
    }
    return most;
}

/// Step 2: d and dmin of a block, and its integers.
template <class Search>
HWY_INLINE void choose_super_scales(AffineTile& t, AffineBlock& block) {
    constexpr std::size_t n = Search::kBlockLanes;
    const std::size_t first = block.lane;
    const float d = largest(t.fit.scale + first, n) / Search::kTopScale;
    block.d = round_scale(choose_d<Search>(t.fit, first, d), block.exponent);
    fill(t.d + first, n, block.d.value);
    round_to_integers<Search>(t.fit.scale + first, block.d.value, t.s + first);
    for (std::size_t j = first; j < first + n; ++j) {  // the best min for the rounded scale
        const float min = (t.d[j] * t.s[j] * t.fit.swq[j] - t.fit.swx[j]) / t.fit.sw[j];
        t.fit.min[j] = min > 0 ? min : 0.0F;
    }
    const float dmin = largest(t.fit.min + first, n) / Search::kTopScale;
    block.dmin = round_scale(choose_dmin<Search>(t, first, dmin), block.exponent);
    fill(t.dmin + first, n, block.dmin.value);
    round_to_integers<Search>(t.fit.min + first, block.dmin.value, t.m + first);
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
