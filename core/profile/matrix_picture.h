// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/profile/matrix_grid.h"
#include "core/profile/matrix_statistics.h"

namespace bitlathe {

/// Where values stand between the two ends of a colour map. Signed scales have zero in the middle.
class MatrixScale {
public:
    MatrixScale() = default;
    /// A linear scale over [-high, high], or over [0, high] of magnitudes.
    static MatrixScale linear(bool magnitudes, float high);
    /// A logarithmic one: magnitudes of `low` and less are zero. 0 < low < high.
    static MatrixScale logarithmic(bool magnitudes, float low, float high);
    /// The scale for a matrix of which a `share` (0..1) of the weights keep to the colours, the
    /// others getting those of the ends. Logarithmic ones begin at the smallest percent of the
    /// weights that are not zero, but span between one and six decades.
    static MatrixScale clipped(const MatrixStatistics& statistics, bool magnitudes, double share,
                               bool logarithmic);

    [[nodiscard]] bool magnitudes() const { return magnitudes_; }
    [[nodiscard]] bool is_logarithmic() const { return low_ > 0; }
    [[nodiscard]] float high() const { return high_; }
    /// 0..1; values beyond the ends are at the ends.
    [[nodiscard]] double position(double value) const;
    /// The value at a position; of a logarithmic scale the limit value at the zero.
    [[nodiscard]] double value_at(double position) const;
    bool operator==(const MatrixScale&) const = default;

private:
    bool magnitudes_ = false;
    float low_ = 0;  ///< 0: linear
    float high_ = 0;
};

/// The colours of a picture: as many steps as give zero a step of its own, and one for weights that
/// are no numbers.
struct MatrixPalette {
    static constexpr std::size_t kSteps = 255;
    std::array<std::uint32_t, kSteps>
        steps{};  ///< 0xAARRGGBB, from one end of the scale to the other
    std::uint32_t nonfinite = 0;
};

/// From peaks to colours by one look-up: sign, exponent and 8 bits of mantissa choose the step, so
/// that a colour is at most one step off.
class MatrixColours {
public:
    MatrixColours() = default;
    MatrixColours(const MatrixScale& scale, const MatrixPalette& palette);
    [[nodiscard]] std::uint32_t of(PeakKey key) const {
        const std::uint32_t magnitude_and_sign = static_cast<std::uint32_t>(key) ^ 0x80000000U;
        return colours_[step_of_key_[(magnitude_and_sign >> kShift << 1) |
                                     (magnitude_and_sign & 1U)]];
    }

private:
    static constexpr unsigned kShift = 16;
    std::vector<std::uint8_t> step_of_key_;
    std::array<std::uint32_t, MatrixPalette::kSteps + 1> colours_{};
};

/// Which weights the pixels show: pixel (x, y) covers rows [row + y * rows_per_pixel, ... ) and
/// columns [col + x * cols_per_pixel, ...).
struct MatrixViewport {
    double row = 0, col = 0;
    double rows_per_pixel = 1, cols_per_pixel = 1;
    int width = 0, height = 0;
};

/// Paints the pixels that lie inside the grid's region, leaving all others as they are. `pixels`:
/// height rows of `stride` pixels. Every visible cell is in a pixel: where pixels cover more than a
/// cell they show the peak of what they cover, so that no outlier disappears.
void paint_matrix(const MatrixGrid& grid, const MatrixViewport& viewport,
                  const MatrixColours& colours, std::uint32_t* pixels, std::size_t stride);

/// Whether the grid covers all pixels of the viewport.
[[nodiscard]] bool covers(const MatrixGrid& grid, const MatrixViewport& viewport);

}  // namespace bitlathe
