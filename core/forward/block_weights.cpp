// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/block_weights.h"

#include "core/forward/finite.h"

namespace bitlathe {
Result<std::shared_ptr<const RowSource>> BlockWeights::source(const LinearRef& linear,
                                                              const WorkContext& context) {
    // What a source holds is at most the codes of the block, so all of them stay.
    auto& kept = sources_[{linear.tensor, linear.first}];
    if (kept == nullptr) {
        BITLATHE_ASSIGN(kept, open_linear(weights_, linear, context));
    }
    return kept;
}

Result<const DeviceMatrix*> BlockWeights::matrix(const LinearRef& linear,
                                                 const WorkContext& context) {
    const auto found = kept_.find({linear.tensor, linear.first});
    if (found != kept_.end()) {
        return found->second.get();
    }
    BITLATHE_ASSIGN(const DeviceMatrix* matrix, matrix_rows(linear, 0, linear.rows, context));
    if (used_ + matrix->bytes() <= budget_) {
        used_ += matrix->bytes();
        kept_[{linear.tensor, linear.first}] = std::move(last_);
        sources_.erase({linear.tensor, linear.first});
    }
    return matrix;
}

Result<const DeviceMatrix*> BlockWeights::matrix_rows(const LinearRef& linear, std::uint64_t first,
                                                      std::uint64_t count,
                                                      const WorkContext& context) {
    BITLATHE_ASSIGN(const auto rows, source(linear, context));
    const CheckedRows checked(*rows);
    last_.reset();
    BITLATHE_ASSIGN(last_, small_ ? device_.load_small(checked, first, count, context)
                                  : device_.load(checked, first, count, context));
    if (!checked.finite()) {
        return not_finite(model_.tensor(linear.tensor).name, model_.checkpoint->path().string());
    }
    return last_.get();
}

Result<std::span<const float>> BlockWeights::bias(const LinearRef& linear,
                                                  const WorkContext& context) {
    if (!linear.bias) {
        return std::span<const float>();
    }
    BITLATHE_ASSIGN(const auto all, vector(*linear.bias, 0, context));
    return all.subspan(linear.bias_first, linear.rows);
}

Result<std::span<const float>> BlockWeights::vector(std::size_t tensor, float offset,
                                                    const WorkContext& context) {
    auto& values = vectors_[tensor];
    if (values.empty()) {
        BITLATHE_ASSIGN(const auto rows, weights_.open(tensor, context));
        values.resize(rows->rows() * rows->cols());
        rows->read(0, rows->rows(), values.data());
        if (!all_finite(values.data(), values.size())) {
            return not_finite(model_.tensor(tensor).name, model_.checkpoint->path().string());
        }
        for (float& value : values) {
            value += offset;
        }
    }
    return std::span<const float>(values);
}

}  // namespace bitlathe
