// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/canvas/block_scale.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/models/activation_book.h"
#include "ui/models/block_axis.h"
#include "ui/models/block_columns.h"
#include "ui/models/depth_metrics.h"
#include "ui/models/selection_hub.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What is known over depth: a strip per metric, blocks along the same x as the BITS canvas below.
/// A bar is the block's pooled value, the line in it reaches from its lowest to its highest tensor.
/// A click selects the tensors of a block; arrows move from block to block and from strip to
/// strip; hover explains.
class DepthCanvas : public QWidget, public CanvasParts {
    Q_OBJECT
public:
    DepthCanvas(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
                QWidget* parent = nullptr);

    /// Shows what a text showed beside what is known of the weights; the book outlives the canvas.
    void follow(ActivationBook& book);
    /// Where the values come from.
    [[nodiscard]] MetricInput input() const;
    /// Whether there is anything to show of a metric.
    [[nodiscard]] bool is_available(std::size_t metric) const;
    /// Indices of depth_metrics() that a person wants to see, top to bottom; those that are
    /// available are shown. Until somebody has chosen: those that are shown first.
    void set_shown(std::vector<std::size_t> metrics);
    [[nodiscard]] const std::vector<std::size_t>& shown() const { return shown_; }
    /// Shades the `count` blocks that a metric calls least important.
    void set_drop(std::size_t metric, int count);
    /// Columns that are shaded, rising; none while the metric is not known.
    [[nodiscard]] const std::vector<int>& drop_columns() const { return drop_columns_; }
    [[nodiscard]] std::size_t drop_metric() const { return drop_metric_; }
    [[nodiscard]] int drop_count() const { return drop_count_; }
    /// Columns of blocks by a metric, most important first; by falling value where it does not say.
    [[nodiscard]] std::vector<int> ranked(std::size_t metric) const;
    void set_logarithmic(bool logarithmic);
    [[nodiscard]] bool logarithmic() const { return logarithmic_; }
    [[nodiscard]] const std::vector<DepthColumn>& values(std::size_t metric) const {
        return values_[metric];
    }
    [[nodiscard]] const BlockColumnMap* column_map() const { return columns_.get(); }
    [[nodiscard]] const BlockScale& scale() const { return scale_; }
    [[nodiscard]] const BlockAxis& axis() const { return axis_; }
    /// All strips, without their titles.
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] QRect strip_rect(std::size_t place) const;
    /// Selects the adjustable tensors of a column.
    void select_column(int column);
    /// The pointer is over a column, in another view over blocks.
    void hover_column(std::optional<int> column);
    /// The column of the current tensor.
    [[nodiscard]] std::optional<int> current_column() const { return current_; }
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Strip by strip, block by block.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;
    [[nodiscard]] QString copy_text() const override;

signals:
    /// Other metrics are available.
    void available_changed();
    void drop_changed();
    void values_changed();
    void current_changed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Span {
        double low = 0, high = 0;
    };
    void rebuild();
    void relayout();
    void refresh_all();
    void refresh(const std::vector<std::size_t>& tensors);
    void refresh_columns(const std::vector<std::size_t>& tensors, bool of_plan_only);
    void show_values();
    void hub_changed();
    void learn_activations();
    void choose_shown();
    void choose_drop();
    void paint_drop(QPainter& painter) const;
    [[nodiscard]] QString drop_text() const;
    void show_card();
    void step(int columns, int places, bool extend);
    void paint_current(QPainter& painter) const;
    [[nodiscard]] std::optional<Span> span_of(std::size_t metric) const;
    [[nodiscard]] double height_of(double value, const Span& span) const;
    [[nodiscard]] std::optional<std::size_t> place_at(int y) const;
    [[nodiscard]] std::optional<int> column_of(std::optional<std::size_t> tensor) const;
    void paint_strip(QPainter& painter, std::size_t place) const;
    [[nodiscard]] std::optional<int> strongest(std::size_t metric) const;
    void paint_strongest(QPainter& painter, const QRect& rect, std::size_t metric) const;

    PlanModel& plan_;
    SelectionHub& hub_;
    BlockAxis& axis_;
    Theme& theme_;
    std::shared_ptr<const BlockColumnMap> columns_;
    std::vector<QString> names_;
    std::vector<std::vector<DepthColumn>> values_;
    const ActivationBook* book_ = nullptr;
    std::optional<std::vector<std::size_t>> wanted_;  ///< by a person
    std::vector<std::size_t> shown_;
    std::size_t drop_metric_ = 0;
    int drop_count_ = 0;
    std::vector<int> drop_columns_;
    bool logarithmic_ = true;
    BlockScale scale_;
    HoverCard card_;
    QPoint pointer_;
    std::optional<int> hovered_, current_;
    std::size_t current_place_ = 0;  ///< the strip the keyboard is in
    bool own_hover_ = false;
    std::optional<int> pan_x_;
};

}  // namespace bitlathe
