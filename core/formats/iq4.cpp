// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/iq4.h"

#include "core/formats/block_decode.h"
#include "core/formats/nibbles.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

using u8 = std::uint8_t;

struct BlockIq4Nl {
    static constexpr std::size_t kElems = 32;
    static constexpr std::size_t kGroup = 32;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 qs[16];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        look_up_split_nibbles<32>(qs, kIq4Values, codes);
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }
};
static_assert(sizeof(BlockIq4Nl) == 18);

struct BlockIq4Xs {
    static constexpr std::size_t kElems = 256;
    static constexpr std::size_t kGroup = 32;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 scales_h[2];  // two upper bits of each of the eight scales
    u8 scales_l[4];  // their lower nibbles; 32 is zero
    u8 qs[128];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        const float super_scale = float_of_half(load_as<std::uint16_t>(d));
        const unsigned upper = load_as<std::uint16_t>(scales_h);
        for (unsigned g = 0; g < 8; ++g) {
            look_up_split_nibbles<32>(qs + 16 * std::size_t{g}, kIq4Values,
                                      codes + 32 * std::size_t{g});
            const unsigned low = (scales_l[g / 2] >> (4 * (g % 2))) & 15U;
            const unsigned high = (upper >> (2 * g)) & 3U;
            scale[g] = super_scale * static_cast<float>(static_cast<int>(low | high << 4) - 32);
        }
    }
};
static_assert(sizeof(BlockIq4Xs) == 136);

}  // namespace

void decode_iq4_nl(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockIq4Nl>(bytes, out, cols);
}
void decode_iq4_xs(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockIq4Xs>(bytes, out, cols);
}

WeightCode code_iq4_nl(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockIq4Nl>(bytes, cols, col);
}
void row_codes_iq4_nl(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockIq4Nl>(bytes, cols, out);
}
WeightCode code_iq4_xs(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockIq4Xs>(bytes, cols, col);
}
void row_codes_iq4_xs(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockIq4Xs>(bytes, cols, out);
}

}  // namespace bitlathe
