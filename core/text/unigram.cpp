// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/unigram.h"

#include <algorithm>
#include <set>
#include <utility>

#include "core/text/utf8.h"
#include "core/text/word_cache.h"

namespace bitlathe {

class UnigramSession final : public ModelSession {
public:
    explicit UnigramSession(const UnigramModel& model) : model_(model) {}

    Status encode(std::string_view piece, std::vector<TokenId>& out) override {
        return cache_.append_or(piece, out, [&] {
            find_best(piece);
            return emit(piece, out);
        });
    }

private:
    static constexpr TokenId kUnknown = ~TokenId{0};
    /// The best way to reach a place in the piece.
    struct Best {
        double score = 0;
        std::size_t from = kNowhere;
        TokenId id = kUnknown;
    };
    static constexpr std::size_t kNowhere = ~std::size_t{0};

    void find_best(std::string_view piece) {
        best_.assign(piece.size() + 1, {});
        for (std::size_t at = 0; at < piece.size();) {
            const std::uint32_t bytes = utf8_at(piece, at).bytes;
            const double here = best_[at].score;
            bool single = false;
            model_.trie_.for_each_prefix(piece.substr(at), [&](std::size_t length, TokenId id) {
                offer(at, at + length, here + model_.vocabulary_.token(id).score, id);
                single = single || length == bytes;
            });
            if (!single) {
                offer(at, at + bytes, here + model_.options_.unknown_score, kUnknown);
            }
            at += bytes;
        }
    }

    void offer(std::size_t from, std::size_t to, double score, TokenId id) {
        Best& best = best_[to];
        if (best.from == kNowhere || score > best.score) {
            best = {score, from, id};
        }
    }

    Status emit(std::string_view piece, std::vector<TokenId>& out) {
        parts_.clear();
        for (std::size_t end = piece.size(); end > 0;) {
            const Best& best = best_[end];
            const bool fuse = best.id == kUnknown && !parts_.empty() &&
                              parts_.back().id == kUnknown && parts_.back().begin == end;
            if (fuse) {
                parts_.back().begin = best.from;
            } else {
                parts_.push_back({best.from, end, best.id});
            }
            end = best.from;
        }
        std::reverse(parts_.begin(), parts_.end());
        for (const Part& part : parts_) {
            if (part.id != kUnknown) {
                out.push_back(part.id);
            } else {
                BITLATHE_TRY(emit_unknown(piece.substr(part.begin, part.end - part.begin), out));
            }
        }
        return {};
    }

    Status emit_unknown(std::string_view text, std::vector<TokenId>& out) const {
        const UnigramOptions& options = model_.options_;
        if (options.look_up_unknown) {
            if (const auto id = model_.vocabulary_.find(text)) {
                out.push_back(*id);
                return {};
            }
        }
        if (options.byte_fallback) {
            std::vector<TokenId> ids;
            for (const char c : text) {
                if (const auto id = model_.vocabulary_.byte(static_cast<unsigned char>(c))) {
                    ids.push_back(*id);
                }
            }
            if (ids.size() == text.size()) {
                out.insert(out.end(), ids.begin(), ids.end());
                return {};
            }
        }
        if (!options.unknown) {
            return fail(ErrorCode::kRefused,
                        "the text has characters that the tokenizer does not know, and it has no "
                        "token for them");
        }
        out.push_back(*options.unknown);
        return {};
    }

    struct Part {
        std::size_t begin, end;
        TokenId id;
    };
    const UnigramModel& model_;
    WordCache cache_;
    std::vector<Best> best_;
    std::vector<Part> parts_;
};

UnigramModel::UnigramModel(const Vocabulary& vocabulary, UnigramOptions options)
    : vocabulary_(vocabulary), options_(std::move(options)) {
    const std::set<TokenId> left_out(options_.left_out.begin(), options_.left_out.end());
    std::vector<std::pair<std::string_view, std::uint32_t>> entries;
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        const std::string& text = vocabulary.token(id).text;
        if (!text.empty() && !left_out.contains(id) && vocabulary.find(text) == id) {
            entries.emplace_back(text, id);
        }
    }
    trie_ = PrefixTrie(std::move(entries));
}

std::unique_ptr<ModelSession> UnigramModel::session() const {
    return std::make_unique<UnigramSession>(*this);
}

}  // namespace bitlathe
