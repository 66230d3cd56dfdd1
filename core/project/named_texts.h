// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/project/group_reader.h"
#include "core/project/group_writer.h"

namespace bitlathe {

/// Texts of any length under names, in the order they were given.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

/// The text under a name; "" when there is none.
[[nodiscard]] std::string text_of(const NamedTexts& texts, std::string_view name);

/// About how many bytes they take in a file.
[[nodiscard]] std::uint64_t bytes_of(const NamedTexts& texts);
/// As data sets `name` (texts), `bytes` (u64) and `text` (u8, one after another).
void write_named_texts(const NamedTexts& texts, GroupWriter& group);
[[nodiscard]] Result<NamedTexts> read_named_texts(const GroupReader& group);

}  // namespace bitlathe
