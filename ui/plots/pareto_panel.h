// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>

#include "ui/jobs/plan_landscape.h"
#include "ui/models/selection_hub.h"
#include "ui/plots/figure_menu.h"
#include "ui/plots/pareto_plot.h"

namespace bitlathe {

/// The plot of plans with its title, what it waits for, and its figure menu.
class ParetoPanel : public QFrame {
    Q_OBJECT
public:
    ParetoPanel(PlanModel& plan, PlanSolver& solver, PlanLandscape& landscape, Theme& theme,
                QWidget* parent = nullptr);

    /// Shows the plans of a shelf, which outlives the panel; a click on one switches to it.
    void follow(PlanShelf& shelf);
    /// Shows what was measured of them, too.
    void follow(QualityBook& book);
    [[nodiscard]] ParetoPlot& plot() { return *plot_; }
    [[nodiscard]] FigureMenu& figure_menu() { return *menu_; }

signals:
    /// A plan of the plot is about to be applied.
    void edit_begins();
    void failed(const bitlathe::Error& error);

private:
    void show_state();
    void switch_to(PlanId plan);

    PlanModel& plan_;
    PlanSolver& solver_;
    PlanLandscape& landscape_;
    PlanShelf* shelf_ = nullptr;
    ParetoPlot* plot_;
    QComboBox* axis_;
    QualityBook* book_ = nullptr;
    QLabel* remark_;
    QLabel* waiting_;
    FigureMenu* menu_;
};

}  // namespace bitlathe
