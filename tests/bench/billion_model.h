// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace bitlathe::bench {

/// A llama of `blocks` blocks of the width of a model of a billion weights (2048), all weights
/// BF16; in a folder of temporary files that stays between runs.
[[nodiscard]] std::filesystem::path billion_folder(int blocks);

}  // namespace bitlathe::bench
