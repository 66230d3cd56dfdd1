// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>
#include <set>
#include <span>

#include "ui/models/selection_hub.h"
#include "ui/models/tensor_table_model.h"
#include "ui/plots/figure.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The view of the tensor table: selection and hover are those of the hub, drawn over whole rows;
/// which groups are open survives filtering. A model of few tensors opens with all groups open, and
/// so does a filter that leaves few.
class TensorTree : public QTreeView {
    Q_OBJECT
public:
    TensorTree(TensorTableModel& model, PlanModel& plan, SelectionHub& hub, Theme& theme,
               QWidget* parent = nullptr);

    /// Widths for what must be readable, the name with the room that is left.
    void fit_columns();
    void open_groups(bool open);
    /// Keys of the groups that are open.
    [[nodiscard]] const std::set<std::uint32_t>& open() const { return open_; }
    void set_open(std::set<std::uint32_t> open);
    /// The selected tensors as a table between tabs; "" when there is none.
    [[nodiscard]] QString selected_text() const;
    /// All tensors that pass the filter, names in full, columns and rows as they are shown.
    [[nodiscard]] FigureData shown_rows() const;

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                 const QModelIndex& index) const override;
    void drawBranches(QPainter* painter, const QRect& rect,
                      const QModelIndex& index) const override;
    void resizeEvent(QResizeEvent* event) override;
    void dataChanged(const QModelIndex& first, const QModelIndex& last,
                     const QList<int>& roles) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void build_header();
    void choose_groups();
    void remember(const QModelIndex& index, bool open);
    void take_selection(const QItemSelection& added, const QItemSelection& removed);
    void show_selection();
    void show_hover();
    [[nodiscard]] FigureData rows_at(std::span<const std::size_t> tensors) const;
    [[nodiscard]] QItemSelection runs_of_selection() const;
    [[nodiscard]] bool is_selected(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex visible_row_of(std::size_t tensor) const;
    [[nodiscard]] std::vector<std::size_t> tensors_of(const QItemSelection& selection) const;

    TensorTableModel& rows_;
    PlanModel& plan_;
    SelectionHub& hub_;
    Theme& theme_;
    std::set<std::uint32_t> open_;  ///< keys of groups
    QPersistentModelIndex hovered_;
    bool syncing_ = false;
    bool choosing_ = false;  ///< groups open by themselves, not by a hand
    bool tight_ = false;     ///< columns are as narrow as they can be
    bool partial_ = false;   ///< more is selected than Qt's selection knows
};

}  // namespace bitlathe
