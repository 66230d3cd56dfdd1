// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/formats/format.h"

namespace bitlathe::test {

/// A searched encoder and the format it writes.
struct SearchedEncoder {
    std::string type;
    EncodeRow encode = nullptr;
    std::size_t block = 0;
    std::size_t block_bytes = 0;
    bool needs_importance = false;  ///< without importance the format has a plain rule instead
};

/// All of them.
[[nodiscard]] const std::vector<SearchedEncoder>& searched_encoders();
/// The one of a type; fails the test when there is none.
[[nodiscard]] const SearchedEncoder& searched_encoder(const std::string& type);

/// One row encoded; `importance` may be empty.
[[nodiscard]] std::vector<std::byte> encode(const SearchedEncoder& encoder,
                                            std::span<const float> values,
                                            std::span<const float> importance = {});
[[nodiscard]] std::vector<float> decode(const std::string& type, std::span<const std::byte> bytes,
                                        std::size_t cols);

/// The weights under which ggml's quantizer of the type looks for its scales, one row.
[[nodiscard]] std::vector<double> reference_weights(const std::string& type,
                                                    std::span<const float> values,
                                                    std::span<const float> importance = {});

/// Sum of w (x - y)^2; w = 1 when `weights` is empty.
[[nodiscard]] double squared_error(std::span<const float> values, std::span<const float> decoded,
                                   std::span<const double> weights = {});

enum class Shape { kGaussian, kLaplace, kHeavyTail };
/// Pseudo-random values of unit variance (kHeavyTail: cubed Gaussians) times sigma.
[[nodiscard]] std::vector<float> random_values(std::size_t n, Shape shape, float sigma,
                                               unsigned seed);
/// Positive importance over three decades.
[[nodiscard]] std::vector<float> random_importance(std::size_t n, unsigned seed);

}  // namespace bitlathe::test
