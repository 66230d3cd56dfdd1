// SPDX-License-Identifier: GPL-3.0-or-later
// Scales, colours and painting of matrices.
#include "core/profile/matrix_picture.h"

#include <cmath>
#include <limits>
#include <set>

#include <gtest/gtest.h>

#include "core/profile/matrix_pyramid.h"
#include "tests/core/profile/tensors.h"

namespace bitlathe {
namespace {

/// Colours that say which step they are.
MatrixPalette numbered() {
    MatrixPalette palette;
    for (std::size_t i = 0; i < palette.steps.size(); ++i)
        palette.steps[i] = static_cast<std::uint32_t>(i);
    palette.nonfinite = 9999;
    return palette;
}

MatrixStatistics statistics_of(const std::vector<float>& values) {
    MatrixStatisticsCollector collector(1, values.size(), 1);
    collector.add(0, 0, 0, values);
    return collector.result();
}

TEST(MatrixScale, LinearHasZeroInTheMiddleOrAtTheEnd) {
    const MatrixScale both = MatrixScale::linear(false, 2);
    EXPECT_EQ(both.position(0), 0.5);
    EXPECT_EQ(both.position(2), 1);
    EXPECT_EQ(both.position(-1), 0.25);
    EXPECT_EQ(both.position(-100), 0);
    EXPECT_EQ(both.value_at(0.75), 1);
    const MatrixScale magnitudes = MatrixScale::linear(true, 2);
    EXPECT_EQ(magnitudes.position(-1), 0.5);
    EXPECT_EQ(magnitudes.position(0), 0);
    EXPECT_EQ(magnitudes.value_at(0.25), 0.5);
    EXPECT_EQ(MatrixScale::linear(false, 0).position(0), 0.5) << "nothing but zeros";
}

TEST(MatrixScale, LogarithmicStepsAreRatios) {
    const MatrixScale both = MatrixScale::logarithmic(false, 0.001F, 1);
    EXPECT_EQ(both.position(0), 0.5);
    EXPECT_EQ(both.position(0.0005), 0.5);
    EXPECT_NEAR(both.position(0.01), 0.5 + 0.5 / 3, 1e-6);
    EXPECT_NEAR(both.position(-0.1), 0.5 - 0.5 * 2 / 3, 1e-6);
    for (const double position : {0.0, 0.1, 0.4, 0.6, 0.9, 1.0})
        EXPECT_NEAR(both.position(both.value_at(position)), position, 1e-9);
}

TEST(MatrixScale, ClippingIsByPercentileAndSparseMatricesStayVisible) {
    std::vector<float> values(1000, 1.0F);
    values[3] = -50;
    const MatrixStatistics statistics = statistics_of(values);
    EXPECT_NEAR(MatrixScale::clipped(statistics, false, 0.99, false).high(), 1, 1.0 / 128);
    EXPECT_EQ(MatrixScale::clipped(statistics, false, 1, false).high(), 50);
    std::vector<float> sparse(1000, 0.0F);
    sparse[3] = -4;
    EXPECT_NEAR(MatrixScale::clipped(statistics_of(sparse), false, 0.99, false).high(), 4,
                4.0 / 128);
    EXPECT_EQ(MatrixScale::clipped(statistics_of(std::vector<float>(9)), true, 0.9, true).high(),
              0);
}

TEST(MatrixColours, AreAtMostOneStepOff) {
    const MatrixPalette palette = numbered();
    for (const MatrixScale& scale :
         {MatrixScale::linear(false, 0.7F), MatrixScale::linear(true, 3.1F),
          MatrixScale::logarithmic(false, 1e-4F, 0.3F),
          MatrixScale::logarithmic(true, 1e-3F, 10)}) {
        const MatrixColours colours(scale, palette);
        for (const float value : laplace(20000, 6)) {
            const double exact = scale.position(value) * (MatrixPalette::kSteps - 1);
            EXPECT_NEAR(colours.of(peak_key(value)), exact, 1.0) << value;
        }
        EXPECT_EQ(colours.of(peak_key(0)), scale.magnitudes() ? 0U : 127U);
        EXPECT_EQ(colours.of(peak_key(std::numeric_limits<float>::max())), 254U);
        EXPECT_EQ(colours.of(peak_key(-std::numeric_limits<float>::infinity())), 9999U);
        EXPECT_EQ(colours.of(peak_key(std::numeric_limits<float>::quiet_NaN())), 9999U);
    }
}

struct Painted {
    MatrixViewport view;
    std::vector<std::uint32_t> pixels;
    [[nodiscard]] std::uint32_t at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y * view.width + x)];
    }
    [[nodiscard]] std::size_t count(std::uint32_t colour) const {
        return static_cast<std::size_t>(std::count(pixels.begin(), pixels.end(), colour));
    }
};

constexpr std::uint32_t kUntouched = 0xFFFFFFFF;

Painted paint(const MatrixGrid& grid, const MatrixViewport& view, const MatrixScale& scale) {
    Painted painted{view, std::vector<std::uint32_t>(
                              static_cast<std::size_t>(view.width * view.height), kUntouched)};
    paint_matrix(grid, view, MatrixColours(scale, numbered()), painted.pixels.data(),
                 static_cast<std::size_t>(view.width));
    return painted;
}

MatrixPyramid pyramid_of(std::uint64_t rows, const std::vector<float>& values) {
    const TestTensor tensor = encoded_tensor("F32", rows, values);
    const auto source =
        MatrixSource::make(tensor.view(), MatrixQuantity::kValue, format_named("F32"));
    return *MatrixPyramid::build(*source, {}, {});
}

MatrixViewport whole(const MatrixPyramid& pyramid, int width, int height) {
    return {0,
            0,
            static_cast<double>(pyramid.rows()) / height,
            static_cast<double>(pyramid.cols()) / width,
            width,
            height};
}

TEST(PaintMatrix, OnePixelPerWeightIsTheMatrix) {
    const std::vector<float> values = uniform(40 * 60, 3);
    const MatrixPyramid pyramid = pyramid_of(40, values);
    const MatrixScale scale = MatrixScale::linear(false, 1);
    const Painted painted = paint(pyramid.levels().front(), whole(pyramid, 60, 40), scale);
    const MatrixColours colours(scale, numbered());
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 60; ++x)
            EXPECT_EQ(painted.at(x, y), colours.of(peak_key(values[y * 60 + x])));
    }
}

TEST(PaintMatrix, CellsLargerThanPixelsAreBlocks) {
    const MatrixPyramid pyramid = pyramid_of(2, {-1, 0, 1, 1, 0, -1});
    const Painted painted =
        paint(pyramid.levels().front(), whole(pyramid, 30, 20), MatrixScale::linear(false, 1));
    for (int y = 0; y < 20; ++y) {
        for (int x = 0; x < 30; ++x) {
            const std::uint32_t left = y < 10 ? 0 : 254;
            EXPECT_EQ(painted.at(x, y), x < 10 ? left : x < 20 ? 127U : 254 - left);
        }
    }
}

TEST(PaintMatrix, OneOutlierIsVisibleAtEveryZoom) {
    constexpr std::uint64_t kRows = 700;
    constexpr std::uint64_t kCols = 900;
    // The last row and column are where cells and pixels end in fractions.
    for (const auto& [row, col] : std::initializer_list<std::pair<std::uint64_t, std::uint64_t>>{
             {0, 0}, {kRows - 1, kCols - 1}, {311, 577}, {kRows - 1, 0}}) {
        for (const float outlier : {1.0F, -1.0F}) {
            std::vector<float> values = uniform(kRows * kCols, 12);
            for (float& value : values)
                value *= 0.1F;
            values[row * kCols + col] = outlier;
            const MatrixPyramid pyramid = pyramid_of(kRows, values);
            for (const MatrixGrid& level : pyramid.levels()) {
                for (const auto& [width, height] :
                     {std::pair{7, 5}, {64, 50}, {333, 477}, {899, 701}, {1800, 1500}}) {
                    const Painted painted =
                        paint(level, whole(pyramid, width, height), MatrixScale::linear(false, 1));
                    EXPECT_GE(painted.count(outlier > 0 ? 254 : 0), 1U)
                        << row << ' ' << col << " in " << width << " x " << height;
                    EXPECT_EQ(painted.count(kUntouched), 0U);
                }
            }
        }
    }
}

TEST(PaintMatrix, AWeightThatIsNoNumberIsVisibleFromAfar) {
    std::vector<float> values = uniform(500 * 400, 1);
    values[77 * 400 + 333] = std::numeric_limits<float>::quiet_NaN();
    const MatrixPyramid pyramid = pyramid_of(500, values);
    for (const MatrixGrid& level : pyramid.levels()) {
        EXPECT_GE(paint(level, whole(pyramid, 40, 30), MatrixScale::linear(true, 1)).count(9999),
                  1U);
    }
}

TEST(PaintMatrix, PixelsOfAPooledLevelPartitionItsCells) {
    constexpr int kWidth = 53;
    constexpr int kHeight = 41;
    const MatrixPyramid pyramid = pyramid_of(640, gaussian(640 * 800, 1, 4));
    const MatrixGrid& level = pyramid.levels().front();
    const MatrixScale scale = MatrixScale::linear(true, 4);
    const MatrixViewport view = whole(pyramid, kWidth, kHeight);
    const Painted painted = paint(level, view, scale);
    const MatrixColours colours(scale, numbered());
    std::vector<PeakKey> expected(kWidth * kHeight, kLowestPeak);
    for (std::uint64_t row = 0; row < level.rows(); ++row) {
        for (std::uint64_t col = 0; col < level.cols(); ++col) {
            const auto pixel = [](std::uint64_t place, double step) {
                // The last pixel whose edge is not beyond the cell.
                return static_cast<std::size_t>((static_cast<double>(place) + 1 - 1e-9) / step);
            };
            PeakKey& peak = expected[pixel(row, view.rows_per_pixel) * kWidth +
                                     pixel(col, view.cols_per_pixel)];
            peak = std::max(peak, level.peaks[row * level.cols() + col]);
        }
    }
    std::size_t different = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        different += painted.pixels[i] != colours.of(expected[i]);
    EXPECT_EQ(different, 0U);
}

TEST(PaintMatrix, AWindowPaintsItsPartAndLeavesTheRest) {
    const std::vector<float> values = uniform(100 * 100, 3);
    const TestTensor tensor = encoded_tensor("F32", 100, values);
    const auto source =
        MatrixSource::make(tensor.view(), MatrixQuantity::kValue, format_named("F32"));
    const MatrixRegion region{20, 30, 40, 50};
    const auto grid =
        pool_matrix(*source, {}, region, {1, 1}, {}, matrix_strips(region, {1, 1}, 0));
    ASSERT_TRUE(grid);
    const MatrixViewport view{10.5, 20.5, 0.5, 0.5, 160, 160};
    const MatrixScale scale = MatrixScale::linear(false, 1);
    const Painted part = paint(*grid, view, scale);
    const Painted all = paint(pyramid_of(100, values).levels().front(), view, scale);
    EXPECT_FALSE(covers(*grid, view));
    EXPECT_TRUE(covers(*grid, {20, 30, 0.5, 0.5, 100, 80}));
    for (int y = 0; y < 160; ++y) {
        for (int x = 0; x < 160; ++x) {
            const bool inside = y >= 19 && y < 99 && x >= 19 && x < 119;
            EXPECT_EQ(part.at(x, y), inside ? all.at(x, y) : kUntouched) << x << ' ' << y;
        }
    }
}

TEST(PaintMatrix, SortingRowsMovesThemWhole) {
    std::vector<float> values(8 * 8, 0.0F);
    for (std::size_t row = 0; row < 8; ++row)
        values[row * 8 + row] = static_cast<float>((row * 5) % 8) / 8;
    const TestTensor tensor = encoded_tensor("F32", 8, values);
    const auto source =
        MatrixSource::make(tensor.view(), MatrixQuantity::kValue, format_named("F32"));
    MatrixStatistics statistics;
    ASSERT_TRUE(MatrixPyramid::build(*source, {}, {}, &statistics));
    const MatrixOrder order{order_by_norm(statistics.row_squares),
                            order_by_norm(statistics.col_squares)};
    const auto sorted = MatrixPyramid::build(*source, order, {});
    ASSERT_TRUE(sorted);
    for (std::uint64_t i = 0; i < 8; ++i) {
        for (std::uint64_t k = 0; k < 8; ++k) {
            const float expected = i == k ? static_cast<float>(7 - i) / 8 : 0.0F;
            EXPECT_EQ(peak_value(sorted->levels().front().peak_at(i, k)), expected);
        }
    }
}

}  // namespace
}  // namespace bitlathe
