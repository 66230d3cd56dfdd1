// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/selection_hub.h"

#include <algorithm>

namespace bitlathe {

bool SelectionHub::is_selected(std::size_t tensor) const {
    return std::binary_search(selected_.begin(), selected_.end(), tensor);
}

void SelectionHub::select(std::vector<std::size_t> tensors, std::optional<std::size_t> current) {
    std::sort(tensors.begin(), tensors.end());
    tensors.erase(std::unique(tensors.begin(), tensors.end()), tensors.end());
    if (tensors == selected_ && current == current_) return;
    selected_ = std::move(tensors);
    current_ = current;
    emit selection_changed();
}

void SelectionHub::hover(std::optional<std::size_t> tensor) {
    if (tensor == hovered_) return;
    hovered_ = tensor;
    emit hover_changed();
}

void SelectionHub::clear() {
    hover(std::nullopt);
    select({}, std::nullopt);
}

}  // namespace bitlathe
