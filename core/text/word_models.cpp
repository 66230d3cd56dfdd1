// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/word_models.h"

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "core/text/word_cache.h"

namespace bitlathe {
namespace {

Status push_unknown(std::optional<TokenId> unknown, std::vector<TokenId>& out) {
    if (!unknown) {
        return fail(ErrorCode::kRefused,
                    "the text has a word that the tokenizer does not know, and it has no token for "
                    "such words");
    }
    out.push_back(*unknown);
    return {};
}

}  // namespace

class WordPieceSession final : public ModelSession {
public:
    explicit WordPieceSession(const WordPieceModel& model) : model_(model) {}

    Status encode(std::string_view word, std::vector<TokenId>& out) override {
        return cache_.append_or(word, out, [&]() -> Status {
            const std::size_t before = out.size();
            if (utf8_length(word) <= model_.options_.max_characters && split(word, out)) {
                return {};
            }
            out.resize(before);
            return push_unknown(model_.options_.unknown, out);
        });
    }

private:
    bool split(std::string_view word, std::vector<TokenId>& out) {
        for (std::size_t at = 0; at < word.size();) {
            candidate_.assign(at > 0 ? model_.options_.prefix : "");
            const std::size_t fixed = candidate_.size();
            candidate_ += word.substr(at, model_.vocabulary_.longest());
            std::optional<TokenId> found;
            while (candidate_.size() > fixed && !found) {
                found = model_.vocabulary_.find(candidate_);
                if (!found) {
                    candidate_.resize(utf8_before(candidate_, candidate_.size()));
                }
            }
            if (!found) {
                return false;
            }
            out.push_back(*found);
            at += candidate_.size() - fixed;
        }
        return true;
    }

    const WordPieceModel& model_;
    WordCache cache_;
    std::string candidate_;
};

WordPieceModel::WordPieceModel(const Vocabulary& vocabulary, WordPieceOptions options)
    : vocabulary_(vocabulary), options_(std::move(options)) {}

std::unique_ptr<ModelSession> WordPieceModel::session() const {
    return std::make_unique<WordPieceSession>(*this);
}

class WordLevelSession final : public ModelSession {
public:
    explicit WordLevelSession(const WordLevelModel& model) : model_(model) {}

    Status encode(std::string_view word, std::vector<TokenId>& out) override {
        if (const auto id = model_.vocabulary_.find(word)) {
            out.push_back(*id);
            return {};
        }
        return push_unknown(model_.unknown_, out);
    }

private:
    const WordLevelModel& model_;
};

WordLevelModel::WordLevelModel(const Vocabulary& vocabulary, std::optional<TokenId> unknown)
    : vocabulary_(vocabulary), unknown_(unknown) {}

std::unique_ptr<ModelSession> WordLevelModel::session() const {
    return std::make_unique<WordLevelSession>(*this);
}

}  // namespace bitlathe
