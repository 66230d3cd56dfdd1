// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_reader.h"
#include "core/base/json_fwd.h"

namespace bitlathe {

/// Value types of GGUF metadata, with the numbers of the file format.
enum class MetaType : std::uint32_t {
    kUint8 = 0,
    kInt8 = 1,
    kUint16 = 2,
    kInt16 = 3,
    kUint32 = 4,
    kInt32 = 5,
    kFloat32 = 6,
    kBool = 7,
    kString = 8,
    kArray = 9,
    kUint64 = 10,
    kInt64 = 11,
    kFloat64 = 12,
};

/// "u32", "string", "array" ...: what people and --json see.
[[nodiscard]] std::string_view meta_type_name(MetaType type);
/// Encoded bytes of one value; nothing for strings and arrays, and for numbers that are no type.
[[nodiscard]] std::optional<std::uint64_t> meta_type_size(MetaType type);

/// One key with its value left where it is: in the mapped file (alive as long as its Checkpoint) or
/// in storage of its Metadata. A vocabulary of 262,144 strings costs nothing until it is asked for,
/// and an export copies it byte for byte.
struct MetaEntry {
    std::string key;
    MetaType type = MetaType::kUint32;
    MetaType element_type = MetaType::kUint8;  ///< of an array
    std::uint64_t count = 1;                   ///< elements of an array, else 1
    std::span<const std::byte> raw = {};       ///< the encoded value as GGUF has it (a string: u64
                                          ///< length, bytes; of arrays: the elements only), checked
};

/// Typed key/values in file order. Lookups are by exact key; a value of another type reads as
/// nothing, integers of any width convert when the number fits.
class Metadata {
public:
    [[nodiscard]] std::span<const MetaEntry> entries() const { return entries_; }
    [[nodiscard]] const MetaEntry* find(std::string_view key) const;
    [[nodiscard]] std::optional<std::uint64_t> unsigned_integer(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::optional<bool> boolean(std::string_view key) const;
    [[nodiscard]] std::optional<std::string_view> string(std::string_view key) const;
    /// Element `index` of an array of integers, or the value itself when it is a single integer
    /// (hyperparameters come in both shapes).
    [[nodiscard]] std::optional<std::uint64_t> integer_at(std::string_view key,
                                                          std::uint64_t index) const;
    /// For people and --json: arrays of more than `max_elements` become {"type", "count", "first":
    /// [...]}; strings are made printable.
    [[nodiscard]] Json to_json(std::size_t max_elements = 64) const;

    /// Calls `visit(index, text)` for every element of an array of strings, in order; nothing for
    /// any other value. Text is not checked for UTF-8.
    template <class Visit>
    void for_each_string(std::string_view key, Visit&& visit) const {
        const MetaEntry* entry = find(key);
        if (entry == nullptr || entry->type != MetaType::kArray ||
            entry->element_type != MetaType::kString) {
            return;
        }
        ByteReader reader(entry->raw);
        for (std::uint64_t i = 0; i < entry->count; ++i) {
            visit(i, reader.text(reader.read<std::uint64_t>()));
        }
    }

    /// Parser side: the caller has checked that raw holds what type and count say, that raw lives
    /// long enough, and that the key is new.
    void add(MetaEntry entry);
    /// Adds an entry whose encoded value is kept here; `entry.raw` is set. See metadata_values.h.
    void add_owned(MetaEntry entry, std::vector<std::byte> encoded);
    /// Adds all entries of another one, whose keys must be new here. Values that it keeps itself
    /// are shared, not copied.
    void append(const Metadata& other);
    /// Adds a string whose encoded form is kept here; for containers that store text otherwise.
    void add_string(std::string key, std::string_view value);

private:
    std::vector<MetaEntry> entries_;
    // Ordered, because keys come from outside and hashes can be made to collide.
    std::map<std::string, std::size_t, std::less<>> by_key_;
    std::vector<std::shared_ptr<const std::vector<std::byte>>> owned_;
};

}  // namespace bitlathe
