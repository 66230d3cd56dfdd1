// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// What a vocabulary must fit.
struct GgufVocabularyOptions {
    /// Rows of the embedding: the vocabulary is padded up to them with unused tokens "[PAD7]". 0:
    /// as many tokens as there are.
    std::uint64_t rows = 0;
    /// `general.architecture` and `general.name` of the file to be: runtimes take some rules of
    /// tokens from them, so the vocabulary is tried out with them.
    std::string architecture, name;
};

/// A vocabulary for a GGUF file.
struct GgufVocabulary {
    Metadata metadata;  ///< keys `tokenizer.*`, in the order of llama.cpp's own files
    std::uint64_t tokens = 0;
    std::vector<std::string> warnings;  ///< what runtimes will do otherwise than the folder's files
};

/// The vocabulary in a folder of Hugging Face (tokenizer.json, or tokenizer.model, or vocab.json
/// with merges.txt, or vocab.txt; beside them tokenizer_config.json, special_tokens_map.json,
/// added_tokens.json, chat_template.jinja, config.json, generation_config.json) as GGUF has it.
///
/// `tokenizer.ggml.pre` is not looked up by a name or a hash: every known way of splitting is tried
/// on text made to tell them apart, and the one that splits like the folder's files is taken.
/// Before the result is handed out it is used: everyday text must give the same ids as the folder's
/// files, rare text (decomposed accents, tokens that swallow white space) may differ with a warning
/// that shows where.
///
/// Errors: kRefused, with the file and what to do (no tokenizer, malformed, more tokens than rows,
/// a kind or a way of splitting that GGUF has no name for, other ids for everyday text).
[[nodiscard]] Result<GgufVocabulary> write_gguf_vocabulary(
    const std::filesystem::path& folder, const GgufVocabularyOptions& options = {});

}  // namespace bitlathe
