// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <numeric>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/forward/transformer.h"

namespace bitlathe {

inline std::filesystem::path shared_data() {
    return BITLATHE_SHARED_DATA;
}

/// The reference models; "none" where there are none.
inline std::vector<std::string> family_folders() {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry :
         std::filesystem::directory_iterator(shared_data() / "families", ignored)) {
        if (entry.is_directory()) {
            names.push_back(entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names.empty() ? std::vector<std::string>{"none"} : names;
}

/// A file of little-endian numbers.
template <class T>
std::vector<T> read_numbers(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), {});
    std::vector<T> numbers(bytes.size() / sizeof(T));
    std::copy_n(bytes.data(), numbers.size() * sizeof(T), reinterpret_cast<char*>(numbers.data()));
    return numbers;
}

inline std::vector<std::uint32_t> all_tokens(const TokenBatch& batch) {
    std::vector<std::uint32_t> tokens(batch.ids.size());
    std::iota(tokens.begin(), tokens.end(), 0U);
    return tokens;
}

/// Logits of all tokens of a batch: [tokens, vocabulary].
inline Result<Buffer> all_logits(const Transformer& model, const TokenBatch& batch,
                                 const WorkContext& context = {}, TapSink* taps = nullptr) {
    BITLATHE_ASSIGN(const ForwardState state, model.run(batch, taps, context));
    BITLATHE_ASSIGN(const Buffer hidden, model.hidden(state, all_tokens(batch), context));
    BITLATHE_ASSIGN(const OutputHead head, model.head(context));
    BITLATHE_ASSIGN(const auto slice, head.load(0, head.vocabulary(), context));
    BITLATHE_ASSIGN(Buffer logits, Buffer::create(batch.ids.size(), head.vocabulary()));
    BITLATHE_TRY(head.logits(hidden.rows(), *slice, 0, logits.rows(), context));
    return logits;
}

}  // namespace bitlathe
