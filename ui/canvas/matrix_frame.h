// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <vector>

#include "core/profile/matrix_picture.h"

namespace bitlathe {

/// Lines between cells: pixels of their rows and columns, rising. They let the cells shine through.
struct MatrixLines {
    std::vector<int> rows, cols;
    QRgb colour = 0;
};

/// The rendered pixels of a matrix. A view that moved by whole pixels over the same grids is moved
/// in memory, and only what came into sight is painted.
class MatrixFrame {
public:
    /// The next render() paints everything: grids or colours are others than before.
    void invalidate() { layers_.clear(); }
    /// Paints `layers`, later ones over earlier ones, and the lines over them, as far as needed.
    /// The first layer must cover the viewport. Grids must live unchanged until invalidate(); lines
    /// must move with the viewport.
    void render(const MatrixViewport& viewport, const std::vector<const MatrixGrid*>& layers,
                const MatrixColours& colours, const MatrixLines& lines);

    /// The image, without a device pixel ratio.
    [[nodiscard]] const QImage& image() const { return image_; }
    /// Pixels painted by the last render(); tests watch that a pan paints few.
    [[nodiscard]] std::uint64_t painted() const { return painted_; }

private:
    [[nodiscard]] bool scroll();
    void paint(const QRect& area, const MatrixColours& colours, const MatrixLines& lines);
    void draw(const MatrixLines& lines, const QRect& area);
    QImage image_;
    MatrixViewport viewport_, last_;
    std::vector<const MatrixGrid*> layers_;
    std::uint64_t painted_ = 0;
    QPoint moved_;
};

}  // namespace bitlathe
