// SPDX-License-Identifier: GPL-3.0-or-later
// The program itself, ended from outside.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <csignal>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"
#include "ui/models/plan_shelf.h"
#include "ui/theme/text.h"
#include "ui/window/autosave.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

/// The window as a process of its own, with a home of its own, into which a plan was loaded.
class ProgramTest : public ::testing::Test {
protected:
    void SetUp() override {
        PlanModel model;
        testing::open_into(model, testing::sample_path());
        plan = model.plan();
        plan.tensors.at("blk.0.attn_q.weight").format = *find_format("Q8_0");
        ASSERT_TRUE(save_plan(plan, home.filePath(u"edited.plan.json"_s).toStdString()));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"})
            environment.insert(QString::fromLatin1(name), home.path());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(BITLATHE_PROGRAM),
                      {u"--plan"_s, home.filePath(u"edited.plan.json"_s), testing::sample_path()});
        ASSERT_TRUE(process.waitForStarted());
        ASSERT_TRUE(testing::wait_for([this] { return !saved_folder().isEmpty(); }, 60));
    }
    void TearDown() override {
        if (process.state() == QProcess::NotRunning) return;
        process.kill();
        process.waitForFinished();
    }
    void send(int signal) const { ::kill(static_cast<pid_t>(process.processId()), signal); }
    /// Folder of what the program keeps for a crash; "" before it did.
    [[nodiscard]] QString saved_folder() const {
        QDirIterator files(home.path(), {u"current.plan.json"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        return files.hasNext() ? QFileInfo(files.next()).absolutePath() : QString();
    }
    void expect_offer() {
        PlanModel model;
        PlanShelf shelf(model);
        Autosave autosave(model, shelf);
        autosave.set_folder(QFileInfo(saved_folder()).absolutePath());
        QSignalSpy offers(&autosave, &Autosave::offered);
        testing::open_into(model, testing::sample_path());
        ASSERT_TRUE(testing::wait_for([&] { return offers.count() == 1; }));
        autosave.restore();
        EXPECT_EQ(model.plan().tensors, plan.tensors);
        autosave.end_cleanly();
    }
    QTemporaryDir home;
    QProcess process;
    Plan plan;
};

TEST_F(ProgramTest, WhatWasNotSavedSurvivesBeingKilled) {
    send(SIGKILL);
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitStatus(), QProcess::CrashExit);
    expect_offer();
}

TEST_F(ProgramTest, WhatWasNotSavedSurvivesTheEndOfTheSession) {
    send(SIGTERM);
    ASSERT_TRUE(process.waitForFinished());
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 128 + SIGTERM);
    expect_offer();
}

}  // namespace
}  // namespace bitlathe
