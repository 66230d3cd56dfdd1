// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bitlathe {

/// Whether the bytes are well-formed UTF-8 (Unicode 15, table 3-7: no surrogates, no overlong
/// forms).
[[nodiscard]] bool is_utf8(std::string_view bytes);

/// The text with every malformed byte and every control character (except newline and tab, but with
/// C1 and bidirectional controls) replaced by U+FFFD: what may be shown of a string from a file. Of
/// a text that gets longer than `max_bytes` at most that many are kept, and "…" is put after them.
[[nodiscard]] std::string printable(std::string_view bytes, std::size_t max_bytes = 200);

/// Glob match: `*` any run of characters, `?` one character, everything else itself; the whole name
/// must match.
[[nodiscard]] bool glob_match(std::string_view pattern, std::string_view name);

/// "3.53 GiB", "112.0 MiB", "17 B".
[[nodiscard]] std::string human_bytes(std::uint64_t bytes);

}  // namespace bitlathe
