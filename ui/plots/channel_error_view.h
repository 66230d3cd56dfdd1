// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/plots/error_figure.h"

namespace bitlathe {

/// The rows and columns of the current tensor that add most to its error at the planned format,
/// with their shares of it. A click or Enter looks at one; arrows walk over them.
class ChannelErrorView : public ErrorFigure {
    Q_OBJECT
public:
    ChannelErrorView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed, Theme& theme,
                     QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {340, 132}; }
    /// Rows first, then columns; the worst of each first.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;

protected:
    [[nodiscard]] QRectF plot_rect(QSize size) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList remarks() const override;
    void paint_plot(QPainter& painter, const QRectF& plot) const override;
    [[nodiscard]] FigureData data() const override;
    void mark(std::optional<int> part) override;
    void choose(int part) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Widths {
        int number = 0, figure = 0;  ///< pixels that the widest texts need
        double share = 0;            ///< that the longest bar stands for
    };
    [[nodiscard]] bool is_row(int part) const;
    [[nodiscard]] const ChannelError& channel(int part) const;
    [[nodiscard]] double share(int part) const;
    [[nodiscard]] QString name(int part) const;
    [[nodiscard]] QRectF line_rect(const QRectF& plot, int part) const;
    void paint_line(QPainter& painter, const QRectF& plot, int part, const Widths& widths) const;
};

}  // namespace bitlathe
