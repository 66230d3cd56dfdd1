// SPDX-License-Identifier: GPL-3.0-or-later
// x' = scale q, q from a grid around 0: the search in one sub-block per lane. Compiled once per
// instruction set, hence no ordinary include guard.

#if defined(BITLATHE_SYMMETRIC_SEARCH_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_SYMMETRIC_SEARCH_INL_H_
#undef BITLATHE_SYMMETRIC_SEARCH_INL_H_
#else
#define BITLATHE_SYMMETRIC_SEARCH_INL_H_
#endif

#include "core/formats/iq4.h"
#include "core/formats/search/search_tile-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

/// The grid -kHalf .. kHalf - 1; stored codes have kHalf added.
template <int kHalf>
struct UniformGrid {
    static constexpr float kLowest = -kHalf;
    static constexpr float kHighest = kHalf - 1;
    static HWY_INLINE LaneVec nearest(LaneVec y) {
        const LaneTag df;
        return hn::Max(hn::Set(df, kLowest), hn::Min(hn::Round(y), hn::Set(df, kHighest)));
    }
    static HWY_INLINE LaneVec code(LaneVec y) {
        return hn::Sub(nearest(y), hn::Set(LaneTag(), kLowest));
    }
};

/// The grid of IQ4_NL and IQ4_XS: sixteen values, closer together around 0 (ggml-common.h).
struct BookGrid {
    static constexpr int kSize = 16;
    static constexpr float kLowest = -127;
    static constexpr float kHighest = 113;
    static constexpr float middle_below(int i) {
        return 0.5F * (static_cast<float>(kIq4Values[i - 1]) + static_cast<float>(kIq4Values[i]));
    }
    static HWY_INLINE LaneVec nearest(LaneVec y) {
        const LaneTag df;
        auto value = hn::Set(df, static_cast<float>(kIq4Values[0]));
        for (int i = 1; i < kSize; ++i) {
            const auto middle = hn::Set(df, middle_below(i));
            value = hn::IfThenElse(hn::Gt(y, middle),
                                   hn::Set(df, static_cast<float>(kIq4Values[i])), value);
        }
        return value;
    }
    static HWY_INLINE LaneVec code(LaneVec y) {
        const LaneTag df;
        auto index = hn::Zero(df);
        for (int i = 1; i < kSize; ++i) {
            const auto middle = hn::Set(df, middle_below(i));
            index = hn::Add(index, hn::IfThenElseZero(hn::Gt(y, middle), hn::Set(df, 1.0F)));
        }
        return index;
    }
};

/// Sums over a sub-block that do not depend on codes, and the best fit found so far.
struct SymmetricLanes {
    SearchTile tile;
    alignas(64) float peak[kTileLanes];  ///< the value of largest magnitude
    alignas(64) float swxx[kTileLanes];  ///< S(w x x)
    alignas(64) float scale[kTileLanes];
    alignas(64) float swqq[kTileLanes];  ///< S(w q q) of the best codes
    alignas(64) float swqx[kTileLanes];  ///< S(w q x)
};

struct SymmetricSums {
    LaneVec qq, qx;
};

template <std::size_t kSub>
HWY_INLINE void measure_symmetric(SymmetricLanes& t) {
    const LaneTag df;
    for (std::size_t lane = 0; lane < t.tile.lanes; lane += hn::Lanes(df)) {
        auto peak = hn::Zero(df);
        auto swxx = hn::Zero(df);
        for (std::size_t i = 0; i < kSub; ++i) {
            const auto x = hn::Load(df, &t.tile.x[i][lane]);
            const auto w = hn::Load(df, &t.tile.w[i][lane]);
            peak = hn::IfThenElse(hn::Gt(hn::Abs(x), hn::Abs(peak)), x, peak);
            swxx = hn::Add(swxx, hn::Mul(hn::Mul(w, x), x));
        }
        hn::Store(peak, df, &t.peak[lane]);
        hn::Store(swxx, df, &t.swxx[lane]);
    }
}

/// 1 / scale of either sign, and 0 where the scale is 0.
HWY_INLINE LaneVec inverse_of_either_sign(LaneVec scale) {
    const LaneTag df;
    const auto usable = hn::Gt(hn::Abs(scale), hn::Set(df, 0x1p-100F));
    const auto one = hn::Set(df, 1.0F);
    return hn::IfThenElseZero(usable, hn::Div(one, hn::IfThenElse(usable, scale, one)));
}

/// Rounds a sub-block with two trial scales; the pair shares its loads and hides latencies.
template <class Search>
HWY_INLINE void symmetric_sums(const SearchTile& tile, std::size_t lane, LaneVec inverse0,
                               LaneVec inverse1, SymmetricSums& a, SymmetricSums& b) {
    using Grid = typename Search::Grid;
    const LaneTag df;
    a.qq = a.qx = b.qq = b.qx = hn::Zero(df);
    for (std::size_t i = 0; i < Search::kSub; ++i) {
        const auto x = hn::Load(df, &tile.x[i][lane]);
        const auto w = hn::Load(df, &tile.w[i][lane]);
        const auto q0 = Grid::nearest(hn::Mul(x, inverse0));
        const auto q1 = Grid::nearest(hn::Mul(x, inverse1));
        const auto wq0 = hn::Mul(w, q0);
        const auto wq1 = hn::Mul(w, q1);
        a.qq = hn::Add(a.qq, hn::Mul(wq0, q0));
        b.qq = hn::Add(b.qq, hn::Mul(wq1, q1));
        a.qx = hn::Add(a.qx, hn::Mul(wq0, x));
        b.qx = hn::Add(b.qx, hn::Mul(wq1, x));
    }
}

/// The best of the trials of one vector of lanes: largest decrease of the error from S(w x x).
struct BestSymmetric {
    LaneVec gain, scale;
    SymmetricSums sums;
};

/// For fixed codes the best scale is S(w q x) / S(w q q).
HWY_INLINE void offer_symmetric(const SymmetricSums& s, BestSymmetric& best) {
    const LaneTag df;
    const auto some = hn::Gt(s.qq, hn::Zero(df));
    const auto scale =
        hn::IfThenElseZero(some, hn::Div(s.qx, hn::IfThenElse(some, s.qq, hn::Set(df, 1.0F))));
    const auto gain = hn::Mul(scale, s.qx);
    const auto better = hn::Gt(gain, best.gain);
    best.gain = hn::IfThenElse(better, gain, best.gain);
    best.scale = hn::IfThenElse(better, scale, best.scale);
    best.sums.qq = hn::IfThenElse(better, s.qq, best.sums.qq);
    best.sums.qx = hn::IfThenElse(better, s.qx, best.sums.qx);
}

/// Step 1: free scale of every lane. A trial puts the value of largest magnitude u steps outside
/// the lowest or the highest point of the grid (inside for u < 0): both signs of the scale.
template <class Search>
HWY_INLINE void search_free_symmetric(SymmetricLanes& t) {
    const LaneTag df;
    const auto zero = hn::Zero(df);
    for (std::size_t lane = 0; lane < t.tile.lanes; lane += hn::Lanes(df)) {
        const auto inverse_peak = inverse_of_either_sign(hn::Load(df, &t.peak[lane]));
        BestSymmetric best{zero, zero, {zero, zero}};
        for (int k = 0; k < Search::kTrialPairs; ++k) {
            const float u = Search::kFirstTrial + Search::kTrialStep * static_cast<float>(k);
            SymmetricSums a;
            SymmetricSums b;
            symmetric_sums<Search>(
                t.tile, lane, hn::Mul(inverse_peak, hn::Set(df, Search::Grid::kLowest - u)),
                hn::Mul(inverse_peak, hn::Set(df, Search::Grid::kHighest + u)), a, b);
            offer_symmetric(a, best);
            offer_symmetric(b, best);
        }
        hn::Store(best.scale, df, &t.scale[lane]);
        hn::Store(best.sums.qq, df, &t.swqq[lane]);
        hn::Store(best.sums.qx, df, &t.swqx[lane]);
    }
}

/// Error of a scale, less S(w x x).
template <class V>
HWY_INLINE V symmetric_error(V scale, V swqq, V swqx) {
    return hn::Mul(scale, hn::Sub(hn::Mul(scale, swqq), hn::Add(swqx, swqx)));
}

/// Codes of every lane for its scale.
template <class Search>
HWY_INLINE void symmetric_codes(const SearchTile& tile, const float* scale, TileCodes& codes) {
    const LaneTag df;
    const hn::RebindToSigned<LaneTag> di;
    const hn::Rebind<std::uint8_t, LaneTag> d8;
    for (std::size_t lane = 0; lane < tile.lanes; lane += hn::Lanes(df)) {
        const auto inverse = inverse_of_either_sign(hn::Load(df, scale + lane));
        for (std::size_t i = 0; i < Search::kSub; ++i) {
            const auto y = hn::Mul(hn::Load(df, &tile.x[i][lane]), inverse);
            const auto code = hn::ConvertTo(di, Search::Grid::code(y));
            hn::StoreU(hn::DemoteTo(d8, code), d8, &codes.q[i][lane]);
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
