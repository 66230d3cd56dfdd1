// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>

#include "tests/ui/window_fixture.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class BudgetPanelTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        open_sample();
    }
    [[nodiscard]] PlanModel& plan() { return window->session().plan(); }
    void fit_in(const QString& size) {
        child<QLineEdit>(u"fitsInEdit"_s)->setText(size);
        child<QPushButton>(u"fitsInApply"_s)->click();
        ASSERT_TRUE(wait_until_idle());
    }
    [[nodiscard]] std::string format(const char* name) {
        const auto tensor = plan().catalog().model().checkpoint->find(name);
        return std::string(format_info(plan().format(*tensor)).name);
    }
};

TEST_F(BudgetPanelTest, ASizeIsThatOfTheWholeFile) {
    fit_in(u"4 MiB"_s);
    EXPECT_EQ(plan().undo_stack().count(), 1);
    const auto file = plan().catalog().target().file_bytes(plan().catalog().model(), plan().plan(),
                                                           ExportRequest{});
    ASSERT_TRUE(file.has_value());
    EXPECT_LE(*file, 4U << 20);
    EXPECT_GT(*file, (4U << 20) * 95 / 100);
}

TEST_F(BudgetPanelTest, WhatCannotBeIsSaidAndChangesNothing) {
    const Plan before = plan().plan();
    for (const QString& size : {u"1 KiB"_s, u"much"_s, u"1.1 bpw"_s}) {
        fit_in(size);
        EXPECT_TRUE(child<QLabel>(u"budgetProblem"_s)->isVisibleTo(window.get()));
        EXPECT_EQ(plan().plan(), before) << size.toStdString();
    }
}

TEST_F(BudgetPanelTest, RulesBindTheSolver) {
    child<QLineEdit>(u"rulePattern"_s)->setText(u"*attn_v*"_s);
    child<QComboBox>(u"ruleFormat"_s)->setCurrentText(u"Q6_K"_s);
    child<QPushButton>(u"ruleAdd"_s)->click();
    EXPECT_EQ(child<QListWidget>(u"ruleList"_s)->count(), 1);
    fit_in(u"4.2 bpw"_s);
    for (int block = 0; block < 8; ++block) {
        const std::string name = "blk." + std::to_string(block) + ".attn_v.weight";
        EXPECT_GE(plan().bits(*plan().catalog().model().checkpoint->find(name)), 6.5) << name;
    }
    EXPECT_LE(plan().totals().bits_per_weight, 4.2);
    auto* list = child<QListWidget>(u"ruleList"_s);
    list->setCurrentRow(0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(list->count(), 0);
    EXPECT_TRUE(window->session().solver().rules().floors.empty());
}

TEST_F(BudgetPanelTest, APatternThatMatchesNothingIsNoRule) {
    child<QLineEdit>(u"rulePattern"_s)->setText(u"nothing*"_s);
    child<QPushButton>(u"ruleAdd"_s)->click();
    EXPECT_EQ(child<QListWidget>(u"ruleList"_s)->count(), 0);
    EXPECT_TRUE(child<QLabel>(u"ruleNote"_s)->text().contains(u"0 "_s));
}

TEST_F(BudgetPanelTest, LayersByZdAreWhatTheLibraryPlans) {
    auto* share = child<QSlider>(u"layerwiseShare"_s);
    share->setValue(50);
    ASSERT_TRUE(testing::wait_for([&] { return plan().undo_stack().count() == 1; }));
    PlanRequest request;
    request.target = "gguf";
    request.solver = "zd";
    request.low = find_format("Q3_K");
    request.high = find_format("Q5_K");
    request.share_low = 0.5;
    const auto expected =
        make_plan(plan().catalog().model(), request, *plan().errors(), WorkContext{});
    ASSERT_TRUE(expected.has_value());
    const Plan made = plan().plan();
    for (const auto& [name, recipe] : expected->tensors)
        EXPECT_EQ(made.tensors.at(name).format, recipe.format) << name;
    EXPECT_TRUE(child<QLabel>(u"layerwiseResult"_s)->text().startsWith(u"4 of 8"_s));
}

}  // namespace
}  // namespace bitlathe
