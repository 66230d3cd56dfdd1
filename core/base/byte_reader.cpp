// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/byte_reader.h"

namespace bitlathe {

std::span<const std::byte> ByteReader::take(std::uint64_t length) {
    if (failed_ || length > remaining()) {
        failed_ = true;
        return {};
    }
    const auto part = bytes_.subspan(offset_, length);
    offset_ += length;
    return part;
}

std::string_view ByteReader::text(std::uint64_t length) {
    const auto part = take(length);
    return {reinterpret_cast<const char*>(part.data()), part.size()};
}

}  // namespace bitlathe
