// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/pre_tokenizer.h"

#include <array>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/text/metaspace.h"
#include "core/text/patterns.h"
#include "core/text/split.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"
#include "core/text/vocabulary.h"

namespace bitlathe {
namespace {

using Step = PreTokenizer::Step;
constexpr std::string_view kByteLevelPattern =
    R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

bool is_ascii_punctuation(char32_t c) {
    return (c >= 0x21 && c <= 0x2F) || (c >= 0x3A && c <= 0x40) || (c >= 0x5B && c <= 0x60) ||
           (c >= 0x7B && c <= 0x7E);
}
bool is_any_punctuation(char32_t c) {
    return is_ascii_punctuation(c) || is_punctuation(c);
}

/// A step that changes every piece: `change(piece, text)` gives the new text.
template <class Change>
Step rewrite(Change change) {
    return [change](Pieces& pieces) -> Status {
        for (Piece& piece : pieces.list) {
            std::string text(piece.text);
            change(piece, text);
            piece.text = pieces.storage.emplace_back(std::move(text));
        }
        return {};
    };
}

Result<SplitBehavior> read_behavior(const JsonFields& fields, std::string fallback) {
    BITLATHE_ASSIGN(const std::string name, fields.string_or("behavior", std::move(fallback)));
    static constexpr std::array kNames = {
        std::pair{"Removed", SplitBehavior::kRemoved},
        std::pair{"Isolated", SplitBehavior::kIsolated},
        std::pair{"MergedWithPrevious", SplitBehavior::kMergedWithPrevious},
        std::pair{"MergedWithNext", SplitBehavior::kMergedWithNext},
        std::pair{"Contiguous", SplitBehavior::kContiguous},
    };
    for (const auto& [known, behavior] : kNames) {
        if (name == known) {
            return behavior;
        }
    }
    return fields.refuse(fmt::format("behavior \"{}\" is not known", name));
}

using Steps = std::vector<Step>;

Status read_split(const JsonFields& fields, Steps& steps) {
    const Json* pattern = fields.find("pattern");
    if (pattern == nullptr) {
        return fields.refuse("\"pattern\" is missing");
    }
    BITLATHE_ASSIGN(const bool invert, fields.boolean_or("invert", false));
    BITLATHE_ASSIGN(const SplitBehavior behavior, read_behavior(fields, ""));
    BITLATHE_ASSIGN(Regex regex, read_pattern(*pattern, fields.where()));
    steps.push_back(split_step(by_regex(std::move(regex), invert), behavior));
    return {};
}

Status read_digits(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const bool individual, fields.boolean_or("individual_digits", false));
    steps.push_back(split_step(by_character(is_number),
                               individual ? SplitBehavior::kIsolated : SplitBehavior::kContiguous));
    return {};
}

Status read_punctuation(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const SplitBehavior behavior, read_behavior(fields, "Isolated"));
    steps.push_back(split_step(by_character(is_any_punctuation), behavior));
    return {};
}

Status read_whitespace(const JsonFields&, Steps& steps) {
    // Words are what lies between; a run of other characters is one too.
    steps.emplace_back([](Pieces& pieces) -> Status {
        const auto kind = [](char32_t c) { return is_word(c) ? 1 : is_white_space(c) ? 0 : 2; };
        std::vector<Piece> out;
        for (const Piece& piece : pieces.list) {
            for (std::size_t at = 0; at < piece.text.size();) {
                const std::size_t begin = at;
                const int first = kind(utf8_at(piece.text, at).code);
                while (at < piece.text.size() && kind(utf8_at(piece.text, at).code) == first) {
                    at += utf8_at(piece.text, at).bytes;
                }
                if (first != 0) {
                    out.push_back(
                        {piece.text.substr(begin, at - begin), piece.at_start && begin == 0});
                }
            }
        }
        pieces.list = std::move(out);
        return {};
    });
    return {};
}

Status read_whitespace_split(const JsonFields&, Steps& steps) {
    steps.push_back(split_step(by_character(is_white_space), SplitBehavior::kRemoved));
    return {};
}

Status read_bert(const JsonFields& fields, Steps& steps) {
    BITLATHE_TRY(read_whitespace_split(fields, steps));
    steps.push_back(split_step(by_character(is_any_punctuation), SplitBehavior::kIsolated));
    return {};
}

Status read_delimiter(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const std::string delimiter, fields.string("delimiter"));
    if (delimiter.empty()) {
        return fields.refuse("\"delimiter\" is empty");
    }
    const char32_t wanted = utf8_at(delimiter, 0).code;
    steps.push_back(split_step(by_character([wanted](char32_t c) { return c == wanted; }),
                               SplitBehavior::kRemoved));
    return {};
}

Status read_metaspace(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const Metaspace how, read_metaspace_fields(fields));
    BITLATHE_ASSIGN(const bool split, fields.boolean_or("split", true));
    steps.push_back(
        rewrite([mark = how.mark, scheme = how.scheme](const Piece& piece, std::string& text) {
            std::string out;
            out.reserve(text.size() + text.size() / 2);
            for (const char c : text) {
                c == ' ' ? void(out += mark) : out.push_back(c);
            }
            const bool wanted = scheme == "always" || (scheme == "first" && piece.at_start);
            text = wanted && !out.empty() && !out.starts_with(mark) ? mark + out : std::move(out);
        }));
    if (split) {
        BITLATHE_ASSIGN(Regex regex, Regex::literal(how.mark));
        steps.push_back(
            split_step(by_regex(std::move(regex), false), SplitBehavior::kMergedWithNext));
    }
    return {};
}

/// Without writing bytes as characters.
Status read_byte_level(const JsonFields& fields, Steps& steps) {
    BITLATHE_ASSIGN(const bool prefix, fields.boolean_or("add_prefix_space", true));
    BITLATHE_ASSIGN(const bool use_regex, fields.boolean_or("use_regex", true));
    if (prefix) {
        steps.push_back(rewrite([](const Piece&, std::string& text) {
            if (!text.empty() && text.front() != ' ') {
                text.insert(text.begin(), ' ');
            }
        }));
    }
    if (use_regex) {
        BITLATHE_ASSIGN(Regex regex, Regex::plain(kByteLevelPattern));
        steps.push_back(split_step(by_regex(std::move(regex), false), SplitBehavior::kIsolated));
    }
    return {};
}

Status read_scripts(const JsonFields&, Steps& steps) {
    steps.push_back(split_scripts_step());
    return {};
}

struct Row {
    std::string_view type;
    Status (*read)(const JsonFields&, Steps&);
};
constexpr std::array kRows = {
    Row{"Split", read_split},
    Row{"Digits", read_digits},
    Row{"Punctuation", read_punctuation},
    Row{"Whitespace", read_whitespace},
    Row{"WhitespaceSplit", read_whitespace_split},
    Row{"BertPreTokenizer", read_bert},
    Row{"CharDelimiterSplit", read_delimiter},
    Row{"Metaspace", read_metaspace},
    Row{"UnicodeScripts", read_scripts},
};

}  // namespace

Status PreTokenizer::read(const JsonStep& step) {
    if (step.type != "ByteLevel") {
        return read_by_type(kRows, step, steps_);
    }
    BITLATHE_TRY(read_byte_level(step.fields, steps_));
    if (step.last) {
        byte_level_ = true;
    } else {
        write_bytes();
    }
    return {};
}

void PreTokenizer::write_bytes() {
    steps_.push_back(
        rewrite([](const Piece&, std::string& text) { text = to_byte_characters(text); }));
    byte_level_ = false;
}

Result<PreTokenizer> PreTokenizer::from_json(const Json& json) {
    PreTokenizer out;
    if (!json.is_null()) {
        BITLATHE_TRY(for_each_step(json, "the pre-tokenizer of the tokenizer", "pretokenizers",
                                   [&](const JsonStep& step) { return out.read(step); }));
    }
    return out;
}

Result<PreTokenizer> PreTokenizer::from_patterns(const std::vector<std::string_view>& patterns) {
    PreTokenizer out;
    for (const std::string_view pattern : patterns) {
        BITLATHE_ASSIGN(Regex regex, Regex::plain(pattern));
        out.steps_.push_back(
            split_step(by_regex(std::move(regex), false), SplitBehavior::kIsolated));
    }
    return out;
}

Status PreTokenizer::split(Pieces& pieces) const {
    for (const Step& step : steps_) {
        BITLATHE_TRY(step(pieces));
    }
    return {};
}

}  // namespace bitlathe
