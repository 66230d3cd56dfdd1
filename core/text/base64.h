// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bitlathe {

/// Bytes as base64 (RFC 4648, padded).
[[nodiscard]] std::string to_base64(std::string_view bytes);

/// The bytes; what comes after "=" is not looked at. Nothing for other characters.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);

}  // namespace bitlathe
