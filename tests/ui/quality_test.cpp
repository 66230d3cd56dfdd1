// SPDX-License-Identifier: GPL-3.0-or-later
// Measured quality through the window.
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

#include "tests/ui/synthetic_gguf.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/quality_words.h"
#include "ui/panels/quality_panel.h"
#include "ui/plots/pareto_plot.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class QualityTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        few_tokens();
        open_sample();
    }
    void few_tokens() {
        child<QSpinBox>(u"qualityContext"_s)->setValue(32);
        child<QSpinBox>(u"qualityWindows"_s)->setValue(2);
    }
    [[nodiscard]] Session& session() const { return window->session(); }
    [[nodiscard]] QualityBook& book() const { return session().quality(); }
    [[nodiscard]] QString text(const QString& name) const { return child<QLabel>(name)->text(); }
    void measure() {
        trigger(u"actionMeasure"_s);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(book().current());
    }
    void preset(const QString& name) {
        trigger(u"preset_"_s + name);
        ASSERT_TRUE(wait_until_idle());
    }
};

TEST_F(QualityTest, APlanIsMeasuredAndSaysWhatOn) {
    EXPECT_FALSE(book().current());
    EXPECT_TRUE(text(u"objectiveBanner"_s).contains(u"has not been measured"_s));
    EXPECT_TRUE(child<QWidget>(u"qualityResults"_s)->isHidden());
    measure();
    const auto entry = book().current();
    EXPECT_EQ(entry->scores.size(), 2U * 15U);
    ASSERT_TRUE(entry->kl);
    EXPECT_FALSE(child<QWidget>(u"qualityResults"_s)->isHidden());
    EXPECT_EQ(text(u"qualityRemark"_s), u"measured"_s);
    EXPECT_EQ(text(u"qualityValue0"_s),
              with_error_text(entry->perplexity.value, entry->perplexity.error));
    EXPECT_EQ(text(u"qualityValue1"_s), QString(kNotMeasured)) << "unknown, not 0";
    for (const QString& part :
         {u"storybook_val.txt"_s, u"30 tokens scored"_s, u"llama.cpp"_s, u"windows of 32"_s,
          QString::fromStdString(entry->settings.text.sha256).left(8)})
        EXPECT_TRUE(text(u"qualityNote"_s).contains(part)) << part.toStdString();
    EXPECT_TRUE(text(u"objectiveBanner"_s).contains(u"was measured: perplexity"_s));
    EXPECT_TRUE(text(u"planErrorNote"_s).startsWith(u"measured: KL"_s));
}

TEST_F(QualityTest, AnEditedPlanIsNotMeasuredAndUndoBringsTheResultBack) {
    measure();
    const auto entry = book().current();
    select_weights();
    QTest::keyClick(&window->canvas(), Qt::Key_8);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(book().current());
    EXPECT_TRUE(text(u"qualityState"_s).contains(u"is not measured"_s));
    EXPECT_TRUE(text(u"objectiveBanner"_s).contains(u"has not been measured"_s));
    trigger(u"actionUndo"_s);
    EXPECT_EQ(book().current(), entry);
    EXPECT_TRUE(text(u"planErrorNote"_s).startsWith(u"measured"_s));
    trigger(u"actionRedo"_s);
    EXPECT_FALSE(book().current());
}

TEST_F(QualityTest, ResultsBelongToTheirSettings) {
    measure();
    auto* protocol = child<QComboBox>(u"qualityProtocol"_s);
    protocol->setCurrentIndex(1);
    EXPECT_FALSE(book().current());
    protocol->setCurrentIndex(0);
    EXPECT_TRUE(book().current());
    child<QSpinBox>(u"qualityContext"_s)->setValue(64);
    EXPECT_FALSE(book().current());
}

TEST_F(QualityTest, WithoutAReferenceThereIsNoDivergence) {
    child<QCheckBox>(u"qualityCompare"_s)->setChecked(false);
    measure();
    EXPECT_FALSE(book().current()->kl);
    EXPECT_EQ(text(u"qualityValue2"_s), QString(kNotMeasured));
    child<QCheckBox>(u"qualityCompare"_s)->setChecked(true);
    measure();
    EXPECT_TRUE(book().current()->kl);
}

TEST_F(QualityTest, AllPlansAreMeasuredOneAfterAnother) {
    session().shelf().duplicate();
    preset(u"Q8_0"_s);
    int most = 0;
    QObject::connect(&session().exports(), &JobQueue::changed, window.get(), [this, &most] {
        most = std::max(most, static_cast<int>(session().exports().jobs().size()));
    });
    trigger(u"actionMeasureAll"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(most, 3) << "two plans and the original in one queue";
    ASSERT_TRUE(book().original());
    for (int row = 0; row < 2; ++row)
        ASSERT_TRUE(session().shelf().measured(row)) << row;
    EXPECT_GT(session().shelf().measured(0)->kl->mean, session().shelf().measured(1)->kl->mean);
    auto* table = child<QTableView>(u"plansTable"_s);
    EXPECT_FALSE(table->isColumnHidden(PlanShelf::kKl));
    const auto cell = [table](int row, int column) {
        return table->model()->index(row, column).data().toString();
    };
    EXPECT_EQ(cell(1, PlanShelf::kKl), value_text(session().shelf().measured(1)->kl->mean,
                                                  session().shelf().measured(1)->kl->error));
    most = 0;
    trigger(u"actionMeasureAll"_s);
    EXPECT_EQ(most, 0) << "everything is known";
}

TEST_F(QualityTest, MeasuredPlansAreSolidPointsBesideTheHollowOnes) {
    auto& plot = *child<ParetoPlot>(u"paretoPlot"_s);
    auto* axis = child<QComboBox>(u"paretoMeasured"_s);
    EXPECT_EQ(plot.measured_axis(), MeasuredAxis::kNone);
    EXPECT_TRUE(axis->isHidden());
    const int parts = plot.part_count();
    measure();
    EXPECT_EQ(plot.measured_axis(), MeasuredAxis::kKl);
    EXPECT_FALSE(axis->isHidden());
    EXPECT_EQ(plot.part_count(), parts + 1);
    plot.replot();
    const PlanId own = session().plan().identity();
    const auto at = plot.measured_position(own);
    ASSERT_TRUE(at);
    const QImage image = plot.grab().toImage();
    EXPECT_EQ(image.pixelColor(at->toPoint()), theme.tokens().accent) << "solid";
    EXPECT_EQ(image.pixelColor(plot.plan_position()->toPoint()), theme.tokens().panel) << "hollow";
    EXPECT_TRUE(text(u"paretoRemark"_s).contains(u"KL measured"_s));
    axis->setCurrentIndex(2);
    EXPECT_EQ(plot.measured_axis(), MeasuredAxis::kPerplexity);
    EXPECT_TRUE(plot.measured_position(own));
    const FigureData data = plot.data();
    const auto row = std::find_if(data.rows.begin(), data.rows.end(), [](const QStringList& cells) {
        return cells.front() == u"plan, measured"_s;
    });
    ASSERT_NE(row, data.rows.end());
    EXPECT_EQ(row->size(), data.heading.size());
    EXPECT_TRUE(row->back().contains(u"storybook_val.txt"_s));
    axis->setCurrentIndex(0);
    EXPECT_EQ(plot.measured_axis(), MeasuredAxis::kNone);
    EXPECT_FALSE(plot.yAxis2->visible());
}

TEST_F(QualityTest, ComparedPlansShowTheDifferenceTokenByToken) {
    session().shelf().duplicate();
    preset(u"Q2_K"_s);
    session().shelf().compare(0);
    EXPECT_EQ(text(u"compareDifference4"_s), QString(kNotMeasured));
    trigger(u"actionMeasureAll"_s);
    ASSERT_TRUE(wait_until_idle());
    const auto pair = paired(session().shelf().measured(1), session().shelf().measured(0));
    ASSERT_TRUE(pair && pair->kl);
    EXPECT_EQ(text(u"compareDifference5"_s), value_text(*pair->kl, *pair->kl_error));
    EXPECT_TRUE(text(u"compareMeasured"_s).contains(with_error_text(*pair->kl, *pair->kl_error)));
    EXPECT_TRUE(text(u"compareDifference5"_s).startsWith(u'-') ||
                text(u"compareDifference5"_s).startsWith(QChar(0x2212)))
        << "the other one is closer to the original";
    EXPECT_LT(*pair->kl_error, session().shelf().measured(1)->kl->error * 1.5);
    EXPECT_TRUE(text(u"compareMeasured"_s).contains(u"30 tokens"_s));
}

TEST_F(QualityTest, ACancelledMeasurementLeavesNoResult) {
    child<QSpinBox>(u"qualityWindows"_s)->setValue(0);
    trigger(u"actionMeasure"_s);
    ASSERT_EQ(session().exports().jobs().size(), 1U);
    EXPECT_TRUE(session().measurer().pending(book().current_content()));
    EXPECT_TRUE(text(u"qualityState"_s).contains(u"Jobs"_s));
    trigger(u"actionMeasure"_s);
    EXPECT_EQ(session().exports().jobs().size(), 1U) << "not twice";
    session().exports().jobs().front()->cancel();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(book().current());
    EXPECT_FALSE(session().measurer().pending(book().current_content()));
}

TEST_F(QualityTest, ATextIsChosenFromAFile) {
    const QString path = folder.filePath(u"own.txt"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("The king and the queen went into the forest. ").repeated(40));
    file.close();
    auto* box = child<QComboBox>(u"qualityText"_s);
    file_dialogs::answer_next(path);
    emit box->activated(box->count() - 1);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(box->currentText(), u"own.txt"_s);
    measure();
    EXPECT_EQ(book().current()->settings.text.name, "own.txt");

    file_dialogs::answer_next(folder.filePath(u"missing.txt"_s));
    emit box->activated(box->count() - 1);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(action(u"actionMeasure"_s)->isEnabled());
    EXPECT_TRUE(text(u"qualityReason"_s).contains(u"missing.txt"_s));
}

TEST_F(QualityTest, AModelThatCannotBeRunSaysWhy) {
    EXPECT_TRUE(child<QLabel>(u"qualityReason"_s)->isHidden());
    const QString path = folder.filePath(u"odd.gguf"_s);
    testing::write_synthetic_gguf(path.toStdString(), 2U);
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(action(u"actionMeasure"_s)->isEnabled());
    EXPECT_TRUE(text(u"qualityReason"_s).contains(u"cannot be run"_s));
    EXPECT_GT(text(u"qualityReason"_s).size(), 60) << "with the reason";
}

TEST_F(QualityTest, WhatWasMeasuredIsThereAtTheNextStart) {
    const auto cache = std::make_shared<const MeasurementCache>(folder.path().toStdString() + "/c");
    session().measurer().set_cache(cache);
    open_sample();
    measure();
    const double known = book().current()->perplexity.value;
    window = std::make_unique<MainWindow>(theme, false);
    window->show();
    session().measurer().set_cache(cache);
    few_tokens();
    open_sample();
    ASSERT_TRUE(book().current());
    EXPECT_EQ(book().current()->perplexity.value, known);
}

}  // namespace
}  // namespace bitlathe
