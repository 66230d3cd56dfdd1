// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/normalizer.h"

#include <array>
#include <memory>
#include <utility>

#include "core/base/json.h"
#include "core/text/base64.h"
#include "core/text/charsmap.h"
#include "core/text/json_steps.h"
#include "core/text/patterns.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"
#include "core/text/vocabulary.h"

namespace bitlathe {
namespace {

using Step = Normalizer::Step;
constexpr std::size_t kMaxGrowth = 32;  // no real rule makes a text this many times as long

/// A step that looks at characters one by one: `change(c, out)` appends what c becomes.
template <class Change>
Step each_character(Change change) {
    return [change](std::string text) -> Result<std::string> {
        std::string out;
        out.reserve(text.size());
        for (std::size_t at = 0; at < text.size();) {
            const Utf8Char c = utf8_at(text, at);
            change(c.code, out);
            at += c.bytes;
        }
        return out;
    };
}

template <class Drop>
Step without(Drop drop) {
    return each_character([drop](char32_t c, std::string& out) {
        if (!drop(c)) {
            append_utf8(out, c);
        }
    });
}

Step form_step(NormalForm form) {
    return [form](std::string text) -> Result<std::string> { return normal_form(text, form); };
}

Step lower_case() {
    return each_character([](char32_t c, std::string& out) {
        append_utf8(out, to_lower(c));
        if (c == 0x130) {  // the one character whose lower case is two
            append_utf8(out, 0x307);
        }
    });
}

Step strip_step(bool left, bool right) {
    return [left, right](std::string text) -> Result<std::string> {
        std::size_t begin = 0;
        std::size_t end = text.size();
        while (left && begin < end && is_white_space(utf8_at(text, begin).code)) {
            begin += utf8_at(text, begin).bytes;
        }
        while (right && end > begin && is_white_space(utf8_at(text, utf8_before(text, end)).code)) {
            end = utf8_before(text, end);
        }
        return text.substr(begin, end - begin);
    };
}

Step nmt_step() {
    return each_character([](char32_t c, std::string& out) {
        const bool dropped = (c >= 1 && c <= 8) || c == 0xB || (c >= 0xE && c <= 0x1F) ||
                             c == 0x7F || c == 0x8F || c == 0x9F;
        const bool blank = c == 9 || c == 0xA || c == 0xC || c == 0xD || c == 0x1680 ||
                           (c >= 0x200B && c <= 0x200F) || c == 0x2028 || c == 0x2029 ||
                           c == 0x2581 || c == 0xFEFF || c == 0xFFFD;
        if (!dropped) {
            append_utf8(out, blank ? U' ' : c);
        }
    });
}

Step clean_step() {
    return each_character([](char32_t c, std::string& out) {
        const bool kept = c == '\t' || c == '\n' || c == '\r' || !is_control(c);
        if (kept && c != kReplacement) {
            append_utf8(out, is_white_space(c) ? U' ' : c);
        }
    });
}

Step apart_step() {
    return each_character([](char32_t c, std::string& out) {
        if (is_cjk(c)) {
            out += ' ';
            append_utf8(out, c);
            out += ' ';
        } else {
            append_utf8(out, c);
        }
    });
}

Status read_bert(const JsonFields& fields, std::vector<Step>& steps) {
    BITLATHE_ASSIGN(const bool clean, fields.boolean_or("clean_text", true));
    BITLATHE_ASSIGN(const bool apart, fields.boolean_or("handle_chinese_chars", true));
    BITLATHE_ASSIGN(const bool lower, fields.boolean_or("lowercase", true));
    BITLATHE_ASSIGN(const bool strip, fields.boolean_or("strip_accents", lower));
    if (clean) {
        steps.push_back(clean_step());
    }
    if (apart) {
        steps.push_back(apart_step());
    }
    if (strip) {
        steps.push_back(form_step(NormalForm::kNfd));
        steps.push_back(without(is_nonspacing_mark));
    }
    if (lower) {
        steps.push_back(lower_case());
    }
    return {};
}

Status read_precompiled(const JsonFields& fields, std::vector<Step>& steps) {
    BITLATHE_ASSIGN(const std::string encoded, fields.string_or("precompiled_charsmap", ""));
    if (encoded.empty()) {
        return {};
    }
    const auto bytes = from_base64(encoded);
    if (!bytes) {
        return fields.refuse("\"precompiled_charsmap\" is not base64");
    }
    BITLATHE_ASSIGN(Charsmap read, Charsmap::read(*bytes));
    const auto map = std::make_shared<const Charsmap>(std::move(read));
    steps.emplace_back(
        [map](std::string text) -> Result<std::string> { return normalize_graphemes(*map, text); });
    return {};
}

Status read_strip(const JsonFields& fields, std::vector<Step>& steps) {
    BITLATHE_ASSIGN(const bool left, fields.boolean_or("strip_left", true));
    BITLATHE_ASSIGN(const bool right, fields.boolean_or("strip_right", true));
    steps.push_back(strip_step(left, right));
    return {};
}

Status read_prepend(const JsonFields& fields, std::vector<Step>& steps) {
    BITLATHE_ASSIGN(const std::string prefix, fields.string("prepend"));
    steps.emplace_back([prefix](std::string text) -> Result<std::string> {
        return text.empty() ? text : prefix + text;
    });
    return {};
}

Status read_replace(const JsonFields& fields, std::vector<Step>& steps) {
    const Json* pattern = fields.find("pattern");
    BITLATHE_ASSIGN(std::string content, fields.string("content"));
    if (pattern == nullptr) {
        return fields.refuse("\"pattern\" is missing");
    }
    BITLATHE_ASSIGN(Step step, replace_step(*pattern, std::move(content), fields.where()));
    steps.push_back(std::move(step));
    return {};
}

struct Row {
    std::string_view type;
    Status (*read)(const JsonFields&, std::vector<Step>&);
};
template <class Make>
constexpr auto simple(Make) {
    return [](const JsonFields&, std::vector<Step>& steps) -> Status {
        steps.push_back(Make{}());
        return {};
    };
}
const std::array kRows = {
    Row{"NFC", simple([] { return form_step(NormalForm::kNfc); })},
    Row{"NFD", simple([] { return form_step(NormalForm::kNfd); })},
    Row{"NFKC", simple([] { return form_step(NormalForm::kNfkc); })},
    Row{"NFKD", simple([] { return form_step(NormalForm::kNfkd); })},
    Row{"Lowercase", simple([] { return lower_case(); })},
    Row{"StripAccents", simple([] { return without(is_mark); })},
    Row{"Nmt", simple([] { return nmt_step(); })},
    Row{"ByteLevel", simple([]() -> Step {
            return [](std::string text) -> Result<std::string> { return to_byte_characters(text); };
        })},
    Row{"Strip", read_strip},
    Row{"Prepend", read_prepend},
    Row{"Replace", read_replace},
    Row{"BertNormalizer", read_bert},
    Row{"Precompiled", read_precompiled},
};

}  // namespace

Result<Step> replace_step(const Json& pattern, std::string content, const std::string& where) {
    BITLATHE_ASSIGN(Regex read, read_pattern(pattern, where));
    const auto regex = std::make_shared<const Regex>(std::move(read));
    return Step([regex, content](std::string text) -> Result<std::string> {
        std::string out;
        std::size_t end = 0;
        Regex::Matches matches(*regex, text);
        while (true) {
            BITLATHE_ASSIGN(const auto match, matches.next());
            if (!match) {
                break;
            }
            out.append(text, end, match->begin - end);
            out += content;
            end = match->end;
            if (out.size() > kMaxGrowth * (text.size() + 64)) {
                return fail(ErrorCode::kRefused, "normalising makes the text too long");
            }
        }
        out.append(text, end);
        return out;
    });
}

Result<Normalizer> Normalizer::from_json(const Json& json) {
    Normalizer normalizer;
    if (!json.is_null()) {
        BITLATHE_TRY(for_each_step(
            json, "the normalizer of the tokenizer", "normalizers",
            [&](const JsonStep& step) { return read_by_type(kRows, step, normalizer.steps_); }));
    }
    return normalizer;
}

Result<std::string> Normalizer::apply(std::string_view text) const {
    std::string current(text);
    for (const Step& step : steps_) {
        BITLATHE_ASSIGN(current, step(std::move(current)));
        if (current.size() > kMaxGrowth * (text.size() + 64)) {
            return fail(ErrorCode::kRefused, "normalising makes the text too long");
        }
    }
    return current;
}

}  // namespace bitlathe
