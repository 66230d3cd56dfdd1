// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_view.h"

#include <algorithm>
#include <cmath>

namespace bitlathe {
namespace {

/// What is this much of a step beside an edge is on it: edges are sums of fractions.
constexpr double kSlack = 1e-6;

/// The smallest of 1, 2, 5, 10, 20 ... that is not below `least`.
std::uint64_t round_step(double least) {
    for (std::uint64_t decade = 1;; decade *= 10) {
        for (const std::uint64_t digit : {1, 2, 5}) {
            if (static_cast<double>(digit * decade) >= least) return digit * decade;
        }
    }
}

}  // namespace

void MatrixView::Axis::limit(double largest_cell) {
    closest = std::min(widest(), 1 / largest_cell);
    step = std::clamp(step, closest, widest());
    clamp();
}

void MatrixView::Axis::set_step(double wanted, double at) {
    const double fixed = first + at * step;
    step = std::clamp(wanted, closest, widest());
    first = fixed - at * step;
    clamp();
}

void MatrixView::Axis::clamp() {
    first = std::clamp(first, 0.0, std::max(0.0, static_cast<double>(extent) - pixels * step));
}

std::uint64_t MatrixView::Axis::place(double pixel) const {
    const double at = first + pixel * step + kSlack * step;
    return std::min(extent - 1, static_cast<std::uint64_t>(std::max(0.0, at)));
}

int MatrixView::Axis::pixel_of(double edge) const {
    return static_cast<int>(std::ceil((edge - first) / step - kSlack));
}

MatrixView::MatrixView(std::uint64_t rows, std::uint64_t cols, QSize pixels,
                       double device_pixel_ratio) {
    down_.extent = rows;
    across_.extent = cols;
    resize(pixels, device_pixel_ratio);
    fit();
}

bool MatrixView::is_empty() const {
    return down_.extent == 0 || across_.extent == 0 || pixels_.isEmpty();
}

bool MatrixView::shows_all() const {
    return down_.step >= down_.widest() && across_.step >= across_.widest();
}

MatrixViewport MatrixView::viewport() const {
    return {down_.first,  across_.first,   down_.step,
            across_.step, pixels_.width(), pixels_.height()};
}

MatrixRegion MatrixView::visible() const {
    if (is_empty()) return {};
    const auto reach = [](const Axis& axis, std::uint64_t& first, std::uint64_t& count) {
        first = axis.place(0);
        const double end = std::ceil(axis.first + axis.pixels * axis.step - kSlack * axis.step);
        count = std::min(axis.extent, static_cast<std::uint64_t>(end)) - first;
    };
    MatrixRegion region;
    reach(down_, region.row, region.rows);
    reach(across_, region.col, region.cols);
    return region;
}

std::optional<MatrixPlace> MatrixView::place_at(QPoint pixel) const {
    if (is_empty() || !QRect(QPoint(), pixels_).contains(pixel)) return std::nullopt;
    return MatrixPlace{down_.place(pixel.y()), across_.place(pixel.x())};
}

MatrixRegion MatrixView::under(QPoint pixel) const {
    const auto reach = [](const Axis& axis, int at, std::uint64_t& first, std::uint64_t& count) {
        first = axis.place(at);
        count = std::max(first + 1, axis.place(at + 1)) - first;
    };
    MatrixRegion region;
    reach(down_, pixel.y(), region.row, region.rows);
    reach(across_, pixel.x(), region.col, region.cols);
    return region;
}

QRect MatrixView::cell_rect(MatrixPlace place) const {
    const auto row = static_cast<double>(place.row);
    const auto col = static_cast<double>(place.col);
    return {QPoint(across_.pixel_of(col), down_.pixel_of(row)),
            QPoint(across_.pixel_of(col + 1) - 1, down_.pixel_of(row + 1) - 1)};
}

std::vector<int> MatrixView::edges(const Axis& axis) {
    std::vector<int> pixels;
    if (axis.extent == 0 || axis.pixels == 0) return pixels;
    // Nothing is drawn before the first place of all.
    for (std::uint64_t place = std::max<std::uint64_t>(1, axis.place(0)); place < axis.extent;
         ++place) {
        const int pixel = axis.pixel_of(static_cast<double>(place));
        if (pixel >= axis.pixels) break;
        if (pixel >= 0) pixels.push_back(pixel);
    }
    return pixels;
}

std::vector<AxisTick> MatrixView::ticks(const Axis& axis, int gap) {
    std::vector<AxisTick> result;
    if (axis.extent == 0 || axis.pixels == 0) return result;
    const std::uint64_t step = round_step(gap * axis.step);
    const std::uint64_t first = (axis.place(0) + step - 1) / step * step;
    for (std::uint64_t place = first; place < axis.extent; place += step) {
        const double middle = (static_cast<double>(place) + 0.5 - axis.first) / axis.step;
        if (middle >= axis.pixels) break;
        result.push_back({place, static_cast<int>(middle)});
    }
    return result;
}

void MatrixView::fit() {
    if (is_empty()) return;
    for (Axis* axis : {&down_, &across_}) {
        axis->first = 0;
        axis->step = axis->widest();
    }
}

void MatrixView::zoom(QPointF at, double factor) {
    if (is_empty()) return;
    down_.set_step(down_.step / factor, at.y());
    across_.set_step(across_.step / factor, at.x());
}

void MatrixView::Axis::look_at(std::optional<std::uint64_t> place, double cell) {
    step = place ? std::clamp(1 / cell, closest, widest()) : widest();
    first = place ? static_cast<double>(*place) + 0.5 - pixels * step / 2 : 0;
    clamp();
}

void MatrixView::look_at(std::optional<std::uint64_t> row, std::optional<std::uint64_t> col,
                         double cell) {
    if (is_empty()) return;
    down_.look_at(row, cell);
    across_.look_at(col, cell);
}

void MatrixView::zoom_to_weights(QPointF at) {
    if (is_empty()) return;
    down_.set_step(1, at.y());
    across_.set_step(1, at.x());
}

void MatrixView::pan(QPointF by) {
    if (is_empty()) return;
    down_.first -= by.y() * down_.step;
    across_.first -= by.x() * across_.step;
    down_.clamp();
    across_.clamp();
}

void MatrixView::resize(QSize pixels, double device_pixel_ratio) {
    const bool whole = is_empty() || shows_all();
    pixels_ = pixels;
    down_.pixels = pixels.height();
    across_.pixels = pixels.width();
    if (is_empty()) return;
    down_.limit(kLargestCell * device_pixel_ratio);
    across_.limit(kLargestCell * device_pixel_ratio);
    if (whole) fit();
}

}  // namespace bitlathe
