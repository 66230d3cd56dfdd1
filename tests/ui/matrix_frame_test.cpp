// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_frame.h"

#include <random>

#include <gtest/gtest.h>

#include "ui/canvas/matrix_look.h"
#include "ui/canvas/matrix_view.h"

namespace bitlathe {
namespace {

class Frame : public ::testing::Test {
protected:
    void SetUp() override {
        std::mt19937 random(8);
        std::uniform_real_distribution<float> flat(-1, 1);
        for (MatrixGrid* grid : {&whole, &part}) {
            grid->peaks.resize(grid->rows() * grid->cols());
            for (PeakKey& peak : grid->peaks)
                peak = peak_key(flat(random));
        }
    }
    [[nodiscard]] QImage fresh(const MatrixViewport& viewport,
                               const std::vector<const MatrixGrid*>& layers) const {
        MatrixFrame other;
        other.render(viewport, layers, colours, lines());
        return other.image();
    }

    [[nodiscard]] MatrixLines lines() const {
        return {view.row_edges(), view.col_edges(), 0xff102030};
    }

    MatrixGrid whole{{0, 0, 1000, 800}, {2, 2}, {}};
    MatrixGrid part{{200, 160, 400, 300}, {1, 1}, {}};
    MatrixColours colours{MatrixScale::linear(false, 1), matrix_palette(ColourMap::kRdBu, false)};
    MatrixView view{1000, 800, {231, 177}, 1};
    MatrixFrame frame;
};

TEST_F(Frame, AfterAnyPanIsWhatAFreshOneWouldBe) {
    view.zoom({100, 90}, 20);
    std::mt19937 random(4);
    for (const auto& layers : {std::vector<const MatrixGrid*>{&whole}, {&whole, &part}}) {
        for (int i = 0; i < 200; ++i) {
            const auto by = [&random] { return static_cast<double>(random() % 121) - 60; };
            view.pan({by(), by()});
            if (i % 20 == 10) view.pan({0.4, 0});
            if (i % 50 == 30) view.zoom({by() + 60, by() + 60}, 1.3);
            frame.render(view.viewport(), layers, colours, lines());
            ASSERT_EQ(frame.image(), fresh(view.viewport(), layers)) << i;
        }
    }
}

TEST_F(Frame, LinesLetTheCellsShineThrough) {
    const MatrixGrid flat{{0, 0, 4, 4}, {1, 1}, std::vector<PeakKey>(16, peak_key(1))};
    const MatrixViewport viewport{0, 0, 0.1, 0.1, 40, 40};
    frame.render(viewport, {&flat}, colours, {{10, 20}, {30}, qRgb(255, 255, 255)});
    const QImage& image = frame.image();
    const QRgb cell = image.pixel(5, 5);
    EXPECT_EQ(qRed(image.pixel(30, 5)), qRed(cell) + (255 - qRed(cell)) / 3);
    for (const QPoint on : {QPoint(5, 10), QPoint(30, 10), QPoint(30, 39), QPoint(39, 20)})
        EXPECT_EQ(image.pixel(on), image.pixel(30, 5));
    EXPECT_EQ(image.pixel(31, 11), cell);
}

TEST_F(Frame, APanPaintsOnlyWhatCameIntoSight) {
    view.zoom({100, 90}, 3);
    frame.render(view.viewport(), {&whole}, colours, lines());
    EXPECT_EQ(frame.painted(), 231U * 177U);
    view.pan({-5, 3});
    frame.render(view.viewport(), {&whole}, colours, lines());
    EXPECT_EQ(frame.painted(), 231U * 3U + 5U * 174U);
    frame.render(view.viewport(), {&whole}, colours, lines());
    EXPECT_EQ(frame.painted(), 0U);
    frame.render(view.viewport(), {&whole, &part}, colours, lines());
    EXPECT_EQ(frame.painted(), 231U * 177U) << "another layer";
    frame.invalidate();
    frame.render(view.viewport(), {&whole, &part}, colours, lines());
    EXPECT_EQ(frame.painted(), 231U * 177U);
    view.zoom({0, 0}, 2);
    frame.render(view.viewport(), {&whole, &part}, colours, lines());
    EXPECT_EQ(frame.painted(), 231U * 177U);
}

}  // namespace
}  // namespace bitlathe
