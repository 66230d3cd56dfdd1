// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of tokenizer files for one test, and looks into metadata.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "core/checkpoint/metadata.h"
#include "core/text/json_write_vocabulary.h"
#include "core/text/tokenizer.h"

namespace bitlathe {

class VocabularyFolder : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("bitlathe-vocabulary-" + std::to_string(getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write(const std::string& name, std::string_view text) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << text;
    }
    void write(const FolderVocabulary& vocabulary) const {
        for (const VocabularyFile& file : vocabulary.files) {
            write(file.name, file.text);
        }
    }
    std::filesystem::path folder_;
};

inline std::vector<std::string> strings_of(const Metadata& metadata, std::string_view key) {
    std::vector<std::string> out;
    metadata.for_each_string(key, [&](std::uint64_t, std::string_view s) { out.emplace_back(s); });
    return out;
}

/// That an entry has the same type and bytes in both; it may be missing in both.
inline void expect_same_entry(const Metadata& a, const Metadata& b, std::string_view key) {
    const MetaEntry* one = a.find(key);
    const MetaEntry* other = b.find(key);
    ASSERT_EQ(one == nullptr, other == nullptr) << key;
    if (one == nullptr) {
        return;
    }
    EXPECT_EQ(one->type, other->type) << key;
    EXPECT_EQ(one->count, other->count) << key;
    EXPECT_TRUE(std::equal(one->raw.begin(), one->raw.end(), other->raw.begin(), other->raw.end()))
        << key;
}

/// Texts that tokenizers get wrong.
inline const std::vector<std::string>& nasty_texts() {
    static const std::vector<std::string> texts = {
        "Hello, y'all! How are you \xF0\x9F\x98\x81 ?我想在apple工作1314151天～",
        "  leading and trailing  ",
        "\n \n\n \n\n\n \t \t\t \t\n  \n",
        "3 33 333 3333 33333",
        "e\u0301\u0302 नमस्ते \u202Eabc\u202C \x01\x7F",
        "👨‍👩‍👧‍👦 'S 'LL 'tis <s> </s> x</s>y",
        "def f(x):\r\n\treturn  x**2 ## z\r\n\r\n",
        std::string(500, ' ') + "x" + std::string(300, '9'),
    };
    return texts;
}

inline void expect_same_ids(const Tokenizer& expected, const Tokenizer& ours,
                            const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        for (const bool special : {false, true}) {
            const auto wanted = expected.encode(text, {special, true});
            const auto got = ours.encode(text, {special, true});
            ASSERT_TRUE(wanted && got) << text;
            EXPECT_EQ(*wanted, *got) << text;
        }
    }
}

}  // namespace bitlathe
