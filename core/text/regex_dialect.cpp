// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/regex_dialect.h"

#include <cctype>
#include <vector>

#include <fmt/format.h>

#include "core/text/regex_class.h"

namespace bitlathe {
namespace {

// White_Space, and everything else.
constexpr std::string_view kSpace =
    R"(\x{9}-\x{d}\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000})";
constexpr std::string_view kNotSpace =
    R"(\x{0}-\x{8}\x{e}-\x{1f}\x{21}-\x{84}\x{86}-\x{9f}\x{a1}-\x{167f}\x{1681}-\x{1fff})"
    R"(\x{200b}-\x{2027}\x{202a}-\x{202e}\x{2030}-\x{205e}\x{2060}-\x{2fff}\x{3001}-\x{10ffff})";
constexpr std::string_view kWord = R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc})";
// Outside of classes Oniguruma counts some more characters of Latin-1 as parts of words.
constexpr std::string_view kLoneWord =
    R"(\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\x{b2}\x{b3}\x{b9}\x{bc}-\x{be})";
constexpr std::string_view kHex = "0-9a-fA-F";
constexpr int kMaxDepth = 200;

class Translator {
public:
    explicit Translator(std::string_view pattern) : in_(pattern) {}

    Result<std::string> run() {
        while (at_ < in_.size()) {
            BITLATHE_TRY(step());
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] tl::unexpected<Error> refuse(std::string_view why) const {
        return fail(ErrorCode::kRefused, fmt::format("a regular expression {}", why), {}, at_);
    }
    [[nodiscard]] bool next_is(std::string_view text) const {
        return in_.substr(at_).starts_with(text);
    }
    void atom(std::string_view text) {
        atom_ = out_.size();
        out_ += text;
    }

    Status step() {
        const char c = in_[at_];
        if (c == '\\') {
            return escape();
        }
        if (c == '[') {
            ++at_;
            BITLATHE_ASSIGN(const std::string text, char_class(0));
            atom(text);
            return {};
        }
        if (c == '(') {
            open_group();
            return {};
        }
        if (c == ')') {
            out_ += c;
            ++at_;
            if (!groups_.empty()) {
                atom_ = groups_.back();
                groups_.pop_back();
            }
            return {};
        }
        if (c == '{' && interval()) {
            return {};
        }
        if (c == '*' || c == '+' || c == '?' || c == '|' || c == '^' || c == '$') {
            out_ += c;
            ++at_;
            return {};
        }
        // One character, which may be several bytes.
        const std::size_t begin = at_++;
        while (at_ < in_.size() && (static_cast<unsigned char>(in_[at_]) & 0xC0) == 0x80) {
            ++at_;
        }
        atom(in_.substr(begin, at_ - begin));
        return {};
    }

    void open_group() {
        groups_.push_back(out_.size());
        out_ += '(';
        ++at_;
        if (!next_is("?")) {
            return;
        }
        out_ += '?';
        ++at_;
        // Option letters: what Ruby calls m is called s elsewhere.
        while (at_ < in_.size() &&
               (std::isalpha(static_cast<unsigned char>(in_[at_])) != 0 || in_[at_] == '-')) {
            out_ += in_[at_] == 'm' ? 's' : in_[at_];
            ++at_;
        }
        for (const std::string_view rest : {"<=", "<!", ":", "=", "!", ">"}) {
            if (next_is(rest)) {
                out_ += rest;
                at_ += rest.size();
                return;
            }
        }
    }

    /// {n}, {n,}, {,m} or {n,m}; false when the brace is only a brace.
    bool interval() {
        const std::size_t close = in_.find('}', at_);
        if (close == std::string_view::npos) {
            return false;
        }
        const std::string_view inside = in_.substr(at_ + 1, close - at_ - 1);
        if (inside.empty() || inside.find_first_not_of("0123456789,") != std::string_view::npos ||
            inside == ",") {
            return false;
        }
        out_ +=
            inside.front() == ',' ? fmt::format("{{0{}}}", inside) : fmt::format("{{{}}}", inside);
        at_ = close + 1;
        if (next_is("+")) {
            out_.insert(atom_, "(?:");
            out_ += ")";
        }
        return true;
    }

    /// What one of the letters s S w W d D h H stands for between [ and ]; "" for other letters.
    static std::string_view shorthand(char letter) {
        switch (letter) {
            case 's':
                return kSpace;
            case 'S':
                return kNotSpace;
            case 'w':
                return kWord;
            case 'd':
                return R"(\p{Nd})";
            case 'D':
                return R"(\P{Nd})";
            case 'h':
                return kHex;
            default:
                return {};
        }
    }

    Status escape() {
        if (at_ + 1 >= in_.size()) {
            return refuse("ends with a backslash");
        }
        const char letter = in_[at_ + 1];
        const std::string_view set = letter == 'w' ? kLoneWord : shorthand(letter);
        if (!set.empty()) {
            atom(fmt::format("[{}]", set));
            at_ += 2;
        } else if (letter == 'W' || letter == 'H') {
            atom(fmt::format("[^{}]", letter == 'W' ? kLoneWord : kHex));
            at_ += 2;
        } else {
            atom(escaped());
        }
        return {};
    }

    /// An escape that means the same in both: \n, \p{L}, \x{41}, \u0041, \. and so on.
    std::string escaped() {
        const char letter = in_[at_ + 1];
        const std::size_t begin = at_;
        at_ += 2;
        if ((letter == 'p' || letter == 'P' || letter == 'x') && next_is("{")) {
            const std::size_t close = in_.find('}', at_);
            at_ = close == std::string_view::npos ? in_.size() : close + 1;
        } else if (letter == 'u') {
            const std::string hex(in_.substr(at_, 4));
            at_ = std::min(at_ + 4, in_.size());
            return fmt::format("\\x{{{}}}", hex);
        } else if (letter == 'x') {
            while (at_ < in_.size() && at_ < begin + 4 &&
                   std::isxdigit(static_cast<unsigned char>(in_[at_])) != 0) {
                ++at_;
            }
        } else if (static_cast<unsigned char>(letter) >= 0x80) {
            return std::string(1, letter);
        }
        return std::string(in_.substr(begin, at_ - begin));
    }

    /// Reads a class up to its closing bracket (the opening one is behind us).
    Result<std::string> char_class(int depth) {
        if (depth > kMaxDepth) {
            return refuse("has too many classes inside classes");
        }
        const bool negated = next_is("^");
        at_ += negated ? 1 : 0;
        std::vector<std::string> before;  // operands of && so far
        ClassText set;
        bool first = true;
        while (true) {
            if (at_ >= in_.size()) {
                return refuse("has a class without an end");
            }
            if (in_[at_] == ']' && !first) {
                ++at_;
                break;
            }
            first = false;
            if (next_is("&&")) {
                at_ += 2;
                if (!set.empty()) {
                    before.push_back(set.expression());
                }
                set = {};
                continue;
            }
            BITLATHE_TRY(class_item(set, depth));
        }
        return finish_class(std::move(before), set, negated);
    }

    static std::string finish_class(std::vector<std::string> before, const ClassText& set,
                                    bool negated) {
        if (before.empty()) {
            return negated ? set.negation() : set.expression();
        }
        std::string all;
        for (const std::string& operand : before) {
            all += "(?=" + operand + ")";
        }
        all = "(?:" + all + (set.empty() ? "(?s:.)" : set.expression()) + ")";
        return negated ? "(?:(?!" + all + ")(?s:.))" : all;
    }

    Status class_item(ClassText& set, int depth) {
        if (next_is("[:")) {
            const std::size_t close = in_.find(":]", at_);
            if (close != std::string_view::npos) {
                set.items += in_.substr(at_, close + 2 - at_);
                at_ = close + 2;
                return {};
            }
        }
        if (in_[at_] == '[') {
            ++at_;
            BITLATHE_ASSIGN(std::string nested, char_class(depth + 1));
            set.nested.push_back(std::move(nested));
            return {};
        }
        if (in_[at_] != '\\') {
            set.items += in_[at_++];
            return {};
        }
        if (at_ + 1 >= in_.size()) {
            return refuse("ends with a backslash");
        }
        const char letter = in_[at_ + 1];
        const std::string_view inside = shorthand(letter);
        if (!inside.empty()) {
            set.items += inside;
            at_ += 2;
        } else if (letter == 'W' || letter == 'H') {
            set.nested.push_back(fmt::format("[^{}]", letter == 'W' ? kWord : kHex));
            at_ += 2;
        } else {
            set.items += escaped();
        }
        return {};
    }

    std::string_view in_;
    std::size_t at_ = 0;
    std::string out_;
    std::size_t atom_ = 0;             ///< where the last atom begins in out_
    std::vector<std::size_t> groups_;  ///< where open groups begin in out_
};

}  // namespace

Result<std::string> to_pcre2(std::string_view pattern) {
    return Translator(pattern).run();
}

}  // namespace bitlathe
