// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace bitlathe {

/// What `tokenizer.ggml.pre` of a GGUF says of byte pair encoding.
struct GgufPreTokenizer {
    std::vector<std::string_view> patterns;  ///< one after the other
    bool ignore_merges = false;
    bool add_bos = false;  ///< where the file does not say
    bool add_sep = false;
    bool byte_level = true;    ///< else raw UTF-8
    bool space_marks = false;  ///< spaces are written as U+2581 first
};

/// A way of splitting and the names that mean it, the usual one first.
struct GgufPreTokenizerNames {
    std::vector<std::string_view> names;
    GgufPreTokenizer how;
};
[[nodiscard]] const std::vector<GgufPreTokenizerNames>& gguf_pre_tokenizers();

/// Nothing for a name that is not known.
[[nodiscard]] std::optional<GgufPreTokenizer> gguf_pre_tokenizer(std::string_view name);

}  // namespace bitlathe
