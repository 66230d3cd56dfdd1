// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace bitlathe::testing {

/// Writes a llama-shaped GGUF of `blocks` blocks with 7 linears and 2 norms each, all rows of 256,
/// in F16. Only the header takes room: the weights are a hole in the file and read as zeros.
void write_synthetic_gguf(const std::filesystem::path& path, std::uint32_t blocks);

}  // namespace bitlathe::testing
