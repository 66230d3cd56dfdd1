// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/block_scale.h"

#include <algorithm>
#include <cmath>

namespace bitlathe {
namespace {

constexpr int kWidestBar = 64;

/// `index` of `count` equal parts of `length` pixels, without a sum of rounding errors.
int part(int index, int count, int length) {
    return count <= 0 ? 0 : static_cast<int>(static_cast<long long>(index) * length / count);
}

int gap_for(int pitch) {
    if (pitch >= 12) return std::clamp(pitch / 9, 2, 8);
    if (pitch >= 6) return 2;
    return pitch >= 3 ? 1 : 0;
}

/// The smallest of 1, 2, 4, 5, 10, 20, 40, 50 ... whose columns leave room for a label.
int label_step(double pitch, int label_width, int blocks) {
    int step = 1;
    for (int power = 1; pitch > 0 && step * pitch < label_width && power <= blocks; power *= 10) {
        for (const int factor : {1, 2, 4, 5, 10}) {
            step = factor * power;
            if (step * pitch >= label_width) break;
        }
    }
    return step;
}

}  // namespace

BlockScale::BlockScale(BlockColumns columns, int x, int width, BlockView view)
    : columns_(columns), x_(x), width_(std::max(0, width)) {
    if (columns_.count <= 0) return;
    const int gaps = gap_before(columns_.count);
    const double shown =
        view.count > 0 ? std::min<double>(view.count, columns_.count) : columns_.count;
    const int room = std::max(0, width_ - gaps);
    length_ = static_cast<int>(std::lround(room * (columns_.count / shown)));
    const int hidden = std::max(0, length_ + gaps - width_);
    offset_ = std::clamp(
        static_cast<int>(std::lround(view.first / columns_.count * (length_ + gaps))), 0, hidden);
    bar_gap_ = gap_for(length_ / columns_.count);
}

int BlockScale::gap_before(int column) const {
    int gaps = 0;
    if (columns_.left > 0 && column >= columns_.left) gaps += kGroupGap;
    if (columns_.right > 0 && column >= columns_.count - columns_.right) gaps += kGroupGap;
    return gaps;
}

int BlockScale::edge(int column) const {
    return x_ - offset_ + part(column, columns_.count, length_) + gap_before(column);
}

std::pair<int, int> BlockScale::span(int column) const {
    // A column ends where the next one of its group would begin, not after the gap between groups.
    const int pitch =
        part(column + 1, columns_.count, length_) - part(column, columns_.count, length_);
    int width = std::max(1, pitch - bar_gap_);
    int x = edge(column);
    if (width > kWidestBar && length_ <= width_) {  // zoomed in, width was asked for
        x += (width - kWidestBar) / 2;
        width = kWidestBar;
    }
    return {x, width};
}

int BlockScale::centre(int column) const {
    const auto [x, width] = span(column);
    return x + width / 2;
}

std::optional<int> BlockScale::column_at(int x) const {
    if (x < x_ || x >= x_ + width_) return std::nullopt;
    const int last = static_cast<int>(position(x));
    for (const int column : {last, last - 1}) {
        if (column < 0 || column >= columns_.count) continue;
        const auto [first, width] = span(column);
        if (x >= first && x < first + width) return column;
    }
    return std::nullopt;
}

double BlockScale::position(int x) const {
    if (columns_.count <= 0 || length_ <= 0) return 0;
    int low = 0;
    int high = columns_.count;
    while (low < high) {  // the last column that begins at or before x
        const int middle = (low + high) / 2;
        if (edge(middle) <= x) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    const int column = std::max(0, low - 1);
    const double pitch = static_cast<double>(length_) / columns_.count;
    return std::clamp(column + std::clamp((x - edge(column)) / pitch, 0.0, 1.0), 0.0,
                      static_cast<double>(columns_.count));
}

std::pair<int, int> BlockScale::visible() const {
    if (columns_.count <= 0) return {0, 0};
    const int first = static_cast<int>(position(x_));
    int last = static_cast<int>(std::ceil(position(x_ + width_)));
    last = std::clamp(last, first + 1, columns_.count);
    return {std::min(first, columns_.count - 1), last};
}

std::vector<int> BlockScale::labelled(int label_width) const {
    std::vector<int> columns;
    const auto [first, last] = visible();
    const int blocks = columns_.count - columns_.left - columns_.right;
    const double pitch = columns_.count > 0 ? static_cast<double>(length_) / columns_.count : 0.0;
    const int step = label_step(pitch, label_width, blocks);
    for (int column = first; column < last; ++column) {
        if (!is_block(column) || (column - columns_.left) % step == 0) columns.push_back(column);
    }
    return columns;
}

}  // namespace bitlathe
