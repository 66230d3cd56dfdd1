// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobs_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QPushButton>
#include <atomic>
#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class JobsPanelTest : public ::testing::Test {
protected:
    void SetUp() override {
        panel.resize(600, 300);
        panel.show();
    }
    [[nodiscard]] BackgroundJob* make(const QString& name, BackgroundJob::Work work,
                                      BackgroundJob::Start start = BackgroundJob::Start::kNow) {
        return new BackgroundJob(name, std::move(work), &owner, start);
    }
    /// Runs until it is let go, and says how far it is.
    [[nodiscard]] BackgroundJob::Work endless() {
        return [this](const WorkContext& context) -> Status {
            std::uint64_t done = 0;
            while (!go) {
                BITLATHE_TRY(context.check());
                context.report("write", std::min<std::uint64_t>(++done, 500), 1000);
                ++looks;
                std::this_thread::sleep_for(1ms);
            }
            context.report("write", 1000, 1000);
            return {};
        };
    }
    static QPushButton* button(const JobRow& row, const QString& name) {
        return row.findChild<QPushButton*>(name);
    }
    [[nodiscard]] static bool ends(const JobRow& row) {
        const QPointer<const JobRow> kept(&row);  // it may go when it has ended
        return testing::wait_for([&kept] { return kept.isNull() || kept->ended(); });
    }
    [[nodiscard]] int rows() const {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return static_cast<int>(panel.findChildren<JobRow*>().size());
    }
    std::atomic<bool> go = false;
    std::atomic<int> looks = 0;
    QObject owner;
    JobsPanel panel;
};

TEST(JobRowTest, OnlyBytesAreShownAsBytes) {
    JobRow row(u"Work"_s, nullptr);
    JobProgress progress;
    progress.phase = "write";
    progress.done = 1024;
    progress.total = 4096;
    row.set_progress(progress);
    EXPECT_TRUE(row.status().startsWith(u"writing  ·  1.0 KiB of 4.0 KiB"_s))
        << row.status().toStdString();
    progress.phase = "skip blocks";
    progress.done = 3;
    progress.total = 8;
    row.set_progress(progress);
    EXPECT_EQ(row.status(), u"leaving out one block after another  ·  37 % done"_s);
    progress.phase = "a phase of a later library";
    row.set_progress(progress);
    EXPECT_EQ(row.status(), u"a phase of a later library  ·  37 % done"_s);
}

TEST_F(JobsPanelTest, ARowSaysWhatWasDoneAndStaysUntilItIsDismissed) {
    JobRow* row = panel.add(*make(u"Work"_s, endless()));
    EXPECT_EQ(panel.active().size(), 1U);
    ASSERT_TRUE(testing::wait_for([&] { return panel.share().value_or(0) > 0; }));
    EXPECT_LE(*panel.share(), 0.5);
    go = true;
    ASSERT_TRUE(ends(*row));
    EXPECT_TRUE(row->status().contains(u"1000 B in"_s)) << row->status().toStdString();
    EXPECT_TRUE(row->status().contains(u"/s"_s)) << row->status().toStdString();
    EXPECT_TRUE(panel.active().empty());
    EXPECT_FALSE(panel.share());
    EXPECT_TRUE(panel.log_text().contains(row->status()));
    EXPECT_EQ(rows(), 1);
    button(*row, u"jobCancel"_s)->click();
    EXPECT_EQ(rows(), 0);
}

TEST_F(JobsPanelTest, ShortWorkGoesByItselfWhereThatIsWanted) {
    // The row may be gone before anybody looks again.
    const QPointer<JobRow> row = panel.add(
        *make(u"Short"_s, [](const WorkContext&) { return Status(); }), JobsPanel::Keep::kIfLong);
    ASSERT_TRUE(testing::wait_for([&row] { return row.isNull() || row->ended(); }));
    EXPECT_EQ(rows(), 0);
    EXPECT_TRUE(panel.log_text().contains(u"Short"_s));
}

TEST_F(JobsPanelTest, AFailureSaysWhatWhereAndWhatToDoAndStaysUntilItIsRead) {
    const auto fails = [](const WorkContext&) -> Status {
        return fail(ErrorCode::kNotWritten, "disk full", "/there/out.gguf", 17, "make room");
    };
    JobRow* row = panel.add(*make(u"Export"_s, fails), JobsPanel::Keep::kIfLong);
    ASSERT_TRUE(ends(*row));
    for (const char* part : {"disk full", "/there/out.gguf", "17", "make room"})
        EXPECT_TRUE(row->status().contains(QString::fromLatin1(part))) << part;
    panel.findChild<QPushButton*>(u"jobsDismiss"_s)->click();
    EXPECT_EQ(rows(), 1);
    ASSERT_FALSE(button(*row, u"jobCopy"_s)->isHidden());
    button(*row, u"jobCopy"_s)->click();
    const QString copied = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(copied.startsWith(u"Export\n"_s));
    EXPECT_TRUE(copied.contains(u"make room"_s));
    EXPECT_TRUE(copied.contains(u"started"_s));
    button(*row, u"jobCancel"_s)->click();
    EXPECT_EQ(rows(), 0);
}

TEST_F(JobsPanelTest, PauseHoldsTheWorkAndResumeLetsItGoOn) {
    BackgroundJob* job = make(u"Work"_s, endless());
    JobRow* row = panel.add(*job);
    ASSERT_TRUE(testing::wait_for([this] { return looks > 3; }));
    QPushButton* pause = button(*row, u"jobPause"_s);
    pause->click();
    EXPECT_TRUE(job->paused());
    EXPECT_EQ(pause->text(), u"Resume"_s);
    EXPECT_TRUE(row->status().startsWith(u"paused"_s));
    int before = -1;
    ASSERT_TRUE(testing::wait_for([&] {
        std::this_thread::sleep_for(10ms);
        return std::exchange(before, looks.load()) == looks.load();
    }));
    pause->click();
    EXPECT_FALSE(job->paused());
    EXPECT_EQ(pause->text(), u"Pause"_s);
    ASSERT_TRUE(testing::wait_for([&] { return looks > before + 3; }));
}

TEST_F(JobsPanelTest, APausedJobCanBeCancelled) {
    JobRow* row = panel.add(*make(u"Work"_s, endless()));
    button(*row, u"jobPause"_s)->click();
    button(*row, u"jobCancel"_s)->click();
    ASSERT_TRUE(ends(*row));
    EXPECT_TRUE(row->status().contains(u"cancelled"_s));
}

TEST_F(JobsPanelTest, WaitingRowsSayForHowManyAndCanGoFirst) {
    JobQueue queue;
    panel.follow(queue);
    std::vector<BackgroundJob*> jobs;
    std::vector<JobRow*> made;
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) {
        jobs.push_back(make(name, endless(), BackgroundJob::Start::kLater));
        queue.add(*jobs.back());
        made.push_back(panel.add(*jobs.back()));
    }
    EXPECT_TRUE(made[2]->status().contains(u'2')) << made[2]->status().toStdString();
    EXPECT_TRUE(button(*made[1], u"jobUp"_s)->isHidden());
    EXPECT_TRUE(button(*made[1], u"jobPause"_s)->isHidden());
    ASSERT_FALSE(button(*made[2], u"jobUp"_s)->isHidden());
    button(*made[2], u"jobUp"_s)->click();
    EXPECT_EQ(queue.jobs()[1], jobs[2]);
    EXPECT_FALSE(button(*made[1], u"jobUp"_s)->isHidden());
    button(*made[1], u"jobCancel"_s)->click();
    ASSERT_TRUE(ends(*made[1]));
    EXPECT_FALSE(made[0]->ended());
    go = true;
    ASSERT_TRUE(ends(*made[2]));
}

TEST_F(JobsPanelTest, TheSameWorkCanBeBegunOnceMore) {
    int begun = 0;
    BackgroundJob* job = make(u"Work"_s, [](const WorkContext&) { return Status(); });
    job->set_again([&begun] { ++begun; });
    JobRow* row = panel.add(*job);
    EXPECT_TRUE(button(*row, u"jobAgain"_s)->isHidden());
    ASSERT_TRUE(ends(*row));
    ASSERT_FALSE(button(*row, u"jobAgain"_s)->isHidden());
    button(*row, u"jobAgain"_s)->click();
    EXPECT_EQ(begun, 1);
    EXPECT_EQ(rows(), 0);
}

TEST_F(JobsPanelTest, ARetiredJobTakesItsRowAlong) {
    BackgroundJob* job = make(u"Work"_s, endless());
    panel.add(*job);
    job->retire();
    EXPECT_TRUE(testing::wait_for([this] { return rows() == 0; }));
}

TEST_F(JobsPanelTest, InteractiveWorkShowsOnlyWhenItTakesLong) {
    bool busy = false;
    SlowWork work(
        {u"Solve"_s, [&busy] { return busy; }, [] { return 0.25; }, [&busy] { busy = false; }},
        &owner);
    panel.follow(work);
    const auto look_twice = [&work] {
        work.look();
        work.look();
    };
    look_twice();
    busy = true;
    work.look();
    busy = false;
    look_twice();
    EXPECT_EQ(rows(), 0);
    busy = true;
    look_twice();
    work.look();
    ASSERT_EQ(rows(), 1);
    auto* row = panel.findChild<JobRow*>();
    EXPECT_TRUE(row->status().contains(u"25 %"_s));
    button(*row, u"jobCancel"_s)->click();
    EXPECT_FALSE(busy);
    work.look();
    EXPECT_TRUE(row->ended());
}

TEST_F(JobsPanelTest, EveryRowHasItsLog) {
    JobRow* row = panel.add(*make(u"Work"_s, endless()));
    auto* log = row->findChild<QPlainTextEdit*>(u"jobOwnLog"_s);
    EXPECT_TRUE(log->isHidden());
    button(*row, u"jobLog"_s)->click();
    EXPECT_FALSE(log->isHidden());
    ASSERT_TRUE(testing::wait_for([&] { return log->toPlainText().contains(u"writing"_s); }));
}

}  // namespace
}  // namespace bitlathe
