// SPDX-License-Identifier: GPL-3.0-or-later
#include <vector>

#include <fmt/format.h>

#include "core/evaluation/expert_errors.h"

namespace bitlathe {
namespace {

bool is_expert(const TensorPlace& place) {
    const bool linear = place.role == Role::kMlpGate || place.role == Role::kMlpUp ||
                        place.role == Role::kMlpDown || place.role == Role::kMlpGateUp;
    return linear && (place.stacked_experts || place.expert);
}

/// Rows encoded and decoded when they are read.
class RoundedRows final : public RowSource {
public:
    RoundedRows(std::shared_ptr<const RowSource> rows, const FormatInfo& format)
        : rows_(std::move(rows)), format_(format) {}
    [[nodiscard]] std::uint64_t rows() const override { return rows_->rows(); }
    [[nodiscard]] std::uint64_t cols() const override { return rows_->cols(); }
    void read(std::uint64_t first, std::uint64_t count, float* out) const override {
        rows_->read(first, count, out);
        std::vector<std::byte> codes(row_bytes(format_.id, cols()).value_or(0));
        for (std::uint64_t r = 0; r < count; ++r) {
            format_.encode(out + r * cols(), nullptr, codes.data(), cols());
            format_.decode(codes.data(), out + r * cols(), cols());
        }
    }

private:
    std::shared_ptr<const RowSource> rows_;
    const FormatInfo& format_;
};

class RoundedExperts final : public WeightSource {
public:
    RoundedExperts(std::shared_ptr<const Model> model, const FormatInfo& format)
        : model_(std::move(model)), weights_(model_->checkpoint), format_(format) {}

    [[nodiscard]] Result<std::shared_ptr<const RowSource>> open(
        std::size_t tensor, const WorkContext& context) const override {
        BITLATHE_ASSIGN(auto rows, weights_.open(tensor, context));
        if (!is_expert(model_->places[tensor])) {
            return rows;
        }
        return std::shared_ptr<const RowSource>(
            std::make_shared<RoundedRows>(std::move(rows), format_));
    }
    [[nodiscard]] std::string fingerprint() const override {
        return fmt::format("{} experts {}", weights_.fingerprint(), format_.name);
    }

private:
    std::shared_ptr<const Model> model_;
    CheckpointWeights weights_;
    const FormatInfo& format_;
};

}  // namespace

Result<std::shared_ptr<const WeightSource>> rounded_experts(
    const std::shared_ptr<const Model>& model, FormatId format) {
    const FormatInfo& info = format_info(format);
    bool any = false;
    for (std::size_t i = 0; i < model->places.size(); ++i) {
        if (!is_expert(model->places[i])) {
            continue;
        }
        any = true;
        const std::uint64_t cols = model->tensor(i).cols();
        if (info.encode == nullptr || info.decode == nullptr || !row_bytes(format, cols)) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("{} cannot hold rows of {}", info.name, cols), {}, {},
                        "choose another format");
        }
    }
    if (!any) {
        return fail(ErrorCode::kImpossible, "the model has no experts", {}, {},
                    "this is for mixtures of experts");
    }
    return std::shared_ptr<const WeightSource>(std::make_shared<RoundedExperts>(model, info));
}

}  // namespace bitlathe
