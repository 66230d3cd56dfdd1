// SPDX-License-Identifier: GPL-3.0-or-later
// Single steps over a mixture of experts of 50,051 tensors in the whole window: opening it, undoing
// and redoing a step of 40,000 tensors, locking all, duplicating a plan and comparing it with
// another, changing the language. Prints times of the window's thread alone, which other programs
// cannot lengthen: the longest that it is away from its events, and all that it does until it
// rests. Of opening there is what the thread that loads does, too.
#include <QApplication>
#include <QKeyEvent>

#include "tests/bench/bench_window.h"
#include "ui/jobs/model_loader.h"
#include "ui/theme/language.h"

namespace {

using namespace bitlathe;
using namespace bitlathe::bench;
using namespace Qt::Literals::StringLiterals;

constexpr int kRounds = 9;
constexpr std::size_t kMany = 40'000;

void press(QWidget& widget, int key) {
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void wait_until_idle(MainWindow& window) {
    while (!window.idle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
}

void measure_open() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(u"bench.gguf"_s).toStdString();
    testing::write_synthetic_gguf(path, testing::kManyExperts);
    Theme theme(ThemeChoice::kLight);
    StepTimes opening;
    std::vector<double> loading;
    for (int round = 0; round < kRounds; ++round) {
        MainWindow window(theme, false);
        window.resize(1600, 1000);
        window.show();
        QCoreApplication::processEvents();
        const double before = thread_milliseconds();
        auto loaded = load_model(path, {});
        loading.push_back(thread_milliseconds() - before);
        if (!loaded) std::exit(1);
        opening.measure([&] { window.session().plan().open(*loaded->plan); });
    }
    opening.print("open 50,051 tensors");
    std::printf("%-40s p50 %6.2f ms\n", "  before that, in the loader", quantile(loading, 0.5));
}

void measure_undo(BenchWindow& bench) {
    bench.select_all();
    auto tensors = bench.session().hub().selected();
    tensors.resize(kMany);
    bench.session().hub().select(tensors, tensors.front());
    QCoreApplication::processEvents();
    StepTimes stepping;
    StepTimes undoing;
    StepTimes redoing;
    for (int round = 0; round < kRounds; ++round) {
        stepping.measure([&] { press(bench.canvas(), Qt::Key_Up); });
        undoing.measure([&] { bench.plan().undo_stack().undo(); });
        redoing.measure([&] { bench.plan().undo_stack().redo(); });
        bench.plan().undo_stack().undo();
    }
    stepping.print("one step up for 40,000");
    undoing.print("undo of 40,000");
    redoing.print("redo of 40,000");
}

void measure_lock(BenchWindow& bench) {
    bench.select_all();
    StepTimes locking;
    StepTimes unlocking;
    for (int round = 0; round < kRounds; ++round) {
        locking.measure([&] { press(bench.canvas(), Qt::Key_Space); });
        wait_until_idle(bench.window());
        unlocking.measure([&] { press(bench.canvas(), Qt::Key_Space); });
        wait_until_idle(bench.window());
    }
    locking.print("lock all");
    unlocking.print("unlock all");
}

void measure_compare(BenchWindow& bench) {
    bench.session().hub().select({1000}, 1000);
    QCoreApplication::processEvents();
    Session& session = bench.session();
    StepTimes copying;
    StepTimes both;
    StepTimes switching;
    for (int round = 0; round < kRounds; ++round) {
        copying.measure([&] { session.shelf().duplicate(); });
        session.plan().undo_stack().undo();
        wait_until_idle(bench.window());
        both.measure([&] {
            session.shelf().duplicate();
            session.apply_stored();
            session.shelf().compare(0);
        });
        wait_until_idle(bench.window());
        switching.measure([&] { session.shelf().activate(0); });
        wait_until_idle(bench.window());
        session.shelf().compare({});
        session.plan().undo_stack().setIndex(0);
        QCoreApplication::processEvents();
    }
    copying.print("duplicate the plan");
    both.print("duplicate, all as stored, compare");
    switching.print("switch to the compared plan");
}

void measure_language(BenchWindow& bench) {
    StepTimes translating;
    for (int round = 0; round < kRounds; ++round) {
        translating.measure([round] { use_language(round % 2 == 0 ? u"de"_s : u"en"_s); });
        wait_until_idle(bench.window());
    }
    translating.print("another language");
}

}  // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    measure_open();
    BenchWindow bench(testing::kManyExperts);
    bench.invent_errors();
    wait_until_idle(bench.window());
    measure_undo(bench);
    measure_lock(bench);
    measure_compare(bench);
    measure_language(bench);
    return 0;
}
