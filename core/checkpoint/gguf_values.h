// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/base/byte_reader.h"
#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// A cursor over the header of one GGUF file, with what messages about it need.
struct GgufCursor {
    std::span<const std::byte> header;  ///< the file, or as much of it as may be header
    bool header_cut;                    ///< the file is longer than `header`
    const std::string& file;
    const ParseLimits& limits;
    ByteReader reader;

    /// Error at `offset`.
    [[nodiscard]] tl::unexpected<Error> refuse(std::string message, std::uint64_t offset) const;
    /// What ends where the reader ends: the file, or the part of it that may be header.
    [[nodiscard]] std::string_view end_name() const;
    /// Fails when something read since `begin` lay behind the end.
    [[nodiscard]] Status check(std::string_view what, std::uint64_t begin) const;
    /// A length-prefixed string that must be UTF-8 and not empty.
    [[nodiscard]] Result<std::string_view> name(std::string_view what);
};

/// Reads `count` key/value pairs. The values stay where they are.
[[nodiscard]] Result<Metadata> read_gguf_values(GgufCursor& cursor, std::uint64_t count);

}  // namespace bitlathe
