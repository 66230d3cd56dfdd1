// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/allocation/plan.h"
#include "core/forward/weight_source.h"
#include "core/model/model.h"
#include "core/targets/importance.h"

namespace bitlathe {

/// The values that a model's tensors would have after an export of a plan: encoded by the same code
/// as the export, decoded again. A tensor's codes are made when it is opened; those outside the
/// blocks (embedding, head) are kept.
class PlannedWeights final : public WeightSource {
public:
    /// `importance`: what the export would be given; may be null. Errors: kImpossible (the plan
    /// does not fit the model).
    static Result<std::shared_ptr<const PlannedWeights>> create(
        std::shared_ptr<const Model> model, const Plan& plan,
        std::shared_ptr<const Importance> importance);

    [[nodiscard]] Result<std::shared_ptr<const RowSource>> open(
        std::size_t tensor, const WorkContext& context) const override;
    [[nodiscard]] std::string fingerprint() const override { return fingerprint_; }

private:
    PlannedWeights() = default;
    [[nodiscard]] Result<std::shared_ptr<const RowSource>> encode(std::size_t tensor,
                                                                  const WorkContext& context) const;

    std::shared_ptr<const Model> model_;
    std::shared_ptr<const Importance> importance_;
    std::vector<FormatId> codes_;   ///< what every tensor is rounded to
    std::vector<FormatId> stored_;  ///< what the file would hold it as
    std::string fingerprint_;
    mutable std::mutex mutex_;
    mutable std::map<std::size_t, std::shared_ptr<const RowSource>> kept_;
};

}  // namespace bitlathe
