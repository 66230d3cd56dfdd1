// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/canvas/bits_canvas.h"

namespace bitlathe::testing {

/// A BITS canvas over the sample model with invented errors, driven by what a hand does.
class CanvasTest : public ::testing::Test {
protected:
    void SetUp() override {
        open_into(plan, sample_path());
        invent_errors(plan);
        canvas.resize(900, 800);
        canvas.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&canvas));
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    [[nodiscard]] int bar(const char* name) const {
        return canvas.bar_list().bar_of_tensor[tensor(name)];
    }
    /// The place where a bar of `bits` would end.
    [[nodiscard]] QPoint at(const char* name, double bits) const {
        const BitsGeometry& map = canvas.geometry_map();
        const int index = bar(name);
        const int row = map.grid().bars[static_cast<std::size_t>(index)].row;
        return {map.slot_rect(index).center().x(), map.y_of(row, bits)};
    }
    [[nodiscard]] std::string format(const char* name) const {
        return std::string(format_info(plan.format(tensor(name))).name);
    }
    void click(const char* name, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(&canvas, Qt::LeftButton, modifiers, at(name, 2));
    }

    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    SelectionHub hub;
    BlockAxis axis;
    BitsCanvas canvas{plan, hub, axis, theme};
};

}  // namespace bitlathe::testing
