// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "tests/bench/frame_times.h"
#include "tests/ui/synthetic_gguf.h"
#include "ui/window/main_window.h"

namespace bitlathe::bench {

/// The whole window, 1600 x 1000, over a made-up model in a folder of its own. Ends the program
/// where the model cannot be opened.
class BenchWindow {
public:
    explicit BenchWindow(const testing::SyntheticShape& shape);

    [[nodiscard]] MainWindow& window() { return *window_; }
    [[nodiscard]] Session& session() { return window_->session(); }
    [[nodiscard]] PlanModel& plan() { return session().plan(); }
    [[nodiscard]] BitsCanvas& canvas() { return window_->canvas(); }
    /// Errors of all tensors in all formats are invented, and known to the solvers: measuring zeros
    /// for minutes would tell nothing about frames.
    void invent_errors();
    /// Selects the tensors that have bars.
    void select_all();

private:
    QTemporaryDir folder_;
    Theme theme_{ThemeChoice::kLight};
    std::unique_ptr<MainWindow> window_;
};

/// A mouse event with the left button.
void send_mouse(QWidget& widget, QEvent::Type type, QPoint at);

}  // namespace bitlathe::bench
