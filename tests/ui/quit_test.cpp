// SPDX-License-Identifier: GPL-3.0-or-later
// How the window ends, and what it says while nobody looks.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalSpy>
#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

#include <gtest/gtest.h>

#include "tests/ui/window_fixture.h"
#include "ui/panels/questions.h"
#include "ui/window/unix_signals.h"

namespace bitlathe {
namespace {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class QuitTest : public testing::WindowTest {
protected:
    void SetUp() override {
        WindowTest::SetUp();
        open_sample();
        asked_before = questions::count();
    }
    void edit() {
        trigger(u"preset_Q2_K"_s);
        ASSERT_TRUE(wait_until_idle());
    }
    void start_export(const QString& name) {
        ExportRequest request;
        request.destination = path(name).toStdString();
        window->session().start_export(request);
    }
    [[nodiscard]] QString path(const QString& name) const { return folder.filePath(name); }
    [[nodiscard]] int asked() const { return questions::count() - asked_before; }
    [[nodiscard]] bool folder_is_empty() const {
        return QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    int asked_before = 0;
    enum { kWhenDone, kStop, kStay };
    enum { kSave, kDiscard, kCancel };
};

TEST_F(QuitTest, WithoutWorkAndChangesNothingIsAsked) {
    EXPECT_TRUE(window->close());
    EXPECT_EQ(asked(), 0);
}

TEST_F(QuitTest, QuittingDuringAnExportAsksOnceAndSaysWhatIsLost) {
    start_export(u"running.gguf"_s);
    questions::answer_next(kStay);
    EXPECT_FALSE(window->close());
    EXPECT_EQ(asked(), 1);
    EXPECT_TRUE(questions::last_text().contains(u"running.gguf"_s));
    EXPECT_TRUE(questions::last_text().contains(u"removed"_s));
    questions::answer_next(kStop);
    EXPECT_TRUE(window->close());
    EXPECT_EQ(asked(), 2);
    window.reset();
    EXPECT_TRUE(folder_is_empty());
    window = std::make_unique<MainWindow>(theme, false);
}

TEST_F(QuitTest, QuitWhenDoneWaitsForAllExports) {
    start_export(u"one.gguf"_s);
    start_export(u"two.gguf"_s);
    questions::answer_next(kWhenDone);
    EXPECT_FALSE(window->close());
    EXPECT_TRUE(window->isVisible());
    ASSERT_TRUE(testing::wait_for([this] { return !window->isVisible(); }, 60));
    EXPECT_EQ(asked(), 1);
    EXPECT_TRUE(QFile::exists(path(u"one.gguf"_s)));
    EXPECT_TRUE(QFile::exists(path(u"two.gguf"_s)));
}

TEST_F(QuitTest, QuitWhenDoneCanBeTakenBack) {
    start_export(u"one.gguf"_s);
    questions::answer_next(kWhenDone);
    EXPECT_FALSE(window->close());
    child<QAbstractButton>(u"stayButton"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->isVisible());
}

TEST_F(QuitTest, AFailedExportKeepsTheWindow) {
    start_export(u"no such folder/deep/out.gguf"_s);
    questions::answer_next(kWhenDone);
    EXPECT_FALSE(window->close());
    ASSERT_TRUE(wait_until_idle());
    QCoreApplication::processEvents();
    EXPECT_TRUE(window->isVisible());
}

TEST_F(QuitTest, PlansWithChangesAreListed) {
    edit();
    trigger(u"actionNewPlan"_s);
    questions::answer_next(kCancel);
    EXPECT_FALSE(window->close());
    EXPECT_EQ(asked(), 1);
    EXPECT_TRUE(questions::last_text().contains(window->session().shelf().name(0)));
    EXPECT_TRUE(questions::last_text().contains(window->session().shelf().name(1)));
    questions::answer_next(kDiscard);
    EXPECT_TRUE(window->close());
}

TEST_F(QuitTest, SaveWritesThePlanAndLeaves) {
    edit();
    const Plan plan = window->session().plan().plan();
    questions::answer_next(kSave);
    file_dialogs::answer_next({});  // no name is given
    EXPECT_FALSE(window->close());
    questions::answer_next(kSave);
    file_dialogs::answer_next(path(u"kept.plan.json"_s));
    EXPECT_TRUE(window->close());
    const auto kept = load_plan(path(u"kept.plan.json"_s).toStdString());
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->tensors, plan.tensors);
}

TEST_F(QuitTest, ASavedOrUndonePlanIsNoQuestion) {
    edit();
    file_dialogs::answer_next(path(u"saved.plan.json"_s));
    trigger(u"actionSavePlan"_s);
    trigger(u"preset_Q8_0"_s);
    ASSERT_TRUE(wait_until_idle());
    trigger(u"actionUndo"_s);
    EXPECT_TRUE(window->close());
    EXPECT_EQ(asked(), 0);
}

TEST_F(QuitTest, TwoExportsNeverWriteTheSamePlace) {
    start_export(u"same.gguf"_s);
    start_export(u"./same.gguf"_s);
    EXPECT_EQ(window->session().exports().jobs().size(), 1U);
    ASSERT_FALSE(window->messages().messages().isEmpty());
    EXPECT_TRUE(window->messages().messages().front().contains(u"same.gguf"_s));
    start_export(u"other.gguf"_s);
    EXPECT_EQ(window->session().exports().jobs().size(), 2U);
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(QFile::exists(path(u"same.gguf"_s)));
    EXPECT_TRUE(QFile::exists(path(u"other.gguf"_s)));
}

TEST_F(QuitTest, AnExportCanBeRunAgainWithTheSameSettings) {
    start_export(u"out.gguf"_s);
    ASSERT_TRUE(wait_until_idle());
    ASSERT_TRUE(QFile::remove(path(u"out.gguf"_s)));
    edit();  // is not what is written
    for (JobRow* row : window->findChildren<JobRow*>()) {
        if (row->name().startsWith(u"Export"_s))
            row->findChild<QPushButton*>(u"jobAgain"_s)->click();
    }
    ASSERT_TRUE(wait_until_idle());
    const auto written = Checkpoint::open(path(u"out.gguf"_s).toStdString());
    ASSERT_TRUE(written) << written.error().to_string();
    EXPECT_EQ((*written)->tensors()[(*written)->find("blk.0.attn_q.weight").value()].format,
              *find_format("Q4_K"));
}

TEST_F(QuitTest, ASignalOfTheSystemEndsItInOrder) {
    QTemporaryDir autosaved;
    window->autosave().set_folder(autosaved.path());
    open_sample();
    edit();
    start_export(u"running.gguf"_s);
    int signal_seen = 0;
    {
        const UnixSignals signals_of_the_system;
        QObject::connect(&signals_of_the_system, &UnixSignals::asked_to_end, window.get(),
                         [&](int signal) {
                             signal_seen = signal;
                             window->end_now(0);
                         });
        ::raise(SIGTERM);
        ASSERT_TRUE(testing::wait_for([&] { return signal_seen != 0; }));
    }
    EXPECT_EQ(signal_seen, SIGTERM);
    EXPECT_EQ(asked(), 0);
    window.reset();
    EXPECT_TRUE(folder_is_empty());
    EXPECT_EQ(QDir(autosaved.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 1);
    window = std::make_unique<MainWindow>(theme, false);
}

struct Heard {
    QStringList titles;
};

class ListeningNotifier : public Notifier {
public:
    explicit ListeningNotifier(Heard& heard) : heard_(heard) {}
    void notify(QWidget&, const QString& title, const QString&) override {
        heard_.titles.push_back(title);
    }

private:
    Heard& heard_;
};

TEST_F(QuitTest, OnlyLongWorkThatEndsBehindOtherWindowsIsAnnounced) {
    Heard heard;
    window->set_notifier(std::make_unique<ListeningNotifier>(heard));
    auto* jobs = child<JobsPanel>(u"jobsPanel"_s);
    QWidget other;
    other.show();
    other.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&other));
    ASSERT_FALSE(window->isActiveWindow());
    emit jobs->job_ended(u"short"_s, u"done"_s, 9);
    EXPECT_TRUE(heard.titles.isEmpty());
    emit jobs->job_ended(u"long"_s, u"done"_s, 11);
    EXPECT_EQ(heard.titles, QStringList{u"long"_s});
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    emit jobs->job_ended(u"seen"_s, u"done"_s, 11);
    EXPECT_EQ(heard.titles, QStringList{u"long"_s});
}

TEST_F(QuitTest, TheTitleSaysHowFarTheLongestJobIs) {
    std::atomic<bool> go = false;
    auto* job = new BackgroundJob(
        u"work"_s,
        [&go](const WorkContext& context) -> Status {
            context.report("write", 42, 100);
            while (!go) {
                BITLATHE_TRY(context.check());
                std::this_thread::sleep_for(1ms);
            }
            return {};
        },
        window.get());
    child<JobsPanel>(u"jobsPanel"_s)->add(*job);
    ASSERT_TRUE(testing::wait_for([this] { return window->windowTitle().startsWith(u"42 %"_s); }));
    go = true;
    ASSERT_TRUE(
        testing::wait_for([this] { return window->windowTitle().startsWith(u"storybook"_s); }));
}

TEST_F(QuitTest, AFileThatChangesOnTheDiskIsNoticedAndCanBeReloaded) {
    const QString copy = path(u"copy.gguf"_s);
    ASSERT_TRUE(QFile::copy(testing::sample_path(), copy));
    window->open_path(copy);
    ASSERT_TRUE(wait_until_idle());
    window->source_watch().look();
    QTest::qWait(50);
    EXPECT_TRUE(window->messages().messages().isEmpty());
    QFile file(copy);
    ASSERT_TRUE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_TRUE(file.seek(file.size() - 1));
    file.write("x");
    file.close();
    ASSERT_TRUE(testing::wait_for([this] { return !window->messages().messages().isEmpty(); }));
    EXPECT_TRUE(window->messages().messages().front().contains(u"copy.gguf"_s));
    child<QAbstractButton>(u"reloadButton"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_TRUE(window->session().plan().catalog().model().checkpoint->check());
}

TEST_F(QuitTest, ACrashGivesBackTheViewToo) {
    QTemporaryDir autosaved;
    window->autosave().set_folder(autosaved.path());
    open_sample();
    edit();
    Session& session = window->session();
    const std::size_t tensor =
        session.plan().catalog().model().checkpoint->find("blk.2.attn_k.weight").value();
    session.hub().select({tensor}, tensor);
    session.axis().show(1, 3);
    const BlockView blocks = session.axis().view();
    child<QLineEdit>(u"filterBox"_s)->setText(u"attn"_s);
    window->show_page(u"matrix"_s);
    ASSERT_TRUE(wait_until_idle());
    window->autosave().flush();
    window->autosave().wait();
    window = std::make_unique<MainWindow>(theme, false);  // the first one ends without closing
    window->show();
    window->autosave().set_folder(autosaved.path());
    open_sample();
    ASSERT_TRUE(testing::wait_for(
        [this] { return window->findChild<QAbstractButton*>(u"restoreButton"_s) != nullptr; }));
    // However much else is said, the offer stays.
    for (int i = 0; i < 10; ++i)
        window->messages().show_message(MessageBar::Kind::kDone, u"something else"_s);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    child<QAbstractButton>(u"restoreButton"_s)->click();
    ASSERT_TRUE(wait_until_idle());
    EXPECT_EQ(window->session().hub().selected(), std::vector<std::size_t>{tensor});
    EXPECT_NEAR(window->session().axis().view().first, blocks.first, 1e-6);
    EXPECT_NEAR(window->session().axis().view().count, blocks.count, 1e-6);
    EXPECT_EQ(child<QLineEdit>(u"filterBox"_s)->text(), u"attn"_s);
    EXPECT_EQ(child<QTabWidget>(u"workPages"_s)->currentIndex(), 1);
    window->autosave().end_cleanly();
}

}  // namespace
}  // namespace bitlathe
