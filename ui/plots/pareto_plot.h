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
#include "ui/models/keeps_view.h"
#include "ui/models/plan_model.h"
#include "ui/models/plan_shelf.h"
#include "ui/models/quality_book.h"
#include "ui/plots/figure.h"
#include "ui/theme/phrase.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What the right axis of the plot of plans measures.
enum class MeasuredAxis { kNone, kKl, kPerplexity };

/// Size against estimated error, both of whole plans: the front of what is possible, the presets as
/// named hollow squares, the other plans of the shelf as named hollow rings, the compared one in
/// the warning colour, and the plan as shown as a hollow ring in the accent colour. The last one
/// has a layer of its own, so that a drag repaints it alone. Click or Enter chooses a plan, a
/// preset or a point of the front; arrows walk over them (Ctrl: not over the front). The wheel and
/// + - zoom, a drag and Shift with arrows pan, Home, F and a double click show everything again.
class ParetoPlot : public QCustomPlot, public CanvasParts, public KeepsView {
    Q_OBJECT
public:
    ParetoPlot(PlanModel& plan, PlanLandscape& landscape, Theme& theme, QWidget* parent = nullptr);

    /// Shows the plans of a shelf, which outlives the plot.
    void follow(PlanShelf& shelf);
    /// Shows what was measured of the plans as solid points on an axis of their own, at the right;
    /// the book outlives the plot.
    void follow(QualityBook& book);
    void set_measured_axis(MeasuredAxis axis);
    /// What is shown of it: nothing while no plan is measured.
    [[nodiscard]] MeasuredAxis measured_axis() const;
    /// Where the solid point of a plan is; nothing where there is none.
    [[nodiscard]] std::optional<QPointF> measured_position(PlanId plan) const;
    /// A line at the size that was asked for, named `text`; nothing: no line. Forgotten with the
    /// model.
    void set_limit(std::optional<std::uint64_t> bytes, const Phrase& text = {});
    /// What is written into the plot: how far the plan is from the best one of its size.
    [[nodiscard]] QString fact() const;
    /// How often the ring of the plan was moved; tests watch that a drag does nothing more.
    [[nodiscard]] int moves() const { return moves_; }
    /// Names beside points that are in sight, the plan's own among them, and where they are.
    [[nodiscard]] std::vector<std::pair<QString, QRect>> names_shown() const;

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
    /// What is zoomed to, and the line of a size.
    [[nodiscard]] QVariant kept_view() const override;
    void take_view(const QVariant& kept) override;

signals:
    void preset_chosen(const QString& name);
    /// The pointer or the keyboard is on a preset; "": on none.
    void preset_marked(const QString& name);
    void size_chosen(std::uint64_t bytes);
    void plan_chosen(bitlathe::PlanId plan);

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
    /// What can be chosen: a plan, a preset, or a point of the front (no name).
    struct Target {
        QString name;
        std::uint64_t bytes = 0;
        double error = 0;
        PlanId plan = 0;                        ///< 0: not a plan of the shelf
        QualityBook::Entry measured = nullptr;  ///< a solid point: its place is on the right axis
    };
    /// A name that stands beside a point where there is room.
    struct PointName {
        QCPItemText* item;
        QPointF point;  ///< bits per weight and error
        QString text;
        bool first;
    };
    void dress();
    void set_up_axes();
    void take_landscape();
    void add_presets();
    void add_plans();
    void add_measured();
    void dress_measured_axis();
    [[nodiscard]] std::optional<double> measured_value(const QualityBook::Entry& entry) const;
    [[nodiscard]] QPointF place_of(const Target& target) const;
    [[nodiscard]] std::vector<HoverLine> describe_measured(const Target& target) const;
    [[nodiscard]] QStringList data_row(const Target& target) const;
    void add_name(const QString& name, QPointF point, const QColor& colour, bool first);
    void show_all();
    void follow_shelf_row(const QModelIndex& first, const QModelIndex& last);
    void move_plan();
    void write_fact();
    void place_limit();
    void place_plan_label(QPointF at);
    [[nodiscard]] QRect plan_label_rect(QPointF at) const;
    void place_labels();
    [[nodiscard]] bool covers_names(const QRect& rect) const;
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
    QCPGraph* plans_;
    QCPGraph* compared_;
    QCPGraph* ring_;
    QCPGraph* marked_;
    QCPGraph* measured_;      ///< of plans that are not current
    QCPGraph* measured_own_;  ///< of the current plan
    QCPGraph* original_;      ///< a line: the perplexity of the model as stored
    QCPItemText* plan_label_;
    QCPItemText* fact_;
    QCPItemLine* limit_line_;
    QCPItemText* limit_label_;
    std::vector<PointName> names_;  ///< of presets and plans
    std::vector<Target> targets_;   ///< by rising size
    std::optional<std::size_t> mark_;
    HoverCard card_;
    QPoint pressed_;
    void zoom_at(QPointF at, double factor);
    void pan_by(QPointF pixels);
    bool look_key(const QKeyEvent& event);
    void step_mark(const QKeyEvent& event);

    WheelMode wheel_ = WheelMode::kZoom;
    PlanShelf* shelf_ = nullptr;
    QualityBook* book_ = nullptr;
    MeasuredAxis wanted_axis_ = MeasuredAxis::kKl;
    std::optional<std::uint64_t> limit_;
    Phrase limit_text_;
    int moves_ = 0;
    bool shown_all_ = true;  ///< nobody has zoomed or panned
};

}  // namespace bitlathe
