// SPDX-License-Identifier: GPL-3.0-or-later
// Small vocabularies, and a way to GGUF and back for them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/text/gguf_write_vocabulary.h"
#include "core/text/json_parts.h"
#include "core/text/json_write_vocabulary.h"
#include "core/text/tokenizer.h"
#include "tests/core/text/vocabulary_folder.h"

namespace bitlathe {

/// Entries of a vocabulary for all bytes, as byte-level BPE has them, from `id` on.
inline std::vector<NamedToken> byte_tokens(TokenId id) {
    std::vector<NamedToken> tokens;
    for (int byte = 0; byte < 256; ++byte) {
        tokens.emplace_back(byte_character(static_cast<unsigned char>(byte)), id++);
    }
    return tokens;
}

/// A byte-level tokenizer: 256 bytes, "he" (256), "</s>" (257).
inline Json byte_level_tokenizer(Json pre_tokenizer) {
    std::vector<NamedToken> tokens = byte_tokens(0);
    tokens.emplace_back("he", 256);
    TokenizerParts parts;
    parts.added_tokens.push_back(added_token_json(257, "</s>", true));
    parts.pre_tokenizer = std::move(pre_tokenizer);
    parts.decoder = byte_level_json(true);
    parts.model = Json{{"type", "BPE"}, {"vocab", vocabulary_json(tokens)}, {"merges", {"h e"}}};
    return tokenizer_json(std::move(parts));
}

class VocabularyKinds : public VocabularyFolder {
protected:
    void write_json(const Json& document) const { write("tokenizer.json", document.dump()); }

    /// To GGUF and back: the ids of the folder all the way.
    GgufVocabulary there_and_back(const std::vector<std::string>& texts,
                                  const GgufVocabularyOptions& options = {}) const {
        const auto expected = Tokenizer::open_folder(folder_);
        const auto made = write_gguf_vocabulary(folder_, options);
        EXPECT_TRUE(expected && made) << (made ? "" : made.error().to_string());
        if (!expected || !made) {
            return {};
        }
        const auto gguf = Tokenizer::from_gguf(made->metadata, "made.gguf");
        EXPECT_TRUE(gguf);
        expect_same_ids(**expected, **gguf, texts);
        const auto back = write_json_vocabulary(made->metadata);
        EXPECT_TRUE(back) << back.error().to_string();
        write(*back);
        const auto again = Tokenizer::open_folder(folder_);
        EXPECT_TRUE(again);
        expect_same_ids(**expected, **again, texts);
        const auto twice = write_gguf_vocabulary(folder_, options);
        EXPECT_TRUE(twice) << twice.error().to_string();
        for (const char* key :
             {"tokenizer.ggml.model", "tokenizer.ggml.pre", "tokenizer.ggml.tokens",
              "tokenizer.ggml.scores", "tokenizer.ggml.token_type", "tokenizer.ggml.merges",
              "tokenizer.ggml.bos_token_id", "tokenizer.ggml.eos_token_id",
              "tokenizer.ggml.add_bos_token", "tokenizer.chat_template"}) {
            expect_same_entry(made->metadata, twice->metadata, key);
        }
        return *made;
    }

    [[nodiscard]] Error refused(const GgufVocabularyOptions& options = {}) const {
        const auto made = write_gguf_vocabulary(folder_, options);
        EXPECT_FALSE(made);
        return made ? Error{} : made.error();
    }
};

}  // namespace bitlathe
