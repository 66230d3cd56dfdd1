// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <string>

#include "core/base/result.h"
#include "core/compute/device.h"

namespace bitlathe {

[[nodiscard]] bool all_finite(const float* values, std::size_t count);

/// Codes of a row of `cols` values; false where the format has no row_codes_reader(), or some value
/// might not be finite.
[[nodiscard]] bool read_finite_codes(FormatId format, const std::byte* row, std::size_t cols,
                                     RowCodes out);

/// The error about a tensor with NaN or infinite weights.
[[nodiscard]] tl::unexpected<Error> not_finite(const std::string& tensor, const std::string& file);

/// Rows of another source; notices values that are not finite on their way.
class CheckedRows final : public RowSource {
public:
    explicit CheckedRows(const RowSource& rows) : rows_(rows) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_.rows(); }
    [[nodiscard]] std::uint64_t cols() const override { return rows_.cols(); }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        rows_.read(first, count, out);
        if (!all_finite(out, count * rows_.cols())) {
            finite_ = false;
        }
    }
    [[nodiscard]] bool read_codes(std::uint64_t row, RowCodes out) const override {
        return rows_.read_codes(row, out);
    }
    [[nodiscard]] bool finite() const { return finite_; }

private:
    const RowSource& rows_;
    mutable std::atomic<bool> finite_ = true;
};

}  // namespace bitlathe
