// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/profile/importance/block_importance.h"
#include "core/profile/outliers/outliers.h"
#include "core/project/project.h"
#include "ui/models/output_error_index.h"

namespace bitlathe {

/// What was found out about the open model by running a text through it.
struct ActivationRecords {
    std::shared_ptr<const ActivationProfile> profile;
    std::shared_ptr<const SkipRecord> skips;                 ///< null: not measured
    std::shared_ptr<const ExpertRecord> experts;             ///< null: not measured
    std::shared_ptr<const OutputErrorRecord> output_errors;  ///< null: not measured
};

/// What a text showed in the open model, with everything that views read off it again and again.
/// Immutable; shared with workers.
struct ActivationFindings {
    std::shared_ptr<const ActivationProfile> profile;
    bool with_first = true;                   ///< the first tokens of windows count too
    std::shared_ptr<const SkipRecord> skips;  ///< what leaving out blocks does; null: not measured
    std::shared_ptr<const ExpertRecord> experts;  ///< what rounding them does; null: not measured
    /// Of the inputs in `profile`, first tokens as above; null: not measured.
    std::shared_ptr<const OutputErrorIndex> output_errors;
    /// Of the activations and of `skips`; what weights say is left empty.
    std::vector<BlockImportance> blocks;
    std::vector<TapSummary> taps;        ///< beside profile->taps
    std::vector<StreamOutlier> largest;  ///< stream_outliers()

    /// Reads the whole profile, which may take a second. Output errors that were measured with
    /// another profile, or with other first tokens, are left out. Null: it was stopped.
    [[nodiscard]] static std::shared_ptr<const ActivationFindings> make(
        const ActivationRecords& records, const Model& model, bool with_first,
        const WorkContext& context);

    /// nullptr: the block was not profiled.
    [[nodiscard]] const BlockImportance* block(std::optional<std::uint32_t> block) const;
    /// nullptr where there is no such place.
    [[nodiscard]] const TapSummary* summary(const TapId& tap) const;
    /// Of the input of a linear; nullptr for other tensors, and where its input was not observed.
    [[nodiscard]] const TapSummary* input_of(const TensorPlace& place) const;
};

}  // namespace bitlathe
