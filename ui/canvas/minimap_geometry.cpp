// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/minimap_geometry.h"

#include <algorithm>
#include <cmath>

namespace bitlathe {
namespace {

constexpr double kFewest = 2;  ///< columns that stay in sight

}  // namespace

MinimapGeometry::MinimapGeometry(int columns, int x, int width, BlockView view)
    : columns_(std::max(0, columns)), x_(x), width_(std::max(0, width)), view_(view) {
    if (view_.count <= 0) view_ = {0, static_cast<double>(columns_)};
}

double MinimapGeometry::scale() const {
    return width_ > 0 ? static_cast<double>(columns_) / width_ : 0;
}

std::pair<int, int> MinimapGeometry::handle() const {
    if (columns_ == 0 || width_ == 0) return {x_, x_};
    int first = static_cast<int>(std::lround(view_.first / scale()));
    int last = static_cast<int>(std::lround((view_.first + view_.count) / scale()));
    if (const int missing = kSmallestHandle - (last - first); missing > 0) {
        first = std::clamp(first - missing / 2, 0, std::max(0, width_ - kSmallestHandle));
        last = std::min(width_, first + kSmallestHandle);
    }
    return {x_ + first, x_ + last};
}

MinimapGeometry::Part MinimapGeometry::part_at(int x) const {
    if (columns_ == 0 || x < x_ - kEdge || x >= x_ + width_ + kEdge) return Part::kNothing;
    const auto [first, last] = handle();
    // Of a narrow handle the middle is for moving it.
    const int inside = std::min(kEdge, (last - first) / 4);
    if (x >= first - kEdge && x < first + inside) return Part::kLeftEdge;
    if (x >= last - inside && x < last + kEdge) return Part::kRightEdge;
    return x >= first && x < last ? Part::kHandle : Part::kOutside;
}

double MinimapGeometry::column_at(int x) const {
    return std::clamp((x - x_) * scale(), 0.0, static_cast<double>(columns_));
}

std::pair<int, int> MinimapGeometry::columns_at(int x) const {
    const int first =
        std::clamp(static_cast<int>(std::floor((x - x_) * scale())), 0, std::max(0, columns_ - 1));
    const int last = static_cast<int>(std::ceil((x + 1 - x_) * scale()));
    return {first, std::clamp(last, std::min(first + 1, columns_), columns_)};
}

BlockView MinimapGeometry::dragged(Part part, int from, int to) const {
    const double all = columns_;
    const double by = (to - from) * scale();
    BlockView view = view_;
    const double least = std::min(kFewest, all);
    const double end = view_.first + view_.count;
    if (part == Part::kLeftEdge) {
        view.first = std::clamp(view_.first + by, 0.0, std::max(0.0, end - least));
        view.count = end - view.first;
    } else if (part == Part::kRightEdge) {
        view.count = std::clamp(end + by, view_.first + least, all) - view_.first;
    } else {
        view.first = std::clamp(view_.first + by, 0.0, all - view_.count);
    }
    return view;
}

BlockView MinimapGeometry::centred(int x) const {
    const double all = columns_;
    return {std::clamp(column_at(x) - view_.count / 2, 0.0, all - view_.count), view_.count};
}

}  // namespace bitlathe
