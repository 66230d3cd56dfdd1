// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace bitlathe {

// The presets of llama-quantize as data. Formats are names; "" is the preset's base format.

/// Which layers of n a rule speaks of (integer division throughout).
enum class Layers : std::uint8_t {
    kNone,
    kAll,
    kFirst2,
    kFirst4,
    kFirstEighth,     ///< i < n/8
    kFirstSixteenth,  ///< i < n/16
    kMoreBits,        ///< the first and the last eighth, and every third between
};
[[nodiscard]] bool speaks_of(Layers layers, std::int64_t layer, std::int64_t count);

/// A format for some layers.
struct LayerRule {
    Layers layers = Layers::kNone;
    std::string_view format = {};
};
/// The first rule that speaks of a layer decides.
struct LayerRules {
    LayerRule first = {};
    LayerRule second = {};
};
/// "" when none does.
[[nodiscard]] std::string_view format_for(const LayerRules& rules, std::int64_t layer,
                                          std::int64_t count);

/// One preset. Everything that is not named is stored in the base format.
struct GgufMix {
    std::string_view name;
    std::uint32_t file_type = 0;  ///< llama_ftype
    std::string_view base;
    LayerRules values = {};                         ///< attn_v, and what contains it
    std::string_view values_grouped = {};           ///< instead, with 4 heads or more per kv head
    LayerRules down = {};                           ///< ffn_down
    LayerRules down_falcon = {};                    ///< ffn_down of the falcon architecture
    std::string_view down_with_importance = {};     ///< first eighth of ffn_down, given an imatrix
    std::string_view attention_output = {};         ///< attn_output
    std::string_view attention_output_falcon = {};  ///< of the falcon architecture
    std::string_view attention_output_8 = {};       ///< with 8 experts
};

/// Largest first.
[[nodiscard]] std::span<const GgufMix> gguf_mixes();
/// Case-insensitive; nullptr when there is none.
[[nodiscard]] const GgufMix* find_gguf_mix(std::string_view name);

}  // namespace bitlathe
