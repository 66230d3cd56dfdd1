// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <unordered_set>
#include <vector>

#include <fmt/format.h>

namespace bitlathe {
namespace {

/// Watches the parse for what the grammar allows and we do not. A callback cannot stop the parser,
/// so the first finding is kept and everything after it is skipped.
class Guard {
public:
    explicit Guard(const JsonLimits& limits) : limits_(limits) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        if (!problem_.empty()) {
            return false;
        }
        switch (event) {
            case Json::parse_event_t::object_start:
                keys_.emplace_back();
                return check_depth(depth);
            case Json::parse_event_t::array_start:
                return check_depth(depth);
            case Json::parse_event_t::object_end:
                keys_.pop_back();
                return true;
            case Json::parse_event_t::key:
                return check_key(parsed.get_ref<const std::string&>());
            default:
                return true;
        }
    }
    [[nodiscard]] const std::string& problem() const { return problem_; }

private:
    bool check_depth(int depth) {
        if (static_cast<std::size_t>(depth) >= limits_.max_depth) {
            problem_ = fmt::format("JSON is nested deeper than {} levels", limits_.max_depth);
        }
        return problem_.empty();
    }
    bool check_key(const std::string& key) {
        if (!keys_.back().insert(key).second) {
            problem_ = fmt::format("JSON key \"{}\" appears twice", key.substr(0, 100));
        }
        return problem_.empty();
    }

    JsonLimits limits_;
    std::vector<std::unordered_set<std::string>> keys_;
    std::string problem_;
};

/// Deepest nesting of a text, without parsing it: the parser itself recurses while it destroys.
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

Result<Json> parse_json(std::string_view text, const std::string& file, std::uint64_t base_offset,
                        const JsonLimits& limits) {
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
    Guard guard(limits);
    try {
        Json document = Json::parse(text.begin(), text.end(), std::ref(guard));
        if (!guard.problem().empty()) {
            return fail(ErrorCode::kRefused, guard.problem(), file, base_offset);
        }
        return document;
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::kRefused, fmt::format("not valid JSON: {}", error.what()), file,
                    base_offset + (error.byte > 0 ? error.byte - 1 : 0));
    } catch (const Json::exception& error) {
        return fail(ErrorCode::kRefused, fmt::format("not valid JSON: {}", error.what()), file,
                    base_offset);
    }
}

}  // namespace bitlathe
