// SPDX-License-Identifier: GPL-3.0-or-later
// Trial values of a super-scale, one per lane. Compiled once per instruction set, hence no ordinary
// include guard.

#if defined(BITLATHE_SUPER_TRIALS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef BITLATHE_SUPER_TRIALS_INL_H_
#undef BITLATHE_SUPER_TRIALS_INL_H_
#else
#define BITLATHE_SUPER_TRIALS_INL_H_
#endif

#include "core/formats/search/search_tile-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

/// Sixteen values around `base`, `step` of it apart, and their errors.
struct SuperTrials {
    alignas(64) float value[kTileLanes];
    alignas(64) float error[kTileLanes];

    HWY_INLINE SuperTrials(float base, float step) {
        for (std::size_t k = 0; k < kTileLanes; ++k) {
            value[k] = base * (1.0F + step * (static_cast<float>(k) - 8.0F));
        }
    }
    /// The value with the least error, the first of equals.
    HWY_INLINE float best() const {
        std::size_t least = 0;
        for (std::size_t k = 1; k < kTileLanes; ++k) {
            least = error[k] < error[least] ? k : least;
        }
        return value[least];
    }
};

/// sigma2 = factor * mean x^2 of the block, from the means of its sub-blocks.
template <std::size_t kBlockLanes>
HWY_INLINE void spread_block_means(SearchTile& tile, float factor) {
    for (std::size_t first = 0; first < kTileLanes; first += kBlockLanes) {
        float sum = 0;
        for (std::size_t j = first; j < first + kBlockLanes; ++j) {
            sum += tile.sigma2[j];
        }
        const float sigma2 = factor * (sum / static_cast<float>(kBlockLanes));
        for (std::size_t j = first; j < first + kBlockLanes; ++j) {
            tile.sigma2[j] = sigma2;
        }
    }
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#endif
