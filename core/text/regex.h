// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace bitlathe {

/// A compiled pattern over UTF-8, by PCRE2. Immutable and thread-safe.
class Regex {
public:
    /// Compiles a pattern as it stands in a tokenizer.json (Oniguruma's Ruby syntax): `\s`, `\w`,
    /// `\d` and `\h` mean what they mean there, `^` and `$` match at lines. Errors: kRefused.
    static Result<Regex> oniguruma(std::string_view pattern);
    /// Compiles a pattern of our own or of a GGUF pre-tokenizer: the same classes, but `^` and `$`
    /// match at the ends of the text only.
    static Result<Regex> plain(std::string_view pattern);
    /// Matches exactly this text.
    static Result<Regex> literal(std::string_view text);

    ~Regex();
    Regex(Regex&&) noexcept;
    Regex& operator=(Regex&&) noexcept;

    struct Match {
        std::size_t begin = 0, end = 0;
    };

    /// Walks over the matches of one text, left to right, none overlapping. An empty match next to
    /// the match before it is left out. Stays in the thread that made it.
    class Matches {
    public:
        /// `text` must be well-formed UTF-8 and stay alive.
        Matches(const Regex& regex, std::string_view text);
        Matches(const Matches&) = delete;
        Matches& operator=(const Matches&) = delete;
        /// The next match, or nothing. Errors: kRefused when the pattern needs more steps than it
        /// is allowed (patterns can be made to explode).
        Result<std::optional<Match>> next();

    private:
        const Regex& regex_;
        std::string_view text_;
        std::size_t at_ = 0;
        std::optional<std::size_t> last_end_;
        struct Data;
        Data& data_;
    };

private:
    Regex();
    static Result<Regex> compile(const std::string& pattern, bool lines, std::string_view shown);
    struct Code;
    std::unique_ptr<Code> code_;
};

}  // namespace bitlathe
