// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/text/corpus.h"

namespace bitlathe {

/// How much of one text also stands in another.
struct TextOverlap {
    std::uint64_t shared = 0;  ///< runs of words of the evaluation text that the other one has too
    std::uint64_t looked_at = 0;
    [[nodiscard]] double share() const {
        return looked_at == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(looked_at);
    }
};

/// Words in a row that are compared: long enough that sayings do not count.
inline constexpr std::size_t kShingleWords = 8;

/// Compares runs of eight words by their hashes. White space and letter case of ASCII do not count.
/// Of long texts a fixed sample of the runs is looked at, the same in both: memory is bounded.
/// Errors: those of reading, kCancelled.
[[nodiscard]] Result<TextOverlap> text_overlap(const Corpus& calibration, const Corpus& evaluation,
                                               const WorkContext& context = {});

/// What to tell a person when the texts overlap by more than one run in a hundred; nothing else.
[[nodiscard]] std::optional<std::string> overlap_warning(const TextOverlap& overlap);

}  // namespace bitlathe
