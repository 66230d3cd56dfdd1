// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QActionGroup>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include "ui/models/keeps_view.h"
#include "ui/models/selection_hub.h"
#include "ui/models/tensor_table_model.h"
#include "ui/panels/filter_chips.h"
#include "ui/panels/tensor_tree.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The table of tensors with its filter and its groups; selection and hover are shared with the
/// other views. Enter in the filter box stacks what it says as a chip, Backspace in the empty box
/// takes the last one away.
class TensorPanel : public QFrame, public KeepsView {
    Q_OBJECT
public:
    TensorPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] TensorTableModel& model() { return model_; }
    void focus_filter();
    /// Filters that are kept as chips, groups and which of them are open, sorting.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* build_head();
    void build_filter();
    void add_grouping(const QString& name, const QString& text, const QString& shown,
                      TensorGrouping grouping);
    QAction* add_action(const QString& name, const QString& text);
    void stack_filter();
    void clear_filters();
    void apply_filter();
    void show_count();
    void make_room();

    PlanModel& plan_;
    TensorTableModel model_;
    QLabel* title_ = nullptr;
    QLabel* remark_ = nullptr;
    QToolButton* group_ = nullptr;
    QMenu* group_menu_ = nullptr;
    QActionGroup* groupings_ = nullptr;
    QLineEdit* filter_ = nullptr;
    FilterChips* chips_ = nullptr;
    QLabel* count_ = nullptr;
    QString problem_;
    TensorTree* table_ = nullptr;
};

}  // namespace bitlathe
