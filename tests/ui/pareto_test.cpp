// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/plots/figure_export.h"
#include "ui/plots/pareto_panel.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class Pareto : public ::testing::Test {
protected:
    void SetUp() override {
        panel.resize(700, 300);
        panel.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&panel));
        testing::open_into(plan, testing::sample_path());
        testing::invent_errors(plan);
    }
    void complete() {
        solver.errors_complete();
        ASSERT_TRUE(settle());
        ASSERT_FALSE(landscape.front().empty());
        QTest::qWait(20);  // the queued replot lays out what was found
    }
    [[nodiscard]] bool settle() {
        return testing::wait_for([this] { return !landscape.busy() && !solver.busy(); });
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan.catalog().model().checkpoint->find(name);
    }
    [[nodiscard]] ParetoPlot& plot() { return panel.plot(); }
    [[nodiscard]] const PresetPoint& preset(const QString& name) const {
        const auto& all = panel_presets();
        return *std::find_if(all.begin(), all.end(),
                             [&](const PresetPoint& point) { return point.name == name; });
    }
    [[nodiscard]] const std::vector<PresetPoint>& panel_presets() const {
        return landscape.presets();
    }
    void click(std::uint64_t bytes, double error) {
        QTest::mouseClick(&plot(), Qt::LeftButton, {}, plot().position(bytes, error).toPoint());
        ASSERT_TRUE(settle());
    }

    Theme theme{ThemeChoice::kLight};
    PlanModel plan;
    PlanShelf shelf{plan};
    PlanSolver solver{plan};
    PlanLandscape landscape{plan, solver};
    ParetoPanel panel{plan, solver, landscape, theme};
};

TEST_F(Pareto, UntilEveryErrorIsKnownItSaysWhatItWaitsFor) {
    auto* waiting = panel.findChild<QLabel*>(u"paretoWaiting"_s);
    EXPECT_TRUE(waiting->isVisible());
    EXPECT_TRUE(waiting->text().contains(u"profile"_s)) << waiting->text().toStdString();
    EXPECT_FALSE(plot().isVisible());
    EXPECT_EQ(landscape.computations(), 0);
    complete();
    EXPECT_FALSE(waiting->isVisible());
    EXPECT_TRUE(plot().isVisible());
}

TEST_F(Pareto, WithoutAnyErrorItSaysWhyNothingIsDrawn) {
    testing::invent_errors(plan, 0);
    complete();
    auto* waiting = panel.findChild<QLabel*>(u"paretoWaiting"_s);
    EXPECT_TRUE(waiting->isVisible());
    EXPECT_TRUE(waiting->text().contains(u"no error"_s)) << waiting->text().toStdString();
    EXPECT_FALSE(plot().isVisible());
}

TEST_F(Pareto, FrontAndPresetsAreThoseOfTheLibrary) {
    complete();
    const auto problem = make_problem(plan.catalog().model(), budget_request(plan), *plan.errors());
    ASSERT_TRUE(problem);
    const auto front = pareto_front(problem->problem, {}, PlanLandscape::kMaxPoints);
    ASSERT_TRUE(front);
    ASSERT_EQ(landscape.front().size(), front->size());
    EXPECT_EQ(landscape.front().front().bytes, front->front().bytes);
    EXPECT_EQ(landscape.front().back().loss, front->back().loss);
    // The window begins with this preset.
    EXPECT_EQ(preset(u"Q4_K_M"_s).totals.bytes, plan.totals().bytes);
    EXPECT_EQ(preset(u"Q4_K_M"_s).totals.estimated_loss, plan.totals().estimated_loss);
}

TEST_F(Pareto, ThePlanMovesWithAPreviewAndTheFrontIsLeftAlone) {
    complete();
    const auto before = plot().plan_position();
    ASSERT_TRUE(before);
    int whole_replots = 0;
    const int moves = plot().moves();
    QObject::connect(&plot(), &QCustomPlot::afterReplot, [&] { ++whole_replots; });
    for (const char* name : {"Q5_K", "Q8_0", "Q2_K"}) {
        plan.preview(
            std::vector<FormatChange>{{tensor("blk.0.ffn_down.weight"), *find_format(name)}});
        EXPECT_EQ(*plot().plan_position(),
                  plot().position(plan.totals().bytes, *plan.totals().estimated_loss));
        EXPECT_NE(plot().plan_position(), before);
    }
    plan.cancel_preview();
    EXPECT_EQ(plot().plan_position(), before);
    EXPECT_EQ(plot().moves() - moves, 4);  // three previews, and back
    EXPECT_EQ(whole_replots, 0);           // in the frames of the drag; afterwards names may move
    EXPECT_FALSE(landscape.busy());
    EXPECT_EQ(landscape.computations(), 1);
}

TEST_F(Pareto, ThePictureOfThePlanIsThereInTheSameFrame) {
    complete();
    plan.preview(std::vector<FormatChange>{{tensor("token_embd.weight"), *find_format("Q8_0")}});
    const QPoint at = plot().plan_position()->toPoint();
    const QImage image = plot().grab().toImage();  // paints at once, no event loop
    int accent = 0;
    for (int dy = -8; dy <= 8; ++dy) {
        for (int dx = -8; dx <= 8; ++dx)
            accent += image.pixelColor(at + QPoint(dx, dy)) == theme.tokens().accent;
    }
    EXPECT_GT(accent, 5);
    EXPECT_EQ(image.pixelColor(at), theme.tokens().panel);  // hollow: it is an estimate
}

TEST_F(Pareto, AClickOnAPresetIsOneStep) {
    complete();
    const PresetPoint wanted = preset(u"Q6_K"_s);
    int begun = 0;
    QObject::connect(&panel, &ParetoPanel::edit_begins, [&] { ++begun; });
    click(wanted.totals.bytes, *wanted.totals.estimated_loss);
    EXPECT_EQ(begun, 1);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(plan.name(), "Q6_K");
    EXPECT_EQ(plan.totals().bytes, wanted.totals.bytes);
    plan.undo_stack().undo();
    EXPECT_EQ(plan.name(), "Q4_K_M");
    EXPECT_EQ(landscape.computations(), 1);
}

TEST_F(Pareto, AClickOnTheFrontIsOneStepToThatPlan) {
    complete();
    const auto& front = landscape.front();
    // Far from presets, which go first.
    const auto wanted = *std::find_if(front.begin(), front.end(), [&](const FrontPoint& point) {
        return std::none_of(panel_presets().begin(), panel_presets().end(), [&](const auto& other) {
            return std::abs(plot().position(point.bytes, point.loss).x() -
                            plot().position(other.totals.bytes, 1).x()) < 25;
        });
    });
    click(wanted.bytes, wanted.loss);
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_LE(plan.totals().bytes, wanted.bytes);
    EXPECT_NEAR(*plan.totals().estimated_loss / wanted.loss, 1, 0.01);
}

TEST_F(Pareto, NewLocksMakeANewFront) {
    complete();
    const double least = landscape.front().front().loss;
    plan.set_locked(std::vector{tensor("blk.0.ffn_down.weight")}, true);
    ASSERT_TRUE(settle());
    EXPECT_EQ(landscape.computations(), 2);
    EXPECT_LT(landscape.front().front().loss, least);
    plan.close();
    EXPECT_TRUE(landscape.front().empty());
}

TEST_F(Pareto, LocksThatComeAfterTheFirstQuestionAreHonoured) {
    complete();
    const std::size_t q = tensor("blk.0.attn_q.weight");
    solver.commit_bytes(landscape.front().back().bytes);
    ASSERT_TRUE(settle());
    EXPECT_NE(plan.format(q), *find_format("Q4_K"));
    plan.undo_stack().undo();
    plan.set_locked(std::vector{q}, true);
    solver.commit_bytes(landscape.front().back().bytes);
    ASSERT_TRUE(settle());
    EXPECT_EQ(plan.format(q), *find_format("Q4_K"));
    EXPECT_NE(plan.format(tensor("blk.0.attn_k.weight")), *find_format("Q4_K"));
}

TEST_F(Pareto, TheKeyboardWalksAndChooses) {
    complete();
    plot().setFocus();
    QTest::keyClick(&plot(), Qt::Key_Right);
    EXPECT_TRUE(plot().current_part());
    for (int i = 0; i < 400; ++i)
        QTest::keyClick(&plot(), Qt::Key_Left);
    QTest::keyClick(&plot(), Qt::Key_Return);
    ASSERT_TRUE(settle());
    EXPECT_EQ(plan.undo_stack().count(), 1);
    EXPECT_EQ(plan.totals().bytes, landscape.front().front().bytes);
}

TEST_F(Pareto, DraggingThePlotPansAndChoosesNothing) {
    complete();
    const QPoint middle = plot().rect().center();
    const double left = plot().xAxis->range().lower;
    testing::drag(plot(), middle, middle + QPoint(60, 0));
    EXPECT_LT(plot().xAxis->range().lower, left);
    EXPECT_EQ(plan.undo_stack().count(), 0);
    QTest::keyClick(&plot(), Qt::Key_Home);
    EXPECT_DOUBLE_EQ(plot().xAxis->range().lower, left);
}

TEST_F(Pareto, ItsFigureIsVectorsAndItsDataWhatIsVisible) {
    complete();
    QTemporaryDir folder;
    const Figure figure = plot_figure(plot(), u"p"_s, [this] { return plot().data(); });
    const QString path = folder.filePath(u"p.svg"_s);
    ASSERT_TRUE(save_figure_svg(figure, theme.tokens().panel, path));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    EXPECT_TRUE(text.contains("Q6_K"));
    EXPECT_TRUE(text.contains("<polyline") || text.contains("<path"));
    EXPECT_FALSE(text.contains("<image"));
    const std::size_t all = plot().data().rows.size();
    EXPECT_TRUE(csv_text(plot().data()).contains("preset,Q6_K,"));
    plot().xAxis->setRange(2, 3);
    EXPECT_LT(plot().data().rows.size(), all);
}

TEST_F(Pareto, EveryPlanOfTheShelfIsANamedPoint) {
    complete();
    panel.follow(shelf);
    shelf.duplicate();
    shelf.rename(1, u"small"_s);
    const std::size_t down = tensor("blk.0.ffn_down.weight");
    plan.preview(std::vector<FormatChange>{{down, *find_format("Q2_K")}});
    plan.commit_preview(u"less"_s);
    QTest::qWait(20);
    const auto named = [this](const QString& name) {
        const auto names = plot().names_shown();
        return std::any_of(names.begin(), names.end(),
                           [&](const auto& shown) { return shown.first == name; });
    };
    EXPECT_TRUE(csv_text(plot().data()).contains("plan,Q4_K_M,"));
    EXPECT_TRUE(csv_text(plot().data()).contains("current plan,small"));
    const auto names = plot().names_shown();
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t k = i + 1; k < names.size(); ++k)
            EXPECT_FALSE(names[i].second.intersects(names[k].second))
                << names[i].first.toStdString() << " and " << names[k].first.toStdString();
    }
    shelf.compare(0);
    QTest::qWait(20);
    EXPECT_TRUE(named(u"B: Q4_K_M"_s));
    int replots = 0;
    QObject::connect(&plot(), &QCustomPlot::afterReplot, [&] { ++replots; });
    const int moves = plot().moves();
    plan.preview(std::vector<FormatChange>{{down, *find_format("Q8_0")}});
    EXPECT_EQ(plot().moves(), moves + 1);  // the others stay where they are
    EXPECT_EQ(replots, 0);
    plan.cancel_preview();
}

TEST_F(Pareto, AClickOnAPlanSwitchesToIt) {
    complete();
    panel.follow(shelf);
    const PlanTotals first = plan.totals();
    shelf.duplicate();
    solver.apply_preset(u"Q8_0"_s);
    ASSERT_TRUE(settle());
    QTest::qWait(20);
    ASSERT_EQ(shelf.current_row(), 1);
    click(first.bytes, *first.estimated_loss);
    EXPECT_EQ(shelf.current_row(), 0);
    EXPECT_EQ(plan.totals().bytes, first.bytes);
}

TEST_F(Pareto, TheSizeThatWasAskedForIsALine) {
    complete();
    const auto count = [this] {
        QTest::qWait(20);
        const QImage image = plot().grab().toImage();
        int found = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y) == theme.tokens().warning;
        }
        return found;
    };
    EXPECT_EQ(count(), 0);
    plot().set_limit(plan.totals().bytes, u"fits in 5 MiB"_s);
    EXPECT_GT(count(), 5);
    plan.close();
    testing::open_into(plan, testing::sample_path());
    EXPECT_EQ(count(), 0);
}

TEST_F(Pareto, ItSaysHowFarThePlanIsFromTheBest) {
    complete();
    plan.preview(std::vector<FormatChange>{{tensor("token_embd.weight"), *find_format("Q8_0")}});
    EXPECT_TRUE(plot().fact().contains(u"times less (est.)"_s)) << plot().fact().toStdString();
    plan.cancel_preview();
    solver.commit_bytes(plan.totals().bytes);
    ASSERT_TRUE(settle());
    EXPECT_TRUE(plot().fact().contains(u"no plan of this size"_s)) << plot().fact().toStdString();
}

TEST_F(Pareto, LabelsOfALowPlotDoNotTouch) {
    complete();
    for (const int height : {300, 150, 110, 90}) {
        panel.resize(700, height);
        QTest::qWait(20);
        plot().replot();
        const QCPAxis& axis = *plot().yAxis;
        const auto ticks = axis.tickVector();
        ASSERT_FALSE(ticks.isEmpty()) << height;
        for (int i = 1; i < ticks.size(); ++i) {
            EXPECT_GE(std::abs(axis.coordToPixel(ticks[i]) - axis.coordToPixel(ticks[i - 1])),
                      QFontMetrics(axis.tickLabelFont()).height())
                << height;
        }
    }
}

TEST_F(Pareto, ItFollowsTheTheme) {
    complete();
    theme.choose(ThemeChoice::kDark);
    QTest::qWait(30);
    EXPECT_EQ(plot().grab().toImage().pixelColor(2, 2), theme.tokens().panel);
}

}  // namespace
}  // namespace bitlathe
