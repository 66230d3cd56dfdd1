// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/targets/target.h"

namespace bitlathe {

/// Names of llama-quantize's mixes that can be reproduced, largest first.
[[nodiscard]] std::span<const std::string_view> gguf_preset_names();

/// What llama-quantize would store every tensor as, in the order of the model's tensors: fallbacks
/// for odd rows applied, tensors that it leaves alone in the format they keep, each with its
/// reason. Some of its choices count layers; they are counted in its order (blocks by number, names
/// by bytes), whatever the order of the file. `preset` is case-insensitive. Errors: kUsage for an
/// unknown name. Of a safetensors model the result is that of its conversion to GGUF (experts of
/// their own get what their stack would get), except that rows count as they are stored.
[[nodiscard]] Result<std::vector<Placement>> gguf_preset(const Model& model,
                                                         std::string_view preset,
                                                         bool has_importance);

}  // namespace bitlathe
