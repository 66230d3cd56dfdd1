// SPDX-License-Identifier: GPL-3.0-or-later
// Selection of the BITS canvas.
#include <algorithm>

#include "ui/canvas/bits_canvas.h"

namespace bitlathe {
// Selection --------------------------------------------------------------------------------------

std::vector<int> BitsCanvas::selected_bars() const {
    std::vector<int> bars;
    for (const std::size_t tensor : hub_.selected()) {
        const int bar = tensor < bars_.bar_of_tensor.size() ? bars_.bar_of_tensor[tensor] : -1;
        if (bar >= 0) bars.push_back(bar);
    }
    std::sort(bars.begin(), bars.end());
    bars.erase(std::unique(bars.begin(), bars.end()), bars.end());
    return bars;
}

std::vector<std::size_t> BitsCanvas::selected_tensors() const {
    std::vector<std::size_t> tensors;
    for (const int bar : selected_bars()) {
        const Bar& own = bars_.bars[static_cast<std::size_t>(bar)];
        tensors.insert(tensors.end(), own.tensors.begin(), own.tensors.end());
    }
    return tensors;
}

std::optional<int> BitsCanvas::current_bar() const {
    const auto tensor = hub_.current();
    if (!tensor || *tensor >= bars_.bar_of_tensor.size()) return std::nullopt;
    const int bar = bars_.bar_of_tensor[*tensor];
    return bar >= 0 ? std::optional(bar) : std::nullopt;
}

void BitsCanvas::select_bars(const std::vector<int>& bars, int current) {
    std::vector<std::size_t> tensors;
    for (const int bar : bars) {
        const Bar& own = bars_.bars[static_cast<std::size_t>(bar)];
        tensors.insert(tensors.end(), own.tensors.begin(), own.tensors.end());
    }
    hub_.select(std::move(tensors), bars_.bars[static_cast<std::size_t>(current)].tensors.front());
}

void BitsCanvas::press_bar(int bar, Qt::KeyboardModifiers modifiers) {
    std::vector<int> bars = selected_bars();
    const auto found = std::find(bars.begin(), bars.end(), bar);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        if (found == bars.end()) {
            bars.push_back(bar);
        } else {
            bars.erase(found);
        }
        anchor_ = bar;
        select_bars(bars, bar);
        return;
    }
    if (modifiers.testFlag(Qt::ShiftModifier) && anchor_ >= 0) {
        const QRect from = geometry_.slot_rect(anchor_);
        const QRect to = geometry_.slot_rect(bar);
        select_bars(geometry_.bars_in(from.united(to)), bar);
        return;
    }
    anchor_ = bar;
    // A press on a selected bar keeps the group: it may be dragged as one.
    if (found == bars.end()) bars = {bar};
    select_bars(bars, bar);
}

}  // namespace bitlathe
