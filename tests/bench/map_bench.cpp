// SPDX-License-Identifier: GPL-3.0-or-later
// The map of channels and blocks, in the whole window and over a whole screen: from an event to
// painted pixels while it is panned, zoomed, pointed at and coloured otherwise, and how long
// another quantity takes to appear. The profile is made up: 48 blocks of 4,096 channels. Prints p50
// and p99 in milliseconds for device pixel ratios 1 and 2 (each in a process of its own, as Qt
// reads the ratio once).
#include <QApplication>
#include <QComboBox>
#include <QThread>
#include <QWheelEvent>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <random>

#include <fmt/format.h>

#include "tests/bench/bench_window.h"
#include "ui/canvas/matrix_canvas.h"
#include "ui/jobs/channel_picture.h"
#include "ui/panels/outliers_page.h"

namespace {

using namespace bitlathe;
using namespace bitlathe::bench;
using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t kBlocks = 48;
constexpr std::size_t kChannels = 4096;
constexpr std::uint64_t kTokens = 4096;
constexpr int kRounds = 300;

/// Channels of different loudness, the same few of them far above the others in every block.
TapStatistics made_statistics(std::uint64_t tokens, std::mt19937& random) {
    TapStatistics made(kChannels, 2);
    made.tokens = tokens;
    std::lognormal_distribution<float> loudness(0, 0.7F);
    for (std::size_t c = 0; c < kChannels; ++c) {
        const float largest = loudness(random) * (c % 911 == 7 ? 300.0F : 4.0F);
        const auto count = static_cast<double>(tokens);
        made.absmax[c] = largest;
        made.sum_abs[c] = count * double{largest} / 5;
        made.sum2[c] = count * double{largest} * largest / 16;
        made.sum4[c] = 5 * made.sum2[c] * made.sum2[c] / count;
    }
    for (std::size_t bin = 0; bin < made.magnitudes.size(); ++bin)
        made.magnitudes[bin] = bin / 64 % 24;
    return made;
}

std::shared_ptr<const ActivationProfile> made_profile() {
    auto profile = std::make_shared<ActivationProfile>();
    profile->text = {"text.txt", "ab", "cd", kTokens, 8, 512};
    profile->thresholds = {6, 20};
    profile->blocks.resize(kBlocks);
    std::mt19937 random(1);
    for (std::uint32_t b = 0; b < kBlocks; ++b) {
        for (const TapPoint point : {TapPoint::kAttnIn, TapPoint::kMlpIn, TapPoint::kResidOut}) {
            profile->taps.push_back(
                {{b, point}, {made_statistics(8, random), made_statistics(kTokens - 8, random)}});
        }
    }
    return profile;
}

template <class Done>
void wait_until(const Done& done) {
    const auto start = Clock::now();
    while (!done()) {
        QCoreApplication::processEvents();
        QThread::msleep(1);
        if (Clock::now() - start > std::chrono::seconds(60)) {
            std::fprintf(stderr, "the map does not come\n");
            std::exit(1);
        }
    }
}

/// Counts what is painted of a widget: a frame that painted nothing tells nothing.
class PaintCount final : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

/// Frames of one canvas that shows a map.
class Frames {
public:
    explicit Frames(MatrixCanvas& canvas) : canvas_(canvas), ratio_(canvas.devicePixelRatioF()) {
        canvas_.installEventFilter(&paints_);
    }
    void measure(const char* what, const std::function<void(int)>& step) {
        wait_until([this] { return !canvas_.busy(); });
        FrameTimes times;
        paints_.count = 0;
        for (int i = 0; i < kRounds; ++i)
            times.measure([&] { step(i); });
        times.print(fmt::format("DPR {:.0f}  {}, {} painted", ratio_, what, paints_.count));
    }
    void all() {
        std::printf("DPR %.0f  map of %d x %d\n", ratio_, canvas_.plot().width(),
                    canvas_.plot().height());
        MatrixLook look = canvas_.look();
        measure("other colours", [&](int i) {
            look.clip = i % 2 == 0 ? 1 : 0.99;
            canvas_.set_look(look);
        });
        panning(1.5, "pan");
        panning(8, "pan, 8 x");
        canvas_.show_all();
        const QPoint at = canvas_.plot().center() + QPoint(37, 91);
        measure("zoom in and out", [&](int i) {
            QWheelEvent event(QPointF(at), canvas_.mapToGlobal(QPointF(at)), {},
                              {0, i / 30 % 2 == 0 ? 120 : -120}, Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&canvas_, &event);
        });
        canvas_.show_all();
        measure("hover", [this](int i) {
            const QRect plot = canvas_.plot();
            move_to(plot.topLeft() + QPoint((i * 17) % plot.width(), (i * 11) % plot.height()),
                    Qt::NoButton);
        });
    }

private:
    void panning(double zoom, const char* what) {
        canvas_.show_all();
        canvas_.zoom_at(canvas_.plot().center(), zoom);
        const QPoint middle = canvas_.plot().center();
        send_mouse(canvas_, QEvent::MouseButtonPress, middle);
        measure(what, [&](int i) {
            move_to(middle + QPoint(static_cast<int>(200 * std::sin(i * 0.11)),
                                    static_cast<int>(300 * std::sin(i * 0.187))),
                    Qt::LeftButton);
        });
        send_mouse(canvas_, QEvent::MouseButtonRelease, middle);
    }
    void move_to(QPoint at, Qt::MouseButton down) {
        QMouseEvent event(QEvent::MouseMove, QPointF(at), canvas_.mapToGlobal(QPointF(at)),
                          Qt::NoButton, down, Qt::NoModifier);
        QCoreApplication::sendEvent(&canvas_, &event);
    }

    MatrixCanvas& canvas_;
    PaintCount paints_;
    double ratio_;
};

/// As it stands in the window: what is pointed at is read out, and its tensors are marked in all
/// panels.
void measure_in_window(const std::shared_ptr<const ActivationProfile>& profile) {
    BenchWindow bench({.blocks = kBlocks});
    bench.window().show_page(OutliersPage::view_names().front());
    auto* canvas = bench.window().findChild<MatrixCanvas*>(u"outlierCanvas"_s);
    auto* quantity = bench.window().findChild<QComboBox*>(u"outlierQuantity"_s);
    bench.session().profiler().take(profile);
    wait_until([&] { return canvas->picture() != nullptr; });
    Frames(*canvas).all();
    std::vector<double> waits;
    for (int i = 1; i <= 12; ++i) {
        const MatrixPicture* before = canvas->picture();
        const auto start = Clock::now();
        quantity->setCurrentIndex(i % quantity->count());
        wait_until([&] { return canvas->picture() != before; });
        canvas->repaint();
        waits.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    std::printf("DPR %.0f  another quantity appears: p50 %.0f  max %.0f ms\n",
                canvas->devicePixelRatioF(), quantile(waits, 0.5), quantile(waits, 1));
}

/// Over a whole screen.
void measure_alone(const ActivationProfile& profile) {
    Theme theme(ThemeChoice::kLight);
    MatrixCanvas canvas(theme);
    canvas.resize(1600, 1000);
    canvas.show();
    canvas.set_picture(
        make_channel_picture(profile, TapPoint::kResidOut, ChannelQuantity::kLargest, true, {})
            .value()
            .picture);
    MatrixLook look;
    look.magnitudes = true;
    look.logarithmic = true;
    look.map = ColourMap::kViridis;
    canvas.set_look(look);
    Frames(canvas).all();
}

int measure(int argc, char** argv) {
    QApplication application(argc, argv);
    const auto profile = made_profile();
    measure_in_window(profile);
    measure_alone(*profile);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    return bitlathe::bench::run_at_both_ratios(argc, argv, measure);
}
