// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>

#include "ui/models/selection_hub.h"
#include "ui/models/tensor_table_model.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The table of tensors with its filter box; selection and hover are shared with the other views.
class TensorPanel : public QFrame {
    Q_OBJECT
public:
    TensorPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] TensorTableModel& model() { return model_; }
    void focus_filter();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build_table(Theme& theme);
    void apply_filter(const QString& text);
    void show_count();
    void take_selection();
    void show_selection();
    void choose_first();

    PlanModel& plan_;
    SelectionHub& hub_;
    TensorTableModel model_;
    QLabel* remark_;
    QLineEdit* filter_;
    QLabel* count_;
    QTableView* table_;
    bool syncing_ = false;
};

}  // namespace bitlathe
