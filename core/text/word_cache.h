// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/vocabulary.h"

namespace bitlathe {

/// The tokens of words seen before; bounded. For one thread.
class WordCache {
public:
    /// Appends the tokens of a word: those of last time, or those that `make()` appends, which are
    /// remembered unless the word is long or there are too many. Errors: those of `make`.
    template <class Make>
    Status append_or(std::string_view word, std::vector<TokenId>& out, Make&& make) {
        if (append(word, out)) {
            return {};
        }
        const std::size_t before = out.size();
        BITLATHE_TRY(make());
        put(word, std::span(out).subspan(before));
        return {};
    }

private:
    [[nodiscard]] bool append(std::string_view word, std::vector<TokenId>& out);
    /// Right after append() of the same word returned false.
    void put(std::string_view word, std::span<const TokenId> ids);

    static constexpr std::size_t kMaxWordBytes = 64;
    static constexpr std::size_t kMaxWords = 1 << 18;

    struct Entry {
        std::uint64_t hash = 0;
        std::uint32_t word = 0, ids = 0;  ///< where they begin
        std::uint16_t word_bytes = 0, count = 0;
        bool used = false;
    };
    [[nodiscard]] std::size_t slot_of(std::string_view word, std::uint64_t hash) const;
    void grow();

    std::vector<Entry> entries_ = std::vector<Entry>(256);
    std::size_t used_ = 0;
    std::size_t last_slot_ = 0;
    std::uint64_t last_hash_ = 0;
    std::string words_;
    std::vector<TokenId> ids_;
};

}  // namespace bitlathe
