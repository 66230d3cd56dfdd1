// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies with texts and the ids that llama.cpp gives for them.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/vocabulary.h"

namespace bitlathe {

struct ReferenceVocabulary {
    std::filesystem::path path;      ///< a GGUF without tensors
    std::vector<std::string> texts;  ///< at least as many as ids
    std::vector<std::vector<TokenId>> ids;
};

inline std::string read_whole(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> reference_texts(const std::string& all) {
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

/// All of the reference data; none when it is not there.
inline std::vector<ReferenceVocabulary> reference_vocabularies() {
    std::vector<ReferenceVocabulary> out;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(BITLATHE_SHARED_DATA) / "vocab", ignored)) {
        const std::string path = entry.path().string();
        if (entry.path().extension() != ".gguf" || !std::filesystem::exists(path + ".out")) {
            continue;
        }
        ReferenceVocabulary one{entry.path(), reference_texts(read_whole(path + ".inp")), {}};
        std::istringstream lines(read_whole(path + ".out"));
        for (std::string line; std::getline(lines, line);) {
            std::istringstream numbers(line);
            one.ids.emplace_back(std::istream_iterator<TokenId>(numbers),
                                 std::istream_iterator<TokenId>());
        }
        one.texts.resize(std::max(one.texts.size(), one.ids.size()));
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace bitlathe
