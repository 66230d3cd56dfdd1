// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/canvas/block_scale.h"
#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/models/activation_book.h"
#include "ui/models/block_axis.h"
#include "ui/models/block_columns.h"
#include "ui/models/plan_model.h"
#include "ui/models/selection_hub.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// Outlying channels over depth as heat: a row for every kind of place in a block, blocks along the
/// same x as the canvases around it. Colour is the largest channel over the median one,
/// logarithmic. A click selects the tensors that the place feeds, or the block. Hidden while
/// nothing is profiled.
class OutlierStrip : public QWidget, public CanvasParts {
    Q_OBJECT
public:
    OutlierStrip(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, ActivationBook& book,
                 Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<TapPoint>& rows() const { return rows_; }
    /// nullptr: nothing is known there.
    [[nodiscard]] const TapSummary* at(std::size_t row, int column) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] const BlockScale& scale() const { return scale_; }
    /// Number of the block in a column.
    [[nodiscard]] const QString& name(int column) const {
        return names_[static_cast<std::size_t>(column)];
    }

    /// Row by row, column by column.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void rebuild();
    void relayout();
    void learn();
    void show_card(QPoint at);
    void follow_hub();
    void paint_row(QPainter& painter, std::size_t row) const;
    [[nodiscard]] int row_height() const;
    [[nodiscard]] QRect row_rect(std::size_t row) const;
    [[nodiscard]] std::optional<std::size_t> row_at(int y) const;
    [[nodiscard]] std::vector<std::size_t> fed_by(std::size_t row, int column) const;
    [[nodiscard]] QString value_text(const TapSummary* tap) const;

    PlanModel& plan_;
    SelectionHub& hub_;
    BlockAxis& axis_;
    ActivationBook& book_;
    Theme& theme_;
    std::optional<BlockColumnMap> columns_;
    std::vector<QString> names_;
    std::vector<TapPoint> rows_;
    double low_ = 0, high_ = 0;  ///< of all ratios
    BlockScale scale_;
    HoverCard card_;
    std::optional<int> hovered_, current_;
    std::size_t current_row_ = 0;
};

}  // namespace bitlathe
