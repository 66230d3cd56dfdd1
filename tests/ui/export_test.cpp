// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QClipboard>
#include <QCloseEvent>
#include <QComboBox>
#include <QDesktopServices>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTextBrowser>
#include <QTimer>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "tests/ui/window_fixture.h"
#include "ui/models/command_line.h"
#include "ui/panels/export_dialog.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

class ExportTest : public testing::WindowTest {
protected:
    /// Answers the export dialog, which runs its own loop, from inside.
    void export_to(const QString& path, const std::function<void(ExportDialog&)>& look = {}) {
        QTimer::singleShot(0, window.get(), [this, path, look] {
            auto* dialog = window->findChild<ExportDialog*>(u"exportDialog"_s);
            ASSERT_NE(dialog, nullptr);
            enter(*dialog, path);
            if (look) look(*dialog);
            ASSERT_TRUE(checked(*dialog));
            auto* accept = dialog->findChild<QPushButton*>(u"exportAccept"_s);
            if (accept->isEnabled()) {
                accept->click();
            } else {
                dialog->reject();
            }
        });
        trigger(u"actionExport"_s);
    }
    static bool checked(ExportDialog& dialog) {
        return testing::wait_for([&] { return !dialog.checking(); });
    }
    static void enter(ExportDialog& dialog, const QString& path) {
        dialog.findChild<QLineEdit*>(u"exportDestination"_s)->setText(path);
        ASSERT_TRUE(checked(dialog));
    }
    static QString text(ExportDialog& dialog, const QString& name) {
        return dialog.findChild<QLabel*>(name)->text();
    }
    static QByteArray bytes_of(const QString& path) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll();
    }
    /// The row of the export, among those of other work.
    [[nodiscard]] JobRow* row() const {
        for (JobRow* row : window->findChildren<JobRow*>()) {
            if (row->name().startsWith(u"Export"_s)) return row;
        }
        return nullptr;
    }
    [[nodiscard]] QString job_status() const { return row()->status(); }
    void press_main() const { row()->findChild<QPushButton*>(u"jobCancel"_s)->click(); }
};

TEST_F(ExportTest, AReportIsLeftBesideTheFileWhereItIsWanted) {
    open_sample();
    const QString path = folder.filePath(u"out.gguf"_s);
    export_to(path);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_FALSE(QFile::exists(folder.filePath(u"out.report.html"_s))) << "nobody asked for it";
    QString command;
    export_to(folder.filePath(u"two.gguf"_s), [&](ExportDialog& dialog) {
        dialog.findChild<QCheckBox*>(u"exportReport"_s)->setChecked(true);
        command = dialog.command_line();
    });
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(command.endsWith(u" --report"_s));
    const auto report =
        parse_json(bytes_of(folder.filePath(u"two.report.json"_s)).toStdString(), "report");
    ASSERT_TRUE(report);
    const auto& written = (*report)["export"]["written"];
    EXPECT_EQ(written["verified"], true);
    EXPECT_EQ(written["output"][0]["bytes"], QFileInfo(folder.filePath(u"two.gguf"_s)).size());
    const QByteArray page = bytes_of(folder.filePath(u"two.report.html"_s));
    EXPECT_TRUE(page.contains("<svg")) << "with its pictures";
    EXPECT_TRUE(page.contains("74 of 74 tensors are equal (measured)"));
    // The choice is remembered.
    export_to(folder.filePath(u"three.gguf"_s), [](ExportDialog& dialog) {
        EXPECT_TRUE(dialog.findChild<QCheckBox*>(u"exportReport"_s)->isChecked());
    });
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(QFile::exists(folder.filePath(u"three.report.html"_s)));
}

TEST_F(ExportTest, WhatIsPlannedIsWhatIsInTheFile) {
    open_sample();
    PlanModel& plan = window->session().plan();
    BitsCanvas& canvas = window->canvas();
    const BitsGeometry& map = canvas.geometry_map();
    testing::drag(canvas, map.slot_rect(0).center(), map.slot_rect(7).topLeft() + QPoint(2, 4));
    ASSERT_EQ(plan.undo_stack().count(), 1);
    const QString path = folder.filePath(u"out.gguf"_s);
    std::optional<ExportReport> done;
    QObject::connect(&window->session(), &Session::export_ended, window.get(),
                     [&](const Result<ExportReport>& report) {
                         ASSERT_TRUE(report) << report.error().to_string();
                         done = *report;
                     });
    QString size;
    export_to(path, [&](ExportDialog& dialog) {
        size = dialog.findChild<QLabel*>(u"exportSize"_s)->text();
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"exportProblem"_s)->text().isEmpty());
    });
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(done);
    EXPECT_TRUE(done->verified);
    EXPECT_TRUE(job_status().contains(u"74 of 74"_s)) << job_status().toStdString();

    const auto written = Checkpoint::open(path.toStdString());
    ASSERT_TRUE(written) << written.error().to_string();
    const Plan planned = plan.plan();
    ASSERT_EQ((*written)->tensors().size(), planned.tensors.size());
    for (const TensorInfo& tensor : (*written)->tensors()) {
        EXPECT_EQ(tensor.format, planned.tensors.at(tensor.name).format) << tensor.name;
    }
    EXPECT_TRUE(size.startsWith(QString::fromStdString(human_bytes((*written)->file_bytes()))));
    EXPECT_TRUE(size.contains(QLocale().toString((*written)->file_bytes())));
    EXPECT_TRUE(job_status().contains(path));
    EXPECT_TRUE(job_status().contains(QString::fromStdString(done->output.front().sha256)));
    press_main();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(row(), nullptr);
}

TEST_F(ExportTest, TheDialogRefusesTheSourceAndAsksBeforeReplacing) {
    open_sample();
    export_to(testing::sample_path(), [](ExportDialog& dialog) {
        EXPECT_FALSE(dialog.findChild<QPushButton*>(u"exportAccept"_s)->isEnabled());
        EXPECT_TRUE(dialog.findChild<QLabel*>(u"exportProblem"_s)->text().contains(u"source"_s));
    });
    QFile earlier(folder.filePath(u"earlier.gguf"_s));
    ASSERT_TRUE(earlier.open(QIODevice::WriteOnly));
    earlier.close();
    export_to(earlier.fileName(), [](ExportDialog& dialog) {
        auto* accept = dialog.findChild<QPushButton*>(u"exportAccept"_s);
        EXPECT_FALSE(accept->isEnabled());
        dialog.findChild<QCheckBox*>(u"exportReplace"_s)->setChecked(true);
        ASSERT_TRUE(checked(dialog));
        EXPECT_TRUE(accept->isEnabled());
        EXPECT_TRUE(dialog.command_line().endsWith(u" --force"_s));
    });
    ASSERT_TRUE(wait_until_idle());
    EXPECT_GT(QFileInfo(earlier.fileName()).size(), 1'000'000);
}

TEST_F(ExportTest, AFailureSaysWhyAndStays) {
    open_sample();
    ExportRequest request;
    request.destination = "/nonexistent folder/deep/out.gguf";
    window->session().start_export(request);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_EQ(window->messages().messages().size(), 1);
    EXPECT_TRUE(window->messages().messages().front().contains(u"nonexistent"_s));
    child<QPushButton>(u"exportCopyDetails"_s)->click();
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(u"nonexistent"_s));
    EXPECT_TRUE(QGuiApplication::clipboard()->text().contains(testing::sample_path()));
    EXPECT_TRUE(action(u"actionExport"_s)->isEnabled());
}

TEST_F(ExportTest, TheCommandLineIsThatOfTheSavedPlanAndGivesTheSameBytes) {
    open_sample();
    trigger(u"preset_Q4_0"_s);
    ASSERT_TRUE(wait_until_idle());
    const QString path = folder.filePath(u"from window.gguf"_s);
    const QString plan_path = folder.filePath(u"it's mine.plan.json"_s);
    QString command;
    export_to(path, [&](ExportDialog& dialog) {
        auto* copy = dialog.findChild<QPushButton*>(u"exportCopyCommand"_s);
        EXPECT_FALSE(copy->isEnabled());  // a command without a plan would be a wrong one
        EXPECT_TRUE(text(dialog, u"exportCommandNote"_s).contains(u"saved first"_s));
        file_dialogs::answer_next(plan_path);
        dialog.findChild<QPushButton*>(u"exportSavePlan"_s)->click();
        EXPECT_TRUE(copy->isEnabled());
        copy->click();
        command = QGuiApplication::clipboard()->text();
    });
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(command,
              export_command_line(testing::sample_path(), plan_path, "gguf", {path, {}, 0, false}));
    // What the command does: the plan from its file, the model from its own.
    const auto model = open_model(testing::sample_path().toStdString());
    const auto plan = load_plan(plan_path.toStdString());
    ASSERT_TRUE(model && plan);
    const QString other = folder.filePath(u"from shell.gguf"_s);
    ExportRequest request;
    request.destination = other.toStdString();
    ASSERT_TRUE(find_target(plan->target)->write(**model, *plan, request, {}));
    EXPECT_EQ(bytes_of(path), bytes_of(other));

    child<QPushButton>(u"exportCopyDone"_s)->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), command);
    child<QPushButton>(u"exportOpenResult"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(QFileInfo(window->session().path()), QFileInfo(path));
}

TEST_F(ExportTest, TheDialogSaysWhatBecomesOfTheTensors) {
    open_sample();
    export_to(testing::sample_path(), [](ExportDialog& dialog) {
        const auto* table = dialog.findChild<QTableView*>(u"exportTable"_s);
        ASSERT_GT(table->model()->rowCount(), 1);
        int tensors = 0;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            tensors += table->model()->index(row, ExportGroupModel::kTensors).data().toInt();
        EXPECT_EQ(tensors, 74);
        EXPECT_TRUE(text(dialog, u"exportChanges"_s).contains(u"of 74"_s));
    });
}

TEST_F(ExportTest, PartsAndImportanceAreOfTheExport) {
    open_sample();
    const QString path = folder.filePath(u"parts.gguf"_s);
    export_to(path, [&](ExportDialog& dialog) {
        EXPECT_EQ(text(dialog, u"exportFiles"_s).count(u".gguf"_s), 1);
        dialog.findChild<QSpinBox*>(u"exportSplit"_s)->setValue(2);
        ASSERT_TRUE(checked(dialog));
        EXPECT_GT(text(dialog, u"exportFiles"_s).count(u"-of-"_s), 1);
        EXPECT_TRUE(dialog.command_line().contains(u"--split 2097152"_s));
        EXPECT_EQ(dialog.request().split_bytes, 2097152U);
        auto* importance = dialog.findChild<QLineEdit*>(u"exportImportance"_s);
        importance->setText(testing::sample_path());  // a model, not importance values
        ASSERT_TRUE(checked(dialog));
        EXPECT_FALSE(text(dialog, u"exportProblem"_s).isEmpty());
        EXPECT_FALSE(dialog.findChild<QPushButton*>(u"exportAccept"_s)->isEnabled());
        importance->clear();
        ASSERT_TRUE(checked(dialog));
        EXPECT_TRUE(text(dialog, u"exportProblem"_s).isEmpty());
    });
    ASSERT_TRUE(wait_until_idle());
    EXPECT_GT(QDir(folder.path()).entryList({u"parts-*-of-*.gguf"_s}).size(), 1);
    EXPECT_TRUE(job_status().contains(u"74 of 74"_s));
}

TEST_F(ExportTest, AnotherTargetIsChosenInTheDialog) {
    open_sample();
    QTimer answers;
    bool asked_again = false;
    QObject::connect(&answers, &QTimer::timeout, window.get(), [&] {
        auto* dialog = window->findChild<ExportDialog*>(u"exportDialog"_s);
        if (dialog == nullptr || !dialog->isVisible()) return;
        auto* choice = dialog->findChild<QComboBox*>(u"exportTarget"_s);
        ASSERT_EQ(choice->count(), 2);
        if (choice->currentData().toString() == u"gguf"_s) {
            choice->setCurrentIndex(1);
            emit choice->activated(1);
            return;
        }
        answers.stop();
        asked_again = true;
        enter(*dialog, folder.filePath(u"floats"_s));
        dialog->findChild<QPushButton*>(u"exportAccept"_s)->click();
    });
    answers.start(5);
    trigger(u"actionExport"_s);
    ASSERT_TRUE(testing::wait_for([&] { return asked_again; }));
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(window->session().plan().plan().target, "safetensors");
    EXPECT_TRUE(QFileInfo::exists(folder.filePath(u"floats/model.safetensors"_s)));
}

/// Takes what would be opened by the desktop: its slot setSource() ends here.
class Desktop : public QTextBrowser {
public:
    QList<QUrl> opened;

protected:
    void doSetSource(const QUrl& url, QTextDocument::ResourceType) override {
        opened.push_back(url);
    }
};

TEST_F(ExportTest, TheFolderOfTheResultIsShownByTheDesktop) {
    open_sample();
    Desktop desktop;
    QDesktopServices::setUrlHandler(u"file"_s, &desktop, "setSource");
    export_to(folder.filePath(u"out.gguf"_s));
    ASSERT_TRUE(wait_until_idle());
    child<QPushButton>(u"exportShowFolder"_s)->click();
    QDesktopServices::unsetUrlHandler(u"file"_s);
    ASSERT_EQ(desktop.opened.size(), 1);
    EXPECT_EQ(QFileInfo(desktop.opened.front().toLocalFile()), QFileInfo(folder.path()));
}

TEST_F(ExportTest, CancelLeavesNothing) {
    open_sample();
    trigger(u"preset_Q2_K"_s);
    ASSERT_TRUE(wait_until_idle());
    ExportRequest request;
    request.destination = folder.filePath(u"cancelled.gguf"_s).toStdString();
    window->session().start_export(request);
    press_main();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(job_status().contains(u"cancelled"_s)) << job_status().toStdString();
    EXPECT_TRUE(
        QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

}  // namespace
}  // namespace bitlathe
