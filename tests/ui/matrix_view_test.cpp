// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_view.h"

#include <random>

#include <gtest/gtest.h>

#include "ui/canvas/matrix_axes.h"
#include "ui/theme/colour_maps.h"
#include "ui/theme/viridis.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kRows = 14336;
constexpr std::uint64_t kCols = 4096;

MatrixView view_of(std::uint64_t rows = kRows, std::uint64_t cols = kCols,
                   QSize pixels = {1400, 900}) {
    return {rows, cols, pixels, 1};
}

TEST(MatrixView, BeginsWithTheWholeMatrix) {
    const MatrixView view = view_of();
    EXPECT_TRUE(view.shows_all());
    EXPECT_EQ(view.visible(), (MatrixRegion{0, 0, kRows, kCols}));
    EXPECT_EQ(view.place_at({0, 0}), (MatrixPlace{0, 0}));
    EXPECT_EQ(view.place_at({1399, 899}), (MatrixPlace{14320, 4093}));
    EXPECT_FALSE(view.place_at({1400, 0}));
    EXPECT_FALSE(view.place_at({-1, 0}));
}

TEST(MatrixView, ZoomKeepsWhatIsUnderThePointer) {
    MatrixView view = view_of();
    const QPoint at(700, 450);
    const auto before = view.place_at(at);
    view.zoom(at, 7);
    EXPECT_EQ(view.place_at(at), before);
    EXPECT_NEAR(view.rows_per_pixel(), static_cast<double>(kRows) / 900 / 7, 1e-9);
    view.zoom(at, 1 / 7.0);
    EXPECT_TRUE(view.shows_all());
}

TEST(MatrixView, NeverLeavesTheMatrixWhateverIsDone) {
    std::mt19937 random(3);
    for (const auto& [rows, cols] :
         {std::pair{kRows, kCols}, {std::uint64_t{262144}, std::uint64_t{640}}, {1, 640}, {3, 2}}) {
        MatrixView view = view_of(rows, cols);
        for (int i = 0; i < 2000; ++i) {
            const QPointF at(static_cast<double>(random() % 1400),
                             static_cast<double>(random() % 900));
            if (i % 3 == 0) {
                view.pan({static_cast<double>(random() % 3000) - 1500,
                          static_cast<double>(random() % 3000) - 1500});
            } else if (i % 101 == 1) {
                view.resize({500 + static_cast<int>(random() % 900),
                             300 + static_cast<int>(random() % 600)},
                            1);
            } else {
                view.zoom(at, i % 2 == 0 ? 1.7 : 0.6);
            }
            const MatrixRegion region = view.visible();
            ASSERT_GE(region.rows, 1U);
            ASSERT_GE(region.cols, 1U);
            ASSERT_LE(region.row + region.rows, rows);
            ASSERT_LE(region.col + region.cols, cols);
            const MatrixViewport port = view.viewport();
            ASSERT_LE(port.row + port.height * port.rows_per_pixel,
                      static_cast<double>(rows) * (1 + 1e-9));
        }
    }
}

TEST(MatrixView, CellsHaveALargestSizeAndTinyMatricesFillThePlot) {
    MatrixView view = view_of();
    view.zoom({0, 0}, 1e9);
    EXPECT_NEAR(view.rows_per_pixel(), 1 / MatrixView::kLargestCell, 1e-9);
    EXPECT_NEAR(view.cols_per_pixel(), 1 / MatrixView::kLargestCell, 1e-9);
    const MatrixView tiny = view_of(3, 2);
    EXPECT_EQ(tiny.cell_rect({1, 1}), QRect(700, 300, 700, 300));
    EXPECT_EQ(tiny.row_edges(), (std::vector<int>{300, 600}));
}

TEST(MatrixView, CellRectanglesAreThePixelsThatShowTheCell) {
    MatrixView view = view_of(100, 90, {333, 257});
    view.zoom({120, 80}, 4.3);
    for (int y = 0; y < 257; ++y) {
        for (int x = 0; x < 333; x += 7) {
            const auto place = view.place_at({x, y});
            ASSERT_TRUE(place);
            EXPECT_TRUE(view.cell_rect(*place).contains(x, y)) << x << ' ' << y;
        }
    }
}

TEST(MatrixView, APixelStandsForAllTheWeightsItCovers) {
    const MatrixView view = view_of(1000, 1000, {100, 100});
    EXPECT_EQ(view.under({3, 7}), (MatrixRegion{70, 30, 10, 10}));
    MatrixView close = view;
    close.zoom({0, 0}, 100);
    EXPECT_EQ(close.under({3, 7}), (MatrixRegion{0, 0, 1, 1}));
}

TEST(MatrixView, TicksAreRoundAndApart) {
    MatrixView view = view_of();
    for (int i = 0; i < 12; ++i) {
        const auto ticks = view.row_ticks(40);
        ASSERT_GE(ticks.size(), 2U);
        for (std::size_t k = 1; k < ticks.size(); ++k) {
            EXPECT_GE(ticks[k].pixel - ticks[k - 1].pixel, 39);
            EXPECT_EQ(ticks[k].place % (ticks[1].place - ticks[0].place), 0U);
        }
        view.zoom({200, 200}, 2);
    }
}

TEST(MatrixView, AMatrixThatWasWholeStaysWholeInAnotherSize) {
    MatrixView view = view_of();
    view.resize({300, 300}, 1);
    EXPECT_TRUE(view.shows_all());
    view.zoom({10, 10}, 5);
    view.resize({600, 600}, 1);
    EXPECT_FALSE(view.shows_all());
}

TEST(ColourMaps, HaveTheirEndsAndTheirMiddle) {
    EXPECT_EQ(map_colour(ColourMap::kRdBu, 0.5), 0xfff7f7f7);
    EXPECT_GT(qRed(map_colour(ColourMap::kRdBu, 0.1)), qBlue(map_colour(ColourMap::kRdBu, 0.1)));
    EXPECT_LT(qRed(map_colour(ColourMap::kRdBu, 0.9)), qBlue(map_colour(ColourMap::kRdBu, 0.9)));
    EXPECT_EQ(map_colour(ColourMap::kViridis, 0.3), viridis(0.3));
    EXPECT_EQ(map_colour(ColourMap::kCividis, -5), 0xff00204d);
    EXPECT_EQ(map_colour(ColourMap::kCividis, 1), 0xffffea46);
    // Lightness of the sequential maps rises: they can be read without colours.
    for (const ColourMap map : {ColourMap::kViridis, ColourMap::kCividis}) {
        for (int i = 1; i <= 50; ++i)
            EXPECT_GE(qGray(map_colour(map, i / 50.0)), qGray(map_colour(map, (i - 1) / 50.0)));
    }
}

TEST(WeightText, IsShortAtAnySize) {
    EXPECT_EQ(weight_text(0).toStdString(), "0");
    EXPECT_EQ(weight_text(-0.01234).toStdString(), "-0.0123");
    EXPECT_EQ(weight_text(3.14159e-7).toStdString(), "3.14×10⁻⁷");
    EXPECT_EQ(weight_text(123456).toStdString(), "1.23×10⁵");
}

}  // namespace
}  // namespace bitlathe
