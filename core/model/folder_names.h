// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/family.h"

namespace bitlathe {

/// What a folder of Hugging Face calls a tensor.
struct FolderName {
    std::string text;      ///< "model.layers.3.self_attn.q_proj.weight"
    bool spelled = false;  ///< the family's own spelling, not the common one
};

/// The opposite of NameBook, from the same tables: the name in a folder of `family` of a tensor
/// with this canonical name and role. Nothing where folders of that family have no such tensor.
[[nodiscard]] std::optional<FolderName> folder_name(const Family& family,
                                                    std::string_view canonical, Role role);

/// Whether its folders have a projection of all experts in one tensor, with gate and up together.
[[nodiscard]] bool stacks_experts(const Family& family);

/// What the config.json of such a folder says of the kind of model.
struct FolderClass {
    std::string model_type;    ///< "llama"
    std::string architecture;  ///< "LlamaForCausalLM"
};
/// Nothing for a family without a class for language models.
[[nodiscard]] std::optional<FolderClass> folder_class(const Family& family);

}  // namespace bitlathe
