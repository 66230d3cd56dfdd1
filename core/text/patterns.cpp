// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/patterns.h"

#include "core/base/json.h"
#include "core/text/json_fields.h"

namespace bitlathe {

Result<Regex> read_pattern(const Json& json, const std::string& where) {
    const JsonFields fields(json, where);
    if (json.is_string()) {
        return Regex::literal(json.get<std::string>());
    }
    if (fields.find("Regex") != nullptr) {
        BITLATHE_ASSIGN(const std::string pattern, fields.string("Regex"));
        return Regex::oniguruma(pattern);
    }
    if (fields.find("String") == nullptr) {
        return fields.refuse("\"pattern\" is neither a text nor a regular expression");
    }
    BITLATHE_ASSIGN(const std::string text, fields.string("String"));
    return Regex::literal(text);
}

}  // namespace bitlathe
