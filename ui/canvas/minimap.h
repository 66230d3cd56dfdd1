// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/canvas/bar_look.h"
#include "ui/canvas/minimap_geometry.h"
#include "ui/models/block_axis.h"
#include "ui/models/block_columns.h"
#include "ui/models/plan_model.h"
#include "ui/models/selection_hub.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// A strip under the views over blocks that always shows all of them: as high as the mean bits of a
/// block, coloured as its error; blocks that share a pixel show their mean bits and the largest
/// error. The part in sight is a handle that is dragged, resized at its edges, brought to a click,
/// zoomed with the wheel, and moved with Left and Right and by look_key(). It is hidden while the
/// views show all blocks of a small model.
class Minimap : public QWidget {
    Q_OBJECT
public:
    Minimap(PlanModel& plan, SelectionHub& hub, BlockAxis& axis, Theme& theme,
            QWidget* parent = nullptr);

    [[nodiscard]] const MinimapGeometry& geometry_map() const { return geometry_; }
    /// Whether there is more than the views show at once, or as good as that.
    [[nodiscard]] bool needed() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Drag {
        MinimapGeometry::Part part;
        int from;
        MinimapGeometry start;
    };
    void rebuild();
    void refresh(const std::vector<std::size_t>& tensors);
    void flush();
    void weigh(int column);
    void relayout();
    void announce();
    void show_cursor(int x);
    [[nodiscard]] std::optional<int> column_of(std::optional<std::size_t> tensor) const;
    void paint_columns(QPainter& painter, const QRect& strip) const;
    void paint_mark(QPainter& painter, const QRect& strip, std::optional<std::size_t> tensor,
                    const QColor& colour) const;

    PlanModel& plan_;
    SelectionHub& hub_;
    BlockAxis& axis_;
    Theme& theme_;
    std::shared_ptr<const BlockColumnMap> columns_;
    std::vector<BarLook> looks_;  ///< by column
    MinimapGeometry geometry_;
    std::optional<Drag> drag_;
    std::vector<bool> dirty_;  ///< by column: not weighed since it changed
    QTimer later_;
    bool was_needed_ = false;
};

}  // namespace bitlathe
