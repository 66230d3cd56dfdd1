// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBoxLayout>
#include <QFrame>
#include <QMenu>
#include <QTableView>

#include "ui/models/keeps_view.h"
#include "ui/models/plan_shelf.h"
#include "ui/panels/widgets.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The plans of the open model with their figures. Double-click or Enter switches to one, F2
/// renames it in place, Del removes it.
class PlansPanel : public QFrame, public KeepsView {
    Q_OBJECT
public:
    PlansPanel(PlanShelf& shelf, Theme& theme, QWidget* parent = nullptr);
    /// A button that runs an action of the window, below the table.
    void add_button(QAction& action, const QString& name);
    /// The columns of what was measured: there as soon as anything was.
    void show_measured(bool shown);
    /// The row that buttons work on.
    [[nodiscard]] QVariant kept_view() const override { return row(); }
    void take_view(const QVariant& kept) override;

signals:
    /// The plan is about to be another one: whoever else works on it should stop.
    void switching();
    /// A person asked for a comparison: it should be seen.
    void comparison_wanted();

private:
    void build_table(Theme& theme);
    QVBoxLayout* build_buttons();
    void create();
    void rename();
    void remove();
    void fill_menu();
    void show_state();
    [[nodiscard]] int row() const;

    PlanShelf& shelf_;
    QTableView* table_;
    QHBoxLayout* line_ = nullptr;
    QLabel* hint_;
    QPushButton *rename_, *remove_;
    QToolButton* compare_;
    QMenu* menu_;
};

}  // namespace bitlathe
