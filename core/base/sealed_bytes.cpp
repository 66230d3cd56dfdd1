// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sealed_bytes.h"

#include "core/base/hash.h"

namespace bitlathe {

std::string seal(std::string_view magic, std::string_view body) {
    std::string file(magic);
    put_value(file, fast_hash(body));
    file += body;
    return file;
}

std::optional<ByteReader> unseal(std::string_view magic, std::span<const std::byte> file) {
    ByteReader in(file);
    if (in.text(magic.size()) != magic) {
        return std::nullopt;
    }
    const auto hash = in.read<std::uint64_t>();
    if (in.failed() || fast_hash(file.subspan(in.offset())) != hash) {
        return std::nullopt;
    }
    return in;
}

}  // namespace bitlathe
