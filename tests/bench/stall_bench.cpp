// SPDX-License-Identifier: GPL-3.0-or-later
// How long the thread of the window is away from its events, in the whole window over a mixture of
// experts of 50,051 tensors (or the checkpoint that is named): while it is opened, while weights
// are profiled and plans are solved in the background, and at what a hand does. Each event is timed
// on the wall clock and in time of this thread alone, which other programs cannot lengthen; the
// longest of every phase are printed with who received them.
#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/bench/frame_times.h"
#include "tests/ui/synthetic_gguf.h"
#include "ui/window/main_window.h"

namespace {

using namespace bitlathe;
using bitlathe::bench::thread_milliseconds;
using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;

struct Stall {
    double cpu = 0, wall = 0;
    std::string who;
};

/// Times every event that is not delivered from inside another one.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        if (depth_ > 0 || QThread::currentThread() != thread()) return pass(receiver, event);
        const std::string who = std::string(receiver->metaObject()->className()) + ' ' +
                                receiver->objectName().toStdString() + " event " +
                                std::to_string(static_cast<int>(event->type()));
        bool taken = false;
        time(who, [&] { taken = pass(receiver, event); });
        return taken;
    }
    void time(const std::string& who, const std::function<void()>& work) {
        const auto start = Clock::now();
        const double cpu = thread_milliseconds();
        work();
        const double wall = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
        stalls_.push_back({thread_milliseconds() - cpu, wall, who});
    }
    void report(const char* phase, double seconds) {
        std::sort(stalls_.begin(), stalls_.end(),
                  [](const Stall& a, const Stall& b) { return a.cpu > b.cpu; });
        const auto over = std::count_if(stalls_.begin(), stalls_.end(),
                                        [](const Stall& stall) { return stall.cpu > 50; });
        std::printf("%-28s %6.2f s, %6zu events, %td over 50 ms\n", phase, seconds, stalls_.size(),
                    over);
        for (std::size_t i = 0; i < std::min<std::size_t>(4, stalls_.size()); ++i) {
            if (i > 0 && stalls_[i].cpu < 8) break;
            std::printf("    %7.1f ms (wall %7.1f)  %s\n", stalls_[i].cpu, stalls_[i].wall,
                        stalls_[i].who.c_str());
        }
        std::fflush(stdout);
        stalls_.clear();
    }

private:
    bool pass(QObject* receiver, QEvent* event) {
        ++depth_;
        const bool taken = QApplication::notify(receiver, event);
        --depth_;
        return taken;
    }
    int depth_ = 0;
    std::vector<Stall> stalls_;
};

class Phases {
public:
    Phases(WatchedApplication& application, MainWindow& window)
        : application_(application), window_(window) {}

    /// Does something and waits until the window rests.
    void run(const char* name, const std::function<void()>& action, bool until_idle = true) {
        run_steps(
            name, [&] { step(action); }, until_idle);
    }
    /// One of several things that `action` of run_steps() does.
    void step(const std::function<void()>& action) {
        application_.time("the action itself", action);
    }
    void run_steps(const char* name, const std::function<void()>& action, bool until_idle = true) {
        const auto start = Clock::now();
        action();
        int quiet = 0;
        while (quiet < 3) {
            QCoreApplication::processEvents();
            QThread::msleep(2);
            quiet = !until_idle || window_.idle() ? quiet + 1 : 0;
        }
        settle(120);
        application_.report(name, std::chrono::duration<double>(Clock::now() - start).count());
    }
    /// Timers that follow a change have run.
    static void settle(int milliseconds) {
        const auto start = Clock::now();
        while (Clock::now() - start < std::chrono::milliseconds(milliseconds)) {
            QCoreApplication::processEvents();
            QThread::msleep(2);
        }
    }

private:
    WatchedApplication& application_;
    MainWindow& window_;
};

std::vector<std::size_t> adjustable(const PlanModel& plan, std::size_t most) {
    std::vector<std::size_t> tensors;
    for (std::size_t i = 0; i < plan.catalog().size() && tensors.size() < most; ++i) {
        if (plan.catalog().tensor(i).adjustable) tensors.push_back(i);
    }
    return tensors;
}

void press(QWidget& widget, int key, Qt::KeyboardModifiers keys = {}) {
    QKeyEvent event(QEvent::KeyPress, key, keys);
    QCoreApplication::sendEvent(&widget, &event);
}

void act(Phases& phases, MainWindow& window) {
    Session& session = window.session();
    PlanModel& plan = session.plan();
    BitsCanvas& canvas = window.canvas();
    auto* filter = window.findChild<QLineEdit*>(u"filterBox"_s);
    phases.run_steps("drag the budget", [&] {
        for (int i = 0; i < 20; ++i) {
            phases.step([&] { session.solver().preview_budget(3.0 + 0.1 * i); });
            Phases::settle(30);
        }
    });
    phases.run("release the budget", [&] { session.solver().commit_budget(4.2); });
    phases.run("undo", [&] { plan.undo_stack().undo(); });
    phases.run("redo", [&] { plan.undo_stack().redo(); });
    phases.run("select 40,000", [&] {
        const auto tensors = adjustable(plan, 40000);
        session.hub().select(tensors, tensors.front());
    });
    phases.run("one step up for 40,000", [&] { press(canvas, Qt::Key_Up); });
    phases.run("lock 40,000", [&] { press(canvas, Qt::Key_Space); });
    phases.run("unlock 40,000", [&] { press(canvas, Qt::Key_Space); });
    phases.run("select one", [&] { session.hub().select({1000}, 1000); });
    phases.run("unfold the experts", [&] { press(canvas, Qt::Key_E); });
    phases.run_steps("zoom in", [&] {
        for (int i = 0; i < 10; ++i) {
            phases.step([&] { session.axis().zoom(1.25, 40); });
            Phases::settle(20);
        }
    });
    phases.run("fold, show all", [&] {
        press(canvas, Qt::Key_E);
        session.axis().fit();
    });
    phases.run_steps("filter: down bits<5", [&] {
        for (const QChar letter : u"down bits<5"_s) {
            phases.step([&] { filter->setText(filter->text() + letter); });
            Phases::settle(20);
        }
    });
    phases.run("no filter", [&] { filter->clear(); });
    phases.run("duplicate and compare", [&] {
        session.shelf().duplicate();
        session.apply_stored();
        session.shelf().compare(0);
    });
    phases.run("other theme", [&] { QApplication::setPalette(QApplication::palette()); });
}

int measure(int argc, char** argv) {
    WatchedApplication application(argc, argv);
    QTemporaryDir folder;
    std::filesystem::path path = folder.filePath(u"bench.gguf"_s).toStdString();
    if (argc > 1) {
        path = argv[1];
    } else {
        testing::write_synthetic_gguf(path, testing::kManyExperts);
    }
    Theme theme(ThemeChoice::kLight);
    MainWindow window(theme, false);
    QTemporaryDir kept;
    window.autosave().set_folder(kept.path());
    window.resize(1600, 1000);
    window.show();
    QCoreApplication::processEvents();
    application.report("empty window", 0);
    Phases phases(application, window);
    phases.run_steps(
        "open until it is shown",
        [&] {
            window.open_path(QString::fromStdString(path.string()));
            while (window.session().opening())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        },
        false);
    phases.run("profile and landscape", [] {});
    act(phases, window);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return measure(argc, argv);
}
