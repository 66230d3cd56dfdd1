// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_window.h"

#include <QApplication>
#include <QMouseEvent>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "ui/jobs/model_loader.h"

namespace bitlathe::bench {

using namespace Qt::Literals::StringLiterals;

BenchWindow::BenchWindow(const testing::SyntheticShape& shape) {
    const std::filesystem::path path = folder_.filePath(u"bench.gguf"_s).toStdString();
    testing::write_synthetic_gguf(path, shape);
    auto loaded = load_model(path, {});
    if (!loaded) {
        std::fprintf(stderr, "%s\n", loaded.error().to_string().c_str());
        std::exit(1);
    }
    window_ = std::make_unique<MainWindow>(theme_, false);
    window_->resize(1600, 1000);
    window_->show();
    plan().open(*loaded->plan);
    QCoreApplication::processEvents();
}

void BenchWindow::invent_errors() {
    std::vector<TensorProfile> profiles;
    for (std::size_t i = 0; i < plan().catalog().size(); ++i) {
        TensorProfile profile;
        profile.tensor = i;
        for (const FormatInfo& info : all_formats()) {
            profile.errors.push_back({info.id, std::exp2(-2 * info.bits_per_weight) *
                                                   (1 + static_cast<double>(i % 97) / 50)});
        }
        profiles.push_back(std::move(profile));
    }
    plan().add_profiles(std::move(profiles));
    session().solver().errors_complete();
    QCoreApplication::processEvents();
}

void BenchWindow::select_all() {
    std::vector<std::size_t> tensors;
    for (std::size_t i = 0; i < plan().catalog().size(); ++i) {
        if (plan().catalog().tensor(i).adjustable) tensors.push_back(i);
    }
    const std::size_t first = tensors.front();
    session().hub().select(std::move(tensors), first);
    QCoreApplication::processEvents();
}

void send_mouse(QWidget& widget, QEvent::Type type, QPoint at) {
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    const Qt::MouseButtons down =
        type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, QPointF(at), widget.mapToGlobal(QPointF(at)), button, down,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

}  // namespace bitlathe::bench
