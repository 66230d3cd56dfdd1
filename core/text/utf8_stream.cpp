// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8_stream.h"

#include <span>
#include <string_view>
#include <utility>

#include "core/text/utf8.h"

namespace bitlathe {
namespace {

/// A character has four bytes, so that more tokens than that never wait for one.
constexpr std::size_t kMaxWaiting = 4;

}  // namespace

TokenTextStream::TokenTextStream(std::shared_ptr<const Tokenizer> tokenizer)
    : tokenizer_(std::move(tokenizer)) {}

/// Bytes of the tokens that are not shown, read after those that are.
std::string TokenTextStream::fresh() const {
    const std::string before = tokenizer_->decode(std::span(ids_).first(shown_));
    std::string all = tokenizer_->decode(ids_);
    return all.size() < before.size() ? std::string() : all.substr(before.size());
}

std::string TokenTextStream::push(TokenId id) {
    ids_.push_back(id);
    std::string text = fresh();
    const bool waits = incomplete_utf8_tail(text) > 0 || text.ends_with("\xEF\xBF\xBD");
    if (waits && ids_.size() - shown_ < kMaxWaiting) {
        return {};
    }
    // Tokens without text are no context for those after them.
    if (!text.empty()) {
        ids_.erase(ids_.begin(), ids_.begin() + static_cast<std::ptrdiff_t>(shown_));
    }
    shown_ = ids_.size();
    return to_valid_utf8(text);
}

std::string TokenTextStream::finish() {
    std::string text = to_valid_utf8(fresh());
    ids_.clear();
    shown_ = 0;
    return text;
}

}  // namespace bitlathe
