// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/evaluation/measurement.h"

namespace bitlathe {

/// Tokens of a text that was looked at, at most `most` (0: all of them). Errors: kRefused (it was
/// changed since), those of reading and encoding, kCancelled.
[[nodiscard]] Result<std::vector<std::uint32_t>> tokens_of_text(const EvaluationText& text,
                                                                const Tokenizer& tokenizer,
                                                                std::uint64_t most,
                                                                const WorkContext& context);

}  // namespace bitlathe
