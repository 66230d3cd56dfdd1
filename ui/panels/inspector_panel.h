// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>
#include <optional>
#include <vector>

#include "ui/models/inspector_facts.h"
#include "ui/models/selection_hub.h"
#include "ui/plots/figure.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What is known of the selected tensor, or of all selected ones together.
class InspectorPanel : public QFrame {
    Q_OBJECT
public:
    InspectorPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);
    /// Puts a figure, which has its own title, below the facts.
    void add_figure(QWidget* figure);
    /// What is shown, as lines of text.
    [[nodiscard]] QString text() const;

private:
    void show_facts();
    /// Of the selection, which is not empty.
    [[nodiscard]] std::vector<Fact> facts() const;
    [[nodiscard]] FigureData data() const;
    PlanModel& plan_;
    SelectionHub& hub_;
    QLabel* subject_;
    QGridLayout* grid_;
    QVBoxLayout* figures_;
    QLabel* bonds_;
    QLabel* hint_;
    QWidget* body_;
    QWidget* facts_ = nullptr;
    std::vector<QLabel*> names_, values_;
    mutable std::optional<PooledWeights> pooled_;  ///< of the selection, once asked for
    QTimer soon_;                                  ///< statistics may arrive many times a second
};

}  // namespace bitlathe
