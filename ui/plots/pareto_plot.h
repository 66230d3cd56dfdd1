// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <optional>
#include <vector>

#include <qcustomplot.h>

#include "ui/canvas/hover_card.h"
#include "ui/jobs/plan_landscape.h"
#include "ui/models/plan_model.h"
#include "ui/plots/figure.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// Size against estimated error, both of whole plans: the front of what is possible, the presets as
/// named hollow squares, and the plan as shown as a hollow ring in the accent colour. The ring has
/// a layer of its own, so that a drag repaints it alone. Click or Enter chooses a preset or a point
/// of the front; arrows walk over them; the wheel zooms, a drag pans, Home and a double click show
/// everything again.
class ParetoPlot : public QCustomPlot {
    Q_OBJECT
public:
    ParetoPlot(PlanModel& plan, PlanLandscape& landscape, Theme& theme, QWidget* parent = nullptr);

    /// Where the ring is, in pixels; nothing while the error of the plan is not known.
    [[nodiscard]] std::optional<QPointF> plan_position() const;
    /// Where a plan of so many bytes and so much error is drawn. Without error: on the lower edge.
    [[nodiscard]] QPointF position(std::uint64_t bytes, double error) const;
    [[nodiscard]] FigureData data() const;

signals:
    void preset_chosen(const QString& name);
    void size_chosen(std::uint64_t bytes);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
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
    bool shown_all_ = true;  ///< nobody has zoomed or panned
};

}  // namespace bitlathe
