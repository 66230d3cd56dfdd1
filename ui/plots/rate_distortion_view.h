// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/targets/rate_points.h"
#include "ui/models/activation_book.h"
#include "ui/plots/inspector_figure.h"

namespace bitlathe {

/// What each format costs and loses for the selected tensors: NMSE of the weights (measured, of
/// several tensors the mean over their weights) by bits per weight, beside 4^-b, the least that any
/// code of b bits can lose of Gaussian weights. Of one tensor a second line shows the output error,
/// once that was measured. The ring is the plan. Click or Enter sets a format; arrows walk over
/// them.
class RateDistortionView : public InspectorFigure {
    Q_OBJECT
public:
    RateDistortionView(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent = nullptr);

    /// Where output errors come from.
    void follow(ActivationBook& book);
    /// Relative diagonal output error of the one selected tensor; nothing where it was not
    /// measured, and for several tensors, of which it says nothing together.
    [[nodiscard]] std::optional<double> output_error(FormatId format) const;

    /// Formats that can be chosen for all selected tensors, by rising bits.
    [[nodiscard]] const std::vector<RatePoint>& points() const { return points_; }
    [[nodiscard]] QPointF point_position(std::size_t point) const;

    /// The formats.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

signals:
    /// The plan is about to be changed.
    void edit_begins();

protected:
    [[nodiscard]] QRectF plot_rect(QSize size) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QStringList remarks() const override;
    [[nodiscard]] QString message() const override;
    void paint_plot(QPainter& painter, const QRectF& plot) const override;
    [[nodiscard]] FigureData data() const override;
    void selection_moved() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What the selected tensors come to as they are planned.
    struct Current {
        double bits = 0;
        double nmse = 0;
        std::optional<FormatId> format;  ///< of all of them
    };
    struct Range {
        double left = 0, right = 1;  ///< bits
        double low = 0, high = 1;    ///< powers of ten of the NMSE
    };
    [[nodiscard]] bool legal_for_all(FormatId format) const;
    [[nodiscard]] std::optional<Current> current() const;
    [[nodiscard]] Range range() const;
    [[nodiscard]] QPointF place(const QRectF& plot, double bits, double nmse) const;
    void paint_axes(QPainter& painter, const QRectF& plot) const;
    void paint_reference(QPainter& painter, const QRectF& plot) const;
    void paint_points(QPainter& painter, const QRectF& plot,
                      const std::optional<Current>& now) const;
    void paint_output(QPainter& painter, const QRectF& plot) const;
    void paint_names(QPainter& painter, const QRectF& plot,
                     const std::optional<Current>& now) const;
    void mark(std::optional<std::size_t> point);
    void choose(std::size_t point);
    [[nodiscard]] std::optional<std::size_t> point_at(QPointF at) const;
    /// Whether there is a second line.
    [[nodiscard]] bool shows_output() const;
    /// What is said of a format beside its bits and bytes.
    [[nodiscard]] QString errors_text(const RatePoint& point) const;

    const ActivationBook* book_ = nullptr;
    std::vector<RatePoint> points_;
    std::optional<std::size_t> mark_;
};

}  // namespace bitlathe
