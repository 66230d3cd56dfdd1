// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <optional>
#include <vector>

#include <qcustomplot.h>

#include "ui/canvas/canvas_parts.h"
#include "ui/canvas/hover_card.h"
#include "ui/canvas/wheel.h"
#include "ui/jobs/plan_landscape.h"
#include "ui/models/plan_model.h"
#include "ui/plots/figure.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// Size against estimated error, both of whole plans: the front of what is possible, the presets as
/// named hollow squares, and the plan as shown as a hollow ring in the accent colour. The ring has
/// a layer of its own, so that a drag repaints it alone. Click or Enter chooses a preset or a point
/// of the front; arrows walk over them (Ctrl: over the presets only). The wheel and + - zoom, a
/// drag and Shift with arrows pan, Home, F and a double click show everything again.
class ParetoPlot : public QCustomPlot, public CanvasParts {
    Q_OBJECT
public:
    ParetoPlot(PlanModel& plan, PlanLandscape& landscape, Theme& theme, QWidget* parent = nullptr);

    /// Where the ring is, in pixels; nothing while the error of the plan is not known.
    [[nodiscard]] std::optional<QPointF> plan_position() const;
    /// Where a plan of so many bytes and so much error is drawn. Without error: on the lower edge.
    [[nodiscard]] QPointF position(std::uint64_t bytes, double error) const;
    [[nodiscard]] FigureData data() const;
    void set_wheel(WheelMode mode) { wheel_ = mode; }

    /// The targets by rising size, and after them the plan while its error is known.
    [[nodiscard]] int part_count() const override;
    [[nodiscard]] CanvasPart part(int index) const override;
    [[nodiscard]] std::optional<int> current_part() const override;
    [[nodiscard]] std::optional<int> part_at(QPoint point) const override;
    void choose_part(int index) override;

signals:
    void preset_chosen(const QString& name);
    void size_chosen(std::uint64_t bytes);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// What can be chosen: a preset, or a point of the front (no name).
    struct Target {
        QString name;
        std::uint64_t bytes = 0;
        double error = 0;
    };
    void dress();
    void set_up_axes();
    void take_landscape();
    void show_all();
    void move_plan();
    void place_plan_label(QPointF at);
    [[nodiscard]] QRect plan_label_rect(QPointF at) const;
    void place_labels();
    void mark(std::optional<std::size_t> target);
    void choose(const Target& target);
    [[nodiscard]] std::optional<std::size_t> target_at(QPointF at) const;
    [[nodiscard]] int nearest_to_plan() const;
    [[nodiscard]] std::vector<HoverLine> describe(const Target& target) const;
    [[nodiscard]] double bits(std::uint64_t bytes) const;

    PlanModel& plan_;
    PlanLandscape& landscape_;
    Theme& theme_;
    QCPGraph* front_;
    QCPGraph* presets_;
    QCPGraph* ring_;
    QCPGraph* marked_;
    QCPItemText* plan_label_;
    std::vector<QCPItemText*> labels_;  ///< one per preset, in their order
    std::vector<Target> targets_;       ///< by rising size
    std::optional<std::size_t> mark_;
    HoverCard card_;
    QPoint pressed_;
    void zoom_at(QPointF at, double factor);
    void pan_by(QPointF pixels);
    bool look_key(const QKeyEvent& event);
    void step_mark(const QKeyEvent& event);

    WheelMode wheel_ = WheelMode::kZoom;
    bool shown_all_ = true;  ///< nobody has zoomed or panned
};

}  // namespace bitlathe
