// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "app/cli/scored_text.h"
#include "core/project/project.h"

namespace bitlathe::cli {

/// What of importance is to be measured by running the model.
struct MeasureArguments {
    std::string skip;     ///< the text for it; "": not
    std::string experts;  ///< likewise
    std::string expert_format = "Q2_K";
    TextArguments text;  ///< how both are cut
};
/// --measure-skip, --measure-experts, --expert-format, --ctx and --tokens.
void add_measure_options(CLI::App& command, MeasureArguments& arguments);

/// What leaving out each block does. Errors: those of the text and the run.
[[nodiscard]] Result<SkipRecord> measure_skipped(const MeasureArguments& arguments,
                                                 const std::shared_ptr<const Model>& model,
                                                 Session& session);
/// What a format does to each expert. Errors: as above, kImpossible (no mixture).
[[nodiscard]] Result<ExpertRecord> measure_experts(const MeasureArguments& arguments,
                                                   const std::shared_ptr<const Model>& model,
                                                   Session& session);

/// Null where nothing was measured.
[[nodiscard]] Json skips_json(const std::optional<SkipRecord>& skips);
/// What routers chose, and what was measured of it.
[[nodiscard]] Json experts_json(const ActivationProfile* profile,
                                const std::optional<ExpertRecord>& record);

}  // namespace bitlathe::cli
