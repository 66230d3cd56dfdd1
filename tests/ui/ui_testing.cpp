// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_testing.h"

#include <QElapsedTimer>
#include <QMouseEvent>
#include <QTest>

#include <gtest/gtest.h>

#include "ui/jobs/model_loader.h"

namespace bitlathe::testing {

using namespace Qt::Literals::StringLiterals;

QString sample_path() {
    return QStringLiteral(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf");
}

void open_into(PlanModel& plan, const QString& path) {
    auto loaded = load_model(path.toStdString(), {});
    ASSERT_TRUE(loaded) << loaded.error().to_string();
    plan.open(*loaded->plan);
}

void invent_errors(PlanModel& plan, double scale) {
    std::vector<TensorProfile> profiles;
    for (std::size_t i = 0; i < plan.catalog().size(); ++i) {
        TensorProfile profile;
        profile.tensor = i;
        for (const FormatInfo& info : all_formats()) {
            const double nmse =
                scale * std::exp2(-2 * info.bits_per_weight) * (1.0 + 0.01 * (i % 17));
            profile.errors.push_back({info.id, nmse});
        }
        profiles.push_back(std::move(profile));
    }
    plan.add_profiles(std::move(profiles));
}

bool wait_for(const std::function<bool()>& done, double seconds) {
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (static_cast<double>(timer.elapsed()) > seconds * 1000) return false;
        QTest::qWait(5);
    }
    return true;
}

void move_to(QWidget& widget, QPoint to) {
    QTest::mouseMove(&widget, to);
    QCoreApplication::processEvents();
}

void drag(QWidget& widget, QPoint from, QPoint to, int steps) {
    QTest::mousePress(&widget, Qt::LeftButton, {}, from);
    for (int i = 1; i <= steps; ++i)
        move_to(widget, from + (to - from) * i / steps);
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    QCoreApplication::processEvents();
}

}  // namespace bitlathe::testing
