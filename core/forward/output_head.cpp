// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/forward/finite.h"
#include "core/forward/transformer.h"

namespace bitlathe {
namespace {

/// Decoded weights of one slice.
constexpr std::uint64_t kSliceBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kSliceStep = 32;

}  // namespace

std::uint64_t OutputHead::slice_rows() const {
    const std::uint64_t fitting = kSliceBytes / (embedding() * sizeof(float));
    const std::uint64_t whole = (vocabulary() + kSliceStep - 1) / kSliceStep * kSliceStep;
    return std::min(whole, std::max(kSliceStep, fitting / kSliceStep * kSliceStep));
}

template <class Load>
Result<std::unique_ptr<const DeviceMatrix>> OutputHead::checked(const Load& load) const {
    const CheckedRows rows(*rows_);
    BITLATHE_ASSIGN(auto slice, load(rows));
    if (!rows.finite()) {
        return not_finite(name_, file_);
    }
    return slice;
}

Result<std::unique_ptr<const DeviceMatrix>> OutputHead::load(std::uint64_t first,
                                                             std::uint64_t count,
                                                             const WorkContext& context) const {
    const WorkContext inner{context.stop, {}, context.threads};
    return checked([&](const RowSource& rows) { return device_->load(rows, first, count, inner); });
}

Result<std::unique_ptr<const DeviceMatrix>> OutputHead::load_small(
    std::uint64_t first, std::uint64_t count, const WorkContext& context) const {
    const WorkContext inner{context.stop, {}, context.threads};
    return checked(
        [&](const RowSource& rows) { return device_->load_small(rows, first, count, inner); });
}

Status OutputHead::logits(ConstRows hidden, const DeviceMatrix& slice, std::uint64_t first,
                          Rows out, const WorkContext& context) const {
    const WorkContext inner{context.stop, {}, context.threads};
    const auto bias =
        bias_.empty() ? std::span<const float>() : std::span(bias_).subspan(first, slice.rows());
    BITLATHE_TRY(device_->multiply(hidden, slice, bias, out, inner));
    if (scale_ == 1 && cap_ == 0) {
        return {};
    }
    for (std::size_t t = 0; t < out.rows; ++t) {
        float* row = out.data + t * out.stride;
        for (std::size_t i = 0; i < slice.rows(); ++i) {
            const float value = row[i] * scale_;
            row[i] = cap_ > 0 ? cap_ * std::tanh(value / cap_) : value;
        }
    }
    return {};
}

}  // namespace bitlathe
