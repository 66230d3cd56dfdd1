// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/profile/activation/activation_profile.h"
#include "core/profile/importance/block_importance.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {

/// How much one linear matters, as far as it is known.
struct TensorImportanceRow {
    std::size_t tensor = 0;
    std::optional<double> zd, kurtosis;
    /// 2 sum_j E[x_j^2], the trace of the Hessian of the layer's squared error: how much goes in,
    /// not how much it hurts.
    std::optional<double> hessian_trace;
    std::vector<FormatError> output_errors;  ///< relative, by output_errors()
    /// Relative, by full_output_errors(), where the profile has the Gram matrix of its inputs.
    std::vector<FormatError> full_output_errors = {};
};

struct ImportanceTable {
    std::vector<BlockImportance> blocks;
    std::vector<TensorImportanceRow> tensors;  ///< linears of blocks, in the checkpoint's order
};

struct ImportanceTableRequest {
    std::vector<FormatId> formats;  ///< whose output errors; needs a profile
    bool with_first = true;         ///< of the profile: first tokens of windows too
};

/// Everything that weights and a profile say about importance; either may be missing (null). Two
/// passes over the weights, and one or two per format. Errors: those of reading, kCancelled.
[[nodiscard]] Result<ImportanceTable> importance_table(const Model* model,
                                                       const ActivationProfile* profile,
                                                       const ImportanceTableRequest& request,
                                                       const WorkContext& context);

}  // namespace bitlathe
