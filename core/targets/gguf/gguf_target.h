// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/targets/target.h"

namespace bitlathe {

/// GGUF in, GGUF out: metadata copied, tensors in their planned formats, llama.cpp's rules. One
/// file, or a split set. A folder of safetensors is converted first (adapt()).
class GgufTarget final : public Target {
public:
    [[nodiscard]] std::string_view name() const override { return "gguf"; }
    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::span<const FormatId> formats() const override;
    [[nodiscard]] Result<TargetModel> adapt(std::shared_ptr<const Model> source) const override;
    [[nodiscard]] Status accepts(const Model& model) const override;
    [[nodiscard]] Legality legality(const Model& model, std::size_t tensor, FormatId format,
                                    const Importance* importance) const override;
    [[nodiscard]] Placement place(const Model& model, std::size_t tensor, FormatId format,
                                  const Importance* importance) const override;
    [[nodiscard]] bool writes_folder(const ExportRequest& request) const override;
    [[nodiscard]] Result<std::vector<PlannedFile>> files(
        const Model& model, const Plan& plan, const ExportRequest& request) const override;
    [[nodiscard]] Result<ExportReport> write(const Model& model, const Plan& plan,
                                             const ExportRequest& request,
                                             const WorkContext& context) const override;
};

}  // namespace bitlathe
