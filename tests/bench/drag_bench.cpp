// SPDX-License-Identifier: GPL-3.0-or-later
// From a mouse event to painted pixels, in the whole window over a model of 2,002 bars and over a
// mixture of experts of 50,051 tensors, folded and with experts unfolded: a bar dragged up and
// down, a row painted over, and every bar at once as the budget slider does it. Prints p50 and p99
// in milliseconds on the wall clock and in time of the window's thread alone, and how many frames
// took longer than a screen of 60 Hz waits, for device pixel ratios 1 and 2 (each in a process of
// its own, as Qt reads the ratio once).
#include <QApplication>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "tests/bench/bench_window.h"

namespace {

using namespace bitlathe;
using namespace bitlathe::bench;
using namespace Qt::Literals::StringLiterals;

constexpr std::uint32_t kBlocks = 286;
constexpr int kRounds = 400;

std::string named(double ratio, const char* what) {
    return "DPR " + std::to_string(static_cast<int>(ratio)) + "  " + what;
}

void measure_one_bar(BitsCanvas& canvas, double ratio, const char* what = "drag one bar") {
    const QRect slot = canvas.geometry_map().slot_rect(canvas.geometry_map().bar_count() / 2);
    FrameTimes times;
    send_mouse(canvas, QEvent::MouseButtonPress, slot.center());
    for (int i = 0; i < kRounds; ++i) {
        const double phase = 0.5 + 0.5 * std::sin(i * 0.7);
        const QPoint at(slot.center().x(),
                        slot.top() + static_cast<int>(phase * (slot.height() - 1)));
        times.measure([&] { send_mouse(canvas, QEvent::MouseMove, at); });
    }
    send_mouse(canvas, QEvent::MouseButtonRelease, slot.center());
    times.print(named(ratio, what));
}

void measure_painting(BitsCanvas& canvas, double ratio) {
    const QRect row = canvas.geometry_map().row_rect(3);
    FrameTimes times;
    const QPoint start(row.left() + 20, row.center().y());
    send_mouse(canvas, QEvent::MouseButtonPress,
               canvas.geometry_map().slot_rect(3 * kBlocks + 5).center());
    for (int i = 0; i < kRounds; ++i) {
        const int x = start.x() + (i * 13) % std::max(1, row.width() - 40);
        const int y = row.top() + (i * 7) % row.height();
        times.measure([&] { send_mouse(canvas, QEvent::MouseMove, {x, y}); });
    }
    send_mouse(canvas, QEvent::MouseButtonRelease, start);
    times.print(named(ratio, "paint over a row"));
}

void measure_all_bars(PlanModel& plan, double ratio,
                      const char* what = "all bars change (slider)") {
    FrameTimes times;
    const TensorCatalog& catalog = plan.catalog();
    for (int i = 0; i < kRounds / 2; ++i) {
        std::vector<FormatChange> changes;
        for (std::size_t tensor = 0; tensor < catalog.size(); ++tensor) {
            const double bits =
                2.5 + static_cast<double>((tensor * 7 + static_cast<std::size_t>(i) * 3) % 60) / 10;
            if (const auto format = catalog.nearest(tensor, bits))
                changes.push_back({tensor, *format});
        }
        times.measure([&] { plan.preview(changes); });
    }
    plan.cancel_preview();
    times.print(named(ratio, what));
}

/// Every bar is selected and goes up and down with the one under the pointer.
void measure_group(BenchWindow& bench, double ratio, const char* what) {
    bench.select_all();
    BitsCanvas& canvas = bench.canvas();
    const QRect slot = canvas.geometry_map().slot_rect(canvas.geometry_map().bar_count() / 2);
    FrameTimes times;
    send_mouse(canvas, QEvent::MouseButtonPress, slot.center());
    for (int i = 0; i < kRounds / 2; ++i) {
        const double phase = 0.5 + 0.5 * std::sin(i * 0.7);
        const QPoint at(slot.center().x(),
                        slot.top() + static_cast<int>(phase * (slot.height() - 1)));
        times.measure([&] { send_mouse(canvas, QEvent::MouseMove, at); });
    }
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &escape);
    bench.session().hub().clear();
    QCoreApplication::processEvents();
    times.print(named(ratio, what));
}

void measure_hover(BitsCanvas& canvas, double ratio) {
    const QRect plot = canvas.geometry_map().plot();
    FrameTimes times;
    for (int i = 0; i < kRounds; ++i) {
        const QPoint at(plot.left() + (i * 17) % plot.width(),
                        plot.top() + (i * 11) % plot.height());
        QMouseEvent event(QEvent::MouseMove, QPointF(at), canvas.mapToGlobal(QPointF(at)),
                          Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        times.measure([&] { QCoreApplication::sendEvent(&canvas, &event); });
    }
    times.print(named(ratio, "hover"));
}

/// A second plan in which every bar differs, drawn over the first.
void compare_with_stored(Session& session) {
    session.shelf().duplicate();
    session.apply_stored();
    session.shelf().compare(0);
    QCoreApplication::processEvents();
}

int measure_model(const testing::SyntheticShape& shape) {
    BenchWindow bench(shape);
    bench.invent_errors();
    PlanModel& plan = bench.plan();
    BitsCanvas& canvas = bench.canvas();
    const double ratio = bench.window().devicePixelRatioF();
    std::printf("%zu tensors, %d bars, window %d x %d, canvas %d x %d\n", plan.catalog().size(),
                canvas.geometry_map().bar_count(), bench.window().width(), bench.window().height(),
                canvas.width(), canvas.height());
    measure_one_bar(canvas, ratio);
    if (shape.experts == 0) measure_painting(canvas, ratio);
    measure_hover(canvas, ratio);
    measure_all_bars(plan, ratio);
    measure_group(bench, ratio, "drag all bars at once");
    if (shape.experts > 0) {
        for (const Role role : {Role::kMlpGate, Role::kMlpUp, Role::kMlpDown})
            canvas.toggle_unfolded(role);
        QCoreApplication::processEvents();
        measure_one_bar(canvas, ratio, "drag one bar, unfolded");
        measure_all_bars(plan, ratio, "all bars change, unfolded");
        measure_group(bench, ratio, "drag all bars at once, unfolded");
        return 0;
    }
    compare_with_stored(bench.session());
    measure_one_bar(canvas, ratio, "drag one bar, comparing");
    measure_all_bars(plan, ratio, "all bars change, comparing");
    return 0;
}

int measure(int argc, char** argv) {
    QApplication application(argc, argv);
    return measure_model({.blocks = kBlocks}) | measure_model(testing::kManyExperts);
}

}  // namespace

int main(int argc, char** argv) {
    return bitlathe::bench::run_at_both_ratios(argc, argv, measure);
}
