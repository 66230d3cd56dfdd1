// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/tensor_name.h"

#include <charconv>

#include "core/model/model.h"

namespace bitlathe {
namespace {

/// Wrappers around the language model; longer ones first, as the first that fits is taken off.
constexpr std::string_view kPrefixes[] = {
    "base_model.model.model.",
    "model.language_model.",
    "language_model.model.",
    "language_model.",
    "model.text_model.",
    "text_model.",
    "model.model.",
    "model.",
    "transformer.",
    "gpt_neox.",
    "roberta.",
    "bert.",
};

struct Ending {
    std::string_view spelling;
    std::string_view canonical;
    bool is_weight = false;
};

/// Last parts of names that say which of a layer's tensors it is: plain, GPTQ, AWQ,
/// compressed-tensors, FP8, MLX and MXFP4 checkpoints.
constexpr Ending kEndings[] = {
    {"weight", "weight", true},
    {"bias", "bias"},
    {"gamma", "weight", true},
    {"beta", "bias"},
    {"qweight", "qweight", true},
    {"weight_packed", "weight_packed", true},
    {"blocks", "blocks", true},
    {"scales", "scales"},
    {"biases", "biases"},
    {"qzeros", "qzeros"},
    {"g_idx", "g_idx"},
    {"scale", "scale"},
    {"input_scale", "input_scale"},
    {"output_scale", "output_scale"},
    {"input_global_scale", "input_global_scale"},
    {"weight_scale", "weight_scale"},
    {"weight_scale_2", "weight_scale_2"},
    {"weight_scale_inv", "weight_scale_inv"},
    {"weight_global_scale", "weight_global_scale"},
    {"weight_zero_point", "weight_zero_point"},
    {"weight_shape", "weight_shape"},
    {"weight_g_idx", "weight_g_idx"},
};

const Ending* find_ending(std::string_view last_part) {
    for (const Ending& ending : kEndings) {
        if (ending.spelling == last_part) {
            return &ending;
        }
    }
    return nullptr;
}

const Ending* ending_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? nullptr : find_ending(name.substr(dot + 1));
}

bool all_digits(std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::uint32_t> small_number(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value >= kMaxBlocks) {
        return std::nullopt;
    }
    return value;
}

/// Appends one dotted part to the stem, numbers as placeholders.
void add_part(std::string_view part, TensorName& name) {
    if (all_digits(part) && !name.expert) {
        if (const auto number = small_number(part)) {
            (name.block ? name.expert : name.block) = number;
            name.stem += name.expert ? "{e}" : "{b}";
            return;
        }
    }
    name.stem += part;
}

}  // namespace

TensorName split_tensor_name(std::string_view name) {
    TensorName split;
    for (std::string_view prefix : kPrefixes) {
        if (name.size() > prefix.size() && name.substr(0, prefix.size()) == prefix) {
            name.remove_prefix(prefix.size());
            break;
        }
    }
    if (const Ending* ending = ending_of(name)) {
        split.ending = ending->canonical;
        split.is_weight = ending->is_weight;
        name.remove_suffix(ending->spelling.size() + 1);
    }
    split.stem.reserve(name.size() + 6);
    while (true) {
        const std::size_t dot = name.find('.');
        add_part(name.substr(0, dot), split);
        if (dot == std::string_view::npos) {
            return split;
        }
        split.stem += '.';
        name.remove_prefix(dot + 1);
    }
}

std::string fill_canonical(std::string_view pattern, const TensorName& name) {
    std::string filled;
    filled.reserve(pattern.size() + 16);
    for (std::size_t i = 0; i < pattern.size();) {
        const std::string_view rest = pattern.substr(i);
        if (rest.substr(0, 3) == "{b}" && name.block) {
            filled += std::to_string(*name.block);
            i += 3;
        } else if (rest.substr(0, 3) == "{e}" && name.expert) {
            filled += std::to_string(*name.expert);
            i += 3;
        } else {
            filled += pattern[i++];
        }
    }
    if (ending_of(pattern) == nullptr) {
        filled += '.';
        filled += name.ending.empty() ? std::string_view("weight") : name.ending;
    }
    return filled;
}

std::string_view without_ending(std::string_view name) {
    if (const Ending* ending = ending_of(name)) {
        name.remove_suffix(ending->spelling.size() + 1);
    }
    return name;
}

}  // namespace bitlathe
