// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/evaluation/measurement.h"
#include "core/evaluation/skip_blocks.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// What is profiled of a model: the same text, cut in the same way, shows the same activations.
struct ProfileSettings {
    EvaluationText text;
    std::uint64_t context = 512;  ///< tokens of a window
    std::uint64_t tokens = 8192;  ///< of the text, at most; 0: all of them
    bool operator==(const ProfileSettings&) const = default;
};

/// Identifies what was profiled, without the model.
[[nodiscard]] std::string settings_key(const ProfileSettings& settings);

/// Windows as llama-imatrix cuts them: `bos` in place of each first token when the model adds one.
/// What is left at the end is dropped unless `keep_rest`, or the text is shorter than a window.
[[nodiscard]] TokenBatch imatrix_windows(std::vector<std::uint32_t> ids, std::uint64_t context,
                                         std::optional<std::uint32_t> bos, bool keep_rest);

/// Runs the model as stored over a text and keeps what every tap shows. The text must still be what
/// it was when it was looked at. Errors: kRefused, kUsage (no tokens), kCancelled.
[[nodiscard]] Result<ActivationProfile> profile_text(const RunnableModel& runnable,
                                                     const ProfileSettings& settings,
                                                     const WorkContext& context);

/// The first window of a text that was profiled, or the beginning of it: at most `most` tokens. The
/// text is cut again, and must give the tokens that were run. Errors: kRefused (the text is not
/// there any more, or was changed, or gives other tokens), kCancelled.
[[nodiscard]] Result<TokenBatch> first_window(const RunnableModel& runnable, const TextStamp& text,
                                              std::uint64_t most, const WorkContext& context);

/// What leaving out each block does to the same windows, see measure_skips(). Errors: as above.
[[nodiscard]] Result<SkipMeasurement> measure_skips_of_text(const RunnableModel& runnable,
                                                            const ProfileSettings& settings,
                                                            const WorkContext& context);

}  // namespace bitlathe
