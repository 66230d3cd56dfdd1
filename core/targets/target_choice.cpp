// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/target_choice.h"

#include "core/targets/gguf/gguf_conversion.h"

namespace bitlathe {
namespace {

bool is_gguf(const Target& target) {
    return target.name() == "gguf";
}

bool is_converted(const Model& model) {
    return model.checkpoint->source() != nullptr;
}

}  // namespace

bool speaks_of(const Target& target, const Model& model) {
    // What is a GGUF only by conversion is no source for other targets: they take the folder.
    return is_converted(model) ? is_gguf(target) : target.accepts(model).has_value();
}

Status can_open_for(const Target& target, const Model& model) {
    if (is_converted(model)) {
        return {};
    }
    const bool folder = model.checkpoint->container() == Container::kSafetensors;
    return is_gguf(target) && folder ? can_become_gguf(model) : target.accepts(model);
}

}  // namespace bitlathe
