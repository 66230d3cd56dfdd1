// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// The object under a key; nullptr when there is none.
[[nodiscard]] const Json* object_member(const Json& object, std::string_view key);

/// Reads a config.json. Keys are looked up in the language model's own object (`text_config` and
/// the like) where there is one, then outside; null counts as silence. Values of another type count
/// as unknown, and a warning says so. Holds references to the document and to `warnings`.
class ConfigReader {
public:
    ConfigReader(const Json& config, std::vector<Warning>& warnings);

    [[nodiscard]] const Json* find(std::string_view key) const;
    [[nodiscard]] const Json* find_object(std::string_view key) const;
    /// The first of several spellings (separated by spaces) that holds a whole number; of a list
    /// with one value per layer the first.
    std::optional<std::uint64_t> integer(std::string_view keys);
    std::optional<double> number(std::string_view key);
    std::optional<bool> boolean(std::string_view key);
    /// Whether a key is there and says null.
    [[nodiscard]] bool states_null(std::string_view key) const;
    /// Text under a key, "" when there is none.
    [[nodiscard]] std::string text(std::string_view key) const;
    /// A number that was found elsewhere; `key` is for the complaint.
    std::optional<double> number_of(std::string_view key, const Json* value);
    void complain(std::string_view key, std::string_view wanted);

private:
    std::optional<std::uint64_t> integer_of(std::string_view key, const Json* value);

    const Json* outer_;
    const Json* inner_ = nullptr;
    std::vector<Warning>& warnings_;
};

}  // namespace bitlathe
