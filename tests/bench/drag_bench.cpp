// SPDX-License-Identifier: GPL-3.0-or-later
// From a mouse event to painted pixels, in the whole window over a model of 2,002 bars and over a
// mixture of experts of 50,051 tensors, folded and with experts unfolded: a bar dragged up and
// down, a row painted over, and every bar at once as the budget slider does it. Prints p50 and p99
// in milliseconds on the wall clock and in time of the window's thread alone, and how many frames
// took longer than a screen of 60 Hz waits, for device pixel ratios 1 and 2 (each in a process of
// its own, as Qt reads the ratio once).
#include <QApplication>
#include <QMouseEvent>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/ui/synthetic_gguf.h"
#include "ui/jobs/model_loader.h"
#include "ui/window/main_window.h"

namespace {

using namespace bitlathe;
using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kBlocks = 286;
constexpr int kRounds = 400;

constexpr double kFrame = 1000.0 / 60;

double thread_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Times {
public:
    template <class Step>
    void measure(const Step& step) {
        const auto start = Clock::now();
        const double before = thread_milliseconds();
        step();
        // Paints and flushes inside, as a frame does.
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        milliseconds_.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        busy_.push_back(thread_milliseconds() - before);
    }
    void print(double ratio, const char* what) {
        const auto late = std::count_if(milliseconds_.begin(), milliseconds_.end(),
                                        [](double time) { return time > kFrame; });
        std::printf(
            "DPR %.0f  %-28s p50 %6.2f  p99 %6.2f  max %6.2f ms  late %3td of %zu   "
            "thread alone p50 %6.2f  p99 %6.2f ms\n",
            ratio, what, at(milliseconds_, 0.5), at(milliseconds_, 0.99), at(milliseconds_, 1),
            late, milliseconds_.size(), at(busy_, 0.5), at(busy_, 0.99));
        std::fflush(stdout);
    }

private:
    static double at(std::vector<double>& times, double share) {
        std::sort(times.begin(), times.end());
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    }
    std::vector<double> milliseconds_, busy_;
};

/// Errors are invented: measuring zeros for minutes would tell nothing about frames.
void invent_errors(PlanModel& plan) {
    std::vector<TensorProfile> profiles;
    for (std::size_t i = 0; i < plan.catalog().size(); ++i) {
        TensorProfile profile;
        profile.tensor = i;
        for (const FormatInfo& info : all_formats()) {
            profile.errors.push_back({info.id, std::exp2(-2 * info.bits_per_weight) *
                                                   (1 + static_cast<double>(i % 97) / 50)});
        }
        profiles.push_back(std::move(profile));
    }
    plan.add_profiles(std::move(profiles));
}

void send(QWidget& widget, QEvent::Type type, QPoint at) {
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons down =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(at), widget.mapToGlobal(QPointF(at)), button, down,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void measure_one_bar(BitsCanvas& canvas, double ratio, const char* what = "drag one bar") {
    const QRect slot = canvas.geometry_map().slot_rect(canvas.geometry_map().bar_count() / 2);
    Times times;
    send(canvas, QEvent::MouseButtonPress, slot.center());
    for (int i = 0; i < kRounds; ++i) {
        const double phase = 0.5 + 0.5 * std::sin(i * 0.7);
        const QPoint at(slot.center().x(),
                        slot.top() + static_cast<int>(phase * (slot.height() - 1)));
        times.measure([&] { send(canvas, QEvent::MouseMove, at); });
    }
    send(canvas, QEvent::MouseButtonRelease, slot.center());
    times.print(ratio, what);
}

void measure_painting(BitsCanvas& canvas, double ratio) {
    const QRect row = canvas.geometry_map().row_rect(3);
    Times times;
    const QPoint start(row.left() + 20, row.center().y());
    send(canvas, QEvent::MouseButtonPress,
         canvas.geometry_map().slot_rect(3 * kBlocks + 5).center());
    for (int i = 0; i < kRounds; ++i) {
        const int x = start.x() + (i * 13) % std::max(1, row.width() - 40);
        const int y = row.top() + (i * 7) % row.height();
        times.measure([&] { send(canvas, QEvent::MouseMove, {x, y}); });
    }
    send(canvas, QEvent::MouseButtonRelease, start);
    times.print(ratio, "paint over a row");
}

void measure_all_bars(PlanModel& plan, double ratio,
                      const char* what = "all bars change (slider)") {
    Times times;
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
    times.print(ratio, what);
}

void measure_hover(BitsCanvas& canvas, double ratio) {
    const QRect plot = canvas.geometry_map().plot();
    Times times;
    for (int i = 0; i < kRounds; ++i) {
        const QPoint at(plot.left() + (i * 17) % plot.width(),
                        plot.top() + (i * 11) % plot.height());
        QMouseEvent event(QEvent::MouseMove, QPointF(at), canvas.mapToGlobal(QPointF(at)),
                          Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        times.measure([&] { QCoreApplication::sendEvent(&canvas, &event); });
    }
    times.print(ratio, "hover");
}

/// A second plan in which every bar differs, drawn over the first.
void compare_with_stored(Session& session) {
    session.shelf().duplicate();
    session.apply_stored();
    session.shelf().compare(0);
    QCoreApplication::processEvents();
}

int measure_model(const testing::SyntheticShape& shape) {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(u"bench.gguf"_s).toStdString();
    testing::write_synthetic_gguf(path, shape);
    auto loaded = load_model(path, {});
    if (!loaded) {
        std::fprintf(stderr, "%s\n", loaded.error().to_string().c_str());
        return 1;
    }
    Theme theme(ThemeChoice::kLight);
    MainWindow window(theme, false);
    window.resize(1600, 1000);
    window.show();
    PlanModel& plan = window.session().plan();
    plan.open(loaded->catalog, std::move(loaded->plan));
    invent_errors(plan);
    QCoreApplication::processEvents();
    const double ratio = window.devicePixelRatioF();
    BitsCanvas& canvas = window.canvas();
    std::printf("%zu tensors, %d bars, window %d x %d, canvas %d x %d\n", plan.catalog().size(),
                canvas.geometry_map().bar_count(), window.width(), window.height(), canvas.width(),
                canvas.height());
    measure_one_bar(canvas, ratio);
    if (shape.experts == 0) measure_painting(canvas, ratio);
    measure_hover(canvas, ratio);
    measure_all_bars(plan, ratio);
    if (shape.experts > 0) {
        for (const Role role : {Role::kMlpGate, Role::kMlpUp, Role::kMlpDown})
            canvas.toggle_unfolded(role);
        QCoreApplication::processEvents();
        measure_one_bar(canvas, ratio, "drag one bar, unfolded");
        measure_all_bars(plan, ratio, "all bars change, unfolded");
        return 0;
    }
    compare_with_stored(window.session());
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
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc > 1) {
        qputenv("QT_SCALE_FACTOR", argv[1]);
        return measure(argc, argv);
    }
    int result = 0;
    for (const QString& ratio : {u"1"_s, u"2"_s}) {
        result |= QProcess::execute(QString::fromLocal8Bit(argv[0]), {ratio});
    }
    return result;
}
