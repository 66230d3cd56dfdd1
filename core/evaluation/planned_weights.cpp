// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/planned_weights.h"

#include <cstring>
#include <new>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/compression/compress.h"
#include "core/forward/finite.h"
#include "core/targets/planned_formats.h"
#include "core/targets/target.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

/// Codes in memory, decoded when they are read; where a file would hold the rounded values as
/// plain floats, they go through that format too.
class CodedRows final : public RowSource {
public:
    CodedRows(std::vector<std::byte> codes, FormatId format, FormatId stored, std::uint64_t rows,
              std::uint64_t cols)
        : codes_(std::move(codes)),
          format_(format_info(format)),
          stored_(format_info(stored)),
          rows_(rows),
          cols_(cols),
          row_bytes_(rows == 0 ? 0 : codes_.size() / rows) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] std::uint64_t cols() const override { return cols_; }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        std::vector<std::byte> plain;
        if (format_.id != stored_.id) {
            plain.resize(row_bytes(stored_.id, cols_).value_or(0));
        }
        for (std::uint64_t i = 0; i < count; ++i) {
            float* row = out + i * cols_;
            format_.decode(codes_.data() + (first + i) * row_bytes_, row, cols_);
            if (format_.id != stored_.id) {
                stored_.encode(row, nullptr, plain.data(), cols_);
                stored_.decode(plain.data(), row, cols_);
            }
        }
    }
    [[nodiscard]] bool read_codes(std::uint64_t row, RowCodes out) const override {
        if (format_.id != stored_.id) {
            return false;
        }
        return read_finite_codes(format_.id, codes_.data() + row * row_bytes_, cols_, out);
    }

private:
    std::vector<std::byte> codes_;
    const FormatInfo& format_;
    const FormatInfo& stored_;
    std::uint64_t rows_;
    std::uint64_t cols_;
    std::uint64_t row_bytes_;
};

}  // namespace

Result<std::shared_ptr<const PlannedWeights>> PlannedWeights::create(
    std::shared_ptr<const Model> model, const Plan& plan,
    std::shared_ptr<const Importance> importance) {
    const Target* target = find_target(plan.target);
    if (target == nullptr) {
        return fail(ErrorCode::kRefused,
                    fmt::format("the plan is for \"{}\", which is not known", plan.target), {}, {},
                    "make the plan again");
    }
    BITLATHE_TRY(target->accepts(*model));
    std::shared_ptr<PlannedWeights> weights(new PlannedWeights());
    BITLATHE_ASSIGN(weights->codes_, planned_formats(*target, *model, plan, importance.get()));
    weights->stored_ = weights->codes_;
    if (target->name() == "safetensors") {
        // It keeps dtypes and holds the rounded values as plain floats.
        for (std::size_t i = 0; i < weights->stored_.size(); ++i) {
            weights->stored_[i] = model->tensor(i).format;
        }
    }
    const std::string text = plan_to_text(plan) + (importance ? importance->file() : "");
    weights->fingerprint_ =
        fmt::format("{} plan {:016x}", model->checkpoint->fingerprint(), fast_hash(text));
    weights->model_ = std::move(model);
    weights->importance_ = std::move(importance);
    return std::shared_ptr<const PlannedWeights>(std::move(weights));
}

Result<std::shared_ptr<const RowSource>> PlannedWeights::open(std::size_t tensor,
                                                              const WorkContext& context) const {
    if (codes_[tensor] == model_->tensor(tensor).format) {
        return CheckpointWeights(model_->checkpoint).open(tensor, context);
    }
    const std::lock_guard lock(mutex_);
    if (const auto found = kept_.find(tensor); found != kept_.end()) {
        return found->second;
    }
    BITLATHE_ASSIGN(auto rows, encode(tensor, context));
    if (!model_->places[tensor].block) {
        kept_[tensor] = rows;
    }
    return rows;
}

Result<std::shared_ptr<const RowSource>> PlannedWeights::encode(std::size_t tensor,
                                                                const WorkContext& context) const {
    const TensorView view = model_->checkpoint->view(tensor);
    const FormatId format = codes_[tensor];
    if (format_info(format).decode == nullptr) {
        return fail(ErrorCode::kRefused,
                    fmt::format("{} cannot be decoded yet, so {} cannot be evaluated",
                                format_info(format).name, printable(model_->tensor(tensor).name)));
    }
    const auto row_size = row_bytes(format, view.cols());
    std::vector<std::byte> codes;
    try {
        codes.resize(view.rows() * row_size.value_or(0));
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kRefused, "not enough memory for the codes of a tensor");
    }
    BITLATHE_TRY(compress_tensor(
        view, format, importance_of(*model_, tensor, importance_.get()),
        [&](std::uint64_t first_row, std::span<const std::byte> bytes) -> Status {
            std::memcpy(codes.data() + first_row * *row_size, bytes.data(), bytes.size());
            return {};
        },
        {context.stop, {}, context.threads}));
    return std::shared_ptr<const RowSource>(std::make_shared<CodedRows>(
        std::move(codes), format, stored_[tensor], view.rows(), view.cols()));
}

}  // namespace bitlathe
