// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/profile/matrix_picture.h"

namespace bitlathe {

/// A weight by its place in the picture (which is not its place in the tensor when rows or columns
/// are sorted).
struct MatrixPlace {
    std::uint64_t row = 0, col = 0;
    bool operator==(const MatrixPlace&) const = default;
};

/// A number on an axis and the pixel in the middle of its cell.
struct AxisTick {
    std::uint64_t place = 0;
    int pixel = 0;
};

/// Which part of a matrix a plot shows: maps weights to device pixels and back. A pure value. The
/// matrix always fills the plot; both axes have scales of their own, from the whole extent down to
/// cells of kLargestCell pixels (or the whole of a matrix that is smaller than that).
class MatrixView {
public:
    static constexpr double kLargestCell = 48;

    MatrixView() = default;
    MatrixView(std::uint64_t rows, std::uint64_t cols, QSize pixels, double device_pixel_ratio);

    [[nodiscard]] bool is_empty() const;
    [[nodiscard]] QSize pixels() const { return pixels_; }
    [[nodiscard]] std::uint64_t rows() const { return down_.extent; }
    [[nodiscard]] std::uint64_t cols() const { return across_.extent; }
    /// Weights per pixel.
    [[nodiscard]] double rows_per_pixel() const { return down_.step; }
    [[nodiscard]] double cols_per_pixel() const { return across_.step; }
    [[nodiscard]] bool shows_all() const;
    [[nodiscard]] MatrixViewport viewport() const;
    /// All weights of which something is visible.
    [[nodiscard]] MatrixRegion visible() const;
    [[nodiscard]] std::optional<MatrixPlace> place_at(QPoint pixel) const;
    /// Weights under one pixel, at least one.
    [[nodiscard]] MatrixRegion under(QPoint pixel) const;
    /// Pixels of a weight; may reach beyond the plot, may be empty.
    [[nodiscard]] QRect cell_rect(MatrixPlace place) const;
    /// First pixels of the visible rows (columns), where a line between cells can be drawn.
    [[nodiscard]] std::vector<int> row_edges() const { return edges(down_); }
    [[nodiscard]] std::vector<int> col_edges() const { return edges(across_); }
    /// Round numbers at least `gap` pixels apart.
    [[nodiscard]] std::vector<AxisTick> row_ticks(int gap) const { return ticks(down_, gap); }
    [[nodiscard]] std::vector<AxisTick> col_ticks(int gap) const { return ticks(across_, gap); }

    void fit();
    /// Zooms by `factor` (> 1: closer), leaving what is under `at` where it is as far as the ends
    /// allow.
    void zoom(QPointF at, double factor);
    /// One weight per pixel, or as near as can be, around `at`.
    void zoom_to_weights(QPointF at);
    /// Brings a place into the middle with cells of so many pixels; an axis without one shows all.
    void look_at(std::optional<std::uint64_t> row, std::optional<std::uint64_t> col, double cell);
    /// Moves the matrix by so many pixels.
    void pan(QPointF by);
    /// Another size of the plot: what was at the upper left stays there; a whole matrix stays
    /// whole.
    void resize(QSize pixels, double device_pixel_ratio);

private:
    struct Axis {
        std::uint64_t extent = 0;
        int pixels = 0;
        double first = 0;  ///< at the left (upper) edge
        double step = 1;   ///< weights per pixel
        double closest = 1;
        [[nodiscard]] double widest() const { return static_cast<double>(extent) / pixels; }
        void limit(double largest_cell);
        void set_step(double wanted, double at);
        void clamp();
        void look_at(std::optional<std::uint64_t> place, double cell);
        [[nodiscard]] std::uint64_t place(double pixel) const;
        [[nodiscard]] int pixel_of(double edge) const;
    };
    [[nodiscard]] static std::vector<int> edges(const Axis& axis);
    [[nodiscard]] static std::vector<AxisTick> ticks(const Axis& axis, int gap);
    Axis down_, across_;
    QSize pixels_;
};

}  // namespace bitlathe
