// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bitlathe {

/// A tensor's name taken apart so that one hash lookup finds its row in a table of names.
struct TensorName {
    /// Without outer prefix and ending, the first two numbers replaced: "layers.{b}.mlp.up_proj",
    /// "layers.{b}.mlp.experts.{e}.up_proj".
    std::string stem;
    std::optional<std::uint32_t> block;   ///< the first number
    std::optional<std::uint32_t> expert;  ///< the second number
    std::string_view ending = {};  ///< "weight", "bias", "scales" ...; "" when the name has none
    bool is_weight = true;         ///< not a bias, nor scales or such beside the weights
};

/// Pure; any bytes are allowed.
[[nodiscard]] TensorName split_tensor_name(std::string_view name);

/// The canonical name of a row ("blk.{b}.ffn_up_exps.{e}") for the numbers and the ending of
/// `name`; a row that states its ending keeps it.
[[nodiscard]] std::string fill_canonical(std::string_view pattern, const TensorName& name);

/// A pattern or stem without ".weight" and the like.
[[nodiscard]] std::string_view without_ending(std::string_view name);

}  // namespace bitlathe
