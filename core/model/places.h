// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/model/family.h"
#include "core/model/tensor_name.h"

namespace bitlathe {

/// Gives tensors their places by name: a family's table, then the common one, then GGUF's own
/// names, then patterns. Immutable after construction; thread-safe.
class NameBook {
public:
    /// `family`: nullptr for an unknown architecture.
    explicit NameBook(const Family* family);

    /// `rank`: number of dimensions (experts are stacked in tensors of three).
    [[nodiscard]] TensorPlace place(std::string_view name, std::size_t rank) const;
    /// Whether place() would have to guess from patterns.
    [[nodiscard]] bool guesses(std::string_view name) const;

private:
    std::unordered_map<std::string_view, const NameRow*> rows_;
};

/// The place that name patterns of unknown models suggest (…layers.N.… q_proj …). The canonical
/// name is `name` when they suggest nothing.
[[nodiscard]] TensorPlace guess_place(std::string_view name, const TensorName& split);

/// Makes canonical names unique: tensors that share one get their own names back. Returns how many.
std::size_t separate_canonical_names(std::span<const TensorInfo> tensors,
                                     std::vector<TensorPlace>& places);

}  // namespace bitlathe
