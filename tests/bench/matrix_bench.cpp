// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a matrix: how long it takes to open, and from an event to painted pixels while it
// is panned and zoomed, weights being read in the background meanwhile. Prints p50 and p99 in
// milliseconds for device pixel ratios 1 and 2 (each in a process of its own, as Qt reads the ratio
// once), and what all of it adds to the memory of the process.
#include <QApplication>
#include <QMouseEvent>
#include <QThread>
#include <QWheelEvent>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/bench/frame_times.h"
#include "ui/canvas/matrix_canvas.h"

namespace {

using namespace bitlathe;
using namespace bitlathe::bench;
using namespace Qt::Literals::StringLiterals;
using Clock = std::chrono::steady_clock;

constexpr int kRounds = 300;

double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// What a line of figures is about.
std::string label(double ratio, const char* what) {
    return fmt::format("DPR {:.0f}  {}", ratio, what);
}

/// Anonymous memory of this process in MiB.
double anonymous_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("RssAnon:", 0) == 0) return std::stod(line.substr(8)) / 1024;
    }
    return 0;
}

struct Matrix {
    TensorInfo info;
    std::vector<std::byte> bytes;
};

/// Normal weights with a few large ones; one row is encoded at a time and repeated in turns.
Matrix make_matrix(const char* format, std::uint64_t rows, std::uint64_t cols) {
    Matrix matrix;
    matrix.info.name = "weight";
    matrix.info.shape = {rows, cols};
    matrix.info.format = *find_format(format);
    constexpr std::uint64_t kDifferent = 997;
    const std::size_t row_size = *row_bytes(matrix.info.format, cols);
    matrix.bytes.resize(rows * row_size);
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 0.02F);
    std::vector<float> row(cols);
    for (std::uint64_t r = 0; r < rows; ++r) {
        std::byte* out = matrix.bytes.data() + r * row_size;
        if (r >= kDifferent) {
            std::copy_n(out - kDifferent * row_size, row_size, out);
            continue;
        }
        std::generate(row.begin(), row.end(), [&] { return normal(random); });
        row[random() % cols] = 1;
        format_info(matrix.info.format).encode(row.data(), nullptr, out, cols);
    }
    return matrix;
}

void wheel(MatrixCanvas& canvas, QPoint at, int angle) {
    QWheelEvent event(QPointF(at), canvas.mapToGlobal(QPointF(at)), {}, {0, angle}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&canvas, &event);
}

void mouse(MatrixCanvas& canvas, QEvent::Type type, QPoint at, bool down) {
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(at), canvas.mapToGlobal(QPointF(at)), button,
                      down ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&canvas, &event);
}

void wait_for_windows(MatrixCanvas& canvas) {
    do {
        QCoreApplication::processEvents();
        QThread::msleep(1);
    } while (canvas.busy());
}

void measure_panning(MatrixCanvas& canvas, double ratio, double zoom, const char* what) {
    canvas.show_all();
    canvas.zoom_at(canvas.plot().center(), zoom);
    wait_for_windows(canvas);
    FrameTimes times;
    const QPoint middle = canvas.plot().center();
    mouse(canvas, QEvent::MouseButtonPress, middle, true);
    for (int i = 0; i < kRounds; ++i) {
        const double phase = i * 0.11;
        const QPoint at = middle + QPoint(static_cast<int>(400 * std::sin(phase)),
                                          static_cast<int>(300 * std::sin(1.7 * phase)));
        times.measure([&] { mouse(canvas, QEvent::MouseMove, at, true); });
    }
    mouse(canvas, QEvent::MouseButtonRelease, middle, false);
    times.print(label(ratio, what));
}

void measure_zooming(MatrixCanvas& canvas, double ratio) {
    canvas.show_all();
    wait_for_windows(canvas);
    FrameTimes times;
    const QPoint at = canvas.plot().center() + QPoint(137, 91);
    for (int i = 0; i < kRounds; ++i) {
        times.measure([&] { wheel(canvas, at, i / 30 % 2 == 0 ? 120 : -120); });
    }
    times.print(label(ratio, "zoom in and out"));
}

void measure_hover(MatrixCanvas& canvas, double ratio) {
    FrameTimes times;
    for (int i = 0; i < kRounds; ++i) {
        const QPoint at = canvas.plot().topLeft() + QPoint((i * 17) % canvas.plot().width(),
                                                           (i * 11) % canvas.plot().height());
        times.measure([&] { mouse(canvas, QEvent::MouseMove, at, false); });
    }
    times.print(label(ratio, "hover, deep"));
}

void measure_matrix(const char* format, std::uint64_t rows, std::uint64_t cols) {
    const Matrix matrix = make_matrix(format, rows, cols);
    Theme theme(ThemeChoice::kLight);
    MatrixCanvas canvas(theme);
    canvas.resize(1600, 1000);
    canvas.show();
    const double ratio = canvas.devicePixelRatioF();
    QCoreApplication::processEvents();
    const double before = anonymous_memory();
    MatrixFeed feed;
    QObject::connect(&feed, &MatrixFeed::ready, &canvas,
                     [&canvas](const auto& picture) { canvas.set_picture(picture); });
    const auto start = Clock::now();
    feed.set_tensor(TensorView(matrix.info, matrix.bytes, nullptr));
    feed.request({});
    while (canvas.picture() == nullptr) {
        QCoreApplication::processEvents();
        QThread::msleep(1);
    }
    canvas.repaint();
    std::printf("DPR %.0f  %s %llu x %llu: open %.0f ms, +%.0f MiB\n", ratio, format,
                static_cast<unsigned long long>(rows), static_cast<unsigned long long>(cols),
                milliseconds_since(start), anonymous_memory() - before);
    measure_panning(canvas, ratio, 1.5, "pan, pyramid");
    measure_panning(canvas, ratio, 4, "pan, 4 x");
    measure_panning(canvas, ratio, 20, "pan, 20 x");
    measure_zooming(canvas, ratio);
    canvas.zoom_at(canvas.plot().center(), 1e6);
    wait_for_windows(canvas);
    measure_hover(canvas, ratio);
    std::printf("DPR %.0f  after all that +%.0f MiB\n", ratio, anonymous_memory() - before);
}

int measure(int argc, char** argv) {
    QApplication application(argc, argv);
    measure_matrix("BF16", 14336, 4096);
    measure_matrix("Q4_K", 14336, 4096);
    measure_matrix("Q8_0", 262144, 640);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    return bitlathe::bench::run_at_both_ratios(argc, argv, measure);
}
