// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/targets/target.h"

namespace bitlathe {

/// Safetensors in, safetensors out, with weights that were rounded to their planned formats and
/// stored in the source's dtype again ("fake quant"): any program that reads the source can measure
/// what the formats do to it. A folder with the shards of the source, or one file when the
/// destination ends in .safetensors; the plan lies beside the weights.
class SafetensorsTarget final : public Target {
public:
    [[nodiscard]] std::string_view name() const override { return "safetensors"; }
    [[nodiscard]] std::string_view description() const override;
    [[nodiscard]] std::span<const FormatId> formats() const override;
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
