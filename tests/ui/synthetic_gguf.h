// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

namespace bitlathe::testing {

/// What a synthetic model consists of.
struct SyntheticShape {
    std::uint32_t blocks = 2;
    std::uint32_t experts = 0;  ///< 0: a dense model; else experts per block, tensors of their own
    std::uint64_t rows = 256;   ///< of every matrix; each row is 256 wide
    /// Pseudo-random weights, wider in some blocks than in others, instead of a hole.
    bool filled = false;
};

/// A mixture of experts with 50,051 tensors: 128 blocks x 128 experts x 3, attention, routers,
/// norms.
inline constexpr SyntheticShape kManyExperts{128, 128, 16, false};

/// Writes a llama-shaped GGUF with rows of 256 in F16: per block 4 linears of attention, 3 of the
/// MLP (of each expert, with a router) and 2 norms. Unless it is filled only the header takes room:
/// the weights are a hole in the file and read as zeros.
void write_synthetic_gguf(const std::filesystem::path& path, const SyntheticShape& shape);
/// A dense one of `blocks` blocks.
void write_synthetic_gguf(const std::filesystem::path& path, std::uint32_t blocks);

}  // namespace bitlathe::testing
