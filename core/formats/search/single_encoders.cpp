// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/search/block_packing.h"
#include "core/formats/search/search_encoders.h"
#include "core/formats/search/search_tile.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/formats/search/single_encoders.cpp"
#include "hwy/foreach_target.h"
// Must come after foreach_target.h, which includes this file once per instruction set.
#include "core/formats/search/single_block-inl.h"

HWY_BEFORE_NAMESPACE();
namespace bitlathe::search {
namespace HWY_NAMESPACE {

struct SearchQ4_0 {
    using Grid = UniformGrid<8>;
    static constexpr std::size_t kSub = kSingleBlock;
    static constexpr std::size_t kBlockBytes = 18;
    static constexpr float kFirstTrial = -0.9F;
    static constexpr float kTrialStep = 0.3F;
    static constexpr int kTrialPairs = 8;
    static constexpr OwnWeights kOwnWeights = OwnWeights::kUniform;
    static constexpr float kMeanShare = 0;
    static constexpr bool kSigmaOfRow = true;
    static HWY_INLINE void pack(const std::uint16_t* head, const TileCodes& codes, std::size_t lane,
                                std::byte* out) {
        pack_nibbles(head, 2, codes, lane, out);
    }
};

struct SearchQ5_0 : SearchQ4_0 {
    using Grid = UniformGrid<16>;
    static constexpr std::size_t kBlockBytes = 22;
    static HWY_INLINE void pack(const std::uint16_t* head, const TileCodes& codes, std::size_t lane,
                                std::byte* out) {
        pack_nibbles_and_fifth_bits(head, 2, codes, lane, out);
    }
};

struct SearchQ4_1 {
    static constexpr std::size_t kSub = kSingleBlock;
    static constexpr std::size_t kBlockBytes = 20;
    static constexpr float kTopCode = 15;
    static constexpr float kFirstTrial = -1.2F;
    static constexpr float kTrialStep = 0.2F;
    static constexpr int kTrials = 18;
    static HWY_INLINE void pack(const std::uint16_t* head, const TileCodes& codes, std::size_t lane,
                                std::byte* out) {
        pack_nibbles(head, 4, codes, lane, out);
    }
};

struct SearchQ5_1 : SearchQ4_1 {
    static constexpr std::size_t kBlockBytes = 24;
    static constexpr float kTopCode = 31;
    static HWY_INLINE void pack(const std::uint16_t* head, const TileCodes& codes, std::size_t lane,
                                std::byte* out) {
        pack_nibbles_and_fifth_bits(head, 4, codes, lane, out);
    }
};

struct SearchIq4Nl {
    using Grid = BookGrid;
    static constexpr std::size_t kSub = kSingleBlock;
    static constexpr std::size_t kBlockBytes = 18;
    static constexpr float kFirstTrial = -15;
    static constexpr float kTrialStep = 5;
    static constexpr int kTrialPairs = 8;
    static constexpr OwnWeights kOwnWeights = OwnWeights::kSquarePlusMean;
    static constexpr float kMeanShare = 1.8F;
    static constexpr bool kSigmaOfRow = false;
    static HWY_INLINE void pack(const std::uint16_t* head, const TileCodes& codes, std::size_t lane,
                                std::byte* out) {
        pack_nibbles(head, 2, codes, lane, out);
    }
};

void encode_q4_0(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_single_symmetric_row<SearchQ4_0>(values, importance, out, cols);
}

void encode_q5_0(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_single_symmetric_row<SearchQ5_0>(values, importance, out, cols);
}

void encode_q4_1(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_single_affine_row<SearchQ4_1>(values, importance, out, cols);
}

void encode_q5_1(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_single_affine_row<SearchQ5_1>(values, importance, out, cols);
}

void encode_iq4_nl(const float* values, const float* importance, std::byte* out, std::size_t cols) {
    encode_single_symmetric_row<SearchIq4Nl>(values, importance, out, cols);
}

}  // namespace HWY_NAMESPACE
}  // namespace bitlathe::search
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace bitlathe {
namespace search {
HWY_EXPORT(encode_q4_0);
HWY_EXPORT(encode_q4_1);
HWY_EXPORT(encode_q5_0);
HWY_EXPORT(encode_q5_1);
HWY_EXPORT(encode_iq4_nl);
}  // namespace search

void encode_row_q4_0_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q4_0)(values, importance, out, cols);
}

void encode_row_q4_1_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q4_1)(values, importance, out, cols);
}

void encode_row_q5_0_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q5_0)(values, importance, out, cols);
}

void encode_row_q5_1_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_q5_1)(values, importance, out, cols);
}

void encode_row_iq4_nl(const float* values, const float* importance, std::byte* out,
                       std::size_t cols) {
    using namespace search;
    HWY_DYNAMIC_DISPATCH(encode_iq4_nl)(values, importance, out, cols);
}

}  // namespace bitlathe
#endif
