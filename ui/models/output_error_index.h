// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/model/model.h"
#include "core/project/project.h"
#include "ui/models/value_range.h"

namespace bitlathe {

/// Whether output errors are of the inputs that a profile saw, first tokens of windows counted or
/// not.
[[nodiscard]] bool is_of(const OutputErrorRecord& record, const ActivationProfile& profile,
                         bool with_first);

/// Output errors by the tensors of the open model. Immutable.
class OutputErrorIndex {
public:
    /// Diagonal or full.
    using Errors = std::vector<FormatError> OutputErrorRow::*;

    /// Tensors that the model does not have are passed over.
    OutputErrorIndex(std::shared_ptr<const OutputErrorRecord> record, const Model& model);

    [[nodiscard]] const OutputErrorRecord& record() const { return *record_; }
    /// Of a tensor in a format, relative; nothing where that was not measured. A format in which a
    /// measured tensor is merely copied loses nothing.
    [[nodiscard]] std::optional<double> error(Errors errors, std::size_t tensor,
                                              FormatId format) const;
    /// Smallest and largest error above 0 of any tensor in any format; nothing: none is known.
    [[nodiscard]] const std::optional<ValueRange>& range(Errors errors) const {
        return errors == &OutputErrorRow::full ? full_ : diagonal_;
    }

private:
    [[nodiscard]] std::optional<ValueRange> measured_range(Errors errors) const;
    std::shared_ptr<const OutputErrorRecord> record_;
    std::vector<const OutputErrorRow*> rows_;  ///< by tensor; null: none
    std::vector<FormatId> sources_;            ///< by tensor
    std::optional<ValueRange> diagonal_, full_;
};

}  // namespace bitlathe
