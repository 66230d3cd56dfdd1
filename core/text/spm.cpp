// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/spm.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/text/merge.h"
#include "core/text/word_cache.h"

namespace bitlathe {
namespace {

/// Bytes of a character by its first byte alone: the rest is not looked at, as in llama.cpp.
std::uint32_t bytes_by_lead(char lead) {
    const unsigned high = static_cast<unsigned char>(lead) >> 4;
    return high < 12 ? 1 : high < 14 ? 2 : high - 11;
}

}  // namespace

class SpmSession final : public ModelSession {
public:
    explicit SpmSession(const SpmModel& model) : model_(model) {}

    Status encode(std::string_view piece, std::vector<TokenId>& out) override {
        const auto encode_part = [&](std::string_view word) {
            return cache_.append_or(word, out, [&] { return encode_word(word, out); });
        };
        // Malformed bytes may swallow a space mark.
        return is_utf8(piece) ? model_.cuts_.for_each_part(piece, encode_part) : encode_part(piece);
    }

private:
    Status encode_word(std::string_view word, std::vector<TokenId>& out) {
        merger_.symbols.clear();
        for (std::size_t at = 0; at < word.size();) {
            const auto bytes = std::min<std::size_t>(bytes_by_lead(word[at]), word.size() - at);
            merger_.symbols.push_back(
                {0, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + bytes), 0, 0});
            at += bytes;
        }
        const Vocabulary& vocabulary = model_.vocabulary_;
        merger_.run([&](const Symbol& left, const Symbol& right, MergeRule& rule) {
            const auto id = vocabulary.find(word.substr(left.begin, right.end - left.begin));
            if (id) {
                rule = {-vocabulary.token(*id).score, *id};
            }
            return id.has_value();
        });
        for (const Symbol& symbol : merger_.symbols) {
            emit(word.substr(symbol.begin, symbol.end - symbol.begin), out);
        }
        return {};
    }

    void emit(std::string_view text, std::vector<TokenId>& out) const {
        if (const auto id = model_.vocabulary_.find(text)) {
            out.push_back(*id);
            return;
        }
        for (const char c : text) {
            auto id = model_.vocabulary_.byte(static_cast<unsigned char>(c));
            if (!id) {
                id = model_.vocabulary_.find(std::string_view(&c, 1));
            }
            if (!id) {
                id = model_.unknown_;
            }
            if (id) {
                out.push_back(*id);
            }
        }
    }

    const SpmModel& model_;
    WordCache cache_;
    Merger merger_;
};

SpmModel::SpmModel(const Vocabulary& vocabulary, std::optional<TokenId> unknown)
    : vocabulary_(vocabulary), unknown_(unknown), cuts_(vocabulary) {}

std::unique_ptr<ModelSession> SpmModel::session() const {
    return std::make_unique<SpmSession>(*this);
}

}  // namespace bitlathe
