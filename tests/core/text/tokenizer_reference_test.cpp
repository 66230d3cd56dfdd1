// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that llama.cpp gives, for all vocabularies of the reference data.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "core/checkpoint/checkpoint.h"
#include "core/text/tokenizer.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;
const fs::path kVocabularies = fs::path(BITLATHE_SHARED_DATA) / "vocab";

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> texts_of(const std::string& all) {
    constexpr std::string_view kSeparator = "\n__ggml_vocab_test__\n";
    std::vector<std::string> texts;
    std::size_t begin = 0;
    for (std::size_t at = all.find(kSeparator); at != std::string::npos;
         at = all.find(kSeparator, begin)) {
        texts.push_back(all.substr(begin, at - begin));
        begin = at + kSeparator.size();
    }
    texts.push_back(all.substr(begin));
    return texts;
}

std::vector<std::vector<TokenId>> ids_of(const std::string& all) {
    std::vector<std::vector<TokenId>> lines;
    std::istringstream stream(all);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream numbers(line);
        lines.emplace_back(std::istream_iterator<TokenId>(numbers),
                           std::istream_iterator<TokenId>());
    }
    return lines;
}

TEST(TokenizerReference, IdsAreThoseOfLlamaCpp) {
    if (!fs::is_directory(kVocabularies)) {
        GTEST_SKIP() << "no reference vocabularies in " << kVocabularies;
    }
    int vocabularies = 0;
    for (const auto& entry : fs::directory_iterator(kVocabularies)) {
        const fs::path path = entry.path();
        const fs::path out = path.string() + ".out";
        if (path.extension() != ".gguf" || !fs::exists(out)) {
            continue;
        }
        ++vocabularies;
        SCOPED_TRACE(path.filename().string());
        const auto checkpoint = Checkpoint::open(path);
        ASSERT_TRUE(checkpoint) << checkpoint.error().to_string();
        const auto tokenizer = Tokenizer::open(**checkpoint);
        ASSERT_TRUE(tokenizer) << tokenizer.error().to_string();
        const auto texts = texts_of(slurp(path.string() + ".inp"));
        const auto expected = ids_of(slurp(out));
        ASSERT_GE(texts.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const auto ids = (*tokenizer)->encode(texts[i], {false, false});
            ASSERT_TRUE(ids) << ids.error().to_string();
            EXPECT_EQ(*ids, expected[i]) << "text " << i << ": " << texts[i];
        }
    }
    EXPECT_GT(vocabularies, 0);
}

}  // namespace
}  // namespace bitlathe
