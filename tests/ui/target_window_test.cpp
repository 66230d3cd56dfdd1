// SPDX-License-Identifier: GPL-3.0-or-later
// What the plan is for, through the window.
#include <QAbstractItemModel>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QTimer>
#include <filesystem>

#include "core/targets/safetensors/safetensors_layout.h"
#include "tests/ui/window_fixture.h"
#include "ui/panels/questions.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
namespace fs = std::filesystem;

class TargetWindowTest : public testing::WindowTest {
protected:
    [[nodiscard]] PlanModel& plan() const { return window->session().plan(); }
    [[nodiscard]] std::string target() const {
        return std::string(plan().catalog().target().name());
    }
    [[nodiscard]] bool is_for(const std::string& name) {
        return testing::wait_for([&] { return target() == name; }) && wait_until_idle();
    }
    /// A plan file for safetensors with a format that GGUF does not have.
    QString save_integer_plan() {
        const Target& other = *find_target("safetensors");
        PlanRequest request;
        request.target = "safetensors";
        request.uniform = find_format("INT4_G128_SYM");
        auto made = make_plan(plan().catalog().model(), request, {}, {});
        EXPECT_TRUE(made) << other.name();
        made->name = "integers";
        const QString path = folder.filePath(u"integers.plan.json"_s);
        EXPECT_TRUE(bitlathe::save_plan(*made, path.toStdString()));
        return path;
    }
    /// Answers the question about the target, which runs its own loop, from inside.
    void answer(bool yes, const std::function<void(QDialog&)>& look = {}) {
        auto* timer = new QTimer(window.get());
        QObject::connect(timer, &QTimer::timeout, window.get(), [this, timer, yes, look] {
            auto* dialog = window->findChild<QDialog*>(u"targetDialog"_s);
            if (dialog == nullptr) return;
            timer->deleteLater();
            timer->stop();
            if (look) look(*dialog);
            dialog->findChild<QPushButton*>(yes ? u"targetAccept"_s : u"targetCancel"_s)->click();
        });
        timer->start(5);
    }
    void drop(const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent event(QPointF(50, 300), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(window.get(), &event);
    }
    static QString sample_folder() {
        return QStringLiteral(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-hf");
    }
    static constexpr const char* kQ = "blk.0.attn_q.weight";
    [[nodiscard]] std::string format(const char* name) const {
        const auto tensor = plan().catalog().model().checkpoint->find(name);
        return std::string(format_info(plan().format(*tensor)).name);
    }
};

TEST_F(TargetWindowTest, ATargetThatTakesEveryFormatIsChosenAtOnce) {
    open_sample();
    const Plan before = plan().plan();
    auto* button = child<QToolButton>(u"targetButton"_s);
    EXPECT_TRUE(button->text().startsWith(u"GGUF"_s));
    EXPECT_TRUE(action(u"target_gguf"_s)->isChecked());
    ASSERT_TRUE(window->findChild<QAction*>(u"preset_Q2_K"_s));
    trigger(u"target_safetensors"_s);
    ASSERT_TRUE(is_for("safetensors"));
    EXPECT_EQ(plan().undo_stack().count(), 1);
    EXPECT_EQ(plan().plan().target, "safetensors");
    EXPECT_EQ(plan().plan().tensors, before.tensors);
    EXPECT_TRUE(check_plan(plan().catalog().model(), plan().plan(), nullptr));
    EXPECT_TRUE(button->text().startsWith(u"safetensors"_s));
    EXPECT_TRUE(action(u"target_safetensors"_s)->isChecked());
    EXPECT_FALSE(window->findChild<QAction*>(u"preset_Q2_K"_s));
    EXPECT_TRUE(window->session().solver().ready());
    EXPECT_TRUE(plan().committed_totals().estimated_loss);

    trigger(u"actionUndo"_s);
    EXPECT_EQ(target(), "gguf");
    EXPECT_EQ(plan().plan(), before);
    EXPECT_TRUE(window->findChild<QAction*>(u"preset_Q2_K"_s));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->session().solver().ready());
    trigger(u"actionRedo"_s);
    EXPECT_EQ(target(), "safetensors");
    ASSERT_TRUE(wait_until_idle());
}

TEST_F(TargetWindowTest, WhatWouldChangeIsAskedFirst) {
    open_sample();
    const QString path = save_integer_plan();
    EXPECT_TRUE(window->session().load_plan(path));
    ASSERT_TRUE(is_for("safetensors"));
    EXPECT_EQ(format(kQ), "INT4_G128_SYM");
    const Plan integers = plan().plan();
    const auto q4 =
        plan().nmse(*plan().catalog().model().checkpoint->find(kQ), *find_format("Q4_K"));
    EXPECT_TRUE(q4);                                        // known from before
    EXPECT_TRUE(plan().committed_totals().estimated_loss);  // and the new formats were measured

    int rows = 0;
    answer(false, [&](QDialog& dialog) {
        const auto* table = dialog.findChild<QTableView*>(u"targetTable"_s);
        rows = table->model()->rowCount();
        EXPECT_TRUE(table->model()->index(0, 1).data().toString().startsWith(u"INT4"_s));
        EXPECT_FALSE(table->model()->index(0, 4).data().toString().isEmpty());
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"targetBefore"_s)->text().contains(u"estimate"_s));
    });
    trigger(u"target_gguf"_s);
    ASSERT_TRUE(testing::wait_for([&] { return rows > 0; }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(target(), "safetensors");
    EXPECT_EQ(plan().plan(), integers);
    EXPECT_TRUE(action(u"target_safetensors"_s)->isChecked());
    EXPECT_FALSE(action(u"target_gguf"_s)->isChecked());

    answer(true);
    trigger(u"target_gguf"_s);
    ASSERT_TRUE(is_for("gguf"));
    EXPECT_TRUE(check_plan(plan().catalog().model(), plan().plan(), nullptr));
    EXPECT_NE(format(kQ), "INT4_G128_SYM");
    EXPECT_TRUE(plan().committed_totals().estimated_loss);
    trigger(u"actionUndo"_s);
    EXPECT_EQ(target(), "safetensors");
    EXPECT_EQ(plan().plan(), integers);
    ASSERT_TRUE(wait_until_idle());
}

TEST_F(TargetWindowTest, EveryPlanOnTheShelfKeepsItsTarget) {
    open_sample();
    PlanShelf& shelf = window->session().shelf();
    trigger(u"actionNewPlan"_s);
    trigger(u"target_safetensors"_s);
    ASSERT_TRUE(is_for("safetensors"));
    shelf.activate(0);
    EXPECT_EQ(target(), "gguf");
    EXPECT_EQ(plan().plan().target, "gguf");
    ASSERT_TRUE(wait_until_idle());
    shelf.activate(1);
    EXPECT_EQ(target(), "safetensors");
    EXPECT_EQ(shelf.plan(0)->target, "gguf");
    ASSERT_TRUE(wait_until_idle());
}

TEST_F(TargetWindowTest, TheSolverAnswersForTheTarget) {
    open_sample();
    trigger(u"target_safetensors"_s);
    ASSERT_TRUE(is_for("safetensors"));
    window->session().solver().commit_budget(4.0);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(check_plan(plan().catalog().model(), plan().plan(), nullptr));
    EXPECT_LE(plan().totals().bits_per_weight, 4.0);
    EXPECT_EQ(target(), "safetensors");
}

TEST_F(TargetWindowTest, AModelFolderIsPlannedAndWrittenAsAGguf) {
    window->open_path(sample_folder());
    ASSERT_TRUE(wait_until_idle());
    ASSERT_EQ(target(), "safetensors");
    const std::size_t before = plan().catalog().size();
    trigger(u"target_gguf"_s);
    ASSERT_TRUE(is_for("gguf"));
    EXPECT_EQ(window->session().path(), sample_folder());
    EXPECT_TRUE(action(u"target_gguf"_s)->isChecked());
    EXPECT_EQ(plan().name(), "Q4_K_M") << "a model in floating point begins as any other";
    ASSERT_TRUE(plan().catalog().model().checkpoint->find(kQ));
    EXPECT_EQ(format(kQ), "Q4_K");
    EXPECT_TRUE(plan().committed_totals().estimated_loss) << "of the tensors of the GGUF";
    // What the command line makes of the same folder.
    const Target& gguf = *find_target("gguf");
    const auto adapted = gguf.adapt(open_model(sample_folder().toStdString()).value()).value();
    PlanRequest request;
    request.target = "gguf";
    request.preset = "Q4_K_M";
    const Plan expected = make_plan(*adapted.model, request, {}, {}).value();
    EXPECT_EQ(plan().plan().tensors, expected.tensors);
    EXPECT_EQ(plan().fingerprint(), adapted.model->checkpoint->fingerprint());

    ExportWishes wishes;
    wishes.destination = folder.filePath(u"out.gguf"_s);
    ExportDialog dialog({plan().shared_catalog(), std::make_shared<const Plan>(plan().plan()),
                         window->session().path(), QString()},
                        wishes, window.get());
    ASSERT_TRUE(testing::wait_for([&dialog] { return !dialog.checking(); }));
    const QString changes = dialog.findChild<QLabel*>(u"exportChanges"_s)->text();
    EXPECT_TRUE(
        changes.contains(u"%1 tensors are %2 there"_s.arg(before).arg(plan().catalog().size())))
        << changes.toStdString();
    const ExportRequest wanted = dialog.request();
    window->session().start_export(wanted);
    ASSERT_TRUE(wait_until_idle());
    const auto written = open_model(wanted.destination).value();
    EXPECT_EQ(std::filesystem::file_size(wanted.destination),
              gguf.file_bytes(*adapted.model, expected, wanted));
    for (const auto& [name, recipe] : expected.tensors)
        EXPECT_EQ(written->tensor(*written->checkpoint->find(name)).format, recipe.format) << name;

    trigger(u"target_safetensors"_s);
    ASSERT_TRUE(is_for("safetensors"));
    EXPECT_EQ(plan().catalog().size(), before);
}

TEST_F(TargetWindowTest, PlansOfOtherTensorsAreNotDroppedUnasked) {
    window->open_path(sample_folder());
    ASSERT_TRUE(wait_until_idle());
    window->session().solver().commit_budget(5);
    ASSERT_TRUE(wait_until_idle());
    const Plan edited = plan().plan();
    questions::answer_next(2);
    trigger(u"target_gguf"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(target(), "safetensors");
    EXPECT_EQ(plan().plan(), edited);
    EXPECT_TRUE(action(u"target_safetensors"_s)->isChecked());
    questions::answer_next(1);
    trigger(u"target_gguf"_s);
    EXPECT_TRUE(is_for("gguf"));
}

TEST_F(TargetWindowTest, APlanForTheGgufOfAFolderBringsItAlong) {
    window->open_path(sample_folder());
    ASSERT_TRUE(wait_until_idle());
    trigger(u"target_gguf"_s);
    ASSERT_TRUE(is_for("gguf"));
    trigger(u"preset_Q2_K"_s);
    ASSERT_TRUE(wait_until_idle());
    const auto tensors = plan().plan().tensors;
    const QString path = folder.filePath(u"small.plan.json"_s);
    ASSERT_TRUE(window->session().save_plan(path));
    questions::answer_next(1);  // let go: it was not saved by hand
    trigger(u"target_safetensors"_s);
    ASSERT_TRUE(is_for("safetensors"));
    EXPECT_TRUE(window->session().load_plan(path));
    ASSERT_TRUE(is_for("gguf"));
    EXPECT_EQ(plan().plan().tensors, tensors);
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    drop(path);
    ASSERT_TRUE(testing::wait_for([this] { return plan().is_open() && plan().name() == "Q2_K"; }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(plan().plan().tensors, tensors);
}

TEST_F(TargetWindowTest, AFamilyThatIsNotConvertedSaysWhy) {
    const fs::path other = folder.filePath(u"other"_s).toStdString();
    fs::copy(sample_folder().toStdString(), other, fs::copy_options::recursive);
    QFile config(other / "config.json");
    ASSERT_TRUE(config.open(QIODevice::ReadWrite));
    QByteArray text = config.readAll();
    text.replace("\"llama\"", "\"bloom\"");
    text.replace("LlamaForCausalLM", "BloomForCausalLM");
    config.resize(0);
    config.write(text);
    config.close();
    window->open_path(QString::fromStdString(other.string()));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(action(u"target_gguf"_s)->isEnabled());
    EXPECT_TRUE(action(u"target_gguf"_s)->text().contains(u"cannot be converted to GGUF yet"_s))
        << action(u"target_gguf"_s)->text().toStdString();
}

// Files that a person drops
// ------------------------------------------------------------------------

TEST_F(TargetWindowTest, ADroppedPlanBringsItsModelAndItsTarget) {
    open_sample();
    QString path = save_integer_plan();
    auto planned = load_plan(path.toStdString());
    ASSERT_TRUE(planned);
    window = std::make_unique<MainWindow>(theme, false);
    WindowTest::SetUp();
    drop(path);
    ASSERT_TRUE(testing::wait_for([&] { return plan().is_open() && plan().name() == "integers"; }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(target(), "safetensors");
    EXPECT_EQ(plan().plan().tensors, planned->tensors);
}

TEST_F(TargetWindowTest, APlanOfTheOpenModelIsOneStep) {
    open_sample();
    trigger(u"preset_Q2_K"_s);
    ASSERT_TRUE(wait_until_idle());
    const QString path = folder.filePath(u"small.plan.json"_s);
    ASSERT_TRUE(window->session().save_plan(path));
    EXPECT_EQ(window->session().saved_plan(), path);
    trigger(u"preset_Q8_0"_s);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->session().saved_plan().isEmpty());
    drop(path);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(plan().name(), "Q2_K");
    EXPECT_EQ(plan().undo_stack().count(), 3);  // the model was not opened again
}

TEST_F(TargetWindowTest, FoldersIndexesAndShardsOpenWhenDropped) {
    const fs::path source = BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-hf";
    const fs::path model = folder.filePath(u"model"_s).toStdString();
    fs::copy(source, model, fs::copy_options::recursive);
    const auto checkpoint = Checkpoint::open(model / "model.safetensors");
    ASSERT_TRUE(checkpoint);
    const fs::path index = model / "model.safetensors.index.json";
    QFile file(index);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(safetensors_index(**checkpoint)));
    file.close();
    for (const fs::path& path : {model, index, model / "model.safetensors"}) {
        window = std::make_unique<MainWindow>(theme, false);
        WindowTest::SetUp();
        drop(QString::fromStdString(path.string()));
        ASSERT_TRUE(testing::wait_for([&] { return plan().is_open(); })) << path;
        EXPECT_EQ(plan().catalog().size(), (*checkpoint)->tensors().size()) << path;
        ASSERT_TRUE(wait_until_idle());
    }
}

TEST_F(TargetWindowTest, ADroppedPlanThatIsBrokenSaysSo) {
    const QString path = folder.filePath(u"broken.plan.json"_s);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("{\"bitlathe_plan\": 1, \"tensors\": 7}");
    file.close();
    drop(path);
    ASSERT_EQ(window->messages().messages().size(), 1);
    EXPECT_FALSE(plan().is_open());
}

}  // namespace
}  // namespace bitlathe
