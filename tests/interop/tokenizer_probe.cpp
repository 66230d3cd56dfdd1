// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens of many texts at once, for scripts that compare them with other tokenizers.
// Usage: tokenizer_probe CHECKPOINT|tokenizer.json|tokenizer.model [special] [parse]
// Texts come on stdin, each as a line with its count of bytes, then the bytes; ids go to stdout, a
// line for each text: the ids, "|", and the decoded text in hexadecimal digits.
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/checkpoint/checkpoint.h"
#include "core/text/tokenizer.h"

namespace {

using namespace bitlathe;

Result<std::shared_ptr<const Tokenizer>> open_tokenizer(const std::string& path) {
    if (path.ends_with(".json") || path.ends_with(".model")) {
        BITLATHE_ASSIGN(const auto file, MappedFile::open(path));
        const std::string_view text(reinterpret_cast<const char*>(file->bytes().data()),
                                    file->size());
        return path.ends_with(".json") ? Tokenizer::from_json(text, path)
                                       : Tokenizer::from_sentencepiece(text, path);
    }
    BITLATHE_ASSIGN(const auto checkpoint, Checkpoint::open(path));
    return Tokenizer::open(*checkpoint);
}

void print(const Tokenizer& tokenizer, const std::string& text, const EncodeOptions& options) {
    const auto ids = tokenizer.encode(text, options);
    if (!ids) {
        std::printf("error %s\n", ids.error().message.c_str());
        return;
    }
    for (const TokenId id : *ids) {
        std::printf("%u ", id);
    }
    std::printf("|");
    for (const char c : tokenizer.decode(*ids)) {
        std::printf("%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    std::printf("\n");
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        return 2;
    }
    EncodeOptions options{false, false};
    for (int i = 2; i < count; ++i) {
        options.add_special = options.add_special || std::strcmp(arguments[i], "special") == 0;
        options.parse_special = options.parse_special || std::strcmp(arguments[i], "parse") == 0;
    }
    const auto tokenizer = open_tokenizer(arguments[1]);
    if (!tokenizer) {
        std::fprintf(stderr, "%s\n", tokenizer.error().to_string().c_str());
        return 3;
    }
    std::size_t bytes = 0;
    while (std::scanf("%zu", &bytes) == 1 && std::getchar() == '\n') {
        std::string text(bytes, '\0');
        if (std::fread(text.data(), 1, bytes, stdin) != bytes) {
            return 1;
        }
        print(**tokenizer, text, options);
    }
    return 0;
}
