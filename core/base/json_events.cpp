// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_events.h"

#include <cstddef>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

/// Walks over characters and leaves its position where the handler can see it: the parser itself
/// tells positions only for errors of its own.
class TrackedChar {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedChar(const char* at, const char** cursor) : at_(at), cursor_(cursor) {}
    reference operator*() const { return *at_; }
    TrackedChar& operator++() {
        *cursor_ = ++at_;
        return *this;
    }
    bool operator==(const TrackedChar& other) const { return at_ == other.at_; }

private:
    const char* at_;
    const char** cursor_;
};

/// Deepest nesting of a text, without parsing it.
bool nested_deeper_than(std::string_view text, std::size_t limit) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            if (c == '\\') {
                ++i;
            } else if (c == '"') {
                in_string = false;
            }
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > limit) {
                return true;
            }
        } else if ((c == '}' || c == ']') && depth > 0) {
            --depth;
        }
    }
    return false;
}

}  // namespace

bool JsonEvents::parse_error(std::size_t position, const std::string&,
                             const nlohmann::detail::exception& error) {
    // The parser quotes what it read, whatever that was.
    return refuse(fmt::format("not valid JSON: {}", printable(error.what(), 300)),
                  base_offset_ + (position > 0 ? position - 1 : 0));
}

bool JsonEvents::refuse(std::string reason, std::optional<std::uint64_t> offset) {
    const auto here = base_offset_ + static_cast<std::uint64_t>(cursor_ - text_.data());
    error_ = Error{ErrorCode::kRefused, std::move(reason), file_, offset.value_or(here), {}};
    return false;
}

std::uint64_t JsonEvents::string_begin() const {
    // The cursor is right behind the closing quote. Walk back over quotes that are escaped, which
    // is when an odd number of backslashes stands before them.
    std::size_t i = static_cast<std::size_t>(cursor_ - text_.data()) - 1;
    const auto escaped = [&](std::size_t quote) {
        std::size_t backslashes = 0;
        while (backslashes < quote && text_[quote - 1 - backslashes] == '\\') {
            ++backslashes;
        }
        return backslashes % 2 == 1;
    };
    do {
        --i;
    } while (i > 0 && (text_[i] != '"' || escaped(i)));
    return base_offset_ + i;
}

Status parse_json_events(std::string_view text, JsonEvents& events, const std::string& file,
                         std::uint64_t base_offset, const JsonLimits& limits) {
    if (text.size() > limits.max_bytes) {
        return fail(ErrorCode::kRefused,
                    fmt::format("JSON of {} bytes is larger than the limit of {}", text.size(),
                                limits.max_bytes),
                    file, base_offset);
    }
    if (nested_deeper_than(text, limits.max_depth)) {
        return fail(ErrorCode::kRefused,
                    fmt::format("JSON is nested deeper than {} levels", limits.max_depth), file,
                    base_offset);
    }
    // The parser takes a zero byte for the end of the text and would not look at what follows.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
        return fail(ErrorCode::kRefused, "not valid JSON: it contains a zero byte", file,
                    base_offset + zero);
    }
    events.text_ = text;
    events.file_ = file;
    events.base_offset_ = base_offset;
    events.cursor_ = text.data();
    events.error_.reset();
    try {
        const TrackedChar begin(text.data(), &events.cursor_);
        const TrackedChar end(text.data() + text.size(), &events.cursor_);
        if (Json::sax_parse(begin, end, &events)) {
            return {};
        }
    } catch (const Json::exception& error) {
        events.parse_error(0, {}, error);
    }
    return fail(*std::move(events.error_));
}

}  // namespace bitlathe
