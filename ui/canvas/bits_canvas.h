// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

#include "ui/canvas/bar_list.h"
#include "ui/canvas/bar_look.h"
#include "ui/canvas/bar_painter.h"
#include "ui/canvas/bits_geometry.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/canvas/paint_gesture.h"
#include "ui/canvas/rubber_band.h"
#include "ui/models/bar_colours.h"
#include "ui/models/block_axis.h"
#include "ui/models/keeps_view.h"
#include "ui/models/plan_model.h"
#include "ui/models/refused_formats.h"
#include "ui/models/selection_hub.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// The BITS canvas: one bar per tensor, a row per role over the blocks; height is bits per weight,
/// colour the estimated error. Drag a bar or paint over many; click selects (Ctrl adds, Shift
/// extends; a row's name or a block's number selects all of it), Shift-drag or a drag from between
/// the bars selects what it frames, and a drag from a selected bar moves all of them by the same
/// step. Arrows move (Shift extends, Ctrl moves without selecting, Ctrl+Space adds or removes), Up
/// and Down step, Ctrl+Up and Ctrl+Down change the row, R and B select a row or a block, 2..8 set
/// bits, Space locks, E unfolds experts, F fits the selection, Esc drops a running drag; see
/// look_key() for zooming. The wheel zooms at the pointer (Ctrl finer, Shift faster), the middle
/// button pans. A drag is a preview of the plan, its release one undo step. During a drag the
/// formats that the target refuses for the bar are marked struck out at their heights; Shift held
/// keeps it to the role of the bar it began on, Alt held lets it land on every legal format, not
/// only on those of the ladder. Where bars would be narrower than 2 pixels those of a role that
/// share a pixel are one: as high as their mean bits, coloured as the largest of their errors.
class BitsCanvas : public QWidget, public CanvasParts, public KeepsView {
    Q_OBJECT
public:
    BitsCanvas(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
               QWidget* parent = nullptr);

    [[nodiscard]] const BitsGeometry& geometry_map() const { return geometry_; }
    [[nodiscard]] const BarList& bar_list() const { return bars_; }
    [[nodiscard]] bool dragging() const { return gesture_ && gesture_->started(); }
    /// False while bars wait for the colours of a range that has moved.
    [[nodiscard]] bool settled() const { return !recolour_.isActive(); }
    /// How many bars were painted since the beginning; tests watch that a drag repaints few.
    [[nodiscard]] std::uint64_t bars_painted() const { return bars_painted_; }
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Shows the experts of a role as bars of their own, or as one again.
    void toggle_unfolded(Role role);
    /// Zooms so that the selected bars fill the width.
    void fit_selection();
    /// Draws over the bars where they would end with other formats, by tensor; none: no comparison.
    /// They belong to the open model and are forgotten with it. `hollow`: they are what the plan
    /// itself would become, drawn as bars that are not there yet.
    void set_comparison(std::vector<FormatId> formats, bool hollow = false);
    /// Colours bars by what is chosen there instead of by the error alone; it outlives the canvas.
    void follow(BarColours& colours);
    /// Bits that the compared plan gives a bar.
    [[nodiscard]] std::optional<double> compared_bits(int bar) const;
    /// Formats that are marked as refused while a bar is dragged; none otherwise.
    [[nodiscard]] const std::vector<RefusedFormat>& shown_refusals() const { return refusals_; }

    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override { return current_bar(); }
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;
    [[nodiscard]] QString copy_text() const override;
    /// The roles that are unfolded.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

signals:
    /// A hand is about to change the plan: whoever else works on it should stop.
    void edit_begins();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// What the bars of a row are together, those outside of blocks left out.
    struct RowSum {
        std::uint64_t bytes = 0, elements = 0;
    };
    void rebuild();
    void take_look(int bar, const BarLook& look);
    void relayout();
    void refresh_all();
    void weigh_comparison();
    [[nodiscard]] bool differs(int bar) const;
    [[nodiscard]] BarLook look(std::size_t bar) const;
    void refresh(const std::vector<std::size_t>& tensors);
    void learn(const std::vector<std::size_t>& tensors);
    void paint_thin(QPainter& painter, const std::vector<int>& bars);
    void mark(const std::vector<int>& bars);
    void update_bar(int bar);
    void update_column(std::optional<int> column);
    void update_card();
    void hub_hover_changed();
    void selection_changed();
    void paint_bars(QPainter& painter, const QRegion& region);
    void paint_rows(QPainter& painter, const QRect& rect);
    [[nodiscard]] QString row_bits(int row) const;
    [[nodiscard]] QRect plot_area() const;

    void press_bar(int bar, Qt::KeyboardModifiers modifiers);
    bool press_heading(QPoint at, Qt::KeyboardModifiers modifiers);
    void start_rubber(QPoint at, Qt::KeyboardModifiers modifiers);
    void stretch_rubber(QPoint to);
    void end_rubber(Qt::KeyboardModifiers modifiers);
    void drop_rubber();
    void reveal(int bar);
    void unfold_current();
    [[nodiscard]] std::vector<PaintGesture::Member> gesture_group(int bar) const;
    void select_bars(const std::vector<int>& bars, int current);
    [[nodiscard]] std::vector<int> selected_bars() const;
    [[nodiscard]] std::vector<std::size_t> selected_tensors() const;
    [[nodiscard]] std::optional<int> current_bar() const;
    void preview_gesture();
    void hold(Qt::KeyboardModifiers modifiers);
    void show_refusals();
    void end_gesture(bool commit);
    [[nodiscard]] Phrase commit_text() const;
    [[nodiscard]] std::optional<int> neighbour(int from, int columns, int rows) const;
    void move_current(int columns, int rows, Qt::KeyboardModifiers modifiers);
    void go_to(int bar, Qt::KeyboardModifiers modifiers);
    bool edit_key(const QKeyEvent& event);
    bool move_key(const QKeyEvent& event);
    bool select_key(const QKeyEvent& event);
    void step_selected(int step);
    void set_selected_bits(double bits);
    void commit_changes(const std::vector<FormatChange>& changes);
    void toggle_lock();
    void announce();

    PlanModel& plan_;
    SelectionHub& hub_;
    BlockAxis& axis_;
    Theme& theme_;
    std::set<Role> unfolded_;
    BarList bars_;
    BitsGeometry geometry_;
    std::vector<BarLook> looks_;
    const BarColours* colours_ = nullptr;
    std::vector<RowSum> row_sums_;
    std::vector<FormatId> compared_;     ///< by tensor
    bool hollow_ = false;                ///< how compared_ is drawn
    std::vector<double> compared_bits_;  ///< by bar, worked out once: a drag does not change them
    std::optional<PaintGesture> gesture_;
    std::optional<RubberBand> rubber_;
    std::optional<int> pan_x_;  ///< where the pointer was when the middle button pans
    std::vector<FormatChange> previewed_;
    Qt::KeyboardModifiers held_;  ///< during a drag
    int refusing_ = -1;           ///< the bar whose refused formats are marked
    std::vector<RefusedFormat> refusals_;
    HoverCard card_;
    QRect painted_card_;
    QPoint pointer_;
    std::optional<int> hovered_bar_, hovered_column_;
    int anchor_ = -1;  ///< where a Shift selection began
    std::vector<int> marked_;
    std::vector<std::uint8_t> seen_;  ///< scratch: by bar, zeros
    std::uint64_t bars_painted_ = 0;
    ErrorRange range_;  ///< that the tones of all bars were placed in
    QTimer recolour_;
};

}  // namespace bitlathe
