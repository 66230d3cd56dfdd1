// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

#include "ui/jobs/plan_solver.h"

namespace bitlathe {

/// Rules for the solver: a kind, a pattern and a format; Del removes one.
class RulesBox : public QWidget {
    Q_OBJECT
public:
    RulesBox(PlanModel& plan, PlanSolver& solver, QWidget* parent = nullptr);

private:
    void add();
    void remove();
    void show_rules();
    void say_match();
    [[nodiscard]] std::size_t matches(const QString& pattern) const;
    PlanModel& plan_;
    PlanSolver& solver_;
    QComboBox *kind_, *format_;
    QLineEdit* pattern_;
    QListWidget* list_;
    QLabel* note_;
};

}  // namespace bitlathe
