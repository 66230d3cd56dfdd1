// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "core/compute/cpu_kernels.h"
#include "core/compute/device.h"

namespace bitlathe {

/// A matrix as panels of 32 rows, in whatever form. Immutable once it is packed.
class PackedMatrix : public DeviceMatrix {
public:
    PackedMatrix(std::uint64_t rows, std::uint64_t cols) : rows_(rows), cols_(cols) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    /// multiply_panels() with the panel of the rows from 32 * panel on, inputs from `k` on, which
    /// is a multiple of kDepth.
    virtual void multiply(PanelInput x, std::size_t panel, std::size_t k, std::size_t depth,
                          float* c, std::size_t stride, std::size_t rows) const = 0;

protected:
    /// Rows of a panel that are there.
    [[nodiscard]] std::size_t rows_in(std::size_t panel) const {
        return std::min<std::size_t>(kPanelCols, rows_ - panel * kPanelCols);
    }
    std::uint64_t rows_;
    std::uint64_t cols_;
};

[[nodiscard]] inline std::size_t panels_of(std::size_t count, std::size_t width) {
    return count / width + (count % width != 0 ? 1 : 0);
}

[[nodiscard]] inline tl::unexpected<Error> no_memory_for_matrix() {
    return fail(ErrorCode::kRefused, "not enough memory for a weight matrix", {}, {},
                "close other programs or take a smaller model");
}

}  // namespace bitlathe
