// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>
#include <QTemporaryDir>
#include <functional>
#include <memory>

#include "ui/models/plan_model.h"
#include "ui/models/tensor_catalog.h"

class QWidget;

namespace bitlathe::testing {

/// The sample model of the sources.
[[nodiscard]] QString sample_path();

/// Opens a checkpoint as the window does and puts it into `plan`; fails the test when it cannot.
void open_into(PlanModel& plan, const QString& path);

/// Invented errors for every tensor and ladder format, falling with the bits, times `scale`: quick,
/// and known.
void invent_errors(PlanModel& plan, double scale = 1);

/// Runs the event loop until `done` holds; false after `seconds`.
[[nodiscard]] bool wait_for(const std::function<bool()>& done, double seconds = 30);

/// Press, several moves, release: what a hand does.
void drag(QWidget& widget, QPoint from, QPoint to, int steps = 5);
void move_to(QWidget& widget, QPoint to);

/// Warnings of Qt since the last call; the main function fails tests that leave some behind.
[[nodiscard]] QStringList take_warnings();

}  // namespace bitlathe::testing
