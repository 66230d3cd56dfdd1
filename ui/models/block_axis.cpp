// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/block_axis.h"

#include <algorithm>

namespace bitlathe {
namespace {

/// A column must keep its neighbours in sight.
constexpr double kFewest = 2;
constexpr std::size_t kMostSteps = 100;

}  // namespace

void BlockAxis::reset(int columns) {
    columns_ = columns;
    view_ = {0, static_cast<double>(columns)};
    history_ = {view_};
    at_ = 0;
    moving_ = false;
    emit changed();
}

BlockView BlockAxis::within(BlockView view) const {
    const double all = columns_;
    view.count = std::clamp(view.count, std::min(kFewest, all), all);
    view.first = std::clamp(view.first, 0.0, all - view.count);
    return view;
}

void BlockAxis::zoom(double factor, double at) {
    if (columns_ <= 0 || factor <= 0) return;
    const double all = columns_;
    const double count = std::clamp(view_.count / factor, std::min(kFewest, all), all);
    const double share = (at - view_.first) / view_.count;
    move({at - share * count, count});
}

void BlockAxis::look_at(const BlockView& view) {
    if (columns_ > 0) move(view);
}

void BlockAxis::pan(double columns) {
    if (columns_ > 0) move({view_.first + columns, view_.count});
}

void BlockAxis::move(BlockView view) {
    view = within(view);
    if (view == view_) return;
    view_ = view;
    if (!moving_) {
        remember();
    } else {
        history_[at_] = view_;
    }
    moving_ = true;
    emit changed();
}

void BlockAxis::jump(BlockView view) {
    if (columns_ <= 0) return;
    moving_ = false;
    view = within(view);
    if (view == view_) return;
    view_ = view;
    remember();
    emit changed();
}

void BlockAxis::remember() {
    history_.resize(at_ + 1);
    history_.push_back(view_);
    if (history_.size() > kMostSteps) history_.erase(history_.begin());
    at_ = history_.size() - 1;
}

void BlockAxis::show(double first, double last) {
    const double count = std::max(last - first, kFewest) * 1.2;
    jump({(first + last - count) / 2, count});
}

void BlockAxis::fit() {
    jump({0, static_cast<double>(columns_)});
}

void BlockAxis::go(std::size_t step) {
    moving_ = false;
    at_ = step;
    view_ = history_[at_];
    emit changed();
}

void BlockAxis::back() {
    if (can_go_back()) go(at_ - 1);
}

void BlockAxis::forward() {
    if (can_go_forward()) go(at_ + 1);
}

}  // namespace bitlathe
