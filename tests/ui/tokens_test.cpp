// SPDX-License-Identifier: GPL-3.0-or-later
// The text of tokens: a canvas of its own, and the page around it.
#include <QComboBox>
#include <QLabel>
#include <QScrollBar>
#include <QSpinBox>
#include <QTableView>

#include "tests/ui/window_fixture.h"
#include "ui/canvas/token_canvas.h"
#include "ui/plots/figure.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

std::shared_ptr<const RunnableModel> runnable() {
    static const auto model = [] {
        PlanModel plan;
        testing::open_into(plan, testing::sample_path());
        return std::make_shared<const RunnableModel>(
            find_runnable(plan.catalog().shared_model()).value());
    }();
    return model;
}

/// Figures that are known, at tokens that make no sense.
std::shared_ptr<const Measurement> invented(std::size_t tokens) {
    auto made = std::make_shared<Measurement>();
    constexpr std::size_t kWindow = 256;
    for (std::size_t first = 0; first < tokens; first += kWindow) {
        ScoredWindow window;
        window.first_target = kWindow / 2;
        for (std::size_t i = 0; i < kWindow; ++i)
            window.ids.push_back(static_cast<std::uint32_t>(300 + (first + i) * 7 % 3000));
        for (std::size_t i = window.first_target; i < kWindow; ++i) {
            TokenScore score;
            score.window = static_cast<std::uint32_t>(made->windows.size());
            score.position = static_cast<std::uint32_t>(i);
            score.id = window.ids[i];
            score.nll = 2 + static_cast<double>(i % 5);
            score.reference_nll = 4;
            score.kl = 0.001 * static_cast<double>(made->scores.size() % 100);
            score.same_top = true;
            made->scores.push_back(score);
            made->tops.push_back({{{301, 0.5F}}, {{302, 0.25F}}});
        }
        made->windows.push_back(std::move(window));
    }
    made->perplexity = perplexity(made->scores);
    made->kl = kl_summary(made->scores);
    return made;
}

class TokenCanvasTest : public ::testing::Test {
protected:
    void show(std::size_t tokens) {
        text = TokenText::build(invented(tokens), *runnable());
        canvas.resize(600, 400);
        canvas.set_text(text);
        canvas.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&canvas));
        canvas.grab();
    }
    Theme theme{ThemeChoice::kLight};
    TokenCanvas canvas{theme};
    std::shared_ptr<const TokenText> text;
};

TEST_F(TokenCanvasTest, AHundredThousandTokensArePaintedOnlyWhereTheyAreSeen) {
    show(100'000);
    ASSERT_GE(text->pieces().size(), 100'000U);
    EXPECT_GT(canvas.painted(), 50U);
    EXPECT_LT(canvas.painted(), 1500U);
    canvas.verticalScrollBar()->setValue(canvas.verticalScrollBar()->maximum());
    canvas.grab();
    EXPECT_GT(canvas.painted(), 50U);
    EXPECT_LT(canvas.painted(), 1500U);
    const int measured = canvas.lines().measured();
    canvas.resize(500, 400);
    canvas.grab();
    EXPECT_EQ(canvas.lines().measured(), measured) << "words keep their widths";
}

TEST_F(TokenCanvasTest, LinesHoldEveryTokenOnceAndBeginWithWindows) {
    show(1000);
    const TokenLayout& lines = canvas.lines();
    std::size_t next = 0;
    for (std::size_t line = 0; line < lines.line_count(); ++line) {
        const auto [first, last] = lines.pieces_of(line);
        EXPECT_EQ(first, next);
        EXPECT_GT(last, first);
        next = last;
        for (std::size_t i = first + 1; i < last; ++i)
            EXPECT_FALSE(text->pieces()[i].begins_window);
        EXPECT_EQ(lines.line_of(first), line);
        EXPECT_EQ(lines.piece_at(lines.rect(first).center()), first);
    }
    EXPECT_EQ(next, text->pieces().size());
}

TEST_F(TokenCanvasTest, ColoursFollowTheFiguresAndTheirSign) {
    show(1000);
    EXPECT_EQ(canvas.colour(0), theme.tokens().panel) << "no divergence";
    EXPECT_NE(canvas.colour(99), canvas.colour(50));
    canvas.set_quantity(TokenQuantity::kDifference);
    const auto difference = [this](std::size_t score) {
        return text->value(TokenQuantity::kDifference, score);
    };
    int better = 0;
    int worse = 0;
    for (std::size_t i = 0; i < 50; ++i) {
        const QColor colour = canvas.colour(i);
        if (difference(i) > 0) {
            EXPECT_GT(colour.red(), colour.blue());
            ++worse;
        } else if (difference(i) < 0) {
            EXPECT_LT(colour.red(), colour.blue());
            ++better;
        }
    }
    EXPECT_GT(better, 5);
    EXPECT_GT(worse, 5);
}

TEST_F(TokenCanvasTest, PointerAndKeysReachEveryScoredToken) {
    show(1000);
    QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, canvas.place(3).center());
    EXPECT_EQ(canvas.chosen(), 3U);
    QTest::keyClick(&canvas, Qt::Key_Right);
    EXPECT_EQ(canvas.chosen(), 4U);
    QTest::keyClick(&canvas, Qt::Key_Left);
    EXPECT_EQ(canvas.chosen(), 3U);
    QTest::keyClick(&canvas, Qt::Key_Down);
    EXPECT_GT(canvas.place(*canvas.chosen()).top(), canvas.place(3).top());
    QTest::keyClick(&canvas, Qt::Key_End);
    EXPECT_EQ(static_cast<int>(*canvas.chosen()), canvas.part_count() - 1);
    EXPECT_TRUE(canvas.viewport()->rect().intersects(canvas.place(*canvas.chosen())));
    QTest::keyClick(&canvas, Qt::Key_PageUp);
    QTest::keyClick(&canvas, Qt::Key_Home);
    EXPECT_EQ(canvas.chosen(), 0U);
    const CanvasPart part = canvas.part(0);
    EXPECT_TRUE(part.selected);
    EXPECT_TRUE(part.name.contains(u"token 129 of window 1"_s));
    EXPECT_TRUE(canvas.rect().contains(part.rect));
    QTest::keyClick(&canvas, Qt::Key_Escape);
    EXPECT_FALSE(canvas.chosen());
    // Tokens that were not scored cannot be chosen.
    QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {},
                      canvas.lines().rect(0).center() + QPoint(8, 26));
    EXPECT_FALSE(canvas.chosen());
}

TEST_F(TokenCanvasTest, TheWorstComeFirst) {
    show(1000);
    const auto worst = text->worst(TokenQuantity::kKl, 10);
    ASSERT_EQ(worst.size(), 10U);
    for (std::size_t i = 1; i < worst.size(); ++i)
        EXPECT_GE(text->value(TokenQuantity::kKl, worst[i - 1]),
                  text->value(TokenQuantity::kKl, worst[i]));
    EXPECT_DOUBLE_EQ(text->value(TokenQuantity::kKl, worst[0]), 0.099);
}

class TokensPageTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        child<QSpinBox>(u"qualityContext"_s)->setValue(64);
        child<QSpinBox>(u"qualityWindows"_s)->setValue(2);
        open_sample();
        window->show_page(u"tokens"_s);
    }
    [[nodiscard]] TokenCanvas& canvas() const { return *child<TokenCanvas>(u"tokenCanvas"_s); }
    void measure() {
        trigger(u"actionMeasure"_s);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_NE(canvas().text(), nullptr);
    }
};

TEST_F(TokensPageTest, TheMeasuredTextIsThereWithBothTopFives) {
    EXPECT_EQ(canvas().text(), nullptr);
    auto* button = child<QAbstractButton>(u"tokensMeasure"_s);
    ASSERT_TRUE(button->isVisible() && button->isEnabled());
    button->click();
    ASSERT_TRUE(wait_until_idle());
    ASSERT_NE(canvas().text(), nullptr);
    EXPECT_TRUE(button->isHidden());
    QString said;
    for (const TokenPiece& piece : canvas().text()->pieces())
        said += piece.text;
    EXPECT_TRUE(said.contains(u"March Hare"_s)) << said.left(300).toStdString();
    auto* tops = child<QTableView>(u"tokenTops"_s);
    EXPECT_EQ(tops->model()->rowCount(), 0);
    canvas().go_to(7);
    ASSERT_EQ(tops->model()->rowCount(), 5);
    const auto& measured = canvas().text()->measurement().tops[7];
    EXPECT_EQ(tops->model()->index(0, 0).data().toString(),
              canvas().text()->token_name(measured.model[0].id));
    EXPECT_EQ(tops->model()->index(4, 2).data().toString(),
              canvas().text()->token_name(measured.reference[4].id));
    EXPECT_TRUE(tops->model()->index(0, 3).data().toString().endsWith(u'%'));
}

TEST_F(TokensPageTest, TheListOfTheWorstLeadsIntoTheText) {
    measure();
    auto* list = child<QTableView>(u"tokenWorst"_s);
    ASSERT_GT(list->model()->rowCount(), 10);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    const auto worst = canvas().text()->worst(TokenQuantity::kKl, 10);
    EXPECT_EQ(canvas().chosen(), worst[static_cast<std::size_t>(list->currentIndex().row())]);
    child<QComboBox>(u"tokensColour"_s)->setCurrentIndex(1);
    EXPECT_EQ(canvas().quantity(), TokenQuantity::kDifference);
    EXPECT_EQ(list->model()->rowCount(), 64 - 2);
}

TEST_F(TokensPageTest, AnEditedPlanHasNoTextAndUndoBringsItBack) {
    measure();
    window->session().apply_preset(u"Q8_0"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(canvas().text(), nullptr);
    EXPECT_TRUE(child<QAbstractButton>(u"tokensMeasure"_s)->isVisible());
    trigger(u"actionUndo"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_NE(canvas().text(), nullptr);
}

}  // namespace
}  // namespace bitlathe
