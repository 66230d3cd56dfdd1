// SPDX-License-Identifier: GPL-3.0-or-later
#define PCRE2_CODE_UNIT_WIDTH 8
#include "core/text/regex.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <pcre2.h>

#include "core/base/text.h"
#include "core/text/regex_dialect.h"
#include "core/text/utf8.h"

namespace bitlathe {
namespace {

constexpr std::size_t kMaxPatternBytes = 100'000;
// Patterns of tokenizers take a few steps per character; long runs take as many as they are long.
constexpr std::uint32_t kMatchLimit = 5'000'000;
constexpr std::uint32_t kHeapLimitKib = 256 * 1024;

template <class T, void (*Free)(T*)>
struct Deleter {
    void operator()(T* pointer) const { Free(pointer); }
};
using CompileContext = std::unique_ptr<pcre2_compile_context,
                                       Deleter<pcre2_compile_context, pcre2_compile_context_free>>;
using MatchContext =
    std::unique_ptr<pcre2_match_context, Deleter<pcre2_match_context, pcre2_match_context_free>>;
using CodePointer = std::unique_ptr<pcre2_code, Deleter<pcre2_code, pcre2_code_free>>;
using MatchData =
    std::unique_ptr<pcre2_match_data, Deleter<pcre2_match_data, pcre2_match_data_free>>;
using JitStack = std::unique_ptr<pcre2_jit_stack, Deleter<pcre2_jit_stack, pcre2_jit_stack_free>>;

std::string message_of(int code) {
    std::array<PCRE2_UCHAR, 200> text{};
    pcre2_get_error_message(code, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

}  // namespace

struct Regex::Code {
    CodePointer code;
    std::string shown;
};

/// What matching needs besides the pattern. One for every thread serves all patterns: making it
/// costs more than most matches.
struct Regex::Matches::Data {
    MatchData match{pcre2_match_data_create(1, nullptr)};
    MatchContext context{pcre2_match_context_create(nullptr)};
    JitStack stack{pcre2_jit_stack_create(32 * 1024, 8 * 1024 * 1024, nullptr)};
    Data() {
        pcre2_set_match_limit(context.get(), kMatchLimit);
        pcre2_set_heap_limit(context.get(), kHeapLimitKib);
        pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    }
    static Data& of_this_thread() {
        thread_local Data data;
        return data;
    }
};

Regex::Regex() = default;
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

Result<Regex> Regex::compile(const std::string& pattern, bool lines, std::string_view shown) {
    const CompileContext context(pcre2_compile_context_create(nullptr));
    pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
    const std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY |
                                  PCRE2_NO_AUTO_CAPTURE | PCRE2_NEVER_BACKSLASH_C |
                                  (lines ? PCRE2_MULTILINE : 0U);
    int error = 0;
    PCRE2_SIZE at = 0;
    Regex regex;
    regex.code_ = std::make_unique<Code>();
    regex.code_->shown = printable(shown, 80);
    regex.code_->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()),
                                          pattern.size(), options, &error, &at, context.get()));
    if (!regex.code_->code) {
        return fail(ErrorCode::kRefused,
                    fmt::format("the regular expression \"{}\" cannot be used: {}",
                                regex.code_->shown, message_of(error)));
    }
    // Where there is no JIT the interpreter gives the same matches.
    static_cast<void>(pcre2_jit_compile(regex.code_->code.get(), PCRE2_JIT_COMPLETE));
    return regex;
}

namespace {

Result<std::string> translated(std::string_view pattern) {
    if (pattern.size() > kMaxPatternBytes || !is_utf8(pattern)) {
        return fail(ErrorCode::kRefused, "a regular expression is too long or not UTF-8");
    }
    return to_pcre2(pattern);
}

}  // namespace

Result<Regex> Regex::oniguruma(std::string_view pattern) {
    BITLATHE_ASSIGN(const std::string text, translated(pattern));
    return compile(text, true, pattern);
}

Result<Regex> Regex::plain(std::string_view pattern) {
    BITLATHE_ASSIGN(const std::string text, translated(pattern));
    return compile(text, false, pattern);
}

Result<Regex> Regex::literal(std::string_view text) {
    if (text.size() > kMaxPatternBytes || !is_utf8(text)) {
        return fail(ErrorCode::kRefused, "a pattern is too long or not UTF-8");
    }
    std::string pattern;
    for (std::size_t at = 0; at < text.size();) {
        const Utf8Char c = utf8_at(text, at);
        pattern += fmt::format("\\x{{{:x}}}", static_cast<std::uint32_t>(c.code));
        at += c.bytes;
    }
    return compile(pattern, false, text);
}

Regex::Matches::Matches(const Regex& regex, std::string_view text)
    : regex_(regex), text_(text), data_(Data::of_this_thread()) {}

Result<std::optional<Regex::Match>> Regex::Matches::next() {
    while (at_ <= text_.size()) {
        const int found = pcre2_match(regex_.code_->code.get(),
                                      reinterpret_cast<PCRE2_SPTR>(text_.data()), text_.size(), at_,
                                      PCRE2_NO_UTF_CHECK, data_.match.get(), data_.context.get());
        if (found == PCRE2_ERROR_NOMATCH) {
            at_ = text_.size() + 1;
            return std::optional<Match>();
        }
        if (found < 0) {
            return fail(ErrorCode::kRefused,
                        fmt::format("the regular expression \"{}\" of the tokenizer gave up: {}",
                                    regex_.code_->shown, message_of(found)));
        }
        const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(data_.match.get());
        const Match match{ends[0], ends[1]};
        if (match.end < match.begin) {  // possible with \K in a lookahead
            return fail(ErrorCode::kRefused, fmt::format("the regular expression \"{}\" is refused",
                                                         regex_.code_->shown));
        }
        const bool empty = match.begin == match.end;
        const std::size_t step =
            !empty || match.end >= text_.size() ? (empty ? 1 : 0) : utf8_at(text_, match.end).bytes;
        const bool repeated = empty && last_end_ == match.end;
        at_ = empty && !repeated ? match.end : match.end + step;
        if (repeated) {
            continue;
        }
        last_end_ = match.end;
        return std::optional<Match>(match);
    }
    return std::optional<Match>();
}

}  // namespace bitlathe
