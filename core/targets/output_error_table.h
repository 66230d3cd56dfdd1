// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/profile/activation/activation_profile.h"
#include "core/profile/weight_profile.h"
#include "core/targets/importance.h"

namespace bitlathe {

/// What storing one linear in formats does to what it puts out, relative, for the inputs that a
/// profile saw.
struct TensorOutputErrors {
    std::size_t tensor = 0;
    std::vector<FormatError> diagonal;  ///< by output_errors(); empty: its inputs were not seen
    /// By full_output_errors(), where the profile has the Gram matrix of its inputs.
    std::vector<FormatError> full;
};

/// The inputs of the linears of a model as a profile saw them; both outlive it. Thread-safe.
class LinearInputs {
public:
    /// `with_first`: the first tokens of windows too. Gram matrices always have them.
    LinearInputs(const Model& model, const ActivationProfile& profile, bool with_first);

    /// Mean square of every input, one run for each matrix of a tensor; 0 for experts that no token
    /// was given to, and empty where nothing was observed at all.
    [[nodiscard]] std::vector<float> mean_squares(std::size_t tensor) const;
    /// Errors in every one of `formats` that can hold the rows of the tensor. The same bits for any
    /// number of threads. Errors: those of reading, kCancelled.
    [[nodiscard]] Result<TensorOutputErrors> errors(std::size_t tensor,
                                                    std::span<const FormatId> formats,
                                                    const WorkContext& context) const;

private:
    [[nodiscard]] bool saw_tokens(const TensorPlace& place, std::uint32_t expert) const;
    [[nodiscard]] std::vector<const GramMatrix*> grams(std::size_t tensor) const;
    const Model& model_;
    const ActivationProfile& profile_;
    bool with_first_;
    std::shared_ptr<const Importance> importance_;
};

/// One tensor and the formats to store it in.
struct OutputErrorRequest {
    std::size_t tensor = 0;
    std::vector<FormatId> formats;
};

/// Output errors of many linears, in the order of `requests`; those whose inputs the profile did
/// not see are left out. Two passes over the weights at most, one or two per format. Progress is in
/// bytes of weights. Errors: those of reading, kCancelled.
[[nodiscard]] Result<std::vector<TensorOutputErrors>> output_error_table(
    const Model& model, const ActivationProfile& profile,
    std::span<const OutputErrorRequest> requests, bool with_first, const WorkContext& context);

}  // namespace bitlathe
