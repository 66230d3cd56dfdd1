// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QListView>

#include "ui/models/history_model.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The steps of editing by name; a click or Enter goes back or forward to the state after a step.
class HistoryPanel : public QFrame {
    Q_OBJECT
public:
    HistoryPanel(PlanModel& plan, Theme& theme, QWidget* parent = nullptr);

signals:
    /// The plan is about to go to another state: whoever else works on it should stop.
    void going();

private:
    void go(const QModelIndex& step);
    void follow();
    PlanModel& plan_;
    HistoryModel model_;
    QListView* list_;
    QLabel* remark_;
};

}  // namespace bitlathe
