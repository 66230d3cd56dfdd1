// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/weight_source.h"

#include <new>
#include <vector>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/forward/finite.h"

namespace bitlathe {
namespace {

class ViewRows final : public RowSource {
public:
    explicit ViewRows(TensorView view) : view_(std::move(view)) {}
    [[nodiscard]] std::uint64_t rows() const override { return view_.rows(); }
    [[nodiscard]] std::uint64_t cols() const override { return view_.cols(); }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        view_.decode_rows(first, count, out);
        view_.release(first, count);
    }
    [[nodiscard]] bool read_codes(std::uint64_t row, RowCodes out) const override {
        std::vector<std::byte> scratch;
        const std::byte* bytes = view_.read_rows(row, 1, scratch).data();
        const bool all = read_finite_codes(view_.format(), bytes, cols(), out);
        view_.release(row, 1);
        return all;
    }

private:
    TensorView view_;
};

/// A run of rows of another source.
class SlicedRows final : public RowSource {
public:
    SlicedRows(std::shared_ptr<const RowSource> all, std::uint64_t first, std::uint64_t rows)
        : all_(std::move(all)), first_(first), rows_(rows) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return all_->cols(); }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        all_->read(first_ + first, count, out);
    }
    [[nodiscard]] bool read_codes(std::uint64_t row, RowCodes out) const override {
        return all_->read_codes(first_ + row, out);
    }

private:
    std::shared_ptr<const RowSource> all_;
    std::uint64_t first_;
    std::uint64_t rows_;
};

/// Columns of a matrix as rows.
class TransposedRows final : public RowSource {
public:
    TransposedRows(const RowSource& stored, std::uint64_t first, std::uint64_t rows)
        : values_(stored.rows() * stored.cols()),
          first_(first),
          rows_(rows),
          cols_(stored.rows()),
          stride_(stored.cols()) {
        stored.read(0, stored.rows(), values_.data());
    }
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        for (std::uint64_t r = 0; r < count; ++r) {
            for (std::uint64_t c = 0; c < cols_; ++c) {
                out[r * cols_ + c] = values_[c * stride_ + first_ + first + r];
            }
        }
    }

private:
    std::vector<float> values_;
    std::uint64_t first_;
    std::uint64_t rows_;
    std::uint64_t cols_;
    std::uint64_t stride_;
};

}  // namespace

Result<std::shared_ptr<const RowSource>> CheckpointWeights::open(std::size_t tensor,
                                                                 const WorkContext&) const {
    TensorView view = checkpoint_->view(tensor);
    if (!view.can_decode()) {
        const TensorInfo& info = checkpoint_->tensors()[tensor];
        return fail(ErrorCode::kRefused,
                    fmt::format("{} is {}, which cannot be decoded yet", printable(info.name),
                                format_info(info.format).name),
                    checkpoint_->path().string(), {}, "take a copy of the model in another format");
    }
    view.will_need(0, view.rows());
    return std::shared_ptr<const RowSource>(std::make_shared<ViewRows>(std::move(view)));
}

Result<std::shared_ptr<const RowSource>> open_linear(const WeightSource& weights,
                                                     const LinearRef& linear,
                                                     const WorkContext& context) {
    BITLATHE_ASSIGN(auto all, weights.open(linear.tensor, context));
    if (linear.transposed) {
        try {
            return std::shared_ptr<const RowSource>(
                std::make_shared<TransposedRows>(*all, linear.first, linear.rows));
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::kRefused, "not enough memory for a weight matrix");
        }
    }
    if (linear.first == 0 && linear.rows == all->rows()) {
        return all;
    }
    return std::shared_ptr<const RowSource>(
        std::make_shared<SlicedRows>(std::move(all), linear.first, linear.rows));
}

}  // namespace bitlathe
