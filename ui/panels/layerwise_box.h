// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QSlider>

#include "ui/jobs/layerwise_solver.h"
#include "ui/jobs/plan_solver.h"
#include "ui/models/keeps_view.h"
#include "ui/models/plan_shelf.h"
#include "ui/panels/rank_strip.h"

namespace bitlathe {

/// Layer-wise allocation by hand: two formats, and one slider for the share of blocks at the lower
/// one. Moving it previews, letting go makes one undo step of an ordinary plan.
class LayerwiseBox : public QWidget, public KeepsView {
    Q_OBJECT
public:
    LayerwiseBox(PlanModel& plan, PlanSolver& solver, Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] LayerwiseSolver& solver() { return layerwise_; }
    /// Also ranks by LIM once a text was profiled, and puts the plans by both rankings on the
    /// shelf.
    void follow(ActivationBook& activations, PlanShelf& shelf);
    /// The formats, the share, and what was answered last.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

private:
    void fill_formats();
    void show_state();
    void slide();
    void fill_scores();
    void shelve_both(PlanShelf& shelf, const std::vector<FormatChange>& by_zd,
                     const std::vector<FormatChange>& by_lim, const LayerwiseChoice& choice);
    void show_ranking(const LayerwiseRanking& ranking);
    [[nodiscard]] std::optional<LayerwiseChoice> choice() const;

    PlanModel& plan_;
    PlanSolver& budget_;
    LayerwiseSolver layerwise_;
    QComboBox *low_, *high_;
    QWidget* score_line_;
    QComboBox* score_;
    QPushButton* both_;
    QSlider* share_;
    QLabel *share_text_, *result_;
    RankStrip* strip_;
};

}  // namespace bitlathe
