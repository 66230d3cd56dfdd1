// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/plots/error_figure.h"

namespace bitlathe {

/// How the error of the current tensor at its planned format is spread over the groups of weights
/// that share a scale, and where in the matrix the worst of them lie. A click or Enter looks at one
/// of these; Left and Right walk over bins or groups, Up and Down change between the two.
class GroupErrorView : public ErrorFigure {
    Q_OBJECT
public:
    GroupErrorView(PlanModel& plan, SelectionHub& hub, ErrorPlacesFeed& feed, Theme& theme,
                   QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override { return {340, 224}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 180}; }
    /// The bins of the histogram by rising error, then the worst groups.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;

protected:
    [[nodiscard]] QRectF plot_rect(QSize size) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList remarks() const override;
    [[nodiscard]] QString message() const override;
    void paint_plot(QPainter& painter, const QRectF& plot) const override;
    [[nodiscard]] FigureData data() const override;
    void mark(std::optional<int> part) override;
    void choose(int part) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] const ErrorPlaces& places() const { return *feed_.places(); }
    [[nodiscard]] QRectF histogram_rect(const QRectF& plot) const;
    [[nodiscard]] QRectF map_rect(const QRectF& plot) const;
    [[nodiscard]] QRectF bin_rect(const QRectF& plot, int bin) const;
    [[nodiscard]] QPointF group_place(const QRectF& plot, int group) const;
    void paint_histogram(QPainter& painter, const QRectF& plot) const;
    void paint_map(QPainter& painter, const QRectF& plot) const;
    [[nodiscard]] QString bin_name(int bin) const;
    [[nodiscard]] QString group_name(int group) const;
    [[nodiscard]] QString group_error(int group) const;
};

}  // namespace bitlathe
