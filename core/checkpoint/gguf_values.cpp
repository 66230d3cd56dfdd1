// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/gguf_values.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kMaxKeyBytes = 65'535;  // gguf.md

Status skip_string(GgufCursor& cursor, std::string_view what) {
    const std::uint64_t begin = cursor.reader.offset();
    const auto length = cursor.reader.read<std::uint64_t>();
    BITLATHE_TRY(cursor.check(what, begin));
    if (length > cursor.limits.max_string_bytes) {
        return cursor.refuse(fmt::format("{} of {} bytes is longer than the limit of {}", what,
                                         length, cursor.limits.max_string_bytes),
                             begin);
    }
    cursor.reader.skip(length);
    return cursor.check(what, begin);
}

Status check_bools(const GgufCursor& cursor, std::span<const std::byte> raw, std::uint64_t begin) {
    const auto wrong =
        std::find_if(raw.begin(), raw.end(), [](std::byte b) { return b > std::byte{1}; });
    if (wrong == raw.end()) {
        return {};
    }
    const auto at = static_cast<std::uint64_t>(wrong - raw.begin());
    return cursor.refuse(
        fmt::format("a boolean is stored as {}, not as 0 or 1", std::to_integer<int>(*wrong)),
        begin + at);
}

Status skip_fixed(GgufCursor& cursor, MetaType type, std::uint64_t count, std::uint64_t begin) {
    const std::uint64_t values = cursor.reader.offset();
    const auto bytes = checked_mul({count, meta_type_size(type).value_or(0)});
    if (!bytes || *bytes > cursor.reader.remaining()) {
        return cursor.refuse(fmt::format("{} values of type {} reach past the end of the {}", count,
                                         meta_type_name(type), cursor.end_name()),
                             begin);
    }
    const auto raw = cursor.reader.take(*bytes);
    return type == MetaType::kBool ? check_bools(cursor, raw, values) : Status{};
}

Status skip_array(GgufCursor& cursor, MetaEntry& entry, std::uint64_t begin) {
    entry.element_type = MetaType{cursor.reader.read<std::uint32_t>()};
    entry.count = cursor.reader.read<std::uint64_t>();
    BITLATHE_TRY(cursor.check("an array", begin));
    if (entry.element_type == MetaType::kArray) {
        return cursor.refuse("an array of arrays is not supported", begin);
    }
    if (entry.element_type != MetaType::kString) {
        if (!meta_type_size(entry.element_type)) {
            return cursor.refuse(fmt::format("an array has elements of unknown type {}",
                                             static_cast<std::uint32_t>(entry.element_type)),
                                 begin);
        }
        return skip_fixed(cursor, entry.element_type, entry.count, begin);
    }
    if (entry.count > cursor.reader.remaining() / sizeof(std::uint64_t)) {
        return cursor.refuse(fmt::format("an array of {} strings reaches past the end of the {}",
                                         entry.count, cursor.end_name()),
                             begin);
    }
    for (std::uint64_t i = 0; i < entry.count; ++i) {
        BITLATHE_TRY(skip_string(cursor, "a string of an array"));
    }
    return {};
}

/// Moves the cursor over one value and notes its place in `entry`.
Status read_value(GgufCursor& cursor, MetaEntry& entry) {
    const std::uint64_t type_at = cursor.reader.offset();
    entry.type = MetaType{cursor.reader.read<std::uint32_t>()};
    BITLATHE_TRY(cursor.check("the type of a value", type_at));
    std::uint64_t begin = cursor.reader.offset();
    if (entry.type == MetaType::kArray) {
        BITLATHE_TRY(skip_array(cursor, entry, begin));
        begin += sizeof(std::uint32_t) + sizeof(std::uint64_t);
    } else if (entry.type == MetaType::kString) {
        BITLATHE_TRY(skip_string(cursor, "a string"));
    } else if (meta_type_size(entry.type)) {
        BITLATHE_TRY(skip_fixed(cursor, entry.type, 1, begin));
    } else {
        return cursor.refuse(
            fmt::format("key \"{}\" has a value of unknown type {}", printable(entry.key),
                        static_cast<std::uint32_t>(entry.type)),
            type_at);
    }
    entry.raw = cursor.header.subspan(begin, cursor.reader.offset() - begin);
    return {};
}

}  // namespace

tl::unexpected<Error> GgufCursor::refuse(std::string message, std::uint64_t offset) const {
    return fail(ErrorCode::kRefused, std::move(message), file, offset);
}

std::string_view GgufCursor::end_name() const {
    return header_cut ? "largest header that is read" : "file";
}

Status GgufCursor::check(std::string_view what, std::uint64_t begin) const {
    if (reader.failed()) {
        return refuse(fmt::format("{} reaches past the end of the {}", what, end_name()), begin);
    }
    return {};
}

Result<std::string_view> GgufCursor::name(std::string_view what) {
    const std::uint64_t begin = reader.offset();
    const auto length = reader.read<std::uint64_t>();
    BITLATHE_TRY(check(what, begin));
    if (length == 0) {
        return refuse(fmt::format("{} is empty", what), begin);
    }
    if (length > kMaxKeyBytes) {
        return refuse(fmt::format("{} of {} bytes is longer than the limit of {}", what, length,
                                  kMaxKeyBytes),
                      begin);
    }
    const std::string_view text = reader.text(length);
    BITLATHE_TRY(check(what, begin));
    if (!is_utf8(text)) {
        return refuse(fmt::format("{} is not UTF-8", what), begin);
    }
    return text;
}

Result<Metadata> read_gguf_values(GgufCursor& cursor, std::uint64_t count) {
    Metadata metadata;
    for (std::uint64_t i = 0; i < count; ++i) {
        const std::uint64_t begin = cursor.reader.offset();
        BITLATHE_ASSIGN(const std::string_view key, cursor.name("a key"));
        if (metadata.find(key) != nullptr) {
            return cursor.refuse(fmt::format("key \"{}\" appears twice", printable(key)), begin);
        }
        MetaEntry entry;
        entry.key = key;
        BITLATHE_TRY(read_value(cursor, entry));
        metadata.add(std::move(entry));
    }
    return metadata;
}

}  // namespace bitlathe
