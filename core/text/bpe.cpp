// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/bpe.h"

#include <utility>

#include "core/text/utf8.h"
#include "core/text/word_cache.h"

namespace bitlathe {
namespace {

constexpr TokenId kNoSymbol = ~TokenId{0};

std::uint64_t pair_key(TokenId left, TokenId right) {
    return (std::uint64_t{left} << 32) | right;
}

}  // namespace

std::size_t MergeTable::slot_of(std::uint64_t key) const {
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = keyed_hash(key) & mask;
    while (entries_[at].key != key && entries_[at].key != ~std::uint64_t{0}) {
        at = (at + 1) & mask;
    }
    return at;
}

void MergeTable::add(TokenId left, TokenId right, const MergeRule& rule, bool keep_first) {
    if (entries_.size() < 2 * (used_ + 1)) {
        std::vector<Entry> old(std::max<std::size_t>(64, entries_.size() * 2));
        std::swap(old, entries_);
        for (const Entry& entry : old) {
            if (entry.key != ~std::uint64_t{0}) {
                entries_[slot_of(entry.key)] = entry;
            }
        }
    }
    Entry& entry = entries_[slot_of(pair_key(left, right))];
    const bool there = entry.key != ~std::uint64_t{0};
    if (there && keep_first) {
        return;
    }
    used_ += there ? 0 : 1;
    entry = {pair_key(left, right), static_cast<std::uint32_t>(rule.order), rule.id};
}

bool MergeTable::find(TokenId left, TokenId right, MergeRule& rule) const {
    if (entries_.empty()) {
        return false;
    }
    const Entry& entry = entries_[slot_of(pair_key(left, right))];
    if (entry.key == ~std::uint64_t{0}) {
        return false;
    }
    rule = {static_cast<double>(entry.order), entry.id};
    return true;
}

class BpeSession final : public ModelSession {
public:
    explicit BpeSession(const BpeModel& model) : model_(model) {}

    Status encode(std::string_view piece, std::vector<TokenId>& out) override {
        return model_.cuts_.for_each_part(piece, [&](std::string_view word) {
            return cache_.append_or(word, out, [&] { return encode_word(word, out); });
        });
    }

private:
    Status encode_word(std::string_view word, std::vector<TokenId>& out) {
        const BpeOptions& options = model_.options_;
        if (options.byte_level) {
            mapped_ = to_byte_characters(word);
            word = mapped_;
        }
        if (options.ignore_merges ||
            (options.whole_newlines && word.find_first_not_of('\n') == std::string_view::npos)) {
            if (const auto whole = model_.vocabulary_.find(word)) {
                out.push_back(*whole);
                return {};
            }
        }
        merger_.symbols.clear();
        unknown_open_ = false;
        for (std::size_t at = 0; at < word.size();) {
            const std::uint32_t bytes = utf8_at(word, at).bytes;
            add_character(word, static_cast<std::uint32_t>(at), bytes);
            at += bytes;
        }
        merger_.run([&](const Symbol& left, const Symbol& right, MergeRule& rule) {
            return model_.merges_.find(left.id, right.id, rule);
        });
        for (const Symbol& symbol : merger_.symbols) {
            emit(word, symbol, out);
        }
        return {};
    }

    void add_character(std::string_view word, std::uint32_t at, std::uint32_t bytes) {
        const BpeOptions& options = model_.options_;
        const bool last = at + bytes == word.size();
        std::string_view text = word.substr(at, bytes);
        std::string decorated;
        if ((at > 0 && !options.prefix.empty()) || (last && !options.suffix.empty())) {
            decorated.append(at > 0 ? options.prefix : "").append(text);
            decorated.append(last ? options.suffix : "");
            text = decorated;
        }
        if (const auto id = model_.symbol(text)) {
            push(*id, at, bytes);
            unknown_open_ = false;
        } else {
            add_unknown(text, at, bytes);
        }
    }

    void add_unknown(std::string_view text, std::uint32_t at, std::uint32_t bytes) {
        const BpeOptions& options = model_.options_;
        if (options.unknown_text == UnknownText::kLateBytes ||
            options.unknown_text == UnknownText::kLateByteTokens) {
            push(kNoSymbol, at, bytes);
            return;
        }
        if (options.unknown_text == UnknownText::kByteTokens && add_byte_tokens(text, at, bytes)) {
            return;
        }
        if (!options.unknown) {
            return;
        }
        if (options.fuse_unknown && unknown_open_) {
            merger_.symbols.back().end = at + bytes;
        } else {
            push(*options.unknown, at, bytes);
        }
        unknown_open_ = true;
    }

    bool add_byte_tokens(std::string_view text, std::uint32_t at, std::uint32_t bytes) {
        std::vector<TokenId> ids;
        for (const char c : text) {
            const auto id = model_.vocabulary_.byte(static_cast<unsigned char>(c));
            if (!id) {
                return false;
            }
            ids.push_back(*id);
        }
        for (std::uint32_t i = 0; i < ids.size(); ++i) {
            // A decorated character has more bytes than the word has there; empty symbols would
            // read as merged away, so that all but the last share what there is.
            push(ids[i], at + std::min(i, bytes - 1), 1);
        }
        unknown_open_ = false;
        return true;
    }

    void push(TokenId id, std::uint32_t at, std::uint32_t bytes) {
        merger_.symbols.push_back({id, at, at + bytes, 0, 0});
    }

    void emit(std::string_view word, const Symbol& symbol, std::vector<TokenId>& out) const {
        if (symbol.id < model_.vocabulary_.size()) {
            out.push_back(symbol.id);
            return;
        }
        const bool as_tokens = model_.options_.unknown_text == UnknownText::kLateByteTokens;
        for (const char c : word.substr(symbol.begin, symbol.end - symbol.begin)) {
            const auto id = as_tokens ? model_.vocabulary_.byte(static_cast<unsigned char>(c))
                                      : model_.vocabulary_.find(std::string_view(&c, 1));
            if (id) {
                out.push_back(*id);
            }
        }
    }

    const BpeModel& model_;
    WordCache cache_;
    Merger merger_;
    std::string mapped_;
    bool unknown_open_ = false;
};

BpeModel::BpeModel(const Vocabulary& vocabulary, StringIndex extra, MergeTable merges,
                   BpeOptions options)
    : vocabulary_(vocabulary),
      extra_(std::move(extra)),
      merges_(std::move(merges)),
      options_(std::move(options)) {
    if (!options_.byte_level && !options_.ignore_merges && options_.prefix.empty() &&
        options_.suffix.empty()) {
        cuts_ = SafeCuts(vocabulary);
    }
}

std::optional<TokenId> BpeModel::symbol(std::string_view text) const {
    if (const auto id = vocabulary_.find(text)) {
        return id;
    }
    const auto extra = extra_.find(text);
    return extra ? std::optional(static_cast<TokenId>(vocabulary_.size() + *extra)) : std::nullopt;
}

std::unique_ptr<ModelSession> BpeModel::session() const {
    return std::make_unique<BpeSession>(*this);
}

}  // namespace bitlathe
