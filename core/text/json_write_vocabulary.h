// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// A file of a folder of Hugging Face.
struct VocabularyFile {
    std::string name;  ///< "tokenizer.json"
    std::string text;  ///< its bytes
};

/// The files of a vocabulary.
struct FolderVocabulary {
    std::vector<VocabularyFile> files;
    std::vector<std::string> warnings;  ///< what the files will do otherwise than the GGUF
};

/// The vocabulary in the metadata of a GGUF as the files that a folder of Hugging Face has:
/// tokenizer.json, tokenizer_config.json (with the chat templates), special_tokens_map.json and,
/// where the kind is SentencePiece's byte pair encoding, tokenizer.model. Nothing is written.
/// Padding ("[PAD7]", unused) is left out: its ids stay free. Before the result is handed out
/// tokenizer.json is read back and used: everyday text must give the same ids as the GGUF. So is
/// tokenizer.model; where it would not, it is left out with a warning. Errors: kRefused (no
/// vocabulary, a kind that is not known or that tokenizer.json cannot express, other ids for
/// everyday text).
[[nodiscard]] Result<FolderVocabulary> write_json_vocabulary(const Metadata& metadata);

}  // namespace bitlathe
