// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ui/jobs/error_places_feed.h"
#include "ui/models/matrix_spot.h"
#include "ui/plots/inspector_figure.h"

namespace bitlathe {

/// The rows and columns of the current tensor that add most to its error at the planned format,
/// with their shares of it. A click or Enter looks at one; arrows walk over them.
class ChannelErrorView : public InspectorFigure {
    Q_OBJECT
public:
    ChannelErrorView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed, Theme& theme,
                     QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {340, 132}; }
    /// Rows first, then columns; the worst of each first.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override { return mark_; }
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override { mark(index); }

signals:
    /// Somebody wants to see it.
    void spot_chosen(const bitlathe::MatrixSpot& spot);

protected:
    [[nodiscard]] QRectF plot_rect(QSize size) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList remarks() const override;
    [[nodiscard]] QString message() const override;
    void paint_plot(QPainter& painter, const QRectF& plot) const override;
    [[nodiscard]] FigureData data() const override;
    void selection_moved() override { mark_.reset(); }
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Pixels that the widest texts need.
    struct Widths {
        int number = 0, figure = 0;
    };
    [[nodiscard]] bool is_row(int part) const;
    [[nodiscard]] const ChannelError& channel(int part) const;
    [[nodiscard]] double share(int part) const;
    [[nodiscard]] QString name(int part) const;
    [[nodiscard]] QRectF line_rect(const QRectF& plot, int part) const;
    void paint_line(QPainter& painter, const QRectF& plot, int part, const Widths& widths) const;
    void mark(std::optional<int> part);
    void choose(int part);

    ErrorPlacesFeed& feed_;
    std::optional<int> mark_;
};

/// Why a figure about the errors of `feed` has nothing to show; empty when it has.
[[nodiscard]] QString error_places_message(const ErrorPlacesFeed& feed, const PlanModel& plan,
                                           const SelectionHub& hub);

}  // namespace bitlathe
