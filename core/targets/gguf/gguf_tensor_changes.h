// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/checkpoint/derived_rows.h"
#include "core/targets/gguf/gguf_conversion_tensors.h"

namespace bitlathe {

/// Every tensor that the computation reads, and what happens to it on the way from a folder to
/// GGUF; on the way back the opposite does.
[[nodiscard]] TensorChanges tensor_changes(const TensorConversion& conversion);

/// A tensor on its way: how its rows are made so far, null while they are those of the source.
struct TensorDraft {
    TensorView view;
    std::shared_ptr<const DerivedRows> rows;

    void become(FormatId format, std::uint64_t count, std::uint64_t cols,
                std::shared_ptr<const DerivedRows> made);
};

}  // namespace bitlathe
