// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>
#include <array>

#include "ui/jobs/quality_measurer.h"
#include "ui/panels/text_choice.h"
#include "ui/plots/figure.h"
#include "ui/theme/theme.h"

class QAction;

namespace bitlathe {

/// What the current plan does to the model: measured by running it. Text, protocol and windows are
/// chosen here; results of both the plan and the original stand below, with what they were measured
/// on. A model that cannot be run says why.
class QualityPanel : public QFrame {
    Q_OBJECT
public:
    /// Actions of the window that measure: the current plan, all plans, the original.
    struct Actions {
        QAction *current, *all, *original;
    };
    QualityPanel(PlanModel& plan, QualityBook& book, QualityMeasurer& measurer,
                 const Actions& actions, Theme& theme, QWidget* parent = nullptr);

    /// The text to measure with.
    [[nodiscard]] TextChoice& text_choice() { return *text_; }

private:
    void build_choices();
    void build_buttons(const Actions& actions);
    void build_results(Theme& theme);
    void take_settings();
    void show_settings();
    void fit_context();
    void show_state();
    void show_results();
    [[nodiscard]] QString reason() const;
    [[nodiscard]] FigureData data() const;

    PlanModel& plan_;
    QualityBook& book_;
    QualityMeasurer& measurer_;
    TextChoice* text_;
    QComboBox* protocol_;
    QSpinBox *context_, *windows_;
    QCheckBox* compare_;
    QLabel *remark_, *reason_, *state_, *note_;
    QWidget* results_;
    static constexpr std::size_t kRows = 7;
    std::array<QLabel*, kRows> cells_{};
    MeasureSettings shown_;  ///< by the controls
    bool syncing_ = false;
};

}  // namespace bitlathe
