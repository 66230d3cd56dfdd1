// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/output_error_index.h"

#include <algorithm>
#include <utility>

#include "core/targets/planned_loss.h"

namespace bitlathe {

bool is_of(const OutputErrorRecord& record, const ActivationProfile& profile, bool with_first) {
    return record.text_ids == profile.text.ids && record.with_first == with_first;
}

OutputErrorIndex::OutputErrorIndex(std::shared_ptr<const OutputErrorRecord> record,
                                   const Model& model)
    : record_(std::move(record)), rows_(model.places.size()) {
    for (std::size_t i = 0; i < rows_.size(); ++i)
        sources_.push_back(model.tensor(i).format);
    for (const OutputErrorRow& row : record_->tensors) {
        const auto tensor = model.checkpoint->find(row.tensor);
        if (tensor && *tensor < rows_.size()) rows_[*tensor] = &row;
    }
    diagonal_ = measured_range(&OutputErrorRow::diagonal);
    full_ = measured_range(&OutputErrorRow::full);
}

std::optional<double> OutputErrorIndex::error(Errors errors, std::size_t tensor,
                                              FormatId format) const {
    const OutputErrorRow* row = tensor < rows_.size() ? rows_[tensor] : nullptr;
    if (row == nullptr || (row->*errors).empty()) return std::nullopt;
    if (is_lossless(sources_[tensor], format)) return 0.0;
    const auto& known = row->*errors;
    const auto found = std::find_if(known.begin(), known.end(), [format](const FormatError& error) {
        return error.format == format;
    });
    return found == known.end() ? std::nullopt : found->nmse;
}

std::optional<ValueRange> OutputErrorIndex::measured_range(Errors errors) const {
    std::optional<ValueRange> range;
    for (const OutputErrorRow* row : rows_) {
        if (row == nullptr) continue;
        for (const FormatError& error : row->*errors) {
            if (!error.nmse || *error.nmse <= 0) continue;
            range = range ? ValueRange{std::min(range->low, *error.nmse),
                                       std::max(range->high, *error.nmse)}
                          : ValueRange{*error.nmse, *error.nmse};
        }
    }
    return range;
}

}  // namespace bitlathe
