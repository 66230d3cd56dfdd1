// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// The steps of a plan's undo stack, oldest first; row n is the state after n steps, row 0 the one
/// the model was opened with. GUI thread only.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        kCurrentRole = Qt::UserRole,  ///< bool: the plan is in this state
        kUndoneRole,                  ///< bool: comes after the current state
        kSavedRole,                   ///< bool: the state that was saved last
    };

    explicit HistoryModel(PlanModel& plan, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;

private:
    void refresh();
    PlanModel& plan_;
    int rows_ = 0;
};

}  // namespace bitlathe
