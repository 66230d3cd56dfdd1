// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QToolButton>

#include "ui/jobs/plan_solver.h"
#include "ui/jobs/preset_preview.h"
#include "ui/models/plan_model.h"
#include "ui/panels/budget_slider.h"
#include "ui/theme/theme.h"

class QAction;
class QMenu;

namespace bitlathe {

/// What the header needs of the window's actions and menus.
struct HeaderParts {
    QAction* open = nullptr;
    QMenu* recent = nullptr;
    QMenu* plan = nullptr;
    QMenu* target = nullptr;
    QAction* undo = nullptr;
    QAction* redo = nullptr;
    QAction* save_plan = nullptr;
    QAction* load_plan = nullptr;
    QAction* export_model = nullptr;
    QMenu* main = nullptr;
};

/// The line at the top: file, plan, budget, and the plan's figures, which change in the frame of
/// the bar that is dragged and never jump.
class HeaderBar : public QFrame {
    Q_OBJECT
public:
    HeaderBar(PlanModel& plan, PlanSolver& solver, Theme& theme, const HeaderParts& parts,
              QWidget* parent = nullptr);

    [[nodiscard]] BudgetSlider& slider() { return *slider_; }
    /// What was measured of the committed plan, in few words and in all; "" when nothing was.
    void set_measured(const QString& figures, const QString& details);
    /// What a preset would come to while somebody looks at one, in place of the plan's figures.
    void set_outlook(const std::optional<PresetOutlook>& outlook);
    /// How far the profile is, 0..1; nothing when it does not run.
    void set_profile_progress(std::optional<double> share);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void show_opened();
    void show_totals();
    void show_figures(const PlanTotals& totals);
    void show_name();
    void show_target();
    void show_range();
    void slide(int value);
    /// Shows what the width has room for.
    void make_room();
    [[nodiscard]] QLabel* figure(const QString& name, const char* look, const QString& widest);
    std::vector<std::pair<QLabel*, int>> figures_;  ///< and what their widest texts need

    PlanModel& plan_;
    PlanSolver& solver_;
    QToolButton *open_button_, *plan_button_;
    QToolButton* target_button_;
    /// Left out where the window is narrow, the first one first; the menu has them all.
    std::vector<QWidget*> spare_;
    BudgetSlider* slider_;
    QLabel *bits_, *size_, *error_, *error_note_;
    QString measured_;
    std::optional<PresetOutlook> outlook_;
    std::optional<double> profile_share_;
    bool syncing_ = false;
};

}  // namespace bitlathe
