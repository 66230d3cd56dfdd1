// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/targets/file_layout.h"

namespace bitlathe {

/// Name of the plan in an exported folder; it also tells such a folder from others.
inline constexpr const char* kPlanFileName = "bitlathe-plan.json";

/// A small file with this content.
[[nodiscard]] FileLayout text_file(const std::filesystem::path& name, std::string_view content);

/// What makes a model folder whole beside the weights, copied: config, tokenizer, chat template,
/// licence. Nothing when there is no config.json: then the weights do not lie in a model folder.
/// Links that lead out of the folder are not followed.
[[nodiscard]] Result<std::vector<FileLayout>> side_files(const std::filesystem::path& folder);

}  // namespace bitlathe
