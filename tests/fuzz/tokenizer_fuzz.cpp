// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/checkpoint/gguf.h"
#include "core/text/json_write_vocabulary.h"
#include "core/text/tokenizer.h"

namespace {

using namespace bitlathe;

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// A tokenizer that was accepted must take any text: it gives ids of its own, or a reason.
void use(const Result<std::shared_ptr<const Tokenizer>>& tokenizer, std::string_view input) {
    if (!tokenizer) {
        require(!tokenizer.error().message.empty() && is_utf8(tokenizer.error().message));
        return;
    }
    for (const std::string_view text :
         {std::string_view(""),
          std::string_view("Hello  World's 123 \n\t\xF0\x9F\x98\x80 e\xCC\x81<s>"),
          std::string_view("\xFF\xC0\xAF\xED\xA0\x80"), input.substr(0, 300)}) {
        for (const bool flag : {false, true}) {
            const auto ids = (*tokenizer)->encode(text, {flag, flag});
            require(ids || !ids.error().message.empty());
            if (ids) {
                for (const TokenId id : *ids) {
                    require(id < (*tokenizer)->vocabulary_size());
                    require((*tokenizer)->token_bytes(id).size() < 1'000'000);
                }
                require((*tokenizer)->decode(*ids).size() < 100'000'000);
            }
        }
    }
}

/// A vocabulary that was accepted becomes whole files of text, or there is a reason.
void convert(const Metadata& metadata) {
    const auto made = write_json_vocabulary(metadata);
    if (!made) {
        require(!made.error().message.empty() && is_utf8(made.error().message));
        return;
    }
    for (const VocabularyFile& file : made->files) {
        require(is_utf8(file.text) && parse_json(file.text, file.name).has_value());
    }
}

}  // namespace

/// A GGUF by its first bytes, a tokenizer.json by its brace, a tokenizer.model otherwise.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (text.starts_with("GGUF")) {
        if (const auto parsed = parse_gguf(bytes, "fuzz.gguf", {})) {
            use(Tokenizer::from_gguf(parsed->metadata, "fuzz.gguf"), text);
            convert(parsed->metadata);
        }
    } else if (text.starts_with("{")) {
        use(Tokenizer::from_json(text, "tokenizer.json"), text);
    } else {
        use(Tokenizer::from_sentencepiece(text, "tokenizer.model"), text);
    }
    return 0;
}
