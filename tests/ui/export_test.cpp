// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QCloseEvent>
#include <QPushButton>
#include <QTimer>

#include <gtest/gtest.h>

#include "core/base/text.h"
#include "tests/ui/window_fixture.h"
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
            dialog->findChild<QLineEdit*>(u"exportDestination"_s)->setText(path);
            if (look) look(*dialog);
            auto* accept = dialog->findChild<QPushButton*>(u"exportAccept"_s);
            if (accept->isEnabled()) {
                accept->click();
            } else {
                dialog->reject();
            }
        });
        trigger(u"actionExport"_s);
    }
    [[nodiscard]] QString job_status() const { return child<QLabel>(u"jobStatus"_s)->text(); }
};

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
    EXPECT_EQ(size.toStdString(), human_bytes((*written)->file_bytes()));
    child<QAbstractButton>(u"jobCancel"_s)->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_FALSE(window->findChild<QWidget*>(u"jobRow"_s));
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
        EXPECT_TRUE(accept->isEnabled());
    });
    ASSERT_TRUE(wait_until_idle());
    EXPECT_GT(QFileInfo(earlier.fileName()).size(), 1'000'000);
}

TEST_F(ExportTest, AFailureSaysWhyAndStays) {
    open_sample();
    ExportRequest request;
    request.destination = "/nonexistent folder/deep/out.gguf";
    window->session().start_export(request);
    EXPECT_FALSE(action(u"actionExport"_s)->isEnabled());
    ASSERT_TRUE(wait_until_idle());
    ASSERT_EQ(window->messages().messages().size(), 1);
    EXPECT_TRUE(window->messages().messages().front().contains(u"nonexistent"_s));
    EXPECT_TRUE(action(u"actionExport"_s)->isEnabled());
}

TEST_F(ExportTest, CancelLeavesNothing) {
    open_sample();
    trigger(u"preset_Q2_K"_s);
    ASSERT_TRUE(wait_until_idle());
    ExportRequest request;
    request.destination = folder.filePath(u"cancelled.gguf"_s).toStdString();
    window->session().start_export(request);
    child<QAbstractButton>(u"jobCancel"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(job_status().contains(u"cancelled"_s)) << job_status().toStdString();
    EXPECT_TRUE(
        QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

TEST_F(ExportTest, QuittingDuringAnExportAsksOnce) {
    open_sample();
    ExportRequest request;
    request.destination = folder.filePath(u"running.gguf"_s).toStdString();
    window->session().start_export(request);
    ASSERT_TRUE(window->session().exporting());
    file_dialogs::confirm_next(false);
    EXPECT_FALSE(window->close());
    file_dialogs::confirm_next(true);
    EXPECT_TRUE(window->close());
    window.reset();
    EXPECT_FALSE(QFileInfo::exists(folder.filePath(u"running.gguf"_s)));
    window = std::make_unique<MainWindow>(theme, false);
}

}  // namespace
}  // namespace bitlathe
