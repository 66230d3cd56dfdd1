// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/formats/format.h"

namespace bitlathe {

/// What shall happen to one tensor.
struct Recipe {
    FormatId format;
    std::string method = "search";  ///< how the codes are chosen: "copy", "rtn" or "search"
    bool locked = false;            ///< no solver and no group edit may change it
    std::string reason = {};  ///< why the format is not the one that was asked for; "" when it is
    bool operator==(const Recipe&) const = default;
};

/// Tensor -> recipe for a whole model: a value. Names are those of the source checkpoint.
struct Plan {
    std::string target = {};                  ///< "gguf", "safetensors", ...
    std::string checkpoint_fingerprint = {};  ///< Checkpoint::fingerprint() of the source
    std::string checkpoint_path = {};         ///< where it was; for people
    std::string name = {};                    ///< "Q4_K_M", "my 4.2 bpw"
    std::map<std::string, Recipe> tensors = {};
    std::vector<std::string> history = {};  ///< one line per step, oldest first
    bool operator==(const Plan&) const = default;
};

/// The plan file: {"bitlathe_plan":1, "checkpoint":{...}, "target", "name", "tensors":{NAME:{...}},
/// "history":[...]}; canonical: equal plans give equal bytes. Unknown keys are ignored on reading,
/// so that later versions can add some.
[[nodiscard]] std::string plan_to_text(const Plan& plan);
/// Errors: kRefused (not a plan, unknown version, format or method; says where).
[[nodiscard]] Result<Plan> plan_from_text(std::string_view text, const std::string& file);
[[nodiscard]] Result<Plan> load_plan(const std::filesystem::path& path);
[[nodiscard]] Status save_plan(const Plan& plan, const std::filesystem::path& path);

/// One tensor whose recipes differ between two plans.
struct PlanDifference {
    std::string tensor;
    const Recipe* before = nullptr;  ///< nullptr: only in the second
    const Recipe* after = nullptr;   ///< nullptr: only in the first
};
[[nodiscard]] std::vector<PlanDifference> difference(const Plan& before, const Plan& after);

}  // namespace bitlathe
