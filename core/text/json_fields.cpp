// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_fields.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"

namespace bitlathe {

const Json* JsonFields::find(std::string_view key) const {
    if (!object_.is_object()) {
        return nullptr;
    }
    const auto found = object_.find(std::string(key));
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

Result<std::string> JsonFields::string(std::string_view key) const {
    const Json* value = find(key);
    if (value == nullptr || !value->is_string()) {
        return refuse(fmt::format("\"{}\" is not a text", key));
    }
    return value->get<std::string>();
}

Result<std::string> JsonFields::string_or(std::string_view key, std::string fallback) const {
    return find(key) == nullptr ? Result<std::string>(std::move(fallback)) : string(key);
}

Result<bool> JsonFields::boolean_or(std::string_view key, bool fallback) const {
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_boolean()) {
        return refuse(fmt::format("\"{}\" is not true or false", key));
    }
    return value->get<bool>();
}

Result<std::uint64_t> JsonFields::unsigned_or(std::string_view key, std::uint64_t fallback) const {
    const Json* value = find(key);
    if (value == nullptr) {
        return fallback;
    }
    if (!value->is_number_unsigned()) {
        return refuse(fmt::format("\"{}\" is not a number from 0 on", key));
    }
    return value->get<std::uint64_t>();
}

tl::unexpected<Error> JsonFields::refuse(std::string_view why) const {
    return fail(ErrorCode::kRefused, printable(fmt::format("{}: {}", where_, why), 500));
}

}  // namespace bitlathe
