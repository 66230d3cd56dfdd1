// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/json_fwd.h"
#include "core/base/result.h"

namespace bitlathe {

/// Fields of one object of a document, with the checks that every reader needs. A field that is
/// null counts as missing.
class JsonFields {
public:
    /// `where` names the object in messages ("the normalizer").
    JsonFields(const Json& object, std::string where) : object_(object), where_(std::move(where)) {}

    /// The value, or null when it is missing.
    [[nodiscard]] const Json* find(std::string_view key) const;
    [[nodiscard]] Result<std::string> string(std::string_view key) const;
    [[nodiscard]] Result<std::string> string_or(std::string_view key, std::string fallback) const;
    [[nodiscard]] Result<bool> boolean_or(std::string_view key, bool fallback) const;
    [[nodiscard]] Result<std::uint64_t> unsigned_or(std::string_view key,
                                                    std::uint64_t fallback) const;
    /// kRefused: "where: why".
    [[nodiscard]] tl::unexpected<Error> refuse(std::string_view why) const;
    [[nodiscard]] const std::string& where() const { return where_; }
    [[nodiscard]] const Json& object() const { return object_; }

private:
    const Json& object_;
    std::string where_;
};

}  // namespace bitlathe
