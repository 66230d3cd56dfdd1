// SPDX-License-Identifier: GPL-3.0-or-later
// Projects through the window: plans, measurements and the view come back with the model.
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTabWidget>
#include <algorithm>

#include "core/project/project.h"
#include "tests/ui/window_fixture.h"
#include "ui/canvas/token_canvas.h"
#include "ui/panels/job_row.h"
#include "ui/panels/questions.h"
#include "ui/panels/strip_choice.h"
#include "ui/plots/pareto_plot.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class ProjectWindowTest : public testing::WindowTest {
protected:
    [[nodiscard]] Session& session() const { return window->session(); }
    [[nodiscard]] PlanModel& plan() const { return session().plan(); }
    [[nodiscard]] PlanShelf& shelf() const { return session().shelf(); }
    [[nodiscard]] QualityBook& book() const { return session().quality(); }
    [[nodiscard]] QStringList messages() const { return window->messages().messages(); }
    [[nodiscard]] QString path(const QString& name = u"work.bitlathe"_s) const {
        return folder.filePath(name);
    }
    [[nodiscard]] QStringList plans() const {
        QStringList names;
        for (int row = 0; row < shelf().rowCount(); ++row)
            names.push_back(shelf().name(row));
        return names;
    }
    [[nodiscard]] std::size_t tensor(const char* name) const {
        return *plan().catalog().model().checkpoint->find(name);
    }
    static QByteArray bytes(const QString& file) {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    void preset(const QString& name) {
        trigger(u"preset_"_s + name);
        ASSERT_TRUE(wait_until_idle());
    }
    void save(const QString& file) {
        file_dialogs::answer_next(file);
        trigger(u"actionSaveProject"_s);
        ASSERT_TRUE(wait_until_idle());
    }
    void open(const QString& file) {
        window->open_path(file);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(plan().is_open());
    }
    /// A new window, as at the next start.
    void start_again() {
        window = std::make_unique<MainWindow>(theme, false);
        WindowTest::SetUp();
    }
    /// Three plans, of which the second is current.
    void make_plans() {
        open_sample();
        trigger(u"actionNewPlan"_s);
        preset(u"Q8_0"_s);
        shelf().rename(1, u"large"_s);
        trigger(u"actionNewPlan"_s);
        preset(u"Q2_K"_s);
        shelf().activate(1);
        ASSERT_EQ(plans(), (QStringList{u"Q4_K_M"_s, u"large"_s, u"Q2_K"_s}));
    }
    [[nodiscard]] static Project loaded(const QString& file) {
        auto project = load_project(file.toStdString());
        EXPECT_TRUE(project) << project.error().to_string();
        return project ? *std::move(project) : Project();
    }
    static constexpr const char* kQ = "blk.0.attn_q.weight";
};

TEST_F(ProjectWindowTest, PlansComeBackInTheirOrderAsOneStep) {
    make_plans();
    const auto formats = shelf().kept(2)->formats();
    save(path());
    start_again();
    open(path());
    EXPECT_EQ(plans(), (QStringList{u"Q4_K_M"_s, u"large"_s, u"Q2_K"_s}));
    EXPECT_EQ(shelf().current_row(), 1);
    EXPECT_EQ(plan().name(), "large");
    EXPECT_EQ(plan().format(tensor(kQ)), *find_format("Q8_0"));
    EXPECT_EQ(shelf().kept(2)->formats(), formats);
    EXPECT_EQ(plan().undo_stack().count(), 1);
    EXPECT_EQ(plan().undo_stack().undoText(), u"Plans of the project work"_s);
    EXPECT_FALSE(window->isWindowModified()) << "all of it is in the project";
    trigger(u"actionUndo"_s);
    EXPECT_EQ(plans(), QStringList{u"Q4_K_M"_s});
    EXPECT_EQ(plan().format(tensor(kQ)), *find_format("Q4_K"));
    trigger(u"actionRedo"_s);
    EXPECT_EQ(plans(), (QStringList{u"Q4_K_M"_s, u"large"_s, u"Q2_K"_s}));
    EXPECT_EQ(shelf().current_row(), 1);
}

TEST_F(ProjectWindowTest, PlansThatAreThereAlreadyAreNoStep) {
    make_plans();
    save(path());
    const int steps = plan().undo_stack().count();
    open(path());
    EXPECT_EQ(plan().undo_stack().count(), steps);
    shelf().remove(2);
    open(path());
    EXPECT_EQ(plan().undo_stack().count(), steps + 2);
    EXPECT_EQ(shelf().rowCount(), 3);
}

TEST_F(ProjectWindowTest, WhatIsInAProjectIsSaved) {
    make_plans();
    EXPECT_TRUE(window->isWindowModified());
    save(path());
    EXPECT_FALSE(window->isWindowModified());
    const int asked = questions::count();
    EXPECT_TRUE(window->close());
    EXPECT_EQ(questions::count(), asked);
}

TEST_F(ProjectWindowTest, MeasurementsComeBackWithWhatTheyWereMeasuredOn) {
    make_plans();
    measure_little();
    trigger(u"actionMeasureAll"_s);
    ASSERT_TRUE(wait_until_idle());
    const auto before = book().current();
    ASSERT_TRUE(book().original());
    save(path());
    const Project project = loaded(path());
    ASSERT_EQ(project.evaluations.size(), 4U);
    QStringList measured;
    for (const EvaluationRecord& record : project.evaluations)
        measured.push_back(QString::fromStdString(record.plan));
    measured.sort();
    EXPECT_EQ(measured, (QStringList{QString(), u"Q2_K"_s, u"Q4_K_M"_s, u"large"_s}));

    start_again();
    open(path());
    const auto after = book().current();
    ASSERT_TRUE(after);
    EXPECT_NE(before, after);
    EXPECT_EQ(after->perplexity.value, before->perplexity.value);
    EXPECT_EQ(after->kl->mean, before->kl->mean);
    EXPECT_EQ(after->tops, before->tops);
    ASSERT_TRUE(book().original());
    for (int row = 0; row < 3; ++row)
        EXPECT_TRUE(shelf().measured(row)) << row;
    EXPECT_EQ(child<QSpinBox>(u"qualityContext"_s)->value(), 32);
    EXPECT_EQ(child<QSpinBox>(u"qualityWindows"_s)->value(), 2);
    EXPECT_TRUE(child<QLabel>(u"qualityNote"_s)->text().contains(u"30 tokens scored"_s));
    EXPECT_TRUE(session().measurer().ready());
    EXPECT_TRUE(child<ParetoPlot>(u"paretoPlot"_s)->measured_position(plan().identity()));
    window->show_page(u"tokens"_s);
    ASSERT_TRUE(wait_until_idle());
    const auto& tokens = *child<TokenCanvas>(u"tokenCanvas"_s);
    ASSERT_NE(tokens.text(), nullptr);
    EXPECT_EQ(tokens.text()->measurement().scores.size(), 30U);
}

TEST_F(ProjectWindowTest, ResultsAreShownThoughTheirTextIsGone) {
    const QString text = folder.filePath(u"own.txt"_s);
    QFile file(text);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("The king and the queen went into the forest. ").repeated(40));
    file.close();
    open_sample();
    auto* box = child<QComboBox>(u"qualityText"_s);
    file_dialogs::answer_next(text);
    emit box->activated(box->count() - 1);
    ASSERT_TRUE(wait_until_idle());
    measure_little();
    save(path());
    ASSERT_TRUE(QFile::remove(text));
    start_again();
    open(path());
    ASSERT_TRUE(book().current());
    EXPECT_EQ(child<QComboBox>(u"qualityText"_s)->currentText(), u"own.txt"_s);
    EXPECT_FALSE(session().measurer().ready());
    EXPECT_TRUE(child<QLabel>(u"qualityReason"_s)->text().contains(u"own.txt"_s));
}

TEST_F(ProjectWindowTest, TokensOfAnotherVocabularyAreNotTakenIn) {
    open_sample();
    measure_little();
    save(path());
    Project project = loaded(path());
    Measurement forged = *project.evaluations.front().measured;
    forged.tops.front().model.front().id = 1'000'000;
    project.evaluations.front().measured = std::make_shared<const Measurement>(forged);
    ASSERT_TRUE(save_project(project, path().toStdString()));
    start_again();
    open(path());
    EXPECT_FALSE(book().current());
    EXPECT_TRUE(book().entries().empty());
}

TEST_F(ProjectWindowTest, TheViewComesBack) {
    open_sample();
    window->show_page(u"matrix"_s);
    session().axis().zoom(3, 4);
    const BlockView view = session().axis().view();
    select_weights();
    const auto selected = session().hub().selected();
    child<QLineEdit>(u"filterBox"_s)->setText(u"ffn"_s);
    auto* strips = child<StripChoice>(u"depthStrips"_s);
    strips->take_view(QStringList{u"kurtosis"_s, u"zd"_s});
    const auto shown = child<DepthCanvas>(u"depthCanvas"_s)->shown();
    ASSERT_TRUE(wait_until_idle());
    save(path());
    start_again();
    open(path());
    EXPECT_EQ(child<QTabWidget>(u"workPages"_s)->currentWidget()->objectName(), u"matrixPage"_s);
    EXPECT_NEAR(session().axis().view().first, view.first, 1e-9);
    EXPECT_NEAR(session().axis().view().count, view.count, 1e-9);
    EXPECT_EQ(session().hub().selected(), selected);
    EXPECT_EQ(session().hub().current(), selected.front());
    EXPECT_EQ(child<QLineEdit>(u"filterBox"_s)->text(), u"ffn"_s);
    EXPECT_EQ(child<DepthCanvas>(u"depthCanvas"_s)->shown(), shown);
}

TEST_F(ProjectWindowTest, AViewThatMakesNoSenseDoesNothing) {
    open_sample();
    save(path());
    Project project = loaded(path());
    project.view = {{"page", "no such"},     {"first", "nan"},      {"count", "-1e400"},
                    {"selected", "[[[1,{}"}, {"current", "nobody"}, {"strips", "[\"none\", 7]"},
                    {"plan", "nobody"},      {"measured", "\n"}};
    ASSERT_TRUE(save_project(project, path().toStdString()));
    start_again();
    open(path());
    EXPECT_TRUE(session().hub().selected().empty());
    EXPECT_TRUE(session().axis().whole());
    EXPECT_FALSE(child<DepthCanvas>(u"depthCanvas"_s)->shown().empty());
}

TEST_F(ProjectWindowTest, WhatElseAProjectHoldsStays) {
    open_sample();
    Project project;
    project.model = stamp_of(plan().catalog().model());
    project.skips = SkipRecord{"skip.txt", "cd34", 64, {120, 3.25, {{0, .5, .25, .125, -1}}}};
    project.imatrix = Imatrix{{{kQ, {1, 2, 3}, {4}}}, "calib.txt", 7, 512};
    ASSERT_TRUE(save_project(project, path().toStdString()));
    open(path());
    save(path());
    const QString other = path(u"other.bitlathe"_s);
    save(other);
    for (const QString& file : {path(), other}) {
        const Project saved = loaded(file);
        ASSERT_TRUE(saved.skips) << file.toStdString();
        EXPECT_EQ(saved.skips->measured.mean_nll, 3.25);
        ASSERT_TRUE(saved.imatrix) << file.toStdString();
        EXPECT_EQ(saved.plans.size(), 1U);
        EXPECT_EQ(saved.plans.front().first, "Q4_K_M");
    }
    EXPECT_EQ(session().project_path(), other);
}

TEST_F(ProjectWindowTest, WhatCannotBeReadIsNotReplaced) {
    open_sample();
    save(path());
    QByteArray damaged = bytes(path());
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    const QString other = path(u"other.bitlathe"_s);
    for (const QByteArray& content : {damaged, QByteArray("dear"), damaged.left(600)}) {
        QFile file(other);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        window->messages().clear();
        save(other);
        EXPECT_EQ(bytes(other), content);
        ASSERT_EQ(messages().size(), 1);
        EXPECT_TRUE(messages().front().contains(u"Could not save the project"_s));
        EXPECT_TRUE(messages().front().contains(u"was not replaced"_s))
            << messages().front().toStdString();
        EXPECT_EQ(session().project_path(), path());
    }
}

TEST_F(ProjectWindowTest, AProjectOfAnotherModelIsReplacedOnlyWhenSomebodyWantsThat) {
    open_sample();
    Project project;
    project.model = {"/models/<b>other</b>.gguf", "0123456789abcdef", "llama"};
    ASSERT_TRUE(save_project(project, path().toStdString()));
    const QByteArray before = bytes(path());
    enum { kReplace, kKeep };
    const auto save_and_answer = [this](int answer) {
        const int asked = questions::count();
        questions::answer_next(answer);
        save(path());
        ASSERT_TRUE(testing::wait_for([asked] { return questions::count() > asked; }));
        ASSERT_TRUE(wait_until_idle());
    };
    save_and_answer(kKeep);
    EXPECT_TRUE(questions::last_text().contains(u"work.bitlathe"_s));
    EXPECT_TRUE(questions::last_text().contains(u"/models/<b>other</b>.gguf"_s));
    EXPECT_EQ(bytes(path()), before);
    EXPECT_EQ(session().project_path(), QString());
    EXPECT_TRUE(messages().isEmpty());
    // Rows of other work stand there too, where the machine is slow.
    const auto rows = window->findChildren<JobRow*>();
    const auto own = std::find_if(rows.begin(), rows.end(), [](const JobRow* row) {
        return row->name() == u"Save work.bitlathe"_s;
    });
    ASSERT_NE(own, rows.end());
    EXPECT_TRUE((*own)->status().startsWith(u"nothing written"_s));
    save_and_answer(kReplace);
    EXPECT_EQ(loaded(path()).model.fingerprint, stamp_of(plan().catalog().model()).fingerprint);
    EXPECT_EQ(session().project_path(), path());
    const int asked = questions::count();
    save(path());
    EXPECT_EQ(questions::count(), asked) << "it is of this model now";
}

class FolderProjectTest : public ProjectWindowTest {
protected:
    void open_folder(const std::string& target) {
        const QString sample = testing::sample_path();
        const QString hf = QFileInfo(sample).absolutePath() + u"/storybook-7m-hf"_s;
        session().open_checkpoint(hf, {}, target);
        ASSERT_TRUE(wait_until_idle());
        ASSERT_TRUE(plan().is_open());
        ASSERT_EQ(plan().catalog().target().name(), target);
    }
};

TEST_F(FolderProjectTest, OpensForTheTargetOfItsPlans) {
    open_folder("gguf");
    save(path());
    start_again();
    open(path());
    EXPECT_EQ(plan().catalog().target().name(), "gguf");
    EXPECT_TRUE(messages().isEmpty());
    EXPECT_EQ(plans(), QStringList{u"Q4_K_M"_s});
}

TEST_F(FolderProjectTest, IsSharedByTheFolderAndItsConversion) {
    open_folder("gguf");
    preset(u"Q8_0"_s);
    measure_little();
    const auto measured = book().current();
    save(path());
    start_again();
    open_folder("safetensors");
    const QStringList own = plans();
    open(path());
    EXPECT_EQ(plan().catalog().target().name(), "safetensors") << "what is open stays open";
    EXPECT_EQ(session().project_path(), path());
    EXPECT_EQ(plans(), own);
    ASSERT_EQ(messages().size(), 1);
    EXPECT_TRUE(messages().front().contains(u"1 plan"_s)) << messages().front().toStdString();
    EXPECT_FALSE(book().current()) << "other weights than were measured";
    save(path());
    const Project both = loaded(path());
    ASSERT_EQ(both.plans.size(), 2U);
    EXPECT_EQ(both.plans[0].first, own.front().toStdString());
    EXPECT_EQ(both.plans[1].first, "Q8_0");
    EXPECT_EQ(both.evaluations.size(), 1U);
    start_again();
    open_folder("gguf");
    open(path());
    EXPECT_EQ(plans(), QStringList{u"Q8_0"_s});
    ASSERT_TRUE(book().current());
    EXPECT_EQ(book().current()->perplexity.value, measured->perplexity.value);
}

class MeasuredCrashTest : public ProjectWindowTest {
protected:
    /// The sample with an autosave of its own.
    void open_kept() {
        window->autosave().set_folder(folder.filePath(u"kept"_s));
        open_sample();
    }
    void crash() {
        window->autosave().flush();
        window->autosave().wait();
        window.reset();  // without being closed
        window = std::make_unique<MainWindow>(theme, false);
        WindowTest::SetUp();
    }
    [[nodiscard]] bool nothing_kept() const {
        return QDir(folder.filePath(u"kept"_s))
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot)
            .isEmpty();
    }
};

TEST_F(MeasuredCrashTest, WhatWasMeasuredComesBack) {
    open_kept();
    measure_little();
    const double known = book().current()->perplexity.value;
    crash();
    open_kept();
    ASSERT_TRUE(testing::wait_for([this] { return !messages().isEmpty(); }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(messages().front().contains(u"1 measurement"_s));
    ASSERT_TRUE(book().current());
    EXPECT_EQ(book().current()->perplexity.value, known);
    crash();  // nothing was done: it is still kept
    open_kept();
    ASSERT_TRUE(testing::wait_for([this] { return !messages().isEmpty(); }));
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(book().current());
    EXPECT_TRUE(window->close());
    EXPECT_TRUE(nothing_kept());
}

TEST_F(MeasuredCrashTest, WhatIsInAProjectIsNotKept) {
    open_kept();
    preset(u"Q8_0"_s);
    measure_little();
    window->autosave().flush();
    window->autosave().wait();
    EXPECT_FALSE(nothing_kept());
    save(path());
    window->autosave().flush();
    window->autosave().wait();
    EXPECT_EQ(QDir(folder.filePath(u"kept"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
              QStringList());
}

}  // namespace
}  // namespace bitlathe
