// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "ui/canvas/bar_list.h"
#include "ui/canvas/bar_look.h"
#include "ui/canvas/bar_painter.h"
#include "ui/canvas/bits_geometry.h"
#include "ui/canvas/hover_card.h"
#include "ui/canvas/paint_gesture.h"
#include "ui/models/plan_model.h"
#include "ui/models/selection_hub.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The BITS canvas: one bar per tensor, a row per role over the blocks; height is bits per weight,
/// colour the estimated error. Drag a bar or paint over many; click selects (Ctrl adds, Shift
/// extends), arrows move, Up/Down step, 2..8 set bits, Space locks, Esc drops a running drag.
/// A drag is a preview of the plan, its release one undo step.
class BitsCanvas : public QWidget {
    Q_OBJECT
public:
    BitsCanvas(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const BitsGeometry& geometry_map() const { return geometry_; }
    [[nodiscard]] const BarList& bar_list() const { return bars_; }
    [[nodiscard]] bool dragging() const { return gesture_ && gesture_->started(); }
    /// How many bars were painted since the beginning; tests watch that a drag repaints few.
    [[nodiscard]] std::uint64_t bars_painted() const { return bars_painted_; }
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A hand is about to change the plan: whoever else works on it should stop.
    void edit_begins();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    void rebuild();
    void relayout();
    void refresh_all();
    void refresh(const std::vector<std::size_t>& tensors);
    void update_bar(int bar);
    void update_column(std::optional<int> column);
    void update_card();
    void hub_hover_changed();
    void selection_changed();
    void paint_bars(QPainter& painter, const QRegion& region);
    void paint_rows(QPainter& painter, const QRect& rect);
    [[nodiscard]] QString row_bits(int row) const;

    void press_bar(int bar, Qt::KeyboardModifiers modifiers);
    void select_bars(const std::vector<int>& bars, int current);
    [[nodiscard]] std::vector<int> selected_bars() const;
    [[nodiscard]] std::vector<std::size_t> selected_tensors() const;
    [[nodiscard]] std::optional<int> current_bar() const;
    void preview_gesture();
    void end_gesture(bool commit);
    [[nodiscard]] QString commit_text() const;
    void move_current(int columns, int rows, bool extend);
    void step_selected(int step);
    void set_selected_bits(double bits);
    void commit_changes(const std::vector<FormatChange>& changes);
    void toggle_lock();
    void announce();

    PlanModel& plan_;
    SelectionHub& hub_;
    Theme& theme_;
    BarList bars_;
    BitsGeometry geometry_;
    std::vector<BarLook> looks_;
    std::optional<PaintGesture> gesture_;
    std::vector<FormatChange> previewed_;
    HoverCard card_;
    QRect painted_card_;
    QPoint pointer_;
    std::optional<int> hovered_bar_, hovered_column_;
    int anchor_ = -1;  ///< where a Shift selection began
    std::vector<int> marked_;
    std::vector<std::uint8_t> seen_;  ///< scratch of paint_bars()
    std::uint64_t bars_painted_ = 0;
};

}  // namespace bitlathe
