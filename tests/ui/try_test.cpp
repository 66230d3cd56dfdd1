// SPDX-License-Identifier: GPL-3.0-or-later
// A prompt tried in the window: by the original and by the plan.
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>

#include "core/evaluation/planned_weights.h"
#include "core/generation/generate.h"
#include "core/text/tokenizer.h"
#include "tests/ui/synthetic_gguf.h"
#include "tests/ui/window_fixture.h"
#include "ui/panels/try_page.h"
#include "ui/theme/language.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString kPrompt = u"Alice was beginning to get very tired of"_s;

class TryTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        open_sample();
        window->show_page(u"try"_s);
        child<QPlainTextEdit>(u"tryPrompt"_s)->setPlainText(kPrompt);
        child<QSpinBox>(u"tryCount"_s)->setValue(24);
    }
    [[nodiscard]] TextTrial& trial() const { return window->session().trial(); }
    [[nodiscard]] TriedView& original() const { return *child<TriedView>(u"tryOriginalView"_s); }
    [[nodiscard]] TriedView& plan() const { return *child<TriedView>(u"tryPlanView"_s); }
    [[nodiscard]] QString text(const QString& name) const { return child<QLabel>(name)->text(); }
    void preset(const QString& name) {
        window->session().apply_preset(name);
        ASSERT_TRUE(wait_until_idle());
    }
    void run() {
        trigger(u"actionTry"_s);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_FALSE(trial().running());
        ASSERT_FALSE(trial().problem());
    }
    /// The same without the window.
    [[nodiscard]] Generation expected(bool planned, GenerateRequest request = {}) const {
        const PlanModel& now = window->session().plan();
        const auto runnable = find_runnable(now.catalog().shared_model()).value();
        std::shared_ptr<const WeightSource> weights;
        if (planned) weights = PlannedWeights::create(runnable.model, now.plan(), {}).value();
        const Transformer model = Transformer::create(runnable.model, weights).value();
        const auto prompt = prompt_ids(*runnable.tokenizer, kPrompt.toStdString()).value();
        request.prompt = prompt;
        request.count = 24;
        request.stop = stop_tokens(*runnable.model->checkpoint, *runnable.tokenizer);
        return generate(model, request, {}).value();
    }
    static void expect_same(const TriedText& shown, const Generation& known) {
        ASSERT_EQ(shown.tokens.size(), known.tokens.size());
        for (std::size_t i = 0; i < known.tokens.size(); ++i) {
            EXPECT_EQ(shown.tokens[i].id, known.tokens[i].id) << i;
            ASSERT_EQ(shown.tokens[i].top.size(), known.tokens[i].top.size());
            EXPECT_EQ(shown.tokens[i].top[4].id, known.tokens[i].top[4].id);
            EXPECT_DOUBLE_EQ(shown.tokens[i].top[4].p, std::exp(known.tokens[i].top[4].log_p));
        }
        EXPECT_EQ(shown.end, known.end);
    }
};

TEST_F(TryTest, BothSidesSayWhatTheModelsSayAndTheFirstDifferenceIsMarked) {
    EXPECT_TRUE(original().toPlainText().isEmpty());
    preset(u"Q2_K"_s);
    run();
    const Generation stored = expected(false);
    const Generation planned = expected(true);
    expect_same(original().text(), stored);
    expect_same(plan().text(), planned);
    std::size_t same = 0;
    while (stored.tokens[same].id == planned.tokens[same].id)
        ++same;
    EXPECT_EQ(original().marked(), same);
    EXPECT_EQ(plan().marked(), same);
    EXPECT_EQ(original().extraSelections().size(), 1);
    EXPECT_EQ(text(u"tryState"_s), u"They differ from token %1 on."_s.arg(same + 1));
    EXPECT_TRUE(original().toPlainText().startsWith(kPrompt));
    EXPECT_EQ(original().toPlainText(), original().whole_text());
    EXPECT_TRUE(text(u"tryPlanRemark"_s).contains(u"24 tokens"_s));
}

TEST_F(TryTest, APlanThatChangesNothingIsNotRunTwice) {
    window->session().apply_stored();
    ASSERT_TRUE(wait_until_idle());
    run();
    EXPECT_EQ(original().toPlainText(), plan().toPlainText());
    EXPECT_FALSE(plan().marked());
    EXPECT_EQ(plan().text().content, original().text().content);
    EXPECT_TRUE(text(u"tryState"_s).contains(u"it is the original"_s));
}

TEST_F(TryTest, SettingsCountAndTheSameSeedDrawsTheSame) {
    EXPECT_FALSE(child<QSpinBox>(u"trySeed"_s)->isVisible()) << "nothing is drawn";
    child<QDoubleSpinBox>(u"tryTemperature"_s)->setValue(1.5);
    EXPECT_TRUE(child<QSpinBox>(u"trySeed"_s)->isVisible());
    child<QSpinBox>(u"trySeed"_s)->setValue(11);
    child<QSpinBox>(u"tryTopK"_s)->setValue(5);
    child<QDoubleSpinBox>(u"tryTopP"_s)->setValue(0.8);
    preset(u"Q4_0"_s);
    run();
    GenerateRequest request;
    request.temperature = 1.5;
    request.seed = 11;
    request.top_k = 5;
    request.top_p = 0.8;
    expect_same(original().text(), expected(false, request));
    expect_same(plan().text(), expected(true, request));
}

TEST_F(TryTest, AChosenTokenShowsTheTopOfBoth) {
    preset(u"Q2_K"_s);
    run();
    auto* tops = child<QTableView>(u"tryTops"_s);
    EXPECT_FALSE(tops->isVisible());
    QTest::mouseClick(original().viewport(), Qt::LeftButton, {}, original().place(2).center());
    EXPECT_EQ(original().chosen(), 2U);
    EXPECT_EQ(plan().chosen(), 2U);
    ASSERT_TRUE(tops->isVisible());
    ASSERT_EQ(tops->model()->rowCount(), 5);
    const TriedToken& token = original().text().tokens[2];
    EXPECT_EQ(tops->model()->index(0, 0).data().toString(), token.top[0].name);
    EXPECT_EQ(tops->model()->index(4, 2).data().toString(), plan().text().tokens[2].top[4].name);
    EXPECT_TRUE(tops->model()->index(0, 3).data().toString().endsWith(u'%'));
    QTest::keyClick(&original(), Qt::Key_Right);
    EXPECT_EQ(plan().chosen(), 3U);
    QTest::keyClick(&plan(), Qt::Key_Left);
    QTest::keyClick(&plan(), Qt::Key_Left);
    EXPECT_EQ(original().chosen(), 1U);
    QTest::keyClick(&plan(), Qt::Key_Escape);
    EXPECT_FALSE(original().chosen());
    EXPECT_FALSE(tops->isVisible());
    // The first key leads to what is worth a look.
    QTest::keyClick(&plan(), Qt::Key_Right);
    EXPECT_EQ(original().chosen(), plan().marked());
}

TEST_F(TryTest, AFrameIsAroundTheLettersOfATokenAlsoWhereALineBegins) {
    preset(u"Q2_K"_s);
    run();
    int line = original().place(0).top();
    int lines = 1;
    for (std::size_t i = 0; i < original().text().tokens.size(); ++i) {
        if (original().text().tokens[i].text.trimmed().isEmpty()) continue;
        original().choose(i);  // scrolls to it
        const QRect place = original().place(i);
        lines += std::exchange(line, place.top()) != place.top() ? 1 : 0;
        QTest::mouseClick(original().viewport(), Qt::LeftButton, {}, place.center());
        EXPECT_EQ(original().chosen(), i);
    }
    EXPECT_GT(lines, 1) << "no line ended";
}

TEST_F(TryTest, StopKeepsWhatWasSaid) {
    child<QSpinBox>(u"tryCount"_s)->setValue(100'000);
    const int rebuilt = original().rebuilt();
    trigger(u"actionTry"_s);
    EXPECT_FALSE(child<QWidget>(u"tryButton"_s)->isVisible());
    ASSERT_TRUE(testing::wait_for([this] { return trial().original().tokens.size() > 5; }));
    child<QAbstractButton>(u"tryStopButton"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(child<QWidget>(u"tryButton"_s)->isVisible());
    EXPECT_FALSE(child<QWidget>(u"tryStopButton"_s)->isVisible());
    EXPECT_GT(original().text().tokens.size(), 5U);
    EXPECT_FALSE(original().text().end);
    EXPECT_TRUE(text(u"tryOriginalRemark"_s).contains(u"stopped"_s));
    EXPECT_EQ(original().rebuilt(), rebuilt + 1) << "growing text is added to, not laid out anew";
}

TEST_F(TryTest, AnotherPlanIsTriedWithoutTheOriginalOnceMore) {
    preset(u"Q2_K"_s);
    run();
    const int rebuilt = original().rebuilt();
    const TriedText before = plan().text();
    preset(u"Q8_0"_s);
    EXPECT_TRUE(text(u"tryState"_s).contains(u"was changed"_s));
    EXPECT_EQ(plan().text().tokens.size(), before.tokens.size()) << "it stays to be read";
    run();
    EXPECT_EQ(original().rebuilt(), rebuilt);
    expect_same(plan().text(), expected(true));
}

TEST_F(TryTest, CopiesTheWholeTextOrWhatIsSelected) {
    run();
    child<QAbstractButton>(u"tryPlanCopy"_s)->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), plan().whole_text());
    EXPECT_GT(plan().whole_text().size(), kPrompt.size() + 20);
    QTextCursor some(original().document());
    some.setPosition(5, QTextCursor::KeepAnchor);
    original().setTextCursor(some);
    QTest::keyClick(&original(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"Alice"_s);
}

TEST_F(TryTest, TheKeyboardStartsItFromThePrompt) {
    auto* prompt = child<QPlainTextEdit>(u"tryPrompt"_s);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    prompt->setFocus();
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    EXPECT_TRUE(trial().running());
    EXPECT_EQ(prompt->toPlainText(), kPrompt);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(original().text().tokens.size(), 24U);
    prompt->clear();
    EXPECT_FALSE(action(u"actionTry"_s)->isEnabled()) << "there is nothing to go on with";
}

TEST_F(TryTest, ThePageIsThereForModelsThatRun) {
    auto* pages = child<QTabWidget>(u"workPages"_s);
    auto* page = child<QWidget>(u"tryPage"_s);
    EXPECT_TRUE(pages->isTabVisible(pages->indexOf(page)));
    run();
    const QString path = folder.filePath(u"odd.gguf"_s);
    testing::write_synthetic_gguf(path.toStdString(), 2U);
    window->open_path(path);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(pages->isTabVisible(pages->indexOf(page)));
    EXPECT_TRUE(trial().original().tokens.empty()) << "of the model before";
}

TEST_F(TryTest, AnotherLanguageLeavesItAsItIs) {
    if (!QFile::exists(u":/i18n/bitlathe_de.qm"_s))
        GTEST_SKIP() << "built without Qt Linguist Tools: English only";
    preset(u"Q2_K"_s);
    child<QDoubleSpinBox>(u"tryTemperature"_s)->setValue(0.5);
    run();
    QTest::keyClick(&plan(), Qt::Key_Right);
    const auto chosen = plan().chosen();
    const QString said = plan().toPlainText();
    ASSERT_TRUE(window->settings().set(Setting::kLanguage, u"de"_s));
    ASSERT_TRUE(testing::wait_for([this] {
        return text(u"tryPlanTitle"_s) == u"Plan"_s && text(u"tryTitle"_s) != u"Prompt"_s;
    }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(child<QTabWidget>(u"workPages"_s)->currentWidget()->objectName(), u"tryPage"_s);
    EXPECT_EQ(child<QPlainTextEdit>(u"tryPrompt"_s)->toPlainText(), kPrompt);
    EXPECT_EQ(child<QDoubleSpinBox>(u"tryTemperature"_s)->value(), 0.5);
    EXPECT_EQ(plan().toPlainText(), said);
    EXPECT_EQ(plan().chosen(), chosen);
    EXPECT_TRUE(child<QTableView>(u"tryTops"_s)->isVisible());
    window.reset();
    use_language(u"en"_s);
}

}  // namespace
}  // namespace bitlathe
