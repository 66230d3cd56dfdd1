// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/model/model.h"

namespace bitlathe {

/// One line of a table of names: what a checkpoint calls something, and what a GGUF calls it.
/// `source` has no outer prefix ("model.", "transformer.") and no ending (".weight"); {b} stands
/// for the block's number, {e} for an expert's. `canonical` likewise, unless it states the ending.
struct NameRow {
    std::string_view source;
    std::string_view canonical;
    std::optional<Role> role = {};  ///< where it does not follow from the canonical name
};

/// The descriptor of a family of architectures: data only, a new family is one row of a table.
struct Family {
    std::string_view name;  ///< "gemma3"
    std::string_view gguf;  ///< general.architecture of its GGUFs
    /// `model_type` and class names of its config.json, separated by spaces.
    std::string_view config;
    std::span<const NameRow> names = {};  ///< looked up before the common names
    /// Feed-forward length in embeddings where config.json leaves it out; 0: not defined.
    std::uint32_t feed_forward_multiple = 0;
    /// What its folders call a layer where the tables know several names: parts of names between
    /// dots, separated by spaces.
    std::string_view spelling = {};
    std::string_view root = "model.";  ///< before every name in its folders but the head's
};

/// Llama and everything that spells its tensors like it.
[[nodiscard]] std::span<const Family> llama_families();
/// GPT-2, NeoX, Falcon, Phi and others with fused or two-matrix layers.
[[nodiscard]] std::span<const Family> gpt_families();
/// Encoders.
[[nodiscard]] std::span<const Family> bert_families();

/// The first family whose GGUFs state this architecture; nullptr when there is none.
[[nodiscard]] const Family* family_of_gguf(std::string_view architecture);
/// The family that lists a `model_type` or class name; nullptr when there is none.
[[nodiscard]] const Family* family_of_config(std::string_view type_or_class);

/// Names that mean the same in every family.
[[nodiscard]] std::span<const NameRow> common_names();

}  // namespace bitlathe
