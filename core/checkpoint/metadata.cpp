// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoint/metadata.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/json.h"
#include "core/base/text.h"

namespace bitlathe {
namespace {

struct TypeRow {
    std::string_view name;
    std::uint64_t size;  ///< 0: depends on the value
};
constexpr std::array<TypeRow, 13> kTypes = {{{"u8", 1},
                                             {"i8", 1},
                                             {"u16", 2},
                                             {"i16", 2},
                                             {"u32", 4},
                                             {"i32", 4},
                                             {"f32", 4},
                                             {"bool", 1},
                                             {"string", 0},
                                             {"array", 0},
                                             {"u64", 8},
                                             {"i64", 8},
                                             {"f64", 8}}};

/// One scalar of `type`; arrays read as null.
Json read_value(MetaType type, ByteReader& reader) {
    switch (type) {
        case MetaType::kUint8:
            return reader.read<std::uint8_t>();
        case MetaType::kInt8:
            return reader.read<std::int8_t>();
        case MetaType::kUint16:
            return reader.read<std::uint16_t>();
        case MetaType::kInt16:
            return reader.read<std::int16_t>();
        case MetaType::kUint32:
            return reader.read<std::uint32_t>();
        case MetaType::kInt32:
            return reader.read<std::int32_t>();
        case MetaType::kFloat32:
            return reader.read<float>();
        case MetaType::kBool:
            return reader.read<std::uint8_t>() != 0;
        case MetaType::kString:
            return printable(reader.text(reader.read<std::uint64_t>()), 100'000);
        case MetaType::kUint64:
            return reader.read<std::uint64_t>();
        case MetaType::kInt64:
            return reader.read<std::int64_t>();
        case MetaType::kFloat64:
            return reader.read<double>();
        case MetaType::kArray:
            break;
    }
    return nullptr;
}

/// Element `index` of the numbers in `raw`; null when it is not a number.
Json number_at(MetaType type, std::span<const std::byte> raw, std::uint64_t index) {
    const auto size = meta_type_size(type);
    if (!size || index >= raw.size() / *size) {
        return nullptr;
    }
    ByteReader reader(raw.subspan(index * *size, *size));
    return read_value(type, reader);
}

std::optional<std::uint64_t> as_unsigned(const Json& value) {
    if (value.is_number_unsigned()) {
        return value.get<std::uint64_t>();
    }
    if (value.is_number_integer() && value.get<std::int64_t>() >= 0) {
        return static_cast<std::uint64_t>(value.get<std::int64_t>());
    }
    return std::nullopt;
}

Json finite_or_null(Json value) {
    return value.is_number_float() && !std::isfinite(value.get<double>()) ? Json(nullptr) : value;
}

Json entry_to_json(const MetaEntry& entry, std::size_t max_elements) {
    ByteReader reader(entry.raw);
    if (entry.type != MetaType::kArray) {
        return finite_or_null(read_value(entry.type, reader));
    }
    Json elements = Json::array();
    const std::uint64_t shown = std::min<std::uint64_t>(entry.count, max_elements);
    for (std::uint64_t i = 0; i < shown; ++i) {
        elements.push_back(finite_or_null(read_value(entry.element_type, reader)));
    }
    if (shown == entry.count) {
        return elements;
    }
    return Json{{"type", meta_type_name(entry.element_type)},
                {"count", entry.count},
                {"first", std::move(elements)}};
}

}  // namespace

std::string_view meta_type_name(MetaType type) {
    const auto index = static_cast<std::size_t>(type);
    return index < kTypes.size() ? kTypes[index].name : "unknown";
}

std::optional<std::uint64_t> meta_type_size(MetaType type) {
    const auto index = static_cast<std::size_t>(type);
    if (index >= kTypes.size() || kTypes[index].size == 0) {
        return std::nullopt;
    }
    return kTypes[index].size;
}

const MetaEntry* Metadata::find(std::string_view key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : &entries_[found->second];
}

std::optional<std::uint64_t> Metadata::unsigned_integer(std::string_view key) const {
    const MetaEntry* entry = find(key);
    return entry == nullptr ? std::nullopt : as_unsigned(number_at(entry->type, entry->raw, 0));
}

std::optional<double> Metadata::number(std::string_view key) const {
    const MetaEntry* entry = find(key);
    if (entry == nullptr) {
        return std::nullopt;
    }
    const Json value = number_at(entry->type, entry->raw, 0);
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::optional<bool> Metadata::boolean(std::string_view key) const {
    const MetaEntry* entry = find(key);
    if (entry == nullptr || entry->type != MetaType::kBool) {
        return std::nullopt;
    }
    return number_at(entry->type, entry->raw, 0).get<bool>();
}

std::optional<std::string_view> Metadata::string(std::string_view key) const {
    const MetaEntry* entry = find(key);
    if (entry == nullptr || entry->type != MetaType::kString) {
        return std::nullopt;
    }
    ByteReader reader(entry->raw);
    return reader.text(reader.read<std::uint64_t>());
}

std::optional<std::uint64_t> Metadata::integer_at(std::string_view key, std::uint64_t index) const {
    const MetaEntry* entry = find(key);
    if (entry == nullptr) {
        return std::nullopt;
    }
    if (entry->type != MetaType::kArray) {
        return as_unsigned(number_at(entry->type, entry->raw, 0));
    }
    return as_unsigned(number_at(entry->element_type, entry->raw, index));
}

Json Metadata::to_json(std::size_t max_elements) const {
    std::vector<Json::object_t::value_type> members;
    for (const MetaEntry& entry : entries_) {
        members.emplace_back(printable(entry.key), entry_to_json(entry, max_elements));
    }
    return Json::object_t(members.begin(), members.end());
}

void Metadata::add(MetaEntry entry) {
    by_key_.emplace(entry.key, entries_.size());
    entries_.push_back(std::move(entry));
}

void Metadata::add_owned(MetaEntry entry, std::vector<std::byte> encoded) {
    owned_.push_back(std::make_shared<const std::vector<std::byte>>(std::move(encoded)));
    entry.raw = *owned_.back();
    add(std::move(entry));
}

void Metadata::append(const Metadata& other) {
    for (const MetaEntry& entry : other.entries_) {
        add(entry);
    }
    owned_.insert(owned_.end(), other.owned_.begin(), other.owned_.end());
}

void Metadata::add_string(std::string key, std::string_view value) {
    const std::uint64_t length = value.size();
    const auto prefix = std::as_bytes(std::span(&length, 1));
    const auto text = std::as_bytes(std::span(value));
    std::vector<std::byte> encoded(prefix.begin(), prefix.end());
    encoded.insert(encoded.end(), text.begin(), text.end());
    add_owned({std::move(key), MetaType::kString}, std::move(encoded));
}

}  // namespace bitlathe
