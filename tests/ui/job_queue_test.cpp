// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_queue.h"

#include <QPointer>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include <gtest/gtest.h>

#include "tests/ui/ui_testing.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

/// A queue of jobs that run until they are let go, and the order in which they began.
class JobQueueTest : public ::testing::Test {
protected:
    BackgroundJob* add(const QString& name) {
        auto work = [this, name](const WorkContext& context) -> Status {
            {
                const std::scoped_lock lock(mutex);
                began.push_back(name);
            }
            while (!go) {
                BITLATHE_TRY(context.check());
                std::this_thread::sleep_for(1ms);
            }
            return {};
        };
        auto* job = new BackgroundJob(name, work, &owner, BackgroundJob::Start::kLater);
        queue.add(*job);
        return job;
    }
    [[nodiscard]] QStringList order() {
        const std::scoped_lock lock(mutex);
        return began;
    }
    [[nodiscard]] bool drained() {
        return testing::wait_for([this] { return queue.jobs().empty(); });
    }
    std::atomic<bool> go = false;
    std::mutex mutex;
    QStringList began;
    QObject owner;
    JobQueue queue;
};

TEST_F(JobQueueTest, OneRunsAndTheOthersWaitTheirTurn) {
    BackgroundJob* a = add(u"a"_s);
    BackgroundJob* b = add(u"b"_s);
    BackgroundJob* c = add(u"c"_s);
    EXPECT_FALSE(a->waiting());
    EXPECT_TRUE(b->waiting());
    EXPECT_TRUE(c->waiting());
    ASSERT_TRUE(testing::wait_for([this] { return order().size() == 1; }));
    go = true;
    ASSERT_TRUE(drained());
    EXPECT_EQ(order(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

TEST_F(JobQueueTest, AWaitingJobCanGoFirstButNotBeforeTheOneThatRuns) {
    BackgroundJob* a = add(u"a"_s);
    BackgroundJob* b = add(u"b"_s);
    BackgroundJob* c = add(u"c"_s);
    EXPECT_FALSE(queue.can_move_up(*a));
    EXPECT_FALSE(queue.can_move_up(*b));
    ASSERT_TRUE(queue.can_move_up(*c));
    queue.move_up(*c);
    queue.move_up(*c);
    go = true;
    ASSERT_TRUE(drained());
    EXPECT_EQ(order(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
}

TEST_F(JobQueueTest, AWaitingJobThatIsCancelledNeverRuns) {
    add(u"a"_s);
    BackgroundJob* b = add(u"b"_s);
    add(u"c"_s);
    std::optional<ErrorCode> code;
    QObject::connect(b, &BackgroundJob::finished, &owner,
                     [&](const Status& status) { code = status.error().code; });
    b->cancel();
    go = true;
    ASSERT_TRUE(drained());
    EXPECT_EQ(code, ErrorCode::kCancelled);
    EXPECT_EQ(order(), (QStringList{u"a"_s, u"c"_s}));
}

TEST_F(JobQueueTest, ADeletedJobMakesRoom) {
    BackgroundJob* a = add(u"a"_s);
    BackgroundJob* b = add(u"b"_s);
    delete a;
    EXPECT_FALSE(b->waiting());
    go = true;
    ASSERT_TRUE(drained());
}

TEST_F(JobQueueTest, APausedJobKeepsItsTurn) {
    BackgroundJob* a = add(u"a"_s);
    BackgroundJob* b = add(u"b"_s);
    a->pause();
    EXPECT_TRUE(a->paused());
    EXPECT_TRUE(b->waiting());
    b->pause();  // there is nothing to hold up yet
    EXPECT_FALSE(b->paused());
    go = true;
    a->resume();
    ASSERT_TRUE(drained());
    EXPECT_EQ(order(), (QStringList{u"a"_s, u"b"_s}));
}

TEST_F(JobQueueTest, AnOrderBecomesAJobThatTellsItsEndFirstAndGoes) {
    QStringList told;
    QPointer<BackgroundJob> added;
    QObject::connect(&queue, &JobQueue::added, &owner, [&](BackgroundJob& job) {
        added = &job;
        QObject::connect(&job, &BackgroundJob::finished, &owner, [&told] { told += u"others"_s; });
    });
    int again = 0;
    BackgroundJob& job = queue.add(
        owner,
        {.name = u"a"_s,
         .work = [](const WorkContext&) -> Status { return fail(ErrorCode::kRefused, "no"); },
         .end =
             [&](BackgroundJob& ended, const Status& status) {
                 EXPECT_EQ(&ended, added.data());
                 told += QString::fromStdString(status.error().message);
             },
         .loss = u"all"_s,
         .again = [&again] { ++again; }});
    EXPECT_EQ(added.data(), &job);
    EXPECT_EQ(job.parent(), &owner);
    EXPECT_EQ(job.name().text(), u"a"_s);
    EXPECT_EQ(job.loss().text(), u"all"_s);
    job.again()();
    EXPECT_EQ(again, 1);
    ASSERT_TRUE(testing::wait_for([&added] { return added.isNull(); }));
    EXPECT_EQ(told, (QStringList{u"no"_s, u"others"_s}));
    EXPECT_TRUE(queue.jobs().empty());
}

}  // namespace
}  // namespace bitlathe
