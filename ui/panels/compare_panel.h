// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QTableView>
#include <array>

#include "ui/models/plan_difference.h"
#include "ui/models/selection_hub.h"
#include "ui/panels/widgets.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The current plan beside another one: the tensors whose formats differ, and both totals. Rows
/// and the selection of the window follow each other.
class ComparePanel : public QFrame {
    Q_OBJECT
public:
    ComparePanel(PlanModel& plan, PlanShelf& shelf, SelectionHub& hub, Theme& theme,
                 QWidget* parent = nullptr);
    /// Shows what was measured of both plans, too.
    void follow(QualityBook& book);

private:
    void build_table();
    QGridLayout* build_totals();
    void fill_choice();
    void show_totals();
    void show_measured();
    void take_selection();
    void show_selection();
    void copy_csv() const;

    PlanModel& plan_;
    PlanShelf& shelf_;
    SelectionHub& hub_;
    PlanDifferenceModel model_;
    QComboBox* choice_;
    QLabel* count_;
    QLabel* hint_;
    QWidget* body_;
    QTableView* table_;
    QPushButton* copy_;
    /// Rows: titles, size, bits per weight, error, perplexity, KL. Columns: current, compared,
    /// difference.
    std::array<std::array<QLabel*, 3>, 6> totals_{};
    QLabel* measured_note_ = nullptr;
    bool syncing_ = false;
};

}  // namespace bitlathe
